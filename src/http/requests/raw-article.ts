import { SourceRow } from "../../extraction/reading/source-row.ts";

/** Bytes of a body: three times the largest news pages. */
export const MAX_SOURCE_BODY = 5 * 1024 * 1024;

/** The same article in each form. */
export const SOURCE_EXAMPLES = {
  "application/json": {
    text: "Kiln stays open\n\n“We never meant to close it,” said Orla Brice, the manager.",
    language: "en",
    publishedAt: "2026-05-01",
    url: "https://news.example/kiln",
    publisher: "The Kiln Post",
  },
  "text/plain": "Kiln stays open\n\n“We never meant to close it,” said Orla Brice, the manager.",
  "text/markdown": "# Kiln stays open\n\n“We never meant to close it,” said Orla Brice, the manager.",
  "text/html": "<h1>Kiln stays open</h1>\n<p>“We never meant to close it,” said Orla Brice, the manager.</p>",
};

// Import ignores the other members of an archive's rows; what is sent here is meant for Verbatim, so an unknown member is a mistake.
export const GivenRow = SourceRow.strict().meta({
  id: "SourceRow",
  description:
    "An article to extract: its words as exactly one of `text`, `markdown` and `html`, and what is known about it. Unknown members are refused.",
});
