import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CLIENT_TYPES, clientTypes } from "../../openapi/client.ts";

test("the client's types are those of openapi/openapi.json; `npm run openapi` writes them", async () => {
  expect(readFileSync(CLIENT_TYPES, "utf8")).toBe(await clientTypes());
});
