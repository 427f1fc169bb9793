import { z } from "zod";
import { type Article, Slug, type Speaker, SpeakerId, SpeakerType } from "../model/schema.ts";
import { fold } from "../words/fold.ts";
import { rebuild } from "./rebuild.ts";
import { SchemaReference } from "./schema-reference.ts";

/** What editors recorded about one speaker across all articles. */
export const RegisteredSpeaker = z.strictObject({
  id: SpeakerId,
  name: z.string().min(1),
  type: SpeakerType.optional(),
  aliases: z.array(z.string().min(1)).default([]).meta({ description: "Other names; a speaker found under one of them is this speaker." }),
  merges: z.array(SpeakerId).default([]).meta({ description: "Ids that are this speaker; they redirect here." }),
  splitFrom: SpeakerId.optional().meta({ description: "A namesake's id: in `articles`, that id is this speaker." }),
  articles: z.array(Slug).default([]).meta({ description: "Where `splitFrom` holds." }),
  sameAs: z.array(z.url({ protocol: /^https?$/ })).default([]),
});
export type RegisteredSpeaker = z.infer<typeof RegisteredSpeaker>;

/** `data/speakers.json`: aliases, merges, renames, splits of namesakes and links to other registers. */
export const SpeakerRegistry = z
  .strictObject({ $schema: SchemaReference, speakers: z.array(RegisteredSpeaker) })
  .superRefine(({ speakers }, context) => {
    const owner = new Map<string, string>();
    for (const [index, speaker] of speakers.entries()) {
      for (const id of [speaker.id, ...speaker.merges]) {
        const other = owner.get(id);
        if (other !== undefined) {
          context.addIssue({ code: "custom", path: ["speakers", index], message: `"${id}" already belongs to "${other}": list it once` });
        }
        owner.set(id, speaker.id);
      }
      if ((speaker.splitFrom === undefined) !== (speaker.articles.length === 0)) {
        context.addIssue({ code: "custom", path: ["speakers", index], message: "splitFrom and articles must be given together" });
      }
    }
  });
export type SpeakerRegistry = z.infer<typeof SpeakerRegistry>;

/**
 * Applies the speaker registry to an article: splits first, then merged ids, then aliases by folded name. The registered
 * name and type replace those of the article. Two speakers with one registered id become one speaker.
 */
export function applyRegistry(article: Article, registry: SpeakerRegistry): Article {
  if (registry.speakers.length === 0) return article;
  const found = new Map(article.speakers.map((speaker) => [speaker.id, registeredAs(speaker, article, registry)]));
  if ([...found.values()].every((entry) => entry === undefined)) return article;
  const speakers = new Map<string, Speaker>();
  for (const speaker of article.speakers) {
    const entry = found.get(speaker.id);
    const id = entry?.id ?? speaker.id;
    const known = speakers.get(id);
    speakers.set(id, {
      id,
      name: entry?.name ?? speaker.name,
      type: entry?.type ?? speaker.type,
      descriptions: inOrder([...(known?.descriptions ?? []), ...speaker.descriptions]),
      mentions: inOrder([...(known?.mentions ?? []), ...speaker.mentions]),
    });
  }
  const quotes = article.quotes.map((quote) => {
    const said = new Map<string, { id: string; name: string }>();
    for (const speaker of quote.attribution.speakers) {
      const { id, name } = found.get(speaker.id) ?? speaker;
      said.set(id, { id, name });
    }
    return { ...quote, attribution: { ...quote.attribution, speakers: [...said.values()] } };
  });
  return rebuild(article, quotes, [...speakers.values()]);
}

/**
 * The ids of the registry that an article has speakers for, by id, as merged ids, or by another name.
 * @param article before the registry is applied
 */
export function registeredIn(article: Article, registry: SpeakerRegistry): string[] {
  if (registry.speakers.length === 0) return [];
  const mentioned = idsIn(registry);
  const ids = article.speakers.flatMap((speaker) => [
    ...idsOf(speaker, article),
    registeredAs(speaker, article, registry)?.id ?? speaker.id,
  ]);
  return [...new Set(ids)].filter((id) => mentioned.has(id));
}

const mentions = new WeakMap<SpeakerRegistry, Set<string>>();

/** All ids in a registry; made once, since it is asked for each article. */
function idsIn(registry: SpeakerRegistry): Set<string> {
  const known = mentions.get(registry);
  if (known !== undefined) return known;
  const ids = new Set(registry.speakers.flatMap(({ id, merges, splitFrom }) => [id, ...merges, splitFrom ?? id]));
  mentions.set(registry, ids);
  return ids;
}

/** The registry's entry for a speaker. Entries that name the article, or a speaker of it alone, by an earlier slug still apply. */
export function registeredAs(speaker: Speaker, article: Article, registry: SpeakerRegistry): RegisteredSpeaker | undefined {
  const entries = registry.speakers;
  const name = fold(speaker.name);
  const slugs = [article.slug, ...article.aliases];
  const ids = idsOf(speaker, article);
  return (
    entries.find((entry) => entry.splitFrom === speaker.id && entry.articles.some((one) => slugs.includes(one))) ??
    entries.find((entry) => ids.includes(entry.id) || entry.merges.some((id) => ids.includes(id))) ??
    entries.find((entry) => entry.aliases.some((alias) => fold(alias) === name))
  );
}

/** The ids a speaker has or had: those of a speaker of one article begin with its slugs. */
function idsOf({ id }: Speaker, { slug, aliases }: Article): string[] {
  return id.startsWith(`${slug}~`) ? [slug, ...aliases].map((one) => one + id.slice(slug.length)) : [id];
}

function inOrder<T extends { start: number }>(spans: T[]): T[] {
  return spans.sort((a, b) => a.start - b.start);
}
