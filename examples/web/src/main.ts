import { createClient, etagCache, items, type Paragraph, type QuoteItem, type Rights, utf16Span, VerbatimError } from "verbatim-client";

// Where the API is: another server's address in VITE_API, or the server this page comes from.
const client = createClient({ baseUrl: import.meta.env.VITE_API ?? "", fetch: etagCache() });

const element = (id: string): HTMLElement => document.getElementById(id) ?? document.body;
const search = document.querySelector("input");

/** Runs one task at a time: starting the next aborts the one before. */
function latest(task: (signal: AbortSignal, what: string) => Promise<void>): (what: string) => Promise<void> {
  let running = new AbortController();
  return async (what) => {
    running.abort();
    running = new AbortController();
    const { signal } = running;
    try {
      await task(signal, what);
      element("status").textContent = "";
    } catch (error) {
      if (!signal.aborted) element("status").textContent = error instanceof VerbatimError ? error.message : "The server cannot be reached.";
    }
  };
}

const showSpeakers = latest(async (signal, name) => {
  const query = name.trim() === "" ? {} : { q: name };
  const { items: speakers } = await client.get("/v1/speakers", { query: { ...query, sort: "quotes" }, signal });
  element("speakers").replaceChildren(
    ...speakers.map((speaker) => listItem(button(`${speaker.name} (${speaker.quoteCount})`, () => showQuotes(speaker.id)))),
  );
});

const showQuotes = latest(async (signal, id) => {
  const speaker = await client.get("/v1/speakers/{id}", { path: { id }, signal });
  element("speaker").textContent = speaker.name;
  element("quotes").replaceChildren();
  for await (const quote of items(client, "/v1/speakers/{id}/quotes", { path: { id }, signal })) {
    element("quotes").append(
      listItem(
        button(quote.text, () => showPlace(quote.id)),
        rights(quote.article.rights),
      ),
    );
  }
});

const showPlace = latest(async (signal, id) => {
  const quote = await client.get("/v1/quotes/{id}", { path: { id }, signal });
  const path = { slug: quote.article.slug };
  const [article, { text }] = await Promise.all([
    client.get("/v1/articles/{slug}", { path, signal }),
    client.get("/v1/articles/{slug}/text", { path, signal }),
  ]);
  element("place").textContent = article.headline.text;
  const paragraphs = article.sections.flatMap((section) => section.paragraphs);
  element("article").replaceChildren(...paragraphs.map((paragraph) => marked(text, paragraph, quote)), rights(article.rights));
  element("article").querySelector("mark")?.scrollIntoView({ block: "center" });
});

/** A paragraph with the quote's words marked. Spans count code points; the DOM counts UTF-16 units. */
function marked(text: string, paragraph: Paragraph, quote: QuoteItem): HTMLElement {
  const result = document.createElement("p");
  const { start, end } = utf16Span(text, paragraph);
  let from = start;
  for (const segment of quote.segments.filter((each) => each.paragraph === paragraph.id)) {
    const place = utf16Span(text, segment);
    const mark = document.createElement("mark");
    mark.textContent = text.slice(place.start, place.end);
    result.append(text.slice(from, place.start), mark);
    from = place.end;
  }
  result.append(text.slice(from, end));
  return result;
}

function rights({ notice, holder }: Rights): HTMLElement {
  const line = document.createElement("small");
  line.textContent = notice?.text ?? holder ?? "Rights: not stated";
  return line;
}

function button(label: string, onClick: () => void): HTMLButtonElement {
  const result = document.createElement("button");
  result.type = "button";
  result.textContent = label;
  result.addEventListener("click", onClick);
  return result;
}

function listItem(...children: Node[]): HTMLLIElement {
  const result = document.createElement("li");
  result.append(...children);
  return result;
}

search?.addEventListener("input", () => showSpeakers(search.value));
search?.form?.addEventListener("submit", (event) => event.preventDefault());
await showSpeakers("");
