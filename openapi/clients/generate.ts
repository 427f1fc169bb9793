import { createClient } from "@hey-api/openapi-ts";
import { generate } from "orval";

// node generate.ts DOCUMENT FOLDER URL: writes a client for the document with each generator, orval's for a server at the URL.
const [document = "", folder = "", url = ""] = process.argv.slice(2);

await createClient({
  input: document,
  output: { path: `${folder}/hey-api`, importFileExtension: ".ts" },
  plugins: ["@hey-api/client-fetch", "@hey-api/typescript", "@hey-api/sdk"],
  logs: { level: "silent" },
});

await generate({
  input: { target: document },
  output: {
    target: `${folder}/orval.ts`,
    client: "fetch",
    mode: "single",
    baseUrl: url,
    // Where a list also comes as NDJSON, orval makes every answer a stream of lines, unless it is told to leave that out.
    override: { contentType: { exclude: ["application/x-ndjson"] } },
  },
});
