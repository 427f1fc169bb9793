import { afterEach, describe, expect, test } from "vitest";
import { IndexDatabase } from "../../../src/store/index/database.ts";
import { memoryDatabase } from "../../../src/store/index/index-file.ts";
import { IN_HEADLINE, IN_QUOTE, intersection, type WordList, WordLists } from "../../../src/store/index/word-lists.ts";

const opened: IndexDatabase[] = [];
const open = () => {
  const database = new IndexDatabase(memoryDatabase("test"));
  opened.push(database);
  return new WordLists(database);
};
afterEach(() => {
  for (const database of opened.splice(0)) database.close();
});
const entries = ({ ids, marks }: WordList) => Array.from(ids, (id, at) => [id, marks[at]]);

describe("word lists", () => {
  test("give back every article and its marks, near and far apart, over several writes", () => {
    const lists = open();
    const noted: number[][] = [];
    for (const [index, id] of [1, 2, 130, 131, 8191, 8192, 8193, 16_000, 16_384, 16_600, 40_000].entries()) {
      lists.add(id, ["harbour"], Uint8Array.of(index + 1));
      noted.push([id, index + 1]);
      if (index % 3 === 2) lists.write();
    }
    lists.write();
    expect(entries(lists.read("harbour"))).toEqual(noted);
    expect(entries(lists.read("harbours"))).toEqual([]);
  });

  test("keep the words of one article apart, also after what was not written is forgotten", () => {
    const lists = open();
    lists.add(1, ["tide"], Uint8Array.of(9));
    lists.forget();
    lists.add(1, ["mole", "tide"], Uint8Array.of(1, 2));
    lists.add(2, ["mole"], Uint8Array.of(3));
    lists.write();
    expect(entries(lists.read("mole"))).toEqual([
      [1, 1],
      [2, 3],
    ]);
    expect(entries(lists.read("tide"))).toEqual([[1, 2]]);
    expect(lists.known("m", 1, 9)).toEqual(["mole"]);
  });

  test("meet in the articles that all of them hold, as often as the rarest and marked as all mark them", () => {
    const list = (...pairs: [number, number][]): WordList => ({
      ids: Uint32Array.from(pairs, ([id]) => id),
      marks: Uint8Array.from(pairs, ([, mark]) => mark),
    });
    const one = list([1, 3 | IN_HEADLINE], [4, 2 | IN_QUOTE], [9, 1]);
    const two = list([0, 1], [1, 5 | IN_HEADLINE | IN_QUOTE], [4, 1], [8, 1]);
    expect(entries(intersection([one, two]))).toEqual([
      [1, 3 | IN_HEADLINE],
      [4, 1],
    ]);
    expect(entries(intersection([one, two, list()]))).toEqual([]);
    expect(entries(one)).toHaveLength(3);
  });
});
