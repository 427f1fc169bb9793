import type { z } from "zod";
import type { AuditEnd } from "../../office/audit.ts";
import type { MediaType } from "../../representations/table.ts";
import type { RequestBody } from "../requests/body.ts";
import type { WriteRequest } from "../writes/writing.ts";

/** A representation of a resource and its schema. */
export interface AnsweredFormat extends MediaType {
  schema: z.ZodType;
}

/** The formats of a resource; the first one is the default. */
export type AnsweredFormats = readonly [AnsweredFormat, ...AnsweredFormat[]];

/** What a route is asked: path and query parameters and the body as its schemas have them, and the negotiated format. */
export interface RouteInput<P = Record<string, string>, Q = Record<string, unknown>, B = unknown> {
  params: P;
  query: Q;
  format: AnsweredFormat;
  body: RequestBody<B>;
  /** Of a POST request: aborted when its client has gone. */
  signal?: AbortSignal | undefined;
  /** Of an operation that writes. */
  write?: WriteRequest;
}

/**
 * A body; texts that are sent one after the other as they come and never cached; or the path that replaces the one asked
 * for, which keeps the query. Addresses in headers and the path are as routes have them.
 */
export type Answer = WholeAnswer | StreamedAnswer | { redirect: string };

/** Texts that are sent as they come. */
interface StreamedAnswer {
  stream: AsyncIterable<string>;
  headers: Record<string, string>;
  /** For saving it; without one it is shown. */
  fileName?: string;
  /** Whether each text is sent at once, without waiting for others to be compressed with. */
  live?: boolean;
}

/** An answer that is held whole. */
export interface WholeAnswer {
  body: string | Buffer;
  headers?: Record<string, string>;
  fileName?: string;
  /** Of a write; else 200. */
  status?: 200 | 201;
  /** What a write has done, for the audit. */
  written?: AuditEnd;
}

/** What answers the requests of one route. */
export interface AnswerSource<Input = RouteInput> {
  formats: AnsweredFormats;
  /** Schema of the query. A strict one refuses names it does not know; see `isPassedOver`. */
  query: z.ZodObject;
  /** Whether the address names its one representation: it is sent whatever `Accept` says. */
  unnegotiated?: boolean;
  /** A query parameter with which there is only the first format. */
  firstFormatWith?: string;
  /** Whether the answer is another one on each day, in UTC. */
  daily?: boolean;
  /** Whether the answer is made anew for every request and never cached. */
  volatile?: boolean;
  answer(input: Input): Promise<Answer>;
}
