import { z } from "zod";
import type { SpeakerProfile } from "../../../article/model/items.ts";
import { SpeakerType } from "../../../article/model/schema.ts";
import { speakerUrl } from "../../../representations/links.ts";
import { speakerNotFound } from "../../lookup.ts";
import { speakersFiltered } from "../../named.ts";
import { text } from "../../requests/parameters.ts";
import { QuoteFound, quotesFound } from "../items.ts";
import { tool } from "../tool.ts";

/** Newest quotes that are shown without `quotes`, and at most. */
const QUOTES = 5;
const MAX_QUOTES = 20;
/** Descriptions that are shown of those that articles give. */
const MAX_DESCRIPTIONS = 10;

const DESCRIPTION =
  "Tells who a speaker is in this archive - type, other names, how articles describe them, number of quotes and articles - and their newest quotes. Takes an id, a name or an alias; a name that several have comes back with their ids. For all they said, or what they said about something, use search_quotes with the speaker.";

const Output = z.object({
  id: z.string(),
  name: z.string(),
  type: SpeakerType,
  aliases: z.array(z.string()),
  descriptions: z.array(z.string()).meta({ description: "How articles describe the speaker." }),
  sameAs: z.array(z.string()).meta({ description: "Pages on other sites about the speaker." }),
  quoteCount: z.int(),
  articleCount: z.int(),
  url: z.string().meta({ description: "Page of the speaker." }),
  newestQuotes: z.array(QuoteFound),
});

export const getSpeaker = tool({
  name: "get_speaker",
  title: "Get a speaker",
  description: DESCRIPTION,
  input: z.strictObject({
    speaker: text(400).min(1).meta({ description: "Id, name or alias of the speaker." }),
    quotes: z
      .int()
      .min(0)
      .max(MAX_QUOTES)
      .optional()
      .meta({ description: `How many of the newest quotes to give, at most ${MAX_QUOTES}; ${QUOTES} without it.` }),
  }),
  output: Output,
  async answer({ speaker, quotes: limit = QUOTES }, served) {
    const { store, site } = served;
    const [id] = (await speakersFiltered(store, [speaker])) ?? [];
    // "none" is nobody.
    if (typeof id !== "string") throw speakerNotFound(speaker);
    const found = await store.speaker(id);
    // He may have been merged since he was looked up.
    if (found.state !== "found") throw speakerNotFound(speaker);
    const profile = JSON.parse(found.json) as SpeakerProfile;
    const page = await store.quotes({ speakers: [id], limit });
    const { quotes, text: said } = await quotesFound(page.items, served);
    const { name, type, aliases, sameAs, quoteCount, articleCount } = profile;
    const descriptions = [...new Set(profile.appearances.flatMap((one) => one.descriptions.map(({ text }) => text)))];
    const url = speakerUrl(site, id);
    const data = {
      id,
      name,
      type,
      aliases,
      descriptions: descriptions.slice(0, MAX_DESCRIPTIONS),
      sameAs,
      quoteCount,
      articleCount,
      url,
      newestQuotes: quotes,
    };
    return { data, text: speakerText(data, said) };
  },
});

function speakerText(speaker: z.infer<typeof Output>, quotes: string): string {
  const { id, name, type, aliases, descriptions, quoteCount, articleCount, newestQuotes, url } = speaker;
  const lines = [
    `${name} (${type}, id "${id}"). Quotes: ${quoteCount}. Articles: ${articleCount}.`,
    ...(aliases.length === 0 ? [] : [`Also: ${aliases.join(", ")}.`]),
    ...(descriptions.length === 0 ? [] : [`Described as: ${descriptions.join("; ")}.`]),
    url,
  ];
  if (newestQuotes.length === 0) return lines.join("\n");
  const more = quoteCount > newestQuotes.length ? [`For more: search_quotes with speaker "${id}".`] : [];
  return [lines.join("\n"), "Newest quotes:", quotes, ...more].join("\n\n");
}
