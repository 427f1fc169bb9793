import { isJSONRPCNotification, isJSONRPCRequest, isJSONRPCResponse, ProtocolErrorCode } from "@modelcontextprotocol/server";
import { HttpProblem } from "../problem.ts";
import { parseJson } from "../requests/body.ts";

/** One message of JSON-RPC 2.0: a request has an `id`, a notification none, a response no method. */
export interface Message {
  id?: string | number;
  method?: string;
  params?: Record<string, unknown>;
}

/** Why a body is not a message. */
export class NotAMessage extends Error {
  readonly code: number;
  readonly id: string | number | null;

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
 * @throws NotAMessage for what is not JSON, an array of messages (none since 2025-06-18), and what JSON-RPC does not know
 */
export function readMessage(bytes: Buffer): Message {
  const value = readJson(bytes);
  if (Array.isArray(value))
    throw new NotAMessage(ProtocolErrorCode.InvalidRequest, "Batches are not supported. Send one message a request.");
  if (isJSONRPCRequest(value) || isJSONRPCNotification(value) || isJSONRPCResponse(value)) return value as Message;
  const { id } = Object(value) as Message;
  throw new NotAMessage(
    ProtocolErrorCode.InvalidRequest,
    'The body is not a message of JSON-RPC 2.0. Send an object with "jsonrpc": "2.0", "method", and for a request "id"; "params" is an object.',
    typeof id === "string" || typeof id === "number" ? id : null,
  );
}

function readJson(bytes: Buffer): unknown {
  try {
    return parseJson(bytes);
  } catch (error) {
    if (error instanceof HttpProblem) throw new NotAMessage(ProtocolErrorCode.ParseError, error.message);
    throw error;
  }
}
