import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { addresses } from "../../article/model/addressed.ts";
import { Tombstone } from "../../article/model/history.ts";
import { Revision, Slug } from "../../article/model/schema.ts";
import { Note } from "../../extraction/reading/notes.ts";
import { publish } from "../../publishing/publish.ts";
import { withdraw } from "../../publishing/withdraw.ts";
import type { Published } from "../../publishing/write-version.ts";
import { apiArticleUrl, articleUrl, pathSite, type Site } from "../../representations/links.ts";
import { JSON_TYPE } from "../../representations/table.ts";
import type { Held } from "../../store/desk.ts";
import type { Store } from "../../store/store.ts";
import type { RouteInput, WholeAnswer } from "../answers/answer.ts";
import { operation } from "../operation.ts";
import { HttpProblem } from "../problem.ts";
import { type RouteOptions, registerOperations } from "../register.ts";
import { RawBody, type RequestBody } from "../requests/body.ts";
import { inPath, text } from "../requests/parameters.ts";
import { invalidParameters } from "../requests/validator.ts";
import type { Extracting } from "../tasks/extracting.ts";
import { heldOrDone, holdTo } from "../writes/conditions.ts";
import { movedTo } from "../writes/moved.ts";
import { answerOfHeld, articleAnswerOf } from "../writes/present.ts";
import { type Known, known, type Submitted, sourceOf, submitted } from "../writes/submitted.ts";
import { deskOf, writeOf } from "../writes/writing.ts";

const Publication = z
  .object({
    state: z.enum(["added", "updated", "unchanged"]).meta({
      description:
        "`added`: new, or served again after a withdrawal; `updated`: it replaces what was there; `unchanged`: it was there already.",
    }),
    slug: Slug,
    ...addresses,
    revision: Revision,
    previousRevision: Revision.nullable().meta({ description: "The revision that was served until now; `null` when none was." }),
    renamedFrom: Slug.nullable().meta({ description: "The slug it had until now, when it has another one; that one redirects." }),
    notes: z.array(Note).meta({ description: "What extraction replaced, left out or found odd." }),
  })
  .meta({ id: "Publication", description: "What became of an article that was sent." });

const Withdrawal = Tombstone.pick({ slug: true, at: true, reason: true, revision: true }).meta({
  id: "Withdrawal",
  description: "The notice that an article's addresses answer with from now on.",
});

const restore = z
  .stringbool()
  .optional()
  .meta({ description: "`true`: serve a withdrawn article again.", override: { type: "boolean", examples: [false] } });

const PROBLEMS = ["invalid-parameter", "article-withdrawn", "unreadable-source", "unsound", "extraction-timeout", "unavailable"] as const;

/** Operations that publish, replace and withdraw articles. */
export async function publishingRoutes(app: FastifyInstance, given: RouteOptions & { extracting: Extracting }): Promise<void> {
  const { store, site, writing, extracting } = given;

  const publishing = (
    input: Input,
    slug?: string,
    onCurrent?: (held: Held | null) => Promise<void>,
    dryRun = writeOf(input).validateOnly,
  ) => {
    const source = sourceOf(input.body, input.query);
    const wish = slug ?? input.query.slug;
    return publish(deskOf(writing), "article" in source || wish === undefined ? source : { ...source, slug: wish }, {
      extract: (raw, options) => extracting.extraction(raw, options),
      now: new Date(),
      dryRun,
      restore: input.query.restore,
      create: slug === undefined ? "only" : undefined,
      onCurrent,
    });
  };

  registerOperations(app, given, [
    operation({
      path: "/v1/articles",
      id: "publishArticle",
      tag: "Articles",
      summary: "Publish an article",
      description:
        "Takes a raw article, as `/v1/extractions` does, or a whole one as Verbatim writes it, and serves it from then on: the answer comes when GET has it. An article that is here already, by its bytes, answers 200 with `unchanged`; one that is known by its address and has other words answers 409 and is replaced by PUT.",
      params: z.object({}),
      query: z.strictObject({
        slug: Slug.optional().meta({ description: "The slug it is to have, where that is free; else one is made of the headline." }),
        ...known,
        restore,
      }),
      accepts: submitted,
      requires: "write",
      writes: "adds",
      answers: "It was here already, or nothing was to be written.",
      creates: "It is served.",
      formats: [{ ...JSON_TYPE, schema: Publication }],
      problems: ["article-exists", ...PROBLEMS],
      answer: async (input) => publication(await publishing(input), store, site),
    }),
    operation({
      path: "/v1/articles/{slug}",
      id: "replaceArticle",
      method: "PUT",
      tag: "Articles",
      summary: "Publish or replace an article",
      description:
        "Serves an article at this slug. Of one that is here a new version takes its place: `If-Match` names the one that is replaced, quotes keep their ids, and the revision until now stays addressable. A free slug gets a new article, or renames the one of the same bytes or address when `If-Match` names that one.",
      params: z.object({ slug: inPath.article }),
      query: z.strictObject({ ...known, restore }),
      accepts: submitted,
      requires: "write",
      writes: "puts",
      answers: "It took the place of what was here, or was here already.",
      creates: "It is served; nothing was here before.",
      formats: [{ ...JSON_TYPE, schema: Publication }],
      problems: ["article-exists", ...PROBLEMS],
      redirects: true,
      async answer(input) {
        const slug = slugOf(input);
        const moved = await movedTo(store, slug);
        if (moved !== null) return { redirect: `/v1/articles/${moved}` };
        const onCurrent = async (held: Held | null) => {
          const { preconditions } = writeOf(input);
          const present = held === null ? null : await answerOfHeld(store, site, held);
          if (held === null || held.machine.slug === slug) return holdTo(preconditions, present);
          // Whoever names it renames it. Nothing is at this address yet, so that "*" names nothing.
          if (preconditions.ifMatch === null || preconditions.ifMatch.trim() === "*") throw isElsewhere(held.machine.slug);
          return holdTo(preconditions, present);
        };
        const published = await heldOrDone({
          held: () => publishing(input, slug, onCurrent),
          tried: () => publishing(input, slug, undefined, true),
        });
        return publication(published, store, site);
      },
    }),
    operation({
      path: "/v1/articles/{slug}",
      id: "withdrawArticle",
      method: "DELETE",
      tag: "Articles",
      summary: "Withdraw an article",
      description:
        "Takes an article out: its addresses, its parts, its quotes and its pages answer 410 with the reason, and it is in no list, search, feed or check. Its files and its history stay with whoever runs the server, and no import brings it back unasked. Of one that is withdrawn already the reason is replaced.",
      params: z.object({ slug: inPath.article }),
      query: z.strictObject({
        reason: text(2000)
          .min(1)
          .refine((words) => /\S/.test(words) && !/\p{Cc}/u.test(words), "must have words, and no control characters")
          .meta({ description: "Why, for readers; without control characters.", examples: ["The interview was not authorised."] }),
      }),
      requires: "write",
      writes: "replaces",
      answers: "The notice.",
      formats: [{ ...JSON_TYPE, schema: Withdrawal }],
      problems: ["invalid-parameter", "article-not-found", "unavailable"],
      redirects: true,
      async answer(input) {
        const moved = await movedTo(store, input.params.slug);
        if (moved !== null) return { redirect: `/v1/articles/${moved}` };
        const { preconditions, validateOnly } = writeOf(input);
        let served: string | null = null;
        const { slug, at, reason, revision } = await withdraw(deskOf(writing), input.params.slug, {
          reason: input.query.reason,
          now: new Date(),
          dryRun: validateOnly,
          async onCurrent(held) {
            // What was withdrawn before has nothing more to lose.
            if (held === null || held.tombstone !== null) return;
            served = held.served?.revision ?? null;
            await holdTo(preconditions, await answerOfHeld(store, site, held));
          },
        });
        const written = { subject: slug, revisionBefore: served, revisionAfter: null, outcome: "withdrawn" };
        return { body: JSON.stringify({ slug, at, reason, revision }), written };
      },
    }),
  ]);
}

interface Input extends Pick<RouteInput, "write"> {
  body: RequestBody<Submitted>;
  query: Known & { slug?: string | undefined; restore?: boolean | undefined };
}

/** The slug of an address where an article is put. @throws HttpProblem `invalid-parameter`, `invalid-body` */
function slugOf({ params: { slug }, body }: { params: { slug: string }; body: Input["body"] }): string {
  const parsed = Slug.safeParse(slug);
  if (!parsed.success) {
    const message = "A slug has letters and digits, joined by single hyphens.";
    throw invalidParameters([{ in: "path", name: "slug", value: slug.slice(0, 100), message }]);
  }
  if (!(body instanceof RawBody) && body.slug !== undefined && body.slug !== slug) {
    const message = `"${body.slug}" is not the slug of this address. Correct one of the two, or leave the member out.`;
    throw new HttpProblem("invalid-body", `slug: ${message}`, { errors: [{ in: "body", name: "slug", value: body.slug, message }] });
  }
  return slug;
}

async function publication(published: Published, store: Store, site: Site): Promise<WholeAnswer> {
  const { state, article, renamedFrom, notes, before } = published;
  const { slug, revision } = article;
  const local = pathSite(site);
  const url = apiArticleUrl(local, slug);
  const page = articleUrl(local, slug);
  const present = await articleAnswerOf(store, site, slug);
  return {
    body: JSON.stringify({ state, slug, url, page, revision, previousRevision: before, renamedFrom, notes }),
    status: state === "added" ? 201 : 200,
    headers: {
      ...(state === "added" ? { location: url } : {}),
      ...(present === null ? {} : { etag: present.variant(undefined).etag }),
    },
    written: { subject: slug, revisionBefore: before, revisionAfter: revision, outcome: state },
  };
}

function isElsewhere(slug: string): HttpProblem {
  const detail = `This article is here already, as "${slug}". PUT it there with If-Match, or name it with If-Match here to rename it.`;
  return new HttpProblem("article-exists", detail);
}
