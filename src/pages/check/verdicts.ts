import { html } from "ghtml";
import { cautionsOf, type Finding } from "../../verification/text/verdict.ts";

/** What a page says of a quote: a word, a colour and a sign, so that no one of them alone has to be seen. */
export interface Verdict {
  name: VerdictName;
  /** How it is coloured and underlined. */
  tone: "good" | "doubt" | "bad" | "none";
  /** In a few words. */
  title: string;
}

export type VerdictName = keyof typeof VERDICTS;

/** In the order of a summary: what to look at first. */
export const VERDICTS = {
  altered: ["bad", "Altered", '<path d="M3 6h10M3 10.5h10M11 2.5 5 14"/>'],
  joined: ["bad", "Joined from several places", '<path d="M2 3h5v10H2M14 3H9v10h5M7 8h2"/>'],
  elsewhere: ["bad", "Recorded, but by somebody else", '<circle cx="8" cy="5" r="2.5"/><path d="M3 14c.5-6 9.5-6 10 0M12 2l3 3m0-3-3 3"/>'],
  none: ["none", "Not found", '<circle cx="8" cy="8" r="5.5"/><path d="M12 4 4 12"/>'],
  reported: ["doubt", "In the reporter's words only", '<path d="m3 13 1-3 7-7 2 2-7 7zM9 5l2 2"/>'],
  former: ["doubt", "In an earlier version only", '<path d="M3 8a5 5 0 1 0 1.5-3.5L3 6M3 2.5V6h3.5M8 5.5V8l2 1.5"/>'],
  doubtful: ["doubt", "Recorded, with a doubt", '<path d="M5 6c0-4.5 6-4 6-.5C11 8 8 7.5 8 10.5M8 13v.5"/>'],
  spelling: ["good", "Recorded in another spelling", '<path d="M2 10c2-6 4-2 6-4s4-2 6-4M2 13h12"/>'],
  recorded: ["good", "Recorded word for word", '<path d="m3 8.5 3.5 3.5L13 4"/>'],
  unchecked: ["none", "Not checked", '<circle cx="8" cy="8" r="5.5"/><path d="M8 4.5V8l2.5 1.5"/>'],
} as const satisfies Record<string, readonly [tone: Verdict["tone"], title: string, sign: string]>;

/** What is said of a quote that was checked. */
export function verdictOn(finding: Finding): Verdict {
  const name = nameOf(finding);
  const [tone, title] = VERDICTS[name];
  const isOthers = finding.speaker === "mismatch" && name !== "elsewhere";
  return { name, tone: isOthers ? "bad" : tone, title: isOthers ? `${title}, and by somebody else` : title };
}

/** What is said of a quote that was not. */
export const UNCHECKED: Verdict = { name: "unchecked", tone: VERDICTS.unchecked[0], title: VERDICTS.unchecked[1] };

function nameOf(finding: Finding): VerdictName {
  const { words, speaker, matches, revision } = finding;
  const [best] = matches;
  if (words === "none" || words === "reported") return words;
  if (best?.splice) return "joined";
  if (words === "altered") return best?.difference === "spelling" && !best.negation ? "spelling" : "altered";
  if (speaker === "mismatch") return "elsewhere";
  if (revision !== null) return "former";
  return cautionsOf(finding).length > 0 ? "doubtful" : "recorded";
}

/** The sign of a verdict; it is defined once on a page, by `signs`. */
export function sign(name: VerdictName): string {
  return html`<svg class="sign" aria-hidden="true" viewBox="0 0 16 16"><use href="#sign-${name}"/></svg>`;
}

/** The signs that a page shows. */
export function signs(): string {
  const symbols = Object.entries(VERDICTS).map(
    ([name, [, , drawing]]) => html`<symbol id="sign-${name}" viewBox="0 0 16 16">!${drawing}</symbol>`,
  );
  return html`<svg class="unseen" aria-hidden="true" focusable="false">!${symbols}</svg>`;
}
