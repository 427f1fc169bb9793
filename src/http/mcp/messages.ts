import {
  isJSONRPCNotification,
  isJSONRPCRequest,
  isJSONRPCResponse,
  ProtocolErrorCode,
  specTypeSchemas,
} from "@modelcontextprotocol/server";
import { HttpProblem, MAX_ERRORS } from "../problem.ts";
import { parseJson } from "../requests/body.ts";

/** One message of JSON-RPC 2.0: a request has an `id`, a notification none, a response no method. */
export interface Message {
  id?: string | number;
  method?: string;
  params?: Record<string, unknown>;
}

/** What the protocol asks of requests that need more than a method; it would answer with the raw errors of its schemas. */
const REQUESTS = new Map<string | undefined, (typeof specTypeSchemas)[keyof typeof specTypeSchemas]>([
  ["initialize", specTypeSchemas.InitializeRequest],
  ["tools/list", specTypeSchemas.ListToolsRequest],
  ["tools/call", specTypeSchemas.CallToolRequest],
  ["resources/list", specTypeSchemas.ListResourcesRequest],
  ["resources/read", specTypeSchemas.ReadResourceRequest],
  ["completion/complete", specTypeSchemas.CompleteRequest],
]);

/** Why a body is not a message, or not one that the protocol knows. */
export class NotAMessage extends Error {
  readonly code: number;
  readonly id: string | number | null;

  /** Status of the answer: an error of JSON-RPC about a sound message is an answer like any other. */
  get status(): number {
    return this.code === ProtocolErrorCode.InvalidParams ? 200 : 400;
  }

  constructor(code: number, message: string, id: string | number | null = null) {
    super(message);
    this.code = code;
    this.id = id;
  }

  /** The answer: an error of JSON-RPC (section 5.1). */
  body(): string {
    return JSON.stringify({ jsonrpc: "2.0", id: this.id, error: { code: this.code, message: this.message } });
  }
}

/**
 * Reads the one message that a body holds.
 * @throws NotAMessage for what is not JSON, an array of messages (none since 2025-06-18), what JSON-RPC does not know, and requests
 * without the parameters that their method needs
 */
export function readMessage(bytes: Buffer): Message {
  const value = readJson(bytes);
  if (Array.isArray(value))
    throw new NotAMessage(ProtocolErrorCode.InvalidRequest, "Batches are not supported. Send one message a request.");
  if (isJSONRPCRequest(value)) refuseWrongParameters(value as Message);
  if (isJSONRPCRequest(value) || isJSONRPCNotification(value) || isJSONRPCResponse(value)) return value as Message;
  const { id } = Object(value) as Message;
  throw new NotAMessage(
    ProtocolErrorCode.InvalidRequest,
    'The body is not a message of JSON-RPC 2.0. Send an object with "jsonrpc": "2.0", "method", and for a request "id"; "params" is an object.',
    typeof id === "string" || typeof id === "number" ? id : null,
  );
}

/** @throws NotAMessage that names each parameter that is missing or of another type */
function refuseWrongParameters({ id, method, params }: Message): void {
  const read = REQUESTS.get(method)?.["~standard"].validate({ method, params });
  if (read?.issues === undefined) return;
  const wrong = read.issues.slice(0, MAX_ERRORS).map(({ path = [], message }) => {
    const name = path.map((part) => String(typeof part === "object" ? part.key : part)).join(".");
    const expected = message.replace(/^Invalid input: /, "").replace(/, received undefined$/, ", but it is missing");
    return `"${name}": ${expected}`;
  });
  throw new NotAMessage(ProtocolErrorCode.InvalidParams, `The request "${method}" cannot be read. ${wrong.join("; ")}.`, id ?? null);
}

function readJson(bytes: Buffer): unknown {
  try {
    return parseJson(bytes);
  } catch (error) {
    if (error instanceof HttpProblem) throw new NotAMessage(ProtocolErrorCode.ParseError, error.message);
    throw error;
  }
}
