import { expect, test } from "vitest";
import { addresses, textFragment } from "../../src/pages/addresses.ts";

test("a short passage is named whole, with what the directive's syntax uses encoded", () => {
  expect(textFragment(["a cease-fire, at last & now"])).toBe(":~:text=a%20cease%2Dfire%2C%20at%20last%20%26%20now");
});

test("a long passage is named by its first and last five words", () => {
  const words = Array.from({ length: 40 }, (_, place) => `word${place}`).join(" ");
  expect(textFragment([words])).toBe(":~:text=word0%20word1%20word2%20word3%20word4,word35%20word36%20word37%20word38%20word39");
});

test("every passage is named, up to ten", () => {
  expect(textFragment(["We sail,", "At six."])).toBe(":~:text=We%20sail%2C&text=At%20six.");
  expect(textFragment(Array.from({ length: 300 }, () => "a")).match(/text=a/g)).toHaveLength(10);
});

test("a long passage without spaces is named by words at its ends", () => {
  const fragment = decodeURIComponent(textFragment(["船は毎朝六時に港を出て、夕方の六時に戻ります。".repeat(20)]));
  expect(fragment).toMatch(/^:~:text=船は毎朝[^,]{20,50},[^,]{20,50}戻ります。$/);
});

test("ids of every script make addresses, lone surrogates included", () => {
  expect(addresses.speaker("замир-кабулов")).toBe(`/speakers/${encodeURIComponent("замир-кабулов")}`);
  expect(addresses.speaker("a\ud800b")).toBe("/speakers/a%EF%BF%BDb");
});
