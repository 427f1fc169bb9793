import { html } from "ghtml";
import type { Article, Paragraph, Section, Span, SpeakerType } from "../../article/model/schema.ts";
import { CodePointText, textOf } from "../../article/model/text.ts";
import { counted } from "../../article/words/counted.ts";
import { jsonForHtml } from "../../representations/escape.ts";
import { pathOn, type Site } from "../../representations/links.ts";
import { addresses } from "../addresses.ts";
import { type Marking, markedWords, markingOf } from "../articles/marked-paragraph.ts";
import { assets } from "../assets.ts";
import { LABELS } from "../labels.ts";
import { layout } from "../layout.ts";
import { kindSelect, leastCertainFirst, quoteRow } from "./quote-row.ts";

/** The page on which an editor corrects an article: its quotes, the least certain first, beside its text. Saving needs the script. */
export function editPage(article: Article, site: Site): string {
  const { slug, headline, quotes } = article;
  const path = addresses.article(slug);
  const numbers = new Map(quotes.map(({ id }, place) => [id, place + 1]));
  const rows = leastCertainFirst(quotes).map((quote) => quoteRow(quote, numbers.get(quote.id) ?? 0, article, site));
  return layout(
    {
      title: `Correct: ${headline.text}`,
      description: `${counted(quotes.length, "quote")} to look through.`,
      path: addresses.edit(slug),
      site,
      styles: [assets.articleStyle, assets.editStyle],
      scripts: [assets.editScript],
      indexed: false,
    },
    html`<div class="edit story" data-edit data-article="${pathOn(site, `/v1${path}`)}" data-speakers="${pathOn(site, "/v1/speakers")}">
<header><div>
<p class="kicker">Correct</p>
<h1 dir="auto" lang="${article.language ?? ""}">${headline.text}</h1>
<p class="meta">${counted(quotes.length, "quote")}, the least certain first <span class="sep">·</span> <a href="${pathOn(site, path)}">The article</a></p>
<p class="problem" data-without-script>Saving needs JavaScript, which does not run here. Without it, corrections are written into the file <code>articles/${slug}.edits.json</code> of the data folder; <a href="${pathOn(site, "/docs/importing")}#correct">how</a>.</p>
!${keyForm()}
</div></header>
<div class="columns">
<section class="found" aria-labelledby="found"><h2 id="found">Quotes</h2>
!${rows.length === 0 ? '<p class="empty">No quote was found in this article.</p>' : html`<ol>!${rows}</ol>`}
!${speakersOf(article)}
</section>
<section class="words" aria-labelledby="words"><h2 id="words">The text</h2>
!${addForm()}
<div class="body" data-text lang="${article.language ?? ""}">!${bodyOf(article)}</div>
</section>
</div>
!${toSave()}
!${panels()}
<script type="application/json" id="article-data">!${jsonForHtml(dataOf(article))}</script>
</div>`,
  );
}

/** What the script knows of an article. `mention` is what an edit calls it by. */
function dataOf(article: Article) {
  const text = new CodePointText(textOf(article));
  const types = new Map(article.speakers.map(({ id, type }) => [id, type]));
  const wordsOf = (span: Span | null) => span && { text: span.text, at: text.unit(span.start) };
  return {
    slug: article.slug,
    text: text.value,
    speakers: article.speakers.map(({ id, name, type }) => ({ id, name, type })),
    quotes: article.quotes.map(({ id, kind, text: words, attribution: { speakers, mention } }) => ({
      ...{ id, kind, text: words, mention: wordsOf(mention) },
      speakers: speakers.map((speaker) => ({ ...speaker, type: types.get(speaker.id) ?? "person" })),
    })),
  };
}

function bodyOf(article: Article): string {
  const marking = markingOf(article);
  const text = new CodePointText(textOf(article));
  return article.sections.map((section) => sectionOf(section, marking, text)).join("");
}

function sectionOf({ heading, paragraphs }: Section, marking: Marking, text: CodePointText): string {
  const words = (paragraph: Paragraph) =>
    html`<p id="${paragraph.id}" dir="auto" data-at="${text.unit(paragraph.start)}">!${markedWords(paragraph, marking)}</p>`;
  return html`!${heading === null ? "" : html`<h3 dir="auto">${heading.text}</h3>`}!${paragraphs.map(words)}`;
}

function keyForm(): string {
  return html`<form class="key" data-key hidden>
<label for="key">Your key</label>
<p class="line"><input id="key" type="password" autocomplete="off" spellcheck="false" aria-describedby="key-help"> <button class="second">Use it</button></p>
<div class="problem" role="alert" data-key-problem></div>
<p class="meta" id="key-help">It is kept in this tab until the tab is closed. Whoever runs the archive makes one with <code>verbatim key add NAME --scope edit</code>.</p>
</form>
<p class="meta" data-has-key hidden>Your key is kept in this tab. <button type="button" class="plain" data-do="forget">Forget it</button></p>`;
}

/** What is said of all quotes of a speaker in this article. */
function speakersOf({ speakers }: Article): string {
  if (speakers.length === 0) return "";
  const rows = speakers.map(
    ({
      id,
      name,
      type,
    }) => html`<li data-speaker="${id}"><span class="by">${name}</span> <span class="meta">${LABELS.speakerType[type]}</span>
<span class="choices" data-choices hidden><button type="button" class="second" data-do="rename" aria-expanded="false" aria-label="Name or type of ${name}…">Name or type…</button></span></li>`,
  );
  return html`<h2 id="speakers">Speakers in this article</h2><ul class="people-here">!${rows}</ul>`;
}

function addForm(): string {
  return html`<form class="add" data-add hidden>
<h3>Add a quote</h3>
<label for="add-words">Select its words in the text below, or type them as they stand there, without the marks</label>
<textarea id="add-words" rows="2" dir="auto" aria-describedby="add-found"></textarea>
<p class="line"><label data-which hidden>Which of these places <input id="add-which" type="number" min="1" value="1"></label> <button type="button" class="second" data-do="segment">Take these words</button></p>
<p class="meta" id="add-found" role="status"></p>
<ol class="pieces" data-pieces></ol>
<p class="line"><label>Kind !${kindSelect("direct", 'id="add-kind"')}</label> <button type="button" class="second" data-do="speaker" aria-expanded="false">Speaker…</button> <span class="meta" data-chosen>Nobody is named</span></p>
<p class="line"><button>Add the quote</button></p>
</form>
<div data-panel-place></div>`;
}

function toSave(): string {
  return html`<section class="to-save" aria-labelledby="to-save" data-to-save hidden>
<h2 id="to-save" tabindex="-1">To be saved</h2>
<p class="empty" data-none>Nothing yet.</p>
<ol data-steps></ol>
<p class="line"><button type="button" data-do="save">Save</button> <button type="button" class="second" data-do="preview">Try without saving</button> <button type="button" class="second" data-do="reload" hidden>Load the page again and apply them again</button></p>
<div class="problem" role="alert" data-problem></div>
<p class="meta" role="status" data-said></p>
<details data-saved hidden><summary>Saved before</summary><ol></ol></details>
</section>`;
}

/** What the script copies to where it is needed. */
function panels(): string {
  return html`<template id="speaker-panel"><form class="panel">
<fieldset><legend>Who says it?</legend><div data-options></div></fieldset>
<label>Look for somebody else <input type="search" data-look autocomplete="off" dir="auto"></label>
<p class="meta" role="status" data-looked></p>
<label data-type hidden>Of a new name: what it is !${typeSelect()}</label>
<label class="check"><input type="checkbox" data-also> Together with who is named now</label>
<p class="line"><button>Set the speaker</button> <button type="button" class="second" data-do="close">Cancel</button></p>
</form></template>
<template id="reject-panel"><form class="panel">
<label>Why it is not a quote, for the next editor (may stay empty) <input data-note autocomplete="off"></label>
<p class="line"><button>Reject the quote</button> <button type="button" class="second" data-do="close">Cancel</button></p>
</form></template>
<template id="rename-panel"><form class="panel">
<label>Name in this article <input data-name autocomplete="off" dir="auto" required></label>
<label>Type !${typeSelect()}</label>
<p class="line"><button>Set name and type</button> <button type="button" class="second" data-do="close">Cancel</button></p>
</form></template>`;
}

function typeSelect(): string {
  const options = Object.entries(LABELS.speakerType satisfies Record<SpeakerType, string>);
  return html`<select data-types>!${options.map(([type, label]) => html`<option value="${type}">${label}</option>`)}</select>`;
}
