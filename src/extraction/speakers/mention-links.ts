import { squeeze } from "../language/en/squeeze.ts";
import type { Sentence } from "../language/en/tokens.ts";
import type { Mention } from "./mentions.ts";

/** The verb a mention goes with. */
export interface Link {
  type: "subject" | "inverted" | "according" | "by" | "none";
  /** Token of the verb, -1 when there is none. */
  verb: number;
  cue: [number, number] | null;
  /** What stands between mention and verb. */
  path: string;
}

/** The verb a mention is the subject of: before it ("said X", "according to X") or after it ("X, who ..., said"). */
export function linkOf(sentence: Sentence, mention: Mention): Link {
  const { classes, tokens } = sentence;
  // "said the family's lawyer": the possessor is not the subject, what it possesses is.
  if (classes[mention.last] === "G") return { type: "none", verb: -1, cue: null, path: "G" };
  const before = phraseStart(classes, mention.first) - 1;
  if (tokens[before]?.lower === "to" && tokens[before - 1]?.lower === "according") {
    return { type: "according", verb: before - 1, cue: [before - 1, before + 1], path: "according" };
  }
  if (tokens[before]?.lower === "by" && before > 0) {
    const verb = "Vd".includes(classes[before - 1] ?? "$") ? before - 1 : -1;
    return { type: "by", verb, cue: verb < 0 ? null : [verb, verb + 1], path: "by" };
  }
  let verb = before;
  while (verb > 0 && classes[verb] === "R") verb -= 1;
  if (classes[verb] === "V" && /(?:^|[Q,.\-)(SW;:])[Rx]*$/.test(classes.slice(Math.max(0, verb - 4), verb))) {
    return { type: "inverted", verb, cue: cueAt(sentence, verb), path: "inverted" };
  }
  const limit = Math.min(classes.length, mention.last + 45);
  const ahead = classes.slice(mention.last, limit);
  // "A letter seen by the paper says": the participle before "by" is not what the letter does.
  const reduced = ahead[0] === "V" && tokens[mention.last + 1]?.lower === "by";
  const path = reduced ? /^V[^V.;Q]*?(?=V)/.exec(ahead) : /^(?:[^V.;Q]*?)(?=V)/.exec(ahead);
  if (path !== null) {
    const at = mention.last + path[0].length;
    return { type: "subject", verb: at, cue: cueAt(sentence, at), path: squeeze(path[0]) };
  }
  const other = /^[^vdg.;Q]*?(?=[vdg])/.exec(ahead);
  if (other !== null) {
    const at = mention.last + other[0].length;
    return { type: "subject", verb: at, cue: null, path: squeeze(other[0]) };
  }
  return { type: "none", verb: -1, cue: null, path: squeeze(ahead.slice(0, 4)) };
}

/** Where a phrase with possessors begins: "the family's lawyer" with its "the". */
function phraseStart(classes: string, first: number): number {
  const lead = classes.slice(Math.max(0, first - 8), first);
  return first - (/(?:[DnN#d]+G)+$/.exec(lead)?.[0].length ?? 0);
}

/** The verb with its auxiliaries: "had said", "was quoted as saying". */
function cueAt(sentence: Sentence, verb: number): [number, number] {
  let first = verb;
  while (first > 0 && "xb".includes(sentence.classes[first - 1] ?? "$")) first -= 1;
  return [first, verb + 1];
}
