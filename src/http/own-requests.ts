import type { Socket } from "node:net";
import type { FastifyInstance, FastifyRequest } from "fastify";

/** Stands for the client's address where the server asks itself; no connection has such an address. */
const OWN = "own";

/** Asks the server itself. What it asks is not logged, refused or counted against anybody: the request that it is asked for was. */
export async function askItself(app: FastifyInstance, url: string, headers: Record<string, string>) {
  return app.inject({ url, headers, remoteAddress: OWN });
}

export function isOwn(request: FastifyRequest): boolean {
  // Node takes the connection away from a request that was answered before all of its body came.
  const socket = request.socket as Socket | null;
  return socket?.remoteAddress === OWN;
}
