/** How a column's values are sent: `keys` is `bigint[]`. */
export type ColumnType = "text" | "bytea" | "integer" | "smallint" | "bigint" | "boolean" | "text[]" | "keys";

/** What such a file ends with. */
export const TRAILER = Buffer.from([0xff, 0xff]);

/** OIDs of element types (src/include/catalog/pg_type.dat of PostgreSQL). */
const TEXT = 25;
const BIGINT = 20;

/** What a file in the binary format begins with: the signature, no flags, no further header. */
export const HEADER = Buffer.from("PGCOPY\n\u00ff\r\n\0\0\0\0\0\0\0\0\0", "latin1");

/**
 * Rows of one table in the binary format of COPY. In the text format, and as array literals, every character would be
 * looked at here and again in the server; here texts are copied, and numbers are not spelt out.
 */
export class CopyRows {
  readonly #types: ColumnType[];
  #bytes = Buffer.allocUnsafeSlow(1 << 16);
  #at = 0;

  /** @param types of the columns, in their order */
  constructor(types: ColumnType[]) {
    this.#types = types;
  }

  /** Bytes of the rows so far. */
  get length(): number {
    return this.#at;
  }

  add(values: unknown[]): void {
    this.#reserve(2);
    this.#at = this.#bytes.writeInt16BE(this.#types.length, this.#at);
    for (const [index, type] of this.#types.entries()) this.#value(type, values[index]);
  }

  /** The rows alone; between `HEADER` and `TRAILER` they, or some of them, are a file. */
  take(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#at);
  }

  #value(type: ColumnType, value: unknown): void {
    if (value === null) {
      this.#reserve(4);
      this.#at = this.#bytes.writeInt32BE(-1, this.#at);
    } else if (type === "text") this.#text(value as string);
    else if (type === "bytea") this.#raw(value as Uint8Array);
    else if (type === "text[]") this.#texts(value as string[]);
    else if (type === "keys") this.#keys(value as Uint32Array);
    else this.#number(type, Number(value));
  }

  #text(value: string): void {
    this.#reserve(4 + 3 * value.length);
    const length = this.#bytes.write(value, this.#at + 4);
    this.#at = this.#bytes.writeInt32BE(length, this.#at) + length;
  }

  #raw(value: Uint8Array): void {
    this.#reserve(4 + value.length);
    this.#at = this.#bytes.writeInt32BE(value.length, this.#at);
    this.#bytes.set(value, this.#at);
    this.#at += value.length;
  }

  #number(type: "integer" | "smallint" | "bigint" | "boolean", value: number): void {
    this.#reserve(12);
    const size = { boolean: 1, smallint: 2, integer: 4, bigint: 8 }[type];
    this.#at = this.#bytes.writeInt32BE(size, this.#at);
    if (type === "bigint") this.#at = this.#bytes.writeBigInt64BE(BigInt(value), this.#at);
    else this.#at = this.#bytes.writeIntBE(value, this.#at, size);
  }

  #texts(values: string[]): void {
    const begin = this.#arrayOf(TEXT, values.length);
    for (const value of values) this.#text(value);
    this.#bytes.writeInt32BE(this.#at - begin, begin - 4);
  }

  /** @param halves of the keys: the higher and the lower 32 bits of each in turn */
  #keys(halves: Uint32Array): void {
    const begin = this.#arrayOf(BIGINT, halves.length / 2);
    this.#reserve(halves.length * 6);
    const bytes = this.#bytes;
    let at = this.#at;
    for (let index = 0; index < halves.length; index += 2) {
      at = bytes.writeInt32BE(8, at);
      at = bytes.writeUInt32BE(halves[index] as number, at);
      at = bytes.writeUInt32BE(halves[index + 1] as number, at);
    }
    this.#at = at;
    bytes.writeInt32BE(at - begin, begin - 4);
  }

  /** Dimensions (none for an empty array), no NULLs, element type, length and lower bound. @returns where the array begins, behind room for its size */
  #arrayOf(element: number, length: number): number {
    this.#reserve(24);
    const begin = this.#at + 4;
    let at = begin;
    for (const header of length === 0 ? [0, 0, element] : [1, 0, element, length, 1]) at = this.#bytes.writeInt32BE(header, at);
    this.#at = at;
    return begin;
  }

  #reserve(bytes: number): void {
    if (this.#at + bytes <= this.#bytes.length) return;
    const grown = Buffer.allocUnsafeSlow(2 * (this.#at + bytes));
    grown.set(this.#bytes.subarray(0, this.#at));
    this.#bytes = grown;
  }
}
