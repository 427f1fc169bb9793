import { html } from "ghtml";

/** Words as HTML, with what stands in backticks as code; a backtick without a second one stays. */
export function codeWords(words: string): string {
  const parts = words.split("`");
  if (parts.length % 2 === 0) return html`${words}`;
  return parts.map((part, place) => (place % 2 === 0 ? html`${part}` : html`<code>${part}</code>`)).join("");
}

/** Words without backticks, where there is no markup: in a description of a page. */
export function plainWords(words: string): string {
  return words.replaceAll("`", "");
}
