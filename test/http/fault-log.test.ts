import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { FaultLog } from "../../src/http/fault-log.ts";
import { HttpProblem } from "../../src/http/problem.ts";
import { StoreUnavailable } from "../../src/store/store.ts";

let lines: Record<string, unknown>[];
const log = pino({ level: "info", base: null, timestamp: false }, { write: (line: string) => lines.push(JSON.parse(line)) });
const request = { log, url: "/v1/articles" };
const faults = new FaultLog();

beforeEach(() => {
  lines = [];
  vi.useFakeTimers();
});
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

describe("a fault that repeats", () => {
  test("is one line at once and one a second after, with the count of those left out", () => {
    for (let second = 0; second < 3; second += 1) {
      for (let times = 0; times < 100; times += 1) faults.failed(new StoreUnavailable("The database is away."), request);
      vi.advanceTimersByTime(1000);
    }
    vi.advanceTimersByTime(5000);
    expect(lines.map(({ leftOut }) => leftOut)).toEqual([undefined, 98, 99, 99]);
    faults.failed(new StoreUnavailable("The database is away."), request);
    expect(lines.at(-1)).toEqual({ level: 40, url: "/v1/articles", reason: "The database is away.", msg: "refused" });
  });

  test("is the same fault whatever numbers it has, and does not hide another one", () => {
    for (const read of [1, 2, 3]) faults.failed(new HttpProblem("unavailable", `The articles are being read, ${read} of 9.`), request);
    faults.failed(new HttpProblem("unavailable", "The server is busy."), request);
    expect(lines.map(({ reason }) => reason)).toEqual(["The articles are being read, 1 of 9.", "The server is busy."]);
    vi.advanceTimersByTime(1000);
    expect(lines.at(-1)).toMatchObject({ reason: "The articles are being read, 3 of 9.", leftOut: 1 });
  });

  test("is told apart by where it was thrown, not by what was read there", () => {
    const parse = (text: string) => {
      try {
        return JSON.parse(text);
      } catch (error) {
        return error;
      }
    };
    for (const text of ["a", "b", "c"]) faults.failed(parse(text), request);
    faults.failed(new TypeError("x is not a function"), request);
    expect(lines).toHaveLength(2);
  });
});

describe("a refusal that was to be expected", () => {
  test("of the server is `info` and has no stack", () => {
    faults.failed(new HttpProblem("unavailable", "The server is busy. Try again shortly."), request);
    expect(lines).toEqual([{ level: 30, url: "/v1/articles", reason: "The server is busy. Try again shortly.", msg: "refused" }]);
  });

  test("of the store is a warning that says why, and has no stack", () => {
    const many = Object.assign(new Error("sorry, too many clients already"), { code: "53300" });
    faults.failed(new StoreUnavailable("The database cannot be reached at the moment.", { cause: many }), request);
    const refused = new AggregateError([new Error("connect ECONNREFUSED ::1:5432")]);
    faults.failed(new StoreUnavailable("Away.", { cause: Object.assign(refused, { code: "ECONNREFUSED" }) }), request);
    expect(lines).toEqual([
      {
        level: 40,
        url: "/v1/articles",
        reason: "The database cannot be reached at the moment. sorry, too many clients already",
        msg: "refused",
      },
      { level: 40, url: "/v1/articles", reason: "Away. ECONNREFUSED", msg: "refused" },
    ]);
  });

  test("is not any other error: that has its stack", () => {
    faults.failed(new Error("expected a span"), request);
    expect(lines).toEqual([
      expect.objectContaining({
        level: 50,
        msg: "failed",
        err: expect.objectContaining({ stack: expect.stringContaining("fault-log.test") }),
      }),
    ]);
  });
});
