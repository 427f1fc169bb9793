import { expect, test } from "vitest";
import { RegisteredSpeaker } from "../../src/article/corrections/speaker-registry.ts";
import { mergeSpeakers, type OriginSpeaker, registeredThere } from "../../src/pull/merge-speakers.ts";

const entry = (id: string, more: Partial<RegisteredSpeaker> = {}) => RegisteredSpeaker.parse({ id, name: id, type: "person", ...more });
const listed = (id: string, name: string, aliases: string[] = [], sameAs: string[] = []): OriginSpeaker => ({
  id,
  name,
  type: "person",
  aliases,
  sameAs,
});

test("takes those over that have other names or links, and who bears another one's other name", () => {
  const there = registeredThere([
    listed("runa-feld", "Runa Feld", ["R. Feld"]),
    listed("r-feld-2", "R. FELD"),
    listed("tove-brandt", "Tove Brandt", [], ["https://people.example/brandt"]),
    listed("ada-quill", "Ada Quill"),
  ]);
  expect(there.map(({ id }) => id)).toEqual(["runa-feld", "r-feld-2", "tove-brandt"]);
});

test("adds, changes and removes what came from there", () => {
  const [a, b, own] = [entry("a", { aliases: ["A."] }), entry("b", { aliases: ["B."] }), entry("own")];
  const changed = entry("b", { aliases: ["Bee"] });
  const c = entry("c", { sameAs: ["https://people.example/c"] });
  expect(mergeSpeakers({ speakers: [a, own, b] }, [a, b], [changed, c]).registry.speakers).toEqual([own, changed, c]);
});

test("leaves alone what an editor wrote, changed, took out or merged", () => {
  const came = ["written", "changed", "out", "merged"].map((id) => entry(id, { aliases: [`${id}.`] }));
  const here = [
    entry("written", { aliases: ["Mine"] }),
    entry("changed", { aliases: ["changed.", "Too"] }),
    entry("keeper", { merges: ["merged"] }),
  ];
  const there = came.map((one) => ({ ...one, aliases: [...one.aliases, "New"] }));
  expect(mergeSpeakers({ speakers: here }, came.slice(1), there).registry.speakers).toEqual(here);
});

test("does nothing the second time", () => {
  const there = [entry("a", { aliases: ["A."] })];
  const first = mergeSpeakers({ speakers: [] }, [], there);
  expect(mergeSpeakers(first.registry, first.came, there)).toEqual(first);
});
