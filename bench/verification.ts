import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Article } from "../src/article/model/schema.ts";
import { FilesStore } from "../src/store/files/files-store.ts";
import { checkQuote } from "../src/verification/check-quote.ts";
import { type LookUp, MAX_CANDIDATES } from "../src/verification/probes.ts";
import type { Verification } from "../src/verification/verification.ts";
import { THRESHOLDS } from "../src/verification/verify.ts";
import { type MadeClaim, madeClaims } from "./claims.ts";
import { doubted } from "./doubts.ts";
import { Newspaper } from "./newspaper.ts";
import { newsroomWords } from "./newsroom-words.ts";
import { measureTexts } from "./whole-texts.ts";

/**
 * Precision and recall of the quote checker on claims made from the shipped and from invented articles:
 * `npm run bench:verification [-- invented articles]`. Everything is the same at every run but the times.
 * Then whole texts are measured; see `whole-texts.ts`.
 */

const COUNT = Number(process.argv[2] ?? 2000);
const PER_KIND = 40;
const SEED = 6;

const shipped = resolve(import.meta.dirname, "../data/articles");
const { articles, doubts } = doubted([
  ...readdirSync(shipped)
    .filter((file) => !file.includes(".edits."))
    .map((file) => JSON.parse(readFileSync(join(shipped, file), "utf8")) as Article),
  ...new Newspaper(newsroomWords, SEED).articles(COUNT),
]);
const folder = mkdtempSync(join(tmpdir(), "verbatim-bench-"));
try {
  mkdirSync(join(folder, "articles"));
  for (const article of articles) writeFileSync(join(folder, "articles", `${article.slug}.json`), JSON.stringify(article));
  const store = await FilesStore.open({ folder, watch: false, onProblem: ({ where, message }) => console.error(`${where}: ${message}`) });
  await report(store);
  await store.close();
} finally {
  rmSync(folder, { recursive: true });
}
await measureTexts([]);

async function report(store: FilesStore): Promise<void> {
  const claims = madeClaims(articles, doubts, PER_KIND, SEED);
  console.log(
    `${claims.length} claims; ${articles.length} articles, ${articles.reduce((sum, { quotes }) => sum + quotes.length, 0)} quotes\n`,
  );
  const times: number[] = [];
  const results = await answers(store, claims, THRESHOLDS.near, times);
  console.log("kind of claim                  claims  right words  right speaker");
  for (const [kind, own] of Map.groupBy([...claims.entries()], ([, claim]) => claim.kind)) {
    const right = own.filter(([index, { words, sign }]) => results[index]?.words === words && signed(results[index], sign)).length;
    const asked = own.filter(([, claim]) => claim.asked !== null);
    const spoken = asked.filter(([index, { speaker }]) => results[index]?.speaker === speaker).length;
    console.log(
      kind.padEnd(30),
      pad(own.length),
      share(right, own.length).padStart(12),
      asked.length === 0 ? "" : share(spoken, asked.length).padStart(14),
    );
  }
  console.log("\nanswer           precision    recall");
  table(claims, results, "words", ["exact", "altered", "reported", "none"]);
  table(
    claims.filter(({ asked }) => asked !== null),
    results.filter((_, index) => claims[index]?.asked !== null),
    "speaker",
    ["match", "mismatch", "uncertain", "unattributed"],
  );
  for (const sign of ["splice", "negation", "spelling", "letter", "inflection"] as const) {
    const found = results.map((result) => signed(result, sign));
    const meant = claims.map((claim) => claim.sign === sign);
    const both = found.filter((one, index) => one && meant[index]).length;
    console.log(
      sign.padEnd(16),
      share(both, found.filter(Boolean).length).padStart(9),
      share(both, meant.filter(Boolean).length).padStart(9),
    );
  }
  times.sort((a, b) => a - b);
  console.log(`\nms a claim: median ${at(times, 0.5)}, p99 ${at(times, 0.99)}\n`);
  console.log("threshold   exact  altered  reported  none   (right words of all such claims)");
  for (const near of [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8]) {
    const others = await answers(store, claims, near, []);
    const recall = ["exact", "altered", "reported", "none"].map((answer) => {
      const own = [...claims.entries()].filter(([, { words }]) => words === answer);
      return share(own.filter(([index, { words }]) => others[index]?.words === words).length, own.length).padStart(8);
    });
    console.log(String(near).padEnd(8), recall.join(" "));
  }
  for (const [index, claim] of claims.entries()) {
    const result = results[index];
    if (
      process.argv.includes("--misses") &&
      (result?.words !== claim.words || result.speaker !== claim.speaker || !signed(result, claim.sign))
    )
      console.log(
        `${claim.kind}: ${claim.quote}\n   ${result?.words} ${result?.speaker}, not ${claim.words} ${claim.speaker} (${claim.asked}); ${JSON.stringify(result?.matches[0]?.diff.map(({ op, claim: a, recorded: b }) => [op, b?.text, a?.text]))}`,
      );
  }
}

async function answers(store: FilesStore, claims: MadeClaim[], near: number, times: number[]): Promise<Verification[]> {
  const results: Verification[] = [];
  for (const { quote, asked } of claims) {
    const began = performance.now();
    const find = (wanted: LookUp) => store.candidates({ ...wanted, limit: MAX_CANDIDATES });
    const speaker = asked === null ? null : { id: asked, name: asked };
    results.push(await checkQuote(quote, speaker, find, null, { ...THRESHOLDS, near }));
    times.push(performance.now() - began);
  }
  return results;
}

/** Whether the best match says what is wrong with the claim. */
function signed(result: Verification | undefined, sign: MadeClaim["sign"]): boolean {
  const best = result?.matches[0];
  return (
    sign === undefined ||
    (best !== undefined && (sign === "splice" ? best.splice !== null : sign === "negation" ? best.negation : best.difference === sign))
  );
}

function table(claims: MadeClaim[], results: Verification[], answer: "words" | "speaker", values: string[]): void {
  for (const value of values) {
    const given = results.filter((result) => result[answer] === value).length;
    const meant = claims.filter((claim) => claim[answer] === value).length;
    const both = claims.filter((claim, index) => claim[answer] === value && results[index]?.[answer] === value).length;
    console.log(value.padEnd(16), share(both, given).padStart(9), share(both, meant).padStart(9));
  }
}

function share(part: number, whole: number): string {
  return whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} %`;
}

function at(sorted: number[], quantile: number): string {
  return (sorted[Math.floor(sorted.length * quantile)] ?? 0).toFixed(2);
}

function pad(value: number): string {
  return String(value).padStart(6);
}
