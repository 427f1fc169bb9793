import { createHash } from "node:crypto";
import { until } from "../../test/store/files/until.ts";
import { Broken } from "./drill.ts";
import { PATIENCE, type Server } from "./program.ts";
import { found, json } from "./requests.ts";

/** What a server serves: the hash of every answer, by its address. */
export type Picture = ReadonlyMap<string, string>;

/** Milliseconds a busy server is asked again, as clients are told to. */
const BUSY = 30_000;

interface Page {
  items: { slug: string; id: string; headline: string }[];
  nextCursor: string | null;
}

/** Every article and speaker, all lists, and searches of every kind, as they are answered over HTTP; when each was imported is left out. */
export async function pictureOf(url: string): Promise<Picture> {
  const picture = new Map<string, string>();
  const look = async (path: string) => {
    const body = await found(url, path, BUSY);
    picture.set(path, hashOf(body));
    return body;
  };
  const pages = async (path: string) => {
    const items: Page["items"] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page = JSON.parse((await look(`${path}${cursor && `&cursor=${cursor}`}`)).toString()) as Page;
      items.push(...page.items);
      cursor = page.nextCursor;
    }
    return items;
  };
  const articles = await pages("/v1/articles?limit=100");
  const speakers = await pages("/v1/speakers?limit=100");
  await look("/v1/quotes?format=ndjson");
  await look("/v1/feeds/articles.json");
  const asked = articles.filter((_, index) => index % Math.ceil(articles.length / 10) === 0);
  const words = await Promise.all(asked.map(async ({ slug }) => (await wordsOf(url, slug)).map(encodeURIComponent)));
  await inTurns([
    ...articles.map(({ slug }) => `/v1/articles/${encodeURIComponent(slug)}`),
    ...speakers.slice(0, 50).map(({ id }) => `/v1/speakers/${encodeURIComponent(id)}`),
    ...words.flatMap(([first, second]) => [
      `/v1/search?q=${first}&facets=speaker&facets=year`,
      `/v1/search?q=${first}%20${second}&in=quotes`,
      `/v1/quotes?q=${second}`,
      `/v1/verify?quote=${first}%20${second}`,
    ]),
  ]);
  return picture;

  /** Four at a time. */
  async function inTurns(paths: string[]): Promise<void> {
    const waiting = [...paths];
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) await look(path);
      }),
    );
  }
}

/** Two words of an article that are long enough to tell it from others. */
async function wordsOf(url: string, slug: string): Promise<string[]> {
  const { headline } = await json<{ headline: { text: string } }>(url, `/v1/articles/${encodeURIComponent(slug)}`);
  return headline.text.split(" ").toSorted((a, b) => b.length - a.length);
}

/** Where two pictures differ, by address. */
export function differences(picture: Picture, expected: Picture): string[] {
  const addresses = new Set([...picture.keys(), ...expected.keys()]);
  return [...addresses].filter((address) => picture.get(address) !== expected.get(address)).sort();
}

/** Waits until a server serves what an undisturbed one does. @throws Broken with the addresses that differ */
export async function untilSame({ url }: Pick<Server, "url">, expected: Picture, when: string, patience = PATIENCE): Promise<void> {
  const left = await until(
    () =>
      pictureOf(url).then(
        (picture) => differences(picture, expected),
        (error: Error) => [error.message],
      ),
    (differing) => differing.length === 0,
    patience,
  );
  if (left.length > 0)
    throw new Broken(`${when}, ${left.length} answers are not those of an undisturbed run, such as ${left.slice(0, 3).join(" ")}`);
}

/** Members that say when something was imported or last changed, in any representation. */
const TIMES = /("(?:importedAt|modifiedAt|date_modified|dateModified|versionCreated)": ?)"[^"]*"/g;

/** The hash of a text in which the times of its import and of its last change do not count. */
export function hashOf(body: Buffer | string): string {
  const text = body.toString().replaceAll(TIMES, "$1");
  return createHash("sha256").update(text).digest("base64url");
}
