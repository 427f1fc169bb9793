import type { FastifySchemaCompiler } from "fastify";
import type { z } from "zod";
import { HttpProblem, type ParameterError } from "../problem.ts";
import { bodyProblem, RawBody } from "./body.ts";
import { tooLong } from "./parameters.ts";

/**
 * Validates query and body of a request with the zod schema of its route. The handler is given what zod makes of them;
 * what zod refuses is a problem.
 *
 * Path parameters are passed on as they are: a value no slug or id can have is not found, 404, rather than invalid, 400.
 */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  if (httpPart === "params") return (value: unknown) => ({ value });
  return (value: unknown) => {
    if (value instanceof RawBody) return { value };
    const parsed = schema.safeParse(value);
    if (parsed.success) return { value: parsed.data };
    const { issues } = parsed.error;
    return { error: httpPart === "body" ? bodyProblem(issues) : queryProblem(issues, schema, value as Record<string, unknown>) };
  };
};

/** Names each wrong query parameter, its value and what is allowed. */
function queryProblem(issues: z.core.$ZodIssue[], schema: z.ZodType, query: Record<string, unknown>): HttpProblem {
  const errors = issues.flatMap((issue): ParameterError[] => {
    if (issue.code === "unrecognized_keys") {
      const known = Object.keys((schema as z.ZodObject).shape).join(", ");
      const message = known === "" ? "Unknown parameter. This operation takes none." : `Unknown parameter. Use one of: ${known}.`;
      return issue.keys.map((name) => ({ in: "query", name, value: show(query[name]), message }));
    }
    const name = String(issue.path[0] ?? "");
    return [{ in: "query", name, value: show(query[name]), message: explain(issue, name, query[name]) }];
  });
  return new HttpProblem("invalid-parameter", errors.map(({ name, message }) => `${name}: ${message}`).join(" "), { errors });
}

function explain(issue: z.core.$ZodIssue, name: string, value: unknown): string {
  const shown = show(value) ?? "";
  if (value === undefined) return "Missing; this operation needs it.";
  if (Array.isArray(value) && issue.path.length === 1) {
    if (issue.code === "too_big") return `Given ${value.length} times; at most ${issue.maximum} times are allowed.`;
    return "Given several times; give it once.";
  }
  switch (issue.code) {
    case "invalid_value":
      return `Unknown ${name} "${shown}". Use ${alternatives(issue.values.map(String))}.`;
    case "too_big":
      return issue.origin === "string" ? tooLong(Number(issue.maximum)) : `"${shown}" is too large; the largest value is ${issue.maximum}.`;
    case "too_small":
      if (issue.origin === "string") return "Empty; give a value or leave the parameter out.";
      return `"${shown}" is too small; the smallest value is ${issue.minimum}.`;
    case "invalid_type":
      if (issue.expected === "number") return `"${shown}" is not a whole number.`;
      break;
    case "invalid_format":
    case "custom":
      if (issue.message.startsWith("must")) return `"${shown}" ${issue.message}.`;
      if (issue.code === "custom") return issue.message;
  }
  return `"${shown}" is not allowed; the OpenAPI document (/openapi.json) describes the parameter.`;
}

function alternatives(values: string[]): string {
  return values.map((value) => `"${value}"`).join(values.length === 2 ? " or " : ", ");
}

function show(value: unknown): string | null {
  if (value === undefined) return null;
  const text = Array.isArray(value) ? value.join(", ") : String(value);
  return text.length <= 100 ? text : `${text.slice(0, 97)}...`;
}
