import { annotateText } from "../src/extraction/annotate-text.ts";

/**
 * Measures how fast articles are annotated, and that hostile texts take time in proportion to their length:
 * node bench/extraction.ts [MEGABYTES]
 */
const size = Number(process.argv[2] ?? "5") * 1_000_000;
if (!(size > 0)) {
  console.error("Give the size of the hostile texts in megabytes: node bench/extraction.ts 5");
  process.exit(2);
}

const PARAGRAPHS = [
  "BRATSK, March 6 — The council of Bratsk voted on Friday to close the northern ferry, ending a service that has run since 1931.",
  "“We looked at every other way, and there was none,” Mayor Irina Petrova said after the vote. “The boat is older than most of us.”",
  "The decision was criticised by fishermen, who say the road around the bay takes two hours in winter and is often closed.",
  "According to the harbour office, the ferry carried 41,000 people last year, down from 90,000 ten years ago.",
  "“They never asked us,” said Pavel Orlov, 58, who sells fish on the northern shore. “I would have told them what the road is like.”",
  "Orlov said he would have to sell his van. His neighbour, Anna Belova, called the plan “a slow way of closing a village.”",
  "The mayor's spokesman, Oleg Ivanov, told reporters that a bus would run twice a day from May, and that it would be free.",
];
const article = (n: number): string => {
  let text = `Ferry ${n} to close after 89 years`;
  for (let p = n; text.length < 5_000; p += 1) text += `\n\n${PARAGRAPHS[p % PARAGRAPHS.length]}`;
  return text.slice(0, 5_000);
};

const articles = Array.from({ length: 600 }, (_, n) => article(n));
for (const text of articles.slice(0, 200)) annotateText(text);
const rates = Array.from({ length: 3 }, () => {
  const began = performance.now();
  for (const text of articles) annotateText(text);
  return (1000 * articles.length) / (performance.now() - began);
});
console.log(`articles of 5,000 characters: ${rates.map((rate) => rate.toFixed(0)).join(", ")} a second on one core`);

const HOSTILE: Record<string, string> = {
  "straight marks": '"',
  "opening marks": "“a ",
  "single marks": "'a ",
  "marks in turn": "“a” ‘b’ ",
  names: "Ann Lee ",
  surnames: "Lee, ",
  pronouns: "he said she said ",
  cues: "said ",
  "cues and names": "said Lee, Lee said. ",
  "quotes with cues": "“Yes,” said Lee. ",
  "quotes without cues": "“Yes.” ",
  "quotes in one sentence": "“a” and ",
  possessors: "Lee's ",
  commas: "a, ",
  stops: "A. ",
  lines: "“a\n",
  "one word": "a",
  "white space": " ",
  emoji: "😀“a”",
};
for (const [name, unit] of Object.entries(HOSTILE)) {
  const seconds = [size / 4, size].map((length) => {
    const text = unit.repeat(Math.ceil(length / unit.length));
    const began = performance.now();
    annotateText(text);
    return (performance.now() - began) / 1000;
  }) as [number, number];
  console.log(
    `${name.padEnd(24)} ${(size / 4e6).toFixed(2)} MB ${seconds[0].toFixed(2)} s, ${(size / 1e6).toFixed(2)} MB ${seconds[1].toFixed(2)} s`,
  );
}
