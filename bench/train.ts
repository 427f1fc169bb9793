import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { analyse } from "../src/extraction/analyse.ts";
import type { Analysis } from "../src/extraction/analysis.ts";
import { plainDocument } from "../src/extraction/annotate-text.ts";
import { readingsOf } from "../src/extraction/quotes/indirect/cue-readings.ts";
import { speechFeatures } from "../src/extraction/quotes/speech/speech.ts";
import { candidatesOf } from "../src/extraction/speakers/candidates/candidates.ts";
import { keepNames } from "../src/extraction/speakers/features.ts";
import { probabilities, type Weights } from "../src/extraction/speakers/ranker.ts";
import { type GoldQuote, type GoldRow, type Points, percentile, readCorpus, spanKey } from "./corpus.ts";
import { type Example, fitWeights } from "./fit.ts";

/**
 * Makes src/extraction/speakers/weights.json: node bench/train.ts CORPUS [--hold-out PERCENT] [--out FILE]
 *
 * Three log-linear models over the named features of extraction: who said a marked span, whether a marked span is
 * speech, and what clause a cue reports. Nothing is random; the same corpus gives the same file.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { "hold-out": { type: "string", default: "0" }, out: { type: "string", default: "src/extraction/speakers/weights.json" } },
});
const [path] = positionals;
if (path === undefined) throw new Error("Name the corpus: node bench/train.ts CORPUS.jsonl.gz");

interface Prepared {
  analysis: Analysis;
  /** The text with every astral character as one unit, so that UTF-16 indices are code points. */
  points: Points;
  row: GoldRow;
  marked: Map<string, GoldQuote>;
  reported: Map<string, GoldQuote>;
}

keepNames();
const prepared = readCorpus(path)
  .filter((row) => percentile(row.id) >= Number(values["hold-out"]))
  .map(prepare);
/** Rules for patterns that the corpus has too few of to learn. */
const RULES = { "rule:beat": 5, "rule:dash": 8, "rule:label": 5, "rule:passes-on": -8, "rule:stated": 12, "rule:tail": 2 };
const SPEECH_RULES = {
  "rule:beat": 2,
  "rule:label": 4,
  "rule:passive": -3,
  "rule:show": -2.5,
  "rule:stated": 2,
  "rule:term": -2,
  "rule:thing": -1.5,
  "rule:work": -3,
};

const speaker = { ...fitWeights(prepared.flatMap(speakerExamples), { rounds: 8, rate: 0.08, decay: 1e-4, least: 3 }), ...RULES };
const speech = fitWeights(
  prepared.flatMap((one) => speechExamples(one, speaker)),
  { rounds: 8, rate: 0.03, decay: 1e-4, least: 3 },
);
const indirect = fitWeights(prepared.flatMap(indirectExamples), { rounds: 8, rate: 0.06, decay: 1e-4, least: 5 });
const weights: Weights = { speaker, speech: { ...speech, ...SPEECH_RULES }, indirect };
writeFileSync(values.out, `${JSON.stringify(weights, null, 2)}\n`);
console.log(
  `${prepared.length} articles; weights: speaker ${Object.keys(speaker).length}, speech ${Object.keys(speech).length}, indirect ${Object.keys(indirect).length}`,
);

function prepare(row: GoldRow): Prepared {
  const points = [...row.text].map((point) => (point.length > 1 ? "x" : point));
  const marked = new Map<string, GoldQuote>();
  const reported = new Map<string, GoldQuote>();
  for (const quote of row.quotes) (quote.type === "indirect" ? reported : marked).set(spanKey(points, quote.start, quote.end), quote);
  return { analysis: analyse(plainDocument(points.join(""))), points, row, marked, reported };
}

/** A candidate is right when its mention overlaps the speaker's; going on is right when the span before has the same speaker. */
function speakerExamples({ analysis, points, marked }: Prepared): Example[] {
  const gold = analysis.spans.map((span) => marked.get(spanKey(points, span.start, span.end)));
  return gold.flatMap((quote, index) => {
    if (quote === undefined) return [];
    const candidates = candidatesOf(analysis, index, true);
    const before = gold[index - 1];
    const right = candidates.map((candidate) => {
      if (candidate.mention === null)
        return candidate.origin === "same" ? before !== undefined && overlap(before, quote) : quote.speaker === null;
      const tokens = analysis.sentences[candidate.mention.sentence]?.tokens ?? [];
      const possessor =
        tokens[candidate.mention.last]?.class === "G" &&
        within(quote, tokens[candidate.mention.last]?.end ?? 0, tokens[candidate.mention.last + 1]?.end ?? 0);
      return !possessor && within(quote, tokens[candidate.mention.first]?.start ?? 0, tokens[candidate.mention.last - 1]?.end ?? 0);
    });
    return right.includes(true) ? [{ features: candidates.map(({ features }) => features.names), right }] : [];
  });
}

function within(quote: GoldQuote, start: number, end: number): boolean {
  return quote.speaker_start !== null && quote.speaker_end !== null && start < quote.speaker_end && quote.speaker_start < end;
}

function overlap(before: GoldQuote, quote: GoldQuote): boolean {
  return before.speaker_start !== null && before.speaker_end !== null && within(quote, before.speaker_start, before.speaker_end);
}

/** Marked spans that overlap a quote without being one are left out: their ends are in doubt, not their nature. */
function speechExamples({ analysis, points, marked, row }: Prepared, model: Record<string, number>): Example[] {
  return analysis.spans.flatMap((span, index) => {
    const right = marked.has(spanKey(points, span.start, span.end));
    const doubtful = !right && [...marked.values()].some((quote) => quote.start < span.end && span.start < quote.end);
    const markup = row.unattributed_quoted.some((other) => other.markup && other.start < span.end && span.start < other.end);
    // The annotators passed over single marks altogether.
    if (doubtful || markup || span.style === "single") return [];
    const candidates = candidatesOf(analysis, index, true);
    const shares = probabilities(candidates.map(({ features }) => features.names.reduce((sum, feature) => sum + (model[feature] ?? 0), 0)));
    const best = shares.indexOf(Math.max(...shares));
    const candidate = candidates[best];
    if (candidate === undefined) return [];
    return [{ features: [[], speechFeatures(analysis, index, candidate, shares[best] ?? 0).names], right: [!right, right] }];
  });
}

/** A reading is right when all its clauses are annotated with this cue; no reading is right when none is. */
function indirectExamples({ analysis, points, reported }: Prepared): Example[] {
  return analysis.sentences.flatMap((sentence, index) =>
    sentence.tokens.flatMap((_, v) => {
      const readings = readingsOf(analysis, index, v);
      if (readings.length < 2) return [];
      const right = readings.map(({ segments, cue }) => {
        const from = sentence.tokens[cue.first]?.start ?? 0;
        const to = sentence.tokens[cue.last - 1]?.end ?? 0;
        const quotes = segments.map(({ first, last }) =>
          reported.get(spanKey(points, sentence.tokens[first]?.start ?? 0, sentence.tokens[last - 1]?.end ?? 0)),
        );
        return (
          segments.length > 0 &&
          quotes.every(
            (quote) =>
              quote !== undefined && (quote.cue_start === null || quote.cue_end === null || (quote.cue_start < to && from < quote.cue_end)),
          )
        );
      });
      if (!right.includes(true)) right[0] = true;
      // "The lake, X said, is safe": both parts of the clause, not the second alone.
      const parts = Math.max(...readings.map(({ segments }, r) => (right[r] ? segments.length : 0)));
      return [
        {
          features: readings.map((reading) => reading.features.names),
          right: right.map((is, r) => is && readings[r]?.segments.length === parts),
        },
      ];
    }),
  );
}
