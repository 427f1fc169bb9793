import type { Article, Paragraph } from "../../article/model/schema.ts";

/** Code points of the beginning of an article that a list shows at most. */
const LENGTH = 220;

/** The words an article opens with: its standfirst, else the beginning of its first paragraph. */
export interface Opening {
  words: string;
  isStandfirst: boolean;
}

/** What a list shows of an article besides its headline; `null` when the article has no such words. */
export function openingOf(article: Article): Opening | null {
  const paragraphs = article.sections.flatMap((section) => section.paragraphs);
  const standfirst = paragraphs.find(({ role }) => role === "standfirst");
  if (standfirst !== undefined) return { words: cutAtWord(standfirst.text, LENGTH), isStandfirst: true };
  const first = paragraphs.find(({ role }) => role === "body");
  const words = first === undefined ? "" : withoutDateline(first, article);
  return words === "" ? null : { words: cutAtWord(words, LENGTH), isStandfirst: false };
}

/** The words behind "MOSCOW, March 6 -". */
function withoutDateline({ text, start, end }: Paragraph, { dateline }: Article): string {
  if (dateline === null || dateline.start < start || dateline.end > end) return text;
  return [...text]
    .slice(dateline.end - start)
    .join("")
    .trim();
}

/** A text of at most `length` code points: what is longer ends behind a whole word, with "…". A word that is longer by itself is cut. */
export function cutAtWord(text: string, length: number): string {
  const points = [...text];
  if (points.length <= length) return text;
  const head = points.slice(0, length - 1).join("");
  const next = points[length - 1] ?? "";
  // Scripts without spaces end their words where the segmenter says.
  const words = [...SEGMENTER.segment(head + next)];
  const last = words.at(-1);
  const end = last === undefined || last.index === 0 ? head.length : Math.min(last.index, head.length);
  return `${head.slice(0, end).replace(/[\s\p{Pd}\p{Ps}\p{Pi},;:.]+$/u, "") || head}…`;
}

const SEGMENTER = new Intl.Segmenter("en", { granularity: "word" });
