import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Office } from "./office.ts";

/** What a key may do: `write` everything, `edit` only the editors' corrections and speakers. */
export const SCOPES = ["write", "edit"] as const;
export type Scope = (typeof SCOPES)[number];

/** A key as it is kept: whoever has it is called by its name. */
export interface Key {
  name: string;
  scope: Scope;
  /** ISO 8601, in UTC. */
  addedAt: string;
}

/** Random bytes of a key: as many as its hash has. */
const KEY_BYTES = 32;
/** A key says what it is for, so that one that leaked is recognised. */
const PREFIX = "vbk_";
/** What a name may be: it stands in logs and on command lines. */
export const KEY_NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._@-]{0,63}$/u;

/**
 * Makes a key. It is returned here and kept nowhere: the office has its SHA-256, which is enough for 256 random bits.
 *
 * @param name matches `KEY_NAME`
 * @returns `null` when there is a key of this name
 */
export async function addKey(office: Office, name: string, scope: Scope, now: Date): Promise<string | null> {
  const key = PREFIX + randomBytes(KEY_BYTES).toString("base64url");
  const [added] = await office.run(
    "INSERT INTO office_keys (name, scope, sha256, added_at) VALUES ($1, $2, $3, $4) ON CONFLICT (name) DO NOTHING RETURNING name",
    name,
    scope,
    hashOf(key).toString("hex"),
    now.toISOString(),
  );
  return added === undefined ? null : key;
}

/** All keys, by name. */
export async function listKeys(office: Office): Promise<Key[]> {
  const keys = await office.run<Key>('SELECT name, scope, added_at AS "addedAt" FROM office_keys');
  return keys.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Removes a key; it opens nothing from now on. @returns whether there was one of this name */
export async function removeKey(office: Office, name: string): Promise<boolean> {
  return (await office.run("DELETE FROM office_keys WHERE name = $1 RETURNING name", name)).length > 0;
}

/** Whether there is a key at all. */
export async function hasKeys(office: Office): Promise<boolean> {
  return (await office.run("SELECT name FROM office_keys LIMIT 1")).length > 0;
}

/** The key whose secret somebody shows; `null` when it is none. Every hash is compared, each in constant time. */
export async function keyShown(office: Office, secret: string): Promise<Key | null> {
  const shown = hashOf(secret);
  const rows = await office.run<Key & { sha256: string }>('SELECT name, scope, added_at AS "addedAt", sha256 FROM office_keys');
  const [found] = rows.filter(({ sha256 }) => timingSafeEqual(shown, Buffer.from(sha256, "hex")));
  return found === undefined ? null : { name: found.name, scope: found.scope, addedAt: found.addedAt };
}

function hashOf(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}
