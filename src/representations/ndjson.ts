/** Items one after the other, from memory or as they arrive. */
export type Items<Item> = Iterable<Item> | AsyncIterable<Item>;

/** A list as newline-delimited JSON: one item a line, each line ended by a line feed. Holds one item at a time. */
export async function* ndjsonLines<Item>(items: Items<Item>): AsyncGenerator<string, void, void> {
  for await (const item of items) yield `${JSON.stringify(item)}\n`;
}
