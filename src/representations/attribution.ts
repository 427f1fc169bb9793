import type { Quote } from "../article/model/schema.ts";

/** Who said it, in words: the speakers' names, else the words that name the speaker there, else `unattributed`. */
export function speakerLine({ speakers, mention }: Quote["attribution"]): string {
  if (speakers.length > 0) return speakers.map((speaker) => speaker.name).join(", ");
  return mention?.text ?? "unattributed";
}

/** The quote for display. Only words that were marked in the article stand in marks; an indirect quote is the reporter's wording. */
export function markedText(quote: Pick<Quote, "kind" | "text">): string {
  return quote.kind === "indirect" ? quote.text : `“${quote.text}”`;
}

/** The speaker (ready for the format it is meant for), and `(indirect)` where the words are the reporter's. */
export function citation(quote: Pick<Quote, "kind" | "attribution">, speaker = speakerLine(quote.attribution)): string {
  return quote.kind === "indirect" ? `${speaker} (indirect)` : speaker;
}
