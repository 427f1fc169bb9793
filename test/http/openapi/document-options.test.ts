import { afterEach, expect, test } from "vitest";
import { startServer } from "../server.ts";

let server: Awaited<ReturnType<typeof startServer>>;
afterEach(() => server.stop());

/** What the document says about itself. */
async function head(options: { publicUrl: string | null; contact?: string }) {
  server = await startServer([], false, options);
  const { info, servers, externalDocs } = JSON.parse(await (await fetch(`${server.url}/openapi.json`)).text());
  return { contact: info.contact, licence: info.license, servers, externalDocs };
}

test("every address is absolute where the public one is known", async () => {
  const known = await head({ publicUrl: "https://news.example/verbatim" });
  expect(known.servers).toEqual([{ url: "https://news.example/verbatim" }]);
  expect(known.externalDocs.url).toBe("https://news.example/verbatim/docs");
  expect(known.contact).toEqual({ name: "Whoever runs this server", url: "https://news.example/verbatim/" });
  expect(known.licence).toEqual({ name: "MIT", identifier: "MIT" });
});

test("where it is not known the server is the document's own, and nothing that must be absolute is made up", async () => {
  const unknown = await head({ publicUrl: null });
  expect(unknown).toMatchObject({ servers: [{ url: "/" }], contact: { name: "Whoever runs this server" } });
  expect(unknown.externalDocs).toBeUndefined();
  expect(unknown.contact).not.toHaveProperty("url");
});

test.each([
  ["desk@news.example", { email: "desk@news.example" }],
  ["https://news.example/contact", { url: "https://news.example/contact" }],
])("the contact %s is named", async (contact, shown) => {
  expect((await head({ publicUrl: "https://news.example", contact })).contact).toEqual({ name: "Whoever runs this server", ...shown });
});
