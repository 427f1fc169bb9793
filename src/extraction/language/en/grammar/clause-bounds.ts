import type { Sentence } from "../tokens/tokens.ts";

/** How many boundaries after a cue are tried as the end of the clause. */
const ENDS = 9;
/** How far from its cue a clause may reach, and how far from it begin, in tokens. */
export const REACH = 90;
const START_REACH = 14;
/** How long an addressee may be, in tokens. */
const ADDRESSEE = 12;
/** How many places are tried as its beginning. */
const STARTS = 5;

/** Where a clause after the cue may begin: at once, after an addressee or a time, at "that". */
export function startsAfter(sentence: Sentence, from: number): number[] {
  const { classes } = sentence;
  let near = from;
  while (isPassedOver(sentence, near)) near += 1;
  const starts = [from, near];
  const limit = Math.min(from + START_REACH, classes.length);
  for (let t = near + 1; t < limit; t += 1) {
    if (mayOpenClause(sentence, t)) starts.push(t);
    if (".;-".includes(classes[t] as string)) break;
  }
  // "to argue that ...", "recalling that ...": neither an infinitive nor a participle opens a finite clause.
  // "Asked the mayor to say": nor does whom something is asked of.
  const open = (start: number) =>
    start < classes.length &&
    !"TgVvd,.;:)-".includes(classes[start] as string) &&
    !/^(?:[DnN#]+|O)T[Vvb]/.test(classes.slice(start, start + ADDRESSEE));
  return [...new Set(starts)].filter(open).slice(0, STARTS);
}

/** A comma, a colon or an adverb right behind the cue: "said, simply, that". "There" opens a clause: "said there is". */
function isPassedOver({ classes, tokens }: Sentence, t: number): boolean {
  return classes[t] === "," || classes[t] === ":" || (classes[t] === "R" && tokens[t]?.lower !== "there");
}

/** Whether a clause may open at a token after words it does not belong to: "told Ann Lee | that", "told her | the boat", "said Friday | it". */
function mayOpenClause({ classes, tokens }: Sentence, t: number): boolean {
  const [last, kind] = [classes[t - 1] as string, classes[t] as string];
  // "Reported earnings that topped estimates": a relative clause.
  if (kind === "S" && tokens[t]?.lower === "that") return !("nN".includes(last) && "Vvxbd".includes(classes[t + 1] ?? "$"));
  if (last === "n") return "DPSW".includes(kind);
  return "tNO#,".includes(last) && "DPNnSW".includes(kind) && !(last === "N" && kind === "N");
}

/** Where a clause may end: at a mark, a conjunction, or with its sentence; token indices past the last. */
export function endsAfter(classes: string, first: number): number[] {
  const ends: number[] = [];
  const limit = Math.min(classes.length, first + REACH);
  for (let t = first + 2; t < limit && ends.length < ENDS; t += 1) if (",;:.-()SC".includes(classes[t] as string)) ends.push(t);
  let final = classes.length;
  while (final > first && ".)".includes(classes[final - 1] as string)) final -= 1;
  if (final - first < REACH && final > first && !ends.includes(final)) ends.push(final);
  return ends;
}

/** Where a clause that ends at `comma` may begin: with its sentence, after a conjunction, or after an inner mark. */
export function startsBefore(classes: string, comma: number): number[] {
  const starts = "CS".includes(classes[0] as string) ? [0, 1] : [0];
  const inner = Math.max(...[";", "-", ",", "Q", ":"].map((mark) => classes.lastIndexOf(mark, comma - 1)));
  if (inner > 0) starts.push(inner + 1);
  return starts;
}

/** How a clause begins: "that" or a question word, then its subject and the class of the verb after it. */
export function clauseStart(classes: string, first: number): string {
  const match = /^([SWC]?)[R,]*(?:P|[DnN#Gdg]*[nN#D])?((?:[ITC][DnN#Gd]*[nN#])*)R*([xbvVdgWT]?)/.exec(classes.slice(first, first + 24));
  return match === null ? "" : `${match[1]}${match[2] === "" ? "" : "+"}${match[3]}`;
}

/** "v" when a clause has a finite verb, "d" when it has only a form that may be one ("planned"), "" when it has none. */
export function finiteness(classes: string): "v" | "d" | "" {
  if (/[Vvxb]/.test(classes.replace(/T[Rb]*[Vvbx]/g, ""))) return "v";
  return /[nNP]R*d/.test(classes) ? "d" : "";
}
