/** Why another server could not be reached. */
export interface FailedConnection {
  /** In plain words; they follow "because" or a colon. */
  reason: string;
  /** Whether trying again later may help. */
  passes: boolean;
}

const CLOSED = "the connection was closed before an answer";
const NOT_HTTPS = "it does not speak HTTPS there";
const AUTHORITY = "its certificate is signed by an unknown authority";

/** By codes of Node, undici and OpenSSL. */
const REASONS: Record<string, [reason: string, passes: boolean]> = {
  ECONNREFUSED: ["the connection was refused", true],
  ECONNRESET: [CLOSED, true],
  EPIPE: [CLOSED, true],
  UND_ERR_SOCKET: [CLOSED, true],
  ETIMEDOUT: ["the connection was not accepted in time", true],
  UND_ERR_CONNECT_TIMEOUT: ["the connection was not accepted in time", true],
  EHOSTUNREACH: ["the host cannot be reached", true],
  ENETUNREACH: ["the network cannot be reached", true],
  EAI_AGAIN: ["the host name cannot be looked up at the moment", true],
  ENOTFOUND: ["the host name is not known", false],
  CERT_HAS_EXPIRED: ["its certificate has expired", false],
  DEPTH_ZERO_SELF_SIGNED_CERT: ["its certificate is self-signed", false],
  SELF_SIGNED_CERT_IN_CHAIN: [AUTHORITY, false],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: [AUTHORITY, false],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: [AUTHORITY, false],
  ERR_TLS_CERT_ALTNAME_INVALID: ["its certificate is for another host", false],
  ERR_SSL_WRONG_VERSION_NUMBER: [NOT_HTTPS, false],
  ERR_SSL_PACKET_LENGTH_TOO_LONG: [NOT_HTTPS, false],
  EPROTO: [NOT_HTTPS, false],
};

/** Says why a connection failed. @param error what `http.request` or `fetch` gave */
export function failedConnection(error: unknown): FailedConnection {
  const code = codeOf(error);
  // Codes of llhttp, which reads what Node is answered.
  if (code.startsWith("HPE_")) return { reason: "it does not speak HTTP there", passes: false };
  const [reason, passes] = REASONS[code] ?? [code === "" ? "the connection failed" : `the connection failed (${code})`, true];
  return { reason, passes };
}

/** The code of an error, of what caused it, or of the first of several. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  const { code } = error as NodeJS.ErrnoException;
  const inner = error instanceof AggregateError ? error.errors[0] : error.cause;
  return code ?? codeOf(inner);
}
