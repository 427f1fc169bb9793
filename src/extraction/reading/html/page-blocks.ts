import type { RawBlock, Reason } from "../raw-document.ts";
import type { PageElement, PageNode } from "./dom.ts";

/** An element that holds blocks: what it is, and in which other it stands. */
export interface Region {
  /** Index of the region around it; -1 for the root. */
  parent: number;
  element: PageElement;
  /** Why its name and classes say that it is not part of the article. */
  furniture: Reason | null;
}

/** A block of a page, with what decides whether it belongs to the article. */
export interface PageBlock extends RawBlock {
  /** Index of the innermost region around it. */
  region: number;
  /** How many of its UTF-16 units are links. */
  linked: number;
  /** The text node it begins in. */
  first: PageNode;
}

/** All that is read of a page: its blocks in order, the elements they stand in, and those that may hold bylines and dates. */
export interface PageBlocks {
  blocks: PageBlock[];
  /** Each after the one around it. */
  regions: Region[];
  /** What may name the authors or a date: elements, with the index of the block that follows or holds them. */
  labelled: Labelled[];
}

/** An element that may name an author or a date, with the index of the block that follows or holds it. */
export interface Labelled {
  element: PageElement;
  at: number;
  region: number;
}

/** Why each block of a page is left out; `null` for those that are kept. */
export type Verdicts = (Reason | null)[];
