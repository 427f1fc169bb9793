import { expect, test } from "vitest";
import { Progress } from "../../src/cli/progress.ts";

function stream(isTTY: boolean) {
  const written: string[] = [];
  return { written, isTTY, write: (text: string) => written.push(text) };
}

test("draws one line on a terminal, with a bar where it is known how much there is", () => {
  const terminal = stream(true);
  new Progress(terminal).show(5, 0.5, "5 articles");
  new Progress(terminal).show(5, null, "5 articles");
  expect(terminal.written[0]).toMatch(/\[#{15}\.{15}\] 50 % 5 articles, \d+\/s$/);
  expect(terminal.written[1]).not.toContain("[#");
});

test("draws nothing in a file, but writes lines", () => {
  const log = stream(false);
  const progress = new Progress(log);
  progress.show(5, 0.5, "5 articles");
  progress.line("a.txt: The source is empty.");
  expect(log.written).toEqual(["a.txt: The source is empty.\n"]);
});
