import type { Article, Paragraph } from "../../article/model/schema.ts";
import { cutWords } from "../../representations/cut-words.ts";

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
  if (standfirst !== undefined) return { words: cutWords(standfirst.text, LENGTH), isStandfirst: true };
  const first = paragraphs.find(({ role }) => role === "body");
  const words = first === undefined ? "" : withoutDateline(first, article);
  return words === "" ? null : { words: cutWords(words, LENGTH), isStandfirst: false };
}

/** The words behind "MOSCOW, March 6 -". */
function withoutDateline({ text, start, end }: Paragraph, { dateline }: Article): string {
  if (dateline === null || dateline.start < start || dateline.end > end) return text;
  return [...text]
    .slice(dateline.end - start)
    .join("")
    .trim();
}
