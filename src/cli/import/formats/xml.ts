import { TextDecoder } from "node:util";
import sax from "sax";
import { MAX_SOURCE_BYTES } from "../../../extraction/reading/decode.ts";
import { declaredCharset, encodingOf } from "../../../extraction/reading/encoding.ts";

/** An element of XML with all that is in it. */
export interface XmlElement {
  /** Local name; with the usual prefix of its vocabulary, whatever the file calls it: `content:encoded`. */
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
  /** xml:lang and xml:base, of the element or of what it stands in. */
  lang: string | null;
  base: string | null;
  /** More stood in it than an article may have; what is over the limit was dropped. */
  isCut: boolean;
}

/** XML that cannot be read on. `message` says where and what to do. */
export class BrokenXml extends Error {}

/** Vocabularies by their address; all others go by the prefix that the file gives them. */
const VOCABULARIES: [RegExp, prefix: string][] = [
  [/^http:\/\/purl\.org\/rss\/1\.0\/modules\/content\//, "content:"],
  [/^http:\/\/purl\.org\/dc\/elements\/1\.1\//, "dc:"],
  [/^http:\/\/purl\.org\/dc\/terms\//, "dcterms:"],
  [/^https?:\/\/wordpress\.org\/export\/[\d.]+\/excerpt\//, "excerpt:"],
  [/^https?:\/\/wordpress\.org\/export\/[\d.]+\//, "wp:"],
  [/^http:\/\/www\.w3\.org\/2005\/Atom/, "atom:"],
  [/^http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#/, "rdf:"],
  [/^http:\/\/www\.w3\.org\/1999\/xhtml/, "xhtml:"],
  [/^http:\/\/purl\.org\/rss\/1\.0\/$|^http:\/\/backend\.userland\.com\/|^http:\/\/iptc\.org\/std\/NITF\/|^$/i, ""],
];

/** Elements within each other; those of a page are read to a similar depth. */
const MAX_DEPTH = 500;
/** Mistakes that leave no doubt what was meant: "a & b", and a prefix that is not declared. */
const HARMLESS = /^(?:Invalid character in entity name|Unbound namespace prefix)/;

/**
 * Reads XML piece by piece: each element at a depth (0 is the root) comes with all that is in it, the ones above without. What
 * memory holds is bounded by one such element. Entities that a file declares are not read: nothing is expanded or loaded.
 *
 * @param ignored names of elements that are left out with all that is in them
 * @throws BrokenXml where the file breaks off, is not well-formed, or declares entities.
 */
export async function* elementsAt(
  depth: number,
  input: AsyncIterable<Uint8Array>,
  ignored: ReadonlySet<string> = NONE,
): AsyncGenerator<XmlElement> {
  const reader = new Reader(depth, ignored);
  let decoder: TextDecoder | null = null;
  for await (const chunk of input) {
    decoder ??= new TextDecoder(encodingOf(chunk.subarray(0, 4096), declaredCharset(chunk)).encoding);
    yield* reader.read(decoder.decode(chunk, { stream: true }));
  }
  yield* reader.read(decoder?.decode() ?? "");
  yield* reader.end();
}

const NONE: ReadonlySet<string> = new Set();

/** A parser of pushed text, and the elements that it has finished. */
class Reader {
  readonly #parser = sax.parser(true, { xmlns: true, position: true });
  readonly #depth: number;
  readonly #ignored: ReadonlySet<string>;
  /** How many elements are open above and with the first that is ignored; 0 for none. */
  #ignoring = 0;
  readonly #open: XmlElement[] = [];
  #done: XmlElement[] = [];
  /** What each open element says of those in it. */
  readonly #scopes: Pick<XmlElement, "lang" | "base">[] = [{ lang: null, base: null }];
  #size = 0;

  constructor(depth: number, ignored: ReadonlySet<string>) {
    this.#depth = depth;
    this.#ignored = ignored;
    const parser = this.#parser;
    parser.onopentag = (tag) => this.#start(tag as sax.QualifiedTag);
    parser.onclosetag = () => this.#close();
    parser.ontext = (text) => this.#add(text);
    parser.oncdata = (text) => this.#add(text);
    parser.ondoctype = (doctype) => {
      if (/<!ENTITY\s/i.test(doctype))
        throw new BrokenXml("It declares entities (<!ENTITY ...>), which are not read. Export it without them.");
    };
    parser.onerror = (error) => {
      if (!HARMLESS.test(error.message)) throw broken(error.message, parser.line + 1);
      parser.resume();
    };
  }

  *read(text: string): Generator<XmlElement> {
    this.#parser.write(text);
    yield* this.#taken();
  }

  *end(): Generator<XmlElement> {
    this.#parser.close();
    yield* this.#taken();
  }

  #taken(): XmlElement[] {
    const done = this.#done;
    this.#done = [];
    return done;
  }

  #start(tag: sax.QualifiedTag): void {
    const attributes = Object.fromEntries(Object.values(tag.attributes).map(({ name, value }) => [name, value]));
    const around = this.#scopes.at(-1);
    const base = addressFrom(attributes["xml:base"] ?? "", around?.base ?? null) ?? around?.base ?? null;
    const scope = { lang: attributes["xml:lang"] ?? around?.lang ?? null, base };
    const element = { name: nameOf(tag), attributes, children: [], isCut: false, ...scope };
    const level = this.#scopes.push(scope) - 2;
    if (level > MAX_DEPTH) throw new BrokenXml("Its elements are nested deeper than those of any article.");
    if (level === this.#depth) this.#size = 0;
    if (level < this.#depth) return;
    if (this.#ignoring === 0 && this.#ignored.has(element.name)) this.#ignoring = this.#open.length + 1;
    if (this.#hasRoom(tag.name.length + 1)) this.#open.at(-1)?.children.push(element);
    this.#open.push(element);
  }

  #add(text: string): void {
    if (this.#open.length > 0 && this.#hasRoom(text.length)) this.#open.at(-1)?.children.push(text);
  }

  #hasRoom(length: number): boolean {
    if (this.#ignoring > 0) return false;
    this.#size += length;
    const [first] = this.#open;
    if (this.#size > MAX_SOURCE_BYTES && first !== undefined) first.isCut = true;
    return this.#size <= MAX_SOURCE_BYTES;
  }

  #close(): void {
    this.#scopes.pop();
    const element = this.#open.pop();
    if (this.#open.length < this.#ignoring) this.#ignoring = 0;
    if (element !== undefined && this.#open.length === 0) this.#done.push(element);
  }
}

function nameOf({ uri, local, prefix }: sax.QualifiedTag): string {
  const known = VOCABULARIES.find(([address]) => address.test(uri));
  return `${known?.[1] ?? (prefix === "" ? "" : `${prefix}:`)}${local}`;
}

function broken(message: string, line: number): BrokenXml {
  const [what = ""] = message.split("\n");
  const isEntity = what.startsWith("Invalid character entity");
  const cure = isEntity ? "Entities that a file declares are not read." : "The file may be cut off: export it again.";
  return new BrokenXml(`The XML is broken at line ${line} (${what}). ${cure}`);
}

/** An address, relative ones from a base; `null` for what is none. */
export function addressFrom(address: string, base: string | null): string | null {
  if (address.trim() === "") return null;
  return (URL.parse(address.trim()) ?? URL.parse(address.trim(), base ?? undefined))?.href ?? null;
}

/** The elements of a name in an element. */
export function childrenOf(element: XmlElement | undefined, ...names: string[]): XmlElement[] {
  return (element?.children ?? []).filter((child): child is XmlElement => typeof child !== "string" && names.includes(child.name));
}

/** The first element of a name, down a path. */
export function childOf(element: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((at, name) => childrenOf(at, name)[0], element);
}

/** All words in an element, trimmed; empty for none. */
export function textOf(element: XmlElement | undefined): string {
  return allText(element).trim();
}

function allText(element: XmlElement | undefined): string {
  return (element?.children ?? []).map((child) => (typeof child === "string" ? child : allText(child))).join("");
}
