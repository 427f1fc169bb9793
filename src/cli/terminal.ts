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
