import express from "express";
import { articleOf, firstPage, quotesOf, startedWith } from "./recording.ts";

/** Express as most write it: `response.json` of objects; it adds a weak ETag and answers 304 by itself. */

const { recording, port } = startedWith();
const article = articleOf(recording);
const app = express();
app.get("/v1/articles/:slug", (_, response) => {
  response.json(article);
});
app.get("/v1/articles", (_, response) => {
  response.json(firstPage(recording.articles));
});
app.get("/v1/quotes", ({ query }, response) => {
  const from = typeof query.publishedFrom === "string" ? query.publishedFrom : "";
  response.json(firstPage(quotesOf(recording, String(query.speaker), from)));
});
app.listen(port, "127.0.0.1");
