import { type LookupAddress, lookup } from "node:dns";
import http, { type IncomingMessage, type RequestOptions } from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { failedConnection } from "../outgoing/failed-connection.ts";
import { waitAsked } from "../outgoing/retry-after.ts";
import { EndpointRefused, hostOf, privateAddress } from "./endpoint.ts";
import { isPublic } from "./public-address.ts";

/** Milliseconds that one try may take, from the look-up of the host to the end of the answer. */
const TRY_TIME = 15_000;

/** Bytes of an answer that are read and kept; the connection is closed behind them. */
export const KEPT_BYTES = 1024;

/** What became of one try. */
export interface Outcome {
  /** Of the answer; `null` when there was none. */
  status: number | null;
  /** Why there was none, in plain words. */
  error: string | null;
  milliseconds: number;
  /** The first bytes of the answer. */
  answer: string;
  /** Milliseconds that the answer asks to wait (Retry-After). */
  retryAfter: number | null;
}

export interface PostOptions {
  /** Whether the receiver may be in a private network. */
  allowPrivate: boolean;
  timeout?: number;
  signal?: AbortSignal;
}

/**
 * Sends a body by POST. Redirects are not followed. Whether an address is public is looked at where it is connected to, so that a name
 * that has another address a moment later is no way around it. Never throws: a failure is an outcome.
 */
export async function post(url: URL, headers: Record<string, string>, body: string, options: PostOptions): Promise<Outcome> {
  const begun = performance.now();
  const timeout = AbortSignal.timeout(options.timeout ?? TRY_TIME);
  const signal = options.signal === undefined ? timeout : AbortSignal.any([timeout, options.signal]);
  const told = (outcome: Omit<Outcome, "milliseconds">) => ({ ...outcome, milliseconds: Math.round(performance.now() - begun) });
  try {
    admitLiteral(url, options.allowPrivate);
    const response = await send(url, body, {
      method: "POST",
      headers: { ...headers, "content-length": String(Buffer.byteLength(body)) },
      agent: false,
      lookup: lookupFor(url, options.allowPrivate),
      signal,
    });
    const retryAfter = waitAsked(response.headers["retry-after"], Date.now());
    return told({ status: response.statusCode ?? 0, error: null, answer: await beginningOf(response), retryAfter });
  } catch (error) {
    const seconds = (options.timeout ?? TRY_TIME) / 1000;
    const reason = error instanceof EndpointRefused ? error.message : failedConnection(error).reason;
    return told({ status: null, error: timeout.aborted ? `no answer within ${seconds} seconds` : reason, answer: "", retryAfter: null });
  }
}

function send(url: URL, body: string, options: RequestOptions): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === "https:" ? https : http).request(url, options, resolve);
    request.on("error", reject);
    request.end(body);
  });
}

/** The first bytes of an answer; what is behind them is not read. A connection that breaks after the head ends it too. */
async function beginningOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes >= KEPT_BYTES) break;
    }
  } catch {
    // The status is what counts.
  }
  response.destroy();
  return Buffer.concat(chunks).subarray(0, KEPT_BYTES).toString("utf8");
}

/** A host that is an IP address is connected to without a look-up. */
function admitLiteral(url: URL, allowPrivate: boolean): void {
  const host = hostOf(url);
  if (isIP(host) !== 0) admit([host], url, allowPrivate);
}

/** @throws EndpointRefused when one of the addresses is not for this webhook */
function admit(addresses: string[], url: URL, allowPrivate: boolean): void {
  const outside = addresses.find((address) => !isPublic(address));
  if (!allowPrivate && outside !== undefined) throw new EndpointRefused(privateAddress(outside));
  const inside = addresses.find(isPublic);
  if (url.protocol === "http:" && inside !== undefined)
    throw new EndpointRefused(`${inside} is an address of the public internet: only https: is delivered there.`);
}

/** Looks a host up for the connection, which then takes one of these addresses and no other. */
function lookupFor(url: URL, allowPrivate: boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error !== null) return callback(error, "", 0);
      try {
        admit(
          found.map(({ address }) => address),
          url,
          allowPrivate,
        );
      } catch (refused) {
        return callback(refused as Error, "", 0);
      }
      if (options.all === true) return callback(null, found);
      callback(null, found[0]?.address ?? "", found[0]?.family ?? 0);
    });
  };
}
