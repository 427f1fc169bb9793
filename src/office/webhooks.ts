import type { Office, OfficeStatement } from "./office.ts";

/** Somebody who is told of changes. Instants are ISO 8601 in UTC. */
export interface Webhook {
  id: string;
  url: string;
  /** Kinds of changes; empty for all. */
  events: string[];
  /** Whether it may be in a private network. */
  allowPrivate: boolean;
  addedAt: string;
  /** When its receiver answered that it is gone; nothing is delivered since. */
  disabledAt: string | null;
  /** The last change that is done with; `null` before the first look. */
  done: Done | null;
  /** Of the change behind it. */
  failures: number;
  firstTry: string | null;
  nextTry: string | null;
}

/** A place in the list of changes: a number, and what it was the number of, to notice a list that began anew. */
export interface Done {
  seq: number;
  change: string;
}

/** A webhook as a deliverer has it: nothing else reads the secret. */
export type SigningWebhook = Webhook & { secret: string };

/** One try to deliver a message. */
export interface Try {
  at: string;
  /** Id of the message. */
  message: string;
  type: string;
  /** Of the change; `null` for a message that was only a test. */
  seq: number | null;
  status: number | null;
  error: string | null;
  milliseconds: number;
  /** The first bytes of the answer. */
  answer: string;
  result: "delivered" | "failed" | "given up" | "gone";
}

/** What follows from a try: how far the webhook is, and when it goes on. */
export type Progress = Pick<Webhook, "done" | "failures" | "firstTry" | "nextTry" | "disabledAt">;

/** Tries that are kept of each webhook. */
const KEPT_TRIES = 100;

interface Row extends Omit<Webhook, "events" | "allowPrivate" | "done"> {
  events: string;
  private: number;
  doneSeq: number | null;
  doneChange: string | null;
  secret: string;
}

const COLUMNS = `id, url, secret, events, private, added_at AS "addedAt", disabled_at AS "disabledAt", done_seq AS "doneSeq",
  done_change AS "doneChange", failures, first_try AS "firstTry", next_try AS "nextTry"`;

/** Adds a webhook. @param webhook whose `done` says which changes it is not told of any more */
export async function addWebhook(
  office: Office,
  webhook: Pick<SigningWebhook, "id" | "url" | "secret" | "events" | "allowPrivate" | "addedAt" | "done">,
): Promise<void> {
  const { id, url, secret, events, allowPrivate, addedAt, done } = webhook;
  await office.run(
    "INSERT INTO webhooks (id, url, secret, events, private, added_at, done_seq, done_change) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    id,
    url,
    secret,
    events.join(","),
    allowPrivate ? 1 : 0,
    addedAt,
    done?.seq ?? null,
    done?.change ?? null,
  );
}

/** All webhooks with their secrets, those that were added first in front. */
export async function signingWebhooks(office: Office): Promise<SigningWebhook[]> {
  const rows = await office.run<Row>(`SELECT ${COLUMNS} FROM webhooks ORDER BY added_at, id`);
  return rows.map(({ events, private: allowed, doneSeq, doneChange, ...row }) => ({
    ...row,
    events: events === "" ? [] : events.split(","),
    allowPrivate: allowed === 1,
    done: doneSeq === null ? null : { seq: doneSeq, change: doneChange ?? "" },
  }));
}

/** All webhooks, without their secrets. */
export async function listWebhooks(office: Office): Promise<Webhook[]> {
  return (await signingWebhooks(office)).map(({ secret: _, ...webhook }) => webhook);
}

/** Removes a webhook and its tries. @returns whether there was one of this id */
export async function removeWebhook(office: Office, id: string): Promise<boolean> {
  const removed = await office.run("DELETE FROM webhooks WHERE id = $1 RETURNING id", id);
  await office.run("DELETE FROM webhook_tries WHERE webhook = $1", id);
  return removed.length > 0;
}

/**
 * Notes how far a webhook is, and the try that brought it there, together.
 *
 * @param before as it was read; when another process has gone on meanwhile, its progress stays
 * @param made `null` where nothing was sent
 * @returns whether the webhook is now as noted: not where another process has gone on, or where it was removed
 */
export async function noteProgress(office: Office, before: Webhook, progress: Progress, made: Try | null): Promise<boolean> {
  const { done, failures, firstTry, nextTry, disabledAt } = progress;
  const update: OfficeStatement = [
    `UPDATE webhooks SET done_seq = $2, done_change = $3, failures = $4, first_try = $5, next_try = $6, disabled_at = $7
     WHERE id = $1 AND COALESCE(done_seq, -1) = $8 AND failures = $9 RETURNING id`,
    before.id,
    done?.seq ?? null,
    done?.change ?? null,
    failures,
    firstTry,
    nextTry,
    disabledAt,
    before.done?.seq ?? -1,
    before.failures,
  ];
  const [noted = []] = await office.together([update, ...(made === null ? [] : tryStatements(before.id, made))]);
  return noted.length > 0;
}

/** Notes a try that is about no change. */
export async function noteTry(office: Office, webhook: string, made: Try): Promise<void> {
  await office.together(tryStatements(webhook, made));
}

/** Adds a try and drops the oldest ones. A webhook that was removed meanwhile gets none. */
function tryStatements(webhook: string, made: Try): OfficeStatement[] {
  const { at, message, type, seq, status, error, milliseconds, answer, result } = made;
  return [
    // Holds the row, so that of several processes that note a try each gets a number of its own.
    ["UPDATE webhooks SET failures = failures WHERE id = $1", webhook],
    [
      `INSERT INTO webhook_tries (webhook, number, at, message, type, seq, status, error, milliseconds, answer, result)
       SELECT id, COALESCE((SELECT MAX(number) FROM webhook_tries WHERE webhook = $1), 0) + 1, CAST($2 AS text), CAST($3 AS text),
         CAST($4 AS text), CAST($5 AS integer), CAST($6 AS integer), CAST($7 AS text), CAST($8 AS integer), CAST($9 AS text), CAST($10 AS text)
       FROM webhooks WHERE id = $1`,
      webhook,
      at,
      message,
      type,
      seq,
      status,
      error,
      milliseconds,
      // PostgreSQL keeps no U+0000.
      answer.replaceAll("\0", "\ufffd"),
      result,
    ],
    [
      `DELETE FROM webhook_tries WHERE webhook = $1
       AND number <= (SELECT MAX(number) FROM webhook_tries WHERE webhook = $1) - ${KEPT_TRIES}`,
      webhook,
    ],
  ];
}

/** The last tries of a webhook, or of all, the newest first. @param id `null` for all */
export async function listTries(office: Office, id: string | null): Promise<(Try & { webhook: string })[]> {
  return office.run<Try & { webhook: string }>(
    `SELECT webhook, at, message, type, seq, status, error, milliseconds, answer, result FROM webhook_tries
     WHERE $1 = '' OR webhook = $1 ORDER BY at DESC, number DESC LIMIT ${KEPT_TRIES}`,
    id ?? "",
  );
}
