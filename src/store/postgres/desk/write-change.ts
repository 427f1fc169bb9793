import type pg from "pg";
import { Edits } from "../../../article/corrections/edits.ts";
import { SpeakerRegistry } from "../../../article/corrections/speaker-registry.ts";
import { toInstant } from "../../../article/model/instants.ts";
import type { Article } from "../../../article/model/schema.ts";
import { findConflict } from "../../conflicts.ts";
import { type DeskChange, DeskConflict } from "../../desk.ts";
import type { StoreProblem } from "../../store.ts";
import { run } from "../connection.ts";
import { readRegistry } from "../database-archive.ts";
import { applyChange, byId, storeRegistry } from "../writing/apply-registry.ts";
import { changeServed } from "../writing/change-served.ts";
import { deriveArticle, soundOf, storedVersions } from "../writing/derive-article.ts";
import { putRevisions } from "../writing/former-revisions.ts";
import { OwnedNames } from "../writing/owned-names.ts";
import { moveSource, putSources } from "../writing/sources.ts";
import {
  deleteRevisions,
  deleteTombstones,
  holdWithdrawn,
  purgeWithdrawn,
  putTombstone,
  removeArticle,
  withdrawnBySlug,
} from "../writing/withdrawals.ts";
import { addVocabulary, type HeldJson, MACHINE } from "../writing/write-articles.ts";

/** Writes one change; see `DeskChange`. Inside a transaction that no other writer shares. @throws DeskConflict */
export async function writeChange(client: pg.PoolClient, change: DeskChange): Promise<void> {
  const now = toInstant(new Date());
  switch (change.of) {
    case "article":
      return writeArticle(client, change, now);
    case "edits":
      return writeEdits(client, change.slug, change.edits, now);
    case "registry": {
      const { registry: before, applied } = await registryOf(client);
      await storeRegistry(client, before, change.registry, applied);
      return applyChange(client, before, change.registry, now);
    }
    case "withdrawal": {
      const { registry } = await registryOf(client);
      await putTombstone(client, change.tombstone, null, byId(registry), now);
      return;
    }
    case "restoration":
      return restore(client, change.slug, now);
    case "purge":
      return purgeWithdrawn(client, change.slug);
    case "history": {
      const { slug, former } = change;
      await deleteRevisions(client, slug);
      await putRevisions(
        client,
        former.map((one) => ({ slug, former: one })),
      );
      return;
    }
    case "removal": {
      const { registry } = await registryOf(client);
      return removeArticle(client, change.slug, byId(registry), now);
    }
  }
}

async function registryOf(client: pg.PoolClient): Promise<{ registry: SpeakerRegistry; applied: boolean }> {
  const { json, applied } = await readRegistry(client);
  return { registry: SpeakerRegistry.parse(JSON.parse(json)), applied };
}

async function writeArticle(client: pg.PoolClient, change: DeskChange & { of: "article" }, now: string): Promise<void> {
  const { machine, raw, renamedFrom, former } = change;
  const { slug } = machine;
  if (former !== null) await putRevisions(client, [{ slug, former }]);
  const withdrawn = (await withdrawnBySlug(client, [slug])).get(slug);
  if (withdrawn !== undefined) await holdWithdrawn(client, slug, { machine: JSON.stringify(machine), edits: withdrawn.edits });
  else {
    const stored = await storedVersions(client, renamedFrom === null ? [slug] : [slug, renamedFrom], true);
    const left = renamedFrom === null ? null : (stored.get(renamedFrom)?.edits ?? null);
    // Ids of speakers that an article alone has begin with its slug.
    const edits = stored.get(slug)?.edits ?? left?.replaceAll(`"${renamedFrom}~`, `"${slug}~`) ?? null;
    await serve(client, { machine, edits }, renamedFrom === null ? [] : [renamedFrom], now);
  }
  if (raw !== null) await putSources(client, [{ slug, raw }]);
  if (renamedFrom !== null) await moveSource(client, renamedFrom, slug);
}

async function writeEdits(client: pg.PoolClient, slug: string, edits: Edits | null, now: string): Promise<void> {
  const json = edits && JSON.stringify(edits);
  const withdrawn = (await withdrawnBySlug(client, [slug])).get(slug);
  if (withdrawn?.machine) return holdWithdrawn(client, slug, { machine: withdrawn.machine, edits: json });
  const [present] = await run<HeldJson>(client, `SELECT ${MACHINE} AS machine, edits FROM articles WHERE slug = $1`, [slug]);
  if (present === undefined) throw new DeskConflict(`There is no article "${slug}".`);
  await serve(client, { machine: soundOf(present).article, edits: json }, [], now);
}

/** Serves a withdrawn article again. Of a purged one nothing is left, and its tombstone goes. */
async function restore(client: pg.PoolClient, slug: string, now: string): Promise<void> {
  const withdrawn = (await withdrawnBySlug(client, [slug])).get(slug);
  if (withdrawn === undefined) return;
  const { machine, edits } = withdrawn;
  if (machine === null) {
    const { registry } = await registryOf(client);
    return removeArticle(client, slug, byId(registry), now);
  }
  await deleteTombstones(client, [slug]);
  await serve(client, { machine: soundOf({ machine, edits }).article, edits }, [], now);
}

/** Puts an article in as it is to be served. @throws DeskConflict when it cannot be */
async function serve(
  client: pg.PoolClient,
  { machine, edits }: { machine: Article; edits: string | null },
  renamedFrom: string[],
  now: string,
): Promise<void> {
  const { registry } = await registryOf(client);
  const problems: StoreProblem[] = [];
  const sound = { article: machine, edits: edits === null ? null : Edits.parse(JSON.parse(edits)) };
  const derived = deriveArticle(sound, undefined, registry, true, problems);
  if (typeof derived === "string") {
    const [fault] = problems;
    throw new DeskConflict(
      fault === undefined ? "The article is not sound." : `${fault.path ?? "The article"}: ${fault.message}. ${fault.cure}`,
    );
  }
  const owned = await OwnedNames.of(client, [derived.article]);
  const conflict = findConflict(derived.article, owned, new Set([machine.slug, ...renamedFrom]));
  if (conflict !== null) throw new DeskConflict(`${conflict.path}: ${conflict.message}.`);
  await changeServed(client, { arriving: [{ ...derived, renamedFrom }] }, byId(registry), now);
  await addVocabulary(client, [derived], new Set());
}
