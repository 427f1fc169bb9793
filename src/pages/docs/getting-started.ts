import { html } from "ghtml";
import { pathOn, type Site, urlOn, wordsOn } from "../../representations/links.ts";
import { layout } from "../layout.ts";
import { codeWords } from "./code-words.ts";
import { isMain, type ProjectDocument } from "./document-pages.ts";

/** A step: what it is for, the command, and what to look at in the answer. */
interface Step {
  title: string;
  why: string;
  command: (api: string) => string;
  look: string;
}

/** What the commands ask for: an article, somebody it quotes, and two words of a quote. */
export interface GuideExample {
  article: string;
  speaker: string;
  words: string;
}

/** Of an article that ships with Verbatim. */
export const SHIPPED_EXAMPLE: GuideExample = {
  article: "russia-seeks-good-relations-with-taliban-as-us-troops-exit",
  speaker: "zamir-kabulov",
  words: "peace process",
};

/** In the order a newcomer needs them. */
const stepsWith = ({ article: ARTICLE, speaker: SPEAKER, words: WORDS }: GuideExample): Step[] => [
  {
    title: "Find an article",
    why: "Lists give twenty items at a time, newest first.",
    command: (api) => `curl "${api}/v1/articles?limit=2"`,
    look: "`items` are the articles, `total` says how many there are, and `nextCursor` leads to the next page: give it as `cursor` with the same filters.",
  },
  {
    title: "Get it, or the parts you need",
    why: "An article is data: headline, sections, paragraphs, quotes, speakers, credits and rights.",
    command: (api) => `curl "${api}/v1/articles/${ARTICLE}?fields=headline,speakers,rights"`,
    look: "Leave out `fields` for everything. `rights` says whose the words are; show it wherever you show the words.",
  },
  {
    title: "Read what one person said",
    why: "A quote is one act of speech. Its `segments` are the words in quotation marks, its `attribution` names the speaker and the words the reporter used.",
    command: (api) => `curl "${api}/v1/articles/${ARTICLE}/quotes?speaker=${SPEAKER}"`,
    look: "`kind` says whether a quote is direct, partial or reported; `basis` and `confidence` say how the speaker was found and how sure that is.",
  },
  {
    title: "Find the exact place",
    why: "Every `start` and `end` counts Unicode code points of the article's text, from 0, the end not included.",
    command: (api) => `curl "${api}/v1/articles/${ARTICLE}/text"`,
    look: "Python slices count the same way. In JavaScript use `utf16Span` of the client, or an emoji will shift every place after it.",
  },
  {
    title: "Follow one person through all articles",
    why: "Speakers are shared by all articles.",
    command: (api) => `curl "${api}/v1/speakers/${SPEAKER}/quotes"`,
    look: "The same is available as a feed: `/v1/feeds/speakers/{id}.atom`. For a spreadsheet, add `?format=csv`.",
  },
  {
    title: "Look for words in quotes",
    why: "All words must occur; words in double quotation marks must be next to each other.",
    command: (api) => `curl --get "${api}/v1/quotes" --data-urlencode 'q="${WORDS}"'`,
    look: "Case, accents and the form of quotation marks and dashes do not matter.",
  },
  {
    title: "Ask again without downloading",
    why: "Every answer has an `ETag`. Send it with the next request, and an answer that has not changed is not sent again.",
    command: (api) =>
      `etag=$(curl -s -o /dev/null -w '%header{etag}' "${api}/v1/articles/${ARTICLE}")\ncurl -i -H "If-None-Match: $etag" "${api}/v1/articles/${ARTICLE}"`,
    look: "304 and no body.",
  },
  {
    title: "Read an error",
    why: "Errors are problem details (RFC 9457): `code` is stable, `detail` says what to do.",
    command: (api) => `curl "${api}/v1/quotes?kind=shouted"`,
    look: "`errors` names each wrong parameter, what was sent and what is allowed. `type` leads to a page that explains the problem.",
  },
];

/** The page that leads a newcomer through the API in plain words, and on to the project's documents. */
export function gettingStartedPage(documents: ProjectDocument[], example: GuideExample, site: Site): string {
  const api = urlOn(site, "");
  const description = "The Verbatim API in eight commands.";
  return layout(
    { title: "Getting started", description, path: "/docs/getting-started", site },
    html`<article class="guide">
<header>
<p class="kicker">API</p>
<h1>Getting started</h1>
<p class="described">The API serves news articles as data. You need no key and no account; anything that speaks HTTP will do. These eight commands use <a href="https://curl.se">curl</a>.</p>
</header>
!${stepsWith(encoded(example)).map(
      ({ title, why, command, look }, place) => html`<section aria-labelledby="step-${place + 1}">
<h2 id="step-${place + 1}">${place + 1}. ${title}</h2>
<p>!${codeWords(why)}</p>
<pre tabindex="0" aria-label="Command ${place + 1}"><code>${command(api)}</code></pre>
<p>!${codeWords(wordsOn(site, look))}</p>
</section>`,
    )}
<section aria-labelledby="client">
<h2 id="client">In JavaScript and TypeScript</h2>
<p>The package <code>verbatim-client</code> is a typed client: paths, parameters, answers and errors are checked while you write.</p>
<pre tabindex="0" aria-label="Example of the client"><code>import { createClient, items } from "verbatim-client";

const client = createClient({ baseUrl: "${api}" });
for await (const quote of items(client, "/v1/speakers/{id}/quotes", { path: { id: "${example.speaker}" } })) {
  console.log(quote.text, quote.article.headline.text);
}</code></pre>
</section>
<section aria-labelledby="documents">
<h2 id="documents">Documents</h2>
<ul>
!${documents.filter(isMain).map(({ path, title }) => html`<li><a href="${pathOn(site, path)}">${title}</a></li>`)}
</ul>
</section>
<p><a href="${pathOn(site, "/docs")}">The reference</a> has every operation, to read and to try. <a href="${pathOn(site, "/openapi.json")}">The OpenAPI document</a> is what both are made from.</p>
</article>`,
  );
}

/** As the commands have it: ids of every script are sent percent-encoded. */
function encoded({ article, speaker, words }: GuideExample): GuideExample {
  return { article: encodeURIComponent(article), speaker: encodeURIComponent(speaker), words };
}
