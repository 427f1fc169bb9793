import { expect, test } from "vitest";
import { contentsOf, withHeadingIds } from "../../../src/pages/docs/contents.ts";

test("headings get ids as GitHub makes them, each once", () => {
  const { body, entries } = withHeadingIds(
    "<h1>A</h1><h2>What <code>q</code> finds, &amp; why</h2><h3>More</h3><h2>More</h2><h2>Über uns</h2>",
  );
  expect([...body.matchAll(/<h\d(?: id="([^"]*)")?>/g)].map(([, id]) => id)).toEqual([
    undefined,
    "what-q-finds--why",
    "more",
    "more-1",
    "über-uns",
  ]);
  expect(entries.map(({ title }) => title)).toEqual(["What <code>q</code> finds, &amp; why", "More", "Über uns"]);
});

test("a short page has no table of contents", () => {
  expect(contentsOf([{ id: "a", title: "A" }])).toBe("");
});
