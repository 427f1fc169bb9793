import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { SpeakerProfile } from "../../../src/article/model/items.ts";
import type { Article } from "../../../src/article/model/schema.ts";
import { describeNewsrooms, KILN, KILN_CORRECTED, type Newsroom } from "./newsroom.ts";

describeNewsrooms("editing", (start) => {
  let room: Newsroom;
  let at = 0;
  beforeAll(async () => {
    room = await start();
  });
  afterAll(() => room.stop());

  let path: string;
  beforeEach(async () => {
    at += 1;
    path = `/v1/articles/kiln-${at}`;
    expect((await room.send("PUT", path, `${KILN} ${at}.`)).status).toBe(201);
  });
  const json = async (answer: Response) => (await answer.json()) as Record<string, unknown>;
  const article = async () => (await (await room.send("GET", path)).json()) as Article;
  const none = { edits: [], notApplied: [] };
  const rename = { edits: [{ op: "set-speaker", speaker: "orla-brice", name: "Orla Brice-Lund" }] };

  describe("corrections", () => {
    test("are empty at first, and set with the tag of what is there", async () => {
      const before = await room.send("GET", `${path}/edits`);
      expect([before.status, before.headers.get("cache-control"), await json(before)]).toEqual([200, "no-store", none]);
      expect((await room.send("PUT", `${path}/edits`, rename)).status).toBe(428);
      expect((await room.send("PUT", `${path}/edits`, rename, { "if-match": '"x"' })).status).toBe(412);
      const answer = await room.send("PUT", `${path}/edits`, rename, { "if-match": before.headers.get("etag") ?? "" });
      expect([answer.status, await json(answer)]).toEqual([200, { ...rename, notApplied: [] }]);
      expect((await article()).speakers[0]?.name).toBe("Orla Brice-Lund");
      const after = await room.send("GET", `${path}/edits`, undefined, { "accept-encoding": "identity" });
      const body = await json(after);
      expect([body, after.headers.get("etag")]).toEqual([{ ...rename, notApplied: [] }, answer.headers.get("etag")]);
      expect((await room.send("PUT", `${path}/edits`, body, { "if-match": '"x"' })).status).toBe(200);
      const schema = { $schema: "https://verbatim.example/schemas/edits.schema.json" };
      const emptied = await room.send("PUT", `${path}/edits`, { ...schema, edits: [] }, { "if-match": "*" });
      expect(emptied.headers.get("etag")).toBe(before.headers.get("etag"));
    });

    test("that were set already are a success; an empty list takes them away", async () => {
      const tag = (await room.send("GET", `${path}/edits`)).headers.get("etag") ?? "";
      for (let times = 0; times < 2; times += 1) {
        expect((await room.send("PUT", `${path}/edits`, rename, { "if-match": tag })).status).toBe(200);
      }
      expect((await room.send("PUT", `${path}/edits`, { edits: [] }, { "if-match": tag })).status).toBe(412);
      expect((await room.send("PUT", `${path}/edits`, { edits: [] }, { "if-match": "*" })).status).toBe(200);
      expect((await article()).speakers[0]?.name).toBe("Orla Brice");
    });

    test("stay when the next version of the article comes", async () => {
      await room.send("PUT", `${path}/edits`, rename, { "if-match": "*" });
      expect((await room.send("PUT", path, `${KILN_CORRECTED} ${at}.`, { "if-match": "*" })).status).toBe(200);
      expect((await article()).speakers[0]?.name).toBe("Orla Brice-Lund");
    });

    test("that find nothing are a 422 that names each, and change nothing", async () => {
      const edits = [rename.edits[0], { op: "set-speaker", speaker: "nobody-here", name: "Nobody" }];
      const answer = await room.send("PUT", `${path}/edits`, { edits }, { "if-match": "*" });
      const problem = await json(answer);
      expect([answer.status, problem.code]).toEqual([422, "unsound-edits"]);
      expect(JSON.stringify(problem.errors)).toContain("edits[1]");
      expect(await json(await room.send("GET", `${path}/edits`))).toEqual(none);
    });

    test("that no longer fit the next text are named, and stand in the way of no others", async () => {
      const set = { op: "set", quote: { id: (await article()).quotes[0]?.id, text: "We never meant to close it," }, kind: "mixed" };
      await room.send("PUT", `${path}/edits`, { edits: [set] }, { "if-match": "*" });
      await room.send("PUT", path, `Kiln stays open\n\n“Nobody asked any of us here in ${at},” said Orla Brice.`, { "if-match": "*" });
      const kept = await room.send("GET", `${path}/edits`);
      const document = (await json(kept)) as { edits: object[]; notApplied: object[] };
      expect(document).toMatchObject({ edits: [set], notApplied: [{ index: 0, message: expect.stringContaining("was removed") }] });
      const more = { ...document, edits: [...document.edits, ...rename.edits] };
      const saved = await room.send("PUT", `${path}/edits`, more, { "if-match": kept.headers.get("etag") ?? "" });
      expect([saved.status, await json(saved)]).toEqual([200, more]);
      expect((await article()).speakers[0]?.name).toBe("Orla Brice-Lund");
    });

    test.each([
      [{ edits: [{ op: "sett" }] }, 400],
      ...["Orla\u0000", "\u001b[2JOrla", "Orla\ud800", "O".repeat(401)].map((name): [object, number] => [
        { edits: [{ op: "set-speaker", speaker: "orla-brice", name }] },
        400,
      ]),
      [{ edits: "none" }, 400],
      [{}, 400],
      ["text", 415],
    ])("%j is a %i", async (body, status) => {
      expect((await room.send("PUT", `${path}/edits`, body, { "if-match": "*" })).status).toBe(status);
    });

    test("of no article are a 404", async () => {
      expect((await room.send("GET", "/v1/articles/nothing-here/edits")).status).toBe(404);
      expect((await room.send("PUT", "/v1/articles/nothing-here/edits", rename, { "if-match": "*" })).status).toBe(404);
    });

    test("may be tried", async () => {
      const tried = await room.send("PUT", `${path}/edits`, rename, { "if-match": "*", prefer: "validate-only" });
      expect([tried.status, tried.headers.get("preference-applied")]).toEqual([200, "validate-only"]);
      expect((await article()).speakers[0]?.name).toBe("Orla Brice");
    });
  });

  describe("speakers", () => {
    const patch = { "content-type": "application/merge-patch+json" };
    const profile = async (id: string) => (await (await room.send("GET", `/v1/speakers/${id}`)).json()) as SpeakerProfile;

    test("get other names and links with the tag of what is there; what is left out stays", async () => {
      const { headers } = await room.send("GET", "/v1/speakers/orla-brice");
      const aliases = [`O. Brice ${at}`];
      expect((await room.send("PATCH", "/v1/speakers/orla-brice", { aliases }, patch)).status).toBe(428);
      expect((await room.send("PATCH", "/v1/speakers/orla-brice", { aliases }, { ...patch, "if-match": '"x"' })).status).toBe(412);
      const answer = await room.send("PATCH", "/v1/speakers/orla-brice", { aliases }, { ...patch, "if-match": headers.get("etag") ?? "" });
      expect([answer.status, await json(answer)]).toMatchObject([200, { id: "orla-brice", name: "Orla Brice", aliases }]);
      const linked = { sameAs: ["https://register.example/orla"] };
      expect((await room.send("PATCH", "/v1/speakers/orla-brice", linked, { "if-match": answer.headers.get("etag") ?? "" })).status).toBe(
        200,
      );
      expect(await profile("orla-brice")).toMatchObject({ aliases, ...linked });
      await room.send("PATCH", "/v1/speakers/orla-brice", { aliases: null, sameAs: null }, { "if-match": "*" });
      expect(await profile("orla-brice")).toMatchObject({ aliases: [], sameAs: [] });
    });

    test("are renamed in every article", async () => {
      const answer = await room.send("PATCH", "/v1/speakers/orla-brice", { name: "Orla Brice-Aske" }, { "if-match": "*" });
      expect(answer.status).toBe(200);
      expect((await article()).quotes[0]?.attribution.speakers[0]?.name).toBe("Orla Brice-Aske");
      const tried = await room.send("PATCH", "/v1/speakers/orla-brice", { name: null }, { "if-match": "*", prefer: "validate-only" });
      const { headers } = await room.send("GET", "/v1/speakers/orla-brice");
      const back = await room.send("PATCH", "/v1/speakers/orla-brice", { name: null }, { "if-match": headers.get("etag") ?? "" });
      expect(await json(tried)).toMatchObject({ name: "Orla Brice" });
      expect([back.status, await json(back)]).toMatchObject([200, { name: "Orla Brice" }]);
      expect((await article()).quotes[0]?.attribution.speakers[0]?.name).toBe("Orla Brice");
    });

    test("are merged: the merged id redirects", async () => {
      await room.send("PUT", `/v1/articles/weir-${at}`, `Weir falls ${at}\n\n“It held for a century,” said Nils Aske${at}.`);
      const id = `nils-aske${at}`;
      expect((await profile(id)).id).toBe(id);
      const answer = await room.send("PATCH", "/v1/speakers/orla-brice", { merges: [id] }, { "if-match": "*" });
      expect(answer.status).toBe(200);
      const moved = await room.send("GET", `/v1/speakers/${id}`);
      expect([moved.status, moved.headers.get("location")]).toEqual([308, "/v1/speakers/orla-brice"]);
      const patched = await room.send("PATCH", `/v1/speakers/${id}`, { name: "X" }, { "if-match": "*" });
      expect([patched.status, patched.headers.get("location")]).toEqual([308, "/v1/speakers/orla-brice"]);
      await room.send("PATCH", "/v1/speakers/orla-brice", { merges: null }, { "if-match": "*" });
    });

    test.each([{ name: "\u001b[2JOrla" }, { aliases: ["Orla\u0000"] }, { aliases: ["O".repeat(401)] }])(
      "%j holds no name",
      async (change) => {
        const answer = await room.send("PATCH", "/v1/speakers/orla-brice", change, { ...patch, "if-match": "*" });
        expect([answer.status, (await json(answer)).code]).toEqual([400, "invalid-body"]);
      },
    );

    test("that nobody is, and changes that do not hold, are refused", async () => {
      expect((await room.send("PATCH", "/v1/speakers/nobody-here", { name: "X" }, { "if-match": "*" })).status).toBe(404);
      for (const [change, status] of [
        [{ merges: ["nobody-here"] }, 422],
        [{ merges: ["orla-brice"] }, 409],
        [{ name: "" }, 400],
        [{ nickname: "O" }, 400],
        [{ sameAs: ["no address"] }, 400],
      ] as const) {
        const answer = await room.send("PATCH", "/v1/speakers/orla-brice", change, { "if-match": "*" });
        expect(answer.status, JSON.stringify(change)).toBe(status);
      }
    });

    test("may be tried", async () => {
      const headers = { "if-match": "*", prefer: "validate-only" };
      const tried = await room.send("PATCH", "/v1/speakers/orla-brice", { name: "Another" }, headers);
      expect([tried.status, await json(tried)]).toMatchObject([200, { id: "orla-brice", name: "Another" }]);
      expect((await profile("orla-brice")).name).toBe("Orla Brice");
    });
  });
});
