/** Whether JSON has more members and items than `most`: all but the first stand behind a comma, or an opening bracket. */
export function hasMoreValues(bytes: Uint8Array, most: number): boolean {
  let [count, inString] = [0, false];
  for (let at = 0; at < bytes.length; at += 1) {
    const character = bytes[at];
    if (character === QUOTE) inString = !inString;
    else if (inString) at += character === BACKSLASH ? 1 : 0;
    else if (character === COMMA || character === BRACKET || character === BRACE) count += 1;
    if (count > most) return true;
  }
  return false;
}

const [QUOTE, BACKSLASH, COMMA, BRACKET, BRACE] = Buffer.from('"\\,[{');
