import { describe, expect, test } from "vitest";
import { confidenceOf, type Evidence } from "../../../src/extraction/speakers/confidence.ts";

const sure: Evidence = {
  reported: false,
  probability: 0.99,
  basis: "name",
  adjacent: true,
  doubtful: false,
  unintroduced: false,
  selfNamed: false,
};

describe("confidence", () => {
  test("is high for a name beside its cue and its quote", () => {
    expect(confidenceOf(sure)).toBe("high");
  });

  test("falls with the probability of the mention", () => {
    expect(confidenceOf({ ...sure, probability: 0.8 })).toBe("medium");
    expect(confidenceOf({ ...sure, probability: 0.5 })).toBe("low");
  });

  test("is low when the mention may as well mean somebody else", () => {
    expect(confidenceOf({ ...sure, basis: "pronoun", doubtful: true })).toBe("low");
  });

  test("is low when the words speak of their speaker by name, unless the cue stands beside them", () => {
    expect(confidenceOf({ ...sure, adjacent: false, selfNamed: true })).toBe("low");
    expect(confidenceOf({ ...sure, selfNamed: true })).toBe("high");
  });

  test("is low for a role that nobody was given", () => {
    expect(confidenceOf({ ...sure, basis: "role", unintroduced: true })).toBe("low");
  });

  test("asks more of a quote that goes on and of a reported clause", () => {
    expect(confidenceOf({ ...sure, basis: "continued", probability: 0.95 })).toBe("medium");
    expect(confidenceOf({ ...sure, reported: true })).toBe("medium");
  });
});
