/** What the commands ask for: an article, somebody it quotes, and two words of a quote. */
export interface GuideExample {
  article: string;
  speaker: string;
  words: string;
}

/** Of an article that ships with Verbatim. */
export const SHIPPED_EXAMPLE: GuideExample = {
  article: "russia-seeks-good-relations-with-taliban-as-us-troops-exit",
  speaker: "zamir-kabulov",
  words: "peace process",
};

/** A step: what it is for, the command, and what to look at in the answer. */
export interface Step {
  title: string;
  why: string;
  command: (api: string) => string;
  /** What the command asks for, as routes have it. */
  path: string;
  /** Whether it is asked for a second time, with the ETag of the first answer. */
  isAskedAgain?: boolean;
  /** Status of the answer. */
  status: number;
  look: string;
}

/** In the order a newcomer needs them. Ids of every script are sent percent-encoded. */
export function stepsWith({ article, speaker, words }: GuideExample): Step[] {
  const one = `/v1/articles/${encodeURIComponent(article)}`;
  const speakerId = encodeURIComponent(speaker);
  return [
    asks(`/v1/articles?limit=2`, {
      title: "Find an article",
      why: "Lists give twenty items at a time, newest first.",
      look: "`items` are the articles, `total` says how many there are, and `nextCursor` leads to the next page: give it as `cursor` with the same filters.",
    }),
    asks(`${one}?fields=headline,speakers,rights`, {
      title: "Get it, or the parts you need",
      why: "An article is data: headline, sections, paragraphs, quotes, speakers, credits and rights.",
      look: "Leave out `fields` for everything. `rights` says whose the words are; show it wherever you show the words.",
    }),
    asks(`${one}/quotes?speaker=${speakerId}`, {
      title: "Read what one person said",
      why: "A quote is one act of speech. Its `segments` are the words in quotation marks, its `attribution` names the speaker and the words the reporter used.",
      look: "`kind` says whether a quote is direct, partial or reported; `basis` and `confidence` say how the speaker was found and how sure that is.",
    }),
    asks(`${one}/text`, {
      title: "Find the exact place",
      why: "Every `start` and `end` counts Unicode code points of the article's text, from 0, the end not included.",
      look: "Python slices count the same way. In JavaScript use `utf16Span` of the client, or an emoji will shift every place after it.",
    }),
    asks(`/v1/speakers/${speakerId}/quotes`, {
      title: "Follow one person through all articles",
      why: "Speakers are shared by all articles.",
      look: "The same is available as a feed: `/v1/feeds/speakers/{id}.atom`. For a spreadsheet, add `?format=csv`.",
    }),
    {
      ...asks(`/v1/quotes?q=${encodeURIComponent(`"${words}"`)}`, {
        title: "Look for words in quotes",
        why: "All words must occur; words in double quotation marks must be next to each other.",
        look: "Case, accents and the form of quotation marks and dashes do not matter.",
      }),
      command: (api) => `curl --get "${api}/v1/quotes" --data-urlencode 'q="${words}"'`,
    },
    {
      ...asks(one, {
        title: "Ask again without downloading",
        why: "Every answer has an `ETag`. Send it with the next request, and an answer that has not changed is not sent again.",
        look: "304 and no body.",
      }),
      command: (api) => `etag=$(curl -s -o /dev/null -w '%header{etag}' "${api}${one}")\ncurl -i -H "If-None-Match: $etag" "${api}${one}"`,
      isAskedAgain: true,
      status: 304,
    },
    {
      ...asks("/v1/quotes?kind=shouted", {
        title: "Read an error",
        why: "Errors are problem details (RFC 9457): `code` is stable, `detail` says what to do.",
        look: "`errors` names each wrong parameter, what was sent and what is allowed. `type` leads to a page that explains the problem.",
      }),
      status: 400,
    },
  ];
}

function asks(path: string, words: Pick<Step, "title" | "why" | "look">): Step {
  return { ...words, path, command: (api) => `curl "${api}${path}"`, status: 200 };
}
