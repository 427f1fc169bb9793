import { enlarged } from "./article-columns.ts";
import type { IndexDatabase } from "./database.ts";

/**
 * Which articles hold a word, in ascending order of their ids, and one byte for each: how often (`TIMES` at most), and
 * whether the headline, a quote or the narration holds it. Enough to find, count and rank by single words without a look
 * at a text; what stands beside what is the full-text table's to say.
 */
export interface WordList {
  ids: Uint32Array;
  marks: Uint8Array;
}

export const TIMES = 0b1_1111;
export const IN_HEADLINE = 0b10_0000;
export const IN_QUOTE = 0b100_0000;
export const IN_NARRATION = 0b1000_0000;

/** Ids of one row (so that a distance takes 14 bits at most): few enough to write a row anew when one of them is added, many enough to read few rows. */
const SEGMENT = 8192;

/**
 * Reads and writes word lists. An entry is the distance from the id before, seven bits a byte, the lowest first, and the byte of marks. Lists only grow: an article that goes leaves its id behind, which is never given again, so
 * that a reader passes over ids of no article.
 */
export class WordLists {
  readonly #database: IndexDatabase;
  /** What was noted and not written, all of one segment: the words, and for each entry its word's number, id and marks. */
  readonly #words = new Map<string, number>();
  #entries = { words: new Uint32Array(1024), ids: new Uint32Array(1024), marks: new Uint8Array(1024) };
  #noted = 0;
  #segment = -1;
  /** Whether the segment has no lists yet. */
  #fresh = false;

  constructor(database: IndexDatabase) {
    this.#database = database;
  }

  /** Every article that ever held the word. */
  read(word: string): WordList {
    const rows = this.#database.all("SELECT segment, list FROM word_lists WHERE word = ? ORDER BY segment", word);
    // A byte at least for the distance and one for the mark.
    const most = rows.reduce((sum, row) => sum + (row.list as Uint8Array).length / 2, 0);
    const ids = new Uint32Array(most);
    const marks = new Uint8Array(most);
    let count = 0;
    for (const { segment, list } of rows as unknown as { segment: number; list: Uint8Array }[]) {
      let id = segment * SEGMENT - 1;
      for (let at = 0; at < list.length; at += 2) {
        const low = list[at] as number;
        if (low < 0x80) id += low;
        else {
          at += 1;
          id += (low & 0x7f) | ((list[at] as number) << 7);
        }
        ids[count] = id;
        marks[count] = list[at + 1] as number;
        count += 1;
      }
    }
    return { ids: ids.subarray(0, count), marks: marks.subarray(0, count) };
  }

  /** Words that begin with `first` and have so many UTF-16 units. */
  known(first: string, minLength: number, maxLength: number): string[] {
    return this.#database
      .all(
        "SELECT DISTINCT word FROM word_lists WHERE word >= ? AND word < ? AND length(word) BETWEEN ? AND ?",
        first,
        `${first}\u{10FFFF}`,
        // SQLite counts code points.
        minLength / 2,
        maxLength,
      )
      .map((row) => row.word as string);
  }

  /** Notes the words of an article whose id is higher than that of every one noted before; `write` writes them. */
  add(id: number, words: string[], marks: Uint8Array): void {
    const segment = Math.floor(id / SEGMENT);
    if (segment !== this.#segment) {
      this.write();
      this.#segment = segment;
      this.#fresh = id % SEGMENT === 0;
    }
    this.#makeRoom(words.length);
    for (const [index, word] of words.entries()) {
      let number = this.#words.get(word);
      if (number === undefined) {
        number = this.#words.size;
        this.#words.set(word, number);
      }
      this.#entries.words[this.#noted] = number;
      this.#entries.ids[this.#noted] = id;
      this.#entries.marks[this.#noted] = marks[index] as number;
      this.#noted += 1;
    }
  }

  /** Writes what was noted. */
  write(): void {
    const { words, ids, marks } = this.#entries;
    const ends = new Uint32Array(this.#words.size);
    for (let entry = 0; entry < this.#noted; entry += 1) ends[words[entry] as number] = (ends[words[entry] as number] as number) + 1;
    for (let number = 1; number < ends.length; number += 1) ends[number] = (ends[number] as number) + (ends[number - 1] as number);
    const starts = Uint32Array.from(ends, (_, number) => (number === 0 ? 0 : (ends[number - 1] as number)));
    const order = new Uint32Array(this.#noted);
    const next = starts.slice();
    for (let entry = 0; entry < this.#noted; entry += 1) {
      const number = words[entry] as number;
      order[next[number] as number] = entry;
      next[number] = (next[number] as number) + 1;
    }
    // In the order of their index, which then grows at one place.
    for (const [word, number] of [...this.#words].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const stored = this.#fresh ? undefined : this.#stored(word);
      let last = stored?.last ?? this.#segment * SEGMENT - 1;
      const bytes: number[] = [];
      for (const entry of order.subarray(starts[number], ends[number])) {
        const id = ids[entry] as number;
        const distance = id - last;
        if (distance >= 0x80) bytes.push((distance & 0x7f) | 0x80, distance >> 7, marks[entry] as number);
        else bytes.push(distance, marks[entry] as number);
        last = id;
      }
      const list = stored === undefined ? Uint8Array.from(bytes) : Buffer.concat([stored.list, Uint8Array.from(bytes)]);
      this.#database.run("INSERT OR REPLACE INTO word_lists VALUES (?, ?, ?, ?)", word, this.#segment, last, list);
    }
    this.forget();
  }

  /** Forgets what was noted and not written. */
  forget(): void {
    this.#words.clear();
    this.#noted = 0;
    this.#segment = -1;
  }

  #stored(word: string): { last: number; list: Uint8Array } | undefined {
    const row = this.#database.get("SELECT last, list FROM word_lists WHERE word = ? AND segment = ?", word, this.#segment);
    return row as { last: number; list: Uint8Array } | undefined;
  }

  #makeRoom(entries: number): void {
    const { words, ids, marks } = this.#entries;
    if (this.#noted + entries <= words.length) return;
    const length = 2 * (this.#noted + entries);
    this.#entries = { words: enlarged(words, length), ids: enlarged(ids, length), marks: enlarged(marks, length) };
  }
}

/** The articles that all lists hold: as often as they can hold all words together, and marked as all lists mark them. */
export function intersection(lists: WordList[]): WordList {
  const [first, ...others] = lists.sort((a, b) => a.ids.length - b.ids.length);
  if (first === undefined || others.length === 0) return first ?? { ids: new Uint32Array(0), marks: new Uint8Array(0) };
  let { ids, marks } = { ids: first.ids.slice(), marks: first.marks.slice() };
  for (const other of others) {
    let count = 0;
    let at = 0;
    for (let index = 0; index < ids.length; index += 1) {
      const id = ids[index] as number;
      while ((other.ids[at] as number) < id) at += 1;
      if (other.ids[at] !== id) continue;
      const [one, two] = [marks[index] as number, other.marks[at] as number];
      ids[count] = id;
      marks[count] = (one & two & ~TIMES) | Math.min(one & TIMES, two & TIMES);
      count += 1;
    }
    ids = ids.subarray(0, count);
    marks = marks.subarray(0, count);
  }
  return { ids, marks };
}
