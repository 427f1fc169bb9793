import { expect, test } from "vitest";
import { EndpointRefused, readEndpoint } from "../../src/webhooks/endpoint.ts";

test("takes an address with https:, and with --allow-private any web address", () => {
  expect(readEndpoint("https://cms.example/hook?site=1", false).href).toBe("https://cms.example/hook?site=1");
  expect(readEndpoint("http://127.0.0.1:8080/hook", true).href).toBe("http://127.0.0.1:8080/hook");
  expect(readEndpoint("https://10.0.0.1/hook", true).hostname).toBe("10.0.0.1");
});

test.each([
  ["cms.example/hook", /not a web address/],
  ["ftp://cms.example/", /not a web address/],
  ["http://cms.example/hook", /https:.*--allow-private/],
  ["https://127.0.0.1/hook", /127\.0\.0\.1 is not an address of the public internet/],
  // The same host in other spellings.
  ["https://2130706433/hook", /127\.0\.0\.1 is not/],
  ["https://0x7f.1/hook", /127\.0\.0\.1 is not/],
  ["https://[::1]/hook", /::1 is not/],
  ["https://[::ffff:10.0.0.1]/hook", /::ffff:a00:1 is not/],
  ["https://user:secret@cms.example/", /user name or password/],
  ["https://cms.example/#part", /fragment/],
  [`https://cms.example/${"x".repeat(2000)}`, /longer than/],
])("refuses %s", (text, message) => {
  expect(() => readEndpoint(text, false)).toThrow(EndpointRefused);
  expect(() => readEndpoint(text, false)).toThrow(message);
});

test("does not repeat a password in what it says", () => {
  expect(() => readEndpoint("https://user:hunter2@cms.example/", true)).toThrow(/^(?!.*hunter2)/s);
});
