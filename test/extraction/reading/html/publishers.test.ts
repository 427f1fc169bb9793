import { expect, test } from "vitest";
import { authorsOf, blocksOf, ferryPage, ferryPageWith, headingsOf, paragraphs, readPage, textOf } from "./ferry-page.ts";

const top = (html: string) => ferryPage({ top: html });

test.each([
  ["a link to the author's page", '<div><a href="https://post.example/autor/ada-quill/">Ada Quill</a></div>', ["Ada Quill"]],
  [
    "another language",
    '<div class="meta"><span class="auteur">Par Ada Quill avec AFP</span><span class="date">Publié le 3 mai 2024</span></div>',
    ["Ada Quill"],
  ],
  ["a class in another language", '<p class="firma">di <strong>Ada Quill</strong></p>', ["Ada Quill"]],
  [
    "a name, a job and a date side by side",
    "<div><span>Ada Quill</span><span>Transport Reporter</span><span>May 3, 2024 6:00 PM</span></div>",
    ["Ada Quill"],
  ],
  ["the shifts of a live blog", '<div class="byline">Ada Quill (now) and Bo Lind (earlier)</div>', ["Ada Quill", "Bo Lind"]],
  ["an interviewer", '<p class="author">Interview: Ada Quill</p>', ["Ada Quill"]],
])("the authors are named by %s, and only there", (_, line, authors) => {
  expect(authorsOf(top(line))).toEqual(authors);
  expect(blocksOf(top(line)).filter(({ kind, text }) => kind === "paragraph" && text.includes("Quill"))).toEqual([]);
});

test("a link to another's page in the text names no author", () => {
  expect(authorsOf(ferryPageWith('<p>The boat was drawn by <a href="/people/bo-lind">Bo Lind</a> for the town in 1998.</p>'))).toEqual([]);
  expect(authorsOf(ferryPage({ top: '<p class="byline">By Ada Quill</p>', end: '<p><a href="/author/bo-lind">Bo Lind</a></p>' }))).toEqual([
    "Ada Quill",
  ]);
});

test("what a reader is offered to skip is left out up to its end", () => {
  const promotion = `<figure><a href="#end">skip past newsletter promotion</a><h2>Sign up to First Boat</h2>
<p>Our morning email breaks down the key stories of the day, telling you what matters.</p><p id="end">after newsletter promotion</p></figure>`;
  expect(headingsOf(ferryPageWith(promotion))).toEqual([]);
  expect(textOf(ferryPageWith(promotion))).not.toMatch(/morning email|promotion/);
  expect(textOf(ferryPageWith(promotion))).toContain("decision of Monday");
});

test("the posts of a live blog keep their headings and lose their times", () => {
  const posts = ["All boats are in", "The launch turns back"].map(
    (heading, at) => `<div><p><time>1${at}.05</time></p><h2>${heading}</h2>${paragraphs(heading)}</div>`,
  );
  const html = ferryPage({ body: posts.join("") });
  expect(headingsOf(html)).toEqual(["All boats are in", "The launch turns back"]);
  expect(blocksOf(html).filter(({ role }) => role === "standfirst")).toEqual([]);
  expect(textOf(html)).not.toMatch(/1\d\.05/);
});

test("the agency a report is from is a credit; the source of a figure is not", () => {
  expect(readPage(ferryPage({ end: "<p>Source: News agencies</p>" })).credits).toMatchObject([
    { role: "contributor", name: "News agencies" },
  ]);
  expect(readPage(ferryPage({ end: "<p>Quelle: dpa</p>" })).credits).toMatchObject([{ name: "dpa" }]);
  expect(readPage(ferryPage({ end: "<p>Source: Ministry of Boats</p>" })).credits).toEqual([]);
});

test("an invitation to pay is left out where it stands below the text", () => {
  const html = ferryPage({
    end: "<div><h3>Subscribe to continue reading</h3><p>Get unlimited access to all of our stories for just $1 a week.</p></div>",
  });
  expect(textOf(html)).not.toMatch(/unlimited|Subscribe/);
});

test("words in two boxes of one line are two words, a large first letter is not", () => {
  expect(
    textOf(ferryPageWith("<p><span>T</span>he crew of the boat <span>Mc</span><span>Lind</span> sailed on in the dark that night.</p>")),
  ).toContain("The crew of the boat McLind sailed");
});

test("a printed page has its headline, byline and date in lines of one cell", () => {
  const body = paragraphs().replaceAll("<p>", "").replaceAll("</p>", "<br><br>");
  const html = `<html><head><title>Print: Ferry stays in Skerrow</title></head><body><table><tr><td>Printed from www.post.example/4711</td></tr>
<tr><td><b>Ferry stays in Skerrow</b><br>By Ada Quill<br>Friday, 3 May 2024<br><br>${body}</td></tr></table></body></html>`;
  expect(blocksOf(html)[0]?.text).toBe("Ferry stays in Skerrow");
  expect(authorsOf(html)).toEqual(["Ada Quill"]);
  expect(blocksOf(html).filter(({ kind }) => kind === "paragraph")).toHaveLength(3);
  expect(readPage(html).metadata.publishedAt).toBe("2024-05-03");
});

test("a document of a word processor has a title, items and no marks of comments", () => {
  const item = (text: string) => `<p class=MsoListParagraphCxSpFirst><span>·<span>&nbsp;&nbsp;&nbsp;</span></span>${text}</p>`;
  const html = `<html><head><title>Draft 3</title></head><body><p class=MsoTitle>Ferry stays in Skerrow</p>${paragraphs()}
${item("The boat runs every hour")}${item("The bridge is off")}<p>It will be reviewed in spring<sup><a href="#cmnt1">[a]</a></sup>, the council says, when the winter is over.</p>${paragraphs("Monday")}</body></html>`;
  expect(blocksOf(html)[0]).toMatchObject({ kind: "headline", text: "Ferry stays in Skerrow" });
  expect(blocksOf(html).flatMap(({ role, text }) => (role === "list-item" ? [text] : []))).toEqual([
    "The boat runs every hour",
    "The bridge is off",
  ]);
  expect(textOf(html)).toContain("in spring, the council");
  expect(textOf(html)).not.toContain("Draft");
  expect(textOf(ferryPageWith("<p>The boat makes 3<sup>2</sup> knots, the captain said to all who asked him.</p>"))).toContain("32 knots");
});
