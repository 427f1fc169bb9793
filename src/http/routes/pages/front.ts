import type { ArticleSummary, SpeakerSummary } from "../../../article/model/items.ts";
import { homePage } from "../../../pages/front/front-page.ts";
import type { Site } from "../../../representations/links.ts";
import type { Page, Store } from "../../../store/store.ts";
import type { WholeAnswer } from "../../answers/answer.ts";
import { listPage, pageAnswer } from "../../answers/page-answers.ts";

/** Articles and speakers on the front page. */
const FRONT_ARTICLES = 12;
const FRONT_SPEAKERS = 12;

/** The newest articles and the speakers who are quoted most. */
export async function frontPage(store: Store, site: Site): Promise<WholeAnswer> {
  const [articles, speakers] = await Promise.all([
    store.articles({ limit: FRONT_ARTICLES }),
    store.speakers({ sort: "quotes", limit: FRONT_SPEAKERS }),
  ]);
  const more = (page: Page, next: string) => (page.next === null ? null : next);
  const newest = listPage<ArticleSummary>(articles, more(articles, "/articles"));
  const quotedMost = listPage<SpeakerSummary>(speakers, more(speakers, "/speakers"));
  return pageAnswer(homePage(newest, quotedMost, site));
}
