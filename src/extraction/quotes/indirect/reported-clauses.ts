import { clauseStart, endsAfter, finiteness, REACH, startsAfter, startsBefore } from "../../language/en/grammar/clause-bounds.ts";
import { squeeze } from "../../language/en/grammar/squeeze.ts";
import type { Sentence, Token, TokenRange } from "../../language/en/tokens/tokens.ts";
import type { Features } from "../../speakers/features.ts";

/** A clause that a cue may report stands after it, before it, or around it in two parts. */
export type ClauseType = "after" | "before" | "around";

export interface Clause {
  segments: TokenRange[];
  features: Features;
}

/** Where a clause after the cue begins and how. */
interface Beginning {
  first: number;
  /** What lies between verb and clause. */
  skipped: string;
  /** Its subject and the class of its verb. */
  begins: string;
  opener: string;
}

/** Where it may end: the number of ends passed over, whether the sentence ends there, the verb up to there. */
interface End {
  last: number;
  boundary: number;
  final: boolean;
  verb: "v" | "d" | "";
}

/**
 * Clauses after the cue: "said (that) ...", "told him ...", "According to X, ...".
 *
 * @param cue where they may begin, the lemma, and what stands around subject and verb.
 * @param shared gives the features that all clauses of a type share.
 */
export function clausesAfter(
  sentence: Sentence,
  cue: { from: number; lemma: string; lead: string },
  shared: (type: ClauseType) => Features,
): Clause[] {
  const { classes, tokens } = sentence;
  const { from, lemma, lead } = cue;
  return startsAfter(sentence, from).flatMap((first) => {
    const skipped = squeeze(classes.slice(from, first));
    const beginning = { first, skipped, begins: clauseStart(classes, first), opener: openerOf(tokens[first]) };
    const begun = shared("after");
    addBeginning(begun, classes, beginning, lemma, lead);
    return endsOf(classes, first).map((end): Clause => {
      const features = begun.fork();
      addJoint(features, beginning, end);
      addEnd(features, sentence, first, end);
      return { segments: [{ first, last: end.last }], features };
    });
  });
}

/** The ends up to which the clause has a verb and no marked words. */
function endsOf(classes: string, first: number): End[] {
  const ends: End[] = [];
  for (const last of endsAfter(classes, first)) {
    const verb = isUnmarked(classes, first, last) ? finiteness(classes.slice(first, last)) : "";
    if (verb !== "") ends.push({ last, boundary: ends.length, verb, final: endsSentence(classes, last) });
  }
  return ends;
}

/** Ann Lee told him on Friday that the boat is old: what lies between verb and clause, and how the clause begins. */
function addBeginning(
  features: Features,
  classes: string,
  { first, skipped, begins, opener }: Beginning,
  lemma: string,
  lead: string,
): void {
  features.add("skip", skipped);
  features.add("lead", lead, skipped);
  features.add("skip", skipped, lemma);
  features.add("begins", begins);
  features.add("begins", begins, skipped);
  features.add("begins", begins, lemma);
  features.add("open", opener, lemma);
  features.add("head", squeeze(classes.slice(first, first + 12)).slice(0, 4));
}

/** She said it will be sold: how the clause begins, together with its verb and whether it ends the sentence. */
function addJoint(features: Features, { begins, opener }: Beginning, { verb, final }: End): void {
  features.add("begins", begins, final);
  features.add("open", opener, verb);
  features.add("verb", verb, final);
}

/** ..., and that it will be sold: what stands behind the end, and how many ends were passed over. */
function addEnd(features: Features, { classes, tokens }: Sentence, first: number, { last, boundary, final }: End): void {
  const behind = classes.slice(last);
  const word = tokens[last]?.class === "," ? `,${tokens[last + 1]?.lower}` : (tokens[last]?.lower ?? "$");
  features.add("rest", final ? "$" : behind.slice(0, 3));
  features.add("end", squeeze(behind).slice(0, 4));
  features.add("endword", final ? "$" : word);
  features.add("boundary", boundary, final);
  features.add("later", behind.includes("V"), classes[last] ?? "$");
  features.add("long", Math.min(6, Math.floor((last - first) / 4)), final);
}

/** The conjunction or question word a clause opens with, "P" for a pronoun. */
function openerOf(token: Token | undefined): string {
  if (token?.class === "S" || token?.class === "W") return token.lower;
  return token?.class === "P" ? "P" : "other";
}

/**
 * Clauses before the cue ("..., X said") and around it ("The plan, X said, will fail").
 *
 * @param cue where cue and subject begin, and the token behind both.
 */
export function clausesBefore(
  sentence: Sentence,
  { opening, behind }: { opening: number; behind: number },
  shared: (type: ClauseType) => Features,
): Clause[] {
  const { classes, tokens } = sentence;
  // "..., according to X" often goes without its comma.
  const comma = ",-".includes(classes[opening - 1] ?? "$") ? opening - 1 : opening;
  if (comma < 2 || comma > REACH || (comma === opening && tokens[opening]?.lower !== "according")) return [];
  const rest = squeeze(classes.slice(behind)).slice(0, 4);
  const starts = startsBefore(classes, comma).filter((first) => isUnmarked(classes, first, comma));
  return starts.flatMap((first) => {
    const part = { first, last: comma };
    const verb = finiteness(classes.slice(first, comma));
    const around = classes[behind] === "," ? clausesAround(sentence, part, behind, shared("around")) : [];
    if (verb === "") return around;
    const features = shared("before");
    addPart(features, sentence, part);
    features.add("rest", rest);
    features.add("rest", rest, verb);
    return [{ segments: [part], features }, ...around];
  });
}

/** The boat is old, Ann Lee said: where the part before the cue begins, its mark, length and shape. */
function addPart(features: Features, { classes, tokens }: Sentence, { first, last }: TokenRange): void {
  const content = classes.slice(first, last);
  features.add("verb", finiteness(content));
  features.add("start", first === 0, classes.slice(Math.max(0, first - 1), first + 1));
  features.add("mark", `${classes[last]}`);
  features.add("lead", `${tokens[0]?.class}`);
  features.add("long", Math.min(6, Math.floor((last - first) / 3)));
  features.add("word", tokens[first]?.class === "n" ? "n" : `${tokens[first]?.lower}`);
  features.add("shape", squeeze(content));
  features.add("begins", clauseStart(classes, first));
}

/** The boat, Ann Lee said, is old: the part before the cue with each part that may follow; one of them has the verb. */
function clausesAround(sentence: Sentence, part: TokenRange, behind: number, shared: Features): Clause[] {
  const { classes } = sentence;
  const verb = finiteness(classes.slice(part.first, part.last));
  addPart(shared, sentence, part);
  shared.add("head", squeeze(classes.slice(behind + 1, behind + 12)).slice(0, 3));
  return endsAfter(classes, behind + 1)
    .slice(-4)
    .filter((last) => isUnmarked(classes, behind + 1, last))
    .flatMap((last) => {
      const second = finiteness(classes.slice(behind + 1, last));
      if (verb === "" && second === "") return [];
      const features = shared.fork();
      features.add("final", endsSentence(classes, last));
      features.add("second", second);
      features.add("both", `${verb}${second}`);
      return [{ segments: [part, { first: behind + 1, last }], features }];
    });
}

/** Whether a part of a clause has two words at least and holds no quoted span: that would be the quote. */
function isUnmarked(classes: string, first: number, last: number): boolean {
  return last - first >= 2 && !classes.slice(first, last).includes("Q");
}

/** Whether nothing but a full stop or a bracket follows. */
function endsSentence(classes: string, last: number): boolean {
  return /^\.?[)]?$/.test(classes.slice(last));
}
