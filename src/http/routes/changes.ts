import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { Change } from "../../article/model/history.ts";
import { apiArticleUrl, pathSite, type Site } from "../../representations/links.ts";
import { JSON_TYPE, NDJSON_TYPE } from "../../representations/table.ts";
import type { Sort } from "../../store/sorts.ts";
import type { Store } from "../../store/store.ts";
import type { Answer } from "../answers/answer.ts";
import { CACHE_CONTROL } from "../answers/headers.ts";
import { encodeCursor, type PageRequest, pageRequest } from "../answers/paging.ts";
import { operation } from "../operation.ts";
import { HttpProblem } from "../problem.ts";
import { type RouteOptions, registerOperations } from "../register.ts";
import { limitUpTo } from "../requests/parameters.ts";

const PATH = "/v1/changes";
/** Changes are short, and whoever follows them wants all. */
const MAX_LIMIT = 1000;
const USUAL_LIMIT = 100;
/** Read from the store at a time while a whole list is sent. */
const BATCH = 1000;

/** The last change that was read: its number, and what tells it from another of this number. */
const LAST_READ: Sort = [
  { name: "seq", type: "number", descends: false },
  { name: "at", type: "string", descends: false },
  { name: "slug", type: "string", descends: false },
];

const ChangeItem = Change.extend({
  url: z.string().meta({
    description: "Address of the article in the API, path-absolute. It answers 410 when it is withdrawn, 404 when it is removed.",
    examples: ["/v1/articles/skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge"],
  }),
}).meta({ id: "ChangeItem", description: "One change of what is served." });

const ChangeList = z
  .object({
    items: z.array(ChangeItem).meta({ description: "Changes in their order, the oldest first." }),
    nextCursor: z.string().meta({
      description: "Give it as `cursor` for what comes next. It is there even when nothing does yet: keep it, and ask again later.",
    }),
  })
  .meta({ id: "ChangeList", description: "Changes, and where those to come begin." });

/** The operation that tells what changed. */
export async function changeRoutes(app: FastifyInstance, given: RouteOptions): Promise<void> {
  const { store, site } = given;
  registerOperations(app, given, [
    operation({
      path: PATH,
      id: "listChanges",
      tag: "Articles",
      summary: "Follow what changes",
      description:
        "Articles that were added, changed, renamed, withdrawn or removed, in order, from the first one on. There is no last page: `nextCursor` is where the next change will be, so keep it and ask again. Use it to keep a copy or an index up to date: get each article named, and forget what is withdrawn or removed. NDJSON without `limit` sends all that there are, and its `Link` has the cursor.",
      params: z.object({}),
      query: z.strictObject({
        limit: limitUpTo(MAX_LIMIT, USUAL_LIMIT, "Changes in an answer", "ChangesLimit"),
        cursor: z
          .string()
          .min(1)
          .max(2000)
          .optional()
          .meta({ param: { id: "ChangesCursor" }, description: "`nextCursor` of the answer before; without it, from the first change." }),
      }),
      answers: "The changes after the cursor.",
      formats: [
        { ...JSON_TYPE, schema: ChangeList },
        { ...NDJSON_TYPE, schema: z.string() },
      ],
      problems: ["invalid-parameter", "invalid-cursor"],
      async answer({ query, format }) {
        const request = pageRequest(PATH, query, LAST_READ);
        const after = await placeOf(request, store);
        if (format.name === "ndjson" && query.limit === undefined) return stream(store, after, request, site);
        const { items } = await store.changes({ after: after.seq, limit: query.limit ?? USUAL_LIMIT });
        const next = cursorOf(items.at(-1) ?? after, request);
        const shown = items.map((change) => JSON.stringify(itemOf(change, site)));
        const headers = { "cache-control": CACHE_CONTROL.revalidated, link: `<${request.address(next)}>; rel="next"` };
        if (format.name === "ndjson") return { body: shown.map((line) => `${line}\n`).join(""), headers };
        return { body: `{"items":[${shown.join(",")}],"nextCursor":${JSON.stringify(next)}}`, headers };
      },
    }),
  ]);
}

type Place = Pick<Change, "seq" | "at" | "slug">;

const BEGINNING: Place = { seq: 0, at: "", slug: "" };

/**
 * The change that a cursor names.
 * @throws HttpProblem `invalid-cursor` when this archive has another one there, or none: its changes were numbered anew
 */
async function placeOf({ after }: PageRequest, store: Pick<Store, "changes">): Promise<Place> {
  if (after === null) return BEGINNING;
  const [seq, at, slug] = after as [number, string, string];
  if (seq === 0) return BEGINNING;
  const { items } = await store.changes({ after: seq - 1, limit: 1 });
  const [there] = items;
  if (there?.seq === seq && there.at === at && there.slug === slug) return there;
  throw new HttpProblem(
    "invalid-cursor",
    "The changes of this archive were numbered anew since, as when it is moved without its journal. Start again without the cursor: everything that is served comes as added.",
  );
}

function cursorOf({ seq, at, slug }: Place, { list }: PageRequest): string {
  return encodeCursor([seq, at, slug], list);
}

function itemOf(change: Change, site: Site): z.infer<typeof ChangeItem> {
  return { ...change, url: apiArticleUrl(pathSite(site), change.slug) };
}

/** All changes up to the newest of this moment, so that the cursor behind it is known before the first is sent. */
async function stream(store: Store, after: Place, request: PageRequest, site: Site): Promise<Answer> {
  const { last } = await store.changes({ after: after.seq, limit: 0 });
  const [newest = after] = last > after.seq ? (await store.changes({ after: last - 1, limit: 1 })).items : [];
  const link = `<${request.address(cursorOf(newest, request))}>; rel="next"`;
  return { stream: linesUpTo(store, after.seq, newest.seq, site), headers: { link }, fileName: "changes" };
}

async function* linesUpTo(store: Store, after: number, last: number, site: Site): AsyncGenerator<string, void, void> {
  let seq = after;
  while (seq < last) {
    const { items } = await store.changes({ after: seq, limit: BATCH });
    const due = items.filter((change) => change.seq <= last);
    if (due.length > 0) yield due.map((change) => `${JSON.stringify(itemOf(change, site))}\n`).join("");
    seq = items.at(-1)?.seq ?? last;
  }
}
