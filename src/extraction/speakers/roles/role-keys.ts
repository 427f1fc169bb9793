import { roleNoun } from "../../language/en/names/roles.ts";
import { withoutStop } from "../../language/en/names/titles.ts";
import type { Token, TokenRange } from "../../language/en/tokens/tokens.ts";
import { wordsOf } from "../../language/en/words.ts";

/** Words that make another role of a noun: the vice president is not the president. A line is the word, or "ex former" for a spelling of another. */
const MODIFIERS = new Map(
  [...wordsOf("modifiers-of-office")].map((line) => {
    const [word = "", same = word] = line.split(" ");
    return [word, same];
  }),
);

/** Whether a lower-case word makes another role of the noun behind it: "acting". */
export function isModifier(word: string): boolean {
  return MODIFIERS.has(word);
}

/** How many words before a noun may modify it: "deputy assistant district attorney". */
const REACH = 6;

/**
 * The role that a noun and the words before it in its phrase name: "deputy mayor" for "the deputy Oslo mayor" and
 * "vice president" for "Vice-President".
 *
 * @param at the token of the noun; `from` the first token that may belong to it.
 */
export function roleKey(tokens: Token[], from: number, at: number): string {
  const parts = (tokens[at]?.lower ?? "").split("-");
  // "President-elect": what follows the noun modifies it too.
  if (parts.at(-1) === "elect") parts.unshift(parts.pop() as string);
  const noun = parts.pop() ?? "";
  const modifiers = new Set(parts.map((part) => MODIFIERS.get(part) ?? part));
  for (let t = at - 1; t >= Math.max(from, at - REACH); t -= 1) {
    const { lower, class: kind } = tokens[t] as Token;
    if ("GD,".includes(kind)) break;
    for (const part of lower.includes("-") ? lower.split("-") : [lower]) {
      const modifier = MODIFIERS.get(withoutStop(part));
      if (modifier !== undefined) modifiers.add(modifier);
    }
  }
  const before = tokens[at - 1]?.lower ?? "";
  // "The attorney general" is not a general, nor "the prime minister" just any minister.
  if (at > from && ((noun === "general" && isCivil(before)) || (noun === "minister" && PRIME.has(before)))) modifiers.add(before);
  return [...[...modifiers].sort(), roleNoun(noun)].join(" ");
}

/** The token of the noun of a role ("vice president") in a range, possessors left out ("the mayor's deputy mayor"); -1 when it is not there. */
export function tokenOf(tokens: Token[], { first, last }: TokenRange, role: string): number {
  const noun = role.slice(role.lastIndexOf(" ") + 1);
  for (let t = first; t < last; t += 1) if (tokens[t]?.lower === noun && tokens[t + 1]?.class !== "G") return t;
  return -1;
}

const PRIME = new Set(["first", "prime"]);

function isCivil(word: string): boolean {
  return /^(?:attorney|auditor|consul|director|governor|inspector|postmaster|secretary|solicitor|surgeon)s?$/.test(word);
}
