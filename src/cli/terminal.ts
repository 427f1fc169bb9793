/** Where a command writes: its result to `stdout`, progress and errors to `stderr`. */
export interface Terminal {
  stdout: { write(text: string): unknown };
  stderr: { write(text: string): unknown; isTTY?: boolean };
}

/** Says what is wrong with a command line. @returns the exit code for it, 2 */
export function refuse(command: string, message: string, { stderr }: Pick<Terminal, "stderr">): number {
  stderr.write(`${message}\nRun "verbatim ${command} --help" for usage.\n`);
  return 2;
}

/**
 * A text of somebody else's, without characters that a terminal acts on: it could move the cursor, and hide or forge lines. Joiners
 * stay, which Persian words and families of emoji need.
 */
export function printable(text: string): string {
  return text.replace(/(?![\n\t\u200c\u200d])\p{C}/gu, "\ufffd");
}
