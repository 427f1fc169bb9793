import { hash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { freeSlug, plainSlug } from "../article/model/ids.ts";
import { toInstant } from "../article/model/instants.ts";
import type { Given, Source } from "../article/model/schema.ts";
import type { Extraction } from "../extraction/extract.ts";
import type { MediaType } from "../extraction/reading/media-type.ts";
import type { Note } from "../extraction/reading/notes.ts";
import { toMoment } from "../extraction/reading/parts/dates/moment.ts";
import type { Desk, Writing } from "../store/desk.ts";
import type { Extracted } from "./extract-source.ts";
import { belowFileTitle } from "./file-title.ts";
import { currentOf, holdToPlainSlug } from "./held-article.ts";
import { nextVersion } from "./next-version.ts";
import type { PublishOptions } from "./options.ts";
import { PublishingRefused } from "./refusal.ts";
import { type Published, writeVersion } from "./write-version.ts";

/** A raw file to publish, with what is said of it. */
export interface RawSource {
  raw: Uint8Array;
  mediaType?: MediaType | undefined;
  /** Takes precedence over what the file says; dates in any form that is read. What was said before stays where nothing is said. */
  given: { [Field in keyof Given]?: string | undefined };
  /**
   * The slug of the article that it is another version of, now or before. A slug that no article has renames the article of the same
   * bytes or address, else it is the new article's.
   */
  slug?: string | undefined;
  /** A slug that it would have, as in `slug`; when another article has it, the next free one. */
  wish?: string | undefined;
  /** Its ending may say what it is. */
  fileName?: string | undefined;
  /** Whether the name of the file becomes the headline where nothing in it is one. */
  titledByName?: boolean | undefined;
}

/** Times a source is extracted again since others wrote what it depends on meanwhile. */
const MAX_TRIES = 5;

/**
 * Publishes a raw file, see `publish`, in two steps: extraction begins at once, and the function returned ends it and writes. Several
 * may be begun at a time; what they write depends on the order in which they are ended alone.
 *
 * @throws what `publish` throws, from the function returned
 */
export function beginPublishing(desk: Desk, source: RawSource, options: PublishOptions): () => Promise<Published> {
  const begun = begin(desk, source, options);
  // Whoever ends it is told.
  begun.catch(() => {});
  return async () => finish(desk, await begun, options);
}

/** What the extraction of a source depends on besides its bytes. */
interface Basis {
  /** `null`: that of the headline. */
  slug: string | null;
  given: Given;
  mediaType: MediaType | undefined;
}

interface Begun {
  source: RawSource;
  sha256: string;
  basis: Basis;
  extraction: Extraction;
}

async function begin(desk: Desk, source: RawSource, options: PublishOptions): Promise<Begun> {
  const sha256 = hash("sha256", source.raw);
  const { basis, isKnown } = await desk.alone(async (writing) => {
    const known = await writing.find({ slug: nameOf(source, options), sha256, sourceUrl: source.given.sourceUrl });
    const before = known === null ? null : await writing.source(known);
    const isKnown = before?.sha256 === sha256;
    const mediaType = source.mediaType ?? (isKnown ? before.mediaType : undefined);
    return { basis: { slug: known, given: givenOf(source, before, sha256), mediaType }, isKnown };
  });
  const extracted = await extractAs(source, basis, options);
  const titled = source.titledByName === true && !isKnown && lacksHeadline(extracted) ? titledByName(source) : null;
  if (titled !== null) {
    const again = await extractAs(titled, { ...basis, slug: null, mediaType: titled.mediaType }, options);
    if ("article" in again) {
      const extraction = { ...again, notes: [...again.notes, FROM_NAME] };
      return { source: titled, sha256: extraction.article.source.sha256, basis: { ...basis, mediaType: titled.mediaType }, extraction };
    }
  }
  return { source, sha256, basis, extraction: readable(extracted) };
}

/** Writes what was extracted, or extracts it once more: ids are made of the slug, and what was said of an article before counts. */
async function finish(desk: Desk, begun: Begun, options: PublishOptions): Promise<Published> {
  const { source, sha256 } = begun;
  let { basis, extraction } = begun;
  const { notes } = extraction;
  const made = extraction.article.slug;
  for (let tries = 0; tries <= MAX_TRIES; tries += 1) {
    const outcome = await desk.alone(async (writing): Promise<Published | { wanted: Basis }> => {
      const { article } = extraction;
      const known = await writing.find({ slug: nameOf(source, options), sha256, sourceUrl: article.sourceUrl });
      const { held, tombstone } = await currentOf(writing, known, source.slug ?? article.slug, options);
      const slug = await slugFor(writing, source, options, known, made);
      const given = givenOf(source, held?.machine.source ?? null, sha256);
      if (slug !== article.slug || !isDeepStrictEqual(given, basis.given)) return { wanted: { slug, given, mediaType: basis.mediaType } };
      const stated = Object.keys(given).length === 0 ? article : { ...article, source: { ...article.source, given } };
      const former = held !== null && held.machine.removedQuotes.length > 0 ? await writing.revisions(held.machine.slug) : [];
      const next = nextVersion(stated, held, tombstone, extraction.inferred, former);
      return writeVersion(writing, { article: next, raw: source.raw, held, tombstone, notes }, options);
    });
    if (!("wanted" in outcome)) return outcome;
    basis = outcome.wanted;
    extraction = readable(await extractAs(source, basis, options));
  }
  throw new PublishingRefused("conflict", "Others wrote the same article again and again meanwhile. Try again.");
}

/** The slug that names the article which is replaced. */
function nameOf({ slug }: RawSource, { create }: PublishOptions): string | undefined {
  return create === "only" ? undefined : slug;
}

/** A slug that is asked for renames an article when it is free; one that is made of the headline never does. */
async function slugFor(
  writing: Writing,
  source: RawSource,
  { create }: PublishOptions,
  known: string | null,
  made: string,
): Promise<string> {
  if (source.slug !== undefined) await holdToPlainSlug(writing, source.slug);
  const wish = source.wish === undefined ? undefined : plainSlug(source.wish);
  // An article that got its slug before slugs were written in one way keeps it.
  const asked = source.slug ?? (known !== null && wish === plainSlug(known) ? known : wish);
  if (known === null) return firstFree(writing, asked ?? made);
  const renames = asked !== undefined && asked !== known && create !== "only" && (await writing.tombstone(known)) === null;
  return renames && (await writing.find({ slug: asked })) === null ? asked : known;
}

async function firstFree(writing: Writing, wanted: string): Promise<string> {
  const taken = new Set<string>();
  for (;;) {
    const slug = freeSlug(wanted, (one) => taken.has(one));
    if ((await writing.find({ slug })) === null) return slug;
    taken.add(slug);
  }
}

/** What is said of a source now, else what was said of the article before. The time of an update holds for the same bytes only. */
function givenOf(source: RawSource, known: Source | null, sha256: string): Given {
  const { given: before = {}, sha256: bytes } = known ?? {};
  const { updatedAt, ...lasting } = before;
  const said = Object.entries(source.given).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const now = said.map(([field, value]) => [field, field.endsWith("At") ? (toMoment(value) ?? undefined) : value]);
  return { ...(updatedAt === undefined || bytes !== sha256 ? lasting : before), ...Object.fromEntries(now) };
}

function extractAs(source: RawSource, { slug, given, mediaType }: Basis, { extract, now }: PublishOptions): Promise<Extracted> {
  const { fileName } = source;
  return extract(source.raw, { ...given, fileName, mediaType, slug: slug ?? undefined, importedAt: toInstant(now) });
}

/** @throws PublishingRefused `unreadable` */
function readable(extracted: Extracted): Extraction {
  if ("message" in extracted) throw new PublishingRefused("unreadable", extracted.message);
  return extracted;
}

const FROM_NAME: Note = {
  code: "headline-from-name",
  message: "Nothing in the source is a headline; the name of its file became the headline.",
  count: 1,
};

function lacksHeadline(extracted: Extracted): boolean {
  if ("message" in extracted) return /^no-/.test(extracted.code ?? "");
  return extracted.notes.some(({ code }) => code === "no-headline-line");
}

/** The source with its file's name as the headline; `null` when the name says nothing. */
function titledByName(source: RawSource): RawSource | null {
  const titled = source.fileName === undefined ? null : belowFileTitle(source.fileName, source.raw);
  return titled === null ? null : { ...source, ...titled, titledByName: false };
}
