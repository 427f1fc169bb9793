import { BLOCK_BREAK, type Indexable, IN_NARRATION as NARRATED } from "../../article/words/searchable.ts";

export const TIMES = 0b1_1111;
export const IN_HEADLINE = 0b10_0000;
export const IN_QUOTE = 0b100_0000;
export const IN_NARRATION = 0b1000_0000;

/** The words of an article: each once, with its marks (see `WordList`). */
export interface MarkedWords {
  words: string[];
  marks: Uint8Array;
  /** The text as numbers of its words, in order; `BREAK` between two blocks. */
  order: Uint32Array;
}

export const BREAK = 0xffff_ffff;

/** @param quotes the folded words of each quote (`foldedWords`) */
export function markedWords({ sequence, places }: Indexable, quotes: string[]): MarkedWords {
  const numbers = new Map<string, number>();
  const marks: number[] = [];
  const numberOf = (word: string) => {
    let number = numbers.get(word);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(word, number);
      marks.push(0);
    }
    return number;
  };
  const order = new Uint32Array(sequence.length);
  let inHeadline = IN_HEADLINE;
  for (const [index, word] of sequence.entries()) {
    if (word === BLOCK_BREAK) {
      inHeadline = 0;
      order[index] = BREAK;
      continue;
    }
    const number = numberOf(word);
    order[index] = number;
    const mark = (marks[number] as number) | inHeadline | (places[index] === NARRATED ? IN_NARRATION : 0);
    marks[number] = (mark & TIMES) === TIMES ? mark : mark + 1;
  }
  for (const quote of quotes) {
    for (const word of quote.split(" ")) {
      if (word === "" || word === BLOCK_BREAK) continue;
      const number = numberOf(word);
      marks[number] = (marks[number] as number) | IN_QUOTE;
    }
  }
  return { words: [...numbers.keys()], marks: Uint8Array.from(marks), order };
}
