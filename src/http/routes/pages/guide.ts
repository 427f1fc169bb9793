import type { FastifyInstance } from "fastify";
import type { QuoteItem, SpeakerSummary } from "../../../article/model/items.ts";
import type { ProjectDocument } from "../../../pages/docs/document-pages.ts";
import { gettingStartedPage } from "../../../pages/docs/getting-started.ts";
import type { GuideAnswer } from "../../../pages/docs/shown-answer.ts";
import { type GuideExample, SHIPPED_EXAMPLE, type Step, stepsWith } from "../../../pages/docs/steps.ts";
import { HTML_TYPE } from "../../../representations/table.ts";
import { type Store, StoreUnavailable } from "../../../store/store.ts";
import { CACHE_CONTROL, COMMON_HEADERS, PAGE_HEADERS } from "../../answers/headers.ts";
import { PreparedAnswer, sendPrepared } from "../../answers/prepared-answer.ts";
import { askItself } from "../../own-requests.ts";
import { allowMethods, type RouteOptions } from "../../register.ts";

const PATH = "/docs/getting-started";

/**
 * The guide for newcomers. Its commands ask for what this server has, so that they can be typed as they stand, and the answers
 * are those of this server: it asks itself once between two changes of the store.
 */
export function registerGuide(app: FastifyInstance, documents: ProjectDocument[], { store, site, cache }: RouteOptions): void {
  let kept: { generation: number; file: Promise<PreparedAnswer> } | null = null;
  const make = async (): Promise<PreparedAnswer> => {
    const example = (await findExample(store)) ?? SHIPPED_EXAMPLE;
    const answered = await Promise.all(stepsWith(example).map(async (step) => ({ step, answer: await ask(app, step) })));
    // Where the server was too busy to answer itself, the next reader may see what this one does not.
    if (answered.some(({ answer }) => answer !== null && answer.status >= 429)) kept = null;
    const steps = answered.map(({ step, answer }) => ({ step, answer: answer?.status === step.status ? answer : null }));
    const page = gettingStartedPage(documents, steps, example.speaker, site);
    return new PreparedAnswer(page, {
      ...COMMON_HEADERS,
      ...PAGE_HEADERS,
      "content-type": HTML_TYPE.contentType,
      "cache-control": CACHE_CONTROL.content,
    });
  };
  app.get(PATH, { schema: { hide: true } }, async (request, reply) => {
    kept = kept?.generation === cache.generation ? kept : { generation: cache.generation, file: make() };
    try {
      return sendPrepared(request, reply, await kept.file);
    } catch (error) {
      kept = null;
      throw error;
    }
  });
  allowMethods(app, PATH, ["GET", "HEAD"]);
}

async function ask(app: FastifyInstance, { path, isAskedAgain = false }: Step): Promise<GuideAnswer> {
  const get = async (headers: Record<string, string>) => {
    const { statusCode, headers: fields, payload } = await askItself(app, path, headers);
    return { status: statusCode, headers: fields as Record<string, string>, body: payload };
  };
  const answer = await get({});
  return isAskedAgain && answer.headers.etag !== undefined ? get({ "if-none-match": answer.headers.etag }) : answer;
}

/** What ships with Verbatim, where it is served; else a quote of whoever is quoted most. `null` when nobody is quoted, or the store is away. */
async function findExample(store: Store): Promise<GuideExample | null> {
  try {
    if ((await store.article(SHIPPED_EXAMPLE.article)).state === "found") return SHIPPED_EXAMPLE;
    const [speaker] = (await store.speakers({ sort: "quotes", limit: 1 })).items.map((item) => JSON.parse(item) as SpeakerSummary);
    if (speaker === undefined) return null;
    const [quote] = (await store.quotes({ speakers: [speaker.id], limit: 1 })).items.map((item) => JSON.parse(item) as QuoteItem);
    if (quote === undefined) return null;
    const words = /\p{L}+ \p{L}+/u.exec(quote.text)?.[0] ?? /\p{L}+/u.exec(quote.text)?.[0] ?? "";
    return { article: quote.article.slug, speaker: speaker.id, words };
  } catch (error) {
    if (error instanceof StoreUnavailable) return null;
    throw error;
  }
}
