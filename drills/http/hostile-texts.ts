/**
 * Texts of up to 5 MB that are made to be slow are sent to be extracted, several at a time. Each is answered with 200, 4xx, or a 503 with
 * `Retry-After`; an ordinary request beside them takes less than 250 ms; when they are done everything is as before.
 */
import { Dice } from "../../bench/dice.ts";
import { newspaperFolder } from "../harness/archive-folder.ts";
import { type Drill, demand } from "../harness/drill.ts";
import { untilSame } from "../harness/picture.ts";
import { startReady, untilHealth } from "../harness/program.ts";
import { Pulse } from "../harness/pulse.ts";
import { ask } from "../harness/requests.ts";

const BYTES = 5 * 1024 * 1024;
/** Texts that are sent at a time. */
const AT_ONCE = 3;

/** What is repeated until a text is long enough, by its media type. */
const HOSTILE: [type: string, unit: string, closing?: string][] = [
  ["text/plain", "“"],
  ["text/plain", "“No,” said Orla Brice. "],
  ["text/plain", "“No,” said Orla Brice.\n\n"],
  ["text/plain", "said "],
  ["text/plain", "Orla Brice said that "],
  ["text/plain", "Mr. Brice, Mrs. Brice, Dr. Brice and "],
  ["text/plain", "“a ‘b “c ‘d "],
  ["text/plain", "'\"'\"“”‘’«»"],
  ["text/plain", "A\n\n"],
  ["text/plain", "a"],
  ["text/plain", "\u0301"],
  ["text/plain", "𝒜"],
  ["text/plain", " \t\u00a0\u200b"],
  ["text/plain", ". . . ... "],
  ["text/plain", "\u202e“מה?” \u202c"],
  ["text/plain", "\0\ufffd\ufeff"],
  ["text/markdown", "> "],
  ["text/markdown", "[a]("],
  ["text/markdown", "**_`~"],
  ["text/markdown", "| a "],
  ["text/markdown", "![[{{<!--"],
  ["text/html", "<div>"],
  ["text/html", "<p>“No,” said <b>Orla Brice</b>."],
  ["text/html", "<a href=x>"],
  ["text/html", "&amp;&#x201c;&lt;"],
  ["text/html", "<table><tr><td>"],
  ["text/html", '<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"'],
  ["text/html", "<!--"],
  ["text/html", "<blockquote><p>a</p>", "</blockquote>"],
];

export const hostileTexts: Drill = {
  name: "hostile-texts",
  file: import.meta.filename,
  short: null,
  async run(context) {
    const { data, undisturbed } = await newspaperFolder(context, 50);
    const server = await startReady(context, { env: { DATA_DIR: data } });
    const control = await startReady(context, { env: { DATA_DIR: data } });
    const pulse = new Pulse(server, control, ["/v1/articles", "/v1/search?q=a", "/v1/quotes?limit=100"]);
    const waiting = Array.from({ length: context.part(60) }, (_, number) => ({
      ...hostile(number),
      dice: new Dice(context.seed + number),
    }));
    const sent = waiting.length;
    const statuses = new Map<number, number>();
    const faults: string[] = [];
    let slowest = { ms: 0, unit: "" };
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
          const begun = performance.now();
          const { status, headers, body } = await ask(server.url, "/v1/extractions", {
            method: "POST",
            headers: { "content-type": next.type },
            body: textOf(next),
          });
          const ms = performance.now() - begun;
          if (ms > slowest.ms) slowest = { ms, unit: next.unit };
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
          if (status >= 500 && !(status === 503 && headers["retry-after"] !== undefined))
            faults.push(`${next.unit} ${status} ${body.subarray(0, 300)}`);
        }
      }),
    );
    const figures = pulse.stop();
    demand(faults.length === 0, `a hostile text is answered with ${faults[0]}`);
    await untilHealth(server, ({ status }) => status === "ok", "is not well after the hostile texts");
    await untilSame(server, undisturbed, "after the hostile texts");
    const said = [...statuses].map(([status, count]) => `${count} times ${status}`).join(", ");
    return `${sent} texts of up to 5 MB: ${said}, the slowest (${JSON.stringify(slowest.unit)}) ${(slowest.ms / 1000).toFixed(1)} s with what waited before it; ${figures}; ${server.memory().toFixed(0)} MB`;
  },
};

function hostile(number: number): { type: string; unit: string; closing: string } {
  const [type = "", unit = "", closing = ""] = HOSTILE[number % HOSTILE.length] ?? [];
  return { type, unit, closing };
}

/** A text of 5 MB or a part of it, cut off by some bytes at random; every third of them has another unit in its midst. */
function textOf({ unit, closing, dice }: { unit: string; closing: string; dice: Dice }): Buffer {
  const size = Math.floor(BYTES / dice.pick([1, 1, 4, 20])) - dice.below(64) - 16;
  const half = unit.repeat(Math.ceil(size / Buffer.byteLength(unit) / 2));
  const [, other] = dice.pick(HOSTILE);
  const middle = dice.below(3) === 0 ? other.repeat(100) : "";
  return Buffer.from(`Kiln stays open\n\n${half}${middle}${closing === "" ? half : closing.repeat(half.length / unit.length)}`).subarray(
    0,
    size,
  );
}
