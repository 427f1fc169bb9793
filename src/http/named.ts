import type { SpeakerSummary } from "../article/model/items.ts";
import type { SpeakerRef } from "../article/model/schema.ts";
import { fold } from "../article/words/fold.ts";
import { lookUp } from "../store/look-up.ts";
import { speakersNamed, speakersNear } from "../store/speakers-named.ts";
import type { NamesQuery, Store } from "../store/store.ts";
import { articleNotFound, articleWithdrawn } from "./lookup.ts";
import { HttpProblem, type ParameterError } from "./problem.ts";
import { invalidParameters } from "./requests/validator.ts";

// What a parameter names is looked up before it filters: a slug or a name that nobody has is a problem, never an empty list.

/** What names are looked up in. */
export type Named = Pick<Store, "article" | "speakerSummary" | "speakers" | "names" | "hasName">;

/** Names that a problem lists. */
const MAX_LISTED = 20;
/** Near names that a problem lists. */
const MAX_NEAR = 5;

/** The slug an article has now. @throws HttpProblem `article-not-found`, `article-withdrawn` */
export async function articleNamed(store: Pick<Store, "article">, slug: string): Promise<string> {
  const found = await lookUp(slug, (one) => store.article(one));
  if (found.state === "moved") return found.to;
  if (found.state === "withdrawn") throw articleWithdrawn(found);
  if (found.state !== "found") throw articleNotFound(slug);
  return slug;
}

/**
 * The speaker an id, a name or an alias means. A part of a name is enough when only one speaker has it.
 *
 * @returns `null` when no speaker has the name
 * @throws HttpProblem `invalid-parameter` listing the speakers it may mean
 */
export async function speakerNamed(store: Named, given: string, sentIn: ParameterError["in"]): Promise<SpeakerRef | null> {
  const { speakers: meant, more } = await speakersNamed(store, given);
  const [one] = meant;
  if (one === undefined) return null;
  if (meant.length === 1) return refOf(one);
  const message = `"${given}" may mean ${meant.map(shown).join(", ")}${more ? " and others" : ""}. Use one of these ids.`;
  throw invalidParameters([{ in: sentIn, name: "speaker", value: given.slice(0, 100), message }]);
}

/** The id of the speaker that a filter names. @throws HttpProblem `speaker-not-found` with near names, `invalid-parameter` for several */
async function speakerFiltered(store: Named, given: string): Promise<string> {
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
export async function speakersFiltered(store: Named, given: string[] | undefined): Promise<(string | null)[] | undefined> {
  return given && Promise.all(given.map((one) => (one === "none" ? null : speakerFiltered(store, one))));
}

/** Folded names of the publishers that a filter names. @throws HttpProblem `publisher-not-found` with near names, `invalid-parameter` for several */
export async function publishersFiltered(store: Named, given: string[] | undefined): Promise<string[] | undefined> {
  return given && Promise.all(given.map((one) => nameFiltered(store, "publisher", one)));
}

/** Folded names of the people credited that a filter names. @throws HttpProblem `credit-not-found` with near names, `invalid-parameter` for several */
export async function creditsFiltered(store: Named, given: string[] | undefined): Promise<string[] | undefined> {
  return given && Promise.all(given.map((one) => nameFiltered(store, "credit", one)));
}

/** The name that is meant, folded: the one that is written so, else the only one that has these words. */
async function nameFiltered(store: Named, of: NamesQuery["of"], given: string): Promise<string> {
  const words = fold(given);
  // Most requests give the whole name, as answers have it; only for a part of one all names are read.
  if (words !== "" && (await store.hasName(of, words))) return words;
  const found = words === "" ? [] : await store.names({ of, words, limit: MAX_LISTED });
  const named = found.filter((name) => ` ${fold(name)} `.includes(` ${words} `));
  const [only] = named;
  if (only !== undefined && named.length === 1) return fold(only);
  if (only !== undefined) {
    const message = `"${given}" may mean ${named.map((name) => `"${name}"`).join(", ")}. Give the whole name.`;
    throw invalidParameters([{ in: "query", name: of, value: given.slice(0, 100), message }]);
  }
  const near = await namesNear(store, of, words);
  const hint = near.length === 0 ? "" : ` Near: ${near.map((name) => `"${name}"`).join(", ")}.`;
  const missing = of === "publisher" ? `No article has the publisher "${given}".` : `No article credits "${given}".`;
  throw new HttpProblem(`${of}-not-found`, `${missing}${hint}`);
}

/** Letters that a near name has in common with the beginning of a word. */
const NEAR_LETTERS = 4;

/** Names that have one of the words, or words that begin like one of them. */
async function namesNear(store: Named, of: NamesQuery["of"], folded: string): Promise<string[]> {
  const words = folded.split(" ").filter(Boolean).slice(0, 4);
  const beginnings = words.map((word) => Array.from(word).slice(0, NEAR_LETTERS).join(""));
  const lists = await Promise.all(beginnings.map((beginning) => store.names({ of, words: beginning, limit: MAX_NEAR })));
  return [...new Set(lists.flat())].slice(0, MAX_NEAR);
}

function shown({ id, name }: SpeakerSummary): string {
  return `"${id}" (${name})`;
}

function refOf({ id, name }: SpeakerRef): SpeakerRef {
  return { id, name };
}
