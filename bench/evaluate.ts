import { parseArgs } from "node:util";
import { type AnnotatedSegment, annotateText } from "../src/extraction/annotate-text.ts";
import { Calibration } from "./calibration.ts";
import { describe, phenomenonOf } from "./confusion.ts";
import { percentile, readCorpus } from "./corpus.ts";
import { emptyScore, type Score, scoreArticle } from "./score.ts";

/**
 * Measures extraction on an annotated corpus: npm run evaluate -- FILE [--hold-out PERCENT] [--show N]
 *
 * `--hold-out` measures only the articles that `bench/train.ts --hold-out` with the same number left out;
 * `--show` prints that many cases of each kind of error.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { "hold-out": { type: "string", default: "100" }, show: { type: "string", default: "0" } },
});
const [path] = positionals;
if (path === undefined) {
  console.error("Name the corpus: npm run evaluate -- FILE.jsonl[.gz] [--hold-out PERCENT] [--show N]");
  process.exit(2);
}

const rows = readCorpus(path).filter((row) => percentile(row.id) < Number(values["hold-out"]));
const score = emptyScore();
const calibration = new Calibration();
const errors = new Map<string, string[]>();
const began = performance.now();
const annotated = rows.map((row) => annotateText(row.text));
const seconds = (performance.now() - began) / 1000;
for (const [r, row] of rows.entries()) {
  const points = [...row.text];
  const entries = annotated[r] as AnnotatedSegment[];
  for (const match of scoreArticle(score, row, points, entries)) {
    calibration.add(match);
    const phenomenon = phenomenonOf(match, points);
    if (phenomenon !== null) errors.set(phenomenon, [...(errors.get(phenomenon) ?? []), describe(match, points)]);
  }
}
report(score);

function report(s: Score): void {
  const share = (a: number, b: number) => ((100 * a) / Math.max(1, b)).toFixed(1);
  const f1 = (hit: number, gold: number, found: number) => share(2 * hit, gold + found);
  console.log(`${rows.length} articles in ${seconds.toFixed(1)} s, ${(rows.length / seconds).toFixed(0)} a second`);
  console.log(`quoted spans: gold ${s.gold}, found ${s.found}`);
  console.log(`  exact        P ${share(s.exact, s.found)}  R ${share(s.exact, s.gold)}  F1 ${f1(s.exact, s.gold, s.found)}`);
  console.log(
    `  overlap 0.8  P ${share(s.overlapping, s.found)}  R ${share(s.overlapping, s.gold)}  F1 ${f1(s.overlapping, s.gold, s.found)}`,
  );
  console.log(
    `  not speech, kept out: ${s.notSpeech - s.notSpeechTaken} of ${s.notSpeech} (${share(s.notSpeech - s.notSpeechTaken, s.notSpeech)} %)`,
  );
  console.log(`  direct or mixed as annotated: ${share(s.kinds, s.overlapping)} %`);
  console.log(
    `speaker's mention: given the span ${share(s.mentions, s.speakers)} (same name ${share(s.names, s.speakers)}), end to end ${share(s.mentions, s.allSpeakers)}`,
  );
  if (s.allCanonical > 0) {
    console.log(
      `canonical speaker: given the span ${share(s.canonicalRight, s.canonical)}, end to end ${share(s.canonicalRight, s.allCanonical)}`,
    );
    console.log(`  pronouns: ${s.pronounsRight} of ${s.pronouns} (${share(s.pronounsRight, s.pronouns)} %)`);
  }
  console.log(
    `indirect, exact: gold ${s.indirectGold}, found ${s.indirectFound}  P ${share(s.indirectExact, s.indirectFound)}  R ${share(s.indirectExact, s.indirectGold)}  F1 ${f1(s.indirectExact, s.indirectGold, s.indirectFound)}`,
  );
  console.log("confidence");
  for (const line of calibration.lines()) console.log(`  ${line}`);
  console.log("errors by phenomenon");
  for (const [phenomenon, cases] of [...errors].sort((a, b) => b[1].length - a[1].length)) {
    console.log(`  ${String(cases.length).padStart(4)}  ${phenomenon}`);
    for (const line of cases.slice(0, Number(values.show))) console.log(`        ${line}`);
  }
}
