import { z } from "zod";

/**
 * The parameter `fields` of a resource or a list: top-level fields of an item. It is repeated for several, or has them joined by commas.
 *
 * @param item schema of the item as answers have it
 */
export function fieldsOf(item: z.ZodObject) {
  const names = Object.keys(item.shape);
  const known = z.array(z.string()).superRefine((fields, context) => {
    const unknown = [...new Set(fields)].filter((field) => !names.includes(field));
    const [first] = unknown;
    if (first === undefined) return;
    const listed = unknown.slice(0, 10).map((field) => `"${field.slice(0, 100)}"`);
    const none = unknown.length === 1 ? "There is no field" : "There are no fields";
    const message = `${none} ${listed.join(", ")}. Repeat the parameter for several fields, or give them joined by commas. The fields are ${names.join(", ")}.`;
    context.addIssue({ code: "custom", path: [fields.indexOf(first)], message });
  });
  return z
    .preprocess(
      (value) =>
        [value].flat().flatMap((one) =>
          String(one)
            .split(",")
            .map((field) => field.trim()),
        ),
      known,
    )
    .optional()
    .meta({
      description:
        "Top-level fields to answer with; repeat the parameter for several. The others are left out, those that the schema requires too. The order is the schema's. CSV has the columns made of them.",
      override: { type: "array", minItems: 1, items: { type: "string", enum: names }, examples: [names.slice(0, 2)] },
    });
}
