import type { SigningWebhook, Try } from "../office/webhooks.ts";
import { headersOf, testMessage } from "./message.ts";
import { post } from "./post.ts";
import { isSuccess, tryOf } from "./try.ts";

/** Sends a message that stands for no change, once. @returns the try, as it is to be noted */
export async function sendTest({ id, url, secret, allowPrivate }: SigningWebhook, now: Date): Promise<Try> {
  const message = testMessage(id, now);
  const outcome = await post(new URL(url), headersOf(message, secret, now), message.body, { allowPrivate });
  return tryOf(message, null, outcome, now, isSuccess(outcome.status) ? "delivered" : "failed");
}
