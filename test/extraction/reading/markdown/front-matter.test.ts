import { describe, expect, test } from "vitest";
import { readFrontMatter } from "../../../../src/extraction/reading/markdown/front-matter.ts";
import { read } from "../../../../src/extraction/reading/read.ts";

const fields = (source: string) => {
  const { metadata, standfirst, notes } = readFrontMatter(`${source}\n\nThe ferry stays.\n`);
  const found = Object.entries({ ...metadata, standfirst }).filter(([, value]) => value !== null && String(value) !== "");
  return { ...Object.fromEntries(found), ...(notes.length === 0 ? {} : { notes: notes.map(({ code }) => code) }) };
};

describe("front matter", () => {
  test("with an unquoted colon, tabs and a broken line is read line by line, with a note", () => {
    expect(
      fields("---\ntitle: Skerrow: the ferry stays\ntags:\t[a, b]\nno field at all\nauthor: Ada Quill\ndate: 2024-05-03\n---"),
    ).toEqual({
      title: "Skerrow: the ferry stays",
      categories: ["a", "b"],
      authors: ["Ada Quill"],
      publishedAt: "2024-05-03",
      notes: ["front-matter"],
    });
  });

  test("of broken YAML keeps lists and objects below a key", () => {
    const source = '---\ntitle: "Ferry "stays" again"\nauthors:\n  - name: Ada Quill\n    email: aq@ferry.example\n  - Bo Lind\n---';
    expect(fields(source)).toEqual({ title: 'Ferry "stays" again', authors: ["Ada Quill", "Bo Lind"], notes: ["front-matter"] });
  });

  test("gives no value that does not end", () => {
    expect(fields("---\ntitle: [The ferry\nauthor: {{ name\ndate: 2024-05-03\n---")).toEqual({
      publishedAt: "2024-05-03",
      notes: ["front-matter"],
    });
    expect(fields("---\ntitle: [Opinion] The ferry: stays\n---")).toMatchObject({ title: "[Opinion] The ferry: stays" });
  });

  test("gives a picture by its whole address, not by a path on the site that was generated", () => {
    expect(fields("---\ntitle: Ferry stays\nimage: https://post.example/ferry.jpg\n---")).toMatchObject({
      image: "https://post.example/ferry.jpg",
    });
    const own = "---\ntitle: Ferry stays\nimage: /img/ferry.jpg\nog_image: https://post.example/ferry.jpg\n---";
    expect(fields(own)).toMatchObject({ image: "https://post.example/ferry.jpg" });
    expect(fields("---\ntitle: Ferry stays\nimage: /img/ferry.jpg\n---")).not.toHaveProperty("image");
  });

  test("in TOML is read", () => {
    const source =
      '+++\ntitle = \'The "Ferry": stays\' # draft\ndate = 2024-05-03T10:00:00Z\n[params]\npublisher = "The Post"\n[author]\nname = "Ada Quill"\n+++';
    expect(fields(source)).toEqual({
      title: 'The "Ferry": stays',
      publishedAt: "2024-05-03T10:00:00Z",
      publisher: "The Post",
      authors: ["Ada Quill"],
    });
  });

  test.each([
    '{\n  "title": "Ferry stays",\n  "publishDate": "2024-05-03"\n}',
    '{\n  "title": "Ferry stays",\n  "publishDate": "2024-05-03",\n}',
  ])("in JSON is read, also with a comma too many: %j", (source) => {
    expect(fields(source)).toMatchObject({ title: "Ferry stays", publishedAt: "2024-05-03" });
  });

  test("in TOML may have lists over many lines, and YAML may lack its last fence", () => {
    expect(fields('+++\ntitle = "Ferry stays"\nauthors = [\n  "Ada Quill",\n  "Bo Lind",\n]\n+++')).toEqual({
      title: "Ferry stays",
      authors: ["Ada Quill", "Bo Lind"],
    });
    expect(fields("---\ntitle: Ferry stays\ndate: 2024-05-03")).toEqual({ title: "Ferry stays", publishedAt: "2024-05-03" });
  });

  test("without fences is read", () => {
    expect(fields("Title: Ferry stays\nDate: 2024-05-03 10:20\nAuthor: Ada Quill")).toEqual({
      title: "Ferry stays",
      publishedAt: "2024-05-03",
      authors: ["Ada Quill"],
    });
  });

  test("has the keys of many site generators", () => {
    const source =
      "---\nheadline: Ferry stays\npublishDate: 2024-05-03\nlastmod: 4 May 2024\ncanonicalURL: https://ferry.example/a\nurl: /2024/a\nsite: The Post\nlocale: en_GB\nbyline: By Ada Quill\ndek: A boat.\npublished: true\n---";
    expect(fields(source)).toEqual({
      title: "Ferry stays",
      publishedAt: "2024-05-03",
      updatedAt: "2024-05-04",
      sourceUrl: "https://ferry.example/a",
      publisher: "The Post",
      language: "en-GB",
      authors: ["Ada Quill"],
      standfirst: "A boat.",
    });
  });

  test.each([
    "---\n\nThe ferry stays in Skerrow tonight\n\n---",
    "---\nThe council met: it was late.\n---",
    "Title: it is not",
    "# Ferry stays",
    "{ it is a brace }",
  ])("is not a paragraph between rules, nor a label: %j", (source) => {
    expect(readFrontMatter(`${source}\n\nThe ferry stays.`).length).toBe(0);
  });
});

test("is read as a script, in another language, and above the code of MDX", () => {
  const scripted = read(
    new TextEncoder().encode('---js\n{\n  title: "Ferry stays",\n  author: "Ada Quill"\n}\n---\n\nThe ferry stays in Skerrow.\n'),
    { mediaType: "text/markdown" },
  );
  expect(scripted.document.text).toBe("Ferry stays\n\nBy Ada Quill\n\nThe ferry stays in Skerrow.");
  const german =
    "---\nTitel: Die Fähre bleibt\nAutor: Ada Quill\nVeröffentlicht: x\nDatum: 3. Mai 2024\nUntertitel: Ein Beschluss\nQuelle: Fährpost\n---\n\nDas Boot fährt weiter.\n";
  const { document, metadata } = read(new TextEncoder().encode(german), { mediaType: "text/markdown" });
  expect(document.text).toBe("Die Fähre bleibt\n\nEin Beschluss\n\nBy Ada Quill\n\nDas Boot fährt weiter.");
  expect(metadata).toMatchObject({ publishedAt: "2024-05-03", publisher: "Fährpost" });
  const mdx =
    "---\ntitle: Ferry stays\n---\nimport Figure from '../Figure.astro';\nexport const prerender = true;\n\nThe ferry stays. Import boats from Tarn.\n";
  expect(read(new TextEncoder().encode(mdx), { mediaType: "text/markdown" }).document.text).toBe(
    "Ferry stays\n\nThe ferry stays. Import boats from Tarn.",
  );
});
