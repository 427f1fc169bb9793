// What the editor's page asks of the server. The key goes into a header field and nowhere else.
import { nameQuery } from "./edit-choices.js";

/** What the server refused, in words. */
export class Refusal extends Error {
  /** @param errors `{ name, message }` of each place in what was sent */
  constructor(status, title, detail, errors = []) {
    super(title);
    this.status = status;
    this.detail = detail;
    this.errors = errors;
  }
}

/** The saved edits and their tag. @throws Refusal */
export async function readEdits(article, key) {
  const answer = await ask(`${article}/edits`, { headers: headersOf(key), cache: "no-store" });
  return { document: await answer.json(), tag: answer.headers.get("etag") };
}

/** Puts edits in the place of those with a tag. @param isTry whether nothing is to be saved. @throws Refusal: 412 when somebody else saved */
export async function writeEdits(article, key, document, tag, isTry) {
  const headers = { ...headersOf(key), "content-type": "application/json", "if-match": tag, ...(isTry ? { prefer: "validate-only" } : {}) };
  const answer = await ask(`${article}/edits`, { method: "PUT", headers, body: JSON.stringify(document) });
  return answer.json();
}

/** Speakers of all articles whose names hold words. @throws Refusal */
export async function findSpeakers(speakers, words, signal) {
  const query = new URLSearchParams({ q: nameQuery(words), limit: "8", sort: "quotes" });
  return (await (await ask(`${speakers}?${query}`, { signal })).json()).items;
}

function headersOf(key) {
  return { authorization: `Bearer ${key}`, accept: "application/json" };
}

async function ask(address, options) {
  let answer;
  try {
    answer = await fetch(address, { ...options, credentials: "omit" });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Refusal(0, "The server cannot be reached", "Nothing was lost here. Try again when the connection is back.");
  }
  if (answer.ok) return answer;
  const problem = await answer.json().catch(() => ({}));
  const { title = `The server answered ${answer.status}`, detail = "Try again.", errors } = problem;
  throw new Refusal(answer.status, title, detail, errors);
}
