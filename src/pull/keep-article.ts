import type { FormerRevision, Tombstone } from "../article/model/history.ts";
import type { Article } from "../article/model/schema.ts";
import { tombstoneOf } from "../publishing/withdraw.ts";
import { type Desk, DeskConflict, type Held, type Writing } from "../store/desk.ts";
import { ArticleRefused, type Fetched, OwnArticle } from "./fetch-article.ts";

/** What became of an article here. */
export type Kept = "added" | "changed" | "withdrawn" | "removed" | "unchanged";

/** What this archive knows of its copies. */
export interface Copies {
  /** Whether the article of a slug came from the other archive; `null` when it did not. */
  of(slug: string): Promise<{ withdrawn: boolean } | null>;
  /** Notes, before it is written, that an article comes from there. */
  begin(slug: string, withdrawn: boolean): Promise<void>;
}

/** Stands for the text of an article that was withdrawn before it was ever here. */
const NO_REVISION = "0".repeat(64);

/**
 * Writes an article here as it is there. Once more does nothing.
 *
 * What did not come from the other archive is left alone. An article that was withdrawn here, and not there, stays withdrawn.
 *
 * @param slug it was asked for under
 * @throws OwnArticle; ArticleRefused when a quote of it belongs to another article here
 */
export async function keepArticle(desk: Desk, copies: Copies, slug: string, fetched: Fetched): Promise<Kept> {
  try {
    return await desk.alone((writing) => {
      if (fetched.state === "served") return keepServed(writing, copies, fetched.article, fetched.former);
      if (fetched.state === "withdrawn") return keepWithdrawn(writing, copies, slug, fetched);
      return fetched.state === "gone" ? keepGone(writing, copies, slug) : Promise.resolve("unchanged");
    });
  } catch (error) {
    if (error instanceof DeskConflict) throw new ArticleRefused(error.message, { cause: error });
    throw error;
  }
}

async function keepServed(writing: Writing, copies: Copies, article: Article, former: FormerRevision[]): Promise<Kept> {
  const { slug } = article;
  const here = await ownersOf(writing, [slug, ...article.aliases]);
  for (const owner of here) await admit(writing, copies, owner, article);
  const others = here.filter((owner) => owner !== slug);
  let renamedFrom: string | null = null;
  if (others.length > 0) {
    // What is there under the present slug is another article, which has gone.
    if (here.includes(slug)) await writing.write({ of: "removal", slug });
    for (const [index, owner] of others.entries()) {
      const { held, tombstone } = await heldUnder(writing, owner);
      if (tombstone !== null) await writing.write({ of: "restoration", slug: owner });
      if (index > 0) await writing.write({ of: "removal", slug: owner });
      else if (held !== null) renamedFrom = owner;
    }
  }
  const { held: before, tombstone } = await heldUnder(writing, slug);
  const isWithdrawnHere = tombstone !== null && (await copies.of(slug))?.withdrawn === false;
  await copies.begin(slug, false);
  const isNew = before === null && renamedFrom === null;
  const revised = await keepVersions(writing, article, former, renamedFrom);
  if (tombstone !== null && !isWithdrawnHere) await writing.write({ of: "restoration", slug });
  if (isNew || (tombstone !== null && !isWithdrawnHere)) return "added";
  return revised || JSON.stringify(before?.machine) !== JSON.stringify(article) ? "changed" : "unchanged";
}

/** Writes an article with its earlier revisions: those that it has there, and no others. @returns whether the revisions were others */
async function keepVersions(writing: Writing, machine: Article, former: FormerRevision[], renamedFrom: string | null): Promise<boolean> {
  await writing.write({ of: "article", machine, raw: null, renamedFrom, former: former[0] ?? null });
  // A store may have noted, of its own, until when it served the text before; and a history may have been deleted there.
  if (asText(await writing.revisions(machine.slug)) === asText(former)) return false;
  await writing.write({ of: "history", slug: machine.slug, former });
  return true;
}

/** Earlier revisions as a text to compare, whatever their order. */
function asText(former: FormerRevision[]): string {
  return former
    .map((one) => JSON.stringify(one))
    .sort()
    .join("\n");
}

async function keepWithdrawn(
  writing: Writing,
  copies: Copies,
  slug: string,
  { at, reason }: Extract<Fetched, { state: "withdrawn" }>,
): Promise<Kept> {
  const owner = (await writing.find({ slug })) ?? slug;
  const { held, tombstone } = await heldUnder(writing, owner);
  if (tombstone?.at === at && tombstone.reason === reason) {
    await copies.begin(owner, true);
    return "unchanged";
  }
  if (held !== null || tombstone !== null) await admit(writing, copies, owner, null);
  await copies.begin(owner, true);
  const left: Tombstone =
    held === null
      ? { slug: owner, aliases: [], quotes: [], revision: NO_REVISION, sourceUrl: null, sha256: "", ...tombstone, at, reason }
      : { ...tombstoneOf(held, { reason, now: new Date(at) }), slug: owner };
  const aliases = left.aliases.includes(slug) || slug === owner ? left.aliases : [...left.aliases, slug];
  await writing.write({ of: "withdrawal", tombstone: { ...left, aliases } });
  return "withdrawn";
}

async function keepGone(writing: Writing, copies: Copies, slug: string): Promise<Kept> {
  const copy = await copies.of(slug);
  const { held, tombstone } = await heldUnder(writing, slug);
  if (copy === null || (held === null && tombstone === null)) return "unchanged";
  // A withdrawal of this archive's own stays: its notice says more than that there is nothing.
  if (tombstone !== null && !copy.withdrawn) return "unchanged";
  await writing.write({ of: "removal", slug });
  return "removed";
}

/** The slugs of the articles that have any of these names here, each once. */
async function ownersOf(writing: Writing, names: string[]): Promise<string[]> {
  const owners = new Set<string>();
  for (const name of names) {
    const owner = await writing.find({ slug: name });
    if (owner !== null) owners.add(owner);
  }
  return [...owners];
}

/** @throws OwnArticle when the article of a slug did not come from there, unless it is the very same one */
async function admit(writing: Writing, copies: Copies, owner: string, coming: Article | null): Promise<void> {
  if ((await copies.of(owner)) !== null) return;
  const { held } = await heldUnder(writing, owner);
  if (coming !== null && held?.machine.slug === coming.slug && held.machine.revision === coming.revision) return;
  throw new OwnArticle(`${owner} is an article of this archive's own, and stays`);
}

async function heldUnder(writing: Writing, slug: string): Promise<{ held: Held | null; tombstone: Tombstone | null }> {
  const tombstone = await writing.tombstone(slug);
  // One that is broken here is written anew.
  const held = await writing.read(slug).catch(() => null);
  return { held, tombstone };
}
