import type { TextRange } from "../../document.ts";
import type { Style } from "./mark-directions.ts";

/** What a paragraph of an interview is by its label, `Q:` or `A:`; `more` is a further paragraph of an answer. */
export type InterviewPart = "question" | "answer" | "more";

/** A quoted span: `start`-`end` is what stands inside the marks, `from`-`to` includes them. */
export interface Marked extends TextRange {
  from: number;
  to: number;
  /** `false` when the closing mark is missing: the span ends with its block or before the next opening mark. */
  closed: boolean;
  /** Whether it has no opening mark because the paragraph before left its own open: the words run on. */
  runsOn: boolean;
  /** The family of its marks; spans of one quote over several paragraphs share it. */
  style: Style;
  /** Whether it is a nickname inside a name: not anybody's words, and not part of the sentence. */
  inName?: boolean;
  /** The end of the label that the words inside the marks begin with: “WARD: Let us start.” */
  label?: number;
  /** Of a turn whose label is not a name: whether it asks or answers. */
  part?: InterviewPart;
}
