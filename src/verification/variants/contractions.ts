const NOT = "do does did is are was were have has had would could should must need might ought dare".split(" ");
const SUBJECTS: [string, string[]][] = [
  ["re", ["you", "we", "they"]],
  ["ve", ["i", "you", "we", "they", "who", "could", "would", "should", "might", "must"]],
  ["ll", ["i", "you", "he", "she", "it", "we", "they", "that", "there", "who", "what"]],
  ["d", ["i", "you", "he", "she", "it", "we", "they", "who", "that", "there"]],
  ["s", ["he", "she", "it", "that", "there", "here", "who", "what", "where", "when", "how"]],
];
const ENDINGS: Record<string, string[]> = { re: ["are"], ve: ["have"], ll: ["will", "shall"], d: ["would", "had"], s: ["is", "has"] };

/** What a folded contraction stands for. */
const EXPANDED = new Map<string, string[]>([
  ...NOT.map((verb): [string, string[]] => [`${verb}nt`, [`${verb} not`]]),
  ...SUBJECTS.flatMap(([ending, subjects]) =>
    subjects.map((subject): [string, string[]] => [subject + ending, (ENDINGS[ending] ?? []).map((verb) => `${subject} ${verb}`)]),
  ),
  ["im", ["i am"]],
  ["wont", ["will not"]],
  ["shant", ["shall not"]],
  ["cant", ["can not", "cannot"]],
  ["cannot", ["can not"]],
  ["aint", ["am not", "is not", "are not", "has not", "have not"]],
  ["lets", ["let us"]],
  ["yall", ["you all"]],
  ["tis", ["it is"]],
  ["gonna", ["going to"]],
  ["wanna", ["want to"]],
  ["gotta", ["got to"]],
  ["outta", ["out of"]],
  ["kinda", ["kind of"]],
  ["sorta", ["sort of"]],
  ["dunno", ["do not know"]],
  ["lemme", ["let me"]],
  ["gimme", ["give me"]],
  ["cmon", ["come on"]],
]);
/** Words of their own when they are written without an apostrophe: "were" and "we're" fold alike. */
const OTHER_WORDS = new Set("id ill hed hell shed shell its were wed well lets".split(" "));

const CONTRACTED = new Map<string, string[]>();
for (const [short, longs] of EXPANDED) for (const long of longs) CONTRACTED.set(long, [...(CONTRACTED.get(long) ?? []), short]);

/** Whether a folded word is a contraction only when it is written with an apostrophe. */
export function needsApostrophe(word: string): boolean {
  return OTHER_WORDS.has(word);
}

/**
 * The other ways to write some neighbouring words, with contractions spelled out or made: "we're not" may be "we are not" and
 * "we aren't". Those that share their first or last word with the given ones are left out: they say nothing about it.
 *
 * @param run folded words; of those in `needsApostrophe` only such as are written with one
 * @returns lists of folded words
 */
export function contractionsOf(run: string[], apostrophes: boolean[]): string[][] {
  let long: string[][] = [[]];
  for (const [index, word] of run.entries()) {
    const expanded = needsApostrophe(word) && !apostrophes[index] ? [] : (EXPANDED.get(word) ?? []);
    const ways = [[word], ...expanded.map((one) => one.split(" "))];
    long = long.flatMap((one) => ways.map((way) => [...one, ...way]));
  }
  const short = long.flatMap((words) =>
    words.flatMap((_, from) =>
      [2, 3].flatMap((length) =>
        (CONTRACTED.get(words.slice(from, from + length).join(" ")) ?? []).map((one) => [
          ...words.slice(0, from),
          one,
          ...words.slice(from + length),
        ]),
      ),
    ),
  );
  const cannot = run.length === 1 && run[0] === "cannot" ? [["cant"]] : [];
  return [...long, ...short, ...cannot].filter((words) => words[0] !== run[0] && words.at(-1) !== run.at(-1));
}
