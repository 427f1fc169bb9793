import type { SpeakerSummary } from "../../article/model/items.ts";
import { type Pronoun, pronounsOf } from "../../article/model/pronouns.ts";
import type { Article } from "../../article/model/schema.ts";
import type { Key, Store } from "../../store/store.ts";

/** What an article says of a speaker. */
export interface Appearance {
  slug: string;
  pronoun: Pronoun;
  descriptions: string[];
}

/** A speaker of the archive with the articles that say something of him. */
export interface KnownSpeaker extends SpeakerSummary {
  appearances: Appearance[];
}

/** Rows and articles read at a time. */
const PAGE = 500;
/** Articles kept of one speaker: what is unlike shows in fewer, and memory is bounded. */
const MOST_APPEARANCES = 200;

/** All speakers, by name. @param isWanted whether a speaker is kept */
export async function readSpeakers(store: Store, isWanted = (_: SpeakerSummary): boolean => true): Promise<SpeakerSummary[]> {
  const found: SpeakerSummary[] = [];
  let after: Key | null = null;
  do {
    const page = await store.speakers({ sort: "name", limit: PAGE, after });
    found.push(...page.items.map((item) => JSON.parse(item) as SpeakerSummary).filter(isWanted));
    after = page.next;
  } while (after !== null);
  return found;
}

/** Adds to each speaker what articles say of him: pronouns and descriptions. Reads every article once. */
export async function withAppearances(store: Store, speakers: SpeakerSummary[]): Promise<KnownSpeaker[]> {
  const known = new Map(speakers.map((speaker) => [speaker.id, { ...speaker, appearances: [] as Appearance[] }]));
  for (let after: string | null = null; ; ) {
    const entries = await store.directory({ of: "articles", after, skip: 0, limit: PAGE });
    for (const { id } of entries) {
      const found = await store.article(id);
      if (found.state === "found") note(JSON.parse(found.json) as Article, known);
    }
    after = entries.at(-1)?.id ?? null;
    if (after === null) return [...known.values()];
  }
}

function note(article: Article, known: Map<string, KnownSpeaker>): void {
  const pronouns = pronounsOf(article);
  for (const { id, descriptions } of article.speakers) {
    const speaker = known.get(id);
    if (speaker === undefined || speaker.appearances.length >= MOST_APPEARANCES) continue;
    const texts = [...new Set(descriptions.map(({ text }) => text))];
    speaker.appearances.push({ slug: article.slug, pronoun: pronouns.get(id) ?? "unknown", descriptions: texts });
  }
}
