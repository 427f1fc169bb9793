import { diffArrays } from "diff";
import type { Article } from "../../article/model/schema.ts";
import { blocksOf } from "../../article/model/text.ts";

/** A step from one text to the next. `same` stays, `old` is struck, `new` takes its place. */
export interface ChangedPart {
  op: "same" | "old" | "new";
  text: string;
}

/** A stretch of the text: blocks that stayed, or words that changed. */
export type ChangedRun = { unchanged: number } | { parts: ChangedPart[] };

/** The most steps between two texts that are looked for: bounds the time. Texts that are further apart are shown one after the other. */
const MOST_BLOCKS_CHANGED = 400;
const MOST_WORDS_CHANGED = 600;
/** Words of a stretch up to which it is compared word by word. */
const MOST_WORDS = 20_000;

/** What changed from one text of an article to the next, block by block (headline, headings, paragraphs, credits), and in these word by word. */
export function changedText(before: Article, after: Article): ChangedRun[] {
  const [old, now] = [blockTexts(before), blockTexts(after)];
  const steps = diffArrays(old, now, { maxEditLength: MOST_BLOCKS_CHANGED });
  if (steps === undefined) return [{ parts: replaced(old.join(BREAK), now.join(BREAK)) }];
  const runs: ChangedRun[] = [];
  let [left, right]: [string[], string[]] = [[], []];
  const close = () => {
    if (left.length + right.length > 0) runs.push({ parts: changedWords(left.join(BREAK), right.join(BREAK)) });
    [left, right] = [[], []];
  };
  for (const { added, removed, value } of steps) {
    if (removed) left.push(...value);
    else if (added) right.push(...value);
    else {
      close();
      runs.push({ unchanged: value.length });
    }
  }
  close();
  return runs;
}

const BREAK = "\n\n";

function blockTexts(article: Article): string[] {
  return blocksOf(article).map(({ text }) => text);
}

/** What changed from some words to others, word by word. */
export function changedWords(before: string, after: string): ChangedPart[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const isLong = old.length + now.length > MOST_WORDS;
  const steps = isLong ? undefined : diffArrays(old, now, { maxEditLength: MOST_WORDS_CHANGED });
  if (steps === undefined) return replaced(before, after);
  return together(steps.map(({ added, removed, value }) => ({ op: removed ? "old" : added ? "new" : "same", text: value.join("") })));
}

/** Changes with only a space between them are one: two sentences word by word in turns can be read as neither. */
function together(parts: ChangedPart[]): ChangedPart[] {
  const found: ChangedPart[] = [];
  let open: ChangedPart[] = [];
  const close = () => {
    const [old, now] = (["old", "new"] as const).map((op) =>
      open.flatMap((part) => (part.op === op || part.op === "same" ? part.text : [])).join(""),
    );
    const hasBoth = open.some(({ op }) => op === "old") && open.some(({ op }) => op === "new");
    found.push(...(hasBoth ? replaced(old ?? "", now ?? "") : open));
    open = [];
  };
  for (const [at, part] of parts.entries()) {
    const isSpace = open.length > 0 && at < parts.length - 1 && /^[^\S\n]+$/u.test(part.text);
    if (part.op === "same" && !isSpace) {
      close();
      found.push(part);
    } else open.push(part);
  }
  close();
  return found;
}

function replaced(before: string, after: string): ChangedPart[] {
  const parts: ChangedPart[] = [
    { op: "old", text: before },
    { op: "new", text: after },
  ];
  return parts.filter(({ text }) => text !== "");
}

/** Words and the spaces between them: a word is the same before a space and before a line break. */
function wordsOf(text: string): string[] {
  return text.split(/(\s+)/u).filter((part) => part !== "");
}
