import { describe, expect, test } from "vitest";
import { visibleInline } from "../../../../src/extraction/reading/markdown/inline.ts";

describe("Markdown inline markup", () => {
  test.each([
    ["**bold** and *thin* and ***both***", "bold and thin and both"],
    ["snake_case_word and _thin_", "snake_case_word and thin"],
    ["5 * 3 * 2", "5 * 3 * 2"],
    ["~~gone~~ ~ here", "gone ~ here"],
    ["a `code *span*` b", "a code *span* b"],
    ["``a ` b``", "a ` b"],
    ['[words](https://a.example/x_(y) "title")', "words"],
    ["[**bold** words](https://a.example)", "bold words"],
    ["[by label][Tarn] and [Tarn] and [not]", "by label and Tarn and [not]"],
    ["![a picture](p.png)seen", "seen"],
    ["[![a picture](p.png)](https://a.example) seen", " seen"],
    ["<https://a.example> <b>bold</b><!-- hidden -->", "https://a.example bold"],
    ["a < b & c > d &rsquo; &#8217; &#x2019; &unknown;", "a < b & c > d ’ ’ ’ &unknown;"],
    ["Jos&eacute; Garc&iacute;a &Scaron;ima", "José García Šima"],
    ["\\*kept\\* \\[as it is\\]", "*kept* [as it is]"],
    ["*open and [open and `open", "*open and [open and `open"],
    ["“[It] is,” he said [sic].", "“[It] is,” he said [sic]."],
  ])("%j is %j", (source, visible) => {
    expect(visibleInline(source, new Set(["tarn"]))).toBe(visible);
  });
});
