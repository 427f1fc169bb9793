import { html } from "ghtml";
import { pathOn, type Site, urlOn, wordsOn } from "../../representations/links.ts";
import { assets } from "../assets.ts";
import { layout } from "../layout.ts";
import { codeWords } from "./code-words.ts";
import { contentsOf } from "./contents.ts";
import { isMain, type ProjectDocument } from "./document-pages.ts";
import { type GuideAnswer, shownAnswer } from "./shown-answer.ts";
import type { Step } from "./steps.ts";

/**
 * The page that leads a newcomer through the API in plain words, and on to the project's documents.
 *
 * @param steps each with the answer to its command, `null` where there is none to show
 * @param speaker id of the speaker that the example of the client asks for
 */
export function gettingStartedPage(
  documents: ProjectDocument[],
  steps: { step: Step; answer: GuideAnswer | null }[],
  speaker: string,
  site: Site,
): string {
  const api = urlOn(site, "");
  const entries = [
    ...steps.map(({ step: { title } }, place) => ({ id: `step-${place + 1}`, title: html`${place + 1}. ${title}` })),
    { id: "client", title: "In JavaScript and TypeScript" },
    { id: "documents", title: "Documents" },
  ];
  return layout(
    {
      title: "Getting started",
      description: "The Verbatim API in eight commands, with their answers.",
      path: "/docs/getting-started",
      site,
      styles: [assets.guideStyle],
    },
    html`<div class="guide-page">
<header class="guide">
<p class="kicker">API</p>
<h1>Getting started</h1>
<p class="described">The API serves news articles as data. You need no key and no account; anything that speaks HTTP will do. These eight commands use <a href="https://curl.se">curl</a>.</p>
</header>
!${contentsOf(entries)}
<article class="guide" aria-label="Getting started">
!${steps.map(({ step, answer }, place) => stepOf(step, answer, place + 1, site))}
<section aria-labelledby="client">
<h2 id="client">In JavaScript and TypeScript</h2>
<p>The package <code>verbatim-client</code> is a typed client: paths, parameters, answers and errors are checked while you write.</p>
!${copied("example-client", "Example of the client", clientExample(api, speaker), "example")}
</section>
<section aria-labelledby="documents">
<h2 id="documents">Documents</h2>
<ul>
!${documents.filter(isMain).map(({ path, title }) => html`<li><a href="${pathOn(site, path)}">${title}</a></li>`)}
</ul>
</section>
<p><a href="${pathOn(site, "/docs")}">The reference</a> has every operation, to read and to try. <a href="${pathOn(site, "/openapi.json")}">The OpenAPI document</a> is what both are made from. <a href="${pathOn(site, "/problems")}">All problems</a> says what each error means.</p>
</article>
</div>`,
  );
}

function stepOf({ title, why, command, look }: Step, answer: GuideAnswer | null, number: number, site: Site): string {
  return html`<section aria-labelledby="step-${number}">
<h2 id="step-${number}">${number}. ${title}</h2>
<p>!${codeWords(why)}</p>
!${copied(`command-${number}`, `Command ${number}`, command(urlOn(site, "")), "command")}
!${
    answer === null
      ? ""
      : html`<p class="answers">Answer of this server, shortened</p>
<pre class="answer" tabindex="0" aria-label="Answer ${number}"><code>${shownAnswer(answer)}</code></pre>`
  }
<p>!${codeWords(wordsOn(site, look))}</p>
</section>`;
}

/** Code with a button that copies it. @param what the code is called where it is said to be copied */
function copied(id: string, label: string, code: string, what: string): string {
  return html`<div class="code"><pre tabindex="0" aria-label="${label}"><code id="${id}">${code}</code></pre>
<button type="button" hidden data-copy="text" data-from="${id}" data-said="Copied" aria-label="Copy ${what}: ${label}">Copy</button></div>`;
}

function clientExample(api: string, speaker: string): string {
  return `import { createClient, items } from "verbatim-client";

const client = createClient({ baseUrl: "${api}" });
for await (const quote of items(client, "/v1/speakers/{id}/quotes", { path: { id: "${speaker}" } })) {
  console.log(quote.text, quote.article.headline.text);
}`;
}
