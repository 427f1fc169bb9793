/** What an editor may have done to an article. */
const CHANGED = "(?:corrected|updated|amended|clarified|changed|edited|revised|modified)";
const NOTE = new RegExp(
  `^[[(*_•·–—\\s-]*(?:${[
    "(?:editor|publisher|author)['’]?s['’]? note",
    "editors['’] note",
    "ed(?:itorial)?\\.? note",
    "(?:corrections?|clarifications?|corrected)(?=\\s*(?:[:;,.(–—-]|$)| (?:added|appended|made|to|on|at|and|note|\\d))",
    "note to (?:readers|editors)",
    "(?<=[([])(?:updates? with|adds?|recasts?)",
    `(?:this|the) (?:story|article|piece|headline|caption|version)(?: of this (?:story|article))? (?:has been|has since been|was|is being) (?:last )?${CHANGED}`,
    `this (?:report|column|post|review|page) (?:has been|has since been|was|is being) (?:last )?${CHANGED}`,
    "this (?:story|article|piece|report|column|post|review) (?:was|is|has been) (?:first |originally )(?:re)?published",
    "(?:an earlier|a previous|an original|the original) version of (?:this|the) (?:story|article|piece|headline|report|column|post|review|graphic|caption)",
  ].join("|")})(?![\\p{L}\\p{N}])`,
  "iu",
);
/** "(Adds details)" of wires. */
const ADDS = /^\((?:adds?|recasts?|updates?|corrects?|refiles?|removes?)\b[^()]{3,200}\)$/iu;

/** Whether a paragraph is not of the report but about it: a correction, an editor's note, where it was first published. */
export function isEditorsNote(text: string): boolean {
  return NOTE.test(text) || ADDS.test(text);
}
