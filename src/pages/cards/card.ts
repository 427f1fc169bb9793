import type { QuoteItem, SpeakerSummary } from "../../article/model/items.ts";
import type { Article } from "../../article/model/schema.ts";
import { counted } from "../../article/words/counted.ts";
import { quotedLine, speakerLine } from "../../representations/attribution.ts";
import { cutWords } from "../../representations/cut-words.ts";
import { cutQuote, markedText } from "../../representations/quotations.ts";
import { rightsLine } from "../../representations/rights.ts";
import { dayOf } from "../dates.ts";
import { KIND_OF_QUOTE } from "../labels.ts";

/** What a share card says, each part in plain words. A part that is empty is not drawn. */
export interface Card {
  /** What is shown, in the machine's words. */
  kicker: string;
  /** Large: the words of a quote, a headline, a name. */
  words: string;
  /** Whose words they are. */
  by: string;
  /** Where they are from. */
  source: string;
  /** Publisher and date, or other figures. */
  details: string;
  rights: string;
}

/** Pixels of a card, as Facebook, Mastodon and X advise: 1.91 to 1. */
export const CARD_SIZE = { width: 1200, height: 630 };

/** Code points of a quote that a card shows at most: enough to know it by, too little to replace the article. */
const MAX_WORDS = 300;
/** Code points of each other part: more than fit. */
const MAX_PART = 200;

/** The card of a quote: at most 300 code points of it, always with its source. In doubt it names nobody, as pages do. */
export function quoteCard({
  kind,
  segments,
  attribution,
  article,
}: Pick<QuoteItem, "kind" | "segments" | "attribution" | "article">): Card {
  const isNamed = attribution.speakers.length > 0 || attribution.mention !== null;
  return card({
    kicker: KIND_OF_QUOTE[kind],
    words: markedText(cutQuote({ kind, segments: segments.map((segment) => ({ ...segment, text: oneLine(segment.text) })) }, MAX_WORDS)),
    by: isNamed ? speakerLine(attribution) : "Nobody is named",
    source: article.headline.text,
    details: publication(article),
    rights: rightsLine(article.rights),
  });
}

/** The card of an article: its headline, and how much it quotes. */
export function articleCard(article: Article): Card {
  return card({
    kicker: "Article",
    words: cutWords(article.headline.text, MAX_WORDS),
    by: "",
    source: quotedLine(article),
    details: publication(article),
    rights: rightsLine(article.rights),
  });
}

/** The card of a speaker: the name, and how much of theirs there is. */
export function speakerCard({ name, quoteCount, articleCount }: SpeakerSummary): Card {
  return card({
    kicker: "Speaker",
    words: cutWords(name, MAX_WORDS),
    by: "",
    source: "",
    details: `${counted(quoteCount, "quote")} in ${counted(articleCount, "article")}`,
    rights: "",
  });
}

/** What a card says, for those who do not see it. */
export function cardAlt({ kicker, words, by, source, details, rights }: Card): string {
  return [`${kicker}: ${words}`, by, source, details, rights].filter((part) => part !== "").join(" – ");
}

function publication({ publisher, publishedAt }: Pick<Article, "publisher" | "publishedAt">): string {
  return [publisher ?? "", publishedAt === null ? "Undated" : dayOf(publishedAt)].filter((part) => part !== "").join(" · ");
}

/** With every part in one line, and in the form in which fonts have most letters. */
function card(parts: Card): Card {
  const shown = Object.entries(parts).map(([name, words]) => [
    name,
    name === "words" ? oneLine(words) : cutWords(oneLine(words), MAX_PART),
  ]);
  return Object.fromEntries(shown) as unknown as Card;
}

// Format characters have no picture. The joiners U+200C and U+200D stay: they shape Arabic letters.
const UNSEEN = /[[\p{Cc}\p{Cf}]--[\u{200C}\u{200D}]]/gv;

function oneLine(words: string): string {
  // The fonts have the hyphen that does not break a line under its plain code alone.
  return words.replaceAll("\u2011", "-").replace(/\s+/gu, " ").replace(UNSEEN, "").trim().normalize("NFC");
}
