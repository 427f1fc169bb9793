import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { revisionsOf } from "../../../src/article/model/revisions.ts";
import { articlePage } from "../../../src/pages/articles/article-page.ts";
import { changedText, changedWords } from "../../../src/pages/articles/changed-text.ts";
import { revisionsPage } from "../../../src/pages/articles/revisions-page.ts";
import { buildArticle } from "../../article-builder.ts";
import { former, texts } from "../../http/corrected.ts";

const SITE = { publicUrl: "https://news.example/archive" };
const [first, second, present] = texts;

describe("what was changed", () => {
  const said = (op: "old" | "new", parts = changedWords("one two three", "one 2 three four")) =>
    parts.flatMap((part) => (part.op === op ? [part.text.trim()] : []));

  test("is told word by word, and both texts can be read from it", () => {
    expect(said("old")).toEqual(["two"]);
    expect(said("new")).toEqual(["2", "four"]);
    const parts = changedWords("It costs forty\ncrowns.", "It costs fourteen crowns.");
    const read = (op: "old" | "new") => parts.flatMap((part) => (part.op === "same" || part.op === op ? [part.text] : [])).join("");
    expect([read("old"), read("new")]).toEqual(["It costs forty\ncrowns.", "It costs fourteen crowns."]);
    expect(changedWords("It is cold now.", "Nobody else spoke now.")).toEqual([
      { op: "old", text: "It is cold" },
      { op: "new", text: "Nobody else spoke" },
      { op: "same", text: " now." },
    ]);
    expect(changedWords("", "new")).toEqual([{ op: "new", text: "new" }]);
    expect(changedWords("same", "same")).toEqual([{ op: "same", text: "same" }]);
  });

  test("leaves paragraphs that stayed aside", () => {
    const runs = changedText(first, second);
    expect(runs.map((run) => ("unchanged" in run ? run.unchanged : "changed"))).toEqual([1, "changed", 3]);
    expect(changedText(first, first)).toEqual([{ unchanged: 5 }]);
  });

  test("of texts that have nothing in common is one text and then the other, however long", () => {
    const long = (word: string) =>
      buildArticle({
        headline: word,
        sections: [{ paragraphs: Array.from({ length: 3000 }, (_, at) => `${word} ${at} ${"x".repeat(at % 7)}`) }],
      });
    const [run, ...others] = changedText(long("alpha"), long("beta"));
    expect(others).toEqual([]);
    expect(run && "parts" in run && run.parts.map(({ op }) => op)).toEqual(["old", "new"]);
  });
});

describe("the page of the versions", () => {
  const { document } = parseHTML(revisionsPage(present, revisionsOf(present, former), SITE));
  const versions = [...document.querySelectorAll(".versions > li")];

  test("lists them newest first, with when each was served and where it is", () => {
    expect(versions.map((one) => one.querySelector("h2 a")?.getAttribute("href"))).toEqual([
      `/archive/articles/${present.slug}`,
      `/archive/articles/${present.slug}?revision=${second.revision}`,
      `/archive/articles/${present.slug}?revision=${first.revision}`,
    ]);
    expect(versions[0]?.querySelector(".meta")?.textContent).toContain("Since 4 March 2026 at 10:00 UTC");
    expect(versions[2]?.querySelector(".meta")?.textContent).toContain("From 1 March 2026 at 08:00 UTC to 2 March 2026 at 09:30 UTC");
  });

  test("shows what changed and how the quotes did, in words too", () => {
    const struck = (at: number, tag: string) =>
      [...(versions[at]?.querySelectorAll(`.changes ${tag}`) ?? [])].map((one) => one.textContent);
    expect(struck(1, "del")).toEqual(["struck: forty;"]);
    expect(struck(1, "ins")).toEqual(["new: fourteen;"]);
    expect(versions[1]?.querySelector(".quote-changes")?.textContent).toContain("Altered");
    expect(versions[0]?.querySelector(".quote-changes")?.textContent).toMatch(/Gone.*No boat will wait/s);
    expect(versions[2]?.querySelector(".changes")).toBeNull();
  });

  test("is no page for search engines, and says of an uncorrected article that it is one", () => {
    expect(document.querySelector('meta[name="robots"]')?.getAttribute("content")).toBe("noindex");
    const { document: single } = parseHTML(revisionsPage(present, revisionsOf(present, []), SITE));
    expect(single.querySelectorAll(".versions > li")).toHaveLength(1);
    expect(single.querySelector(".history")?.textContent).toContain("has not been changed");
  });

  test("shows hostile words as text", () => {
    const hostile = buildArticle({
      headline: "<img src=x onerror=alert(1)>",
      sections: [{ paragraphs: ["<script>alert(1)</script> now"] }],
    });
    const before = buildArticle({ headline: "<b>old</b>", sections: [{ paragraphs: ["<script>alert(1)</script> then"] }] });
    const served = [{ from: "2026-01-01T00:00:00Z", until: "2026-01-02T00:00:00Z" }];
    const page = parseHTML(revisionsPage(hostile, revisionsOf(hostile, [{ revision: before.revision, served, article: before }]), SITE));
    expect(page.document.querySelectorAll("main script, main img, main b")).toHaveLength(0);
  });
});

describe("the page of an article that was corrected", () => {
  test("says when, and leads to the versions", () => {
    const { document } = parseHTML(articlePage(present, SITE, { corrected: "2026-03-04T10:00:00Z" }));
    const link = document.querySelector("a.corrected");
    expect(link?.textContent).toBe("Corrected 4 March 2026");
    expect(link?.getAttribute("href")).toBe(`/archive/articles/${present.slug}/revisions`);
    expect(parseHTML(articlePage(present, SITE)).document.querySelector(".corrected, .former")).toBeNull();
  });

  test("as it was says so on top, leads to the present one, and is not for search engines", () => {
    const served = former[0]?.served ?? [];
    const { document } = parseHTML(articlePage(second, SITE, { former: { slug: "weir-renamed", served } }));
    const notice = document.querySelector("main > .former");
    expect(notice?.textContent).toContain("This is an earlier version");
    expect(notice?.querySelector("a")?.getAttribute("href")).toBe("/archive/articles/weir-renamed");
    expect(document.querySelector('meta[name="robots"]')?.getAttribute("content")).toBe("noindex");
    expect(document.querySelector('link[rel="canonical"], script[type="application/ld+json"]')).toBeNull();
    const formats = [...document.querySelectorAll(".formats a")].map((one) => one.getAttribute("href"));
    const asked = `revision=${second.revision}`;
    const api = "/archive/v1/articles/weir-renamed";
    expect(formats).toEqual([
      `${api}?${asked}`,
      `${api}/text?${asked}`,
      `${api}?${asked}&format=markdown`,
      `${api}?${asked}&format=jsonld`,
    ]);
    const views = [...document.querySelectorAll(".views a")].map((one) => one.getAttribute("href"));
    expect(views).toEqual([`/archive/articles/weir-renamed?${asked}`, `/archive/articles/weir-renamed?${asked}&view=quotes`]);
  });
});
