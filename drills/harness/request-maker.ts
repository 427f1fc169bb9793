import fc from "fast-check";
import { Dice } from "../../bench/dice.ts";
import { addressOf, encode, type Operation, operations } from "../../test/contract/document.ts";
import type { Asked } from "../../test/contract/request.ts";
import { admitted, jsonValues, refused } from "../../test/contract/values.ts";

/** Values of each parameter that are made beforehand; making them one by one would take most of the time. */
const KEPT = 150;

/** A request, and what it may be held to. */
export interface Made {
  path: string;
  asked: Asked;
  /** The operation whose documented answers it has; `null` where its address may be another's. */
  operation: Operation | null;
}

const ACCEPTS = [
  "*/*",
  "",
  "text/html",
  "application/json",
  "text/markdown",
  "text/*;q=0.5, */*;q=0.1",
  "*/*;q=0",
  "x".repeat(4_000),
  'a/b;c="',
  ";;;,",
  "application/json;q=2",
];
const ENCODINGS = ["gzip", "br", "zstd, br", "identity;q=0", "*;q=0", "", "gzip;q=x"];
const CONDITIONS = ["*", '"a"', 'W/"a", "b"', "x", '"'.repeat(800)];
const METHODS = ["HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "POST", "GET", "TRACE", "PROPFIND", "QUERY"];
const TYPES = [
  "application/json",
  "text/plain",
  "text/markdown",
  "text/html",
  "text/plain; charset=utf-16",
  "text/html; charset=x",
  "multipart/form-data",
  "",
];
const BODIES = [
  "",
  "{",
  "null",
  "[]",
  '{"text":1}',
  '{"__proto__":{}}',
  "[".repeat(5_000),
  "<".repeat(5_000),
  "“".repeat(3_000),
  "\0".repeat(100),
  "a\n\n“b,” said C. D.",
];

/** Makes requests of all operations of the OpenAPI document: valid ones, on the bounds of what is allowed, beyond them, and hostile ones. */
export class RequestMaker {
  readonly #dice: Dice;
  readonly #pools: Pools;
  readonly #ids: Record<string, string[]>;

  /** @param ids what is there, by the name of the parameter in the path */
  constructor(seed: number, pools: Pools, ids: Record<string, string[]>) {
    this.#dice = new Dice(seed);
    this.#pools = pools;
    this.#ids = ids;
  }

  next(): Made {
    const dice = this.#dice;
    const operation = this.#operation();
    const known = dice.below(4) > 0;
    const query: Record<string, string[]> = {};
    for (const { in: place, name, required } of operation.parameters) {
      if (place === "query" && (required || dice.below(4) === 0)) query[name] = dice.pick(this.#pools.of(operation, name));
    }
    if (dice.below(30) === 0) query[dice.pick(this.#pools.strings)] = [dice.pick(this.#pools.strings)];
    const inPath: Record<string, string> = {};
    for (const { in: place, name } of operation.parameters) {
      if (place === "path")
        inPath[name] = encode(dice.pick((known ? this.#ids[`${operation.path.split("/")[2]} ${name}`] : null) ?? this.#pools.strings));
    }
    const method = dice.below(12) === 0 ? dice.pick(METHODS) : operation.method;
    const headers = this.#headers();
    const asked = { method, headers, ...(operation.method === "POST" ? this.#body(operation, headers) : {}) };
    return {
      path: addressOf(operation, query, inPath),
      asked,
      operation: Object.keys(inPath).length === 0 && method === operation.method ? operation : null,
    };
  }

  /** Extractions take a hundred times as long as any other operation. */
  #operation(): Operation {
    const picked = this.#dice.pick(operations);
    return picked.method === "GET" || this.#dice.below(10) === 0 ? picked : this.#operation();
  }

  #headers(): Record<string, string> {
    const dice = this.#dice;
    const headers: Record<string, string> = {};
    const given: [string, readonly string[]][] = [
      ["accept", ACCEPTS],
      ["accept-encoding", ENCODINGS],
      ["if-none-match", CONDITIONS],
      ["if-modified-since", ["Thu, 01 Jan 1970 00:00:00 GMT", "yesterday", ""]],
      ["range", ["bytes=0-1", "bytes=-", "lines=1"]],
      ["x-request-id", ["a".repeat(65), "a b", "'", ""]],
      ["traceparent", ["00-0-0-0", "ff"]],
      ["origin", ["null", "https://a.example", "\u00ff"]],
      ["expect", ["tea"]],
    ];
    for (const [name, values] of given) if (dice.below(8) === 0) headers[name] = dice.pick(values);
    return headers;
  }

  #body(operation: Operation, headers: Record<string, string>): Pick<Asked, "body"> {
    const dice = this.#dice;
    if (dice.below(10) > 0) headers["content-type"] = dice.pick(TYPES);
    const json = this.#pools.bodies(operation);
    return { body: dice.below(2) === 0 ? dice.pick(json) : dice.pick(BODIES) };
  }
}

/** Values of all parameters and bodies, made once for a seed. */
export class Pools {
  readonly strings: string[];
  readonly #seed: number;
  readonly #made = new Map<string, string[][]>();
  readonly #bodies = new Map<string, string[]>();

  constructor(seed: number) {
    this.#seed = seed;
    const anything = fc.oneof(
      fc.string({ unit: "binary", minLength: 1, maxLength: 60 }),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }),
    );
    this.strings = fc.sample(anything, { numRuns: KEPT, seed });
  }

  /** Spellings of a parameter: three of four of them allowed. */
  of({ operationId, parameters }: Operation, name: string): string[][] {
    const key = `${operationId} ${name}`;
    const made = this.#made.get(key);
    if (made !== undefined) return made;
    const schema = parameters.find((one) => one.name === name)?.schema ?? {};
    const allowed = fc.sample(admitted(schema), { numRuns: KEPT, seed: this.#seed });
    const wrong = refused(schema).map(([, values]) => values);
    const hostile = this.strings.slice(0, 20).map((value) => [value]);
    const pool = [...allowed, ...wrong.slice(0, KEPT / 4), ...hostile];
    this.#made.set(key, pool);
    return pool;
  }

  bodies({ operationId, requestBody }: Operation): string[] {
    const made = this.#bodies.get(operationId);
    if (made !== undefined) return made;
    const schema = requestBody?.content["application/json"]?.schema ?? {};
    const pool = fc.sample(jsonValues(schema), { numRuns: KEPT, seed: this.#seed }).map((value) => JSON.stringify(value));
    this.#bodies.set(operationId, pool);
    return pool;
  }
}
