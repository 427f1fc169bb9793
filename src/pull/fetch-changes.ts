import { z } from "zod";
import { Slug } from "../article/model/schema.ts";
import { jsonOf, type Origin, type OriginAnswer } from "./origin.ts";
import { PullRefused } from "./pull-refused.ts";

/** Changes in an answer. */
const PAGE = 100;

/** Characters of the longest cursor that is kept. */
const MAX_CURSOR = 2000;

// Later versions may say more, and know other kinds of changes: what an article is now, its own answer says. Slugs become names of
// files: what is not one is not taken.
const ChangePage = z.object({
  items: z.array(z.object({ slug: Slug, previousSlug: Slug.nullish() })),
  nextCursor: z.string().max(MAX_CURSOR),
});

/** Changes of the other archive behind a cursor. */
export type ChangePage = z.infer<typeof ChangePage> & { tag: string | null };

/**
 * Reads the changes behind a cursor.
 *
 * @param tag of the answer that is known
 * @returns `null` when it is the same one
 * @throws PullRefused when the server is not a Verbatim that tells its changes, or does not know the cursor
 */
export async function fetchChanges(origin: Origin, cursor: string | null, tag: string | null): Promise<ChangePage | null> {
  const behind = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
  const answer = await origin.get(`/v1/changes?limit=${PAGE}${behind}`, { tag });
  if (answer.status === 304) return null;
  const json = jsonOf(answer);
  if (answer.status === 200) {
    const page = ChangePage.safeParse(json);
    if (page.success && page.data.items.length > 0 && page.data.nextCursor === cursor)
      throw new PullRefused(`${origin.base} tells the same changes again and again: its cursor stays where it is.`);
    if (page.success) return { ...page.data, tag: answer.tag };
  }
  throw refusal(origin, answer, json);
}

function refusal({ base }: Origin, { status, location }: OriginAnswer, json: unknown): PullRefused {
  const code = z.object({ code: z.string() }).safeParse(json).data?.code;
  if (code === "invalid-cursor")
    return new PullRefused(
      `${base} does not know how far this copy is: another archive is there now, or its changes were numbered anew. Compare everything again: add --restart.`,
    );
  if (location !== null) return new PullRefused(`${base} is elsewhere: it sends to ${location}. Pull from there.`);
  if (status === 401 || status === 403)
    return new PullRefused(`${base} is not public (status ${status}): what is copied must be open to all.`);
  if (code !== undefined && status === 404)
    return new PullRefused(`${base} is a Verbatim that does not tell its changes: it needs a newer version.`);
  if (status >= 500) return new PullRefused(`${base} failed (status ${status}). Try again later.`, { passes: true });
  return new PullRefused(
    `${base} is not a Verbatim: ${base}/v1/changes answers with status ${status} and no list of changes. Give the address that its start page has, with its path if there is one.`,
  );
}
