import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import * as annotator from "@apache-annotator/selector";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { quoteItems } from "../../src/article/model/items.ts";
import type { Article } from "../../src/article/model/schema.ts";
import { CodePointText, textOf } from "../../src/article/model/text.ts";
import { articlePage } from "../../src/pages/articles/article-page.ts";
import { quoteAnnotation } from "../../src/representations/annotation.ts";
import { articleHtml } from "../../src/representations/html.ts";
import { buildArticle, segment } from "../article-builder.ts";
import { sampleArticles } from "../fixtures.ts";
import { sample, site } from "./samples.ts";

// Anchors every annotation as tools do: with Apache Annotator, which compares strictly, over the text nodes of a document.

interface TextNode {
  data: string;
  /** Id of the paragraph it is in; empty outside of one, and in the plain text. */
  block: string;
}
interface Match {
  startChunk: TextNode;
  startIndex: number;
  endChunk: TextNode;
  endIndex: number;
}
interface QuoteSelector {
  exact: string;
  prefix: string;
  suffix: string;
}
interface PositionSelector {
  start: number;
  end: number;
}
type Matcher<Selector> = (selector: Selector) => (text: ReturnType<typeof chunkerOver>) => AsyncIterable<Match>;

// The types it ships name their files without extensions, which modules of Node do not find.
const { textQuoteSelectorMatcher, textPositionSelectorMatcher } = annotator as unknown as {
  textQuoteSelectorMatcher: Matcher<QuoteSelector>;
  textPositionSelectorMatcher: Matcher<PositionSelector>;
};

/** A text as Apache Annotator reads it: its nodes one after the other. */
function chunkerOver(nodes: readonly TextNode[]) {
  let at = 0;
  const here = (): TextNode => nodes[at] as TextNode;
  const move = (step: number) => {
    if (nodes[at + step] === undefined) return null;
    at += step;
    return here();
  };
  return {
    get currentChunk() {
      return here();
    },
    nextChunk: () => move(1),
    previousChunk: () => move(-1),
    precedesCurrentChunk: (chunk: TextNode) => nodes.indexOf(chunk) < at,
  };
}

interface DocumentNode {
  nodeType: number;
  nodeName: string;
  textContent: string | null;
  id?: string;
  childNodes: Iterable<DocumentNode>;
}

/** The text nodes of the body of a page, without those of scripts. */
function textNodes(html: string): TextNode[] {
  const { document } = parseHTML(html);
  const nodes: TextNode[] = [];
  const walk = (node: DocumentNode, block: string) => {
    if (node.nodeType === 3 && node.textContent) nodes.push({ data: node.textContent, block });
    const inside = /^p\d+$/.test(node.id ?? "") ? String(node.id) : block;
    if (node.nodeName !== "SCRIPT") for (const child of node.childNodes) walk(child, inside);
  };
  walk(document.body as unknown as DocumentNode, "");
  return nodes;
}

async function found(matches: AsyncIterable<Match>): Promise<Match[]> {
  const all: Match[] = [];
  for await (const match of matches) all.push(match);
  return all;
}

const anchor = (selector: QuoteSelector, nodes: TextNode[]) => found(textQuoteSelectorMatcher(selector)(chunkerOver(nodes)));

interface Target {
  paragraph: string;
  start: number;
  quote: QuoteSelector;
  position: PositionSelector;
}

function targetsOf(article: Article): Target[] {
  return quoteItems(article).flatMap((item) => {
    const { target } = JSON.parse(quoteAnnotation(item, article, site)) as {
      target: { selector: [QuoteSelector, PositionSelector] }[];
    };
    return target.map(({ selector: [quote, position] }, place) => {
      const segment = item.segments[place];
      if (segment === undefined) throw new Error("expected a target for each segment");
      return { paragraph: segment.paragraph, start: segment.start, quote, position };
    });
  });
}

const folder = resolve(import.meta.dirname, "../../data/articles");
const shipped = readdirSync(folder).map((name) => JSON.parse(readFileSync(resolve(folder, name), "utf8")) as Article);

/** Quotes from none to forty emoji away from the start and the end of their paragraph. */
const edges = buildArticle({
  headline: "Waves",
  sections: [
    {
      paragraphs: Array.from({ length: 41 }, (_, away) => [
        `${"🌊".repeat(away)}“`,
        segment(`w${away}`, `Wave ${away} of many`),
        `”${"🌊".repeat(away)}`,
      ]),
    },
  ],
  quotes: Object.fromEntries(Array.from({ length: 41 }, (_, away) => [`w${away}`, {}])),
});

describe.each([...shipped, ...sampleArticles(), sample, edges].map((article) => ({ slug: article.slug, article })))(
  "$slug",
  ({ article }) => {
    const targets = targetsOf(article);
    const text = textOf(article);

    test("has each annotation in its text once, by its words and by its position", async () => {
      const nodes = [{ data: text, block: "" }];
      for (const { quote, position, start } of targets) {
        const [match, ...others] = await anchor(quote, nodes);
        expect(others).toEqual([]);
        expect(new CodePointText(text.slice(0, match?.startIndex)).length).toBe(start);
        const [at] = await found(textPositionSelectorMatcher(position)(chunkerOver(nodes)));
        expect([at?.startIndex, at?.endIndex]).toEqual([match?.startIndex, match?.endIndex]);
      }
    });

    test("has each annotation in its HTML once, in the paragraph it is from", async () => {
      const nodes = textNodes(articleHtml(article));
      for (const { quote, paragraph } of targets) {
        expect(
          (await anchor(quote, nodes)).map(({ startChunk, endChunk }) => [startChunk.block, endChunk.block]),
          quote.exact,
        ).toEqual([[paragraph, paragraph]]);
      }
    });

    // The page repeats quotes in its list of who said what, which follows the text.
    test("has each annotation on the reader's page, first in the paragraph it is from", async () => {
      const nodes = textNodes(articlePage(article, site));
      for (const { quote, paragraph } of targets) {
        const [first] = await anchor(quote, nodes);
        expect([first?.startChunk.block, first?.endChunk.block], JSON.stringify(quote)).toEqual([paragraph, paragraph]);
      }
    });
  },
);
