import type { Change } from "../article/model/history.ts";
import type { Office } from "../office/office.ts";
import { type Done, noteProgress, type Progress, type SigningWebhook, type Try } from "../office/webhooks.ts";
import type { Store } from "../store/store.ts";
import { nextTry } from "./backoff.ts";
import { headersOf, messageOf } from "./message.ts";
import { type Outcome, post } from "./post.ts";
import { isSuccess, tryOf } from "./try.ts";

/** Changes that are read at once. */
const PAGE = 100;

/** What of a store is needed. */
type Changing = Pick<Store, "changes">;

interface Delivering {
  store: Changing;
  office: Office;
  base: string;
  onFailure(about: { webhook: string; message: string; status: number | null }, reason: string): void;
  now?: () => Date;
  random?: () => number;
  timeout?: number;
  signal: AbortSignal;
}

/**
 * Delivers to one webhook what it has not been told, oldest first, until all is told or a try fails: what follows waits for it, so that
 * the order holds. Each try and what follows from it are noted together, after it: whoever dies before the note sends the message again.
 * Ends as well where another process has gone on with the webhook, or where it was removed.
 *
 * @throws what the store and the office throw
 */
export async function deliverNext(given: SigningWebhook, options: Delivering): Promise<void> {
  let webhook = given;
  const goOn = (progress: Progress | null) => {
    if (progress === null) return false;
    webhook = { ...webhook, ...progress };
    return progress.nextTry === null && progress.disabledAt === null;
  };
  while (!options.signal.aborted) {
    const { done, items } = await unseen(webhook, options.store);
    if (done !== null && !goOn(await advance(webhook, done, options.office))) return;
    if (items.length === 0) return;
    for (const [index, change] of items.entries()) {
      if (isWanted(change, webhook)) {
        if (!goOn(await deliver(change, webhook, options))) return;
        continue;
      }
      // Those that are not wanted are noted once for all in a row.
      const next = items[index + 1];
      const isNoted = next === undefined || isWanted(next, webhook);
      if (isNoted && !goOn(await advance(webhook, doneWith(change), options.office))) return;
    }
  }
}

/** Tries one change once. @returns how far the webhook is then; `null` when it was broken off, or another process has gone on meanwhile */
async function deliver(change: Change, webhook: SigningWebhook, options: Delivering): Promise<Progress | null> {
  const { office, base, now = () => new Date(), random = Math.random, timeout, signal, onFailure } = options;
  const message = messageOf(change, webhook.id, base);
  const at = now();
  const outcome = await post(new URL(webhook.url), headersOf(message, webhook.secret, at), message.body, {
    allowPrivate: webhook.allowPrivate,
    signal,
    ...(timeout === undefined ? {} : { timeout }),
  });
  if (outcome.status === null && signal.aborted) return null;
  const { result, progress } = judge(outcome, change, webhook, at, now(), random());
  const isNoted = await noteProgress(office, webhook, progress, tryOf(message, change.seq, outcome, at, result));
  if (result !== "delivered")
    onFailure(
      { webhook: webhook.id, message: message.id, status: outcome.status },
      `a webhook's message was not delivered: ${outcome.error ?? `status ${outcome.status}`}; ${result}`,
    );
  return isNoted ? progress : null;
}

/** What follows from a try: 2xx is a success, 410 ends the webhook, all else is tried again for a day. */
function judge(
  { status, retryAfter }: Outcome,
  change: Change,
  webhook: SigningWebhook,
  at: Date,
  now: Date,
  random: number,
): { result: Try["result"]; progress: Progress } {
  const moved: Progress = { done: doneWith(change), failures: 0, firstTry: null, nextTry: null, disabledAt: null };
  if (isSuccess(status)) return { result: "delivered", progress: moved };
  if (status === 410) return { result: "gone", progress: { ...moved, done: webhook.done, disabledAt: now.toISOString() } };
  const firstTry = webhook.firstTry ?? at.toISOString();
  const failures = webhook.failures + 1;
  const next = nextTry(Date.parse(firstTry), now.getTime(), failures, retryAfter, random);
  if (next === null) return { result: "given up", progress: moved };
  return { result: "failed", progress: { ...moved, done: webhook.done, failures, firstTry, nextTry: new Date(next).toISOString() } };
}

/**
 * The changes that a webhook has not been told, at most a page.
 *
 * @returns `done`: where the webhook is instead of where it says, `null` when it is there. One that was never looked at begins at the
 * end. Where the list began anew, since its journal was lost, it begins behind the changes that are not newer than what it was told last.
 */
async function unseen(webhook: SigningWebhook, store: Changing): Promise<{ done: Done | null; items: Change[] }> {
  const { done } = webhook;
  if (done === null) {
    const { last } = await store.changes({ after: 0, limit: 1 });
    const [newest] = last === 0 ? [] : (await store.changes({ after: last - 1, limit: 1 })).items;
    return { done: newest === undefined ? { seq: 0, change: "" } : doneWith(newest), items: [] };
  }
  if (done.seq === 0) return { done: null, items: (await store.changes({ after: 0, limit: PAGE })).items };
  const { items } = await store.changes({ after: done.seq - 1, limit: PAGE + 1 });
  const [known, ...next] = items;
  if (known !== undefined && doneWith(known).change === done.change) return { done: null, items: next };
  return { done: await placeIn(store, done), items: [] };
}

/** The place in a list that began anew: the last change that is not newer than one of the list before. */
async function placeIn(store: Changing, { change: told }: Done): Promise<Done> {
  const [toldAt = ""] = told.split(" ");
  let place: Done = { seq: 0, change: "" };
  for (let after = 0; ; ) {
    const { items } = await store.changes({ after, limit: 1000 });
    const newest = items.at(-1);
    if (newest === undefined) return place;
    const known = items.findLast(({ at }) => at <= toldAt);
    if (known !== undefined) place = doneWith(known);
    after = newest.seq;
  }
}

/** A change as a place in the list. Its instant is the first word. */
function doneWith({ seq, at, change, slug, revision }: Change): Done {
  return { seq, change: `${at} ${change} ${slug} ${revision ?? "-"}` };
}

function isWanted({ change }: Change, { events }: SigningWebhook): boolean {
  return events.length === 0 || events.includes(change);
}

/** Notes that all changes up to one need no message any more. @returns `null` where another one has gone on meanwhile */
async function advance(webhook: SigningWebhook, done: Done, office: Office): Promise<Progress | null> {
  const progress: Progress = { done, failures: 0, firstTry: null, nextTry: null, disabledAt: null };
  return (await noteProgress(office, webhook, progress, null)) ? progress : null;
}
