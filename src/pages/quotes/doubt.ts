import { html } from "ghtml";
import { counted } from "../../article/words/counted.ts";
import { pathOn, type Site } from "../../representations/links.ts";

/** The confidences that remain when doubt is left out. */
const SURE = ["high", "medium"] as const;

/** The address of a list or a page without quotes whose speaker is uncertain. @param address as routes have it */
export function withoutDoubt(address: string): string {
  const { pathname, searchParams } = read(address);
  for (const confidence of SURE) searchParams.append("confidence", confidence);
  return `${pathname}?${searchParams}`;
}

/** Whether an address asks for exactly what `withoutDoubt` leaves. */
function leavesDoubtOut(address: string): boolean {
  const asked = new Set(new URL(address, "http://localhost").searchParams.getAll("confidence").flatMap((value) => value.split(",")));
  return asked.size === SURE.length && SURE.every((confidence) => asked.has(confidence));
}

/**
 * One line that says how many quotes have no sure speaker, with a link that leaves them out, or that brings them back.
 *
 * @param address of what is shown, as routes have it, with its query
 * @param count quotes without a sure speaker: of low confidence, or of which the text names nobody
 * @returns nothing where there are none, or where the reader has asked for other confidences
 */
export function doubtLine(address: string, count: number, site: Site): string {
  if (count === 0) return "";
  const { pathname, searchParams, asked } = read(address);
  const quotes = counted(count, "quote");
  if (leavesDoubtOut(address)) {
    const all = pathOn(site, searchParams.size === 0 ? pathname : `${pathname}?${searchParams}`);
    return html`<p class="meta doubted">${quotes} left out: speaker uncertain or not named. <a href="${all}">Show ${count === 1 ? "it" : "them"}</a></p>`;
  }
  if (asked) return "";
  return html`<p class="meta doubted">${quotes} with a speaker who is uncertain or not named. <a href="${pathOn(site, withoutDoubt(address))}">Leave ${count === 1 ? "it" : "them"} out</a></p>`;
}

/** An address without its confidences and its place in the list, which belongs to another list then. */
function read(address: string) {
  const { pathname, searchParams } = new URL(address, "http://localhost");
  const asked = searchParams.has("confidence");
  for (const name of ["confidence", "cursor"]) searchParams.delete(name);
  return { pathname, searchParams, asked };
}
