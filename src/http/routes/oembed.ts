import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { QuoteItem } from "../../article/model/items.ts";
import { oembedOf } from "../../pages/oembed.ts";
import { quoteUrl } from "../../representations/links.ts";
import { JSON_TYPE } from "../../representations/table.ts";
import { lookUp } from "../../store/look-up.ts";
import { OEMBED_MAX_AGE } from "../answers/headers.ts";
import { articleWithdrawn, quoteNotFound, quoteRemoved } from "../lookup.ts";
import { HttpProblem } from "../problem.ts";
import { page, type RouteOptions, registerPages } from "../register.ts";
import { text } from "../requests/parameters.ts";

const pixels = z
  .preprocess((value) => (typeof value === "string" && /^\d{1,5}$/.test(value) ? Number(value) : value), z.int().min(1).max(99_999))
  .optional();

// Not strict: consumers send parameters of their own, such as `dnt` and `omit_script`.
const query = z.object({
  /** Absolute URL of a quote's page. */
  url: text(2000).min(1),
  maxwidth: pixels,
  maxheight: pixels,
  /** XML is not available. */
  format: z.enum(["json"]).optional(),
});

/** The card of a quote page (oEmbed 1.0), for programs that turn a link into one. Quote pages name this address. */
export async function oembedRoutes(app: FastifyInstance, { store, site, cache }: RouteOptions): Promise<void> {
  registerPages(app, { cache, site }, [
    page({
      path: "/oembed",
      query,
      formats: [{ ...JSON_TYPE, schema: z.string() }],
      // Programs ask for it with what they ask for a page with.
      unnegotiated: true,
      async answer({ query: { url, maxwidth: maxWidth, maxheight: maxHeight } }) {
        const prefix = quoteUrl(site, "");
        const id = url.startsWith(prefix) ? decoded(url.slice(prefix.length).replace(/[?#].*$/s, "")) : null;
        if (id === null) {
          const detail = `"${url.slice(0, 200)}" is not the page of a quote here; those begin with ${prefix}`;
          throw new HttpProblem("quote-not-found", detail);
        }
        let found = await lookUp(id, (one) => store.quote(one));
        if (found.state === "moved") found = await store.quote(found.to);
        if (found.state === "removed") throw await quoteRemoved(id, found.slug, { store, site });
        if (found.state === "withdrawn") throw articleWithdrawn(found);
        if (found.state !== "found") throw quoteNotFound(id);
        return {
          body: JSON.stringify(oembedOf(JSON.parse(found.json) as QuoteItem, site, { maxWidth, maxHeight, maxAge: OEMBED_MAX_AGE })),
        };
      },
    }),
  ]);
}

function decoded(component: string): string | null {
  try {
    return decodeURIComponent(component);
  } catch {
    return null;
  }
}
