/** Where a command writes: its result to `stdout`, progress and errors to `stderr`. */
export interface Terminal {
  stdout: { write(text: string): unknown };
  stderr: { write(text: string): unknown; isTTY?: boolean };
}
