import { afterAll, beforeAll, expect, test } from "vitest";
import type { Article, SpeakerRef } from "../../src/article/model/schema.ts";
import { FilesStore } from "../../src/store/files/files-store.ts";
import { checkQuote } from "../../src/verification/check-quote.ts";
import type { LookUp } from "../../src/verification/probes.ts";
import { buildArticle, cue, mention, segment } from "../article-builder.ts";
import { dataFolder } from "../fixtures.ts";
import { manyArticles } from "../store/many-articles.ts";

const GUILD =
  "The baker understands very well that when she joins the guild, she has to weigh every sack for the town and for that she needs good friends in the harbour";

const guild = oneSpeech("guild", "Orla Brice", GUILD, "2001-01-01");
const weld = oneSpeech("weld", "Orla Brice", "Children refuse to weld the idle railing on the quay", "2001-01-02");
// More than are compared for one claim, and each holds more of the claim's pieces than "weld" does.
const comets = Array.from({ length: 20 }, (_, number) =>
  oneSpeech(
    `comet-${number}`,
    "Tam Ruddock",
    `My sons promised to sell the brass telescope and the comet of Tarnwick at any price, all ${number} of them`,
    "2002-02-02",
  ),
);

function oneSpeech(slug: string, by: string, text: string, publishedAt: string): Article {
  const paragraph = ["“", segment("a", text), "”, ", cue("a", "said"), " ", mention("a", by), "."];
  return buildArticle({ slug, headline: "One speech", sections: [{ paragraphs: [paragraph] }], quotes: { a: { by: [by] } }, publishedAt });
}

let data: ReturnType<typeof dataFolder>;
let store: FilesStore;
beforeAll(async () => {
  data = dataFolder([...manyArticles(60), ...comets, guild, weld]);
  store = await FilesStore.open({ folder: data.folder, watch: false, onProblem: () => {} });
});
afterAll(async () => {
  await store.close();
  data.remove();
});

function check(quote: string, asked: SpeakerRef | null = { id: "orla-brice", name: "Orla Brice" }) {
  const lookUps: LookUp[] = [];
  const answered = checkQuote(quote, asked, (wanted) => {
    lookUps.push(wanted);
    return store.candidates({ ...wanted, limit: 12 });
  });
  return answered.then(({ words, speaker, matches }) => ({ words, speaker, splice: matches[0]?.splice, lookUps: lookUps.length }));
}

test.each([
  "The understands very that when joins the she has weigh every for the and for she needs friends in harbour",
  "The baker well that she joins she has weigh every the town for that needs good in the",
  "The baker grasps very well then when she enters the guild, we have to weigh each sack for our town and with that she wants good friends",
])("finds a claim of which no three words in a row were said: %s", async (quote) => {
  expect(await check(quote)).toMatchObject({ words: "altered", speaker: "match" });
});

test.each(["Child refused to welding the idled railings", "Child refuses to welded the idling railing"])(
  "finds a claim of which no pair of words was said, but other forms of each: %s",
  async (quote) => {
    expect(await check(quote, null)).toMatchObject({ words: "altered" });
  },
);

test("does not look a second time for what it has found", async () => {
  expect(await check(GUILD)).toMatchObject({ words: "exact", lookUps: 2 });
  expect(await check(GUILD.replace("guild", "mill"))).toMatchObject({ words: "altered", lookUps: 2 });
});

test("says none of words that stand here and there", async () => {
  expect(await check("The guild in the harbour pays for friends, and every baker has a boat on the bridge")).toMatchObject({
    words: "none",
    speaker: "unattributed",
  });
});

test("finds the other place of a splice that many articles come nearer to than its own", async () => {
  expect(await check("Children refuse to weld the idle telescope and the comet of Tarnwick at any price", null)).toMatchObject({
    words: "altered",
    speaker: "not-asked",
    splice: "articles",
  });
});
