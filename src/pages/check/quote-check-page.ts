import { html } from "ghtml";
import { counted } from "../../article/words/counted.ts";
import { MAX_QUERY } from "../../article/words/query-tokens.ts";
import { cutWords } from "../../representations/cut-words.ts";
import { pathOn, type Site } from "../../representations/links.ts";
import type { Finding } from "../../verification/text/verdict.ts";
import { addresses } from "../addresses.ts";
import { assets } from "../assets.ts";
import { addressWith } from "../filter-links.ts";
import { layout } from "../layout.ts";
import { type CheckValues, quoteForm } from "./check-form.ts";
import { findingBody } from "./finding.ts";
import { sign, signs, verdictOn } from "./verdicts.ts";

/** Code points of the words in a title. */
const TITLE_LENGTH = 80;

/** One quote, checked. @param values what was asked */
export function quoteCheckPage(finding: Finding, values: CheckValues, site: Site): string {
  const verdict = verdictOn(finding);
  const { text, searched } = finding;
  const asked = { quote: text, speaker: values.speaker, article: values.article };
  return layout(
    {
      title: `${verdict.title}: ${cutWords(text, TITLE_LENGTH)}`,
      description: `${verdict.title}. Compared with ${counted(searched.quoteCount, "recorded quote")} in ${counted(searched.articleCount, "article")}.`,
      path: "/check",
      site,
      styles: [assets.checkStyle],
      scripts: [assets.checkScript],
      indexed: false,
    },
    html`!${signs()}<div class="check">
<article class="one tone-${verdict.tone}">
<p class="kicker">Check a quote</p>
<blockquote class="claim" dir="auto"><p>${text}</p></blockquote>
<h1 class="verdict">!${sign(verdict.name)} ${verdict.title}</h1>
!${findingBody(finding, site)}
!${verdict.name === "altered" || verdict.name === "joined" || verdict.name === "spelling" ? html`<p class="meta"><del>Struck</del> words stand in the record only, <ins>underlined</ins> ones in the quote only.</p>` : ""}
<p class="meta">Searched: ${counted(searched.articleCount, "article")} with ${counted(searched.quoteCount, "quote")}; ${counted(searched.compared, "article")} with pieces of these words compared word by word. What is recorded here is what these articles say, no more.</p>
<p class="formats"><a href="${pathOn(site, addressWith("/v1/verify", asked))}">JSON</a> <a href="${pathOn(site, addresses.check({ ...asked, format: "text" }))}">Plain text</a> <a href="${pathOn(site, addresses.search(text.slice(0, MAX_QUERY)))}">Search for these words instead</a></p>
<p class="send"><button type="button" class="second" hidden data-print>Print</button></p>
</article>
<div class="side">!${quoteForm({ ...values, quote: text }, site)}
<p class="more"><a href="${pathOn(site, "/check")}">Check a whole text</a></p></div>
</div>`,
  );
}
