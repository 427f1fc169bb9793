import { z } from "zod";
import type { Scope } from "../office/keys.ts";
import type { AnswerSource, RouteInput } from "./answers/answer.ts";
import type { TAGS } from "./openapi/tags.ts";
import type { ProblemCode } from "./problem.ts";
import type { AcceptedBody } from "./requests/body.ts";

/** One operation: the only declaration its route, its validation and its part of the OpenAPI document are made from. */
export interface Operation<P extends z.ZodObject = z.ZodObject, Q extends z.ZodObject = z.ZodObject, B extends z.ZodType = z.ZodType>
  extends AnswerSource<RouteInput<z.output<P>, z.output<Q>, z.output<B>>> {
  /** Path template of OpenAPI: `/v1/articles/{slug}`. */
  path: string;
  id: string;
  tag: keyof typeof TAGS;
  summary: string;
  description: string;
  params: P;
  /** Without `format`, which `operation` adds where there are several formats. */
  query: Q;
  /** The body it accepts. */
  accepts?: AcceptedBody<B>;
  /** Without it POST for an operation that accepts a body, else GET, which answers HEAD too. A path may have one of each. */
  method?: "PUT" | "PATCH" | "DELETE";
  /** The key that must be shown; such an answer is for nobody else. */
  requires?: Scope;
  /** Of one that changes the archive: what its header fields may say. */
  writes?: WriteKind;
  /** What a 200 is. */
  answers: string;
  /** What a 201 is, of one that makes something. */
  creates?: string;
  problems: ProblemCode[];
  /** Whether old addresses redirect (308). */
  redirects?: boolean;
  /** Whether answers have a `Link` to the next page. */
  pages?: boolean;
  /** Whether answers have a `Link` to what describes the API. */
  linked?: boolean;
}

/** What a write does to the resource of its address: `replaces` asks for `If-Match`, and `puts` only where there is one already. */
export type WriteKind = "adds" | "puts" | "replaces";

/** The method that an operation answers. */
export function methodOf({ accepts, method }: Pick<Operation, "accepts" | "method">): "GET" | "POST" | "PUT" | "PATCH" | "DELETE" {
  return method ?? (accepts === undefined ? "GET" : "POST");
}

/** Completes a declaration; gives operations with schemas of their own one type, so that they can stand in one list. */
export function operation<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType = z.ZodNever>(
  declared: Operation<P, Q, B>,
): Operation {
  const { formats, query } = declared;
  if (formats.length === 1) return declared as unknown as Operation;
  const format = z
    .enum(formats.map(({ name }) => name))
    .optional()
    .meta({
      description: `Representation by name; wins over \`Accept\`. Without either it is \`${formats[0].name}\`.`,
      examples: [formats[0].name],
    });
  return { ...declared, query: query.extend({ format }) } as unknown as Operation;
}

/** Whether an operation has a page for browsers: then its problems have one as well. */
export function offersPage({ path, formats }: Pick<Operation, "path" | "formats">): boolean {
  return !path.startsWith("/v1") && formats.some(({ name }) => name === "html");
}
