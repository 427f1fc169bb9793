import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { addresses } from "../../../pages/addresses.ts";
import { tellTyped } from "../../../pages/front/typed.ts";
import { pathOn, type Site } from "../../../representations/links.ts";
import { CACHE_CONTROL, COMMON_HEADERS } from "../../answers/headers.ts";
import { MAX_URL } from "../../errors.ts";
import { allowMethods, type RouteOptions } from "../../register.ts";
import { refuseOtherBodies } from "../../requests/body.ts";
import { FORM_TYPES, type Form, parseForms } from "../../requests/form.ts";
import { TOO_LARGE } from "../../requests/text-form.ts";
import { MAX_FORM_BYTES } from "./check.ts";

/** Where the box leads: to a search, to the check of a quote, or with the same form to the check of a text. */
export async function findRoutes(app: FastifyInstance, { site }: RouteOptions): Promise<void> {
  parseForms(app, MAX_FORM_BYTES, TOO_LARGE);
  app.post("/find", { schema: { hide: true }, onRequest: refuseOtherBodies(FORM_TYPES) }, async (request, reply) => {
    const { status, to } = whereTo((request.body as Form | undefined)?.fields.text ?? "", site);
    return lead(request, reply, status, to);
  });
  app.get("/find", { schema: { hide: true } }, async (request, reply) => lead(request, reply, 303, pathOn(site, "/")));
  allowMethods(app, "/find", ["GET", "HEAD", "POST"]);
}

/** @returns 303 for another page, 307 where the form is sent there again: a text, and a quote that no address has room for */
function whereTo(text: string, site: Site): { status: 303 | 307; to: string } {
  const typed = tellTyped(text);
  if (typed.as === "text") return { status: 307, to: pathOn(site, "/check") };
  if (typed.as === "words") {
    return { status: 303, to: pathOn(site, typed.words === "" ? "/search" : addresses.search(typed.words)) };
  }
  const { quote, speaker } = typed;
  const to = pathOn(site, addresses.check({ quote, speaker: speaker ?? undefined }));
  return to.length > MAX_URL ? { status: 307, to: pathOn(site, "/check") } : { status: 303, to };
}

function lead(request: FastifyRequest, reply: FastifyReply, status: number, to: string): FastifyReply {
  const headers = { ...COMMON_HEADERS, "cache-control": CACHE_CONTROL.never, "x-request-id": request.id, location: to };
  return reply.code(status).headers(headers).send();
}
