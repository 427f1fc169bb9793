import { html } from "ghtml";
import type { Article } from "../article/model/schema.ts";

const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** A moment of an article (a day or an instant, UTC) as its day in words: "6 March 2020". */
export function dayOf(moment: string): string {
  return DAY.format(new Date(moment));
}

const MONTH = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

/** A moment as its month in words: "March 2020". */
export function monthOf(moment: string): string {
  return MONTH.format(new Date(moment));
}

/** A moment as a `time` element. */
export function timeElement(moment: string): string {
  return html`<time datetime="${moment}">${dayOf(moment)}</time>`;
}

const MOMENT = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });

/** An instant as a `time` element that says the minute too: "6 March 2020 at 09:30 UTC". */
export function momentElement(instant: string): string {
  return html`<time datetime="${instant}">${MOMENT.format(new Date(instant))} UTC</time>`;
}

/** Where and when an article came out: publisher and day, "Undated" without one. */
export function publication({ publisher, publishedAt }: Pick<Article, "publisher" | "publishedAt">): string {
  const day = publishedAt === null ? "Undated" : timeElement(publishedAt);
  return publisher === null ? day : html`<bdi lang="">${publisher}</bdi> <span class="sep">·</span> !${day}`;
}
