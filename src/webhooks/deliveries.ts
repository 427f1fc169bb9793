import { randomUUID } from "node:crypto";
import { endLease, takeLease } from "../office/leases.ts";
import type { Office } from "../office/office.ts";
import { type SigningWebhook, signingWebhooks } from "../office/webhooks.ts";
import type { Store } from "../store/store.ts";
import { deliverNext } from "./deliver-next.ts";

/** Milliseconds between two looks for webhooks that were added or removed, and for messages that are due. */
const LOOK = 2_000;

/** Milliseconds for which one of several servers delivers alone; it asks again when half are over. Another one waits as long after a crash. */
const LEASE = 15_000;

/** Name of the lease. */
const NAME = "webhooks";

export interface DeliveryOptions {
  store: Pick<Store, "changes" | "onChange" | "health">;
  office: Office;
  /** Where clients reach the server, without a slash at the end. */
  base: string;
  /** Told of a message that did not arrive, and of a failure of the office or the store. */
  onFailure(about: { webhook?: string; message?: string; status?: number | null }, reason: string): void;
  now?: () => Date;
  random?: () => number;
  /** Milliseconds of one try. */
  timeout?: number;
  /** Milliseconds between two looks. */
  look?: number;
}

/**
 * Delivers the changes of a store to its webhooks, to each in the order of the changes. Of several servers of one archive one does it.
 * @returns a function that stops it: a message under way is broken off, and comes again with the same id
 */
export function startDeliveries(options: DeliveryOptions): () => Promise<void> {
  const { store, office, onFailure, now = () => new Date(), look = LOOK } = options;
  const holder = randomUUID();
  const ending = new AbortController();
  const busy = new Map<string, Promise<void>>();
  let looking: Promise<void> | null = null;
  let again = false;
  let heldUntil = 0;

  const deliver = async (webhook: SigningWebhook) => {
    try {
      await deliverNext(webhook, { ...options, signal: ending.signal });
    } catch (error) {
      // Where a try cannot be noted, taking the lease fails as well, and nothing is sent until it can be.
      heldUntil = 0;
      if (!ending.signal.aborted) onFailure({ webhook: webhook.id }, (error as Error).message);
    }
    busy.delete(webhook.id);
  };
  /** The lease is asked for anew when half of it is over. */
  const holdLease = async () => {
    const at = now().getTime();
    if (heldUntil - at > LEASE / 2) return true;
    const isHeld = await takeLease(office, NAME, holder, new Date(at), new Date(at + LEASE));
    heldUntil = isHeld ? at + LEASE : 0;
    return isHeld;
  };
  const lookOnce = async () => {
    // Before they are read: what is under way now is noted by the time it is read next.
    const underWay = new Set(busy.keys());
    const webhooks = (await signingWebhooks(office)).filter(({ disabledAt }) => disabledAt === null);
    // Also where all of them are under way: a long list of changes takes longer than a lease.
    if (webhooks.length === 0 || !(await holdLease()) || !(await store.health()).ready) return;
    for (const webhook of webhooks) {
      if (underWay.has(webhook.id)) continue;
      const isDue = webhook.nextTry === null || Date.parse(webhook.nextTry) <= now().getTime();
      if (isDue && !ending.signal.aborted) busy.set(webhook.id, deliver(webhook));
    }
  };
  const wake = () => {
    again = true;
    if (ending.signal.aborted) return;
    looking ??= (async () => {
      while (again && !ending.signal.aborted) {
        again = false;
        await lookOnce().catch((error: Error) => onFailure({}, error.message));
      }
      looking = null;
    })();
  };
  const stopListening = store.onChange(wake);
  const timer = setInterval(wake, look);
  timer.unref();
  wake();
  return async () => {
    ending.abort();
    clearInterval(timer);
    stopListening();
    await looking;
    await Promise.all(busy.values());
    await endLease(office, NAME, holder).catch(() => {});
  };
}
