import { html } from "ghtml";
import { counted } from "../../article/words/counted.ts";
import type { TextSummary } from "../../verification/text/text-verification.ts";
import { type CheckedPart, verdictOf } from "./checked-paragraph.ts";
import { sign, VERDICTS, type VerdictName } from "./verdicts.ts";

/** Numbers of quotes that are listed for a verdict. */
const MOST_LISTED = 24;

/** Counts, what they are based on, what was not checked, and the report to take away. @param report the same as text */
export function summaryBlock({ counts, searched, notes }: TextSummary, parts: readonly CheckedPart[], report: string): string {
  const byVerdict = Map.groupBy(parts, (part) => verdictOf(part).name);
  const names = (Object.keys(VERDICTS) as VerdictName[]).filter((name) => byVerdict.has(name));
  return html`<section class="summary" id="summary" aria-labelledby="summary-title">
<h2 id="summary-title">Summary</h2>
<ul class="counts">!${names.map((name) => verdictLine(name, byVerdict.get(name) ?? []))}</ul>
<div class="basis">!${speakersLine(counts.speaker)}
<p>Searched: ${counted(searched.articleCount, "article")} with ${counted(searched.quoteCount, "quote")}. What is recorded is what these articles say; what is not may have been said elsewhere.</p>
!${notes.length === 0 ? "" : html`<ul class="remarks">!${notes.map(({ code, message }) => html`<li dir="auto">${NOTES[code] ?? message}</li>`)}</ul>`}
<p class="legend">Beside the text, <del>struck</del> words stand in the record only, <ins>underlined</ins> ones in the quote only.</p></div>
<div class="take"><button type="button" hidden data-print>Print the report</button> <button type="button" class="second" hidden data-copy="text" data-from="report-text" data-said="Report copied">Copy the report as text</button>
<details><summary>The report as text</summary><pre id="report-text" dir="auto" tabindex="0">${report}</pre></details></div>
</section>
`;
}

/** Notes whose words are for programs. */
const NOTES: Record<string, string> = {
  unchecked: "Some quotes were not checked; beside each stands why.",
  "ambiguous-speakers": "Some quotes have a speaker whose name several speakers have; beside each stands who it may be.",
  "no-quotes":
    "The text has no quotes in marks: nothing was checked. Put what somebody said into quotation marks, or check it as one quote.",
};

function verdictLine(name: VerdictName, parts: CheckedPart[]): string {
  const [tone, title] = VERDICTS[name];
  const listed = parts.slice(0, MOST_LISTED).map(({ number }) => html`<a href="#finding-${number}">${number}</a>`);
  return html`<li class="tone-${tone}">!${sign(name)} <strong>${parts.length}</strong> <span>${title} <span class="listed">!${listed.join(", ")}!${parts.length > MOST_LISTED ? ", …" : ""}</span></span></li>`;
}

function speakersLine(speaker: TextSummary["counts"]["speaker"]): string {
  const said: [number, string][] = [
    [speaker.match, "as claimed"],
    [speaker.mismatch, "somebody else"],
    [speaker.uncertain, "uncertain"],
    [speaker.unattributed, "not recorded"],
    [speaker["not-asked"], "not claimed by name"],
  ];
  const parts = said.flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`]));
  return parts.length === 0 ? "" : html`<p>Speakers: ${parts.join(", ")}.</p>`;
}
