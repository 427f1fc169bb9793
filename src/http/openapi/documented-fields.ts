import { z } from "zod";
import type { WriteKind } from "../operation.ts";

const ifMatch = z
  .string()
  .min(1)
  .meta({
    description:
      "`ETag` of the present answer in JSON, in whatever coding, or `*`. Without it the answer is 428, with another one 412: nothing is overwritten unseen. A request that would change nothing any more is a success all the same (RFC 9110, section 13.1.1).",
    examples: ["*"],
  });

const ifNoneMatch = z
  .string()
  .min(1)
  .optional()
  .meta({ param: { id: "IfNoneMatch" }, description: "`*` creates only: 412 where something is here already.", examples: ["*"] });

const once = {
  "Idempotency-Key": z
    .string()
    .min(1)
    .max(255)
    .optional()
    .meta({
      param: { id: "IdempotencyKey" },
      description:
        "A value of your own for this request, such as a UUID. The same request with it, within 24 hours, is answered with the stored answer and does nothing again; another request with it is a 422, and one that is still being handled a 409. An answer that is a problem is not stored.",
      examples: ["0f3b1c5e-6d0a-4b8e-9d57-2f8a1c9e7b42"],
    }),
  Prefer: z
    .string()
    .optional()
    .meta({
      param: { id: "Prefer" },
      description: "`validate-only`: everything is checked and answered as it would be, with 200, and nothing is written.",
      examples: ["validate-only"],
    }),
};

const REQUIRED = ifMatch.meta({ ...ifMatch.meta(), param: { id: "IfMatch" } });
const OPTIONAL = ifMatch.optional().meta({ ...ifMatch.meta(), param: { id: "IfMatchWhereReplaced" } });

const FIELDS: Record<WriteKind, z.ZodObject> = {
  adds: z.object(once),
  puts: z.object({ "If-Match": OPTIONAL, "If-None-Match": ifNoneMatch, ...once }),
  replaces: z.object({ "If-Match": REQUIRED, ...once }),
};

/** The header fields of a request that writes. */
export function fieldsOf(writes: WriteKind): z.ZodObject {
  return FIELDS[writes];
}
