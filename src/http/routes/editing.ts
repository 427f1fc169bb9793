import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { Edits } from "../../article/corrections/edits.ts";
import { SpeakerProfile } from "../../article/model/items.ts";
import { type KeptEdits, readEdits, setEdits } from "../../publishing/edits.ts";
import type { WritingOptions } from "../../publishing/options.ts";
import { changeSpeaker, SpeakerChange, type SpeakerOptions } from "../../publishing/speakers.ts";
import { JSON_TYPE } from "../../representations/table.ts";
import { EXAMPLE } from "../openapi/examples.ts";
import { operation } from "../operation.ts";
import { type RouteOptions, registerOperations } from "../register.ts";
import { jsonOf } from "../requests/body.ts";
import { inPath } from "../requests/parameters.ts";
import { heldOrDone, holdTo } from "../writes/conditions.ts";
import { movedTo, speakerMovedTo } from "../writes/moved.ts";
import { answerOfSpeaker, jsonAnswer } from "../writes/present.ts";
import { problemOfRefusal } from "../writes/refusals.ts";
import { deskOf, writeOf } from "../writes/writing.ts";

const article = z.object({ slug: inPath.article });
const speaker = z.object({ id: inPath.speaker });

const AnsweredEdits = Edits.extend({
  notApplied: z
    .array(
      z
        .object({
          index: z.int().min(0).meta({ description: "Its place in `edits`, from 0." }),
          message: z.string().meta({ description: "Why it no longer fits." }),
        })
        .meta({ description: "A correction that no longer fits." }),
    )
    .meta({ description: "Corrections that no longer fit the article, which is served without them. Take them out, or correct them." }),
}).meta({ id: "ArticleEdits", description: "An editor's corrections of an article." });

/** What GET answered may be sent back. */
const SubmittedEdits = z.preprocess((given) => {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return given;
  const { notApplied: _, ...edits } = given as Record<string, unknown>;
  return edits;
}, Edits);

/** Bytes of an editor's file. */
const MAX_EDITS = 1024 * 1024;
const MAX_EDIT_VALUES = 100_000;
const MAX_CHANGE = 64 * 1024;

/** Operations that set what editors know: the corrections of an article, and of a speaker across all articles. */
export async function editingRoutes(app: FastifyInstance, given: RouteOptions): Promise<void> {
  const { store, site, writing } = given;
  registerOperations(app, given, [
    operation({
      path: "/v1/articles/{slug}/edits",
      id: "getEdits",
      tag: "Articles",
      summary: "Get an editor's corrections",
      description:
        "The corrections of an article, in their order: quotes that were set, added or rejected, and speakers that were named. Use it before you set them; its `ETag` goes into `If-Match`.",
      params: article,
      query: z.object({}),
      requires: "edit",
      answers: "The corrections; none is an empty list.",
      formats: [{ ...JSON_TYPE, schema: AnsweredEdits }],
      problems: ["invalid-parameter", "article-not-found", "article-withdrawn"],
      redirects: true,
      volatile: true,
      async answer({ params: { slug } }) {
        const moved = await movedTo(store, slug);
        if (moved !== null) return { redirect: `/v1/articles/${moved}/edits` };
        const kept = await readEdits(deskOf(writing), slug).catch((error) => {
          throw problemOfRefusal(error);
        });
        return { body: editsBody(kept) };
      },
    }),
    operation({
      path: "/v1/articles/{slug}/edits",
      id: "setEdits",
      method: "PUT",
      tag: "Articles",
      summary: "Set an editor's corrections",
      description:
        "Corrections in the place of those that were there; an empty list takes them away. Each must find what it corrects, and the article must be sound with them; else nothing is changed. One that was there before and no longer fits may stay: `notApplied` names it. What the machine found stays below them, so that the next version of the article is corrected too.",
      params: article,
      query: z.strictObject({}),
      accepts: {
        description: "The corrections, at most 1 MiB.",
        json: SubmittedEdits,
        examples: {
          "application/json": {
            edits: [
              {
                op: "set",
                quote: { id: EXAMPLE.quote, text: "A bridge takes you over the water." },
                speakers: [{ id: EXAMPLE.speaker, name: "Isolde Brannock", type: "person" }],
              },
            ],
          },
        },
        maxBytes: MAX_EDITS,
        maxValues: MAX_EDIT_VALUES,
      },
      requires: "edit",
      writes: "replaces",
      answers: "The corrections as they are now.",
      formats: [{ ...JSON_TYPE, schema: AnsweredEdits }],
      problems: ["invalid-parameter", "article-not-found", "article-withdrawn", "unsound-edits", "unavailable"],
      redirects: true,
      async answer(input) {
        const moved = await movedTo(store, input.params.slug);
        if (moved !== null) return { redirect: `/v1/articles/${moved}/edits` };
        const edits = jsonOf(input.body);
        const { preconditions, validateOnly } = writeOf(input);
        const set = (options: Partial<WritingOptions<KeptEdits>>) =>
          setEdits(deskOf(writing), input.params.slug, edits, { now: new Date(), ...options });
        const edited = await heldOrDone({
          held: () => set({ dryRun: validateOnly, onCurrent: (kept) => holdTo(preconditions, kept && jsonAnswer(editsBody(kept))) }),
          tried: () => set({ dryRun: true }),
        });
        const { slug, article, before, state } = edited;
        const body = editsBody(edited);
        const written = { subject: slug, revisionBefore: before, revisionAfter: article.revision, outcome: state };
        return { body, headers: { etag: jsonAnswer(body).variant(undefined).etag }, written };
      },
    }),
    operation({
      path: "/v1/speakers/{id}",
      id: "changeSpeaker",
      method: "PATCH",
      tag: "Speakers",
      summary: "Change what is known of a speaker",
      description:
        "A JSON Merge Patch (RFC 7396) of what editors know across all articles: `name`, `type`, other names (`aliases`), ids that are the same speaker (`merges`; they redirect here) and links to other registers (`sameAs`). What is left out stays, `null` empties a list, takes the type away or gives the name back to the articles, a list is given whole. Articles have the change when the answer comes. Where it is only tried, the counts and `appearances` in the answer are those of now.",
      params: speaker,
      query: z.strictObject({}),
      accepts: {
        description: "What changes.",
        json: SpeakerChange,
        alsoJson: ["application/merge-patch+json"],
        examples: {
          "application/json": { aliases: ["I. Brannock"] },
          "application/merge-patch+json": { sameAs: ["https://www.wikidata.org/wiki/Q1"] },
        },
        maxBytes: MAX_CHANGE,
      },
      requires: "edit",
      writes: "replaces",
      answers: "The speaker as GET answers with it now.",
      formats: [{ ...JSON_TYPE, schema: SpeakerProfile }],
      problems: ["invalid-parameter", "speaker-not-found", "unsound", "unavailable"],
      redirects: true,
      async answer(input) {
        const moved = await speakerMovedTo(store, input.params.id);
        if (moved !== null) return { redirect: `/v1/speakers/${moved}` };
        const { preconditions, validateOnly } = writeOf(input);
        const change = (options: Partial<SpeakerOptions>) =>
          changeSpeaker(deskOf(writing), input.params.id, jsonOf(input.body), { store, now: new Date(), ...options });
        const { id, entry, type, state } = await heldOrDone({
          held: () =>
            change({
              dryRun: validateOnly,
              onCurrent: async (current) => holdTo(preconditions, await answerOfSpeaker(store, site, input.params.id, current)),
            }),
          tried: () => change({ dryRun: true }),
        });
        const present = await answerOfSpeaker(store, site, id, validateOnly ? null : entry);
        const { body: served, etag } = present.variant(undefined);
        const { name, aliases, sameAs } = entry;
        // What was only tried is shown as it would be.
        const body = validateOnly ? JSON.stringify({ ...JSON.parse(served.toString()), name, type, aliases, sameAs }) : served;
        return { body, headers: { etag }, written: { subject: id, revisionBefore: null, revisionAfter: null, outcome: state } };
      },
    }),
  ]);
}

function editsBody({ edits, unmatched }: Pick<KeptEdits, "edits" | "unmatched">): string {
  return JSON.stringify({ ...edits, notApplied: unmatched });
}
