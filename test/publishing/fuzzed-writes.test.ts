import { existsSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Article } from "../../src/article/model/schema.ts";
import { checkCommand } from "../../src/cli/check.ts";
import { setEdits } from "../../src/publishing/edits.ts";
import { PublishingRefused } from "../../src/publishing/refusal.ts";
import { changeSpeaker } from "../../src/publishing/speakers.ts";
import { purge, restore, withdraw } from "../../src/publishing/withdraw.ts";
import type { Store } from "../../src/store/store.ts";
import { newFolder, publishText, story } from "./folder.ts";

/** Texts of each article. What is corrected is in all of them: a correction that no longer fits is a problem to be told. */
const WORDS = ["The tolls are fair", "The tolls are not fair", "The tolls are too fair", "All the tolls are fair"];
/** Told of a registered speaker whom only withdrawn articles quote. */
const UNQUOTED = /no article quotes or names a speaker "mara-tull"/;
/** A quote that only some have. */
const MORE = "\n“Nobody asked us,” said Olav Brekke, a clerk.\n";
const SPEAKERS = ["Mara Tull", "Mara J. Tull", "M. Tull"];

type Step =
  | { do: "publish"; of: number; words: number }
  | { do: "rename"; of: number; to: number }
  | { do: "withdraw" | "restore" | "purge" | "republish" | "correct" | "uncorrect"; of: number }
  | { do: "speaker"; name: number };

const of = fc.nat({ max: 2 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant("publish" as const), of, words: fc.nat({ max: WORDS.length - 1 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("rename" as const), of, to: fc.nat({ max: 3 }) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom("withdraw", "restore", "purge", "republish", "correct", "uncorrect"),
      of,
    }) as fc.Arbitrary<Step>,
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("speaker" as const), name: fc.nat({ max: SPEAKERS.length - 1 }) }) },
);

/** What is to be of an article. */
interface Expected {
  slug: string;
  aliases: Set<string>;
  words: number;
  /** Indexes of words that it had before. */
  former: Set<number>;
  corrected: boolean;
  withdrawn: boolean;
  purged: boolean;
}

/** The archive as it is to be, in the plainest way. */
class Model {
  readonly articles: (Expected | null)[] = [null, null, null];
  speaker = SPEAKERS[0] as string;

  isFree(slug: string): boolean {
    return this.articles.every((one) => one === null || (one.slug !== slug && !one.aliases.has(slug)));
  }

  /** @returns the code it is refused with, `null` when it is done */
  apply(step: Step): string | null {
    if (step.do === "speaker") {
      // Nobody quotes her where every article is withdrawn or gives her words to another.
      const isQuoted = this.articles.some((one) => one !== null && !one.withdrawn && !one.corrected);
      if (isQuoted) this.speaker = SPEAKERS[step.name] as string;
      return isQuoted ? null : "unknown";
    }
    const article = this.articles[step.of] ?? null;
    if (step.do === "publish") return this.#publish(article, step.of, step.words, false);
    if (step.do === "republish") return this.#publish(article, step.of, article?.words ?? 0, true);
    if (article === null) return step.do === "rename" ? null : "unknown";
    switch (step.do) {
      case "rename":
        return this.#rename(article, `name-${step.to}`);
      case "withdraw":
        article.withdrawn = true;
        return null;
      case "restore":
        if (!article.withdrawn) return "not-withdrawn";
        if (article.purged) return "purged";
        article.withdrawn = false;
        return null;
      case "purge":
        if (!article.withdrawn) return "not-withdrawn";
        Object.assign(article, { purged: true, corrected: false, former: new Set() });
        return null;
      default:
        if (article.withdrawn) return "withdrawn";
        article.corrected = step.do === "correct";
        return null;
    }
  }

  #publish(article: Expected | null, of: number, words: number, restores: boolean): string | null {
    if (article === null) {
      const fresh = { slug: `story-${of}`, aliases: new Set<string>(), words, former: new Set<number>() };
      this.articles[of] = { ...fresh, corrected: false, withdrawn: false, purged: false };
      return null;
    }
    if (article.withdrawn && !restores) return "withdrawn";
    if (article.words !== words && !article.purged) article.former.add(article.words);
    Object.assign(article, { words, withdrawn: false, purged: false });
    return null;
  }

  #rename(article: Expected, to: string): string | null {
    if (article.withdrawn) return "withdrawn";
    if (!this.isFree(to)) return null;
    article.aliases.add(article.slug);
    article.slug = to;
    return null;
  }
}

/** Does a step. @returns the code it is refused with, `null` when it is done */
async function act(folder: ReturnType<typeof newFolder>, model: Model, step: Step, now: Date): Promise<string | null> {
  const text = (number: number, words: number) => story(`Story ${number}`, WORDS[words] as string) + (words > 1 ? MORE : "");
  const given = (number: number) => ({ sourceUrl: `https://lock.example/${number}` });
  const before = "of" in step ? model.articles[step.of] : null;
  const slug = before?.slug ?? "nope";
  try {
    switch (step.do) {
      case "publish":
        await publishText(folder.desk, text(step.of, step.words), { given: given(step.of) }, { now });
        break;
      case "republish":
        await publishText(folder.desk, text(step.of, before?.words ?? 0), { given: given(step.of) }, { now, restore: true });
        break;
      case "rename": {
        const to = `name-${step.to}`;
        // A slug that another article has would name that one.
        const isOwn = before?.slug === to || before?.aliases.has(to);
        if (before !== null && before !== undefined && (isOwn || model.isFree(to))) {
          await publishText(folder.desk, text(step.of, before.words), { given: given(step.of), slug: to }, { now });
        } else if (before?.withdrawn) return "withdrawn";
        break;
      }
      case "withdraw":
        await withdraw(folder.desk, slug, { reason: "Not authorised.", now });
        break;
      case "restore":
        await restore(folder.desk, slug, { now });
        break;
      case "purge":
        await purge(folder.desk, slug, { now });
        break;
      case "correct":
      case "uncorrect": {
        const edits = step.do === "uncorrect" ? null : { edits: [correctionOf(folder, slug)] };
        await setEdits(folder.desk, slug, edits, { now });
        break;
      }
      case "speaker": {
        if (!existsSync(folder.data)) return "unknown";
        const { store } = await folder.served();
        try {
          await changeSpeaker(folder.desk, "mara-tull", { name: SPEAKERS[step.name] }, { store, now });
        } finally {
          await store.close();
        }
      }
    }
    return null;
  } catch (error) {
    if (error instanceof PublishingRefused) return error.code;
    throw error;
  }
}

function correctionOf(folder: ReturnType<typeof newFolder>, slug: string) {
  const path = `articles/${slug}.json`;
  const [quote] = existsSync(join(folder.data, path)) ? (folder.json(path) as Article).quotes : [];
  const speakers = [{ id: "ida-moor", name: "Ida Moor", type: "person" as const }];
  return { op: "set" as const, quote: { id: quote?.id ?? "none", text: quote?.text ?? "none" }, speakers };
}

/** What a store serves, in the words of the model. */
async function servedBy(store: Store, model: Model) {
  return Promise.all(
    model.articles.map(async (expected) => {
      if (expected === null) return null;
      const found = await store.article(expected.slug);
      const aliases = await Promise.all([...expected.aliases].sort().map((alias) => store.article(alias)));
      if (found.state !== "found") return { found, aliases };
      const article = JSON.parse(found.json) as Article;
      const [quote] = article.quotes;
      const former = (await store.revisions(expected.slug))
        .map((one) => wordsOf(one.article))
        .filter((words) => words !== wordsOf(article));
      return { found: found.state, words: wordsOf(article), speaker: quote?.attribution.speakers[0]?.name, former: former.sort(), aliases };
    }),
  );
}

function wordsOf({ quotes }: Article): number {
  return WORDS.indexOf((quotes[0]?.text ?? "").replace(/,$/, ""));
}

function expectedOf(model: Model) {
  return model.articles.map((one) => {
    if (one === null) return null;
    const notice = { state: "withdrawn", slug: one.slug, at: expect.any(String), reason: "Not authorised." };
    if (one.withdrawn) return { found: notice, aliases: [...one.aliases].map(() => notice) };
    const former = [...one.former].filter((words) => words !== one.words).sort();
    const speaker = one.corrected ? "Ida Moor" : model.speaker;
    return { found: "found", words: one.words, speaker, former, aliases: [...one.aliases].map(() => ({ state: "moved", to: one.slug })) };
  });
}

test("any sequence of writes leaves a sound folder that serves what a plain model says", { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const folder = newFolder();
      const model = new Model();
      try {
        for (const [at, one] of steps.entries()) {
          const now = new Date(Date.UTC(2026, 10, 22, 12, 0, at));
          const refused = await act(folder, model, one, now);
          expect([one, refused]).toEqual([one, model.apply(one)]);
        }
        if (model.articles.every((one) => one === null)) return;
        const { store, problems } = await folder.served();
        try {
          expect(problems.filter(({ message }) => !UNQUOTED.test(message))).toEqual([]);
          expect(await servedBy(store, model)).toEqual(expectedOf(model));
        } finally {
          await store.close();
        }
        let said = "";
        const terminal = { stdout: { write: () => {} }, stderr: { write: (line: string) => (said += line) } };
        await checkCommand([folder.data], "", terminal);
        expect(said.split("\n").filter((line) => line !== "" && !UNQUOTED.test(line))).toEqual([]);
      } finally {
        await folder.end();
      }
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 12) },
  );
});
