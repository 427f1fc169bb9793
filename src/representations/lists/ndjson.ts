/** The items of a list, from memory or as they arrive. */
export type Items<Item> = Iterable<Item> | AsyncIterable<Item>;

/** A list as newline-delimited JSON: one item per line, each line ended by a line feed. Only one item is in memory at a time. */
export async function* ndjsonLines<Item>(items: Items<Item>): AsyncGenerator<string, void, void> {
  for await (const item of items) yield `${JSON.stringify(item)}\n`;
}
