import { expect, test } from "vitest";
import { importing, knownOf, linesOf } from "./importing.ts";

const { place, write, run } = importing();

const HTML =
  "<p>Ghosts were seen in the kiln.</p><!--kg-card-begin: html--><p>“I saw two,” said Ruben Hallam, a stoker.</p><!--kg-card-end: html-->";
const DATA = {
  posts: [
    {
      id: "a",
      title: "Ghosts in the kiln",
      slug: "ghosts",
      html: HTML,
      status: "published",
      type: "post",
      published_at: "2026-05-01T10:00:00.000Z",
      updated_at: "2026-05-02T10:00:00.000Z",
      feature_image: "__GHOST_URL__/a.jpg",
      canonical_url: "__GHOST_URL__/ghosts/",
    },
    {
      id: "b",
      title: "Elsewhere first",
      slug: "elsewhere",
      html: HTML,
      status: "published",
      type: "post",
      canonical_url: "https://kiln.example/first",
      published_at: "2026-05-03 10:00:00",
    },
    { id: "c", title: "Only Lexical", slug: "lexical", lexical: '{"root":{}}', html: null, status: "published", type: "post" },
    { id: "d", title: "Draft", slug: "draft", status: "draft", type: "post", html: HTML },
    { id: "e", title: "About the kiln", slug: "about", status: "published", type: "page", html: HTML },
    { id: "f", title: "By mail", slug: "mail", status: "sent", type: "post", html: HTML },
  ],
  users: [
    { id: "1", name: "Orla Quill" },
    { id: "2", name: "Mara Tull" },
  ],
  posts_authors: [
    { post_id: "a", author_id: "2", sort_order: 1 },
    { post_id: "a", author_id: "1", sort_order: 0 },
  ],
  tags: [
    { id: "t", name: "News", visibility: "public" },
    { id: "u", name: "#hidden", visibility: "internal" },
  ],
  posts_tags: [
    { post_id: "a", tag_id: "u", sort_order: 0 },
    { post_id: "a", tag_id: "t", sort_order: 1 },
  ],
  settings: [
    { key: "title", value: "The Tarn Ledger" },
    { key: "locale", value: "en" },
  ],
};
const EXPORT = JSON.stringify({ db: [{ meta: { exported_on: 1, version: "5.80.0" }, data: DATA }] });

test("an export of Ghost gives its published posts, at the addresses below the site", async () => {
  const file = write("ghost.json", EXPORT);
  const { code, out, err, articles } = await run([file, "--source-url", "https://tarn.example/"]);
  expect(code).toBe(1);
  expect(err).toBe(
    'ghost.json[2] "Only Lexical": The post has no HTML, only the data of Ghost\'s editor (Lexical), which is not read. Open and save it in Ghost, and export again.\n',
  );
  expect(out).toContain("passed over: drafts (1), pages (1), posts sent by mail only (1)");
  expect(knownOf(articles["ghosts-in-the-kiln"])).toEqual({
    publishedAt: "2026-05-01T10:00:00Z",
    updatedAt: "2026-05-02T10:00:00Z",
    sourceUrl: "https://tarn.example/ghosts/",
    language: "en",
    publisher: "The Tarn Ledger",
    authors: ["Orla Quill", "Mara Tull"],
    categories: ["News"],
    given: { sourceUrl: "https://tarn.example/ghosts/" },
  });
  expect(articles["ghosts-in-the-kiln"]?.source.image).toBe("https://tarn.example/a.jpg");
  expect(linesOf(articles["ghosts-in-the-kiln"])).toEqual(["Ghosts were seen in the kiln.", "“I saw two,” said Ruben Hallam, a stoker."]);
  expect(articles["elsewhere-first"]).toMatchObject({ sourceUrl: "https://kiln.example/first", publishedAt: "2026-05-03T10:00:00Z" });
  expect((await run([file, "--source-url", "https://tarn.example"])).out).toContain("2 unchanged");
  expect((await run([place("data/sources")])).out).toContain("2 unchanged");
  expect((await run([file, "--source-url", "https://tarn.example", "--post-type", "page"])).articles["about-the-kiln"]).toBeDefined();
});

test("without the address of the site, a post has none; old exports have their tables at the top", async () => {
  const posts = [
    { id: 1, title: "Old ghosts", slug: "old", html: HTML, status: "published", page: 0, author_id: 1, published_at: 1777629600000 },
  ];
  const old = { meta: { version: "003" }, data: { posts, users: [{ id: 1, name: "Orla Quill" }], tags: [], posts_tags: [] } };
  const { articles } = await run([write("old.json", JSON.stringify(old))]);
  const bare = await run([
    write("bare.json", JSON.stringify({ data: { posts: [{ title: "Bare", slug: "bare", status: "published", markdown: "Words." }] } })),
  ]);
  expect(bare.err).toContain('bare.json[0] "Bare": The post has no HTML, only the data of Ghost\'s editor (Markdown)');
  expect(knownOf(articles["old-ghosts"])).toMatchObject({ sourceUrl: null, authors: ["Orla Quill"], publishedAt: "2026-05-01T10:00:00Z" });
});
