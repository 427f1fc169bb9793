import type { SpeakerAnswer, WordsAnswer } from "../src/verification/verification.ts";
import { Dice } from "./dice.ts";
import { frequentWords } from "./frequent-words.ts";
import { Newspaper } from "./newspaper.ts";

/** A quote of a made text and what the checker should say of it. */
export interface MadeQuote {
  kind: "exact" | "altered" | "spliced" | "wrong speaker" | "never said";
  text: string;
  by: string;
  words: WordsAnswer;
  /** `null` where any answer is right: words of two people have no speaker. */
  speaker: SpeakerAnswer | null;
}

export interface MadeText {
  text: string;
  quotes: MadeQuote[];
}

const KINDS: MadeQuote["kind"][] = ["exact", "exact", "altered", "spliced", "wrong speaker", "never said"];
const FEWEST = 5;
const MOST = 40;
/** Words of a quote: fewer say little, and a sentence has seldom more. */
const LEAST_WORDS = 8;
const MOST_WORDS = 40;
/** Another archive, whose sentences nobody of this one says. */
const OTHER_SEED = 77;

const NARRATION = [
  "The talks went on for hours, and nobody left the room before the end.",
  "It rained on the square, and the shops were closed for the holiday.",
  "The report will be published in spring, after the council has read it.",
  "Nobody expected the meeting to end before midnight, and it did not.",
];

/** Texts that quote the first articles of a newspaper, rightly and wrongly; the same at every run. @param size articles of the archive */
export function madeTexts(newspaper: Newspaper, size: number, count: number, seed = 9): MadeText[] {
  const dice = new Dice(seed);
  const other = new Newspaper(frequentWords, OTHER_SEED);
  return Array.from({ length: count }, () => {
    const quotes = Array.from({ length: FEWEST + dice.below(MOST - FEWEST + 1) }, () =>
      made(dice.pick(KINDS), newspaper, other, size, dice),
    );
    const paragraphs = quotes.map(({ text, by }) => `“${text},” said ${by}. ${dice.pick(NARRATION)}`);
    return { text: ["What was said this week", NARRATION[0], ...paragraphs].join("\n\n"), quotes };
  });
}

interface Spoken {
  words: string[];
  by: string;
}

function made(kind: MadeQuote["kind"], newspaper: Newspaper, other: Newspaper, size: number, dice: Dice): MadeQuote {
  const one = spoken(kind === "never said" ? other : newspaper, size, dice);
  const text = one.words.join(" ");
  switch (kind) {
    case "exact":
      return { kind, text, by: one.by, words: "exact", speaker: "match" };
    case "altered": {
      const at = 1 + dice.below(one.words.length - 2);
      const word = dice.pick(spoken(newspaper, size, dice).words).replace(/[^\p{L}]/gu, "");
      return { kind, text: one.words.with(at, word).join(" "), by: one.by, words: "altered", speaker: "match" };
    }
    case "spliced": {
      const second = spoken(newspaper, size, dice);
      const words = [...one.words.slice(0, Math.ceil(one.words.length / 2)), ...second.words.slice(-Math.ceil(second.words.length / 2))];
      return { kind, text: words.join(" "), by: one.by, words: "altered", speaker: null };
    }
    case "wrong speaker": {
      const by = dice.pick(newspaper.speakers.filter((name) => name !== one.by));
      return { kind, text, by, words: "exact", speaker: "mismatch" };
    }
    case "never said":
      return { kind, text, by: dice.pick(newspaper.speakers), words: "none", speaker: "unattributed" };
  }
}

/** The beginning of a direct quote of an article. */
function spoken(newspaper: Newspaper, size: number, dice: Dice): Spoken {
  for (;;) {
    const direct = newspaper.article(dice.below(size)).quotes.filter(({ kind }) => kind === "direct");
    if (direct.length === 0) continue;
    const { segments, attribution } = dice.pick(direct);
    const [longest = ""] = segments.map(({ text }) => text).sort((a, b) => b.length - a.length);
    const words = longest.split(/\s+/).slice(0, LEAST_WORDS + dice.below(MOST_WORDS - LEAST_WORDS));
    const by = attribution.speakers[0]?.name;
    if (by === undefined || words.length < LEAST_WORDS) continue;
    return { words: words.with(-1, (words.at(-1) ?? "").replace(/[.,!?]+$/u, "")), by };
  }
}
