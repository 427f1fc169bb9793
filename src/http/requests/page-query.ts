import { z } from "zod";
import { validateParameters } from "./validator.ts";

/**
 * The query of a page that says itself what is wrong with its parameters: those of `schema` with any value. What is unknown is
 * passed over, as links that people share gather such things.
 */
export function anyValues(schema: z.ZodObject): z.ZodObject {
  return z.object(Object.fromEntries(Object.keys(schema.shape).map((name) => [name, z.unknown().optional()])));
}

/** What a page is asked for. A field that a form sends empty is as good as none. */
export function filledIn(query: Record<string, unknown>): Record<string, string[]> {
  const filled = Object.entries(query).map(
    ([name, value]) =>
      [
        name,
        [value]
          .flat()
          .map(String)
          .filter((one) => one.trim() !== ""),
      ] as const,
  );
  return Object.fromEntries(filled.filter(([, values]) => values.length > 0));
}

/** The parameters of a page as their schema has them. @throws HttpProblem that names each wrong one */
export function pageParameters<S extends z.ZodObject>(schema: S, filled: Record<string, string[]>): z.output<S> {
  const given = Object.entries(filled).map(([name, values]) => [name, values.length === 1 ? values[0] : values]);
  return validateParameters(schema, Object.fromEntries(given), "query");
}
