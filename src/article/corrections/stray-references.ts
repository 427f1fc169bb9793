import { speakerSlug } from "../model/ids.ts";
import type { Article } from "../model/schema.ts";
import type { Fault } from "../rules/check-article.ts";
import type { Edits } from "./edits.ts";
import { registeredAs, type SpeakerRegistry } from "./speaker-registry.ts";

/**
 * Ids and slugs in the registry that nothing has: most likely mistyped, and without effect.
 * @param speakers ids that `registeredIn` found in any article
 * @param isArticle whether a slug is an article's, now or before
 */
export function unknownReferences(
  { speakers: entries }: SpeakerRegistry,
  speakers: Set<string>,
  isArticle: (slug: string) => boolean,
): Fault[] {
  const cure = "Correct it, or remove it.";
  const faults: Fault[] = [];
  for (const [index, { id, merges, splitFrom, articles }] of entries.entries()) {
    const unknown = (path: string, what: string) => faults.push({ path: `speakers[${index}].${path}`, message: what, cure });
    const isHere = [id, ...merges, splitFrom ?? id].some((one) => speakers.has(one));
    if (!isHere && merges.length === 0 && splitFrom === undefined) unknown("id", `no article quotes or names a speaker "${id}"`);
    for (const [at, merged] of merges.entries())
      if (!speakers.has(merged)) unknown(`merges[${at}]`, `no article has a speaker "${merged}"`);
    if (splitFrom !== undefined && !speakers.has(splitFrom)) unknown("splitFrom", `no article has a speaker "${splitFrom}"`);
    for (const [at, slug] of articles.entries()) if (!isArticle(slug)) unknown(`articles[${at}]`, `there is no article "${slug}"`);
  }
  return faults;
}

/** A speaker whom an editor's correction names by an id that neither the article nor the registry has. */
export interface Introduced {
  id: string;
  name: string;
  /** Where in the corrections. */
  path: string;
}

/**
 * The speakers whom corrections bring into an article under an id that their names do not give: they are in another article, or the
 * id is mistyped.
 *
 * @param machine the article as import made it
 */
export function introducedIn(machine: Article, { edits }: Edits, registry: SpeakerRegistry): Introduced[] {
  const known = new Set(registry.speakers.flatMap(({ id, merges }) => [id, ...merges]));
  for (const speaker of machine.speakers) known.add(speaker.id).add(registeredAs(speaker, machine, registry)?.id ?? speaker.id);
  const found: Introduced[] = [];
  for (const [index, edit] of edits.entries()) {
    const speakers = edit.op === "set" || edit.op === "add" ? (edit.speakers ?? []) : [];
    for (const [at, { id, name }] of speakers.entries()) {
      const slugs = [machine.slug, ...machine.aliases];
      if (id === undefined || known.has(id) || id === speakerSlug(name) || slugs.some((slug) => id.startsWith(`${slug}~`))) continue;
      found.push({ id, name, path: `edits[${index}].speakers[${at}].id` });
    }
  }
  return found;
}

/** What is said of an introduced speaker whom no other article has. */
export function strayIntroduction({ id, name, path }: Introduced): Fault {
  const message = `no other article has a speaker "${id}", and the id of "${name}" would be "${speakerSlug(name)}"`;
  return { path, message, cure: "Correct the id, or list it in speakers.json." };
}
