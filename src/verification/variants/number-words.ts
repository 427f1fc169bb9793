const SMALL = new Map(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    .split(" ")
    .map((word, value) => [word, value]),
);
const TENS = new Map("twenty thirty forty fifty sixty seventy eighty ninety".split(" ").map((word, index) => [word, 20 + 10 * index]));
const SCALES = new Map<string, number>([
  ["hundred", 1e2],
  ["thousand", 1e3],
  ["k", 1e3],
  ["million", 1e6],
  ["m", 1e6],
  ["mn", 1e6],
  ["billion", 1e9],
  ["bn", 1e9],
  ["trillion", 1e12],
  ["tn", 1e12],
]);
const ORDINALS = new Map([
  ..."first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
    .split(" ")
    .map((word, index): [string, number] => [word, index + 1]),
  ["thirtieth", 30],
]);
/** Signs and the words for them. */
const UNITS = new Map([
  ["percent", "%"],
  ["dollar", "$"],
  ["dollars", "$"],
  ["pound", "£"],
  ["pounds", "£"],
  ["euro", "€"],
  ["euros", "€"],
]);
const FIGURES = /^([$£€¥₹])?(\d{1,15}(?:\.\d{1,6})?)(k|m|mn|bn|tn)?(%)?$/;
const ORDINAL_FIGURES = /^(\d{1,4})(?:st|nd|rd|th)$/;

/** The most words of a number, its unit among them. */
export const MAX_NUMBER_WORDS = 8;

/** Whether a number may begin with this word. */
export function startsNumber(word: string): boolean {
  const code = word.charCodeAt(0);
  return (code >= 48 && code <= 57) || SMALL.has(word) || TENS.has(word) || ORDINALS.has(word) || word === "a" || /^[$£€¥₹]/.test(word);
}

/**
 * The numbers that begin at a word, whether in figures or in words: for each place where one may end, a key that equal numbers
 * share. "five million dollars", "$5m" and "$5,000,000" have one; "5" and "$5" have two.
 *
 * @param words folded, with the groups and signs of figures joined
 */
export function numbersAt(words: string[], at: number): { to: number; key: string }[] {
  const first = words[at] ?? "";
  const ordinal = ORDINALS.get(first) ?? Number(ORDINAL_FIGURES.exec(first)?.[1] ?? Number.NaN);
  if (!Number.isNaN(ordinal)) return [{ to: at + 1, key: `${ordinal}th` }];
  const figures = FIGURES.exec(first);
  if (figures === null) return inWords(words, at).flatMap(({ to, value }) => withUnits(words, to, value, ""));
  const [, sign = "", digits = "", scale, percent = ""] = figures;
  const value = Number(digits) * (scale === undefined ? 1 : (SCALES.get(scale) ?? 1));
  const plain = { to: at + 1, value };
  const more = SCALES.get(words[at + 1] ?? "");
  const scaled = scale === undefined && percent === "" && more !== undefined ? [plain, { to: at + 2, value: value * more }] : [plain];
  return scaled.flatMap((one) => withUnits(words, one.to, one.value, sign + percent));
}

function withUnits(words: string[], to: number, value: number, sign: string): { to: number; key: string }[] {
  const key = (unit: string) => `${unit}${Math.round(value * 1e6) / 1e6}`;
  const found = [{ to, key: key(sign) }];
  if (sign !== "") return found;
  const unit = UNITS.get(words[to] ?? "");
  if (unit !== undefined) found.push({ to: to + 1, key: key(unit) });
  if (words[to] === "per" && words[to + 1] === "cent") found.push({ to: to + 2, key: key("%") });
  return found;
}

/** "two hundred and five thousand": each end at which the words so far are a number. */
function inWords(words: string[], at: number): { to: number; value: number }[] {
  const found: { to: number; value: number }[] = [];
  let total = 0;
  let group = 0;
  let last: "small" | "tens" | "scale" | "and" | "none" = "none";
  let largest = Infinity;
  for (let to = at; to < at + MAX_NUMBER_WORDS - 2; to += 1) {
    const word = words[to] ?? "";
    const [small, tens, scale] = [SMALL.get(word), TENS.get(word), word.length > 2 ? SCALES.get(word) : undefined];
    const isJoinable = last === "none" || last === "scale" || last === "and";
    if (small !== undefined && (isJoinable || (last === "tens" && small > 0 && small < 10))) [group, last] = [group + small, "small"];
    else if (tens !== undefined && isJoinable) [group, last] = [group + tens, "tens"];
    else if (word === "a" && last === "none" && SCALES.has(words[to + 1] ?? "") && (words[to + 1] ?? "").length > 2) {
      [group, last] = [1, "small"];
      continue;
    } else if (word === "and" && last === "scale") {
      last = "and";
      continue;
    } else if (scale === 100 && group > 0 && group < 100 && last !== "and") [group, last] = [group * 100, "scale"];
    else if (scale !== undefined && scale > 100 && scale < largest && group > 0 && last !== "and") {
      [total, group, last, largest] = [total + group * scale, 0, "scale", scale];
    } else break;
    found.push({ to: to + 1, value: total + group });
  }
  return found;
}
