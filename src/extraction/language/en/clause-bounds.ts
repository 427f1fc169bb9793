import type { Sentence } from "./tokens.ts";

/** How many boundaries after a cue are tried as the end of the clause. */
const ENDS = 9;
/** How far from its cue a clause may reach, in tokens. */
export const REACH = 90;

/** Where a clause after the cue may begin: at once, after an addressee or a time, at "that". */
export function startsAfter(sentence: Sentence, from: number): number[] {
  const { classes, tokens } = sentence;
  const starts: number[] = [];
  let t = from;
  while (",:".includes(classes[t] ?? "$") || (classes[t] === "R" && tokens[t]?.lower !== "there")) t += 1;
  if (t > from) starts.push(from);
  starts.push(t);
  for (let skip = t + 1; skip < Math.min(from + 14, classes.length); skip += 1) {
    const [last, kind] = [classes[skip - 1] as string, classes[skip] as string];
    if (kind === "S" && tokens[skip]?.lower === "that") starts.push(skip);
    else if ("tNO#,".includes(last) && "DPNnSW".includes(kind) && !(last === "N" && kind === "N")) starts.push(skip);
    else if (last === "n" && "DPSW".includes(kind)) starts.push(skip);
    if (".;-".includes(kind)) break;
  }
  // "to argue that ...", "recalling that ...": neither an infinitive nor a participle opens a finite clause.
  return [...new Set(starts)].filter((start) => start < classes.length && !"TgVvd,.;:)-".includes(classes[start] as string)).slice(0, 5);
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
  const starts = [0];
  if ("CS".includes(classes[0] as string)) starts.push(1);
  const inner = Math.max(
    classes.lastIndexOf(";", comma - 1),
    classes.lastIndexOf("-", comma - 1),
    classes.lastIndexOf(",", comma - 1),
    classes.lastIndexOf("Q", comma - 1),
    classes.lastIndexOf(":", comma - 1),
  );
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
