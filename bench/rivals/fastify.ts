import Fastify from "fastify";
import { articleOf, firstPage, quotesOf, startedWith } from "./recording.ts";

/** Fastify as most write it: handlers that return objects, without a schema, a log or a further header. */

const { recording, port } = startedWith();
const article = articleOf(recording);
const app = Fastify();
app.get<{ Params: { slug: string } }>("/v1/articles/:slug", async () => article);
app.get("/v1/articles", async () => firstPage(recording.articles));
app.get<{ Querystring: { speaker: string; publishedFrom?: string } }>("/v1/quotes", async ({ query }) =>
  firstPage(quotesOf(recording, query.speaker, query.publishedFrom)),
);
await app.listen({ host: "127.0.0.1", port });
