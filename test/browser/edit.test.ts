import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Article } from "../../src/article/model/schema.ts";
import { buildServer } from "../../src/http/server.ts";
import { addKey, removeKey } from "../../src/office/keys.ts";
import { type Office, openOffice } from "../../src/office/office.ts";
import { FilesStore } from "../../src/store/files/files-store.ts";
import { openFolderDesk } from "../../src/store/files/folder-desk.ts";
import { buildArticle, cue, mention, segment } from "../article-builder.ts";
import { dataFolder } from "../fixtures.ts";
import { sampleArticles } from "../pages/articles.ts";
import { expectNoSidewaysScroll, expectQuiet, hasBrowser, launch, openPage, SCREENS, violations, WIDTHS } from "./browser.ts";

const [harbour] = sampleArticles() as [Article];
/** Quotes somebody whom the other does not. */
const lighthouse = buildArticle({
  slug: "lighthouse",
  headline: "A light goes out",
  quotes: { light: { by: ["Greta Holm"] } },
  sections: [
    { paragraphs: [["“", segment("light", "It was my light"), "”, ", mention("light", "Greta Holm"), " ", cue("light", "said"), "."]] },
  ],
});
const EDITS = `articles/${harbour.slug}.edits.json`;

/** A server on a data folder of its own, which an editor's key may write. */
async function startArchive() {
  const data = dataFolder([harbour, lighthouse]);
  const store = await FilesStore.open({ folder: data.folder, watch: false, onProblem: () => {} });
  const desk = openFolderDesk(data.folder, (changes) => store.refresh(changes));
  const office: Office = await openOffice({ folder: data.folder });
  const key = (await addKey(office, "ida", "edit", new Date())) ?? "";
  const app = await buildServer({ store, publicUrl: null, writing: { desk, office } });
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  return {
    url,
    key,
    saved: () => JSON.parse(readFileSync(join(data.folder, EDITS), "utf8")) as { edits: Record<string, unknown>[] },
    article: async () => (await (await fetch(`${url}/v1/articles/${harbour.slug}`)).json()) as Article,
    /** What another editor does meanwhile. */
    async saveElsewhere(edits: object[]) {
      const address = `${url}/v1/articles/${harbour.slug}/edits`;
      const headers = { authorization: `Bearer ${key}`, "content-type": "application/json", "if-match": "*" };
      const answer = await fetch(address, { method: "PUT", headers, body: JSON.stringify({ edits }) });
      expect([answer.status, await answer.text()]).toMatchObject([200, expect.anything()]);
    },
    removeKey: () => removeKey(office, "ida"),
    async stop() {
      await app.close();
      await desk.close();
      await office.close();
      await store.close();
      data.remove();
    },
  };
}

describe.skipIf(!hasBrowser)("the page for editors (skipped without /usr/bin/chromium)", () => {
  let browser: Browser;
  let archive: Awaited<ReturnType<typeof startArchive>>;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    archive = await startArchive();
  });
  afterEach(() => archive.stop());

  const open = async (page: Page) => {
    page.on("dialog", (dialog) => dialog.accept());
    await page.goto(`${archive.url}/edit/${harbour.slug}`);
  };
  const useKey = async (page: Page, key = archive.key) => {
    await page.getByLabel("Your key").fill(key);
    await page.getByLabel("Your key").press("Enter");
  };
  const quote = (page: Page, words: string) => page.locator("li.row", { hasText: words });
  const save = async (page: Page) => {
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Saved. The page shows the article as it is now.").waitFor();
  };
  const toSave = (page: Page) => page.locator("[data-steps] li").allTextContents();

  test("lists the least certain quotes first, each with its sentence and marks", async () => {
    const { page, close } = await openPage(browser);
    await open(page);
    const rows = await page.locator("li.row .meta").allTextContents();
    const order = ["Low", "Nobody", "Medium", "High"];
    const places = rows.map((row) => order.findIndex((word) => row.startsWith(word)));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    const horn = quote(page, "The horn itself");
    expect(await horn.locator("mark.mention").textContent()).toBe("she");
    expect(await horn.locator("mark.cue").textContent()).toBe("said");
    await close();
  });

  test("accepts, sets a speaker from another article, sets a kind, rejects: all saved as one, and shown", async () => {
    const watched = await openPage(browser);
    const { page } = watched;
    await open(page);
    await useKey(page);
    await page.getByText("Your key is kept in this tab.").waitFor();
    const [again, , , late] = harbour.quotes as [Article["quotes"][0], ...Article["quotes"]];
    await page.locator(`#said-${again.id}`).getByRole("button", { name: "Accept" }).click();
    const boy = page.locator(`#said-${late?.id}`);
    await boy.getByLabel("Kind").selectOption("mixed");
    await boy.getByRole("button", { name: "Speaker…" }).click();
    await page.getByLabel("Look for somebody else").fill("gre");
    await page.getByLabel("Greta Holm (1 quote, greta-holm)").check();
    await page.getByRole("button", { name: "Set the speaker" }).click();
    const last = harbour.quotes.at(-1);
    await page.locator(`#said-${last?.id}`).getByRole("button", { name: "Reject…" }).click();
    await page.getByLabel("Why it is not a quote").fill("a sign in a window");
    await page.getByRole("button", { name: "Reject the quote" }).click();
    expect(await toSave(page)).toHaveLength(4);
    await page.getByRole("button", { name: "Try without saving" }).click();
    await page.getByText("The server would take all of this. Nothing is saved yet.").waitFor();
    expect(() => archive.saved()).toThrow("ENOENT");
    await save(page);
    expect(archive.saved().edits).toMatchObject([
      { op: "set", quote: { id: again.id }, speakers: [{ id: "ada-lind" }] },
      { op: "set", quote: { id: late?.id }, kind: "mixed", speakers: [{ id: "greta-holm" }] },
      { op: "reject", quote: { id: last?.id }, note: "a sign in a window" },
    ]);
    const { quotes } = await archive.article();
    expect(quotes[0]?.attribution).toMatchObject({ basis: "editor", confidence: "high" });
    expect(quotes.map(({ id }) => id)).not.toContain(last?.id);
    expect(await page.locator("li.row").last().textContent()).toContain("set by an editor");
    expect(await toSave(page)).toEqual([]);
    // What was saved can be taken back.
    await page.getByText("Saved before: 3").click();
    await page.getByRole("button", { name: /^Take back: Reject/ }).click();
    await save(page);
    expect((await archive.article()).quotes.map(({ id }) => id)).toContain(last?.id);
    expectQuiet(watched);
    await watched.close();
  });

  test("adds a quote whose words are selected in the text, said by somebody new", async () => {
    const { page, close } = await openPage(browser);
    await open(page);
    await useKey(page);
    await page.evaluate(`(() => {
      const paragraph = document.querySelector("#p1");
      const at = paragraph.textContent.indexOf("a winter in which");
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      let node = walker.nextNode();
      for (let left = at; left >= node.length; node = walker.nextNode()) left -= node.length;
      const before = document.createRange();
      before.setStart(paragraph, 0);
      before.setEnd(node, 0);
      const from = at - before.toString().length;
      document.getSelection().setBaseAndExtent(node, from, node, from + "a winter in which ".length);
    })()`);
    await page.getByText("They stand in the text once.").waitFor();
    expect(await page.getByLabel("Select its words").inputValue()).toBe("a winter in which");
    const form = page.locator("[data-add]");
    await form.getByLabel("Kind").selectOption("mixed");
    await form.getByRole("button", { name: "Speaker…" }).click();
    await page.getByLabel("Look for somebody else").fill("Nils Overgaard");
    await page.getByLabel("“Nils Overgaard” as a new name").check();
    await page.getByLabel("Of a new name").selectOption("group");
    await page.getByRole("button", { name: "Set the speaker" }).click();
    await page.getByRole("button", { name: "Add the quote" }).click();
    await save(page);
    const { quotes, speakers } = await archive.article();
    expect(quotes.find(({ text }) => text === "a winter in which")).toMatchObject({ kind: "mixed", attribution: { basis: "editor" } });
    expect(speakers).toContainEqual(expect.objectContaining({ id: "nils-overgaard", name: "Nils Overgaard", type: "group" }));
    await close();
  });

  test("the keyboard alone adds words that stand twice, undoes, and saves", async () => {
    const { page, close } = await openPage(browser);
    await open(page);
    await useKey(page);
    await page.getByText("Your key is kept in this tab.").waitFor();
    await page.locator("#add-words").focus();
    await page.keyboard.type("morning");
    expect(await page.locator("#add-found").textContent()).toMatch(/^They stand in the text \d times/);
    await page.keyboard.press("Tab");
    await page.keyboard.type("1");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator("#add-kind").focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.locator("[data-said]").textContent()).toContain("Add “morning");
    await page.locator("[data-steps] button").focus();
    await page.keyboard.press("Enter");
    expect(await toSave(page)).toEqual([]);
    expect(await page.evaluate("document.activeElement.id")).toBe("to-save");
    // A form that was opened is left with Escape, and the focus is where it was.
    await page.locator('li.row [data-do="reject"]').first().focus();
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.matches('.panel [data-note]')")).toBe(true);
    await page.keyboard.press("Escape");
    expect(await page.evaluate("document.activeElement.dataset.do")).toBe("reject");
    await page.locator('li.row [data-do="accept"]:enabled').first().focus();
    await page.keyboard.press("Enter");
    await page.locator('[data-do="save"]').focus();
    await page.keyboard.press("Enter");
    await page.getByText("Saved. The page shows the article as it is now.").waitFor();
    expect(archive.saved().edits).toHaveLength(1);
    await close();
  });

  test("says that somebody else saved, keeps what is not saved, and applies it to the page loaded again", async () => {
    const { page, close } = await openPage(browser);
    await open(page);
    await useKey(page);
    const [again, horn] = harbour.quotes;
    await page.locator(`#said-${again?.id}`).getByRole("button", { name: "Accept" }).click();
    await archive.saveElsewhere([{ op: "set", quote: { id: horn?.id, text: horn?.text }, kind: "direct" }]);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    expect(await page.getByRole("alert").textContent()).toContain("Somebody else saved corrections of this article");
    expect(archive.saved().edits).toHaveLength(1);
    await page.getByRole("button", { name: "Load the page again and apply them again" }).click();
    await page.getByText("Saved before: 1").waitFor();
    expect(await toSave(page)).toHaveLength(1);
    await save(page);
    expect(archive.saved().edits).toMatchObject([{ quote: { id: horn?.id } }, { quote: { id: again?.id } }]);
    await close();
  });

  test("a key that was removed meanwhile is asked for again, and what is chosen stays", async () => {
    const { page, close } = await openPage(browser);
    await open(page);
    await useKey(page);
    await page.getByRole("button", { name: "Accept" }).last().click();
    await archive.removeKey();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.locator("[data-key]").getByRole("heading", { name: "This key cannot be used" }).waitFor();
    expect(await page.evaluate("document.activeElement.id")).toBe("key");
    expect(await toSave(page)).toHaveLength(1);
    await close();
  });

  test("a wrong key is not kept; the right one is kept in the tab alone, and never in an address", async () => {
    const { page, close } = await openPage(browser);
    const addresses: string[] = [];
    page.on("request", (request) => addresses.push(request.url()));
    await open(page);
    await useKey(page, "vbk_wrong");
    // Beside the key, not at the end of the page.
    const refusal = page.locator("[data-key]").getByRole("alert");
    await refusal.getByRole("heading", { name: "This key cannot be used" }).waitFor();
    expect(await refusal.textContent()).not.toContain("vbk_wrong");
    expect(await page.evaluate("Object.keys(sessionStorage).length + Object.keys(localStorage).length")).toBe(0);
    await useKey(page);
    await page.getByText("Your key is kept in this tab.").waitFor();
    expect(await page.evaluate("[sessionStorage.length, localStorage.length, document.cookie]")).toEqual([1, 0, ""]);
    await page.goto(`${archive.url}/articles/${harbour.slug}`);
    await page.getByRole("link", { name: "Correct this article" }).click();
    await page.getByText("Your key is kept in this tab.").waitFor();
    await page.getByRole("button", { name: "Forget it" }).click();
    expect(await page.evaluate("sessionStorage.length")).toBe(0);
    expect(addresses.filter((address) => address.includes(archive.key) || address.includes("vbk_"))).toEqual([]);
    await page.goto(`${archive.url}/articles/${harbour.slug}`);
    expect(await page.getByRole("link", { name: "Correct this article" }).count()).toBe(0);
    await close();
  });

  test("without JavaScript the quotes are there, and the page says that saving needs it", async () => {
    const { page, close } = await openPage(browser, { javaScriptEnabled: false });
    await open(page);
    expect(await page.locator("li.row").count()).toBe(harbour.quotes.length);
    expect(await page.getByText("Saving needs JavaScript, which does not run here.").isVisible()).toBe(true);
    expect(await page.getByRole("button", { name: /Accept|Save|Use it/ }).count()).toBe(0);
    await close();
  });

  for (const [screen, options] of Object.entries(SCREENS)) {
    test(`${screen}: the opened forms are accessible and fit`, async () => {
      const watched = await openPage(browser, options);
      const { page } = watched;
      await open(page);
      await useKey(page);
      await page.getByText("Your key is kept in this tab.").waitFor();
      await page.locator('li.row [data-do="accept"]:enabled').first().click();
      for (const form of ["speaker", "reject", "rename"]) {
        await page.locator(`[data-do="${form}"]`).first().click();
        if (form === "speaker") {
          await page.getByLabel("Look for somebody else").fill("re");
          await page.getByText("choose above").waitFor();
        }
        expect(await violations(page)).toEqual([]);
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          await expectNoSidewaysScroll(page);
        }
      }
      expectQuiet(watched);
      await watched.close();
    });
  }
});
