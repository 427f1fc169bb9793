/**
 * Whole columns as parameters. As array literals they would be escaped here and parsed there, character by character,
 * which took a third of an import; in the binary form of arrays they are copied.
 */

/** OIDs of `text` and `bytea` (src/include/catalog/pg_type.dat of PostgreSQL). */
const TEXT = 25;
const BYTEA = 17;

/**
 * One value a row as an array in the binary format of `array_send`: bytes as `bytea[]`, anything else as `text[]`.
 * Numbers and booleans go as text and are cast by `unnest`.
 */
export function columnOf(values: unknown[]): Buffer {
  let size = 20;
  let type = TEXT;
  for (const value of values) {
    size += 4;
    if (value instanceof Uint8Array) {
      type = BYTEA;
      size += value.byteLength;
    } else if (value !== null) size += Buffer.byteLength(String(value));
  }
  const buffer = Buffer.allocUnsafe(size);
  // Dimensions (none for an empty array), whether there are NULLs, element type, length, lower bound.
  let at = 0;
  for (const header of [values.length === 0 ? 0 : 1, 1, type, values.length, 1]) at = buffer.writeInt32BE(header, at);
  for (const value of values) {
    if (value === null) at = buffer.writeInt32BE(-1, at);
    else if (value instanceof Uint8Array) {
      at = buffer.writeInt32BE(value.byteLength, at);
      buffer.set(value, at);
      at += value.byteLength;
    } else {
      const bytes = buffer.write(String(value), at + 4);
      buffer.writeInt32BE(bytes, at);
      at += 4 + bytes;
    }
  }
  return values.length === 0 ? buffer.subarray(0, 12) : buffer;
}

/** The expression that makes rows of such a parameter again. */
export function unnest(parameter: number, type: string): string {
  if (type === "text" || type === "bytea") return `unnest($${parameter}::${type}[])`;
  return `unnest($${parameter}::text[])::${type}`;
}
