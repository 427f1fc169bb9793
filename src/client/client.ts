import createFetchClient from "openapi-fetch";
import { VerbatimError } from "./error.ts";
import type { components, paths } from "./schema.ts";

export { CodePointText } from "../article/model/text.ts";
export { VerbatimError } from "./error.ts";
export { etagCache } from "./etag-cache.ts";
export { items, pages } from "./pages.ts";
export { codePointSpan, utf16Span } from "./spans.ts";

/** Everything the API's answers are made of, by name: `Schemas["Article"]`, `Schemas["QuoteItem"]`. */
export type Schemas = components["schemas"];

export interface ClientOptions {
  /** Where the API is: `https://news.example`, with or without a path; in a browser `""` is the page's own server. */
  baseUrl: string;
  /** Sent with every request. */
  headers?: Record<string, string>;
  /** What sends a request; the platform's `fetch` without it. `etagCache()` makes one that keeps answers. */
  fetch?: (request: Request) => Promise<Response>;
}

/** A client of one Verbatim server. Paths, parameters and answers have the types of the OpenAPI document. */
export interface Client {
  /** Gets some fields of a resource: `client.get("/v1/articles/{slug}", { path: { slug }, query: { fields: "headline" } })`. */
  get<P extends FieldsPath>(path: P, options: RequestOptions<Get<P>> & { query: { fields: string } }): Promise<Partial<AnswerOf<Get<P>>>>;
  /**
   * Gets a resource: `client.get("/v1/articles/{slug}", { path: { slug } })`.
   *
   * @throws VerbatimError when the answer is an error; what `fetch` throws when there is no answer or it was aborted
   */
  get<P extends GetPath, A extends Accept<Get<P>> = DefaultAccept<Get<P>>>(
    path: P,
    ...options: OptionsOf<Get<P>, A>
  ): Promise<AnswerOf<Get<P>, A>>;
  /** Posts a body: what it may be is in the type. Errors as with `get`. */
  post<P extends PostPath, A extends Accept<Post<P>> = DefaultAccept<Post<P>>>(
    path: P,
    ...options: OptionsOf<Post<P>, A>
  ): Promise<AnswerOf<Post<P>, A>>;
}

/** Makes a client; nothing is sent before the first call. */
export function createClient({ baseUrl, headers = {}, fetch }: ClientOptions): Client {
  const client = createFetchClient<Record<string, never>>({ baseUrl, headers, ...(fetch === undefined ? {} : { fetch }) });
  const send = async (method: "get" | "post", address: string, options: AnyOptions = {}) => {
    const { path, query, accept = "application/json, */*;q=0.1", body, contentType, signal } = options;
    const { data, error, response } = (await client.request(
      method,
      address as never,
      {
        params: { path, query },
        headers: { accept, ...(contentType === undefined ? {} : { "content-type": contentType }) },
        ...(signal === undefined ? {} : { signal }),
        ...(body === undefined ? {} : { body }),
        ...(typeof body === "string" ? { bodySerializer: (text: string) => text } : {}),
        parseAs: "text",
      } as never,
    )) as unknown as { data?: string; error?: unknown; response: Response };
    if (!response.ok) throw new VerbatimError(response, error);
    return isJson(response) ? JSON.parse(data ?? "") : data;
  };
  // The types of the interface say what each path takes and gives; here all paths are alike.
  return {
    get: (path: string, options?: AnyOptions) => send("get", path, options),
    post: (path: string, options?: AnyOptions) => send("post", path, options),
  } as Client;
}

function isJson(response: Response): boolean {
  return /^application\/(?:[\w.-]+\+)?json\b/.test(response.headers.get("content-type") ?? "");
}

interface AnyOptions {
  path?: Record<string, unknown>;
  query?: Record<string, unknown>;
  accept?: string;
  body?: unknown;
  contentType?: string;
  signal?: AbortSignal;
}

// The types below take an operation of the generated schema apart.

/** The paths that answer GET, and those that answer POST. */
export type GetPath = { [P in keyof paths]: paths[P] extends { get: object } ? P : never }[keyof paths];
type PostPath = { [P in keyof paths]: paths[P] extends { post: object } ? P : never }[keyof paths];

/** The paths that take `fields`. */
type FieldsPath = { [P in GetPath]: "fields" extends keyof Parameters<Get<P>, "query"> ? P : never }[GetPath];

export type Get<P extends GetPath> = paths[P] extends { get: infer O } ? O : never;
type Post<P extends PostPath> = paths[P] extends { post: infer O } ? O : never;

type Content<O> = O extends { responses: { 200: { content: infer C } } } ? C : never;
type Accept<O> = keyof Content<O> & string;
type DefaultAccept<O> = "application/json" extends keyof Content<O> ? "application/json" : Accept<O>;

/** What an operation answers with in a media type. */
export type AnswerOf<O, A extends Accept<O> = DefaultAccept<O>> = Content<O>[A];

type Parameters<O, In extends "path" | "query"> = O extends { parameters: { [K in In]?: infer T } } ? NonNullable<T> : never;
type Part<Name extends string, T> = [T] extends [never] ? unknown : object extends T ? { [N in Name]?: T } : { [N in Name]: T };
type Body<O> = O extends { requestBody: { content: infer C } }
  ? { [M in keyof C]: { body: C[M] } & (M extends "application/json" ? { contentType?: M } : { contentType: M }) }[keyof C]
  : unknown;

/** Path and query parameters and body of an operation, the media type to answer in, and a signal that aborts the request. */
export type RequestOptions<O, A extends Accept<O> = DefaultAccept<O>> = Part<"path", Parameters<O, "path">> &
  Part<"query", Parameters<O, "query">> &
  Body<O> & { signal?: AbortSignal } & (A extends DefaultAccept<O> ? { accept?: A } : { accept: A });

type OptionsOf<O, A extends Accept<O>> =
  object extends RequestOptions<O, A> ? [options?: RequestOptions<O, A>] : [options: RequestOptions<O, A>];
