import type { ArticleSummary, SpeakerSummary } from "../../../article/model/items.ts";
import { frontPage, type Quoted } from "../../../pages/front/front-page.ts";
import type { Site } from "../../../representations/links.ts";
import type { Store } from "../../../store/store.ts";
import type { WholeAnswer } from "../../answers/answer.ts";
import { pageAnswer } from "../../answers/page-answers.ts";
import { presentArticle } from "../../lookup.ts";
import { chooseQuoteOfTheDay } from "./quote-of-the-day.ts";

/** Articles on the front page; speakers of the month, and of all months. */
const ARTICLES = 8;
const OF_THE_MONTH = 6;
const OF_ALL = 10;

/** The front page of a day, in UTC. */
export async function answerFront(store: Store, site: Site, date: Date): Promise<WholeAnswer> {
  const day = date.toISOString().slice(0, 10);
  const [newest, quote, ofTheMonth, ofAll] = await Promise.all([
    store.articles({ limit: ARTICLES }),
    chooseQuoteOfTheDay(store, day),
    quotedMost(store, day),
    store.speakers({ sort: "quotes", limit: OF_ALL }),
  ]);
  // An article may have been withdrawn since it was listed.
  const articles = await Promise.all(newest.items.map((item) => presentArticle(store, (JSON.parse(item) as ArticleSummary).slug)));
  const front = {
    quote,
    articles: articles.filter((article) => article !== null),
    articleCount: newest.total,
    ofTheMonth,
    ofAll: ofAll.items.map((item) => JSON.parse(item) as SpeakerSummary),
    speakerCount: ofAll.total,
    date,
  };
  return pageAnswer(frontPage(front, site));
}

/** Who is quoted most in articles of the month of a day. */
async function quotedMost(store: Store, day: string): Promise<Quoted[]> {
  const publishedFrom = `${day.slice(0, 7)}-01`;
  // One more than are shown, since quotes for which nobody is named are a group too.
  const { groups } = await store.statistics({ by: ["speaker"], publishedFrom, limit: OF_THE_MONTH + 1 });
  return groups
    .flatMap(({ speaker, quoteCount, articleCount }) =>
      speaker === null || speaker === undefined ? [] : [{ ...speaker, quoteCount, articleCount }],
    )
    .slice(0, OF_THE_MONTH);
}
