import { z } from "zod";
import { wholeAnswer } from "../../../verification/text/check-text.ts";
import { type CheckedQuote, TextVerification, type UncheckedQuote } from "../../../verification/text/text-verification.ts";
import { bodyProblem } from "../../requests/body.ts";
import { addressedFor, requestOf, SubmittedText } from "../../routes/verifications.ts";
import { articlesMatched, citedLine, matchedArticles } from "../items.ts";
import { tool } from "../tool.ts";

const DESCRIPTION =
  "Checks every marked quote of a whole text - a draft, an article - against the archive, or against `sources` you send along, with the speaker the text names. For each quote: whether these words are recorded, whose they are, and the recorded words. Give the text as `text`, `markdown` or `html`. Nothing is stored. At most 256 KiB and 200 quotes. For one quote, use verify_quote, which also gives further matches.";

export const verifyText = tool({
  name: "verify_text",
  title: "Check the quotes of a text",
  description: DESCRIPTION,
  // Without the rule that one form is given: interfaces of models refuse schemas with alternatives at the top.
  input: z.strictObject(SubmittedText.shape),
  output: z.object({ ...TextVerification.shape, ...matchedArticles }),
  async answer(given, served) {
    const submitted = SubmittedText.safeParse(given);
    if (!submitted.success) throw bodyProblem(submitted.error.issues, given);
    const request = requestOf(submitted.data, {});
    const { quotes, ...answered } = await wholeAnswer(await served.verifying.check(request));
    const best = quotes.map((quote) => ({ ...quote, matches: quote.matches.slice(0, 1) }));
    const checked = { quotes: best.map((quote) => addressedFor(request, quote, served.site)), ...answered };
    const matches = checked.quotes.flatMap((quote) => quote.matches);
    const articles = await articlesMatched(matches, served);
    return { data: { ...checked, articles }, text: [summaryText(checked), ...articles.map(citedLine)].join("\n\n") };
  },
});

function summaryText({ quotes, unchecked, counts, searched, notes }: TextVerification): string {
  const head = `Quotes checked: ${counts.checked}. Not checked: ${counts.unchecked}. Searched: ${searched.articleCount} articles with ${searched.quoteCount} quotes.`;
  return [head, ...quotes.map(quoteText), ...unchecked.map(uncheckedText), ...notes.map(({ message }) => message)].join("\n\n");
}

function quoteText({ text, claimed, words, speaker, speakers, matches }: CheckedQuote): string {
  const [best] = matches;
  const named = speakers.map(({ name }) => name).join(", ") || "nobody";
  const recorded = best?.passages.map((passage) => `“${passage.text}” (${named}; ${passage.article.slug})`) ?? [];
  const lines = [`“${text}” — ${claimed.speaker ?? "nobody named"}`, `words: ${words}; speaker: ${speaker}`];
  return [...lines, ...recorded.map((one) => `Recorded: ${one}`)].join("\n");
}

function uncheckedText({ text, reason }: UncheckedQuote): string {
  return `“${text}” was not checked (${reason}).`;
}
