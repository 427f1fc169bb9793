import type { Readable } from "node:stream";

/**
 * The lines of a text in UTF-8, without their ends (LF, CR LF or CR) and without a byte order mark; none for nothing behind the last one.
 * The other characters that end lines elsewhere (U+2028, U+2029) may stand in JSON as they are, and node:readline would end lines there.
 */
export async function* linesOf(input: Readable): AsyncGenerator<string> {
  let begun: string[] = [];
  let endedInReturn = false;
  let isFirst = true;
  for await (let chunk of input.setEncoding("utf8") as AsyncIterable<string>) {
    if (isFirst) chunk = chunk.replace(/^\ufeff/, "");
    isFirst = false;
    const [first = "", ...more] = (endedInReturn && chunk.startsWith("\n") ? chunk.slice(1) : chunk).split(/\r\n|[\r\n]/);
    endedInReturn = chunk.endsWith("\r");
    begun.push(first);
    for (const next of more) {
      yield begun.join("");
      begun = [next];
    }
  }
  const last = begun.join("");
  if (last !== "") yield last;
}
