import { hash, randomBytes } from "node:crypto";
import { Webhook as Signer } from "standardwebhooks";
import packageJson from "../../package.json" with { type: "json" };
import type { Change } from "../article/model/history.ts";

/** A message as it is sent, the same at every try. */
export interface Message {
  /** The same for one change and one webhook, whoever sends it and how often: receivers know by it what they have. */
  id: string;
  type: string;
  body: string;
}

/** Bytes of a secret: Standard Webhooks asks for 24 to 64. */
const SECRET_BYTES = 32;

/** A new secret, as receivers' libraries take it. */
export function newSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString("base64")}`;
}

/** The message that tells a webhook of a change. @param base where clients reach the server, without a slash at the end */
export function messageOf(change: Change, webhook: string, base: string): Message {
  const { seq, at, slug, previousSlug, revision, reason } = change;
  const type = `article.${change.change}`;
  const url = `${base}/v1/articles/${encodeURIComponent(slug)}`;
  return {
    id: idOf([webhook, seq, at, type, slug, revision]),
    type,
    body: JSON.stringify({ type, timestamp: at, data: { seq, slug, previousSlug, revision, url, reason } }),
  };
}

/** A message that stands for none of the changes: "verbatim webhook test". */
export function testMessage(webhook: string, now: Date): Message {
  const type = "webhook.test";
  const timestamp = now.toISOString();
  return {
    id: idOf([webhook, type, timestamp, randomBytes(8).toString("hex")]),
    type,
    body: JSON.stringify({ type, timestamp, data: {} }),
  };
}

/** The header fields of one try, signed as Standard Webhooks has it. @param at when it is tried */
export function headersOf({ id, body }: Message, secret: string, at: Date): Record<string, string> {
  return {
    "content-type": "application/json",
    "user-agent": `Verbatim/${packageJson.version}`,
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": new Signer(secret).sign(id, at, body),
  };
}

function idOf(parts: (string | number | null)[]): string {
  return `msg_${hash("sha256", JSON.stringify(parts)).slice(0, 32)}`;
}
