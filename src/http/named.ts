import type { SpeakerSummary } from "../article/model/items.ts";
import type { SpeakerRef } from "../article/model/schema.ts";
import { fold } from "../article/words/fold.ts";
import { parseQuery } from "../article/words/query.ts";
import type { Store } from "../store/store.ts";
import { articleNotFound, lookUp } from "./lookup.ts";
import { HttpProblem, type ParameterError } from "./problem.ts";
import { invalidParameters } from "./requests/validator.ts";

// What a parameter names is looked up before it filters: a slug or a name that nobody has is a problem, never an empty list.

/** Speakers of one name that a problem lists. */
const MAX_LISTED = 20;
/** Speakers of a part of the name that a problem lists. */
const MAX_NEAR = 5;

/** The slug an article has now. @throws HttpProblem `article-not-found` */
export async function articleNamed(store: Store, slug: string): Promise<string> {
  const found = await lookUp(slug, (one) => store.article(one));
  if (found.state === "found") return slug;
  if (found.state === "moved") return found.to;
  throw articleNotFound(slug);
}

/**
 * The speaker an id, a name or an alias means. A part of a name is enough when only one speaker has it.
 *
 * @returns `null` when no speaker has the name
 * @throws HttpProblem `invalid-parameter` listing the speakers it may mean
 */
export async function speakerNamed(store: Store, given: string, sentIn: ParameterError["in"]): Promise<SpeakerRef | null> {
  const found = await lookUp(given, (one) => store.speakerSummary(one));
  const present = found.state === "moved" ? await store.speakerSummary(found.to) : found;
  if (present.state === "found") return refOf(JSON.parse(present.json) as SpeakerRef);
  const phrases = parseQuery(given);
  const page = phrases.length === 0 ? null : await store.speakers({ phrases, sort: "quotes", limit: MAX_LISTED });
  const named = (page?.items ?? []).map((json) => JSON.parse(json) as SpeakerSummary);
  const called = named.filter(({ name, aliases }) => [name, ...aliases].some((one) => fold(one) === fold(given)));
  const meant = called.length > 0 ? called : named;
  const [one] = meant;
  if (one === undefined) return null;
  if (meant.length === 1) return refOf(one);
  const more = called.length > 0 || page?.next === null ? "" : " and others";
  const message = `"${given}" may mean ${meant.map(shown).join(", ")}${more}. Use one of these ids.`;
  throw invalidParameters([{ in: sentIn, name: "speaker", value: given.slice(0, 100), message }]);
}

/** The id of the speaker that a filter names. @throws HttpProblem `speaker-not-found` with near names, `invalid-parameter` for several */
export async function speakerFiltered(store: Store, given: string): Promise<string> {
  const speaker = await speakerNamed(store, given, "query");
  if (speaker !== null) return speaker.id;
  const near = await speakersNear(store, given);
  const hint = near.length === 0 ? "" : ` Near: ${near.map(shown).join(", ")}.`;
  throw new HttpProblem(
    "speaker-not-found",
    `There is no speaker "${given}".${hint}`,
    {},
    {},
    { path: "/v1/speakers?q=", does: "finds speakers by name." },
  );
}

/** The speakers that a filter names as the store takes them: `none`, for quotes without a named speaker, is `null`. */
export async function speakersFiltered(store: Store, given: string[] | undefined): Promise<(string | null)[] | undefined> {
  return given && Promise.all(given.map((one) => (one === "none" ? null : speakerFiltered(store, one))));
}

/** Speakers who have one of the words of a name, most quoted first. */
async function speakersNear(store: Store, given: string): Promise<SpeakerSummary[]> {
  const words = parseQuery(given).flat().slice(0, 4);
  const pages = await Promise.all(words.map((word) => store.speakers({ phrases: [[word]], sort: "quotes", limit: MAX_NEAR })));
  const near = new Map(pages.flatMap(({ items }) => items.map((json) => JSON.parse(json) as SpeakerSummary)).map((one) => [one.id, one]));
  return [...near.values()].sort((a, b) => b.quoteCount - a.quoteCount).slice(0, MAX_NEAR);
}

function shown({ id, name }: SpeakerSummary): string {
  return `"${id}" (${name})`;
}

function refOf({ id, name }: SpeakerRef): SpeakerRef {
  return { id, name };
}
