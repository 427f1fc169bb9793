import type { Office } from "./office.ts";

// Idempotency-Key: draft-ietf-httpapi-idempotency-key-header. A request that is sent twice under one key is done once.

/** Milliseconds that an answer is kept. */
const KEPT = 24 * 60 * 60 * 1000;
/** Answers that are kept of each sender, and how many of them may be long ones, in characters: nobody fills the office with them. */
const MOST = 10_000;
const MOST_LONG = 100;
const LONG = 64 * 1024;
/** Milliseconds after which a request counts as given up by the process that handled it, which says all the while that it is not. */
const HANDLED = 15_000;
const SIGN_OF_LIFE = 5_000;

/** A request under a key of its sender's. */
export interface KeyedRequest {
  /** Whose request it is. */
  who: string;
  idempotencyKey: string;
  /** Equal for equal requests. */
  request: string;
}

/**
 * What is known of a request: nothing, or a process began it and was killed (`new`: it is to be handled now, and then `finish` or
 * `release` called); its answer; that it is being handled; or that another request had the key.
 */
export type Claim =
  | { state: "new"; finish(answer: string): Promise<void>; release(): Promise<void> }
  | { state: "answered"; answer: string }
  | { state: "in-flight" }
  | { state: "other-request" };

/** Takes a request on, unless that was done before. Of several that come at once, one is taken on. @throws StoreUnavailable */
export async function claim(office: Office, keyed: KeyedRequest, now: () => Date = () => new Date()): Promise<Claim> {
  const { who, idempotencyKey, request } = keyed;
  const after = (milliseconds: number) => new Date(now().getTime() + milliseconds).toISOString();
  await office.run("DELETE FROM office_requests WHERE begun_at < $1", after(-KEPT));
  const taken = await office.run(
    `INSERT INTO office_requests (who, idempotency_key, request, begun_at, handled_until) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (who, idempotency_key) DO UPDATE SET begun_at = excluded.begun_at, handled_until = excluded.handled_until
     WHERE office_requests.answer IS NULL AND office_requests.handled_until < excluded.begun_at AND office_requests.request = excluded.request
     RETURNING who`,
    ...[who, idempotencyKey, request, after(0), after(HANDLED)],
  );
  const where = "who = $1 AND idempotency_key = $2";
  if (taken.length === 0) {
    const [known] = await office.run<{ request: string; answer: string | null }>(
      `SELECT request, answer FROM office_requests WHERE ${where}`,
      who,
      idempotencyKey,
    );
    // It was released meanwhile.
    if (known === undefined) return { state: "in-flight" };
    if (known.request !== request) return { state: "other-request" };
    return known.answer === null ? { state: "in-flight" } : { state: "answered", answer: known.answer };
  }
  await forgetOldest(office, who, 0, MOST);
  const alive = () => office.run(`UPDATE office_requests SET handled_until = $3 WHERE ${where}`, who, idempotencyKey, after(HANDLED));
  // A sign that could not be given is given with the next one.
  const timer = setInterval(() => void alive().catch(() => {}), SIGN_OF_LIFE).unref();
  return {
    state: "new",
    async finish(answer) {
      clearInterval(timer);
      await office.run(`UPDATE office_requests SET answer = $3 WHERE ${where}`, who, idempotencyKey, answer);
      if (answer.length > LONG) await forgetOldest(office, who, LONG, MOST_LONG);
    },
    async release() {
      clearInterval(timer);
      await office.run(`DELETE FROM office_requests WHERE ${where}`, who, idempotencyKey);
    },
  };
}

/** Forgets a sender's requests but the newest ones. @param longer of those whose answers are longer, in characters; 0 for all */
async function forgetOldest(office: Office, who: string, longer: number, kept: number): Promise<void> {
  const such = "who = $1 AND ($2 = 0 OR length(answer) > $2)";
  await office.run(
    `DELETE FROM office_requests WHERE ${such} AND begun_at < (
       SELECT begun_at FROM office_requests WHERE ${such} ORDER BY begun_at DESC LIMIT 1 OFFSET ${kept - 1})`,
    who,
    longer,
  );
}
