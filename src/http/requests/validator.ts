import type { FastifySchemaCompiler } from "fastify";
import { z } from "zod";
import { describedBy } from "../openapi/file-schemas.ts";
import { type HttpProblem, MAX_ERRORS, type ParameterError, problemOfErrors } from "../problem.ts";
import { bodyProblem, RawBody } from "./body.ts";
import { tooLong, valuesApart } from "./parameters.ts";
import { arrayNamed, isPassedOver, nearest } from "./unknown-parameters.ts";

/**
 * Validates query and body of a request with the zod schema of its route. The handler is given what zod makes of them;
 * what zod refuses is a problem.
 *
 * Path parameters are passed on as they are: a value no slug or id can have is not found, 404, rather than invalid, 400.
 */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  if (httpPart === "params") return (value: unknown) => ({ value });
  if (schema instanceof z.ZodObject && httpPart === "querystring") return (value) => validateQuery(schema, value as Query);
  return (value: unknown) => {
    if (value instanceof RawBody) return { value };
    const parsed = schema.safeParse(value);
    return parsed.success ? { value: parsed.data } : { error: bodyProblem(parsed.error.issues, value, describedBy(schema)) };
  };
};

type Query = Record<string, unknown>;

/** Parameters that came in JSON, as a schema of query parameters has them. @throws HttpProblem that names each wrong one */
export function validateParameters<S extends z.ZodObject>(schema: S, given: Query, sentIn: ParameterError["in"]): z.output<S> {
  const checked = validateQuery(schema, given, sentIn);
  if ("error" in checked) throw checked.error;
  return checked.value as z.output<S>;
}

function validateQuery(
  schema: z.ZodObject,
  query: Query,
  sentIn: ParameterError["in"] = "query",
): { value: unknown } | { error: HttpProblem } {
  const known = Object.keys(schema.shape);
  const given: Query = Object.create(null);
  const errors: ParameterError[] = [];
  for (const [name, value] of Object.entries(query)) {
    if (errors.length > MAX_ERRORS) break;
    const meant = arrayNamed(name, schema) ?? name;
    if (Object.hasOwn(schema.shape, meant)) given[meant] = given[meant] === undefined ? value : [given[meant], value].flat();
    else if (!isPassedOver(name, schema)) errors.push({ in: sentIn, name, value: shown(value), message: explainUnknown(name, known) });
  }
  for (const name of Object.keys(given)) given[name] = valuesApart(schema.shape[name], given[name]);
  const parsed = schema.safeParse(given);
  if (parsed.success && errors.length === 0) return { value: parsed.data };
  for (const issue of parsed.error?.issues.slice(0, MAX_ERRORS) ?? []) {
    const [name, value] = wrongValue(issue, given);
    errors.push({ in: sentIn, name, value: shown(value), message: explain(issue, name, value) });
  }
  return { error: invalidParameters(errors) };
}

/** The parameter that an issue is about, and its value: of one that is given several times the value that is wrong. */
function wrongValue({ path }: z.core.$ZodIssue, given: Query): [name: string, value: unknown] {
  const [first = "", index] = path;
  const name = String(first);
  const value = given[name];
  return [name, Array.isArray(value) && typeof index === "number" ? value[index] : value];
}

/** A problem that names each wrong parameter, its value and what is allowed. */
export function invalidParameters(errors: ParameterError[]): HttpProblem {
  return problemOfErrors("invalid-parameter", errors);
}

function explainUnknown(name: string, known: string[]): string {
  if (known.length === 0) return "Unknown parameter. This operation takes none.";
  if (name === "format") return "This operation has one format only. Leave the parameter out.";
  const near = nearest(name, known);
  return `Unknown parameter.${near === null ? "" : ` Did you mean "${near}"?`} Use one of: ${known.join(", ")}.`;
}

function explain(issue: z.core.$ZodIssue, name: string, value: unknown): string {
  const sent = shown(value) ?? "";
  if (value === undefined) return "Missing; this operation needs it.";
  if (Array.isArray(value) && issue.path.length === 1) {
    if (issue.code === "too_small") return EMPTY;
    if (issue.code === "too_big") return `Given ${value.length} times; at most ${issue.maximum} times are allowed.`;
    return "Given several times; give it once.";
  }
  switch (issue.code) {
    case "invalid_value":
      return `Unknown ${name} "${sent}". Use ${alternatives(issue.values.map(String))}.`;
    case "too_big":
      return issue.origin === "string" ? tooLong(Number(issue.maximum)) : `"${sent}" is too large; the largest value is ${issue.maximum}.`;
    case "too_small":
      if (issue.origin === "string") return EMPTY;
      return `"${sent}" is too small; the smallest value is ${issue.minimum}.`;
    case "invalid_type":
      if (issue.expected === "number" || issue.expected === "int") return `"${sent}" is not a whole number.`;
      if (issue.expected === "string") return `${sent} is not a string.`;
      break;
    case "invalid_format":
    case "custom":
      if (issue.code === "invalid_format" && issue.format === "url")
        return `"${sent}" is not a web address, such as https://news.example/kiln.`;
      if (/^(?:must|is not) /.test(issue.message)) return `"${sent}" ${issue.message}.`;
      if (issue.code === "custom") return issue.message;
  }
  return `"${sent}" is not allowed; the OpenAPI document describes the parameter.`;
}

const EMPTY = "Empty; give a value or leave the parameter out.";

function alternatives(values: string[]): string {
  return values.map((value) => `"${value}"`).join(values.length === 2 ? " or " : ", ");
}

/** A value as a problem shows it. */
export function shown(value: unknown): string | null {
  if (value === undefined) return null;
  const text = Array.isArray(value) ? value.map(textOf).join(", ") : textOf(value);
  return text.length <= 100 ? text : `${text.slice(0, 97)}...`;
}

/** A value in words. What came as JSON may be of any type, and of more levels than can be written. */
function textOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  return Array.isArray(value) ? "[...]" : "{...}";
}
