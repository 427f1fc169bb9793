import { isFunctionWord } from "../content-words.ts";

// Each line is the forms of one word. Modal verbs are not here: "could" for "can" is another statement.
const IRREGULAR = `be am is are was were been being|have has had having|do does did done doing|go goes went gone going|this these|that those
arise arose arisen|awake awoke awoken|bear bore borne born|beat beaten|become became|begin began begun|bend bent|bet|bind bound|bite bit bitten
bleed bled|blow blew blown|break broke broken|breed bred|bring brought|build built|burn burnt|buy bought|catch caught|choose chose chosen|cling clung
come came|creep crept|deal dealt|dig dug|draw drew drawn|dream dreamt|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed
feel felt|fight fought|find found|flee fled|fly flew flown flies|forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven
freeze froze frozen|get got gotten|give gave given|grow grew grown|hang hung|hear heard|hide hid hidden|hold held|keep kept|kneel knelt|know knew known
lay laid|lead led|leave left|lend lent|lie lay lain lying|light lit|lose lost|make made|mean meant|meet met|pay paid|prove proven|ride rode ridden
ring rang rung|rise rose risen|run ran|say said|see saw seen|seek sought|sell sold|send sent|shake shook shaken|shine shone|shoot shot|show shown
shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|speak spoke spoken|speed sped|spend spent|spin spun|spring sprang sprung
stand stood|steal stole stolen|stick stuck|sting stung|strike struck|strive strove|swear swore sworn|sweep swept|swim swam swum|swing swung
take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|understand understood|wake woke woken|wear wore worn|weep wept
win won|wind wound|withdraw withdrew withdrawn|withhold withheld|write wrote written|overcome overcame|undergo underwent undergone|undertake undertook undertaken
man men|woman women|child children|person people persons|foot feet|tooth teeth|mouse mice|goose geese|life lives|wife wives|knife knives|leaf leaves
half halves|self selves|shelf shelves|thief thieves|wolf wolves|loaf loaves|crisis crises|analysis analyses|basis bases|criterion criteria
phenomenon phenomena|medium media|datum data|policeman policemen|policewoman policewomen|spokesman spokesmen|chairman chairmen|fisherman fishermen`
  .split(/[|\n]/)
  .map((line) => line.split(" "));
const LEMMAS = new Map<string, string[]>();
const FORMS = new Map<string, string[]>();
for (const forms of IRREGULAR) {
  const [lemma = ""] = forms;
  for (const form of forms) {
    LEMMAS.set(form, [...(LEMMAS.get(form) ?? []), lemma]);
    FORMS.set(form, [...(FORMS.get(form) ?? []), ...forms]);
  }
}

/** Their endings are no plural and no form of a verb: news is not several times new. */
const UNINFLECTED = new Set(
  "news goods arms means customs series species evening evenings nothing something anything everything during morning ceiling hundred always perhaps sometimes thousand united".split(
    " ",
  ),
);
const VOWEL = /[aeiouy]/;
/** One short syllable: "hop" doubles its last letter before an ending, "hope" does not. */
const SHORT = /^[^aeiouy]*[aeiouy][^aeiouywx]$/;

/**
 * The words of which a folded English word may be a form: its number, tense or person. The word itself is among them, and some
 * are no words ("helpe"). Grammatical words have none but the forms of be, have, do, this and that.
 */
export function lemmasOf(word: string): string[] {
  const irregular = LEMMAS.get(word);
  if (isFunctionWord(word)) return irregular ?? [];
  if (word.length < 4 || UNINFLECTED.has(word) || /\d/.test(word)) return [word, ...(irregular ?? [])];
  return [word, ...(irregular ?? []), ...pluralOf(word), ...verbOf(word)].filter((one) => one === word || !isFunctionWord(one));
}

/** Forms in which a word may stand elsewhere, to look for it. */
export function formsOf(word: string): string[] {
  if (word.length < 3 || /\d/.test(word)) return [];
  if (isFunctionWord(word) || UNINFLECTED.has(word)) return FORMS.get(word) ?? [];
  const lemmas = [word, ...(LEMMAS.get(word) ?? []), ...pluralOf(word), ...verbOf(word)].slice(0, 3);
  const forms = lemmas.flatMap((lemma) => {
    const stem = lemma.replace(/e$/, "");
    const doubled = SHORT.test(lemma) ? lemma + lemma.at(-1) : stem;
    const plural = /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : /(?:[sxz]|[cs]h)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
    const past = /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ied` : `${doubled}ed`;
    return [lemma, ...(FORMS.get(lemma) ?? []), plural, past, `${doubled}ing`];
  });
  return [...new Set([...(FORMS.get(word) ?? []), ...forms])].filter((form) => form !== word);
}

function pluralOf(word: string): string[] {
  if (!word.endsWith("s") || /(?:ss|us|is)$/.test(word)) return [];
  const without = [word.slice(0, -1)];
  if (word.endsWith("ies")) without.push(`${word.slice(0, -3)}y`);
  if (/(?:[sxzo]|[cs]h)es$/.test(word)) without.push(word.slice(0, -2));
  return without;
}

function verbOf(word: string): string[] {
  if (word.endsWith("ied")) return [`${word.slice(0, -3)}y`];
  const [, stem = ""] = /^(.{2,}?)(?:ed|ing)$/.exec(word) ?? [];
  if (!VOWEL.test(stem) || word.endsWith("eed")) return [];
  const doubled =
    /([^aeiouy])\1$/.test(stem) && !/[lsz]{2}$/.test(stem) ? [stem.slice(0, -1)] : /ll$/.test(stem) ? [stem.slice(0, -1)] : [];
  return [...(SHORT.test(stem) ? [] : [stem]), `${stem}e`, ...doubled];
}
