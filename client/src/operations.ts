import type { paths } from "./schema.ts";

// Types that read an operation of the generated schema: its parameters, body and answers.

/** The paths that answer GET, and those that answer POST. */
export type GetPath = { [P in keyof paths]: paths[P] extends { get: object } ? P : never }[keyof paths];
export type PostPath = { [P in keyof paths]: paths[P] extends { post: object } ? P : never }[keyof paths];

/** The paths that take `fields`. */
export type FieldsPath = { [P in GetPath]: "fields" extends keyof Parameters<Get<P>, "query"> ? P : never }[GetPath];

export type Get<P extends GetPath> = paths[P] extends { get: infer O } ? O : never;
export type Post<P extends PostPath> = paths[P] extends { post: infer O } ? O : never;

type Content<O> = O extends { responses: { 200: { content: infer C } } } ? C : never;
export type Accept<O> = keyof Content<O> & string;
export type DefaultAccept<O> = "application/json" extends keyof Content<O> ? "application/json" : Accept<O>;

/** An answer with only some fields: of the resource, or of every item of a list. */
export type FieldsOf<Answer> = Answer extends { items: (infer Item)[] }
  ? Omit<Answer, "items"> & { items: Partial<Item>[] }
  : Partial<Answer>;

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

export type OptionsOf<O, A extends Accept<O>> =
  object extends RequestOptions<O, A> ? [options?: RequestOptions<O, A>] : [options: RequestOptions<O, A>];
