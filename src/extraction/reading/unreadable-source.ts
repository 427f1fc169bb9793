/** Why a source cannot become an article; stable, for programs. */
export type UnreadableCode = "empty" | "binary" | "too-large" | "too-complex" | "no-headline" | "no-body" | "not-an-article";

/** A source that cannot become an article. `message` says what is wrong and what to do. */
export class UnreadableSource extends Error {
  readonly code: UnreadableCode;

  constructor(code: UnreadableCode, message: string) {
    super(message);
    this.name = "UnreadableSource";
    this.code = code;
  }
}

/** A longer line or paragraph is not an article, and patterns that backtrack would run out of stack on it. UTF-16 units. */
export const MAX_BLOCK = 500_000;

/** The error for a line or paragraph over MAX_BLOCK. */
export function tooLong(length: number): UnreadableSource {
  const [found, limit] = [length.toLocaleString("en"), MAX_BLOCK.toLocaleString("en")];
  return new UnreadableSource(
    "too-complex",
    `A paragraph has ${found} characters; at most ${limit} are read. Separate paragraphs with blank lines.`,
  );
}
