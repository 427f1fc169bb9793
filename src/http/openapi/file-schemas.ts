import { z } from "zod";
import { Edits } from "../../article/corrections/edits.ts";
import { SpeakerRegistry } from "../../article/corrections/speaker-registry.ts";
import { Article } from "../../article/model/schema.ts";
import { SourceRow } from "../../extraction/reading/source-row.ts";

/** The files that have a schema, by the name of their schema's file. */
const FILES = {
  "edits.schema.json": ["data/articles/<slug>.edits.json: an editor's corrections of one article", Edits],
  "speakers.schema.json": ["data/speakers.json: other names, merged ids and namesakes of speakers", SpeakerRegistry],
  "source-row.schema.json": ["A line of NDJSON for verbatim import", SourceRow],
  "article.schema.json": ["data/articles/<slug>.json: an article as Verbatim stores it", Article],
} as const satisfies Record<string, readonly [title: string, schema: z.ZodType]>;

export type SchemaName = keyof typeof FILES;
export const SCHEMA_NAMES = Object.keys(FILES) as SchemaName[];

/** Where the server has the JSON Schema of a body that a zod schema checks, and the end of a sentence about it; `null` when it has none. */
export function describedBy(schema: unknown): { path: string; does: string } | null {
  const checked = schema instanceof z.ZodPipe ? schema.out : schema;
  const name = SCHEMA_NAMES.find((one) => FILES[one][1] === checked);
  return name === undefined ? null : { path: `/schemas/${name}`, does: "describes what may be sent." };
}

/** The JSON Schemas (2020-12) of the files of an archive, by the name of the file that holds them, as those files may be written. */
export function fileSchemas(): Record<SchemaName, object> {
  const schemas = SCHEMA_NAMES.map((name) => {
    const [title, schema] = FILES[name];
    return [name, { title, ...z.toJSONSchema(schema, { io: "input" }) }];
  });
  return Object.fromEntries(schemas);
}
