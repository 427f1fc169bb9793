import { z } from "zod";

/**
 * The parameter `fields` of a resource or a list: top-level fields of an item. It is repeated for several, or has them joined by commas.
 *
 * @param item schema of the item as answers have it
 */
export function fieldsOf(item: z.ZodObject) {
  const names = Object.keys(item.shape);
  const known = z.array(z.string()).superRefine((fields, context) => {
    for (const [place, field] of fields.entries()) {
      if (names.includes(field)) continue;
      const message = `There is no field "${field.slice(0, 100)}". Repeat the parameter for several fields, or give them joined by commas. The fields are ${names.join(", ")}.`;
      context.addIssue({ code: "custom", path: [place], message });
    }
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
