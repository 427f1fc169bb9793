const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Milliseconds between a failed try and the next one; the last stands for all later ones. Like the schedule that Standard Webhooks proposes. */
const WAITS = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR] as const;

/** Milliseconds after the first try in which a message is tried again; then it is given up. */
export const PATIENCE = 24 * HOUR;

/** The part of a wait that chance adds, so that many messages do not come back at one moment. */
const JITTER = 0.2;

/**
 * Milliseconds until the next try.
 *
 * @param failures tries that failed until now, at least 1
 * @param retryAfter milliseconds that the receiver asked for (RFC 9110, section 10.2.3); at most the longest wait counts
 * @param random from 0 to below 1
 */
export function waitAfter(failures: number, retryAfter: number | null, random: number): number {
  const longest = WAITS[WAITS.length - 1] ?? 0;
  const wait = Math.max(WAITS[failures - 1] ?? longest, Math.min(retryAfter ?? 0, longest));
  return Math.round(wait * (1 + JITTER * random));
}

/** When a message is tried again, in milliseconds since 1970; `null` when it is given up. @param first when it was tried first */
export function nextTry(first: number, now: number, failures: number, retryAfter: number | null, random: number): number | null {
  const next = now + waitAfter(failures, retryAfter, random);
  return next - first > PATIENCE ? null : next;
}
