/** Why a source cannot become an article; stable, for programs. */
export type UnreadableCode = "empty" | "binary" | "too-large" | "too-complex" | "no-headline" | "no-body";

/** A source that cannot become an article. `message` says what is wrong and what to do. */
export class UnreadableSource extends Error {
  readonly code: UnreadableCode;

  constructor(code: UnreadableCode, message: string) {
    super(message);
    this.name = "UnreadableSource";
    this.code = code;
  }
}
