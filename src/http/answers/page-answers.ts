import type { ListPage } from "../../pages/list-page.ts";
import type { Page } from "../../store/store.ts";
import type { WholeAnswer } from "./answer.ts";
import { PAGE_HEADERS } from "./headers.ts";
import { encodeCursor, type PageRequest } from "./paging.ts";

/** A page for people as an answer. */
export function pageAnswer(html: string): WholeAnswer {
  return { body: html, headers: PAGE_HEADERS };
}

/** A page of the store's, parsed for a page for people. */
export function listPage<Item>(found: Page, next: string | null): ListPage<Item> {
  return { items: found.items.map((item) => JSON.parse(item) as Item), total: found.total, next };
}

/** The address of the page after this one; `null` on the last. */
export function nextOf(found: Page, request: PageRequest): string | null {
  return found.next === null ? null : request.address(encodeCursor(found.next, request.list));
}
