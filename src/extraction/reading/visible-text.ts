const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;
/**
 * Characters that show nothing and say only where a line may or may not break: soft hyphen, zero-width space, word joiner,
 * byte order mark. Joiners stay where they shape letters or emoji, marks of direction where text runs from right to left.
 */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]|(?<![^\p{P}\p{Z}\p{Script=Latin}])[\u200c\u200d]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const SUSPECT = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/**
 * Text as the article keeps it: on one line, without control and invisible characters, trimmed, lone surrogates replaced
 * by U+FFFD. Everything else stays: marks, dashes, spelling, no-break spaces, decomposed letters.
 */
export function visibleText(value: string): string {
  const wellFormed = value.isWellFormed() ? value : value.toWellFormed();
  const shown = SUSPECT.test(wellFormed) ? withoutInvisible(wellFormed) : wellFormed;
  if (!CONTROL.test(shown) && !/[\u2028\u2029]/.test(shown)) return shown.trim();
  return shown
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, " ")
    .replace(/[\u0000-\u001f\u007f-\u009f]/g, "")
    .trim();
}

function withoutInvisible(text: string): string {
  const isRightToLeft = RIGHT_TO_LEFT.test(text.replaceAll("\ufeff", ""));
  return text.replace(INVISIBLE, (sign) => (isRightToLeft && /[\u200e-\u202e\u2066-\u2069]/.test(sign) ? sign : ""));
}
