import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Article } from "../../../src/article/model/schema.ts";
import { FilesStore } from "../../../src/store/files/files-store.ts";
import { dataFolder } from "../../fixtures.ts";
import { shortArticle, tombstoneOf } from "../../history.ts";

const SLUGS = ["a-news", "b-news", "c-news", "d-news"];
const TEXTS = ["Yes,", "No,", "Perhaps,"];

const slug = fc.constantFrom(...SLUGS);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("write" as const), slug, text: fc.constantFrom(...TEXTS) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("rename" as const), slug, to: slug, text: fc.constantFrom(...TEXTS) }) },
  fc.record({ do: fc.constantFrom("delete" as const, "break" as const, "withdraw" as const, "restore" as const), slug }),
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom("look" as const, "restart" as const), server: fc.constantFrom(0, 1) }) },
);

/** Slugs that changes say are served, and the moment and revision of each. */
function replay(changes: Awaited<ReturnType<FilesStore["changes"]>>["items"]) {
  const served = new Map<string, { at: string; revision: string | null }>();
  for (const { change, slug: own, previousSlug, at, revision } of changes) {
    if (previousSlug !== null) served.delete(previousSlug);
    if (change === "withdrawn" || change === "removed" || revision === null) served.delete(own);
    else served.set(own, { at, revision });
  }
  return served;
}

/** @param broken slugs whose files once broke: one that is broken when a start reads it is in the journal, and not served */
async function check(store: FilesStore, broken: ReadonlySet<string>): Promise<void> {
  const { items, last } = await store.changes({ after: 0, limit: 10_000 });
  expect(items.map(({ seq }) => seq)).toEqual(Array.from({ length: last }, (_, index) => index + 1));
  const listed = (await store.articles({ limit: 100 })).items.map((item) => JSON.parse(item) as Article);
  const served = new Map(listed.map(({ slug: own, modifiedAt, revision }) => [own, { at: modifiedAt, revision }]));
  const told = replay(items);
  for (const own of broken) if (!served.has(own)) told.delete(own);
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(served));
}

test("whatever happens to a folder, the changes that two servers tell of lead to what they serve", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const { folder, write, remove } = dataFolder([]);
      let clock = Date.parse("2026-01-01T00:00:00Z");
      const open = () => FilesStore.open({ folder, watch: false, journal: true, clock: () => new Date(clock), onProblem: () => {} });
      const servers = [await open(), await open()];
      const articles = new Map<string, Article>();
      const broken = new Set<string>();
      const everything = { slugs: new Set(SLUGS), registry: false, all: false };
      mkdirSync(join(folder, "withdrawn"));
      try {
        for (const one of steps) {
          clock += 1000;
          if (one.do === "look") {
            await servers[one.server]?.refresh(everything);
            await check(servers[one.server] as FilesStore, broken);
          } else if (one.do === "restart") {
            await servers[one.server]?.close();
            servers[one.server] = await open();
            await check(servers[one.server] as FilesStore, broken);
          } else if (one.do === "write" || one.do === "rename") {
            const own = one.do === "write" ? one.slug : one.to;
            const before = articles.get(one.slug);
            const aliases = one.do === "rename" && own !== one.slug ? [one.slug] : [];
            const article = { ...shortArticle(own, `Speaker of ${own}`, one.text, "2025-01-01T00:00:00Z"), aliases };
            // Another article's name would be refused.
            const isTaken = [...articles.values()].some((other) => other.slug !== one.slug && [other.slug, ...other.aliases].includes(own));
            if (isTaken || (one.do === "rename" && before === undefined)) continue;
            articles.set(own, article);
            write(`articles/${own}.json`, article);
            if (own !== one.slug) rmSync(join(folder, `articles/${one.slug}.json`), { force: true });
            if (own !== one.slug) articles.delete(one.slug);
          } else if (one.do === "delete") {
            articles.delete(one.slug);
            rmSync(join(folder, `articles/${one.slug}.json`), { force: true });
          } else if (one.do === "break") {
            broken.add(one.slug);
            writeFileSync(join(folder, `articles/${one.slug}.json`), "{");
          } else if (one.do === "withdraw") {
            const article = articles.get(one.slug);
            if (article !== undefined)
              write(`withdrawn/${one.slug}.json`, tombstoneOf(article, new Date(clock).toISOString().replace(".000", ""), "Withdrawn."));
          } else if (one.do === "restore") rmSync(join(folder, `withdrawn/${one.slug}.json`), { force: true });
        }
        for (const _ of [1, 2]) for (const server of servers) await server.refresh(everything);
        for (const server of servers) await check(server, broken);
        const [first, second] = servers as [FilesStore, FilesStore];
        expect(await second.changes({ after: 0, limit: 1000 })).toEqual(await first.changes({ after: 0, limit: 1000 }));
        const third = await open();
        servers.push(third);
        expect(await third.changes({ after: 0, limit: 1000 })).toEqual(await first.changes({ after: 0, limit: 1000 }));
      } finally {
        for (const server of servers) await server.close();
        remove();
      }
    }),
    { numRuns: 25 },
  );
});
