import { z } from "zod";
import { Edits } from "../src/article/corrections/edits.ts";
import { SpeakerRegistry } from "../src/article/corrections/speaker-registry.ts";
import { SourceRow } from "../src/extraction/reading/source-row.ts";

/** The JSON Schemas (2020-12) of the files that people write, by the name of the file that holds them, as they may be written. */
export function fileSchemas(): Record<string, object> {
  const titled = (title: string, schema: z.ZodType) => ({ title, ...z.toJSONSchema(schema, { io: "input" }) });
  return {
    "edits.schema.json": titled("data/articles/<slug>.edits.json: an editor's corrections of one article", Edits),
    "speakers.schema.json": titled("data/speakers.json: other names, merged ids and namesakes of speakers", SpeakerRegistry),
    "source-row.schema.json": titled("A line of NDJSON for verbatim import", SourceRow),
  };
}
