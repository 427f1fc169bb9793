/** A JSON object whose members are not known. */
export type JsonObject = Record<string, unknown>;

/** An object, or `null` for any other value. */
export function objectOf(value: unknown): JsonObject | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

/** The objects of an array; none for any other value. */
export function objectsOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.map(objectOf).filter((item) => item !== null) : [];
}

/** A string that is not blank, or `null`. */
export function wordsOf(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value : null;
}
