import { expect, test } from "vitest";
import { addKey, hasKeys, keyShown, listKeys, removeKey } from "../../src/office/keys.ts";
import { describeOffices } from "./offices.ts";

const NOW = new Date("2026-05-01T08:00:00Z");

describeOffices("keys", (open) => {
  test("are shown once and known again by their secret", async () => {
    const office = await open();
    expect(await hasKeys(office)).toBe(false);
    const desk = await addKey(office, "news desk", "write", NOW);
    const editor = await addKey(office, "editor", "edit", NOW);
    expect(desk).toMatch(/^vbk_[\w-]{43}$/);
    expect(editor).not.toBe(desk);
    expect(await keyShown(office, desk ?? "")).toEqual({ name: "news desk", scope: "write", addedAt: "2026-05-01T08:00:00.000Z" });
    expect(await keyShown(office, editor ?? "")).toMatchObject({ name: "editor", scope: "edit" });
    expect((await listKeys(office)).map(({ name }) => name)).toEqual(["editor", "news desk"]);
    expect(await hasKeys(office)).toBe(true);
    await office.close();
  });

  test("are kept as hashes alone", async () => {
    const office = await open();
    const key = (await addKey(office, "desk", "write", NOW)) ?? "";
    expect(JSON.stringify(await office.run("SELECT * FROM office_keys"))).not.toContain(key.slice(4));
    await office.close();
  });

  test("no other word opens anything", async () => {
    const office = await open();
    const key = (await addKey(office, "desk", "write", NOW)) ?? "";
    for (const other of ["", "vbk_", key.slice(0, -1), `${key}A`, key.toUpperCase(), "desk"])
      expect(await keyShown(office, other)).toBeNull();
    await office.close();
  });

  test("have a name each; a second one of the same name is refused and the first one stays", async () => {
    const office = await open();
    const key = (await addKey(office, "desk", "write", NOW)) ?? "";
    expect(await addKey(office, "desk", "edit", NOW)).toBeNull();
    expect(await keyShown(office, key)).toMatchObject({ scope: "write" });
    await office.close();
  });

  test("open nothing once they are removed", async () => {
    const office = await open();
    const key = (await addKey(office, "desk", "write", NOW)) ?? "";
    expect(await removeKey(office, "desk")).toBe(true);
    expect(await removeKey(office, "desk")).toBe(false);
    expect(await keyShown(office, key)).toBeNull();
    await office.close();
  });
});
