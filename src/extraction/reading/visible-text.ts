const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;

/**
 * Text as the article keeps it: on one line, without control characters, trimmed, lone surrogates replaced by U+FFFD.
 * Everything else stays: marks, dashes, spelling, no-break spaces, decomposed letters.
 */
export function visibleText(value: string): string {
  const wellFormed = value.isWellFormed() ? value : value.toWellFormed();
  if (!CONTROL.test(wellFormed) && !/[\u2028\u2029]/.test(wellFormed)) return wellFormed.trim();
  return wellFormed
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, " ")
    .replace(/[\u0000-\u001f\u007f-\u009f]/g, "")
    .trim();
}
