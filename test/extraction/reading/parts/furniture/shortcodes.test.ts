import { expect, test } from "vitest";
import { withoutShortcodes } from "../../../../../src/extraction/reading/parts/furniture/shortcodes.ts";

test.each([
  ['[caption id="a1" width="300"]<img src="a.jpg"> Bo Lind at the helm[/caption]', '<img src="a.jpg"> Bo Lind at the helm', "caption"],
  ['{{< figure src="a.jpg" caption="The quay at dawn" >}}', "The quay at dawn", "caption"],
  ['{% include image.html caption="The quay" %}', "The quay", "caption"],
  ['{{< figure src="a.jpg" title="Quay" caption="The quay at dusk" >}}', "The quay at dusk", "caption"],
  ['{{< figure src="a.jpg" >}}', "", null],
  ["{% include ad.html %}", "", null],
  ['[gallery ids="1,2"]', "", null],
  ["[toc]", "", null],
  ['[vc_row][vc_column width="1/2"][vc_column_text]We stay.[/vc_column_text][/vc_column][/vc_row]', "We stay.", null],
  [`[et_pb_text ${Array.from({ length: 40 }, (_, at) => `_f${at}="||"`).join(" ")}]We stay.[/et_pb_text]`, "We stay.", null],
  ["[audio https://ferry.example/a.mp3]", "", null],
  ["[video https://ferry.example/a.mp4 width=300]", "", null],
  ["[embed]https://ferry.example/v[/embed]", "", null],
  ["[pullquote]“We stay,” said Lind.[/pullquote]", "“We stay,” said Lind.", null],
  ['The boat {{< ref "x" >}} left.', "The boat  left.", null],
  ["{{% notice %}}", "", null],
  ["{{ page.notice }}", "", null],
])("%j is %j", (source, text, form) => {
  expect(withoutShortcodes(source)).toEqual({ text, form });
});

test.each([
  "“We need [more] boats,” she said.",
  "He said [the boat] was late.",
  "[quote](https://ferry.example)",
  "[quote][1]",
  "[see https://ferry.example/a]",
  "She writes {{ and }} around {% each.",
  "{ a brace }",
])("%j stays", (source) => {
  expect(withoutShortcodes(source)).toEqual({ text: source, form: null });
});
