import { html } from "ghtml";
import { pathOn, type Site } from "../../representations/links.ts";
import { assets } from "../assets.ts";
import { codeWords } from "../docs/code-words.ts";
import { layout } from "../layout.ts";

/** What a reader has filled in. */
export interface CheckValues {
  text?: string | undefined;
  quote?: string | undefined;
  speaker?: string | undefined;
  article?: string | undefined;
  exclude?: string | undefined;
  publishedFrom?: string | undefined;
  publishedTo?: string | undefined;
}

/** What kept a check from being made. */
export interface CheckProblem {
  title: string;
  /** What happened and what to do. */
  detail: string;
}

/** `/check`: the forms for a text and for one quote; above them, what was wrong with what was sent. */
export function checkFormPage(site: Site, values: CheckValues = {}, problem: CheckProblem | null = null): string {
  return layout(
    {
      title: problem === null ? "Check quotes" : `${problem.title} – Check quotes`,
      description:
        "Compares the quotes of a text, or one quote, with the recorded ones: word by word, and who said them. Nothing is stored.",
      path: "/check",
      site,
      styles: [assets.checkStyle],
      scripts: [assets.checkScript],
      indexed: problem === null,
    },
    html`<div class="check">
<header>
<h1>Check quotes</h1>
!${problem === null ? "" : html`<div class="problem" role="alert"><h2>${problem.title}</h2><p dir="auto">!${codeWords(problem.detail)}</p></div>`}
<p class="standfirst">Each quote is compared, word by word, with what the articles here have recorded, and with who is recorded as having said it.</p>
</header>
!${textForm(values, site)}
<div class="side">!${quoteForm(values, site)}</div>
</div>`,
  );
}

/** Asks for a whole text. */
function textForm({ text = "", article, exclude, publishedFrom, publishedTo }: CheckValues, site: Site): string {
  const isNarrowed = [article, exclude, publishedFrom, publishedTo].some((value) => value !== undefined);
  return html`<form class="check-text" method="post" action="${pathOn(site, "/check")}" enctype="multipart/form-data">
<h2>A whole text</h2>
<p><label for="check-text">Paste a draft, a press release, a page</label>
<textarea id="check-text" name="text" rows="12" dir="auto">
${text}</textarea></p>
<p><label for="check-file">or choose a file: text, Markdown or HTML, up to 256 KiB</label>
<input id="check-file" name="file" type="file" accept=".txt,.text,.md,.markdown,.html,.htm,.xhtml,text/plain,text/markdown,text/html" data-most="262144"></p>
<details!${isNarrowed ? " open" : ""}>
<summary>Look in some articles only</summary>
<p><label for="check-article">Only in these articles (their addresses here, separated by spaces)</label>
<input id="check-article" name="article" value="${article ?? ""}"></p>
<p><label for="check-exclude">Not in these articles, such as an earlier version of the text</label>
<input id="check-exclude" name="exclude" value="${exclude ?? ""}"></p>
<p class="dates"><span><label for="check-from">Published from</label>
<input id="check-from" name="publishedFrom" type="date" value="${publishedFrom ?? ""}"></span>
<span><label for="check-to">to</label>
<input id="check-to" name="publishedTo" type="date" value="${publishedTo ?? ""}"></span></p>
</details>
<p class="send"><button>Check the quotes</button> <button class="second" name="format" value="text">As plain text</button></p>
<p class="meta">The text is read, checked and forgotten: nothing of it is stored. Words in quotation marks are checked, up to 200 quotes; indirect speech is not.</p>
</form>`;
}

/** Asks for one quote. */
export function quoteForm({ quote = "", speaker, article }: CheckValues, site: Site): string {
  return html`<form class="check-quote" method="post" action="${pathOn(site, "/check")}">
<h2>One quote</h2>
<p><label for="check-quote">Did anybody say this?</label>
<textarea id="check-quote" name="quote" rows="4" required dir="auto">
${quote}</textarea></p>
<p><label for="check-speaker">Who is said to have said it (optional)</label>
<input id="check-speaker" name="speaker" value="${speaker ?? ""}" dir="auto"></p>
!${
    article === undefined
      ? ""
      : html`<p><label for="check-in">Only in this article</label>
<input id="check-in" name="article" value="${article}"></p>`
  }
<p class="send"><button>Check the quote</button></p>
<p class="meta">Nothing is stored. The answer has an address with the quote in it, which you can share. “…” and “[ ]” stand for words left out.</p>
</form>`;
}
