import { z } from "zod";

/** The member by which a file names its JSON Schema, so that programs to write in check it and complete. Kept as it is. */
export const SchemaReference = z
  .string()
  .optional()
  .meta({
    description: "Address of this schema, for the program the file is written in.",
    examples: ["https://news.example/schemas/edits.schema.json"],
  });

/** Where a server has the JSON Schema of a file; added to what is said of one that does not follow it. */
export const schemaPath = (file: "edits" | "speakers") => `/schemas/${file}.schema.json`;
