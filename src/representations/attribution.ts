import type { Quote } from "../article/model/schema.ts";

/** Who said it: the speakers' names, else the words of the mention, else `unattributed`. */
export function speakerLine({ speakers, mention }: Quote["attribution"]): string {
  if (speakers.length > 0) return speakers.map((speaker) => speaker.name).join(", ");
  return mention?.text ?? "unattributed";
}

/** The quote for display: in quote marks, except an indirect quote, which is the reporter's wording. */
export function markedText(quote: Pick<Quote, "kind" | "text">): string {
  return quote.kind === "indirect" ? quote.text : `“${quote.text}”`;
}

/** The speaker, and `(indirect)` where the words are the reporter's. @param speaker already escaped for the format */
export function citation(quote: Pick<Quote, "kind" | "attribution">, speaker = speakerLine(quote.attribution)): string {
  return quote.kind === "indirect" ? `${speaker} (indirect)` : speaker;
}
