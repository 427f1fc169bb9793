import type { Analysis } from "../../analysis.ts";
import type { Mention } from "../../language/en/grammar/mentions.ts";
import type { Name } from "../../language/en/names/names.ts";
import type { Sentence, Token } from "../../language/en/tokens/tokens.ts";
import { phraseOf } from "../phrases/phrases.ts";
import type { Entity } from "./entities.ts";
import type { EntityIndex } from "./entity-index.ts";
import { initialsOf, lettersOf, mayAbbreviate, nameParts } from "./name-keys.ts";

/** How many mentions before a bracket its letters may stand for: "the Department for Work and Pensions (DWP)" is three. */
const REACH = 3;

/** How many words before a bracket its letters may be the initials of. */
const MOST_WORDS = 12;

/** Ties letters in brackets to the name before them, "the Skerrow Water Research Institute (SWRI)", so that both are one organisation. */
export function bindAcronyms(analysis: Analysis, names: Map<Mention, Name>, of: Map<Mention, Entity>, index: EntityIndex): void {
  for (const [mention, name] of names) {
    const letters = lettersOf(name.words[0] ?? "");
    const { classes } = analysis.sentences[mention.sentence] as Sentence;
    const bracketed = classes[mention.first - 1] === "(" && classes[mention.last] === ")";
    if (!bracketed || name.words.length > 1 || letters === null) continue;
    const full = nameBefore(analysis, mention, letters);
    if (full === null) continue;
    const entity = index.named(full);
    if (entity.human || entity.gender !== null) continue;
    if (entity.type === "person") entity.type = "organisation";
    index.abbreviate(letters, entity);
    of.set(mention, entity);
  }
}

/** The name that ends right before the bracket of a mention and that its letters may stand for. */
function nameBefore(analysis: Analysis, mention: Mention, letters: string): Name | null {
  const { tokens } = analysis.sentences[mention.sentence] as Sentence;
  const mentions = analysis.mentions[mention.sentence] ?? [];
  const end = mention.first - 1;
  for (const before of mentions.slice(Math.max(0, mention.index - REACH), mention.index).toReversed()) {
    const plain = before.last === end ? before.name : null;
    if (plain !== null && mayAbbreviate(letters, nameParts(plain.words))) return plain;
    const phrase = phraseOf(analysis, before);
    if (phrase.last === end && phrase.name !== null && mayAbbreviate(letters, nameParts(phrase.name.words))) return phrase.name;
  }
  return wordsBefore(analysis, tokens, end, letters);
}

/** "The Harbour Workers' Union (HWU)", "the Office for Tides and Ferries (OTF)": the words whose initials the letters are. */
function wordsBefore({ text }: Analysis, tokens: Token[], end: number, letters: string): Name | null {
  for (let first = end - 2; first >= Math.max(0, end - MOST_WORDS); first -= 1) {
    const token = tokens[first] as Token;
    if (!"NGIC*".includes(token.class) && token.lower !== "the") return null;
    if (token.class !== "N") continue;
    const [{ start }, last] = [token, tokens[end - 1]];
    if (last === undefined) return null;
    const words = text.slice(start, last.end).split(/\s+/);
    if (!initialsOf(nameParts(words)).includes(letters)) continue;
    return { words, gender: null, title: null, definite: true, start, end: last.end };
  }
  return null;
}
