import { type Fault, findFaults } from "./check.ts";
import { applyEdits, type Edits } from "./edits.ts";
import type { Article } from "./schema.ts";
import { applyRegistry, type SpeakerRegistry } from "./speaker-registry.ts";

/** An article as it is to be served, or what keeps it from it: faults of the corrections, or of the speaker registry. */
export type Served = { article: Article; faults: []; in: null } | { article: null; faults: Fault[]; in: "edits" | "speakers" };

/** A sound machine article with an editor's corrections and the speaker registry applied. */
export function servedArticle(machine: Article, edits: Edits | null, registry: SpeakerRegistry): Served {
  let article = machine;
  if (edits !== null) {
    const edited = applyEdits(article, edits);
    const faults = edited.unmatched.map(({ index, message }) => ({
      path: `edits[${index}]`,
      message,
      cure: "Correct the edit or take it out of the file.",
    }));
    if (faults.length > 0) return { article: null, faults, in: "edits" };
    article = edited.article;
  }
  article = applyRegistry(article, registry);
  const faults = article === machine ? [] : findFaults(article);
  return faults.length === 0 ? { article, faults: [], in: null } : { article: null, faults, in: edits === null ? "speakers" : "edits" };
}
