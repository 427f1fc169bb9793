import { html } from "ghtml";
import type { VerificationMatch } from "../../verification/verification.ts";

/**
 * How a quote differs from the record, word by word, in the order of the quote: `del` stands in the record only, `ins` in
 * the quote only. Screen readers seldom tell them, so words do.
 */
export function difference({ diff }: VerificationMatch): string {
  let passage: number | null = null;
  const steps = diff.map(({ op, claim, recorded }) => {
    const isJoin = recorded !== null && passage !== null && recorded.passage !== passage;
    if (recorded !== null || op === "gap") passage = recorded?.passage ?? null;
    const join = isJoin ? html`<span class="join"><span class="unseen">(joined here) </span>⁞</span> ` : "";
    if (op === "delete")
      return html`!${join}<del><span class="unseen">only recorded: </span>${recorded?.text ?? ""}<span class="unseen">;</span></del>`;
    if (op === "insert")
      return html`!${join}<ins><span class="unseen">only quoted: </span>${claim?.text ?? ""}<span class="unseen">;</span></ins>`;
    return html`!${join}${op === "gap" ? "…" : (claim?.text ?? "")}`;
  });
  return html`<p class="difference" dir="auto">!${steps.join(" ")}</p>`;
}
