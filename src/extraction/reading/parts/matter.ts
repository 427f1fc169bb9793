import { readByline, readCredit } from "./credits/read-credits.ts";
import { isRightsLine } from "./read-rights.ts";

/** Whether a line is a credit or a notice of rights: what stands around the text of an article. */
export function isMatter(text: string): boolean {
  return isRightsLine(text) || (readCredit(text) ?? readByline(text)) !== null;
}
