import { describe, expect, test } from "vitest";
import { AnswerCache } from "../../../src/http/answers/answer-cache.ts";
import { PreparedAnswer } from "../../../src/http/answers/prepared-answer.ts";

const HEADERS = { "content-type": "text/plain" };

function storeThatChanges() {
  const listeners: (() => void)[] = [];
  const onChange = (listener: () => void) => {
    listeners.push(listener);
    return () => {};
  };
  return { onChange, change: () => listeners.forEach((listener) => void listener()) };
}

/** Text that does not compress to nothing. */
function textOf(length: number, seed: number): string {
  let state = seed + 1;
  let text = "";
  while (text.length < length) {
    state = (state * 48271) % 2147483647;
    text += state.toString(36);
  }
  return text.slice(0, length);
}

describe("the cache of answers", () => {
  test("holds no more than its bound, codings made later included", async () => {
    const bound = 150_000;
    const cache = new AnswerCache(storeThatChanges(), bound);
    const keys = Array.from({ length: 60 }, (_, index) => `json /v1/articles/${index}`);
    const held = () => keys.reduce((sum, key) => sum + (cache.get(key)?.bytes ?? 0), 0);
    const all: PreparedAnswer[] = [];
    for (const [index, key] of keys.entries()) {
      const rendered = new PreparedAnswer(textOf(600 + ((index * 7919) % 8000), index), HEADERS);
      all.push(rendered);
      cache.set(key, rendered, cache.generation);
      expect(held()).toBeLessThanOrEqual(bound);
      for (const coding of ["gzip", "zstd", "br"]) rendered.variant(coding);
      expect(held()).toBeLessThanOrEqual(bound);
    }
    while (all.some((rendered) => rendered.variant("br").headers.indexOf("br") < 0)) await new Promise((wait) => setTimeout(wait, 5));
    expect(held()).toBeLessThanOrEqual(bound);
    expect(held()).toBeGreaterThan(bound / 2);
    expect(cache.get(keys[0] ?? "")).toBeUndefined();
    expect(cache.get(keys.at(-1) ?? "")).toBe(all.at(-1));
  });

  test("does not keep an answer larger than its bound", () => {
    const cache = new AnswerCache(storeThatChanges(), 10_000);
    cache.set("json /large", new PreparedAnswer(textOf(20_000, 1), HEADERS), cache.generation);
    expect(cache.get("json /large")).toBeUndefined();
    const small = new PreparedAnswer(textOf(1000, 2), HEADERS);
    cache.set("json /small", small, cache.generation);
    expect(cache.get("json /small")).toBe(small);
  });

  test("is empty after the store changed, and keeps nothing that was begun before", () => {
    const store = storeThatChanges();
    const cache = new AnswerCache(store, 100_000);
    const { generation } = cache;
    cache.set("json /a", new PreparedAnswer("a", HEADERS), generation);
    store.change();
    expect(cache.get("json /a")).toBeUndefined();
    cache.set("json /b", new PreparedAnswer("b", HEADERS), generation);
    expect(cache.get("json /b")).toBeUndefined();
    cache.set("json /c", new PreparedAnswer("c", HEADERS), cache.generation);
    expect(cache.get("json /c")).toBeDefined();
  });

  test("still holds its bound when a coding is ready only after the store changed", async () => {
    const store = storeThatChanges();
    const cache = new AnswerCache(store, 40_000);
    const before = new PreparedAnswer(textOf(15_000, 3), HEADERS);
    cache.set("json /a", before, cache.generation);
    before.variant("br");
    store.change();
    const after = new PreparedAnswer(textOf(30_000, 4), HEADERS);
    cache.set("json /a", after, cache.generation);
    while (before.variant("br").headers.indexOf("br") < 0) await new Promise((wait) => setTimeout(wait, 5));
    expect(cache.get("json /a")).toBe(after);
  });
});
