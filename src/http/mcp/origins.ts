import { localhostAllowedHostnames, localhostAllowedOrigins, validateHostHeader, validateOriginHeader } from "@modelcontextprotocol/server";
import type { FastifyRequest } from "fastify";
import type { Site } from "../../representations/links.ts";
import { HttpProblem } from "../problem.ts";

/** The connection came in over the loopback interface: from a program on this machine, a browser or a proxy. */
const LOOPBACK = /^(?:::1$|(?:::ffff:)?127\.)/;

/**
 * A hook that refuses what may be a page of another site that had its own name resolved to this machine (DNS rebinding), as the
 * Model Context Protocol demands of servers (2025-11-25, Transports, security warning): an `Origin` that is neither the server's
 * own nor of localhost nor in `origins`, and, over the loopback interface, a `Host` that is neither the server's nor localhost.
 * Programs other than browsers send no `Origin`.
 *
 * @param origins further origins, in lower case; `*` is every one
 */
export function refuseForeignPages(site: Site, origins: string[]): (request: FastifyRequest) => Promise<void> {
  return async ({ headers, socket }) => {
    const own = new URL(site.publicUrl);
    const { origin, host } = headers;
    const isKnown = origin === undefined || origin === own.origin || origins.includes("*") || origins.includes(origin.toLowerCase());
    if (!isKnown && !validateOriginHeader(origin, localhostAllowedOrigins()).ok) {
      throw refusal(`Web pages of "${origin.slice(0, 200)}" may not call this address. The server's MCP_ORIGINS can allow them.`);
    }
    if (!LOOPBACK.test(socket.localAddress ?? "")) return;
    if (validateHostHeader(host, [...localhostAllowedHostnames(), own.hostname]).ok) return;
    throw refusal(
      `The server is not "${(host ?? "").slice(0, 200)}". If a proxy passes this name on, set PUBLIC_URL to the public address.`,
    );
  };
}

function refusal(detail: string): HttpProblem {
  return new HttpProblem("origin-not-allowed", detail);
}
