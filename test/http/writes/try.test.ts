import { test } from "vitest";
import { folderNewsroom } from "./newsroom.ts";

test("try", async () => {
  const room = await folderNewsroom();
  const show = async (response: Response) =>
    console.log(
      response.status,
      JSON.stringify([...response.headers].filter(([n]) => /etag|location|www|prefer/.test(n))),
      (await response.text()).slice(0, 600),
    );
  await show(
    await room.send("POST", "/v1/articles", "Kiln stays open\n\n“We never meant to close it,” said Orla Brice, the manager.", {
      prefer: "validate-only",
    }),
  );
  await show(await room.send("POST", "/v1/articles", "Kiln stays open\n\n“We never meant to close it,” said Orla Brice, the manager."));
  await show(await room.send("POST", "/v1/articles", "Kiln stays open\n\n“We never meant to close it,” said Orla Brice, the manager."));
  const got = await room.send("GET", "/v1/articles/kiln-stays-open");
  await show(got);
  const body = "Kiln stays open\n\n“We never meant to close it,” said Orla Brice, the manager. “Never ever.”";
  await show(await room.send("PUT", "/v1/articles/kiln-stays-open", body));
  await show(await room.send("PUT", "/v1/articles/kiln-stays-open", body, { "if-match": '"abc"' }));
  await show(await room.send("PUT", "/v1/articles/kiln-stays-open", body, { "if-match": got.headers.get("etag") ?? "" }));
  await show(await room.send("PUT", "/v1/articles/kiln-stays-open", body, { "if-match": got.headers.get("etag") ?? "" }));
  const edits = await room.send("GET", "/v1/articles/kiln-stays-open/edits");
  await show(edits);
  await show(
    await room.send(
      "PUT",
      "/v1/articles/kiln-stays-open/edits",
      { edits: [{ op: "set-speaker", speaker: "orla-brice", name: "Orla Brice-Jones" }] },
      { "if-match": edits.headers.get("etag") ?? "" },
    ),
  );
  const speaker = await room.send("GET", "/v1/speakers/orla-brice");
  await show(speaker);
  await show(
    await room.send("PATCH", "/v1/speakers/orla-brice", { aliases: ["O. Brice"] }, { "if-match": speaker.headers.get("etag") ?? "" }),
  );
  await show(await room.send("DELETE", "/v1/articles/kiln-stays-open?reason=because", undefined, { "if-match": "*" }));
  await show(await room.send("GET", "/v1/articles/kiln-stays-open"));

  console.log(room.log.filter((l) => l.includes("failed")).join(""));
  await room.stop();
});
