import { isFirstName } from "../names/name-parts.ts";
import { titleOf } from "../names/titles.ts";
import { wordsOf } from "../words.ts";
import { beginsWithCapital } from "./capitals.ts";
import { classOf } from "./lexicon.ts";
import type { Token } from "./tokens.ts";
import { isFiniteVerb, type WordClass } from "./word-classes.ts";

/** A word of a sentence between its neighbours. */
interface Place {
  text: string;
  tokens: Token[];
  index: number;
  token: Token;
  /** As written. */
  word: string;
  before: Token | undefined;
  after: Token | undefined;
}

/** Lower-case words inside surnames: "Jan de Vries", "Clara van der Meer". */
const PARTICLES = wordsOf("name-particles");
/** Particles that are English words too: a name has to stand before them. */
const ENGLISH_PARTICLES = new Set(["bin", "den", "do", "le", "ter", "van"]);
/** First names that are also verbs, auxiliaries or months. */
const LIKE_WORDS = wordsOf("names-like-words");
/** Organisations whose name goes on behind a preposition: "Department of Harbours", "Centre for Tides". */
const ORGANISATION_OF = wordsOf("organisations-of");
const DELIBERATING = /^(?:commission|committee|conference|council|forum)$/;
const JOINTS = new Set(["for", "of", "on"]);
const ORGANISATION = wordsOf("organisation-words");
/** Whose organisation it is, as part of its name: "Women's Institute". */
const POSSESSORS = wordsOf("possessors-in-names");
/** What a department is of: "Ministry of Science and Technology". */
const PORTFOLIOS = wordsOf("portfolios");
const NAMES_IN_ING = wordsOf("names-in-ing");
const MONTHS = wordsOf("months-abbreviated");
/** Function words that are abbreviations when written in capitals. */
const ABBREVIATIONS = new Set(["it", "us", "who"]);
const BEFORE_MONTH = /^(?:after|before|between|by|during|early|from|in|last|late|mid|next|of|on|since|this|through|till|until)$/;
const NEWSPAPER =
  /^(?:club|dispatch|echo|express|herald|independent|journal|mail|mirror|news|post|press|star|sun|telegraph|times|today|tribune|world)$/;
/** "Lund-based", "Skerrow-born". */
const COMPOUND =
  /^\p{Lu}[\p{L}.]*[-‑](?:\p{Ll}+ed|area|born|bound|built|era|friendly|held|language|led|like|listed|made|only|owned|run|speaking|style|wide)$/u;
/** "al-Saber", "d'Aubrac". */
const PREFIXED = /^(?:(?:al|ad|an|ar|as|ash|at|az|el|ul)[-‑]|(?:d|dell|dall|l)['’])\p{Lu}/u;

/** Quoted spans, numbers and punctuation. */
const NO_NAMES = "Q#*,;:.()-";

/** Settles which words are parts of names, by their form and by the words around them. */
export function settleNames(text: string, tokens: Token[]): void {
  for (const [index, token] of tokens.entries()) {
    if (NO_NAMES.includes(token.class)) continue;
    const word = text.slice(token.start, token.end);
    const place = { text, tokens, index, token, word, before: tokens[index - 1], after: tokens[index + 1] };
    token.class = beginsWithCapital(word) ? capitalClass(place) : smallClass(place);
  }
}

/** The class of a word without a capital: "de" in "Jan de Vries", "of" in "Bank of Skerrow" and "al-Saber" are parts of names. */
function smallClass(place: Place): WordClass {
  const { token, word } = place;
  if (PARTICLES.has(token.lower) && isParticle(place)) return "N";
  if (JOINTS.has(token.lower) && isOfOrganisation(place)) return "N";
  if (token.lower === "the" && isJoint(place.before) && isCapital(place.text, place.after)) return "N";
  if (token.lower === "and" && joinsPortfolios(place)) return "N";
  // "Tide & Sons"
  if (token.lower === "&" && place.before?.class === "N" && isCapital(place.text, place.after)) return "N";
  if (token.class === "G" && isPossessorInName(place)) return "N";
  return PREFIXED.test(word) ? "N" : token.class;
}

/** The class of a word with a capital: "May" in "in May", "Sept.", "Lund-based" and "Backing" are not names, "Will" and "WHO" may be. */
function capitalClass(place: Place): WordClass {
  const { token, word } = place;
  const opens = opensClause(place);
  if (isInitial(place) || isAbbreviation(place)) return "N";
  if (token.class === "N") {
    // "Former" and the like describe: "Former Skerrow mayor Ida Brun".
    if (token.lower === "former") return "n";
    if (token.lower === "may" && isMonth(place)) return "t";
    if (word.endsWith(".") && MONTHS.has(token.lower)) return "t";
    if (COMPOUND.test(word)) return "n";
    return opens ? openingClass(place) : "N";
  }
  if (token.class === "t") return isNamedByTime(place) ? "N" : "t";
  if (token.class === "R") return opens && token.lower.endsWith("ly") && isNameInLy(place) ? "N" : "R";
  // "Given Holt's record": a participle only in other places.
  if (opens && token.lower === "given") return "I";
  return "xvV".includes(token.class) && opens && isNameLikeWord(place) ? "N" : token.class;
}

/** Whether a word opens its sentence, or what follows a dateline or a colon. */
function opensClause({ index, before }: Place): boolean {
  return index === 0 || "-:".includes(before?.class ?? "^");
}

/** A run of particles before a name: "van der" in "van der Meer". */
function isParticle({ text, tokens, index, token, before }: Place): boolean {
  let end = index + 1;
  while (end < index + 3 && PARTICLES.has(tokens[end]?.lower ?? "") && !isCapital(text, tokens[end])) end += 1;
  const next = tokens[end];
  if (!isCapital(text, next) || next?.class === "t") return false;
  return before?.class === "N" || end - index > 1 || !ENGLISH_PARTICLES.has(token.lower);
}

/** "Bank of Skerrow", "University of the Lakes", "Council on Foreign Relations", but not "the council on Monday". */
function isOfOrganisation({ text, tokens, index, token, before, after }: Place): boolean {
  if (before?.class !== "N" || !(ORGANISATION_OF.has(before.lower) || isBehindJoint(tokens, index - 1))) return false;
  if (after?.class === "t" || (token.lower !== "of" && isFirstName(after?.lower ?? ""))) return false;
  if (token.lower === "on" && !DELIBERATING.test(before.lower)) return false;
  return isCapital(text, after) || (after?.lower === "the" && isCapital(text, tokens[index + 2]));
}

/** A preposition that is part of the name of an organisation. */
function isJoint(token: Token | undefined): boolean {
  return token?.class === "N" && JOINTS.has(token.lower);
}

/** "Ministry of Science and Technology": "and" behind what an organisation is of, before another subject. */
function joinsPortfolios({ tokens, index, before, after }: Place): boolean {
  return before?.class === "N" && after?.class === "N" && PORTFOLIOS.has(after.lower) && isBehindJoint(tokens, index - 1);
}

/** Whether a word stands in the name of an organisation behind its preposition: "Study" in "Institute for the Study of War". */
function isBehindJoint(tokens: Token[], last: number): boolean {
  let t = last;
  while (t > last - 5 && tokens[t]?.class === "N" && !isJoint(tokens[t])) t -= 1;
  return isJoint(tokens[t]);
}

/** "The Women's Institute", "the Prime Minister's Office", "St. Mary's Hospital": but "Skerrow's Labour Party" are two. */
function isPossessorInName({ tokens, index, before, after }: Place): boolean {
  if (before?.class !== "N" || after?.class !== "N" || !ORGANISATION.has(after.lower)) return false;
  return POSSESSORS.has(before.lower) || titleOf(before.lower) !== null || /^(?:st|saint)$/.test(tokens[index - 2]?.lower ?? "");
}

/** "Laura A. Medina", "Laura A Medina": a single capital beside a name. */
function isInitial({ text, word, before, after }: Place): boolean {
  if (!/^\p{Lu}\.?$/u.test(word)) return false;
  return isCapital(text, after) && (word.endsWith(".") || before?.class === "N") && after?.class !== "t";
}

/** "WHO", "IT" and "US", where not the whole sentence is in capitals. */
function isAbbreviation({ text, tokens, word, token }: Place): boolean {
  if (!ABBREVIATIONS.has(token.lower) || word !== word.toUpperCase()) return false;
  return tokens.some((other) => other.class !== "Q" && /\p{Ll}/u.test(text.slice(other.start, other.end)));
}

/** "In May", "May 3", "a May study". */
function isMonth({ before, after }: Place): boolean {
  return (
    BEFORE_MONTH.test(before?.lower ?? "") ||
    before?.class === "#" ||
    after?.class === "#" ||
    (before?.class === "D" && after?.class === "n")
  );
}

/** "The Skerrow Morning Herald", "the Sunday Post", "said June Novak". */
function isNamedByTime({ text, token, before, after }: Place): boolean {
  // "Ida June said"
  if (LIKE_WORDS.has(token.lower) && before?.class === "N" && isFirstName(before.lower)) return after !== undefined && after.class !== "#";
  if (!isCapital(text, after)) return false;
  if (LIKE_WORDS.has(token.lower)) return before === undefined || "V,QC".includes(before.class);
  if (NEWSPAPER.test(after?.lower ?? "")) return before === undefined || "DNI".includes(before.class);
  return before?.class === "N" && !token.lower.endsWith("day");
}

/** The first word of a sentence, which has its capital from there: "Backing Novak's plan", "Based in Skerrow". */
function openingClass({ token, word, after }: Place): WordClass {
  const { lower } = token;
  const known = classOf(word, lower, true);
  if ("DPOWISTCR".includes(known)) return known;
  if (word.length < 5 || isFirstName(lower) || LIKE_WORDS.has(lower)) return "N";
  const next = after?.class ?? "$";
  if (lower.endsWith("ing") && !NAMES_IN_ING.has(lower)) return "NDOPSWIT#nRQ".includes(next) ? "g" : "N";
  return lower.endsWith("ed") && !lower.endsWith("eed") && "ITDR".includes(next) ? "d" : "N";
}

/** "Kelly Holt", "Italy said", "Reilly's": not adverbs. */
function isNameInLy({ token, after }: Place): boolean {
  return isFirstName(token.lower) || (after !== undefined && (isFiniteVerb(after.class) || after.class === "G"));
}

/** "Will Holt said", "May said", "Judge Ann Lee said", "Drew Novak rowed", but not "Will Holt go?". */
function isNameLikeWord({ text, tokens, token, after }: Place): boolean {
  if (titleOf(token.lower) !== null) return after?.class === "N" && isCapital(text, after);
  if (!LIKE_WORDS.has(token.lower) || tokens.at(-1)?.lower === "?") return false;
  if (after !== undefined && isFiniteVerb(after.class)) return token.class === "x";
  return after?.class === "N" && isCapital(text, after);
}

function isCapital(text: string, token: Token | undefined): boolean {
  return token !== undefined && token.class !== "Q" && beginsWithCapital(text[token.start] ?? "");
}
