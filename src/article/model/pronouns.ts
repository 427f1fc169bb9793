import { z } from "zod";
import type { Article, Speaker } from "./schema.ts";

export const Pronoun = z.enum(["she", "he", "they", "unknown"]).meta({
  id: "Pronoun",
  description:
    "The pronoun by which an article itself refers to a person it quotes, beside a quote. Never guessed from a name. `unknown`: none, or more than one; organisations, places, groups and documents; articles that are not in English.",
});
export type Pronoun = z.infer<typeof Pronoun>;

const PRONOUNS = new Map<string, Pronoun>();
for (const word of ["she", "her", "hers", "herself"]) PRONOUNS.set(word, "she");
for (const word of ["he", "him", "his", "himself"]) PRONOUNS.set(word, "he");
for (const word of ["they", "them", "their", "theirs", "themself", "themselves"]) PRONOUNS.set(word, "they");

/**
 * The pronoun an article uses of each of its speakers, by id: from the mentions beside quotes that are pronouns, the ones
 * an editor attributed among them. Names, titles and roles are not looked at.
 *
 * "They" counts only where it must mean one person: a named one who is the only speaker it mentions. Of a speaker without
 * a name ("residents") it may be the plural.
 */
export function pronounsOf({ language, quotes, speakers }: Pick<Article, "language" | "quotes" | "speakers">): Map<string, Pronoun> {
  // Mentions are pronouns of English; a text whose language nobody knows has them only where English rules found them.
  const isEnglish = language === null || /^en(?:-|$)/i.test(language);
  const used = new Map(speakers.map((speaker) => [speaker.id, new Set(isEnglish ? ownPronouns(speaker) : [])]));
  const shared = new Set<string>();
  for (const { attribution } of isEnglish ? quotes : []) {
    const pronoun = PRONOUNS.get(attribution.mention?.text.toLowerCase() ?? "");
    if (pronoun === undefined) continue;
    const ids = attribution.speakers.map(({ id }) => id);
    for (const id of ids) ids.length > 1 ? shared.add(id) : used.get(id)?.add(pronoun);
  }
  return new Map(speakers.map((speaker) => [speaker.id, settled(speaker, used.get(speaker.id) ?? new Set(), shared.has(speaker.id))]));
}

function ownPronouns({ mentions }: Speaker): Pronoun[] {
  return mentions.flatMap(({ text }) => PRONOUNS.get(text.toLowerCase()) ?? []);
}

/** @param isShared whether a pronoun also stands for the speaker together with others */
function settled({ id, type }: Speaker, used: Set<Pronoun>, isShared: boolean): Pronoun {
  const isNamed = !id.includes("~");
  const sure = [...used].filter((pronoun) => pronoun !== "they" || (isNamed && !isShared));
  const [only = "unknown", ...others] = sure;
  return type === "person" && others.length === 0 ? only : "unknown";
}
