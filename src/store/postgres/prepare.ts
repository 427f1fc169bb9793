import { hash } from "node:crypto";
import { servedArticle } from "../../article/corrections/apply-corrections.ts";
import { Edits } from "../../article/corrections/edits.ts";
import type { SpeakerRegistry } from "../../article/corrections/speaker-registry.ts";
import type { Article } from "../../article/model/schema.ts";
import { indexableOf, type Searchable } from "../../article/words/searchable.ts";
import type { SoundArticle } from "../files/incoming.ts";
import type { StoreProblem } from "../store.ts";
import { isStorable } from "./connection.ts";
import { type TableRows, tableRowsOf } from "./rows.ts";
import { isVector, vectorOf } from "./vectors.ts";

/** Goes into every fingerprint: raise it when rows are derived in another way, and the next load makes them anew. */
const DERIVATION = 3;

/** What a database has of an article before it is written. */
export interface StoredArticle {
  fingerprint: string;
  edits: string | null;
  /** As it is served; `null` where every article has the speaker registry, so that the fingerprint alone tells. */
  json: string | null;
}

/** An article ready to be written: plain values. */
export interface PreparedArticle {
  article: Article;
  tables: TableRows;
  /** The distinct words of its text and quotes. */
  vocabulary: Set<string>;
}

type Fault = Omit<StoreProblem, "where">;

/** `prepared` is `null` when the article is refused, and the faults say why; they may also be about edits that were left out. */
export type Preparation = { isUnchanged: true } | { isUnchanged: false; prepared: PreparedArticle | null; faults: Fault[] };

/** Makes the rows of a sound article, or finds that the database has them: no input, no output, so that any thread can do it. */
export function prepare(incoming: SoundArticle, stored: StoredArticle | undefined, registry: SpeakerRegistry): Preparation {
  const machine = JSON.stringify(incoming.article);
  const edits = incoming.edits === undefined ? (stored?.edits ?? null) : incoming.edits && JSON.stringify(incoming.edits);
  const fingerprint = hash("sha256", `${DERIVATION}\n${machine}\n${edits}`);
  const isSame = stored?.fingerprint === fingerprint;
  if (isSame && stored.json === null) return { isUnchanged: true };
  const { article, faults } = servedArticle(incoming.article, edits === null ? null : Edits.parse(JSON.parse(edits)), registry);
  if (article === null) return { isUnchanged: false, prepared: null, faults };
  if (isSame && stored.json === JSON.stringify(article)) return { isUnchanged: true };
  const indexable = indexableOf(article);
  const fault = faultOf(article, indexable.searchable);
  if (fault !== null) return { isUnchanged: false, prepared: null, faults: [...faults, fault] };
  return { isUnchanged: false, prepared: { article, ...tableRowsOf(article, indexable, { machine, edits, fingerprint }) }, faults };
}

/** What PostgreSQL cannot hold of an article. */
function faultOf({ speakers }: Article, { text, words }: Searchable): Fault | null {
  if (!speakers.every(({ id }) => isStorable(id)))
    return { path: "speakers", message: "a speaker's id holds a character that PostgreSQL cannot hold", cure: "Correct the id." };
  const cure = "Take it out of the source and import that again.";
  if (!isStorable(text.value))
    return { path: null, message: "the text holds a character that PostgreSQL cannot hold (U+0000, or half of a surrogate pair)", cure };
  if (!isVector(vectorOf(words)))
    return { path: null, message: "the text has more different words than PostgreSQL can index (1 MB)", cure: "Divide the article." };
  return null;
}
