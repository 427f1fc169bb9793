import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { everyWord, parseQuery, type Term, type Words } from "../../../src/article/words/query.ts";
import { QueryRefused } from "../../../src/article/words/query-tokens.ts";

/** A query as it was understood: `a|b` for alternatives, phrases in marks, `-` in front of what must not occur. */
function shown({ all, none }: Words): string {
  const term = ({ kind, words }: Term) => (kind === "phrase" ? `"${words.join(" ")}"` : words.join("+") + (kind === "prefix" ? "*" : ""));
  return [...all.map((terms) => terms.map(term).join("|")), ...none.map((one) => `-${term(one)}`)].join(" ");
}

describe("a query", () => {
  test.each([
    ['taliban “Good Relations” U.S. "it’s"', 'taliban "good relations" us "its"'],
    ['"unclosed phrase', "unclosed phrase"],
    ['ferry "river wall" bridge" 5', 'ferry "river wall" bridge 5'],
    [' "" … ', ""],
    ["«la mer» „der Kai“ ”so”", '"la mer" "der kai" "so"'],
    ["ferry OR boat quay", "ferry|boat quay"],
    ['ferry OR "river wall" OR harb* quay', 'ferry|"river wall"|harb* quay'],
    ["quay ferry OR boat", "quay ferry|boat"],
    ["ferry AND boat", "ferry boat"],
    ["AND ferry", "ferry"],
    ["ferry AND NOT boat", "ferry -boat"],
    ['ferry -boat -"river wall" NOT quay NOT "no bridge" -harb*', 'ferry -boat -"river wall" -quay -"no bridge" -harb*'],
    ["ferry -(boat OR quay)", "ferry -boat -quay"],
    ["ferry NOT (boat OR quay)", "ferry -boat -quay"],
    ["(ferry OR boat) (quay)", "ferry|boat quay"],
    ["(ferry OR (boat OR quay))", "ferry|boat|quay"],
    ["(ferry boat) quay", "ferry boat quay"],
    ["ferry (-boat)", "ferry -boat"],
    ['"OR" "NOT" "-ferry" "harb*"', '"or" "not" "ferry" "harb"'],
    ["ferry or boat not quay and all", "ferry or boat not quay and all"],
    ["har* Jean-Cl*", "har* jean+cl*"],
    ["東京*", "東京*"],
  ])("%s is %s", (q, understood) => expect(shown(parseQuery(q))).toBe(understood));

  test.each([
    ["Jean-Claude co-operate", "jean+claude co+operate"],
    ["U.S.-led", "us+led"],
    ["ferry - boat", "ferry boat"],
    ["ferry – boat — quay", "ferry boat quay"],
    ["“Late,” – said the mayor", '"late" said the mayor'],
    ["ferry –boat --quay ---", "ferry boat quay"],
    ["ferry -", "ferry"],
    ["ferry- boat", "ferry boat"],
    ["pre- and post-war", "pre and post+war"],
    ["U.S. don't O’Neil it's", "us dont oneil its"],
    ["ferry * boat", "ferry boat"],
    ["* ferry", "ferry"],
    ["won 3:1, paid 10,000 at 9:30", "won 3+1 paid 10+000 at 9+30"],
    ["see https://example.com/a", "see https example+com a"],
    ["see example.com/a?b=c", "see example+com a b c"],
    ["FIRE NEAR BRIDGE", "fire near bridge"],
    ["Who? Ada", "who ada"],
    ["Note: this", "note this"],
    ["Speaker: the chair", "speaker the chair"],
    ["a ratio:high", "a ratio high"],
    ["a log-in:page", "a log+in page"],
    ["he said:“We go”", 'he said "we go"'],
    ["AT&T R&D rock’n’roll @ada C++", "at+t r+d rocknroll ada c"],
    ["ferry,boat/quay", "ferry boat quay"],
    ["the ministry (MFA) said (late)", "the ministry mfa said late"],
    ["report(s) :) (", "report s"],
    ["1) ferry 2) boat", "1 ferry 2 boat"],
    ["((ferry", "ferry"],
    ["Headline | Outlet", "headline outlet"],
    ["5 > 3 & <b> #tag @ada $5 50% +3", "5 3 b tag ada 5 50 3"],
    ["Why? Because! ... [sic] {x}", "why because sic x"],
    ["🚢 ferry 🚢", "ferry"],
    ["Одеса -Харкив", "одеса -харкив"],
    ["what NOT: to do", "what not to do"],
    ["ferry\n-boat\tquay", "ferry quay -boat"],
  ])("in pasted text, %s is %s", (q, understood) => expect(shown(parseQuery(q))).toBe(understood));

  test.each([
    ["-ferry", "This only says what must not occur."],
    ["NOT ferry -boat", "This only says what must not occur."],
    ["OR ferry", "At character 1: OR needs a word or a phrase on both sides."],
    ["ferry OR", "At character 7: OR needs"],
    ["ferry OR OR boat", "At character 7: OR needs"],
    ["ferry AND OR boat", "At character 11: OR needs"],
    ["ferry OR … ", "At character 7: OR needs"],
    ["ferry NOT", "At character 7: NOT needs"],
    ["ferry NOT AND boat", "At character 7: NOT needs"],
    ["ferry NOT NOT boat", "At character 7: Negated twice."],
    ["ferry NOT -boat", "At character 7: Negated twice."],
    ["ferry OR -boat", "At character 7: The sides of OR"],
    ["ferry -boat OR quay", "At character 13: The sides of OR"],
    ["ferry NOT boat OR quay", "At character 16: The sides of OR"],
    ["(ferry boat) OR quay", "At character 14: The sides of OR"],
    ["ferry -(boat quay)", "At character 8: Several words in parentheses"],
    ["🚢 f*", "At character 3: At least 2 letters"],
    ["ferry h*rbour", "At character 7: An asterisk stands at the end"],
    ["*arbour", "At character 2: An asterisk stands at the end"],
    ["*", "Nothing but an asterisk"],
    ["ferry speaker:ada", 'At character 7: "speaker:" is not part of a query. Use the parameter "speaker"'],
    ["title:ferry", 'At character 1: "title:" is not part of a query. Headlines are found with the text: leave it out'],
    ['speaker:"Ada Quill"', 'At character 1: "speaker:" is not part of a query.'],
    ["ferry -publisher:gazette", 'At character 8: "publisher:" is not'],
    ["ferry || boat", 'At character 7: Write OR instead of "||".'],
    ["ferry && boat", 'At character 7: Leave "&&" out'],
    ["ferry !boat", 'At character 7: Write "-" instead of "!"'],
    ["ferry NEAR/3 boat", "At character 7: NEAR is not supported."],
    ["ferry NEAR boat", "At character 7: NEAR is not supported."],
    ["ferry ha?bour", 'At character 7: "?" does not stand for a letter. Write the word out'],
    ["site:kiln.example ferry", 'At character 1: "site:" is not part of a query. Use the parameter "publisher"'],
    ["intitle:ferry", 'At character 1: "intitle:" is not part of a query. Headlines are found with the text'],
    ["ferry~ boat", 'At character 6: "~" is not supported.'],
    ['"river wall"~3', 'At character 13: "~" is not supported.'],
    ['"river wall"*', "At character 12: A phrase in marks is found exactly."],
    ["(".repeat(2_001), "Too long; at most 2000 characters"],
    ["ferry^2", 'At character 6: "^" is not supported'],
    [Array.from({ length: 101 }, (_, number) => `w${number}`).join(" "), "Too many words; at most 100"],
  ])("%s is refused", (q, message) => {
    expect(() => parseQuery(q)).toThrow(QueryRefused);
    expect(() => parseQuery(q)).toThrow(message);
  });

  test("is understood or refused, whatever it is", () => {
    const piece = fc.oneof(
      fc.constantFrom(..."()\"“”*-–:|&!~^'’", "OR", "AND", "NOT", " ", "ferry", "a", "speaker:", "U.S.", "5"),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        let words: Words;
        try {
          words = parseQuery(pieces.join(""));
        } catch (error) {
          expect(error).toBeInstanceOf(QueryRefused);
          return;
        }
        for (const terms of words.all) expect(terms.length).toBeGreaterThan(0);
        for (const { words: own } of [...words.all.flat(), ...words.none]) {
          expect(own.length).toBeGreaterThan(0);
          for (const word of own) expect(word).toMatch(/^\S+$/u);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test("for a name has each of its words, whatever they are", () => {
    expect(shown(everyWord('Jean-Claude "Bob" NOT -x*'))).toBe("jean claude bob not x");
    expect(shown(everyWord("…"))).toBe("");
  });
});
