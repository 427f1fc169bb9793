import type { Article, Quote } from "../article/model/schema.ts";

/** Who is shown to have said something. */
export interface Voices {
  /** Whether the attribution is of low confidence, so that it is shown as doubt and not as a fact. */
  uncertain: boolean;
  /** Names, or the words of the mention; `id` is the speaker they lead to. Empty when nobody is named. */
  named: { id: string | null; words: string }[];
}

/**
 * Whom a reader is told of: the speakers' names, else the words of the mention. In doubt the words of the mention come
 * first: they stand in the text, the name is a guess.
 */
export function voicesOf({ speakers, mention, confidence }: Quote["attribution"]): Voices {
  const uncertain = confidence === "low";
  if (mention !== null && (uncertain || speakers.length === 0)) {
    const id = speakers.length === 1 ? (speakers[0]?.id ?? null) : null;
    return { uncertain, named: [{ id, words: mention.text }] };
  }
  return { uncertain, named: speakers.map(({ id, name }) => ({ id, words: name })) };
}

/** What stands before the words of an attribution in doubt: "uncertain: he". */
export const UNCERTAIN = "uncertain: ";

/** Who said it, as `voicesOf` has it: "Ada Lind", "a passer-by", "uncertain: she"; `unattributed` when nobody is named. */
export function speakerLine(attribution: Quote["attribution"]): string {
  const { uncertain, named } = voicesOf(attribution);
  const words = named.length === 0 ? "unattributed" : named.map((voice) => voice.words).join(", ");
  return uncertain ? UNCERTAIN + words : words;
}

/** The speaker, and `(indirect)` where the words are the reporter's. @param speaker already escaped for the format */
export function citation(quote: Pick<Quote, "kind" | "attribution">, speaker = speakerLine(quote.attribution)): string {
  return quote.kind === "indirect" ? `${speaker} (indirect)` : speaker;
}

/** "Quoted: Ada Lind, Tomas Reyes": speakers of an article who said a quote without doubt, three at most; empty when there are none. */
export function quotedLine({ quotes, speakers }: Pick<Article, "quotes" | "speakers">): string {
  const sure = new Set(
    quotes.flatMap(({ attribution }) => (voicesOf(attribution).uncertain ? [] : attribution.speakers.map(({ id }) => id))),
  );
  const names = speakers.filter(({ id }) => sure.has(id)).map(({ name }) => name);
  return names.length === 0 ? "" : `Quoted: ${names.slice(0, 3).join(", ")}${names.length > 3 ? " and others" : ""}`;
}
