import { html } from "ghtml";
import { CONTEXT_LENGTH, type Context } from "../../article/model/items.ts";
import { codePointLength } from "../../article/model/text.ts";
import { counted } from "../../article/words/counted.ts";
import { pathOn, type Site } from "../../representations/links.ts";
import { cautionsOf, type Finding, SPLICES } from "../../verification/text/verdict.ts";
import type { Passage, VerificationMatch } from "../../verification/verification.ts";
import { addresses, textFragment } from "../addresses.ts";
import { publication } from "../dates.ts";
import { speakerLinks } from "../quotes/quote-block.ts";
import { difference } from "./difference.ts";

/** Further places that are shown; the data has all. */
const MORE_SHOWN = 4;

/** Words of a passage that are shown of one which is as it was quoted. */
const SAME_WORDS = 16;

/** What is recorded of a quote: the difference, who is claimed and who recorded, and where it stands. */
export function findingBody(finding: Finding, site: Site): string {
  const [best, ...others] = finding.matches;
  const isChanged = best !== undefined && finding.words !== "exact" && (best.splice !== null || best.difference !== null);
  return html`!${isChanged ? difference(best) : ""}!${remarks(finding)}!${people(finding, site)}!${
    best === undefined ? nothing(finding, site) : html`<div class="source">!${passageBlocks(best, site, finding.words === "exact")}</div>`
  }!${further(others, site)}`;
}

/** What a reader has to know beside the verdict. */
function remarks(finding: Finding): string {
  const [best] = finding.matches;
  const lines = [
    ...(best?.splice && finding.words !== "none" ? [`Joined without a mark: ${SPLICES[best.splice]}.`] : []),
    ...(best?.negation ? ["A negative word differs."] : []),
    ...cautionsOf(finding).map((caution) => `${caution.charAt(0).toUpperCase()}${caution.slice(1)}.`),
    ...(finding.claimed.candidates.length === 0 ? [] : ["Several speakers have the claimed name."]),
  ];
  return lines.length === 0 ? "" : html`<ul class="remarks">!${lines.map((line) => html`<li dir="auto">${line}</li>`)}</ul>`;
}

/** Who is claimed and who is recorded. */
function people(finding: Finding, site: Site): string {
  const { claimed, matches, words } = finding;
  const names = [claimed.speaker, ...claimed.others].filter((name) => name !== null);
  const [best] = matches;
  const isPlain = finding.speaker === "match" && names.length === 1 && best?.speakers.length === 1 && names[0] === best.speakers[0]?.name;
  const claim =
    names.length === 0 || isPlain
      ? ""
      : html`<div><dt>Claimed</dt><dd>!${names.map((name) => html`<bdi>${name}</bdi>`).join(" and ")}!${unknown(finding)}!${candidates(finding, site)}</dd></div>`;
  const record =
    best === undefined
      ? ""
      : html`<div><dt>Recorded</dt><dd>!${words === "reported" ? "The reporter" : by(best, site)}!${words === "reported" && best.speakers.length > 0 ? html`, of !${by(best, site)}` : ""}!${agreement(finding)}</dd></div>`;
  return claim === "" && record === "" ? "" : html`<dl class="people-named">!${claim}!${record}</dl>`;
}

/** Who said it; in doubt where one of the passages is. */
function by({ speakers, passages }: VerificationMatch, site: Site): string {
  const confidences = passages.flatMap(({ quote }) => quote?.confidence ?? []);
  const confidence = confidences.find((one) => one === "low") ?? confidences[0] ?? null;
  return speakerLinks({ attribution: { speakers, mention: null, cue: null, basis: null, confidence } }, site);
}

const AGREEMENTS: Record<Finding["speaker"], string> = {
  match: "as claimed",
  mismatch: "not as claimed",
  uncertain: "may be the same",
  unattributed: "nobody to compare with",
  "not-asked": "",
};

function agreement({ speaker, claimed }: Finding): string {
  const said = speaker === "not-asked" && claimed.speaker !== null ? "a role, not a name: not compared" : AGREEMENTS[speaker];
  return said === "" ? "" : html` <span class="agreement agreement-${speaker}">${said}</span>`;
}

function unknown({ unknownSpeaker, claimed }: Finding): string {
  return unknownSpeaker === null || claimed.candidates.length > 0 ? "" : html` <span class="agreement">no article quotes this name</span>`;
}

function candidates({ claimed }: Finding, site: Site): string {
  if (claimed.candidates.length === 0) return "";
  return html` (!${claimed.candidates.map(({ id, name }) => html`<a href="${pathOn(site, addresses.speaker(id))}"><bdi>${name}</bdi></a>`).join(" or ")}?)`;
}

/** The words where they stand, with their headline, publisher and date. @param isSame whether they have been read already, in the quote */
function passageBlocks({ passages, revision }: VerificationMatch, site: Site, isSame = false): string[] {
  return passages.map((passage) => passageBlock(passage, revision?.revision ?? null, site, isSame));
}

function passageBlock({ article, block, quote, context, text }: Passage, former: string | null, site: Site, isSame: boolean): string {
  const place = quote === null ? (block.kind === "paragraph" ? (block.id ?? "") : "") : `quote-${quote.id}`;
  const path = pathOn(site, addresses.article(article.slug, former));
  const { before, after } = wholeWords(context);
  return html`<figure class="passage">
<blockquote cite="${path}" dir="auto"><p>${before}<mark>${isSame ? edges(text) : text}</mark>${after}</p></blockquote>
<figcaption class="meta"><cite dir="auto"><a href="${path}#${place}${textFragment([text])}">${article.headline.text}</a></cite> <span class="sep">·</span> !${publication(article)}!${former === null ? "" : html` <span class="sep">·</span> earlier version`}</figcaption>
</figure>`;
}

/** The words around a passage in its paragraph, none of them cut. */
function wholeWords({ before, after }: Context): Context {
  const left = before.split("\n\n").at(-1) ?? "";
  const right = after.split("\n\n")[0] ?? "";
  const isCut = (side: string) => codePointLength(side) >= CONTEXT_LENGTH;
  return {
    before: isCut(left) ? left.replace(/^\S*\s?/, "… ") : left,
    after: isCut(right) ? right.replace(/\s?\S*$/, " …") : right,
  };
}

/** The first and the last words of a long passage. */
function edges(text: string): string {
  const words = text.split(/\s+/);
  return words.length <= SAME_WORDS ? text : `${words.slice(0, SAME_WORDS / 2).join(" ")} … ${words.slice(-SAME_WORDS / 4).join(" ")}`;
}

/** Where nothing was found: how much was looked at, and what that does not mean. */
function nothing({ searched, text }: Finding, site: Site): string {
  const { articleCount, quoteCount } = searched;
  const looked =
    articleCount === 0
      ? "There was no article to look in."
      : `Nothing close to these words is in ${counted(articleCount, "article")} with ${counted(quoteCount, "quote")}.`;
  const words = firstWords(text);
  return html`<p class="nothing">${looked} It may have been said elsewhere. <a href="${pathOn(site, addresses.search(words))}">Search for these words</a></p>`;
}

/** Words to search for: a search finds articles with all of them, so a few are enough, without what its language means. */
function firstWords(text: string): string {
  const words = text.toWellFormed().match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? [];
  return words
    .filter((word) => word.length > 3)
    .slice(0, 6)
    .join(" ")
    .slice(0, 150);
}

function further(matches: VerificationMatch[], site: Site): string {
  if (matches.length === 0) return "";
  const shown = matches.slice(0, MORE_SHOWN);
  const places = shown.map((match) => html`<p class="by">!${by(match, site)}</p>!${passageBlocks(match, site)}`);
  return html`<details class="further"><summary>${counted(matches.length, "more place")}</summary>!${places}</details>`;
}
