import type { Article } from "../model/schema.ts";
import { type Fault, findFaults } from "../rules/check-article.ts";
import { applyEdits, type Edits, type UnmatchedEdit } from "./edits.ts";
import { applyRegistry, registeredIn, type SpeakerRegistry } from "./speaker-registry.ts";
import { type Introduced, introducedIn } from "./stray-references.ts";

/** An article as the API serves it; `null` when corrections or the speaker registry make it invalid. */
export interface Served {
  article: Article | null;
  /** What is wrong with the corrections or the registry; beside an article: corrections that found nothing to change. */
  faults: Fault[];
  /** The corrections that found nothing to change. */
  unmatched: UnmatchedEdit[];
  /** Where the faults are. */
  in: "edits" | "speakers";
  /** Ids of the registry that the article has speakers for. */
  registered: string[];
  /** Speakers whom the corrections name by an id that another article must have. */
  introduced: Introduced[];
}

/**
 * Applies an editor's corrections and the speaker registry to a valid article as the machine made it. A correction that no
 * longer fits is a fault and is left out; the others are applied.
 */
export function servedArticle(machine: Article, edits: Edits | null, registry: SpeakerRegistry): Served {
  let article = machine;
  let unmatched: UnmatchedEdit[] = [];
  const introduced = edits === null ? [] : introducedIn(machine, edits, registry);
  if (edits !== null) {
    ({ article, unmatched } = applyEdits(article, edits, registry));
  }
  const registered = registeredIn(article, registry);
  article = applyRegistry(article, registry);
  const faults = article === machine ? [] : findFaults(article);
  const found = { unmatched, registered, introduced };
  if (faults.length > 0) return { article: null, faults, in: edits === null ? "speakers" : "edits", ...found };
  return { article, faults: unmatched.map(faultOf), in: "edits", ...found };
}

function faultOf({ index, message }: UnmatchedEdit): Fault {
  return { path: `edits[${index}]`, message, cure: "Correct the edit or remove it; the article is served without it." };
}
