import createFetchClient from "openapi-fetch";
import { VerbatimError } from "./error.ts";
import type {
  Accept,
  AnswerOf,
  DefaultAccept,
  FieldsOf,
  FieldsPath,
  Get,
  GetPath,
  OptionsOf,
  Post,
  PostPath,
  RequestOptions,
} from "./operations.ts";

export interface ClientOptions {
  /** Address of the API, such as `https://news.example`, with or without a path; in a browser `""` is the page's own server. */
  baseUrl: string;
  /** Sent with every request. */
  headers?: Record<string, string>;
  /** Sends a request; default: the platform's `fetch`. `etagCache()` makes one that keeps answers. */
  fetch?: (request: Request) => Promise<Response>;
}

/** A client of one Verbatim server. The OpenAPI document gives the types of paths, parameters and answers. */
export interface Client {
  /** Gets only the fields that are named: `client.get("/v1/articles/{slug}", { path: { slug }, query: { fields: ["headline"] } })`. */
  get<P extends FieldsPath>(
    path: P,
    options: RequestOptions<Get<P>> & { query: { fields: string[] } },
  ): Promise<FieldsOf<AnswerOf<Get<P>>>>;
  /**
   * Gets a resource: `client.get("/v1/articles/{slug}", { path: { slug } })`.
   *
   * @throws VerbatimError when the answer is an error; what `fetch` throws when there is no answer or it was aborted
   */
  get<P extends GetPath, A extends Accept<Get<P>> = DefaultAccept<Get<P>>>(
    path: P,
    ...options: OptionsOf<Get<P>, A>
  ): Promise<AnswerOf<Get<P>, A>>;
  /**
   * Posts a body: `client.post("/v1/extractions", { body: text, contentType: "text/plain" })`.
   *
   * @throws VerbatimError when the answer is an error; what `fetch` throws when there is no answer or it was aborted
   */
  post<P extends PostPath, A extends Accept<Post<P>> = DefaultAccept<Post<P>>>(
    path: P,
    ...options: OptionsOf<Post<P>, A>
  ): Promise<AnswerOf<Post<P>, A>>;
}

/** Makes a client of the server at `baseUrl`. Sends nothing until the first call. */
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
  // The interface types each path; the code is the same for all of them.
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
