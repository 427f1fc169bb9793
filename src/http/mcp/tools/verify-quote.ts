import { z } from "zod";
import { Verification } from "../../../verification/verification.ts";
import { checkClaim, claimed } from "../../routes/verify.ts";
import { articlesMatched, citedLine, matchedArticles } from "../items.ts";
import { tool } from "../tool.ts";
import { verificationText } from "../verification-text.ts";

const DESCRIPTION =
  "Checks a claimed quote word by word against the archive: whether anybody is recorded with these words (`words`: exact, altered, reported by the reporter, none) and whether it was the speaker you name (`speaker`). Gives the recorded words, what differs, and the article. Use it before you repeat a quote. It says what these articles contain, never that something was not said. For a whole text with several quotes, use verify_text.";

export const verifyQuote = tool({
  name: "verify_quote",
  title: "Check a quote",
  description: DESCRIPTION,
  input: z.strictObject(claimed),
  output: z.object({ ...Verification.shape, ...matchedArticles }),
  async answer(claim, served) {
    const checked = await checkClaim(served, claim, "body");
    const articles = await articlesMatched(checked.matches, served);
    const text = [verificationText(checked), ...articles.map(citedLine)].join("\n\n");
    return { data: { ...checked, articles }, text };
  },
});
