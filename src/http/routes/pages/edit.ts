import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Article } from "../../../article/model/schema.ts";
import { addresses } from "../../../pages/addresses.ts";
import { editPage } from "../../../pages/edit/edit-page.ts";
import { lookUp } from "../../../store/look-up.ts";
import { pageAnswer } from "../../answers/page-answers.ts";
import { answerFound, articleNotFound } from "../../lookup.ts";
import { page, type RouteOptions, registerPages } from "../../register.ts";

/** The page for editors. It shows what every reader may see; only saving needs a key, which the page sends with its requests. */
export async function editPageRoutes(app: FastifyInstance, { store, site, cache }: RouteOptions): Promise<void> {
  registerPages(app, { cache, site }, [
    page({
      path: "/edit/{slug}",
      query: z.object({}),
      // An editor works on what is there now, never on what a cache has kept.
      volatile: true,
      async answer({ params: { slug = "" } }) {
        const found = await lookUp(slug, (one) => store.article(one));
        return answerFound(found, articleNotFound(slug, "/articles"), addressOf, (json) =>
          pageAnswer(editPage(JSON.parse(json) as Article, site)),
        );
      },
    }),
  ]);
}

const addressOf = (present: string) => addresses.edit(decodeURIComponent(present));
