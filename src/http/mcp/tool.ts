import type { z } from "zod";
import { createSchema } from "zod-openapi";
import type { Site } from "../../representations/links.ts";
import type { Store } from "../../store/store.ts";
import { tidy } from "../openapi/document-options.ts";
import { validateParameters } from "../requests/validator.ts";
import type { Verifying } from "../tasks/verifying.ts";

/** What tools answer from. */
export interface Served {
  store: Store;
  verifying: Verifying;
  site: Site;
}

/** What a tool answers with: data as its schema has it, and the same for people and models to read. */
export interface ToolAnswer<Data = unknown> {
  data: Data;
  text: string;
}

/** A tool of the Model Context Protocol: its declaration, from which the list of tools is made, and its answer. */
export interface Tool<I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType> {
  name: string;
  title: string;
  /** Says what it gives and when to use it: a model chooses by it. */
  description: string;
  input: I;
  output: O;
  answer(given: z.output<I>, served: Served): Promise<ToolAnswer<z.input<O>>>;
}

/** Gives tools with schemas of their own one type, so that they can stand in one list. */
export function tool<I extends z.ZodObject, O extends z.ZodType>(declared: Tool<I, O>): Tool {
  return declared as unknown as Tool;
}

/** A tool as `tools/list` shows it. Every one reads, changes nothing, and knows only these articles. */
export function describeTool({ name, title, description, input, output }: Tool) {
  return {
    name,
    title,
    description,
    inputSchema: jsonSchemaOf(input, "input"),
    outputSchema: jsonSchemaOf(output, "output"),
    annotations: { title, readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  };
}

/** Answers a call. @throws HttpProblem `invalid-parameter` that names each wrong argument */
export async function callTool(called: Tool, given: Record<string, unknown>, served: Served): Promise<ToolAnswer> {
  return called.answer(validateParameters(called.input, plain(given), "body"), served);
}

/** Arguments as queries have them: models send `null` for what they leave out, and `true` where an address has "true". */
function plain(given: Record<string, unknown>): Record<string, unknown> {
  const pairs = Object.entries(given).filter(([, value]) => value !== null);
  return Object.fromEntries(pairs.map(([name, value]) => [name, typeof value === "boolean" ? String(value) : value]));
}

/** A schema that stands alone: what it refers to is below its `$defs`. */
function jsonSchemaOf(schema: z.ZodType, io: "input" | "output"): { type: "object" } & Record<string, unknown> {
  const made = createSchema(schema, { io, schemaRefPath: DEFS, opts: { override: tidy } });
  const components = made.components as Record<string, JsonSchema>;
  // A component itself: the list of tools asks for an object.
  const { $ref: name, ...own } = made.schema as JsonSchema & { $ref?: string };
  const root = name === undefined ? own : { ...components[name.slice(DEFS.length)], ...own };
  const defs = Object.keys(components).length === 0 ? {} : { $defs: components };
  const closed = io === "input" ? { additionalProperties: false } : {};
  return { ...slim({ ...root, ...defs }, io), ...closed, type: "object" };
}

type JsonSchema = Record<string, unknown>;

const DEFS = "#/$defs/";
/** Where the parameters of lists refer to; the OpenAPI document alone has it. */
const IN_DOCUMENT = "#/components/schemas/";

/** What a model need not know: each word of a schema is read with every question. The rules of values are checked in any case. */
const LEFT_OUT = {
  input: new Set(["param", "examples", "pattern", "minLength"]),
  output: new Set(["examples", "pattern", "format", "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems"]),
};

function slim(schema: JsonSchema, io: "input" | "output"): JsonSchema {
  const within = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(within);
    return typeof value === "object" && value !== null ? slim(value as JsonSchema, io) : value;
  };
  const members = Object.entries(schema).filter(([keyword]) => !LEFT_OUT[io].has(keyword));
  return Object.fromEntries(
    members.map(([keyword, value]) => {
      if (keyword === "$ref") return [keyword, String(value).replace(IN_DOCUMENT, DEFS)];
      if (keyword !== "properties" && keyword !== "$defs") return [keyword, within(value)];
      // Their members are names, not keywords.
      return [keyword, Object.fromEntries(Object.entries(value as JsonSchema).map(([name, one]) => [name, within(one)]))];
    }),
  );
}
