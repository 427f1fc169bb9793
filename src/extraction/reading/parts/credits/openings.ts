/** "By", "Posted by", "Analysis by", "| BY:", "Von", "Par": what stands before the names of a byline. */
const OPENING =
  /^[\s|•·–—/-]*(?:(?:(?:posted|written|reported|produced|compiled|story|words|text|report|reporting|analysis|opinion|perspective|review|commentary|column|interview|essay|guest post)\s+)?by(?=[\s:])|(?:author|words|text|autor|interview|gespräch|protokoll|texte|testo|von|par|por|di|door|av)(?=\s*:)|(?:author|autor|words|text|von|par|por|di|door|av)(?=\s+\p{Lu}))\s*:?\s*/iu;
const IN_OTHER_LANGUAGES = /^(?:von|par|por|di|door|av) (?=\p{Lu})/iu;
/** Who nobody names: "our own correspondent", "a staff reporter", "News desk", "die Redaktion". */
const UNNAMED = new RegExp(
  `^(?:by |from |von |par |de )?(${[
    "(?:our|a|an|staff)(?: [\\p{L}-]+){0,4} (?:correspondents?|reporters?|staff|writers?|agencies|editors?|contributors?|team|desk)",
    "(?:staff|agency|special|foreign|guest|own)?(?:^| )?(?:correspondents?|agencies|staff writers?|guest (?:authors?|writers?|contributors?|columnists?))",
    "(?:news )?agencies|agency staff|wire services|(?:the )?editorial board|(?:news|web|city|sports?|national|foreign|business|digital|night) desk",
    "(?:staff|wire|agency|news services?)(?: and (?:staff|wire|agency))? reports?",
    "unserem? \\p{L}{0,20}korrespondent(?:en|in)?|unserer \\p{L}{0,20}(?:redaktion|korrespondentin)|(?:die )?redaktion",
    "(?:la )?(?:redacción|rédaction|redazione)|nuestr[oa] (?:corresponsal|redacción)|notre (?:envoyée? spéciale?|correspondante?)",
  ].join("|")})(?: in \\p{Lu}[\\p{L} ]{1,30})?$`,
  "iu",
);

/** A byline without the words that say it is one. */
export function withoutOpening(line: string): string {
  return line.replace(OPENING, "");
}

/** Whether a line opens as a byline does in another language than English: "Von Ada Quill". */
export function opensElsewhere(line: string): boolean {
  return IN_OTHER_LANGUAGES.test(line);
}

/** Who wrote where nobody is named: "our correspondent" of "From our correspondent in Tarn"; `null` for names. */
export function unnamedAuthor(line: string): string | null {
  return UNNAMED.exec(line)?.[1] ?? null;
}
