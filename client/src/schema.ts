// Written by `npm run openapi` from openapi/openapi.json.
export interface paths {
    "/v1/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List articles
         * @description Articles without their text, newest first. Filters of speakers and quotes keep the articles that have one quote which passes all of them. Use it to browse, or to find articles by words, speaker, publisher, language or date.
         */
        get: operations["listArticles"];
        put?: never;
        /**
         * Publish an article
         * @description Takes a raw article, as `/v1/extractions` does, or a whole one as Verbatim writes it, and serves it from then on: the answer comes when GET has it. An article that is here already, by its bytes, answers 200 with `unchanged`; one that is known by its address and has other words answers 409 and is replaced by PUT.
         */
        post: operations["publishArticle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an article
         * @description The whole article as data: headline, sections, paragraphs, quotes, speakers, credits and rights. `fields` picks parts of it. Use it to show an article, or to get everything about one in a single request; other formats are for reading (Markdown, HTML), search engines (JSON-LD) and newsroom systems (ninjs).
         */
        get: operations["getArticle"];
        /**
         * Publish or replace an article
         * @description Serves an article at this slug. Of one that is here a new version takes its place: `If-Match` names the one that is replaced, quotes keep their ids, and the revision until now stays addressable. A free slug gets a new article, or renames the one of the same bytes or address when `If-Match` names that one.
         */
        put: operations["replaceArticle"];
        post?: never;
        /**
         * Withdraw an article
         * @description Takes an article out: its addresses, its parts, its quotes and its pages answer 410 with the reason, and it is in no list, search, feed or check. Its files and its history stay with whoever runs the server, and no import brings it back unasked. Of one that is withdrawn already the reason is replaced.
         */
        delete: operations["withdrawArticle"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{slug}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the full text
         * @description The text that all spans refer to: as `text/plain` exactly these bytes, as JSON with its revision and its length in code points. Use it to show spans in context.
         */
        get: operations["getArticleText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{slug}/sections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the sections of an article
         * @description All sections in reading order, each with its paragraphs. The first, `lead`, has no heading. Use it for a table of contents, or to read a long article in parts.
         */
        get: operations["listSections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{slug}/sections/{section}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one section
         * @description A section with its heading, its paragraphs and the quotes in it. Use it to show or to cite one part of an article.
         */
        get: operations["getSection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{slug}/paragraphs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the paragraphs of an article
         * @description All paragraphs in reading order, each with its section, its span and its quotes. Use it to lay an article out with its quotes marked.
         */
        get: operations["listParagraphs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{slug}/paragraphs/{paragraph}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one paragraph
         * @description A paragraph with its section, its span and its quotes. Paragraph ids belong to a revision. Use it to cite one paragraph.
         */
        get: operations["getParagraph"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{slug}/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the quotes of an article
         * @description All quotes in the order of the text, each with its segments, speaker, mention and cue. Use it to see who says what in one article; `/v1/quotes` looks through all of them.
         */
        get: operations["listArticleQuotes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{slug}/speakers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the speakers of an article
         * @description Everybody who is quoted in the article, with the words that describe and name them there. Use it for a list of who speaks; `/v1/speakers/{id}` describes them across articles.
         */
        get: operations["listArticleSpeakers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{slug}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the revisions of an article
         * @description Every text the article was served with, newest first, the present one included. The `url` of an earlier one answers with the article as it was, and so do its parts with `?revision=`; those answers never change. Use it to see what was corrected, or to cite the text you read.
         */
        get: operations["listRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow what changes
         * @description Articles that were added, changed, renamed, withdrawn or removed, in order, from the first one on. There is no last page: `nextCursor` is where the next change will be, so keep it and ask again. Use it to keep a copy or an index up to date: get each article named, and forget what is withdrawn or removed. NDJSON without `limit` sends all that there are, and its `Link` has the cursor.
         */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List quotes
         * @description Quotes of all articles, those of the newest article first, within an article in the order of the text. Use it to collect what was said, by speaker, kind, words or date; NDJSON and CSV return a whole selection at once.
         */
        get: operations["listQuotes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quotes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a quote
         * @description One quote with its exact place, who said it, how the reporter says so, its article and the text around it. Use it to show or to cite a quote. Other representations are for reading, for schema.org (JSON-LD) and for annotation tools (W3C Web Annotation).
         */
        get: operations["getQuote"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/speakers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List speakers
         * @description Everybody who is quoted, with how many quotes in how many articles there are in all. Filters keep those with at least one quote that passes all of them. Use it to find the id of a speaker by name.
         */
        get: operations["listSpeakers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/speakers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a speaker
         * @description One speaker across all articles, with the descriptions that each article gives. Use it for a page about a person.
         */
        get: operations["getSpeaker"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what is known of a speaker
         * @description A JSON Merge Patch (RFC 7396) of what editors know across all articles: `name`, `type`, other names (`aliases`), ids that are the same speaker (`merges`; they redirect here) and links to other registers (`sameAs`). What is left out stays, `null` empties a list, takes the type away or gives the name back to the articles, a list is given whole. Articles have the change when the answer comes. Where it is only tried, the counts and `appearances` in the answer are those of now.
         */
        patch: operations["changeSpeaker"];
        trace?: never;
    };
    "/v1/speakers/{id}/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what a speaker said
         * @description Everything one speaker said in all articles, newest first. Use it for a record of what somebody said; the feeds announce what is new.
         */
        get: operations["listSpeakerQuotes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search the full text
         * @description Articles that contain what `q` asks for, each with excerpts in which the words found are marked by spans. Use it for what was written; `/v1/quotes?q=` lists quotes, `/v1/verify` checks one.
         */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count quotes
         * @description Quotes, their words, speakers and articles counted, in all and by up to two dimensions. Use it for who is quoted most, for shares and for time series. A quote of several speakers is counted once in the group of each, and once in the totals, so groups may add up to more than the totals. What is unknown (nobody is named, no date, no publisher) is a group of its own with `null`: no quote is left out.
         */
        get: operations["getStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check a quote
         * @description Compares a claimed quote, word by word, with what the articles hold. There are two answers: `words` says whether anybody is recorded with these words, `speaker` whether it was the speaker you named. They say what these articles contain, never that something was not said. Send claims that make the address longer than 8 KiB by POST.
         */
        get: operations["verifyQuote"];
        put?: never;
        /**
         * Check a quote sent as JSON
         * @description Compares a claimed quote, word by word, with what the articles hold. There are two answers: `words` says whether anybody is recorded with these words, `speaker` whether it was the speaker you named. They say what these articles contain, never that something was not said.
         */
        post: operations["verifyQuoteInBody"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check all quotes of a text
         * @description Finds the quotes of a text and whom it names for each, and answers for each of them what `/v1/verify` does: against the archive, a part of it, or texts sent along. Nothing is stored, and no grades are given. Words in marks are checked, indirect speech is not; `notes` say how much of it there is. At most 200 quotes; what could not be checked within 30 seconds is in `unchecked`. An article of the archive with exactly this text is left out. NDJSON comes line by line, as each quote is checked: `type` is `quote`, `unchecked`, then `summary` (the members beside the quotes), or `problem` where the answer could not be ended.
         */
        post: operations["verifyText"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds/articles.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow new articles (Atom)
         * @description The 20 newest articles that pass the filters, in full. With `q` they are the hits of `/v1/search`. Use it to follow what is published, or what is published about something, with a feed reader.
         */
        get: operations["getArticlesFeedAtom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds/quotes.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow new quotes (Atom)
         * @description The 20 newest quotes that pass the filters: those of `/v1/quotes`. Use it to follow with a feed reader what is said about something, by several people, or in one publication.
         */
        get: operations["getQuotesFeedAtom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds/speakers/{id}.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a speaker (Atom)
         * @description The 20 newest quotes of one speaker. Use it to follow everything new this person says with a feed reader.
         */
        get: operations["getSpeakerFeedAtom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds/articles.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow new articles (JSON Feed)
         * @description The 20 newest articles that pass the filters, in full. With `q` they are the hits of `/v1/search`. Use it to follow what is published, or what is published about something, with a feed reader.
         */
        get: operations["getArticlesFeedJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds/quotes.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow new quotes (JSON Feed)
         * @description The 20 newest quotes that pass the filters: those of `/v1/quotes`. Use it to follow with a feed reader what is said about something, by several people, or in one publication.
         */
        get: operations["getQuotesFeedJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feeds/speakers/{id}.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a speaker (JSON Feed)
         * @description The 20 newest quotes of one speaker. Use it to follow everything new this person says with a feed reader.
         */
        get: operations["getSpeakerFeedJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/extractions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Extract an article from raw text
         * @description Takes a raw article and answers with it as data: sections, paragraphs, quotes, who said them. Nothing is stored. `notes` say what was replaced, left out or found odd: bytes that are not text, a page of which no article was found, a language without rules. Send plain text, Markdown or HTML as it is, or JSON with what is known about the article. Use it to try Verbatim on a text, or as a step before importing.
         */
        post: operations["extractArticle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{slug}/edits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an editor's corrections
         * @description The corrections of an article, in their order: quotes that were set, added or rejected, and speakers that were named. Use it before you set them; its `ETag` goes into `If-Match`.
         */
        get: operations["getEdits"];
        /**
         * Set an editor's corrections
         * @description Corrections in the place of those that were there; an empty list takes them away. Each must find what it corrects, and the article must be sound with them; else nothing is changed. One that was there before and no longer fits may stay: `notApplied` names it. What the machine found stays below them, so that the next version of the article is corrected too.
         */
        put: operations["setEdits"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Start here
         * @description Links to everything the API has; for browsers the front page, which lists articles and speakers.
         */
        get: operations["getEntryPoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/api-catalog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find the API
         * @description Where programs that know only the host find this API and its description (RFC 9727).
         */
        get: operations["getApiCatalog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is the process alive?
         * @description For supervisors that restart a process which does not answer. It does not look at the data.
         */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Can content be served?
         * @description For load balancers. 200 with `degraded` while a broken file keeps something from being served as it is; 503 only when nothing can be served: with `progress` while the articles are read at the start.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Explain a problem
         * @description What a problem means and what to do about it. `type` of every problem leads here; use it to write better messages for your users.
         */
        get: operations["getProblem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the OpenAPI document as JSON
         * @description Describes every public operation. Use it to generate clients, or open it in an API explorer.
         */
        get: operations["getOpenApiJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.yaml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the OpenAPI document as YAML
         * @description The same document as `/openapi.json`, for tools and people who prefer YAML.
         */
        get: operations["getOpenApiYaml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schemas/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the JSON Schema of a file
         * @description JSON Schemas of the files of an archive: editors' corrections, the speaker registry, rows to import, and articles. A file that names one in `$schema` is checked and completed by editors that know JSON Schema.
         */
        get: operations["getSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description What kind of speaker: "Moscow" is a place, "police" a group, "the report" a document.
         * @enum {string}
         */
        SpeakerType: "person" | "organisation" | "place" | "group" | "document";
        /**
         * @description `direct`: outside the marks only attribution remains. `mixed`: marked words inside a sentence the reporter composed. `indirect`: nothing marked, a reported clause.
         * @enum {string}
         */
        QuoteKind: "direct" | "mixed" | "indirect";
        /**
         * @description What the attribution is based on: a name beside the cue, a role ("the Russian envoy"), a pronoun, a quote that this one continues, or an editor.
         * @enum {string}
         */
        Basis: "name" | "role" | "pronoun" | "continued" | "editor";
        /**
         * @description How sure the attribution is. Measured on news articles, the words taken for the speaker were right in 97.7 % (`high`), 82.2 % (`medium`) and 82.4 % (`low`) of the quotes.
         * @enum {string}
         */
        Confidence: "high" | "medium" | "low";
        /**
         * @description What the items of a list are counted by.
         * @enum {string}
         */
        Facet: "speaker" | "speakerType" | "kind" | "confidence" | "publisher" | "language" | "year" | "month";
        /** @description A raw article with what is known of it, or a whole article as Verbatim writes it (an export, another server). */
        SubmittedArticle: components["schemas"]["SourceRow"] | components["schemas"]["SubmittedArticle2"];
        /** @description An article to extract: its words as exactly one of `text`, `markdown` and `html`, and what is known about it. Unknown members are refused. */
        SourceRow: {
            /** @description The article as plain text. */
            text?: string;
            /** @description The article as Markdown. */
            markdown?: string;
            /** @description The article as an HTML page or fragment. */
            html?: string;
            /** @description The headline, where the words do not begin with it. */
            title?: string;
            /**
             * Format: uri
             * @description Where the article was published.
             * @example https://news.example/2020/03/06/story
             */
            url?: string | null;
            /**
             * @description A day, or a time with its zone, in ISO 8601 or as a mail or a newspaper writes it.
             * @example 2026-05-01
             * @example 2026-05-01T09:30:00+02:00
             */
            publishedAt?: string;
            /**
             * @description A day, or a time with its zone, in ISO 8601 or as a mail or a newspaper writes it.
             * @example 2026-05-01
             * @example 2026-05-01T09:30:00+02:00
             */
            updatedAt?: string;
            /**
             * @description BCP 47 language tag.
             * @example en
             */
            language?: string | null;
            /**
             * @description The outlet as its own pages name it; else the agency of the dateline.
             * @example The Skerrow Post
             */
            publisher?: string | null;
            /**
             * @description Lower-case words of letters and digits, joined by hyphens; letters of every script are kept.
             * @example russia-seeks-good-relations-with-taliban-as-us-troops-exit
             */
            slug?: string;
        };
        /** @description A place in the text, in Unicode code points, half open, with its words. */
        Span: {
            /** @description The words of the span, exactly as in the text. */
            text: string;
            /**
             * @description First code point of the span, counted from 0.
             * @example 1024
             */
            start: number;
            /**
             * @description One past the last code point of the span.
             * @example 1058
             */
            end: number;
        };
        /** @description A run of paragraphs under one heading; the first, `lead`, has none. */
        Section: {
            /**
             * @description `lead` for the paragraphs before the first heading, else the slug of the heading.
             * @example lead
             */
            id: string;
            /** @description `null` for the lead. */
            heading: components["schemas"]["NullableSpan"];
            /** @description In the order of the text. */
            paragraphs: components["schemas"]["Paragraph"][];
        };
        /** @description One paragraph and the ids of its quotes. */
        Paragraph: {
            /**
             * @description Number of the paragraph: `p1` is the first. Holds for one revision.
             * @example p2
             */
            id: string;
            role: components["schemas"]["ParagraphRole"];
            /** @description The words of the span, exactly as in the text. */
            text: string;
            /**
             * @description First code point of the span, counted from 0.
             * @example 1024
             */
            start: number;
            /**
             * @description One past the last code point of the span.
             * @example 1058
             */
            end: number;
            /** @description Ids of the quotes with a segment in this paragraph, in order. */
            quotes: string[];
        };
        /**
         * @description `body` is running text; `standfirst` the summary under the headline; `list-item` an item of a list; `caption` belongs to a picture; `note` is an editor's note or a correction.
         * @enum {string}
         */
        ParagraphRole: "body" | "standfirst" | "list-item" | "caption" | "note";
        /** @description One act of speech: its segments, who said it, and how the reporter says so. */
        ExtractedQuote: {
            /**
             * @description Assigned once and never reused.
             * @example 4phdknnwpm
             */
            id: string;
            /** @description Ids this quote had before; they redirect here. */
            aliases: string[];
            kind: components["schemas"]["QuoteKind"];
            /** @description For display: the segments joined by ` … `. Only the segments are evidence. */
            text: string;
            /** @description The quoted spans, in the order of the text: the evidence. */
            segments: components["schemas"]["Segment"][];
            attribution: components["schemas"]["Attribution"];
        };
        /** @description One quoted span: everything inside the marks, closing punctuation included, the marks excluded. For an indirect quote the reported clause. */
        Segment: {
            /**
             * @description Number of the paragraph: `p1` is the first. Holds for one revision.
             * @example p2
             */
            paragraph: string;
            /** @description The words of the span, exactly as in the text. */
            text: string;
            /**
             * @description First code point of the span, counted from 0.
             * @example 1024
             */
            start: number;
            /**
             * @description One past the last code point of the span.
             * @example 1058
             */
            end: number;
        };
        /** @description Who said it, and how the reporter says so. */
        Attribution: {
            /** @description Who said it: one entry per speaker, none when nobody is named. */
            speakers: components["schemas"]["SpeakerRef"][];
            /** @description The words that name the speaker there: "the Russian envoy", "he". */
            mention: components["schemas"]["NullableSpan"];
            /** @description The words that report the speech: "said", "according to". */
            cue: components["schemas"]["NullableSpan"];
            /** @description `null` when the text names nobody for this quote. */
            basis: components["schemas"]["NullableBasis"];
            /** @description `null` when the text names nobody for this quote. */
            confidence: components["schemas"]["NullableConfidence"];
        };
        /** @description A speaker by id and canonical name. */
        SpeakerRef: {
            /**
             * @description The slug of the speaker's canonical name, Latin letters without their accents. A speaker of one article only ("police", "a resident") is `{article slug}~{slug}`.
             * @example zamir-kabulov
             */
            id: string;
            /**
             * @description Canonical name.
             * @example Zamir Kabulov
             */
            name: string;
        };
        /** @description Somebody who is quoted in this article. */
        ExtractedSpeaker: {
            /**
             * @description The slug of the speaker's canonical name, Latin letters without their accents. A speaker of one article only ("police", "a resident") is `{article slug}~{slug}`.
             * @example zamir-kabulov
             */
            id: string;
            /**
             * @description Canonical name.
             * @example Zamir Kabulov
             */
            name: string;
            type: components["schemas"]["SpeakerType"];
            /** @description How this article describes the speaker ("the Russian envoy"). */
            descriptions: components["schemas"]["Span"][];
            /** @description All places where the article names the speaker beside a quote. */
            mentions: components["schemas"]["Span"][];
        };
        /** @description Words in quote marks in the headline or a heading. Not a quote, and not evidence of one. */
        Echo: {
            /** @description The words of the span, exactly as in the text. */
            text: string;
            /**
             * @description First code point of the span, counted from 0.
             * @example 1024
             */
            start: number;
            /**
             * @description One past the last code point of the span.
             * @example 1058
             */
            end: number;
            /**
             * @description Id of the quote of the body whose words it repeats, if there is one.
             * @example 4phdknnwpm
             */
            quoteId: string | null;
            match: components["schemas"]["EchoMatch"];
        };
        /** @description One person of the byline, the assistance line or a contact line. */
        Credit: {
            role: components["schemas"]["CreditRole"];
            /**
             * @description The person's name.
             * @example Isolde Brannock
             */
            name: string;
            /** @description Where the line says the person is; `null` where it does not. */
            place: string | null;
            /** @description Mail address in the line; `null` without one. */
            email: string | null;
            /** @description The whole credit line; people named in one line share it. */
            text: string;
            /**
             * @description First code point of the span, counted from 0.
             * @example 1024
             */
            start: number;
            /**
             * @description One past the last code point of the span.
             * @example 1058
             */
            end: number;
        };
        /**
         * @description `author`: byline; `contributor`: assistance; `reporter` and `editor`: contact lines.
         * @enum {string}
         */
        CreditRole: "author" | "contributor" | "reporter" | "editor" | "photographer" | "translator";
        /** @description Who holds the rights to the text. Every representation includes them. */
        Rights: {
            /** @description The rights line of the text. */
            notice: components["schemas"]["NullableSpan"];
            /**
             * @description Who the notice says holds the rights.
             * @example Bloomberg L.P.
             */
            holder: string | null;
            /**
             * @description Year of the notice.
             * @example 2020
             */
            year: number | null;
            /**
             * @description Licence the source names, if any.
             * @example CC0 1.0
             */
            licence: string | null;
        };
        /** @description The raw file the article came from and what import left out of it. */
        Source: {
            mediaType: components["schemas"]["SourceMediaType"];
            /** @description SHA-256 of the raw file's bytes. */
            sha256: string;
            /** @description Size of the raw file in bytes. */
            bytes: number;
            /** @description What is not part of the article, in the order of the raw file. */
            omitted: components["schemas"]["Omission"][];
            given?: components["schemas"]["Given"];
            /**
             * Format: uri
             * @description Address of the picture it gives for the article; left out when it gives none.
             * @example https://news.example/2020/03/06/story.jpg
             */
            image?: string;
            /**
             * @description Sections, categories and tags that it gives the article, as they stand; left out when it gives none.
             * @example [
             *       "World",
             *       "Diplomacy"
             *     ]
             */
            categories?: string[];
        };
        /** @description Furniture left out of the text. Offsets are code points of the decoded raw file. */
        Omission: {
            /** @description What was left out, as it stands in the raw file. */
            text: string;
            reason: components["schemas"]["OmissionReason"];
            /** @description Its first code point in the decoded raw file, counted from 0. */
            start: number;
            /** @description One past its last code point. */
            end: number;
        };
        /** @description What was said of the article when it was imported. It takes precedence over what the raw file says. */
        Given: {
            /**
             * @description BCP 47 language tag.
             * @example en
             */
            language?: string;
            /**
             * @description A day (`2020-03-06`) or an instant in UTC (`2020-03-06T09:30:00Z`): as precise as the source was.
             * @example 2020-03-06T09:30:00Z
             */
            publishedAt?: string;
            /**
             * @description A day (`2020-03-06`) or an instant in UTC (`2020-03-06T09:30:00Z`): as precise as the source was.
             * @example 2020-03-06T09:30:00Z
             */
            updatedAt?: string;
            /**
             * Format: uri
             * @description Address at which the article was published.
             */
            sourceUrl?: string;
            /**
             * @description The outlet as its own pages name it; else the agency of the dateline.
             * @example The Skerrow Post
             */
            publisher?: string;
        };
        /** @description What is to change; what is left out stays, `null` takes it away. */
        SpeakerChange: {
            /** @description The name in all articles; `null`: the one that the newest of them gives. */
            name?: string | null;
            /** @description The type in all articles. */
            type?: components["schemas"]["NullableSpeakerType"];
            /** @description Other names: a speaker found under one of them is this speaker. */
            aliases?: string[] | null;
            /** @description Ids that are this speaker; they redirect. */
            merges?: string[] | null;
            /** @description Pages on other sites about the speaker. */
            sameAs?: string[] | null;
        };
        /**
         * @description `all`: the whole text; `quotes`: inside one quote; `narration`: words of the paragraphs outside quotes.
         * @enum {string}
         */
        SearchScope: "all" | "quotes" | "narration";
        /**
         * @description What quotes are grouped by. `year` and `month` are those of `publishedAt` in UTC.
         * @enum {string}
         */
        Dimension: "speaker" | "speakerType" | "kind" | "basis" | "confidence" | "publisher" | "language" | "year" | "month" | "pronoun";
        /** @description A claimed quote, and who is claimed to have said it. */
        ClaimedQuote: {
            /**
             * @description The claimed quote; it holds a letter or a digit. `…`, `...`, `[ ]` and words in brackets are gaps, and so is who said it between its marks (`“We bake,” she said, “and sell.”`). Case, diacritics, dashes and the form of marks do not matter.
             * @example A bridge takes you over the water ... and people here know the difference
             */
            quote: string;
            /**
             * @description Who is claimed to have said it: a speaker's id, name or alias. A name that no speaker has comes back as `unknownSpeaker` and is compared with those recorded; one that several have is refused with their ids.
             * @example isolde-brannock
             */
            speaker?: string;
            /**
             * @description Slug of the only article to look in.
             * @example skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge
             */
            article?: string;
        };
        /** @description A text whose quotes are to be checked, as exactly one of `text`, `markdown` and `html`, and against what. */
        SubmittedText: {
            /** @description The text to check, as plain text. */
            text?: string;
            /** @description The text to check, as Markdown. */
            markdown?: string;
            /** @description The text to check, as an HTML page or fragment. */
            html?: string;
            /** @description Texts to check against instead of the archive, at most 1 MiB together. They are not stored. */
            sources?: (string | components["schemas"]["SourceText"])[];
            /**
             * @description Slugs of the only articles to look in. With it, the article that is the text itself is looked in too.
             * @example [
             *       "skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge"
             *     ]
             */
            article?: string[];
            /**
             * @description Slugs of articles to leave out, such as an earlier version of the text.
             * @example [
             *       "skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge"
             *     ]
             */
            exclude?: string[];
            /** @description Published on or after this day, or this instant (RFC 3339); an instant without an offset is in UTC. */
            publishedFrom?: string;
            /** @description Published on or before this day, or this instant (RFC 3339); a day means its end, an instant without an offset is in UTC. */
            publishedTo?: string;
        };
        /** @description A text to check against: its words as exactly one of `text`, `markdown` and `html`, and what is known about it. */
        SourceText: {
            /** @description The article as plain text. */
            text?: string;
            /** @description The article as Markdown. */
            markdown?: string;
            /** @description The article as an HTML page or fragment. */
            html?: string;
            /** @description The headline, where the words do not begin with it. */
            title?: string;
            /**
             * Format: uri
             * @description Where the article was published.
             * @example https://news.example/2020/03/06/story
             */
            url?: string | null;
            /**
             * @description The outlet as its own pages name it; else the agency of the dateline.
             * @example The Skerrow Post
             */
            publisher?: string | null;
        };
        /** @description An editor's corrections of what the machine found in an article. */
        Edits: {
            /**
             * @description Address of this schema, for the program the file is written in.
             * @example https://news.example/schemas/edits.schema.json
             */
            $schema?: string;
            /** @description In the order in which they are applied. */
            edits: components["schemas"]["Edit"][];
        };
        /** @description One correction of an article by an editor. */
        Edit: components["schemas"]["EditSet"] | components["schemas"]["EditReject"] | components["schemas"]["EditAdd"] | components["schemas"]["EditSpeaker"];
        /** @description Sets the kind or the attribution of a quote; what is left out stays. */
        EditSet: {
            /**
             * @description The kind of correction. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            op: "set";
            quote: components["schemas"]["EditTarget"];
            kind?: components["schemas"]["QuoteKind"];
            /** @description Who said it; an empty list is nobody. */
            speakers?: components["schemas"]["EditSpeakerNamed"][];
            /** @description The words that name the speaker there; `null` for none. */
            mention?: components["schemas"]["NullableEditWords"];
            /** @description The words that report the speech; `null` for none. */
            cue?: components["schemas"]["NullableEditWords"];
            /** @description Why, for the next editor. */
            note?: string;
        };
        /** @description The quote that a correction is about. */
        EditTarget: {
            /**
             * @description Assigned once and never reused.
             * @example 4phdknnwpm
             */
            id: string;
            /** @description Its words, in case a later extraction cuts it differently. */
            text: string;
        };
        /** @description A speaker that a correction names. */
        EditSpeakerNamed: {
            /**
             * @description Without it, the id that the name gives.
             * @example zamir-kabulov
             */
            id?: string;
            /** @description The name, with a letter or digit; where the article has the speaker, that one stays. */
            name: string;
            /** @default person */
            type: components["schemas"]["SpeakerType"];
        };
        /** @description Words of the article. */
        EditWords: {
            /** @description As they stand in the text. */
            text: string;
            /**
             * @description Which of their occurrences in the text is meant, counted from 1.
             * @default 1
             */
            occurrence: number;
        };
        /** @description Takes out what is no quote. */
        EditReject: {
            /**
             * @description The kind of correction. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            op: "reject";
            quote: components["schemas"]["EditTarget"];
            /** @description Why, for the next editor. */
            note?: string;
        };
        /** @description Adds a quote that was not found. */
        EditAdd: {
            /**
             * @description The kind of correction. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            op: "add";
            /**
             * @description Assigned once and never reused.
             * @example 4phdknnwpm
             */
            id?: string;
            kind: components["schemas"]["QuoteKind"];
            /** @description The quoted words, without their marks. */
            segments: components["schemas"]["EditWords"][];
            /** @description Who said it; an empty list is nobody. */
            speakers?: components["schemas"]["EditSpeakerNamed"][];
            /** @description The words that name the speaker there; `null` for none. */
            mention?: components["schemas"]["NullableEditWords"];
            /** @description The words that report the speech; `null` for none. */
            cue?: components["schemas"]["NullableEditWords"];
            /** @description Why, for the next editor. */
            note?: string;
        };
        /** @description Sets the name or type of a speaker of this article. */
        EditSpeaker: {
            /**
             * @description The kind of correction. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            op: "set-speaker";
            /**
             * @description The slug of the speaker's canonical name, Latin letters without their accents. A speaker of one article only ("police", "a resident") is `{article slug}~{slug}`.
             * @example zamir-kabulov
             */
            speaker: string;
            /** @description The name in this article. */
            name?: string;
            type?: components["schemas"]["SpeakerType"];
            /** @description Why, for the next editor. */
            note?: string;
        };
        /** @description One page of a list. */
        ArticleList: {
            /** @description Left out unless the parameter `facets` asks for it. */
            facets?: components["schemas"]["FacetCounts"];
            /** @description The items of this page, in the order of the list. */
            items: components["schemas"]["ArticleSummary"][];
            /**
             * @description Number of items in the whole filtered list.
             * @example 1
             */
            total: number;
            /** @description Give it as `cursor` for the next page; `null` on the last. */
            nextCursor: string | null;
        };
        /** @description The items of the whole list counted, by the facets that were asked for. Of years and months all, the newest first; of the others up to 20 values, those of most items first. An item with several values (a quote of two speakers) counts for each. */
        FacetCounts: {
            /** @description Speakers; of articles and hits, of their quotes that pass the filters. `null`: quotes nobody is named for. */
            speaker?: components["schemas"]["FacetValue"][];
            /** @description Types of the speakers, as the articles have them. */
            speakerType?: components["schemas"]["FacetValue"][];
            /** @description Kinds of the quotes. */
            kind?: components["schemas"]["FacetValue"][];
            /** @description Confidence of the attributions. */
            confidence?: components["schemas"]["FacetValue"][];
            /** @description Publishers of the articles. */
            publisher?: components["schemas"]["FacetValue"][];
            /** @description Languages of the articles, in lower case. */
            language?: components["schemas"]["FacetValue"][];
            /** @description Years of `publishedAt` in UTC. */
            year?: components["schemas"]["FacetValue"][];
            /** @description Months of `publishedAt` in UTC. */
            month?: components["schemas"]["FacetValue"][];
        };
        /** @description A value that items of a list have, and how many have it. */
        FacetValue: {
            /**
             * @description Id of a speaker, name of a publisher, year (`2026`), month (`2026-05`), or the value as items have it; `null`: they have none.
             * @example zamir-kabulov
             */
            value: string | null;
            /**
             * @description Name of a speaker; `null` for other facets.
             * @example Zamir Kabulov
             */
            name: string | null;
            /**
             * @description Items of the list that have the value.
             * @example 8
             */
            count: number;
            /**
             * @description The query parameters that narrow the list to these items: set them in its address, in place of those of the same name. `null` where no filter does.
             * @example speaker=zamir-kabulov
             */
            filter: string | null;
        };
        /** @description An article without its text. */
        ArticleSummary: {
            /**
             * @description Lower-case words of letters and digits, joined by hyphens; letters of every script are kept.
             * @example russia-seeks-good-relations-with-taliban-as-us-troops-exit
             */
            slug: string;
            /**
             * @description SHA-256 of the article's text in UTF-8. Spans hold for this revision only.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            revision: string;
            /**
             * @description BCP 47 language tag.
             * @example en
             */
            language: string | null;
            /**
             * @description A day (`2020-03-06`) or an instant in UTC (`2020-03-06T09:30:00Z`): as precise as the source was.
             * @example 2020-03-06T09:30:00Z
             */
            publishedAt: string | null;
            /**
             * @description A day (`2020-03-06`) or an instant in UTC (`2020-03-06T09:30:00Z`): as precise as the source was.
             * @example 2020-03-06T09:30:00Z
             */
            updatedAt: string | null;
            /**
             * @description An instant in UTC, to the second.
             * @example 2026-11-22T12:00:00Z
             */
            importedAt: string;
            /**
             * @description When what is served of the article last changed: its text, what is known of it, an editor's corrections, or the names of its speakers. Kept by the server; `updatedAt` is what the source says.
             * @example 2026-11-22T12:00:00Z
             */
            modifiedAt: string;
            /**
             * Format: uri
             * @description Address at which the article was published; `null` when it is not known.
             * @example https://news.example/2020/03/06/story
             */
            sourceUrl: string | null;
            /**
             * @description The outlet as its own pages name it; else the agency of the dateline.
             * @example The Skerrow Post
             */
            publisher: string | null;
            headline: components["schemas"]["Span"];
            /** @description Number of words in the paragraphs. */
            wordCount: number;
            /** @description Number of quotes. */
            quoteCount: number;
            /** @description Everyone whom it quotes. */
            speakers: components["schemas"]["SpeakerRef"][];
            rights: components["schemas"]["Rights"];
            /**
             * @description Address in the API, path-absolute.
             * @example /v1/quotes/c5zdc6gr9e
             */
            url: string;
            /**
             * @description Address of the page for readers, path-absolute.
             * @example /quotes/c5zdc6gr9e
             */
            page: string;
        };
        /** @description An error as RFC 9457 problem details. */
        Problem: {
            /**
             * Format: uri
             * @description Address of the page that explains it, absolute.
             * @example https://news.example/problems/article-not-found
             */
            type: string;
            /**
             * @description The kind of problem in a few words.
             * @example Article not found
             */
            title: string;
            /**
             * @description HTTP status, as in the status line.
             * @example 404
             */
            status: number;
            code: components["schemas"]["ProblemCode"];
            /**
             * @description What happened here, and what to do.
             * @example There is no article "no-such-article".
             */
            detail: string;
            /** @description Names the request in the server's log. */
            requestId?: string;
            /** @description Each wrong parameter. */
            errors?: components["schemas"]["ParameterError"][];
            /** @description Media types that are available. */
            available?: string[];
            /**
             * @description When the article was withdrawn.
             * @example 2026-11-22T12:00:00Z
             */
            at?: string;
            /** @description Why the article was withdrawn, for readers. */
            reason?: string;
            lastRevision?: components["schemas"]["LastRevision"];
            progress?: components["schemas"]["ProblemProgress"];
        };
        /**
         * @description Stable name of a kind of problem. New kinds may be added: treat one you do not know by its `status`.
         * @example article-not-found
         */
        ProblemCode: string;
        /** @description One wrong parameter. */
        ParameterError: {
            in: components["schemas"]["ParameterErrorIn"];
            /**
             * @description The parameter, or the JSON path in the body.
             * @example limit
             */
            name: string;
            /**
             * @description What was sent.
             * @example 1000
             */
            value: string | null;
            /**
             * @description What is wrong and what is allowed.
             * @example Too big: expected number to be <=100
             */
            message: string;
        };
        /** @description The last text of the article that had the quote. */
        LastRevision: {
            /**
             * @description SHA-256 of the article's text in UTF-8. Spans hold for this revision only.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            revision: string;
            /** @description Address of the article in that revision, path-absolute. */
            url: string;
            /**
             * @description When another text took its place.
             * @example 2026-11-22T12:00:00Z
             */
            until: string;
        };
        /** @description What became of an article that was sent. */
        Publication: {
            state: components["schemas"]["PublicationState"];
            /**
             * @description Lower-case words of letters and digits, joined by hyphens; letters of every script are kept.
             * @example russia-seeks-good-relations-with-taliban-as-us-troops-exit
             */
            slug: string;
            /**
             * @description Address in the API, path-absolute.
             * @example /v1/quotes/c5zdc6gr9e
             */
            url: string;
            /**
             * @description Address of the page for readers, path-absolute.
             * @example /quotes/c5zdc6gr9e
             */
            page: string;
            /**
             * @description SHA-256 of the article's text in UTF-8. Spans hold for this revision only.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            revision: string;
            /**
             * @description The revision that was served until now; `null` when none was.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            previousRevision: string | null;
            /**
             * @description The slug it had until now, when it has another one; that one redirects.
             * @example russia-seeks-good-relations-with-taliban-as-us-troops-exit
             */
            renamedFrom: string | null;
            /** @description What extraction replaced, left out or found odd. */
            notes: components["schemas"]["Note"][];
        };
        /** @description Something that extraction replaced, left out or found odd in a source. */
        Note: {
            code: components["schemas"]["NoteCode"];
            /**
             * @description What was found in this source.
             * @example Bytes that are not text in the encoding were replaced by U+FFFD.
             */
            message: string;
            /**
             * @description How often.
             * @example 2
             */
            count: number;
        };
        /**
         * @description Stable name of what was found. New ones may be added.
         *     - `encoding`: The bytes did not fit the declared encoding, or none was declared; the message names the one that was used.
         *     - `invalid-bytes`: Bytes that are not text in the encoding were replaced by U+FFFD.
         *     - `control-characters`: Control characters were dropped.
         *     - `lone-surrogates`: Escapes that name half a character were replaced by U+FFFD.
         *     - `mojibake`: Character pairs suggest that the text was decoded wrongly before it came; they were kept.
         *     - `double-encoded`: Entities that the page shows as such were decoded.
         *     - `wrapped-lines`: Lines wrapped at a fixed width were joined into paragraphs.
         *     - `no-headline-line`: The source begins with a paragraph; its first sentence became the headline.
         *     - `headline-from-name`: Nothing in the source is a headline; the name of its file became the headline.
         *     - `front-matter`: The front matter is not quite of its format; it was read line by line.
         *     - `metadata`: A value of the metadata was not understood and was left out.
         *     - `partial-page`: No article was found in the page, so all its text was read.
         *     - `language-without-rules`: There are no rules for the language of the text: marked words are quotes, and nobody is named for them.
         *     - `language-mismatch`: The text is said to be in one language, but its words are clearly in another, whose rules were followed.
         *     - `page-furniture`: Lines around the article, such as menus and links, were left out.
         * @example invalid-bytes
         */
        NoteCode: string;
        /** @description A news article as data. */
        Article: {
            /**
             * @description Lower-case words of letters and digits, joined by hyphens; letters of every script are kept.
             * @example russia-seeks-good-relations-with-taliban-as-us-troops-exit
             */
            slug: string;
            /** @description Slugs this article had before; they redirect here. */
            aliases: string[];
            /**
             * @description SHA-256 of the article's text in UTF-8. Spans hold for this revision only.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            revision: string;
            /**
             * @description BCP 47 language tag.
             * @example en
             */
            language: string | null;
            /**
             * @description A day (`2020-03-06`) or an instant in UTC (`2020-03-06T09:30:00Z`): as precise as the source was.
             * @example 2020-03-06T09:30:00Z
             */
            publishedAt: string | null;
            /**
             * @description A day (`2020-03-06`) or an instant in UTC (`2020-03-06T09:30:00Z`): as precise as the source was.
             * @example 2020-03-06T09:30:00Z
             */
            updatedAt: string | null;
            /**
             * @description An instant in UTC, to the second.
             * @example 2026-11-22T12:00:00Z
             */
            importedAt: string;
            /**
             * @description When what is served of the article last changed: its text, what is known of it, an editor's corrections, or the names of its speakers. Kept by the server; `updatedAt` is what the source says.
             * @example 2026-11-22T12:00:00Z
             */
            modifiedAt: string;
            /**
             * Format: uri
             * @description Address at which the article was published; `null` when it is not known.
             * @example https://news.example/2020/03/06/story
             */
            sourceUrl: string | null;
            /**
             * @description The outlet as its own pages name it; else the agency of the dateline.
             * @example The Skerrow Post
             */
            publisher: string | null;
            headline: components["schemas"]["Span"];
            dateline: components["schemas"]["NullableDateline"];
            /** @description The text between headline and credits, in order. The first section is the lead. */
            sections: components["schemas"]["Section"][];
            /** @description In the order of the text. */
            quotes: components["schemas"]["Quote"][];
            /** @description Ids of quotes this article once had; they answer 410. */
            removedQuotes: string[];
            /** @description Everyone whom the article quotes. */
            speakers: components["schemas"]["Speaker"][];
            /** @description Words in quote marks in the headline and the headings, in order. */
            echoes: components["schemas"]["Echo"][];
            /** @description Who is credited, in the order of the text. */
            credits: components["schemas"]["Credit"][];
            rights: components["schemas"]["Rights"];
            source: components["schemas"]["Source"];
            /** @description Number of words in the paragraphs. */
            wordCount: number;
            /**
             * @description Address in the API, path-absolute.
             * @example /v1/quotes/c5zdc6gr9e
             */
            url: string;
            /**
             * @description Address of the page for readers, path-absolute.
             * @example /quotes/c5zdc6gr9e
             */
            page: string;
        };
        /** @description One act of speech: its segments, who said it, and how the reporter says so. */
        Quote: {
            /**
             * @description Assigned once and never reused.
             * @example 4phdknnwpm
             */
            id: string;
            /** @description Ids this quote had before; they redirect here. */
            aliases: string[];
            kind: components["schemas"]["QuoteKind"];
            /** @description For display: the segments joined by ` … `. Only the segments are evidence. */
            text: string;
            /** @description The quoted spans, in the order of the text: the evidence. */
            segments: components["schemas"]["Segment"][];
            attribution: components["schemas"]["Attribution"];
            /**
             * @description Address in the API, path-absolute.
             * @example /v1/quotes/c5zdc6gr9e
             */
            url: string;
            /**
             * @description Address of the page for readers, path-absolute.
             * @example /quotes/c5zdc6gr9e
             */
            page: string;
        };
        /** @description Somebody who is quoted in this article. */
        Speaker: {
            /**
             * @description The slug of the speaker's canonical name, Latin letters without their accents. A speaker of one article only ("police", "a resident") is `{article slug}~{slug}`.
             * @example zamir-kabulov
             */
            id: string;
            /**
             * @description Canonical name.
             * @example Zamir Kabulov
             */
            name: string;
            type: components["schemas"]["SpeakerType"];
            /** @description How this article describes the speaker ("the Russian envoy"). */
            descriptions: components["schemas"]["Span"][];
            /** @description All places where the article names the speaker beside a quote. */
            mentions: components["schemas"]["Span"][];
            /**
             * @description Address in the API, path-absolute.
             * @example /v1/quotes/c5zdc6gr9e
             */
            url: string;
            /**
             * @description Address of the page for readers, path-absolute.
             * @example /quotes/c5zdc6gr9e
             */
            page: string;
        };
        /** @description A schema.org NewsArticle or Quotation as JSON-LD 1.1. */
        JsonLd: {
            /** @description The vocabulary: schema.org. */
            "@context": unknown;
            /**
             * @description The kind of thing.
             * @example NewsArticle
             */
            "@type": string;
        } & {
            [key: string]: unknown;
        };
        /** @description An article as IPTC ninjs 3.1. */
        Ninjs: {
            /** @description Absolute address of the article. */
            uri: string;
            standard: components["schemas"]["NinjsStandard"];
            /**
             * @description What kind of news object it is.
             * @example text
             */
            type: string;
        } & {
            [key: string]: unknown;
        };
        /** @description What the object keeps to. */
        NinjsStandard: {
            /**
             * @description The standard.
             * @constant
             */
            name: "ninjs";
            /**
             * @description Its version.
             * @example 3.1
             */
            version: string;
        } & {
            [key: string]: unknown;
        };
        /** @description The notice that an article's addresses answer with from now on. */
        Withdrawal: {
            /**
             * @description Lower-case words of letters and digits, joined by hyphens; letters of every script are kept.
             * @example russia-seeks-good-relations-with-taliban-as-us-troops-exit
             */
            slug: string;
            /**
             * @description An instant in UTC, to the second.
             * @example 2026-11-22T12:00:00Z
             */
            at: string;
            /**
             * @description Why, for readers.
             * @example The interview was not authorised.
             */
            reason: string;
            /**
             * @description SHA-256 of the article's text in UTF-8. Spans hold for this revision only.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            revision: string;
        };
        /** @description The full text of an article. */
        ArticleText: {
            /**
             * @description Revision the spans belong to.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            revision: string;
            /** @description The whole text: blocks in order, joined by a blank line. */
            text: string;
            /** @description Length in Unicode code points. */
            length: number;
        };
        /** @description One page of a list. */
        SectionList: {
            article: components["schemas"]["ArticleRef"];
            /** @description The items of this page, in the order of the list. */
            items: components["schemas"]["SectionItem"][];
            /**
             * @description Number of items in the whole filtered list.
             * @example 1
             */
            total: number;
            /** @description Give it as `cursor` for the next page; `null` on the last. */
            nextCursor: string | null;
        };
        /** @description The article that something is from. */
        ArticleRef: {
            /**
             * @description Lower-case words of letters and digits, joined by hyphens; letters of every script are kept.
             * @example russia-seeks-good-relations-with-taliban-as-us-troops-exit
             */
            slug: string;
            headline: components["schemas"]["Span"];
            /**
             * @description A day (`2020-03-06`) or an instant in UTC (`2020-03-06T09:30:00Z`): as precise as the source was.
             * @example 2020-03-06T09:30:00Z
             */
            publishedAt: string | null;
            /**
             * @description The outlet as its own pages name it; else the agency of the dateline.
             * @example The Skerrow Post
             */
            publisher: string | null;
            /**
             * @description Lists use it for their order in place of a `publishedAt` that is null.
             * @example 2026-11-22T12:00:00Z
             */
            importedAt: string;
            /**
             * @description SHA-256 of the article's text in UTF-8. Spans hold for this revision only.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            revision: string;
            rights: components["schemas"]["Rights"];
            /**
             * @description Address in the API, path-absolute.
             * @example /v1/quotes/c5zdc6gr9e
             */
            url: string;
            /**
             * @description Address of the page for readers, path-absolute.
             * @example /quotes/c5zdc6gr9e
             */
            page: string;
        };
        /** @description One section with its paragraphs. */
        SectionItem: {
            /**
             * @description `lead` for the paragraphs before the first heading, else the slug of the heading.
             * @example lead
             */
            id: string;
            /** @description `null` for the lead. */
            heading: components["schemas"]["NullableSpan"];
            /** @description In the order of the text. */
            paragraphs: components["schemas"]["Paragraph"][];
            /**
             * @description Address in the API, path-absolute.
             * @example /v1/quotes/c5zdc6gr9e
             */
            url: string;
            /**
             * @description Address of the page for readers, path-absolute.
             * @example /quotes/c5zdc6gr9e
             */
            page: string;
        };
        /** @description One section with its paragraphs and quotes. */
        SectionDetail: {
            article: components["schemas"]["ArticleRef"];
            /**
             * @description `lead` for the paragraphs before the first heading, else the slug of the heading.
             * @example lead
             */
            id: string;
            /** @description `null` for the lead. */
            heading: components["schemas"]["NullableSpan"];
            /** @description In the order of the text. */
            paragraphs: components["schemas"]["Paragraph"][];
            /**
             * @description Address in the API, path-absolute.
             * @example /v1/quotes/c5zdc6gr9e
             */
            url: string;
            /**
             * @description Address of the page for readers, path-absolute.
             * @example /quotes/c5zdc6gr9e
             */
            page: string;
            /** @description The quotes with a segment in this section. */
            quotes: components["schemas"]["Quote"][];
        };
        /** @description One page of a list. */
        ParagraphList: {
            article: components["schemas"]["ArticleRef"];
            /** @description The items of this page, in the order of the list. */
            items: components["schemas"]["ParagraphItem"][];
            /**
             * @description Number of items in the whole filtered list.
             * @example 1
             */
            total: number;
            /** @description Give it as `cursor` for the next page; `null` on the last. */
            nextCursor: string | null;
        };
        /** @description One paragraph with its quotes. */
        ParagraphItem: {
            /**
             * @description Number of the paragraph: `p1` is the first. Holds for one revision.
             * @example p2
             */
            id: string;
            role: components["schemas"]["ParagraphRole"];
            /** @description The words of the span, exactly as in the text. */
            text: string;
            /**
             * @description First code point of the span, counted from 0.
             * @example 1024
             */
            start: number;
            /**
             * @description One past the last code point of the span.
             * @example 1058
             */
            end: number;
            /** @description The quotes with a segment in this paragraph. */
            quotes: components["schemas"]["Quote"][];
            /**
             * @description Section it is in.
             * @example lead
             */
            section: string;
            /**
             * @description Address in the API, path-absolute.
             * @example /v1/quotes/c5zdc6gr9e
             */
            url: string;
            /**
             * @description Address of the page for readers, path-absolute.
             * @example /quotes/c5zdc6gr9e
             */
            page: string;
        };
        /** @description One paragraph of an article. */
        ParagraphDetail: {
            article: components["schemas"]["ArticleRef"];
            /**
             * @description Number of the paragraph: `p1` is the first. Holds for one revision.
             * @example p2
             */
            id: string;
            role: components["schemas"]["ParagraphRole"];
            /** @description The words of the span, exactly as in the text. */
            text: string;
            /**
             * @description First code point of the span, counted from 0.
             * @example 1024
             */
            start: number;
            /**
             * @description One past the last code point of the span.
             * @example 1058
             */
            end: number;
            /** @description The quotes with a segment in this paragraph. */
            quotes: components["schemas"]["Quote"][];
            /**
             * @description Section it is in.
             * @example lead
             */
            section: string;
            /**
             * @description Address in the API, path-absolute.
             * @example /v1/quotes/c5zdc6gr9e
             */
            url: string;
            /**
             * @description Address of the page for readers, path-absolute.
             * @example /quotes/c5zdc6gr9e
             */
            page: string;
        };
        /** @description One page of a list. */
        ArticleQuoteList: {
            article: components["schemas"]["ArticleRef"];
            /** @description The items of this page, in the order of the list. */
            items: components["schemas"]["QuoteItem"][];
            /**
             * @description Number of items in the whole filtered list.
             * @example 1
             */
            total: number;
            /** @description Give it as `cursor` for the next page; `null` on the last. */
            nextCursor: string | null;
        };
        /** @description A quote with its article and the text around it. */
        QuoteItem: {
            /**
             * @description Assigned once and never reused.
             * @example 4phdknnwpm
             */
            id: string;
            /** @description Ids this quote had before; they redirect here. */
            aliases: string[];
            kind: components["schemas"]["QuoteKind"];
            /** @description For display: the segments joined by ` … `. Only the segments are evidence. */
            text: string;
            /** @description The quoted spans, in the order of the text: the evidence. */
            segments: components["schemas"]["Segment"][];
            attribution: components["schemas"]["Attribution"];
            article: components["schemas"]["ArticleRef"];
            context: components["schemas"]["Context"];
            /**
             * @description Address in the API, path-absolute.
             * @example /v1/quotes/c5zdc6gr9e
             */
            url: string;
            /**
             * @description Address of the page for readers, path-absolute.
             * @example /quotes/c5zdc6gr9e
             */
            page: string;
        };
        /** @description The text around a quote. */
        Context: {
            /** @description Up to 32 code points of the text before the first segment. */
            before: string;
            /** @description Up to 32 code points of the text after the last segment. */
            after: string;
        };
        /** @description One page of a list. */
        ArticleSpeakerList: {
            article: components["schemas"]["ArticleRef"];
            /** @description The items of this page, in the order of the list. */
            items: components["schemas"]["Speaker"][];
            /**
             * @description Number of items in the whole filtered list.
             * @example 1
             */
            total: number;
            /** @description Give it as `cursor` for the next page; `null` on the last. */
            nextCursor: string | null;
        };
        /** @description One page of a list. */
        RevisionList: {
            article: components["schemas"]["ArticleRef"];
            /** @description The items of this page, in the order of the list. */
            items: components["schemas"]["RevisionItem"][];
            /**
             * @description Number of items in the whole filtered list.
             * @example 1
             */
            total: number;
            /** @description Give it as `cursor` for the next page; `null` on the last. */
            nextCursor: string | null;
        };
        /** @description One text of an article, and when it was served. */
        RevisionItem: {
            /**
             * @description SHA-256 of the article's text in UTF-8. Spans hold for this revision only.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            revision: string;
            /** @description Whether it is the text that is served now. */
            current: boolean;
            /** @description When it was served, oldest first: several times where the text came back. */
            served: components["schemas"]["ServedPeriod"][];
            headline: components["schemas"]["Span"];
            /** @description Number of words in the paragraphs. */
            wordCount: number;
            /** @description Number of quotes. */
            quoteCount: number;
            /**
             * @description Address in the API, path-absolute.
             * @example /v1/quotes/c5zdc6gr9e
             */
            url: string;
            /**
             * @description Address of the page for readers, path-absolute.
             * @example /quotes/c5zdc6gr9e
             */
            page: string;
        };
        /** @description A time in which a revision was served. */
        ServedPeriod: {
            /**
             * @description When it was first served.
             * @example 2026-11-22T12:00:00Z
             */
            from: string;
            /**
             * @description When another revision took its place; `null` while it is served.
             * @example 2026-11-22T12:00:00Z
             */
            until: string | null;
        };
        /** @description Changes, and where those to come begin. */
        ChangeList: {
            /** @description Changes in their order, the oldest first. */
            items: components["schemas"]["ChangeItem"][];
            /** @description Give it as `cursor` for what comes next. It is there even when nothing does yet: keep it, and ask again later. */
            nextCursor: string;
        };
        /** @description One change of what is served. */
        ChangeItem: {
            /**
             * @description Its place among all changes: each has a larger number than the one before.
             * @example 17
             */
            seq: number;
            /**
             * @description When it was served first.
             * @example 2026-11-22T12:00:00Z
             */
            at: string;
            change: components["schemas"]["ChangeKind"];
            /**
             * @description Lower-case words of letters and digits, joined by hyphens; letters of every script are kept.
             * @example russia-seeks-good-relations-with-taliban-as-us-troops-exit
             */
            slug: string;
            /**
             * @description Of the article after the change; `null` when it is no longer served.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            revision: string | null;
            /**
             * @description Of an article that was renamed: the slug it had until then.
             * @example russia-seeks-good-relations-with-taliban-as-us-troops-exit
             */
            previousSlug: string | null;
            /**
             * @description Why it was withdrawn.
             * @example The interview was not authorised.
             */
            reason: string | null;
            /**
             * @description Address of the article in the API, path-absolute. It answers 410 when it is withdrawn, 404 when it is removed.
             * @example /v1/articles/skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge
             */
            url: string;
        };
        /**
         * @description `added`: served from now on, for the first time or again. `changed`: its text, data, corrections or speakers. `renamed`: it has another slug; other things may have changed with it. `withdrawn`: it answers 410 with a notice. `removed`: its file is gone without a notice, it answers 404.
         * @enum {string}
         */
        ChangeKind: "added" | "changed" | "renamed" | "withdrawn" | "removed";
        /** @description One page of a list. */
        QuoteList: {
            /** @description Left out unless the parameter `facets` asks for it. */
            facets?: components["schemas"]["FacetCounts"];
            /** @description The items of this page, in the order of the list. */
            items: components["schemas"]["QuoteItem"][];
            /**
             * @description Number of items in the whole filtered list.
             * @example 1
             */
            total: number;
            /** @description Give it as `cursor` for the next page; `null` on the last. */
            nextCursor: string | null;
        };
        /** @description A quote with its article, the text around it, and its history. */
        QuoteDetail: {
            /**
             * @description Assigned once and never reused.
             * @example 4phdknnwpm
             */
            id: string;
            /** @description Ids this quote had before; they redirect here. */
            aliases: string[];
            kind: components["schemas"]["QuoteKind"];
            /** @description For display: the segments joined by ` … `. Only the segments are evidence. */
            text: string;
            /** @description The quoted spans, in the order of the text: the evidence. */
            segments: components["schemas"]["Segment"][];
            attribution: components["schemas"]["Attribution"];
            article: components["schemas"]["ArticleRef"];
            context: components["schemas"]["Context"];
            /**
             * @description Address in the API, path-absolute.
             * @example /v1/quotes/c5zdc6gr9e
             */
            url: string;
            /**
             * @description Address of the page for readers, path-absolute.
             * @example /quotes/c5zdc6gr9e
             */
            page: string;
            /** @description When it stood in the article and how, the present text first. */
            revisions: components["schemas"]["QuoteRevision"][];
        };
        /** @description A time in which the quote stood in its article, and its words then. */
        QuoteRevision: {
            /**
             * @description The article's revision: `?revision=` answers with it.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            revision: string;
            /**
             * @description When it was first served.
             * @example 2026-11-22T12:00:00Z
             */
            from: string;
            /**
             * @description When another revision took its place; `null` while it is served.
             * @example 2026-11-22T12:00:00Z
             */
            until: string | null;
            /** @description The quote as it stood there. */
            text: string;
            match: components["schemas"]["QuoteRevisionMatch"];
        };
        /**
         * @description Whether its words are those of the present text, to the letter.
         * @enum {string}
         */
        QuoteRevisionMatch: "same" | "altered";
        /** @description A quote as a W3C Web Annotation. */
        Annotation: {
            /** @description The vocabulary: that of Web Annotations. */
            "@context": unknown;
            /**
             * Format: uri
             * @description Address of the annotation.
             */
            id: string;
            /**
             * @description What it is.
             * @constant
             */
            type: "Annotation";
            /** @description The segments: each by its words and by its position in the article's text. */
            target: unknown;
        } & {
            [key: string]: unknown;
        };
        /** @description One page of a list. */
        SpeakerList: {
            /** @description Left out unless the parameter `facets` asks for it. */
            facets?: components["schemas"]["FacetCounts"];
            /** @description The items of this page, in the order of the list. */
            items: components["schemas"]["SpeakerSummary"][];
            /**
             * @description Number of items in the whole filtered list.
             * @example 1
             */
            total: number;
            /** @description Give it as `cursor` for the next page; `null` on the last. */
            nextCursor: string | null;
        };
        /** @description A speaker across all articles. */
        SpeakerSummary: {
            /**
             * @description The slug of the speaker's canonical name, Latin letters without their accents. A speaker of one article only ("police", "a resident") is `{article slug}~{slug}`.
             * @example zamir-kabulov
             */
            id: string;
            /**
             * @description Canonical name.
             * @example Zamir Kabulov
             */
            name: string;
            type: components["schemas"]["SpeakerType"];
            /** @description Other names the speaker goes by. */
            aliases: string[];
            /** @description Pages on other sites about this speaker. */
            sameAs: string[];
            /** @description Number of articles that quote the speaker. */
            articleCount: number;
            /** @description Number of quotes in all articles. */
            quoteCount: number;
            /**
             * @description Address in the API, path-absolute.
             * @example /v1/quotes/c5zdc6gr9e
             */
            url: string;
            /**
             * @description Address of the page for readers, path-absolute.
             * @example /quotes/c5zdc6gr9e
             */
            page: string;
        };
        /** @description A speaker across all articles, with the descriptions each article gives. */
        SpeakerProfile: {
            /**
             * @description The slug of the speaker's canonical name, Latin letters without their accents. A speaker of one article only ("police", "a resident") is `{article slug}~{slug}`.
             * @example zamir-kabulov
             */
            id: string;
            /**
             * @description Canonical name.
             * @example Zamir Kabulov
             */
            name: string;
            type: components["schemas"]["SpeakerType"];
            /** @description Other names the speaker goes by. */
            aliases: string[];
            /** @description Pages on other sites about this speaker. */
            sameAs: string[];
            /** @description Number of articles that quote the speaker. */
            articleCount: number;
            /** @description Number of quotes in all articles. */
            quoteCount: number;
            /**
             * @description Address in the API, path-absolute.
             * @example /v1/quotes/c5zdc6gr9e
             */
            url: string;
            /**
             * @description Address of the page for readers, path-absolute.
             * @example /quotes/c5zdc6gr9e
             */
            page: string;
            /** @description The newest articles that quote the speaker, newest first; `/v1/articles?speaker=` lists all of them. */
            appearances: components["schemas"]["Appearance"][];
        };
        /** @description An article that quotes the speaker. */
        Appearance: {
            article: components["schemas"]["ArticleRef"];
            /** @description Number of quotes in this article. */
            quoteCount: number;
            /** @description How this article describes the speaker. */
            descriptions: components["schemas"]["Span"][];
        };
        /** @description One page of a list. */
        SearchResults: {
            /** @description Left out unless the parameter `facets` asks for it. */
            facets?: components["schemas"]["FacetCounts"];
            /** @description The items of this page, in the order of the list. */
            items: components["schemas"]["SearchHit"][];
            /**
             * @description Number of items in the whole filtered list.
             * @example 1
             */
            total: number;
            /** @description Give it as `cursor` for the next page; `null` on the last. */
            nextCursor: string | null;
        };
        /** @description An article that holds what was looked for. */
        SearchHit: {
            article: components["schemas"]["ArticleRef"];
            /** @description The places that show best why it was found, the best first. */
            fragments: components["schemas"]["Fragment"][];
            /**
             * @description Address in the API, path-absolute.
             * @example /v1/quotes/c5zdc6gr9e
             */
            url: string;
            /**
             * @description Address of the page for readers, path-absolute.
             * @example /quotes/c5zdc6gr9e
             */
            page: string;
        };
        /** @description A piece of one block with the words that were found in it. */
        Fragment: {
            block: components["schemas"]["BlockRef"];
            /** @description The quote the first highlight lies in; `null` outside quotes. */
            quote: components["schemas"]["NullableQuoteRef"];
            /** @description The words of the span, exactly as in the text. */
            text: string;
            /**
             * @description First code point of the span, counted from 0.
             * @example 1024
             */
            start: number;
            /**
             * @description One past the last code point of the span.
             * @example 1058
             */
            end: number;
            /** @description The words that were looked for, in the order of the text; spans of the article's text. */
            highlights: components["schemas"]["Span"][];
        };
        /** @description A block of an article's text. */
        BlockRef: {
            kind: components["schemas"]["BlockRefKind"];
            /**
             * @description Id of the paragraph, or of the section a heading opens; `null` for the others.
             * @example p2
             */
            id: string | null;
        };
        /** @description Quotes counted. */
        Statistics: {
            /** @description What the quotes are grouped by. */
            by: components["schemas"]["Dimension"][];
            totals: components["schemas"]["Counts"];
            /** @description As many as `limit` asks for; empty without `by`. */
            groups: components["schemas"]["StatisticsGroup"][];
            /**
             * @description Number of groups in all.
             * @example 11
             */
            total: number;
        };
        /** @description How many quotes, words, speakers and articles; as `totals` of all quotes that pass the filters. */
        Counts: {
            /**
             * @description Quotes.
             * @example 15
             */
            quoteCount: number;
            /**
             * @description Words inside the segments of these quotes.
             * @example 177
             */
            wordCount: number;
            /**
             * @description Different speakers of these quotes; in a group by something of speakers, those who have it.
             * @example 9
             */
            speakerCount: number;
            /**
             * @description Articles these quotes are in.
             * @example 1
             */
            articleCount: number;
        };
        /** @description Quotes that have the values of the group in common. */
        StatisticsGroup: {
            /** @description `null`: nobody is named for the quotes. */
            speaker?: components["schemas"]["NullableSpeakerRef"];
            /** @description As the articles have it. `null`: nobody is named for the quotes. */
            speakerType?: components["schemas"]["NullableSpeakerType"];
            /** @description `null`: nobody is named for the quotes. */
            pronoun?: components["schemas"]["NullablePronoun"];
            kind?: components["schemas"]["QuoteKind"];
            /** @description `null`: nobody is named for the quotes. */
            basis?: components["schemas"]["NullableBasis"];
            /** @description `null`: nobody is named for the quotes. */
            confidence?: components["schemas"]["NullableConfidence"];
            /**
             * @description `null`: articles without a publisher.
             * @example The Skerrow Post
             */
            publisher?: string | null;
            /**
             * @description Language tag in lower case. `null`: articles without a language.
             * @example en
             */
            language?: string | null;
            /**
             * @description Year of `publishedAt` in UTC. `null`: articles without a date.
             * @example 2026
             */
            year?: number | null;
            /**
             * @description Month of `publishedAt` in UTC. `null`: articles without a date.
             * @example 2026-05
             */
            month?: string | null;
            /**
             * @description Quotes.
             * @example 15
             */
            quoteCount: number;
            /**
             * @description Words inside the segments of these quotes.
             * @example 177
             */
            wordCount: number;
            /**
             * @description Different speakers of these quotes; in a group by something of speakers, those who have it.
             * @example 9
             */
            speakerCount: number;
            /**
             * @description Articles these quotes are in.
             * @example 1
             */
            articleCount: number;
        };
        /** @description A claimed quote, checked against the recorded ones. */
        Verification: {
            /** @description The claim, as it was sent. */
            text: string;
            words: components["schemas"]["WordsAnswer"];
            /** @description Of the best match. */
            extent: components["schemas"]["NullableExtent"];
            /** @description Of the best match: `spelling` when the words are the same but for how they are written. */
            difference: components["schemas"]["NullableDifference"];
            /** @description Of the best match: not `null` when the words stood in an earlier text of an article and no present one has them as well. */
            revision: components["schemas"]["NullableMatchedRevision"];
            speaker: components["schemas"]["SpeakerAnswer"];
            /** @description `null` unless `speaker` is `uncertain`. */
            doubt: components["schemas"]["NullableDoubt"];
            /** @description `null` when the article does not name them, the words were not found or the request named no speaker. */
            mentioned: components["schemas"]["NullableMentioned"];
            /** @description The speaker in the request; `null` when it named none, or an unknown one. */
            asked: components["schemas"]["NullableSpeakerRef"];
            /** @description The name in the request when no speaker of these articles has it; the words are checked nevertheless, and the name is compared with those recorded (title, initials, a surname alone, short forms of first names). Else `null`. */
            unknownSpeaker: string | null;
            /** @description Who said it according to the best match; its passages say with which basis and confidence. */
            speakers: components["schemas"]["SpeakerRef"][];
            /** @description The best match first. */
            matches: components["schemas"]["VerificationMatch"][];
            searched: components["schemas"]["VerificationSearched"];
        };
        /**
         * @description `exact`: the words are in one marked segment, or in one answer of an interview (with gaps: each part in one segment, all of one quote, in its order); `altered`: close to a quote's words, an abridgement of them without marks, or joined from several places; `reported`: only the reporter's words match; `none`: nothing close was found.
         * @enum {string}
         */
        WordsAnswer: "exact" | "altered" | "reported" | "none";
        /**
         * @description `match`: a best match is by the speaker in the request; `mismatch`: it is by others (see `speakers`) with high confidence; `uncertain`: others are recorded, but it may be the speaker in the request nevertheless (see `doubt`); `unattributed`: the text names nobody for the words, or they were not found; `not-asked`: the request named no speaker.
         * @enum {string}
         */
        SpeakerAnswer: "match" | "mismatch" | "uncertain" | "unattributed" | "not-asked";
        /** @description A place with words close to those of the claimed quote. */
        VerificationMatch: {
            words: components["schemas"]["MatchedWords"];
            /**
             * @description 1 minus the changed words divided by the words of the longer side, where a word in another spelling counts a tenth, and one with another letter or in another form a half; for words joined from several quotes, the share of the claim that is in them. It measures words, not truth: 1 with `altered` means that every word was said, but not like this.
             * @example 1
             */
            score: number;
            /** @description `null` where the match is not of one quote. */
            extent: components["schemas"]["NullableExtent"];
            /** @description The largest in `diff`; `null` when no word differs. */
            difference: components["schemas"]["NullableDifference"];
            /** @description `null` where nothing was joined without a mark. */
            splice: components["schemas"]["NullableSpliceKind"];
            /** @description Whether a negative word (English only) was left out or added, or skipped at a gap inside its sentence. */
            negation: boolean;
            /** @description `null` where there is no such word around the match. */
            turned: components["schemas"]["NullableTurned"];
            /** @description Whether all of it is in quote marks inside the quote: the speaker quotes somebody else. */
            nested: boolean;
            /** @description The earlier text that has these words, where no present text has them as well; places and addresses are that text's. `null` for present texts. */
            revision: components["schemas"]["NullableMatchedRevision"];
            /** @description Who said it: everyone whom the text names for the passages. */
            speakers: components["schemas"]["SpeakerRef"][];
            /** @description In the order of the claim. */
            passages: components["schemas"]["Passage"][];
            /** @description From the recorded words to the claimed ones, in the order of the claim. */
            diff: components["schemas"]["DiffOperation"][];
        };
        /**
         * @description As in the answer, for this match.
         * @enum {string}
         */
        MatchedWords: "exact" | "altered" | "reported";
        /** @description A place in an article's text that a claim was compared with. */
        Passage: {
            article: components["schemas"]["ArticleRef"];
            block: components["schemas"]["BlockRef"];
            /** @description The quote it is in; `null` for the reporter's words. */
            quote: components["schemas"]["NullableQuoteRef"];
            /** @description The words of the span, exactly as in the text. */
            text: string;
            /**
             * @description First code point of the span, counted from 0.
             * @example 1024
             */
            start: number;
            /**
             * @description One past the last code point of the span.
             * @example 1058
             */
            end: number;
            context: components["schemas"]["Context"];
        };
        /** @description One step from the recorded words to the claimed ones. */
        DiffOperation: {
            op: components["schemas"]["DiffOperationOp"];
            /** @description Of `delete` and `insert`: how they differ from the words that stand in their place, in the operation next to it of the same kind; `null` for `equal` and `gap`. */
            kind: components["schemas"]["NullableDifference"];
            /** @description The words of the claim, with their place in it in code points; `null` for `delete`. */
            claim: components["schemas"]["NullableSpan"];
            recorded: components["schemas"]["DiffOperationRecorded"];
        };
        /** @description A text whose quotes were checked. It says what is recorded, and gives no grades. */
        TextVerification: {
            /** @description The quotes that were checked, in the order of the text. */
            quotes: components["schemas"]["CheckedQuote"][];
            /** @description The quotes that were not. */
            unchecked: components["schemas"]["UncheckedQuote"][];
            counts: components["schemas"]["VerificationCounts"];
            searched: components["schemas"]["TextVerificationSearched"];
            /** @description The sources given along; `null` where the archive was searched. */
            sources: components["schemas"]["GivenSource"][] | null;
            /** @description The text that spans count in, when Markdown or HTML was submitted; `null` for plain text: it is as it was submitted. */
            visibleText: string | null;
            /** @description What to know about how the text was read and checked. */
            notes: components["schemas"]["TextNote"][];
        };
        /** @description A quote of a submitted text, and what `/v1/verify` answers for it. */
        CheckedQuote: {
            kind: components["schemas"]["MarkedKind"];
            /** @description The words in marks, in the order of the text. */
            segments: components["schemas"]["SubmittedSegment"][];
            /** @description The claim, as it was sent. */
            text: string;
            claimed: components["schemas"]["ClaimedAttribution"];
            words: components["schemas"]["WordsAnswer"];
            /** @description Of the best match. */
            extent: components["schemas"]["NullableExtent"];
            /** @description Of the best match: `spelling` when the words are the same but for how they are written. */
            difference: components["schemas"]["NullableDifference"];
            /** @description Of the best match: not `null` when the words stood in an earlier text of an article and no present one has them as well. */
            revision: components["schemas"]["NullableMatchedRevision"];
            speaker: components["schemas"]["SpeakerAnswer"];
            /** @description `null` unless `speaker` is `uncertain`. */
            doubt: components["schemas"]["NullableDoubt"];
            /** @description `null` when the article does not name them, the words were not found or the request named no speaker. */
            mentioned: components["schemas"]["NullableMentioned"];
            /** @description The speaker in the request; `null` when it named none, or an unknown one. */
            asked: components["schemas"]["NullableSpeakerRef"];
            /** @description The name in the request when no speaker of these articles has it; the words are checked nevertheless, and the name is compared with those recorded (title, initials, a surname alone, short forms of first names). Else `null`. */
            unknownSpeaker: string | null;
            /** @description Who said it according to the best match; its passages say with which basis and confidence. */
            speakers: components["schemas"]["SpeakerRef"][];
            /** @description The best match first. */
            matches: components["schemas"]["VerificationMatch"][];
            searched: components["schemas"]["VerificationSearched"];
        };
        /**
         * @description Kind of the quote in the submitted text.
         * @enum {string}
         */
        MarkedKind: "direct" | "mixed";
        /** @description Words in marks, with their place in the text in code points. */
        SubmittedSegment: {
            /** @description The words of the span, exactly as in the text. */
            text: string;
            /**
             * @description First code point of the span, counted from 0.
             * @example 1024
             */
            start: number;
            /**
             * @description One past the last code point of the span.
             * @example 1058
             */
            end: number;
            submitted: components["schemas"]["SubmittedSegmentSubmitted"];
        };
        /** @description Who said it, according to the submitted text. */
        ClaimedAttribution: {
            /**
             * @description The name or the role (`resident`) that the text has for the speaker; `null` where it names nobody.
             * @example Isolde Brannock
             */
            speaker: string | null;
            /** @description Who is said to speak together with them. */
            others: string[];
            /** @description The words of the text that name the speaker there. */
            mention: components["schemas"]["NullableSpan"];
            /** @description How sure it is that the text means this speaker; `null` where it names nobody. */
            confidence: components["schemas"]["NullableConfidence"];
            /** @description Whom the name may mean when several speakers have it and none of them is recorded with the words. Else empty. */
            candidates: components["schemas"]["SpeakerRef"][];
        };
        /** @description A quote of a submitted text that was not checked, and why. */
        UncheckedQuote: {
            kind: components["schemas"]["MarkedKind"];
            /** @description The words in marks, in the order of the text. */
            segments: components["schemas"]["SubmittedSegment"][];
            /** @description The words that were checked: the segments joined by ` … `. */
            text: string;
            claimed: components["schemas"]["ClaimedAttribution"];
            reason: components["schemas"]["UncheckedReason"];
        };
        /**
         * @description `time`: the time for the whole text had passed; `too-long`: it has more than 2,000 characters without a break.
         * @enum {string}
         */
        UncheckedReason: "time" | "too-long";
        /** @description How many quotes had each answer. */
        VerificationCounts: {
            /** @description Quotes that were checked. */
            checked: number;
            /** @description Quotes that were not checked. */
            unchecked: number;
            words: components["schemas"]["WordsCounts"];
            speaker: components["schemas"]["SpeakerCounts"];
        };
        /** @description How many quotes had each answer about their words. */
        WordsCounts: {
            /** @description Quotes with the answer `exact`. */
            exact: number;
            /** @description Quotes with the answer `altered`. */
            altered: number;
            /** @description Quotes with the answer `reported`. */
            reported: number;
            /** @description Quotes with the answer `none`. */
            none: number;
        };
        /** @description How many quotes had each answer about their speaker. */
        SpeakerCounts: {
            /** @description Quotes with the answer `match`. */
            match: number;
            /** @description Quotes with the answer `mismatch`. */
            mismatch: number;
            /** @description Quotes with the answer `uncertain`. */
            uncertain: number;
            /** @description Quotes with the answer `unattributed`. */
            unattributed: number;
            /** @description Quotes with the answer `not-asked`. */
            "not-asked": number;
        };
        /** @description A text that was given along to check against. */
        GivenSource: {
            /**
             * @description Its name in `passages`, whose `url` and `page` are `#source-1` then: it has no address of its own.
             * @example source-1
             */
            slug: string;
            /** @description Its headline. */
            headline: string;
            /** @description Where it was published, as the request says. */
            url: string | null;
            /** @description Its outlet, as the request says. */
            publisher: string | null;
            /** @description Number of quotes. */
            quoteCount: number;
        };
        /** @description Something to know about how a text was read and checked. */
        TextNote: {
            /**
             * @description Stable name of what is said. New ones may be added; those of `NoteCode` say what was found when the text was read.
             *     - `no-quotes`: There are no words in quotation marks that somebody says.
             *     - `indirect-quotes`: Indirect speech has no words in marks; it is not checked.
             *     - `other-marks`: Words in marks that were taken for a title, a term or a name, not for speech, are not checked.
             *     - `role-speakers`: A speaker without a name (`a resident`) can be anybody: only the words were checked.
             *     - `ambiguous-speakers`: Several speakers have the name that the text gives; `candidates` lists them.
             *     - `same-text`: An article with exactly this text was left out of the search.
             *     - `excluded`: Articles that the request excludes were left out of the search.
             *     - `divided-quotes`: A quote longer than 2,000 characters was checked in parts.
             *     - `unchecked`: Quotes were not checked: `unchecked` lists them and says why.
             * @example indirect-quotes
             */
            code: string;
            /**
             * @description What it is in this text.
             * @example 2 indirect quotes have no words in marks; they were not checked.
             */
            message: string;
            /**
             * @description How often.
             * @example 2
             */
            count: number;
        };
        /** @description A JSON Feed 1.1. */
        JsonFeed: {
            /**
             * @description The version of the format.
             * @constant
             */
            version: "https://jsonfeed.org/version/1.1";
            /** @description Name of the feed. */
            title: string;
            /** @description The newest entries first. */
            items: components["schemas"]["JsonFeedItem"][];
        } & {
            [key: string]: unknown;
        };
        /** @description One entry of a JSON Feed, with the other members of JSON Feed 1.1. */
        JsonFeedItem: {
            /**
             * Format: uri
             * @description Address of the page with the article or quote; it is also the entry's id.
             */
            id: string;
        } & {
            [key: string]: unknown;
        };
        /** @description An article that was extracted and not stored, and what is to be said about its source. */
        ExtractedArticle: {
            /**
             * @description Lower-case words of letters and digits, joined by hyphens; letters of every script are kept.
             * @example russia-seeks-good-relations-with-taliban-as-us-troops-exit
             */
            slug: string;
            /** @description Slugs this article had before; they redirect here. */
            aliases: string[];
            /**
             * @description SHA-256 of the article's text in UTF-8. Spans hold for this revision only.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            revision: string;
            /**
             * @description BCP 47 language tag.
             * @example en
             */
            language: string | null;
            /**
             * @description A day (`2020-03-06`) or an instant in UTC (`2020-03-06T09:30:00Z`): as precise as the source was.
             * @example 2020-03-06T09:30:00Z
             */
            publishedAt: string | null;
            /**
             * @description A day (`2020-03-06`) or an instant in UTC (`2020-03-06T09:30:00Z`): as precise as the source was.
             * @example 2020-03-06T09:30:00Z
             */
            updatedAt: string | null;
            /**
             * @description An instant in UTC, to the second.
             * @example 2026-11-22T12:00:00Z
             */
            importedAt: string;
            /**
             * @description When what is served of the article last changed: its text, what is known of it, an editor's corrections, or the names of its speakers. Kept by the server; `null` for an article that is not served.
             * @example 2026-11-22T12:00:00Z
             */
            modifiedAt: string | null;
            /**
             * Format: uri
             * @description Address at which the article was published; `null` when it is not known.
             * @example https://news.example/2020/03/06/story
             */
            sourceUrl: string | null;
            /**
             * @description The outlet as its own pages name it; else the agency of the dateline.
             * @example The Skerrow Post
             */
            publisher: string | null;
            headline: components["schemas"]["Span"];
            dateline: components["schemas"]["NullableDateline"];
            /** @description The text between headline and credits, in order. The first section is the lead. */
            sections: components["schemas"]["Section"][];
            /** @description In the order of the text. */
            quotes: components["schemas"]["ExtractedQuote"][];
            /** @description Ids of quotes this article once had; they answer 410. */
            removedQuotes: string[];
            /** @description Everyone whom the article quotes. */
            speakers: components["schemas"]["ExtractedSpeaker"][];
            /** @description Words in quote marks in the headline and the headings, in order. */
            echoes: components["schemas"]["Echo"][];
            /** @description Who is credited, in the order of the text. */
            credits: components["schemas"]["Credit"][];
            rights: components["schemas"]["Rights"];
            source: components["schemas"]["Source"];
            /** @description Number of words in the paragraphs. */
            wordCount: number;
            /** @description What extraction replaced, left out or found odd. */
            notes: components["schemas"]["Note"][];
        };
        /** @description An editor's corrections of an article. */
        ArticleEdits: {
            /**
             * @description Address of this schema, for the program the file is written in.
             * @example https://news.example/schemas/edits.schema.json
             */
            $schema?: string;
            /** @description In the order in which they are applied. */
            edits: components["schemas"]["EditOutput"][];
            /** @description Corrections that no longer fit the article, which is served without them. Take them out, or correct them. */
            notApplied: components["schemas"]["ArticleEditsNotAppliedItem"][];
        };
        /** @description Addresses of everything in the API. */
        EntryPoint: {
            /**
             * @description The software that answers.
             * @constant
             */
            name: "Verbatim";
            /**
             * @description Its version.
             * @example 0.1.0
             */
            version: string;
            /** @description Addresses by name. */
            links: {
                [key: string]: string;
            };
        };
        /** @description Links by relation. */
        ApiCatalog: {
            /** @description RFC 9264. */
            linkset: components["schemas"]["LinkContext"][];
        };
        /** @description Links of one resource, by their relation. */
        LinkContext: {
            /**
             * Format: uri
             * @description What the links are about.
             */
            anchor: string;
        } & {
            [key: string]: unknown;
        };
        /** @description The process runs. */
        Live: {
            /**
             * @description Always `ok`.
             * @constant
             */
            status: "ok";
        };
        /** @description Whether content can be served. */
        Ready: {
            status: components["schemas"]["ReadyStatus"];
            /** @description Number of articles that are served. */
            articleCount: number;
            /** @description What is wrong where, and what to do; at most 100 problems. */
            problems: components["schemas"]["ContentProblem"][];
            /** @description How many more problems there are, where there are more. */
            problemsNotListed?: number;
        };
        /** @description Something in the data folder that could not be read. */
        ContentProblem: {
            /** @description The file, or the part of the archive. */
            where: string;
            /** @description The place in it; `null` for the whole of it. */
            path: string | null;
            /** @description What is wrong. */
            message: string;
            /** @description What to do. */
            cure: string;
        };
        /** @description What a problem means and what to do about it. */
        ProblemPage: {
            code: components["schemas"]["ProblemCode"];
            /** @description HTTP status of the problem. */
            status: number;
            /** @description The problem in a few words. */
            title: string;
            /** @description What it means, and what to do. */
            explanation: string;
        };
        /** @description An OpenAPI 3.1 document. */
        OpenApiDocument: {
            /**
             * @description Version of OpenAPI.
             * @example 3.1.1
             */
            openapi: string;
        } & {
            [key: string]: unknown;
        };
        /** @description A JSON Schema (2020-12). */
        JsonSchema: {
            /**
             * Format: uri
             * @description Its own address.
             * @example https://news.example/schemas/edits.schema.json
             */
            $id: string;
        } & {
            [key: string]: unknown;
        };
        /** @description One correction of an article by an editor. */
        EditOutput: components["schemas"]["EditSetOutput"] | components["schemas"]["EditReject"] | components["schemas"]["EditAddOutput"] | components["schemas"]["EditSpeaker"];
        /** @description Sets the kind or the attribution of a quote; what is left out stays. */
        EditSetOutput: {
            /**
             * @description The kind of correction. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            op: "set";
            quote: components["schemas"]["EditTarget"];
            kind?: components["schemas"]["QuoteKind"];
            /** @description Who said it; an empty list is nobody. */
            speakers?: components["schemas"]["EditSpeakerNamedOutput"][];
            /** @description The words that name the speaker there; `null` for none. */
            mention?: components["schemas"]["NullableEditWordsOutput"];
            /** @description The words that report the speech; `null` for none. */
            cue?: components["schemas"]["NullableEditWordsOutput"];
            /** @description Why, for the next editor. */
            note?: string;
        };
        /** @description A speaker that a correction names. */
        EditSpeakerNamedOutput: {
            /**
             * @description Without it, the id that the name gives.
             * @example zamir-kabulov
             */
            id?: string;
            /** @description The name, with a letter or digit; where the article has the speaker, that one stays. */
            name: string;
            /** @default person */
            type: components["schemas"]["SpeakerType"];
        };
        /** @description Words of the article. */
        EditWordsOutput: {
            /** @description As they stand in the text. */
            text: string;
            /**
             * @description Which of their occurrences in the text is meant, counted from 1.
             * @default 1
             */
            occurrence: number;
        };
        /** @description Adds a quote that was not found. */
        EditAddOutput: {
            /**
             * @description The kind of correction. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            op: "add";
            /**
             * @description Assigned once and never reused.
             * @example 4phdknnwpm
             */
            id?: string;
            kind: components["schemas"]["QuoteKind"];
            /** @description The quoted words, without their marks. */
            segments: components["schemas"]["EditWordsOutput"][];
            /** @description Who said it; an empty list is nobody. */
            speakers?: components["schemas"]["EditSpeakerNamedOutput"][];
            /** @description The words that name the speaker there; `null` for none. */
            mention?: components["schemas"]["NullableEditWordsOutput"];
            /** @description The words that report the speech; `null` for none. */
            cue?: components["schemas"]["NullableEditWordsOutput"];
            /** @description Why, for the next editor. */
            note?: string;
        };
        /** @description Agency, place and date at the start of the first paragraph, whose text includes them; or `null`. */
        NullableDateline: {
            /** @description The words of the span, exactly as in the text. */
            text: string;
            /**
             * @description First code point of the span, counted from 0.
             * @example 1024
             */
            start: number;
            /**
             * @description One past the last code point of the span.
             * @example 1058
             */
            end: number;
            /**
             * @description News agency it names.
             * @example Bloomberg
             */
            agency: string | null;
            /**
             * @description Place it names.
             * @example MOSCOW
             */
            place: string | null;
            /**
             * @description Date it names, as written.
             * @example March 6
             */
            date: string | null;
        } | null;
        /** @description A news article as data. */
        SubmittedArticle2: {
            /**
             * @description Lower-case words of letters and digits, joined by hyphens; letters of every script are kept.
             * @example russia-seeks-good-relations-with-taliban-as-us-troops-exit
             */
            slug: string;
            /** @description Slugs this article had before; they redirect here. */
            aliases: string[];
            /**
             * @description SHA-256 of the article's text in UTF-8. Spans hold for this revision only.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            revision: string;
            /**
             * @description BCP 47 language tag.
             * @example en
             */
            language: string | null;
            /**
             * @description A day (`2020-03-06`) or an instant in UTC (`2020-03-06T09:30:00Z`): as precise as the source was.
             * @example 2020-03-06T09:30:00Z
             */
            publishedAt: string | null;
            /**
             * @description A day (`2020-03-06`) or an instant in UTC (`2020-03-06T09:30:00Z`): as precise as the source was.
             * @example 2020-03-06T09:30:00Z
             */
            updatedAt: string | null;
            /**
             * @description An instant in UTC, to the second.
             * @example 2026-11-22T12:00:00Z
             */
            importedAt: string;
            /**
             * @description When what is served of the article last changed: its text, what is known of it, an editor's corrections, or the names of its speakers. Kept by the server; `null` for an article that is not served.
             * @example 2026-11-22T12:00:00Z
             */
            modifiedAt?: string | null;
            /**
             * Format: uri
             * @description Address at which the article was published; `null` when it is not known.
             * @example https://news.example/2020/03/06/story
             */
            sourceUrl: string | null;
            /**
             * @description The outlet as its own pages name it; else the agency of the dateline.
             * @example The Skerrow Post
             */
            publisher?: string | null;
            headline: components["schemas"]["Span"];
            dateline: components["schemas"]["NullableDateline"];
            /** @description The text between headline and credits, in order. The first section is the lead. */
            sections: components["schemas"]["Section"][];
            /** @description In the order of the text. */
            quotes: components["schemas"]["ExtractedQuote"][];
            /** @description Ids of quotes this article once had; they answer 410. */
            removedQuotes: string[];
            /** @description Everyone whom the article quotes. */
            speakers: components["schemas"]["ExtractedSpeaker"][];
            /** @description Words in quote marks in the headline and the headings, in order. */
            echoes: components["schemas"]["Echo"][];
            /** @description Who is credited, in the order of the text. */
            credits: components["schemas"]["Credit"][];
            rights: components["schemas"]["Rights"];
            source: components["schemas"]["Source"];
            /** @description Number of words in the paragraphs. */
            wordCount: number;
        };
        /** @description A place in the text, in Unicode code points, half open, with its words; or `null`. */
        NullableSpan: {
            /** @description The words of the span, exactly as in the text. */
            text: string;
            /**
             * @description First code point of the span, counted from 0.
             * @example 1024
             */
            start: number;
            /**
             * @description One past the last code point of the span.
             * @example 1058
             */
            end: number;
        } | null;
        /**
         * @description What the attribution is based on: a name beside the cue, a role ("the Russian envoy"), a pronoun, a quote that this one continues, or an editor; or `null`.
         * @enum {string|null}
         */
        NullableBasis: "name" | "role" | "pronoun" | "continued" | "editor" | null;
        /**
         * @description How sure the attribution is. Measured on news articles, the words taken for the speaker were right in 97.7 % (`high`), 82.2 % (`medium`) and 82.4 % (`low`) of the quotes; or `null`.
         * @enum {string|null}
         */
        NullableConfidence: "high" | "medium" | "low" | null;
        /**
         * @description `exact` when the quote holds the same words in the same order (case, marks and dashes aside).
         * @enum {string|null}
         */
        EchoMatch: "exact" | "altered" | null;
        /**
         * @description What the raw file was read as.
         * @enum {string}
         */
        SourceMediaType: "text/plain" | "text/markdown" | "text/html";
        /**
         * @description What kind of furniture it is.
         * @enum {string}
         */
        OmissionReason: "advertisement" | "repeated-headline" | "share" | "newsletter" | "related" | "navigation" | "markup" | "metadata";
        /**
         * @description What kind of speaker: "Moscow" is a place, "police" a group, "the report" a document; or `null`.
         * @enum {string|null}
         */
        NullableSpeakerType: "person" | "organisation" | "place" | "group" | "document" | null;
        /** @description Words of the article; or `null`. */
        NullableEditWords: {
            /** @description As they stand in the text. */
            text: string;
            /**
             * @description Which of their occurrences in the text is meant, counted from 1.
             * @default 1
             */
            occurrence: number;
        } | null;
        /** @description How many articles have been read while the server is starting. */
        ProblemProgress: {
            /** @description Articles that have been read. */
            read: number;
            /** @description Articles to read. */
            total: number;
        };
        /**
         * @description Where it was sent.
         * @enum {string}
         */
        ParameterErrorIn: "query" | "path" | "header" | "body";
        /**
         * @description `added`: new, or served again after a withdrawal; `updated`: it replaces what was there; `unchanged`: it was there already.
         * @enum {string}
         */
        PublicationState: "added" | "updated" | "unchanged";
        /** @description The quote that a place in a text is in; or `null`. */
        NullableQuoteRef: {
            /**
             * @description Assigned once and never reused.
             * @example 4phdknnwpm
             */
            id: string;
            kind: components["schemas"]["QuoteKind"];
            /** @description Who said it. */
            speakers: components["schemas"]["SpeakerRef"][];
            /** @description `null` when the text names nobody for this quote. */
            basis: components["schemas"]["NullableBasis"];
            /** @description `null` when the text names nobody for this quote. */
            confidence: components["schemas"]["NullableConfidence"];
            /**
             * @description Address in the API, path-absolute.
             * @example /v1/quotes/c5zdc6gr9e
             */
            url: string;
            /**
             * @description Address of the page for readers, path-absolute.
             * @example /quotes/c5zdc6gr9e
             */
            page: string;
        } | null;
        /**
         * @description What the block is.
         * @enum {string}
         */
        BlockRefKind: "headline" | "heading" | "paragraph" | "credit" | "rights";
        /** @description A speaker by id and canonical name; or `null`. */
        NullableSpeakerRef: {
            /**
             * @description The slug of the speaker's canonical name, Latin letters without their accents. A speaker of one article only ("police", "a resident") is `{article slug}~{slug}`.
             * @example zamir-kabulov
             */
            id: string;
            /**
             * @description Canonical name.
             * @example Zamir Kabulov
             */
            name: string;
        } | null;
        /**
         * @description The pronoun by which an article itself refers to a person it quotes, beside a quote. Never guessed from a name. `unknown`: none, or more than one; organisations, places, groups and documents; articles that are not in English; or `null`.
         * @enum {string|null}
         */
        NullablePronoun: "she" | "he" | "they" | "unknown" | null;
        /**
         * @description Whether the claim holds the whole quote or a part of it; or `null`.
         * @enum {string|null}
         */
        NullableExtent: "whole" | "part" | null;
        /**
         * @description How words differ. `spelling`: the same words written otherwise: British or American, joined or apart, a contraction or its words, a number in figures or in words; `letter`: one letter of a longer word is wrong, missing, too many or changed with its neighbour: a slip, or another word (contest, context); `inflection`: another number, tense or person of the same word, which may change what is said; `words`: other words, or words added or left out. English only but for `letter`; or `null`.
         * @enum {string|null}
         */
        NullableDifference: "spelling" | "letter" | "inflection" | "words" | null;
        /** @description An earlier text of an article, which is served with other words now: `?revision=` answers with it; or `null`. */
        NullableMatchedRevision: {
            /**
             * @description SHA-256 of the article's text in UTF-8. Spans hold for this revision only.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            revision: string;
            /** @description When that text was served, oldest first. */
            served: components["schemas"]["ServedPeriod"][];
        } | null;
        /**
         * @description Why it may be the speaker in the request: `attribution`: the confidence of the recorded attribution is below `high`, or a part of the match has none; `name`: the name in the request may be a form of the recorded one (a surname that several people have, one letter that differs); `description`: the article describes the recorded speaker by the name in the request, or the other way round (the Kremlin, and the Kremlin's spokesman); `unnamed`: the article has no name for the recorded speaker, only a role (a diplomat, a spokesman); `short`: the words that agree are so few and common that others may have said them too (I do not know); `nested`: the recorded speaker quotes somebody else with these words; `claim`: in a whole text, whom the submitted text means is not beyond doubt; or `null`.
         * @enum {string|null}
         */
        NullableDoubt: "attribution" | "name" | "description" | "unnamed" | "short" | "nested" | "claim" | null;
        /**
         * @description Where the best match's article names the speaker in the request: `near`: in the block of the words or the one before or after it; `elsewhere`: in another block; or `null`.
         * @enum {string|null}
         */
        NullableMentioned: "near" | "elsewhere" | null;
        /** @description What the answer is based on. */
        VerificationSearched: {
            /** @description Articles that were searched for pieces of the claim. */
            articleCount: number;
            /** @description Quotes of those articles. */
            quoteCount: number;
            /** @description Articles that hold most of the pieces, and earlier texts of articles, compared word by word. */
            compared: number;
        };
        /**
         * @description What was joined without a mark: `segments`: neighbouring segments of one quote; `quote`: distant parts of one quote; `quotes`: several quotes of one article; `articles`: quotes of several articles; `narration`: a quote and the reporter's words; or `null`.
         * @enum {string|null}
         */
        NullableSpliceKind: "segments" | "quote" | "quotes" | "articles" | "narration" | null;
        /**
         * @description How words around the match, in its sentence, may change its meaning: `negation`: a negative word (not, never, won't, no) before it or directly after it; `condition`: a word that makes it conditional (if, unless, whether, pretend) before or after it. English words only. A hint to read the context, for `exact` words too; or `null`.
         * @enum {string|null}
         */
        NullableTurned: "negation" | "condition" | null;
        /**
         * @description `equal`: both have the words; `delete`: only the article has them; `insert`: only the claim has them; `gap`: a gap that the claim marks.
         * @enum {string}
         */
        DiffOperationOp: "equal" | "delete" | "insert" | "gap";
        /** @description The words of the article, with their place in its text; `null` for `insert` and `gap`. */
        DiffOperationRecorded: {
            /** @description Index of the passage in `passages`, from 0. */
            passage: number;
            /** @description The words of the span, exactly as in the text. */
            text: string;
            /**
             * @description First code point of the span, counted from 0.
             * @example 1024
             */
            start: number;
            /**
             * @description One past the last code point of the span.
             * @example 1058
             */
            end: number;
        } | null;
        /** @description What the answers are based on: articles of the archive, or the sources given along. */
        TextVerificationSearched: {
            /** @description Articles that were searched for pieces of the claim. */
            articleCount: number;
            /** @description Quotes of those articles. */
            quoteCount: number;
        };
        /** @description Its place in what was submitted, in code points: of plain text the same as `start` and `end`; of Markdown and HTML with the markup between its words; `null` where markup hides it. */
        SubmittedSegmentSubmitted: {
            /**
             * @description First code point of the span, counted from 0.
             * @example 1024
             */
            start: number;
            /**
             * @description One past the last code point of the span.
             * @example 1058
             */
            end: number;
        } | null;
        /** @description A correction that no longer fits. */
        ArticleEditsNotAppliedItem: {
            /** @description Its place in `edits`, from 0. */
            index: number;
            /** @description Why it no longer fits. */
            message: string;
        };
        /**
         * @description `degraded`: something in the data folder could not be read; the last good version is served. With `ok`, what is listed changes nothing that is served: an editor's file names what nothing has.
         * @enum {string}
         */
        ReadyStatus: "ok" | "degraded";
        /** @description Words of the article; or `null`. */
        NullableEditWordsOutput: {
            /** @description As they stand in the text. */
            text: string;
            /**
             * @description Which of their occurrences in the text is meant, counted from 1.
             * @default 1
             */
            occurrence: number;
        } | null;
    };
    responses: {
        /**
         * @description `invalid-cursor`: The cursor was not issued by this list, or for another filter or sort order. Start again without `cursor`, and follow `nextCursor` with the same parameters.
         *
         *     `invalid-parameter`: A query or path parameter holds a value that is not allowed, or has a name this operation does not know. `errors` names each one, its value and what is allowed.
         *
         *     `malformed-request`: The request line, a header or an encoded path is not valid HTTP. Percent-encode UTF-8 in paths.
         */
        InvalidCursorOrInvalidParameter: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `article-not-found`: No article has this slug. `/v1/articles` lists all of them.
         *
         *     `speaker-not-found`: No speaker has this id. `/v1/speakers` lists all of them.
         *
         *     `publisher-not-found`: No article has this publisher. `detail` lists near names; each article names its `publisher`.
         *
         *     `credit-not-found`: No article credits anybody of this name. `detail` lists near names.
         */
        ArticleNotFoundOrSpeakerNotFoundOrPublisherNotFoundOrCreditNotFound: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `method-not-allowed`: The resource exists but does not allow this method; `Allow` lists those it allows. */
        MethodNotAllowed: {
            headers: {
                Allow: components["headers"]["Allow"];
                "Cache-Control": components["headers"]["CacheControl"];
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not-acceptable`: None of the media types in `Accept` is available here. `available` lists those that are; `?format=` chooses one by name. */
        NotAcceptable: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `request-timeout`: The request did not arrive completely in time. Send it again. */
        RequestTimeout: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `article-withdrawn`: The publisher withdrew the article: `at` says when and `reason` why. Its text, its parts, its quotes and its earlier revisions are not served any more. */
        ArticleWithdrawn: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `precondition-failed`: The present answer is not one that `If-Match` names: it has changed since, or it is a stream, which has no ETag. Or `If-None-Match` names what is there. Ask again without either and compare. */
        PreconditionFailed: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `uri-too-long`: The address is longer than the server allows. */
        UriTooLong: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `too-many-requests`: This client address made more requests than are allowed in a minute, or showed too many wrong keys. `Retry-After` says when to try again. */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "Cache-Control": components["headers"]["CacheControl"];
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `headers-too-large`: The header fields are larger than the server allows. */
        HeadersTooLarge: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `internal-error`: An error occurred on the server. Its log has the details under the request id. */
        InternalError: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unavailable`: Nothing can be served at the moment. Try again after `Retry-After` seconds. */
        Unavailable: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "Cache-Control": components["headers"]["CacheControl"];
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `invalid-parameter`: A query or path parameter holds a value that is not allowed, or has a name this operation does not know. `errors` names each one, its value and what is allowed.
         *
         *     `invalid-body`: The request body cannot be read as its media type says. `errors` names what is wrong and where.
         *
         *     `malformed-request`: The request line, a header or an encoded path is not valid HTTP. Percent-encode UTF-8 in paths.
         */
        InvalidParameterOrInvalidBody: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unauthorized`: Only whoever has a key of this archive may do this. Send it as `Authorization: Bearer KEY`. Whoever runs the server adds keys with `verbatim key add NAME --scope write`. */
        Unauthorized: {
            headers: {
                "WWW-Authenticate": components["headers"]["WWWAuthenticate"];
                "Cache-Control": components["headers"]["CacheControl"];
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `forbidden`: The key may not do this: one of scope `edit` sets editors' corrections and speakers, one of scope `write` does everything.
         *
         *     `writing-disabled`: Nobody writes this archive over HTTP: it has no keys, or the server cannot write it. `detail` says which, and what to do.
         */
        ForbiddenOrWritingDisabled: {
            headers: {
                "WWW-Authenticate": components["headers"]["WWWAuthenticate"];
                "Cache-Control": components["headers"]["CacheControl"];
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `article-exists`: The article is here already, known by its address or its bytes. `detail` names its slug: to replace it, PUT it there with `If-Match`.
         *
         *     `conflict`: What was sent does not go with what is here: a slug, an id or a name belongs to something else. `detail` says what, and nothing was changed.
         *
         *     `request-in-progress`: A request with the same `Idempotency-Key` is being handled. Send it again after `Retry-After` seconds to get its answer.
         */
        ArticleExistsOrConflictOrRequestInProgress: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `payload-too-large`: The request body is larger than this operation allows. */
        PayloadTooLarge: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unsupported-media-type`: The operation does not accept a body of this media type. */
        UnsupportedMediaType: {
            headers: {
                Accept: components["headers"]["Accept"];
                "Cache-Control": components["headers"]["CacheControl"];
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `unreadable-source`: The source is empty, is not text, or holds no article. `detail` says which.
         *
         *     `unsound`: What was sent does not hold together: an article whose words, spans and ids do not fit each other, or a change of a speaker that nobody could be. `errors` says where; nothing was changed.
         *
         *     `extraction-timeout`: The source takes too long to extract. Send a smaller part of it.
         *
         *     `idempotency-key-reused`: The `Idempotency-Key` was sent with another request within the last 24 hours. Take a new one for each request.
         */
        UnreadableSourceOrUnsoundOrExtractionTimeoutOrIdempotencyKeyReused: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The resource has moved permanently. */
        Moved: {
            headers: {
                Location: components["headers"]["Location"];
                Vary: components["headers"]["Vary"];
                "Cache-Control": components["headers"]["CacheControl"];
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /**
         * @description `invalid-parameter`: A query or path parameter holds a value that is not allowed, or has a name this operation does not know. `errors` names each one, its value and what is allowed.
         *
         *     `malformed-request`: The request line, a header or an encoded path is not valid HTTP. Percent-encode UTF-8 in paths.
         */
        InvalidParameter: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `article-not-found`: No article has this slug. `/v1/articles` lists all of them.
         *
         *     `revision-not-found`: The article has no revision of this name that is kept. `/v1/articles/{slug}/revisions` lists those it has.
         */
        ArticleNotFoundOrRevisionNotFound: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `precondition-required`: The request replaces what is here without saying what that is. GET it, and send its `ETag` as `If-Match`. */
        PreconditionRequired: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `article-not-found`: No article has this slug. `/v1/articles` lists all of them. */
        ArticleNotFound: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `conflict`: What was sent does not go with what is here: a slug, an id or a name belongs to something else. `detail` says what, and nothing was changed.
         *
         *     `request-in-progress`: A request with the same `Idempotency-Key` is being handled. Send it again after `Retry-After` seconds to get its answer.
         */
        ConflictOrRequestInProgress: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `idempotency-key-reused`: The `Idempotency-Key` was sent with another request within the last 24 hours. Take a new one for each request. */
        IdempotencyKeyReused: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `invalid-parameter`: A query or path parameter holds a value that is not allowed, or has a name this operation does not know. `errors` names each one, its value and what is allowed.
         *
         *     `invalid-cursor`: The cursor was not issued by this list, or for another filter or sort order. Start again without `cursor`, and follow `nextCursor` with the same parameters.
         *
         *     `malformed-request`: The request line, a header or an encoded path is not valid HTTP. Percent-encode UTF-8 in paths.
         */
        InvalidParameterOrInvalidCursor: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `article-not-found`: No article has this slug. `/v1/articles` lists all of them.
         *
         *     `revision-not-found`: The article has no revision of this name that is kept. `/v1/articles/{slug}/revisions` lists those it has.
         *
         *     `section-not-found`: The article has no section with this id. `/v1/articles/{slug}/sections` lists them.
         */
        ArticleNotFoundOrRevisionNotFoundOrSectionNotFound: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `article-not-found`: No article has this slug. `/v1/articles` lists all of them.
         *
         *     `revision-not-found`: The article has no revision of this name that is kept. `/v1/articles/{slug}/revisions` lists those it has.
         *
         *     `paragraph-not-found`: The article has no paragraph with this id. Paragraph ids belong to a revision; `/v1/articles/{slug}/paragraphs` lists them.
         */
        ArticleNotFoundOrRevisionNotFoundOrParagraphNotFound: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `article-not-found`: No article has this slug. `/v1/articles` lists all of them.
         *
         *     `revision-not-found`: The article has no revision of this name that is kept. `/v1/articles/{slug}/revisions` lists those it has.
         *
         *     `speaker-not-found`: No speaker has this id. `/v1/speakers` lists all of them.
         */
        ArticleNotFoundOrRevisionNotFoundOrSpeakerNotFound: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `quote-not-found`: No quote has this id. `/v1/quotes` lists all of them. */
        QuoteNotFound: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `article-withdrawn`: The publisher withdrew the article: `at` says when and `reason` why. Its text, its parts, its quotes and its earlier revisions are not served any more.
         *
         *     `quote-removed`: The article does not have this quote any more: its text was corrected, or an editor found that it was not a quote. Its id is not used again. `lastRevision` names the last text that had it, where one is kept.
         */
        ArticleWithdrawnOrQuoteRemoved: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `speaker-not-found`: No speaker has this id. `/v1/speakers` lists all of them. */
        SpeakerNotFound: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `unsound`: What was sent does not hold together: an article whose words, spans and ids do not fit each other, or a change of a speaker that nobody could be. `errors` says where; nothing was changed.
         *
         *     `idempotency-key-reused`: The `Idempotency-Key` was sent with another request within the last 24 hours. Take a new one for each request.
         */
        UnsoundOrIdempotencyKeyReused: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `unreadable-source`: The source is empty, is not text, or holds no article. `detail` says which.
         *
         *     `too-many-quotes`: The text has more quotes in marks than are checked at once. `detail` says how many, and where the first one too many begins. Send the text in parts.
         *
         *     `extraction-timeout`: The source takes too long to extract. Send a smaller part of it.
         */
        UnreadableSourceOrTooManyQuotesOrExtractionTimeout: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `unreadable-source`: The source is empty, is not text, or holds no article. `detail` says which.
         *
         *     `extraction-timeout`: The source takes too long to extract. Send a smaller part of it.
         */
        UnreadableSourceOrExtractionTimeout: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `unsound-edits`: A correction finds nothing to change, or the article would not be sound with it. `errors` names each one; nothing was changed.
         *
         *     `idempotency-key-reused`: The `Idempotency-Key` was sent with another request within the last 24 hours. Take a new one for each request.
         */
        UnsoundEditsOrIdempotencyKeyReused: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not-found`: There is nothing at this address. `/openapi.json` describes every operation. */
        NotFound: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description Words that must all occur, in any order, English ones in any inflection (`tariff` finds `tariffs`); `"a phrase"` in double quotation marks must occur as written; of `ferry OR boat` one must occur (OR binds tighter than a space); `-ferry`, `NOT ferry` and `-"a phrase"` must not occur; `harb*` finds words that begin so; parentheses may stand around alternatives. Case, diacritics, dashes and the form of quotation marks do not matter. Other operators, and a query of negations alone, are a 400 that says what to write instead.
         * @example ferry bridge -tunnel
         */
        Words: string;
        /**
         * @description Ids, names or aliases of speakers: quotes of any of them are found. Repeat the parameter for several. `none` finds quotes without a named speaker.
         * @example [
         *       "isolde-brannock"
         *     ]
         */
        Speakers: string[];
        /**
         * @description Types of the speakers.
         * @example [
         *       "person"
         *     ]
         */
        SpeakerTypes: components["schemas"]["SpeakerType"][];
        /**
         * @description Kinds of the quotes.
         * @example [
         *       "direct"
         *     ]
         */
        Kinds: components["schemas"]["QuoteKind"][];
        /**
         * @description What the attributions are based on.
         * @example [
         *       "name"
         *     ]
         */
        Bases: components["schemas"]["Basis"][];
        /**
         * @description How sure the attributions are.
         * @example [
         *       "high"
         *     ]
         */
        Confidences: components["schemas"]["Confidence"][];
        /**
         * @description Languages of the articles: `en` finds `en-GB` too.
         * @example [
         *       "en"
         *     ]
         */
        Languages: string[];
        /**
         * @description Publishers of the articles. Case, diacritics and punctuation do not matter; a part of a name is enough where one alone has it.
         * @example [
         *       "North Tide News"
         *     ]
         */
        Publishers: string[];
        /**
         * @description People whom the articles credit, in whatever role; written as freely as `publisher`.
         * @example [
         *       "Una Marrick"
         *     ]
         */
        Credits: string[];
        /**
         * @description Slugs of articles; one that does not exist is a 404.
         * @example [
         *       "skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge"
         *     ]
         */
        Articles: string[];
        /**
         * @description Ids of what is listed (slugs of articles): a batch. Former ids find what has another id now. Unknown and removed ones find nothing and are no error: compare the items with what was sent.
         * @example [
         *       "c5zdc6gr9e"
         *     ]
         */
        Ids: string[];
        /**
         * @description Published on or after this day, or this instant (RFC 3339); an instant without an offset is in UTC.
         * @example 2026-09-01
         */
        PublishedFrom: string;
        /**
         * @description Published on or before this day, or this instant (RFC 3339); a day means its end, an instant without an offset is in UTC.
         * @example 2026-09-30
         */
        PublishedTo: string;
        /**
         * @description Changed on or after this day or instant, by `modifiedAt`: the text, an editor's corrections, or the names of its speakers.
         * @example 2026-09-01
         */
        ModifiedFrom: string;
        /**
         * @description Changed on or before this day or instant, by `modifiedAt`; a day means its end.
         * @example 2026-09-30
         */
        ModifiedTo: string;
        /**
         * @description Direction of the sort; without it names are in the order of the alphabet, and everything else has the largest or newest first.
         * @example asc
         */
        Order: "asc" | "desc";
        /**
         * @description What to count the items of the whole list by, in JSON: `facets` of the answer has the values of each, with how many items have it. Repeat the parameter for several.
         * @example [
         *       "speaker"
         *     ]
         */
        Facets: components["schemas"]["Facet"][];
        /**
         * @description Items on a page, at most 100; 20 without it. 0 asks for the total alone.
         * @example 20
         */
        Limit: number;
        /** @description `nextCursor` of the previous page. Use it with the same filter and sort. */
        Cursor: string;
        /**
         * @description Whether CSV begins with a byte order mark, by which Excel knows UTF-8. Other formats have none.
         * @example true
         */
        Bom: boolean;
        /**
         * @description A value of your own for this request, such as a UUID. The same request with it, within 24 hours, is answered with the stored answer and does nothing again; another request with it is a 422, and one that is still being handled a 409. An answer that is a problem is not stored.
         * @example 0f3b1c5e-6d0a-4b8e-9d57-2f8a1c9e7b42
         */
        IdempotencyKey: string;
        /**
         * @description `validate-only`: everything is checked and answered as it would be, with 200, and nothing is written.
         * @example validate-only
         */
        Prefer: string;
        /**
         * @description The article's slug. An old slug redirects to the present one.
         * @example skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge
         */
        ArticleSlug: string;
        /**
         * @description A revision of the article, as `/v1/articles/{slug}/revisions` lists them: the answer is of that text and never changes. Without it the answer is of the present text.
         * @example eb5c47f08981959fd5ee54dedae8da5e9000213a4f8fb3674e20cf73c59e7e56
         */
        RevisionAsked: string;
        /**
         * @description `ETag` of the present answer in JSON, in whatever coding, or `*`. Without it the answer is 428, with another one 412: nothing is overwritten unseen. A request that would change nothing any more is a success all the same (RFC 9110, section 13.1.1).
         * @example *
         */
        IfMatchWhereReplaced: string;
        /**
         * @description `*` creates only: 412 where something is here already.
         * @example *
         */
        IfNoneMatch: string;
        /**
         * @description `ETag` of the present answer in JSON, in whatever coding, or `*`. Without it the answer is 428, with another one 412: nothing is overwritten unseen. A request that would change nothing any more is a success all the same (RFC 9110, section 13.1.1).
         * @example *
         */
        IfMatch: string;
        /**
         * @description `published` (the default): by the date of the article, within an article in the order of its text; `length`: by the number of words.
         * @example length
         */
        QuoteSort: "published" | "length";
        /**
         * @description Changes in an answer, at most 1000; 100 without it.
         * @example 100
         */
        ChangesLimit: number;
        /** @description `nextCursor` of the answer before; without it, from the first change. */
        ChangesCursor: string;
        /**
         * @description What to count the speakers of the whole list by, in JSON: `facets` of the answer has the values of each, with how many speakers have it. `speakerType` is the type across all articles; of the others, a speaker has each value that a quote of theirs has which passes the filters. Repeat the parameter for several.
         * @example [
         *       "speakerType"
         *     ]
         */
        SpeakerFacets: ("speakerType" | "kind" | "confidence" | "publisher" | "language" | "year" | "month")[];
        /**
         * @description Id of the speaker. A merged id redirects.
         * @example isolde-brannock
         */
        SpeakerId: string;
        /**
         * @description Direction of `published`; by relevance the best hits are always first.
         * @example asc
         */
        HitOrder: "asc" | "desc";
        /**
         * @description What to group the quotes by. Repeat the parameter for two; without it the answer has totals alone.
         * @example [
         *       "speaker"
         *     ]
         */
        By: components["schemas"]["Dimension"][];
        /**
         * @description Direction of the sort; without it the largest count or the smallest value is first.
         * @example asc
         */
        GroupOrder: "asc" | "desc";
        /**
         * @description Groups, at most 10000; 100 without it.
         * @example 100
         */
        GroupLimit: number;
        /**
         * @description Slugs of the only articles to look in. With it, the article that is the text itself is looked in too.
         * @example [
         *       "skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge"
         *     ]
         */
        OnlyArticles: string[];
        /**
         * @description Slugs of articles to leave out, such as an earlier version of the text.
         * @example [
         *       "skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge"
         *     ]
         */
        ExcludedArticles: string[];
    };
    requestBodies: never;
    headers: {
        /**
         * @description Strong entity tag of a page. A whole list that is streamed has none.
         * @example "6c3fUV8zJr3vWqQe0o7k2A"
         */
        PageETag: string;
        /**
         * @description Request headers the answer depends on.
         * @example Accept, Accept-Encoding
         */
        Vary: string;
        /**
         * @description Address of this representation.
         * @example /v1/quotes/c5zdc6gr9e?format=markdown
         */
        ContentLocation: string;
        /**
         * @description RFC 8288 links: `rel="next"` is the next page, `rel="alternate"` the same in another format, `rel="service-desc"` this document. Of a former revision (RFC 5829) `rel="latest-version"` is the present text, `rel="predecessor-version"` the one before it, `rel="version-history"` the list of all.
         * @example </v1/quotes?limit=1&cursor=WyJh>; rel="next"
         */
        Link: string;
        /**
         * @description Number of items in the whole filtered list, also for HEAD.
         * @example 725
         */
        TotalCount: string;
        /**
         * @description How long a cache may keep the answer.
         * @example public, max-age=60, stale-while-revalidate=600
         */
        CacheControl: string;
        /**
         * @description Identifies the request in the server's log: the id the client sent, or a new one.
         * @example b1946ac9-2b1c
         */
        RequestId: string;
        /**
         * @description Requests left and seconds until more are allowed, where the server limits them.
         * @example "requests";r=59;t=42
         */
        RateLimit: string;
        /**
         * @description Requests allowed (`q`) in a window of `w` seconds.
         * @example "requests";q=60;w=60
         */
        RateLimitPolicy: string;
        /**
         * @description A file name for saving the answer.
         * @example inline; filename="quotes.csv"
         */
        ContentDisposition: string;
        /**
         * @description The methods this path answers.
         * @example GET, HEAD, OPTIONS
         */
        Allow: string;
        /**
         * @description Seconds after which to try again.
         * @example 5
         */
        RetryAfter: string;
        /**
         * @description The `ETag` that GET answers with now, for the next `If-Match`.
         * @example "6c3fUV8zJr3vWqQe0o7k2A"
         */
        WrittenETag: string;
        /**
         * @description `validate-only`, when nothing was written since that was asked for.
         * @example validate-only
         */
        PreferenceApplied: string;
        /**
         * @description The address of what was made, path-absolute.
         * @example /v1/articles/the-slug
         */
        Created: string;
        /**
         * @description How to show a key (RFC 6750).
         * @example Bearer realm="verbatim"
         */
        WWWAuthenticate: string;
        /**
         * @description The media types a body may have.
         * @example application/json, text/plain
         */
        Accept: string;
        /**
         * @description Strong entity tag of exactly these bytes, for `If-None-Match`.
         * @example "6c3fUV8zJr3vWqQe0o7k2A"
         */
        ETag: string;
        /**
         * @description The present address, path-absolute, with the query.
         * @example /v1/articles/the-new-slug
         */
        Location: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listArticles: {
        parameters: {
            query?: {
                /**
                 * @description Words that must all occur, in any order, English ones in any inflection (`tariff` finds `tariffs`); `"a phrase"` in double quotation marks must occur as written; of `ferry OR boat` one must occur (OR binds tighter than a space); `-ferry`, `NOT ferry` and `-"a phrase"` must not occur; `harb*` finds words that begin so; parentheses may stand around alternatives. Case, diacritics, dashes and the form of quotation marks do not matter. Other operators, and a query of negations alone, are a 400 that says what to write instead.
                 * @example ferry bridge -tunnel
                 */
                q?: components["parameters"]["Words"];
                /**
                 * @description Ids, names or aliases of speakers: quotes of any of them are found. Repeat the parameter for several. `none` finds quotes without a named speaker.
                 * @example [
                 *       "isolde-brannock"
                 *     ]
                 */
                speaker?: components["parameters"]["Speakers"];
                /**
                 * @description Types of the speakers.
                 * @example [
                 *       "person"
                 *     ]
                 */
                speakerType?: components["parameters"]["SpeakerTypes"];
                /**
                 * @description Kinds of the quotes.
                 * @example [
                 *       "direct"
                 *     ]
                 */
                kind?: components["parameters"]["Kinds"];
                /**
                 * @description What the attributions are based on.
                 * @example [
                 *       "name"
                 *     ]
                 */
                basis?: components["parameters"]["Bases"];
                /**
                 * @description How sure the attributions are.
                 * @example [
                 *       "high"
                 *     ]
                 */
                confidence?: components["parameters"]["Confidences"];
                /**
                 * @description Languages of the articles: `en` finds `en-GB` too.
                 * @example [
                 *       "en"
                 *     ]
                 */
                language?: components["parameters"]["Languages"];
                /**
                 * @description Publishers of the articles. Case, diacritics and punctuation do not matter; a part of a name is enough where one alone has it.
                 * @example [
                 *       "North Tide News"
                 *     ]
                 */
                publisher?: components["parameters"]["Publishers"];
                /**
                 * @description People whom the articles credit, in whatever role; written as freely as `publisher`.
                 * @example [
                 *       "Una Marrick"
                 *     ]
                 */
                credit?: components["parameters"]["Credits"];
                /**
                 * @description Slugs of articles; one that does not exist is a 404.
                 * @example [
                 *       "skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge"
                 *     ]
                 */
                article?: components["parameters"]["Articles"];
                /**
                 * @description Ids of what is listed (slugs of articles): a batch. Former ids find what has another id now. Unknown and removed ones find nothing and are no error: compare the items with what was sent.
                 * @example [
                 *       "c5zdc6gr9e"
                 *     ]
                 */
                id?: components["parameters"]["Ids"];
                /**
                 * @description Published on or after this day, or this instant (RFC 3339); an instant without an offset is in UTC.
                 * @example 2026-09-01
                 */
                publishedFrom?: components["parameters"]["PublishedFrom"];
                /**
                 * @description Published on or before this day, or this instant (RFC 3339); a day means its end, an instant without an offset is in UTC.
                 * @example 2026-09-30
                 */
                publishedTo?: components["parameters"]["PublishedTo"];
                /**
                 * @description Changed on or after this day or instant, by `modifiedAt`: the text, an editor's corrections, or the names of its speakers.
                 * @example 2026-09-01
                 */
                modifiedFrom?: components["parameters"]["ModifiedFrom"];
                /**
                 * @description Changed on or before this day or instant, by `modifiedAt`; a day means its end.
                 * @example 2026-09-30
                 */
                modifiedTo?: components["parameters"]["ModifiedTo"];
                /**
                 * @description `published` (the default): by `publishedAt`, articles without one by their import; `updated`: by `modifiedAt`; `length`: by the number of words.
                 * @example updated
                 */
                sort?: "published" | "updated" | "length";
                /**
                 * @description Direction of the sort; without it names are in the order of the alphabet, and everything else has the largest or newest first.
                 * @example asc
                 */
                order?: components["parameters"]["Order"];
                /**
                 * @description What to count the items of the whole list by, in JSON: `facets` of the answer has the values of each, with how many items have it. Repeat the parameter for several.
                 * @example [
                 *       "speaker"
                 *     ]
                 */
                facets?: components["parameters"]["Facets"];
                /**
                 * @description Top-level fields to answer with; repeat the parameter for several. The others are left out, those that the schema requires too. The order is the schema's. CSV has the columns made of them.
                 * @example [
                 *       "slug",
                 *       "revision"
                 *     ]
                 */
                fields?: ("slug" | "revision" | "language" | "publishedAt" | "updatedAt" | "importedAt" | "modifiedAt" | "sourceUrl" | "publisher" | "headline" | "wordCount" | "quoteCount" | "speakers" | "rights" | "url" | "page")[];
                /**
                 * @description Items on a page, at most 100; 20 without it. 0 asks for the total alone.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /** @description `nextCursor` of the previous page. Use it with the same filter and sort. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Whether CSV begins with a byte order mark, by which Excel knows UTF-8. Other formats have none.
                 * @example true
                 */
                bom?: components["parameters"]["Bom"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of articles. */
            200: {
                headers: {
                    ETag: components["headers"]["PageETag"];
                    Vary: components["headers"]["Vary"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    Link: components["headers"]["Link"];
                    "X-Total-Count": components["headers"]["TotalCount"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleList"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    ETag: components["headers"]["PageETag"];
                    Vary: components["headers"]["Vary"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    Link: components["headers"]["Link"];
                    "X-Total-Count": components["headers"]["TotalCount"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidCursorOrInvalidParameter"];
            404: components["responses"]["ArticleNotFoundOrSpeakerNotFoundOrPublisherNotFoundOrCreditNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            410: components["responses"]["ArticleWithdrawn"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    publishArticle: {
        parameters: {
            query?: {
                /**
                 * @description The slug it is to have, where that is free; else one is made of the headline.
                 * @example russia-seeks-good-relations-with-taliban-as-us-troops-exit
                 */
                slug?: string;
                /**
                 * @description Of a raw body: where the article was published.
                 * @example https://news.example/kiln
                 */
                url?: string;
                /**
                 * @description Of a raw body: when it was published.
                 * @example 2026-05-01
                 */
                publishedAt?: string;
                /**
                 * @description Of a raw body: when it was updated.
                 * @example 2026-05-01T09:30:00Z
                 */
                updatedAt?: string;
                /**
                 * @description Of a raw body: its language, a tag such as `en`.
                 * @example en
                 */
                language?: string;
                /**
                 * @description Of a raw body: the outlet that published it.
                 * @example The Kiln Post
                 */
                publisher?: string;
                /**
                 * @description `true`: serve a withdrawn article again.
                 * @example false
                 */
                restore?: boolean;
            };
            header?: {
                /**
                 * @description A value of your own for this request, such as a UUID. The same request with it, within 24 hours, is answered with the stored answer and does nothing again; another request with it is a 422, and one that is still being handled a 409. An answer that is a problem is not stored.
                 * @example 0f3b1c5e-6d0a-4b8e-9d57-2f8a1c9e7b42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `validate-only`: everything is checked and answered as it would be, with 200, and nothing is written.
                 * @example validate-only
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The article, at most 5 MiB: raw as text, Markdown or HTML; or JSON with its words and what is known of it; or a whole article as Verbatim writes it. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "Kiln stays open\n\n“We never meant to close it,” said Orla Brice, the manager.",
                 *       "language": "en",
                 *       "publishedAt": "2026-05-01",
                 *       "url": "https://news.example/kiln",
                 *       "publisher": "The Kiln Post"
                 *     }
                 */
                "application/json": components["schemas"]["SubmittedArticle"];
                /**
                 * @example Kiln stays open
                 *
                 *     “We never meant to close it,” said Orla Brice, the manager.
                 */
                "text/plain": string;
                /**
                 * @example # Kiln stays open
                 *
                 *     “We never meant to close it,” said Orla Brice, the manager.
                 */
                "text/markdown": string;
                /**
                 * @example <h1>Kiln stays open</h1>
                 *     <p>“We never meant to close it,” said Orla Brice, the manager.</p>
                 */
                "text/html": string;
            };
        };
        responses: {
            /** @description It was here already, or nothing was to be written. */
            200: {
                headers: {
                    ETag: components["headers"]["WrittenETag"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            /** @description It is served. */
            201: {
                headers: {
                    Location: components["headers"]["Created"];
                    ETag: components["headers"]["WrittenETag"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            400: components["responses"]["InvalidParameterOrInvalidBody"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOrWritingDisabled"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["ArticleExistsOrConflictOrRequestInProgress"];
            410: components["responses"]["ArticleWithdrawn"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnreadableSourceOrUnsoundOrExtractionTimeoutOrIdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getArticle: {
        parameters: {
            query?: {
                /**
                 * @description Top-level fields to answer with; repeat the parameter for several. The others are left out, those that the schema requires too. The order is the schema's. CSV has the columns made of them.
                 * @example [
                 *       "slug",
                 *       "aliases"
                 *     ]
                 */
                fields?: ("slug" | "aliases" | "revision" | "language" | "publishedAt" | "updatedAt" | "importedAt" | "modifiedAt" | "sourceUrl" | "publisher" | "headline" | "dateline" | "sections" | "quotes" | "removedQuotes" | "speakers" | "echoes" | "credits" | "rights" | "source" | "wordCount" | "url" | "page")[];
                /**
                 * @description A revision of the article, as `/v1/articles/{slug}/revisions` lists them: the answer is of that text and never changes. Without it the answer is of the present text.
                 * @example eb5c47f08981959fd5ee54dedae8da5e9000213a4f8fb3674e20cf73c59e7e56
                 */
                revision?: components["parameters"]["RevisionAsked"];
            };
            header?: never;
            path: {
                /**
                 * @description The article's slug. An old slug redirects to the present one.
                 * @example skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge
                 */
                slug: components["parameters"]["ArticleSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The article, or the fields that were asked for. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    Link: components["headers"]["Link"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Article"];
                    "text/plain": string;
                    "text/markdown": string;
                    "text/html": string;
                    "application/ld+json": components["schemas"]["JsonLd"];
                    "application/vnd.iptc.ninjs+json": components["schemas"]["Ninjs"];
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    Link: components["headers"]["Link"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["Moved"];
            400: components["responses"]["InvalidParameter"];
            404: components["responses"]["ArticleNotFoundOrRevisionNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            410: components["responses"]["ArticleWithdrawn"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceArticle: {
        parameters: {
            query?: {
                /**
                 * @description Of a raw body: where the article was published.
                 * @example https://news.example/kiln
                 */
                url?: string;
                /**
                 * @description Of a raw body: when it was published.
                 * @example 2026-05-01
                 */
                publishedAt?: string;
                /**
                 * @description Of a raw body: when it was updated.
                 * @example 2026-05-01T09:30:00Z
                 */
                updatedAt?: string;
                /**
                 * @description Of a raw body: its language, a tag such as `en`.
                 * @example en
                 */
                language?: string;
                /**
                 * @description Of a raw body: the outlet that published it.
                 * @example The Kiln Post
                 */
                publisher?: string;
                /**
                 * @description `true`: serve a withdrawn article again.
                 * @example false
                 */
                restore?: boolean;
            };
            header?: {
                /**
                 * @description `ETag` of the present answer in JSON, in whatever coding, or `*`. Without it the answer is 428, with another one 412: nothing is overwritten unseen. A request that would change nothing any more is a success all the same (RFC 9110, section 13.1.1).
                 * @example *
                 */
                "If-Match"?: components["parameters"]["IfMatchWhereReplaced"];
                /**
                 * @description `*` creates only: 412 where something is here already.
                 * @example *
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description A value of your own for this request, such as a UUID. The same request with it, within 24 hours, is answered with the stored answer and does nothing again; another request with it is a 422, and one that is still being handled a 409. An answer that is a problem is not stored.
                 * @example 0f3b1c5e-6d0a-4b8e-9d57-2f8a1c9e7b42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `validate-only`: everything is checked and answered as it would be, with 200, and nothing is written.
                 * @example validate-only
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description The article's slug. An old slug redirects to the present one.
                 * @example skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge
                 */
                slug: components["parameters"]["ArticleSlug"];
            };
            cookie?: never;
        };
        /** @description The article, at most 5 MiB: raw as text, Markdown or HTML; or JSON with its words and what is known of it; or a whole article as Verbatim writes it. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "Kiln stays open\n\n“We never meant to close it,” said Orla Brice, the manager.",
                 *       "language": "en",
                 *       "publishedAt": "2026-05-01",
                 *       "url": "https://news.example/kiln",
                 *       "publisher": "The Kiln Post"
                 *     }
                 */
                "application/json": components["schemas"]["SubmittedArticle"];
                /**
                 * @example Kiln stays open
                 *
                 *     “We never meant to close it,” said Orla Brice, the manager.
                 */
                "text/plain": string;
                /**
                 * @example # Kiln stays open
                 *
                 *     “We never meant to close it,” said Orla Brice, the manager.
                 */
                "text/markdown": string;
                /**
                 * @example <h1>Kiln stays open</h1>
                 *     <p>“We never meant to close it,” said Orla Brice, the manager.</p>
                 */
                "text/html": string;
            };
        };
        responses: {
            /** @description It took the place of what was here, or was here already. */
            200: {
                headers: {
                    ETag: components["headers"]["WrittenETag"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            /** @description It is served; nothing was here before. */
            201: {
                headers: {
                    Location: components["headers"]["Created"];
                    ETag: components["headers"]["WrittenETag"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            308: components["responses"]["Moved"];
            400: components["responses"]["InvalidParameterOrInvalidBody"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOrWritingDisabled"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["ArticleExistsOrConflictOrRequestInProgress"];
            410: components["responses"]["ArticleWithdrawn"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnreadableSourceOrUnsoundOrExtractionTimeoutOrIdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    withdrawArticle: {
        parameters: {
            query: {
                /**
                 * @description Why, for readers; without control characters.
                 * @example The interview was not authorised.
                 */
                reason: string;
            };
            header: {
                /**
                 * @description `ETag` of the present answer in JSON, in whatever coding, or `*`. Without it the answer is 428, with another one 412: nothing is overwritten unseen. A request that would change nothing any more is a success all the same (RFC 9110, section 13.1.1).
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A value of your own for this request, such as a UUID. The same request with it, within 24 hours, is answered with the stored answer and does nothing again; another request with it is a 422, and one that is still being handled a 409. An answer that is a problem is not stored.
                 * @example 0f3b1c5e-6d0a-4b8e-9d57-2f8a1c9e7b42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `validate-only`: everything is checked and answered as it would be, with 200, and nothing is written.
                 * @example validate-only
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description The article's slug. An old slug redirects to the present one.
                 * @example skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge
                 */
                slug: components["parameters"]["ArticleSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The notice. */
            200: {
                headers: {
                    ETag: components["headers"]["WrittenETag"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Withdrawal"];
                };
            };
            308: components["responses"]["Moved"];
            400: components["responses"]["InvalidParameter"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOrWritingDisabled"];
            404: components["responses"]["ArticleNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["ConflictOrRequestInProgress"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            422: components["responses"]["IdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getArticleText: {
        parameters: {
            query?: {
                /**
                 * @description A revision of the article, as `/v1/articles/{slug}/revisions` lists them: the answer is of that text and never changes. Without it the answer is of the present text.
                 * @example eb5c47f08981959fd5ee54dedae8da5e9000213a4f8fb3674e20cf73c59e7e56
                 */
                revision?: components["parameters"]["RevisionAsked"];
            };
            header?: never;
            path: {
                /**
                 * @description The article's slug. An old slug redirects to the present one.
                 * @example skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge
                 */
                slug: components["parameters"]["ArticleSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The text. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    Link: components["headers"]["Link"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                    "application/json": components["schemas"]["ArticleText"];
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    Link: components["headers"]["Link"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["Moved"];
            400: components["responses"]["InvalidParameter"];
            404: components["responses"]["ArticleNotFoundOrRevisionNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            410: components["responses"]["ArticleWithdrawn"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSections: {
        parameters: {
            query?: {
                /**
                 * @description Top-level fields to answer with; repeat the parameter for several. The others are left out, those that the schema requires too. The order is the schema's. CSV has the columns made of them.
                 * @example [
                 *       "id",
                 *       "heading"
                 *     ]
                 */
                fields?: ("id" | "heading" | "paragraphs" | "url" | "page")[];
                /**
                 * @description Items on a page, at most 100; 20 without it. 0 asks for the total alone.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /** @description `nextCursor` of the previous page. Use it with the same filter and sort. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description A revision of the article, as `/v1/articles/{slug}/revisions` lists them: the answer is of that text and never changes. Without it the answer is of the present text.
                 * @example eb5c47f08981959fd5ee54dedae8da5e9000213a4f8fb3674e20cf73c59e7e56
                 */
                revision?: components["parameters"]["RevisionAsked"];
            };
            header?: never;
            path: {
                /**
                 * @description The article's slug. An old slug redirects to the present one.
                 * @example skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge
                 */
                slug: components["parameters"]["ArticleSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of sections. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    Link: components["headers"]["Link"];
                    "X-Total-Count": components["headers"]["TotalCount"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SectionList"];
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    Link: components["headers"]["Link"];
                    "X-Total-Count": components["headers"]["TotalCount"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["Moved"];
            400: components["responses"]["InvalidParameterOrInvalidCursor"];
            404: components["responses"]["ArticleNotFoundOrRevisionNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            410: components["responses"]["ArticleWithdrawn"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSection: {
        parameters: {
            query?: {
                /**
                 * @description A revision of the article, as `/v1/articles/{slug}/revisions` lists them: the answer is of that text and never changes. Without it the answer is of the present text.
                 * @example eb5c47f08981959fd5ee54dedae8da5e9000213a4f8fb3674e20cf73c59e7e56
                 */
                revision?: components["parameters"]["RevisionAsked"];
            };
            header?: never;
            path: {
                /**
                 * @description The article's slug. An old slug redirects to the present one.
                 * @example skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge
                 */
                slug: components["parameters"]["ArticleSlug"];
                /**
                 * @description Id of the section.
                 * @example lead
                 */
                section: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The section. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    Link: components["headers"]["Link"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SectionDetail"];
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    Link: components["headers"]["Link"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["Moved"];
            400: components["responses"]["InvalidParameter"];
            404: components["responses"]["ArticleNotFoundOrRevisionNotFoundOrSectionNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            410: components["responses"]["ArticleWithdrawn"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listParagraphs: {
        parameters: {
            query?: {
                /**
                 * @description Top-level fields to answer with; repeat the parameter for several. The others are left out, those that the schema requires too. The order is the schema's. CSV has the columns made of them.
                 * @example [
                 *       "id",
                 *       "role"
                 *     ]
                 */
                fields?: ("id" | "role" | "text" | "start" | "end" | "quotes" | "section" | "url" | "page")[];
                /**
                 * @description Items on a page, at most 100; 20 without it. 0 asks for the total alone.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /** @description `nextCursor` of the previous page. Use it with the same filter and sort. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description A revision of the article, as `/v1/articles/{slug}/revisions` lists them: the answer is of that text and never changes. Without it the answer is of the present text.
                 * @example eb5c47f08981959fd5ee54dedae8da5e9000213a4f8fb3674e20cf73c59e7e56
                 */
                revision?: components["parameters"]["RevisionAsked"];
            };
            header?: never;
            path: {
                /**
                 * @description The article's slug. An old slug redirects to the present one.
                 * @example skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge
                 */
                slug: components["parameters"]["ArticleSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of paragraphs. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    Link: components["headers"]["Link"];
                    "X-Total-Count": components["headers"]["TotalCount"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParagraphList"];
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    Link: components["headers"]["Link"];
                    "X-Total-Count": components["headers"]["TotalCount"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["Moved"];
            400: components["responses"]["InvalidParameterOrInvalidCursor"];
            404: components["responses"]["ArticleNotFoundOrRevisionNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            410: components["responses"]["ArticleWithdrawn"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getParagraph: {
        parameters: {
            query?: {
                /**
                 * @description A revision of the article, as `/v1/articles/{slug}/revisions` lists them: the answer is of that text and never changes. Without it the answer is of the present text.
                 * @example eb5c47f08981959fd5ee54dedae8da5e9000213a4f8fb3674e20cf73c59e7e56
                 */
                revision?: components["parameters"]["RevisionAsked"];
            };
            header?: never;
            path: {
                /**
                 * @description The article's slug. An old slug redirects to the present one.
                 * @example skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge
                 */
                slug: components["parameters"]["ArticleSlug"];
                /**
                 * @description Id of the paragraph.
                 * @example p2
                 */
                paragraph: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The paragraph. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    Link: components["headers"]["Link"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParagraphDetail"];
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    Link: components["headers"]["Link"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["Moved"];
            400: components["responses"]["InvalidParameter"];
            404: components["responses"]["ArticleNotFoundOrRevisionNotFoundOrParagraphNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            410: components["responses"]["ArticleWithdrawn"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listArticleQuotes: {
        parameters: {
            query?: {
                /**
                 * @description Words that must all occur, in any order, English ones in any inflection (`tariff` finds `tariffs`); `"a phrase"` in double quotation marks must occur as written; of `ferry OR boat` one must occur (OR binds tighter than a space); `-ferry`, `NOT ferry` and `-"a phrase"` must not occur; `harb*` finds words that begin so; parentheses may stand around alternatives. Case, diacritics, dashes and the form of quotation marks do not matter. Other operators, and a query of negations alone, are a 400 that says what to write instead.
                 * @example ferry bridge -tunnel
                 */
                q?: components["parameters"]["Words"];
                /**
                 * @description Ids, names or aliases of speakers: quotes of any of them are found. Repeat the parameter for several. `none` finds quotes without a named speaker.
                 * @example [
                 *       "isolde-brannock"
                 *     ]
                 */
                speaker?: components["parameters"]["Speakers"];
                /**
                 * @description Types of the speakers.
                 * @example [
                 *       "person"
                 *     ]
                 */
                speakerType?: components["parameters"]["SpeakerTypes"];
                /**
                 * @description Kinds of the quotes.
                 * @example [
                 *       "direct"
                 *     ]
                 */
                kind?: components["parameters"]["Kinds"];
                /**
                 * @description What the attributions are based on.
                 * @example [
                 *       "name"
                 *     ]
                 */
                basis?: components["parameters"]["Bases"];
                /**
                 * @description How sure the attributions are.
                 * @example [
                 *       "high"
                 *     ]
                 */
                confidence?: components["parameters"]["Confidences"];
                /**
                 * @description Ids of what is listed (slugs of articles): a batch. Former ids find what has another id now. Unknown and removed ones find nothing and are no error: compare the items with what was sent.
                 * @example [
                 *       "c5zdc6gr9e"
                 *     ]
                 */
                id?: components["parameters"]["Ids"];
                /**
                 * @description `published` (the default): by the date of the article, within an article in the order of its text; `length`: by the number of words.
                 * @example length
                 */
                sort?: components["parameters"]["QuoteSort"];
                /**
                 * @description Direction of the sort; without it names are in the order of the alphabet, and everything else has the largest or newest first.
                 * @example asc
                 */
                order?: components["parameters"]["Order"];
                /**
                 * @description Top-level fields to answer with; repeat the parameter for several. The others are left out, those that the schema requires too. The order is the schema's. CSV has the columns made of them.
                 * @example [
                 *       "id",
                 *       "aliases"
                 *     ]
                 */
                fields?: ("id" | "aliases" | "kind" | "text" | "segments" | "attribution" | "article" | "context" | "url" | "page")[];
                /**
                 * @description Items on a page, at most 100; 20 without it. 0 asks for the total alone.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /** @description `nextCursor` of the previous page. Use it with the same filter and sort. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Whether CSV begins with a byte order mark, by which Excel knows UTF-8. Other formats have none.
                 * @example true
                 */
                bom?: components["parameters"]["Bom"];
                /**
                 * @description A revision of the article, as `/v1/articles/{slug}/revisions` lists them: the answer is of that text and never changes. Without it the answer is of the present text.
                 * @example eb5c47f08981959fd5ee54dedae8da5e9000213a4f8fb3674e20cf73c59e7e56
                 */
                revision?: components["parameters"]["RevisionAsked"];
            };
            header?: never;
            path: {
                /**
                 * @description The article's slug. An old slug redirects to the present one.
                 * @example skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge
                 */
                slug: components["parameters"]["ArticleSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of quotes. */
            200: {
                headers: {
                    ETag: components["headers"]["PageETag"];
                    Vary: components["headers"]["Vary"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    Link: components["headers"]["Link"];
                    "X-Total-Count": components["headers"]["TotalCount"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleQuoteList"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    ETag: components["headers"]["PageETag"];
                    Vary: components["headers"]["Vary"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    Link: components["headers"]["Link"];
                    "X-Total-Count": components["headers"]["TotalCount"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["Moved"];
            400: components["responses"]["InvalidParameterOrInvalidCursor"];
            404: components["responses"]["ArticleNotFoundOrRevisionNotFoundOrSpeakerNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            410: components["responses"]["ArticleWithdrawn"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listArticleSpeakers: {
        parameters: {
            query?: {
                /**
                 * @description Types of the speakers.
                 * @example [
                 *       "person"
                 *     ]
                 */
                speakerType?: components["parameters"]["SpeakerTypes"];
                /**
                 * @description Top-level fields to answer with; repeat the parameter for several. The others are left out, those that the schema requires too. The order is the schema's. CSV has the columns made of them.
                 * @example [
                 *       "id",
                 *       "name"
                 *     ]
                 */
                fields?: ("id" | "name" | "type" | "descriptions" | "mentions" | "url" | "page")[];
                /**
                 * @description Items on a page, at most 100; 20 without it. 0 asks for the total alone.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /** @description `nextCursor` of the previous page. Use it with the same filter and sort. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description A revision of the article, as `/v1/articles/{slug}/revisions` lists them: the answer is of that text and never changes. Without it the answer is of the present text.
                 * @example eb5c47f08981959fd5ee54dedae8da5e9000213a4f8fb3674e20cf73c59e7e56
                 */
                revision?: components["parameters"]["RevisionAsked"];
            };
            header?: never;
            path: {
                /**
                 * @description The article's slug. An old slug redirects to the present one.
                 * @example skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge
                 */
                slug: components["parameters"]["ArticleSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of speakers. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    Link: components["headers"]["Link"];
                    "X-Total-Count": components["headers"]["TotalCount"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleSpeakerList"];
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    Link: components["headers"]["Link"];
                    "X-Total-Count": components["headers"]["TotalCount"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["Moved"];
            400: components["responses"]["InvalidParameterOrInvalidCursor"];
            404: components["responses"]["ArticleNotFoundOrRevisionNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            410: components["responses"]["ArticleWithdrawn"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listRevisions: {
        parameters: {
            query?: {
                /**
                 * @description Top-level fields to answer with; repeat the parameter for several. The others are left out, those that the schema requires too. The order is the schema's. CSV has the columns made of them.
                 * @example [
                 *       "revision",
                 *       "current"
                 *     ]
                 */
                fields?: ("revision" | "current" | "served" | "headline" | "wordCount" | "quoteCount" | "url" | "page")[];
                /**
                 * @description Items on a page, at most 100; 20 without it. 0 asks for the total alone.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /** @description `nextCursor` of the previous page. Use it with the same filter and sort. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /**
                 * @description The article's slug. An old slug redirects to the present one.
                 * @example skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge
                 */
                slug: components["parameters"]["ArticleSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of revisions. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    Link: components["headers"]["Link"];
                    "X-Total-Count": components["headers"]["TotalCount"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevisionList"];
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    Link: components["headers"]["Link"];
                    "X-Total-Count": components["headers"]["TotalCount"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["Moved"];
            400: components["responses"]["InvalidParameterOrInvalidCursor"];
            404: components["responses"]["ArticleNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            410: components["responses"]["ArticleWithdrawn"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listChanges: {
        parameters: {
            query?: {
                /**
                 * @description Changes in an answer, at most 1000; 100 without it.
                 * @example 100
                 */
                limit?: components["parameters"]["ChangesLimit"];
                /** @description `nextCursor` of the answer before; without it, from the first change. */
                cursor?: components["parameters"]["ChangesCursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The changes after the cursor. */
            200: {
                headers: {
                    ETag: components["headers"]["PageETag"];
                    Vary: components["headers"]["Vary"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    Link: components["headers"]["Link"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeList"];
                    "application/x-ndjson": string;
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    ETag: components["headers"]["PageETag"];
                    Vary: components["headers"]["Vary"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    Link: components["headers"]["Link"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidParameterOrInvalidCursor"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listQuotes: {
        parameters: {
            query?: {
                /**
                 * @description Words that must all occur, in any order, English ones in any inflection (`tariff` finds `tariffs`); `"a phrase"` in double quotation marks must occur as written; of `ferry OR boat` one must occur (OR binds tighter than a space); `-ferry`, `NOT ferry` and `-"a phrase"` must not occur; `harb*` finds words that begin so; parentheses may stand around alternatives. Case, diacritics, dashes and the form of quotation marks do not matter. Other operators, and a query of negations alone, are a 400 that says what to write instead.
                 * @example ferry bridge -tunnel
                 */
                q?: components["parameters"]["Words"];
                /**
                 * @description Ids, names or aliases of speakers: quotes of any of them are found. Repeat the parameter for several. `none` finds quotes without a named speaker.
                 * @example [
                 *       "isolde-brannock"
                 *     ]
                 */
                speaker?: components["parameters"]["Speakers"];
                /**
                 * @description Types of the speakers.
                 * @example [
                 *       "person"
                 *     ]
                 */
                speakerType?: components["parameters"]["SpeakerTypes"];
                /**
                 * @description Kinds of the quotes.
                 * @example [
                 *       "direct"
                 *     ]
                 */
                kind?: components["parameters"]["Kinds"];
                /**
                 * @description What the attributions are based on.
                 * @example [
                 *       "name"
                 *     ]
                 */
                basis?: components["parameters"]["Bases"];
                /**
                 * @description How sure the attributions are.
                 * @example [
                 *       "high"
                 *     ]
                 */
                confidence?: components["parameters"]["Confidences"];
                /**
                 * @description Languages of the articles: `en` finds `en-GB` too.
                 * @example [
                 *       "en"
                 *     ]
                 */
                language?: components["parameters"]["Languages"];
                /**
                 * @description Publishers of the articles. Case, diacritics and punctuation do not matter; a part of a name is enough where one alone has it.
                 * @example [
                 *       "North Tide News"
                 *     ]
                 */
                publisher?: components["parameters"]["Publishers"];
                /**
                 * @description People whom the articles credit, in whatever role; written as freely as `publisher`.
                 * @example [
                 *       "Una Marrick"
                 *     ]
                 */
                credit?: components["parameters"]["Credits"];
                /**
                 * @description Slugs of articles; one that does not exist is a 404.
                 * @example [
                 *       "skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge"
                 *     ]
                 */
                article?: components["parameters"]["Articles"];
                /**
                 * @description Ids of what is listed (slugs of articles): a batch. Former ids find what has another id now. Unknown and removed ones find nothing and are no error: compare the items with what was sent.
                 * @example [
                 *       "c5zdc6gr9e"
                 *     ]
                 */
                id?: components["parameters"]["Ids"];
                /**
                 * @description Published on or after this day, or this instant (RFC 3339); an instant without an offset is in UTC.
                 * @example 2026-09-01
                 */
                publishedFrom?: components["parameters"]["PublishedFrom"];
                /**
                 * @description Published on or before this day, or this instant (RFC 3339); a day means its end, an instant without an offset is in UTC.
                 * @example 2026-09-30
                 */
                publishedTo?: components["parameters"]["PublishedTo"];
                /**
                 * @description Changed on or after this day or instant, by `modifiedAt`: the text, an editor's corrections, or the names of its speakers.
                 * @example 2026-09-01
                 */
                modifiedFrom?: components["parameters"]["ModifiedFrom"];
                /**
                 * @description Changed on or before this day or instant, by `modifiedAt`; a day means its end.
                 * @example 2026-09-30
                 */
                modifiedTo?: components["parameters"]["ModifiedTo"];
                /**
                 * @description `published` (the default): by the date of the article, within an article in the order of its text; `length`: by the number of words.
                 * @example length
                 */
                sort?: components["parameters"]["QuoteSort"];
                /**
                 * @description Direction of the sort; without it names are in the order of the alphabet, and everything else has the largest or newest first.
                 * @example asc
                 */
                order?: components["parameters"]["Order"];
                /**
                 * @description Top-level fields to answer with; repeat the parameter for several. The others are left out, those that the schema requires too. The order is the schema's. CSV has the columns made of them.
                 * @example [
                 *       "id",
                 *       "aliases"
                 *     ]
                 */
                fields?: ("id" | "aliases" | "kind" | "text" | "segments" | "attribution" | "article" | "context" | "url" | "page")[];
                /**
                 * @description What to count the items of the whole list by, in JSON: `facets` of the answer has the values of each, with how many items have it. Repeat the parameter for several.
                 * @example [
                 *       "speaker"
                 *     ]
                 */
                facets?: components["parameters"]["Facets"];
                /**
                 * @description Items on a page, at most 100; 20 without it. 0 asks for the total alone.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /** @description `nextCursor` of the previous page. Use it with the same filter and sort. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Whether CSV begins with a byte order mark, by which Excel knows UTF-8. Other formats have none.
                 * @example true
                 */
                bom?: components["parameters"]["Bom"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of quotes. */
            200: {
                headers: {
                    ETag: components["headers"]["PageETag"];
                    Vary: components["headers"]["Vary"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    Link: components["headers"]["Link"];
                    "X-Total-Count": components["headers"]["TotalCount"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuoteList"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    ETag: components["headers"]["PageETag"];
                    Vary: components["headers"]["Vary"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    Link: components["headers"]["Link"];
                    "X-Total-Count": components["headers"]["TotalCount"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidCursorOrInvalidParameter"];
            404: components["responses"]["ArticleNotFoundOrSpeakerNotFoundOrPublisherNotFoundOrCreditNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            410: components["responses"]["ArticleWithdrawn"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getQuote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the quote. An old id redirects.
                 * @example c5zdc6gr9e
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The quote. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    Link: components["headers"]["Link"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuoteDetail"];
                    "text/plain": string;
                    "text/markdown": string;
                    "text/html": string;
                    "application/ld+json": components["schemas"]["JsonLd"];
                    "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"": components["schemas"]["Annotation"];
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    Link: components["headers"]["Link"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["Moved"];
            400: components["responses"]["InvalidParameter"];
            404: components["responses"]["QuoteNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            410: components["responses"]["ArticleWithdrawnOrQuoteRemoved"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSpeakers: {
        parameters: {
            query?: {
                /**
                 * @description Words that must all occur in the name or one of its aliases, as they are; `"a phrase"` in double quotation marks must occur as written; of `ferry OR boat` one must occur (OR binds tighter than a space); `-ferry`, `NOT ferry` and `-"a phrase"` must not occur; `harb*` finds words that begin so; parentheses may stand around alternatives. Case, diacritics, dashes and the form of quotation marks do not matter. Other operators, and a query of negations alone, are a 400 that says what to write instead.
                 * @example brannock
                 */
                q?: string;
                /**
                 * @description Ids, names or aliases of speakers: quotes of any of them are found. Repeat the parameter for several. `none` finds quotes without a named speaker.
                 * @example [
                 *       "isolde-brannock"
                 *     ]
                 */
                speaker?: components["parameters"]["Speakers"];
                /**
                 * @description Types of the speakers.
                 * @example [
                 *       "person"
                 *     ]
                 */
                speakerType?: components["parameters"]["SpeakerTypes"];
                /**
                 * @description Kinds of the quotes.
                 * @example [
                 *       "direct"
                 *     ]
                 */
                kind?: components["parameters"]["Kinds"];
                /**
                 * @description What the attributions are based on.
                 * @example [
                 *       "name"
                 *     ]
                 */
                basis?: components["parameters"]["Bases"];
                /**
                 * @description How sure the attributions are.
                 * @example [
                 *       "high"
                 *     ]
                 */
                confidence?: components["parameters"]["Confidences"];
                /**
                 * @description Languages of the articles: `en` finds `en-GB` too.
                 * @example [
                 *       "en"
                 *     ]
                 */
                language?: components["parameters"]["Languages"];
                /**
                 * @description Publishers of the articles. Case, diacritics and punctuation do not matter; a part of a name is enough where one alone has it.
                 * @example [
                 *       "North Tide News"
                 *     ]
                 */
                publisher?: components["parameters"]["Publishers"];
                /**
                 * @description People whom the articles credit, in whatever role; written as freely as `publisher`.
                 * @example [
                 *       "Una Marrick"
                 *     ]
                 */
                credit?: components["parameters"]["Credits"];
                /**
                 * @description Slugs of articles; one that does not exist is a 404.
                 * @example [
                 *       "skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge"
                 *     ]
                 */
                article?: components["parameters"]["Articles"];
                /**
                 * @description Ids of what is listed (slugs of articles): a batch. Former ids find what has another id now. Unknown and removed ones find nothing and are no error: compare the items with what was sent.
                 * @example [
                 *       "c5zdc6gr9e"
                 *     ]
                 */
                id?: components["parameters"]["Ids"];
                /**
                 * @description Published on or after this day, or this instant (RFC 3339); an instant without an offset is in UTC.
                 * @example 2026-09-01
                 */
                publishedFrom?: components["parameters"]["PublishedFrom"];
                /**
                 * @description Published on or before this day, or this instant (RFC 3339); a day means its end, an instant without an offset is in UTC.
                 * @example 2026-09-30
                 */
                publishedTo?: components["parameters"]["PublishedTo"];
                /**
                 * @description Changed on or after this day or instant, by `modifiedAt`: the text, an editor's corrections, or the names of its speakers.
                 * @example 2026-09-01
                 */
                modifiedFrom?: components["parameters"]["ModifiedFrom"];
                /**
                 * @description Changed on or before this day or instant, by `modifiedAt`; a day means its end.
                 * @example 2026-09-30
                 */
                modifiedTo?: components["parameters"]["ModifiedTo"];
                /**
                 * @description Letters that the name begins with, as it is written (`ab` finds Abdul Karim); case, diacritics and punctuation do not matter. What holds no letter or digit finds nobody.
                 * @example za
                 */
                startsWith?: string;
                /**
                 * @description `name` (the default), `quotes` (most quoted first) or `articles` (quoted by most articles first).
                 * @example quotes
                 */
                sort?: "name" | "quotes" | "articles";
                /**
                 * @description Direction of the sort; without it names are in the order of the alphabet, and everything else has the largest or newest first.
                 * @example asc
                 */
                order?: components["parameters"]["Order"];
                /**
                 * @description What to count the speakers of the whole list by, in JSON: `facets` of the answer has the values of each, with how many speakers have it. `speakerType` is the type across all articles; of the others, a speaker has each value that a quote of theirs has which passes the filters. Repeat the parameter for several.
                 * @example [
                 *       "speakerType"
                 *     ]
                 */
                facets?: components["parameters"]["SpeakerFacets"];
                /**
                 * @description Top-level fields to answer with; repeat the parameter for several. The others are left out, those that the schema requires too. The order is the schema's. CSV has the columns made of them.
                 * @example [
                 *       "id",
                 *       "name"
                 *     ]
                 */
                fields?: ("id" | "name" | "type" | "aliases" | "sameAs" | "articleCount" | "quoteCount" | "url" | "page")[];
                /**
                 * @description Items on a page, at most 100; 20 without it. 0 asks for the total alone.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /** @description `nextCursor` of the previous page. Use it with the same filter and sort. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Whether CSV begins with a byte order mark, by which Excel knows UTF-8. Other formats have none.
                 * @example true
                 */
                bom?: components["parameters"]["Bom"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of speakers. */
            200: {
                headers: {
                    ETag: components["headers"]["PageETag"];
                    Vary: components["headers"]["Vary"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    Link: components["headers"]["Link"];
                    "X-Total-Count": components["headers"]["TotalCount"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpeakerList"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    ETag: components["headers"]["PageETag"];
                    Vary: components["headers"]["Vary"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    Link: components["headers"]["Link"];
                    "X-Total-Count": components["headers"]["TotalCount"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidCursorOrInvalidParameter"];
            404: components["responses"]["ArticleNotFoundOrSpeakerNotFoundOrPublisherNotFoundOrCreditNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            410: components["responses"]["ArticleWithdrawn"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSpeaker: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the speaker. A merged id redirects.
                 * @example isolde-brannock
                 */
                id: components["parameters"]["SpeakerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The speaker. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpeakerProfile"];
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["Moved"];
            400: components["responses"]["InvalidParameter"];
            404: components["responses"]["SpeakerNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeSpeaker: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `ETag` of the present answer in JSON, in whatever coding, or `*`. Without it the answer is 428, with another one 412: nothing is overwritten unseen. A request that would change nothing any more is a success all the same (RFC 9110, section 13.1.1).
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A value of your own for this request, such as a UUID. The same request with it, within 24 hours, is answered with the stored answer and does nothing again; another request with it is a 422, and one that is still being handled a 409. An answer that is a problem is not stored.
                 * @example 0f3b1c5e-6d0a-4b8e-9d57-2f8a1c9e7b42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `validate-only`: everything is checked and answered as it would be, with 200, and nothing is written.
                 * @example validate-only
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the speaker. A merged id redirects.
                 * @example isolde-brannock
                 */
                id: components["parameters"]["SpeakerId"];
            };
            cookie?: never;
        };
        /** @description What changes. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "aliases": [
                 *         "I. Brannock"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SpeakerChange"];
                /**
                 * @example {
                 *       "sameAs": [
                 *         "https://www.wikidata.org/wiki/Q1"
                 *       ]
                 *     }
                 */
                "application/merge-patch+json": components["schemas"]["SpeakerChange"];
            };
        };
        responses: {
            /** @description The speaker as GET answers with it now. */
            200: {
                headers: {
                    ETag: components["headers"]["WrittenETag"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpeakerProfile"];
                };
            };
            308: components["responses"]["Moved"];
            400: components["responses"]["InvalidParameterOrInvalidBody"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOrWritingDisabled"];
            404: components["responses"]["SpeakerNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["ConflictOrRequestInProgress"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnsoundOrIdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSpeakerQuotes: {
        parameters: {
            query?: {
                /**
                 * @description Words that must all occur, in any order, English ones in any inflection (`tariff` finds `tariffs`); `"a phrase"` in double quotation marks must occur as written; of `ferry OR boat` one must occur (OR binds tighter than a space); `-ferry`, `NOT ferry` and `-"a phrase"` must not occur; `harb*` finds words that begin so; parentheses may stand around alternatives. Case, diacritics, dashes and the form of quotation marks do not matter. Other operators, and a query of negations alone, are a 400 that says what to write instead.
                 * @example ferry bridge -tunnel
                 */
                q?: components["parameters"]["Words"];
                /**
                 * @description Types of the speakers.
                 * @example [
                 *       "person"
                 *     ]
                 */
                speakerType?: components["parameters"]["SpeakerTypes"];
                /**
                 * @description Kinds of the quotes.
                 * @example [
                 *       "direct"
                 *     ]
                 */
                kind?: components["parameters"]["Kinds"];
                /**
                 * @description What the attributions are based on.
                 * @example [
                 *       "name"
                 *     ]
                 */
                basis?: components["parameters"]["Bases"];
                /**
                 * @description How sure the attributions are.
                 * @example [
                 *       "high"
                 *     ]
                 */
                confidence?: components["parameters"]["Confidences"];
                /**
                 * @description Languages of the articles: `en` finds `en-GB` too.
                 * @example [
                 *       "en"
                 *     ]
                 */
                language?: components["parameters"]["Languages"];
                /**
                 * @description Publishers of the articles. Case, diacritics and punctuation do not matter; a part of a name is enough where one alone has it.
                 * @example [
                 *       "North Tide News"
                 *     ]
                 */
                publisher?: components["parameters"]["Publishers"];
                /**
                 * @description People whom the articles credit, in whatever role; written as freely as `publisher`.
                 * @example [
                 *       "Una Marrick"
                 *     ]
                 */
                credit?: components["parameters"]["Credits"];
                /**
                 * @description Slugs of articles; one that does not exist is a 404.
                 * @example [
                 *       "skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge"
                 *     ]
                 */
                article?: components["parameters"]["Articles"];
                /**
                 * @description Ids of what is listed (slugs of articles): a batch. Former ids find what has another id now. Unknown and removed ones find nothing and are no error: compare the items with what was sent.
                 * @example [
                 *       "c5zdc6gr9e"
                 *     ]
                 */
                id?: components["parameters"]["Ids"];
                /**
                 * @description Published on or after this day, or this instant (RFC 3339); an instant without an offset is in UTC.
                 * @example 2026-09-01
                 */
                publishedFrom?: components["parameters"]["PublishedFrom"];
                /**
                 * @description Published on or before this day, or this instant (RFC 3339); a day means its end, an instant without an offset is in UTC.
                 * @example 2026-09-30
                 */
                publishedTo?: components["parameters"]["PublishedTo"];
                /**
                 * @description Changed on or after this day or instant, by `modifiedAt`: the text, an editor's corrections, or the names of its speakers.
                 * @example 2026-09-01
                 */
                modifiedFrom?: components["parameters"]["ModifiedFrom"];
                /**
                 * @description Changed on or before this day or instant, by `modifiedAt`; a day means its end.
                 * @example 2026-09-30
                 */
                modifiedTo?: components["parameters"]["ModifiedTo"];
                /**
                 * @description `published` (the default): by the date of the article, within an article in the order of its text; `length`: by the number of words.
                 * @example length
                 */
                sort?: components["parameters"]["QuoteSort"];
                /**
                 * @description Direction of the sort; without it names are in the order of the alphabet, and everything else has the largest or newest first.
                 * @example asc
                 */
                order?: components["parameters"]["Order"];
                /**
                 * @description Top-level fields to answer with; repeat the parameter for several. The others are left out, those that the schema requires too. The order is the schema's. CSV has the columns made of them.
                 * @example [
                 *       "id",
                 *       "aliases"
                 *     ]
                 */
                fields?: ("id" | "aliases" | "kind" | "text" | "segments" | "attribution" | "article" | "context" | "url" | "page")[];
                /**
                 * @description What to count the items of the whole list by, in JSON: `facets` of the answer has the values of each, with how many items have it. Repeat the parameter for several.
                 * @example [
                 *       "speaker"
                 *     ]
                 */
                facets?: components["parameters"]["Facets"];
                /**
                 * @description Items on a page, at most 100; 20 without it. 0 asks for the total alone.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /** @description `nextCursor` of the previous page. Use it with the same filter and sort. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Whether CSV begins with a byte order mark, by which Excel knows UTF-8. Other formats have none.
                 * @example true
                 */
                bom?: components["parameters"]["Bom"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the speaker. A merged id redirects.
                 * @example isolde-brannock
                 */
                id: components["parameters"]["SpeakerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of quotes. */
            200: {
                headers: {
                    ETag: components["headers"]["PageETag"];
                    Vary: components["headers"]["Vary"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    Link: components["headers"]["Link"];
                    "X-Total-Count": components["headers"]["TotalCount"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuoteList"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    ETag: components["headers"]["PageETag"];
                    Vary: components["headers"]["Vary"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    Link: components["headers"]["Link"];
                    "X-Total-Count": components["headers"]["TotalCount"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["Moved"];
            400: components["responses"]["InvalidCursorOrInvalidParameter"];
            404: components["responses"]["ArticleNotFoundOrSpeakerNotFoundOrPublisherNotFoundOrCreditNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            410: components["responses"]["ArticleWithdrawn"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    search: {
        parameters: {
            query: {
                /**
                 * @description Words that must all occur, in any order, English ones in any inflection (`tariff` finds `tariffs`); `"a phrase"` in double quotation marks must occur as written; of `ferry OR boat` one must occur (OR binds tighter than a space); `-ferry`, `NOT ferry` and `-"a phrase"` must not occur; `harb*` finds words that begin so; parentheses may stand around alternatives. Case, diacritics, dashes and the form of quotation marks do not matter. Other operators, and a query of negations alone, are a 400 that says what to write instead.
                 * @example ferry "bridge or no bridge" -tunnel
                 */
                q: string;
                /**
                 * @description Ids, names or aliases of speakers: quotes of any of them are found. Repeat the parameter for several. `none` finds quotes without a named speaker.
                 * @example [
                 *       "isolde-brannock"
                 *     ]
                 */
                speaker?: components["parameters"]["Speakers"];
                /**
                 * @description Types of the speakers.
                 * @example [
                 *       "person"
                 *     ]
                 */
                speakerType?: components["parameters"]["SpeakerTypes"];
                /**
                 * @description Kinds of the quotes.
                 * @example [
                 *       "direct"
                 *     ]
                 */
                kind?: components["parameters"]["Kinds"];
                /**
                 * @description What the attributions are based on.
                 * @example [
                 *       "name"
                 *     ]
                 */
                basis?: components["parameters"]["Bases"];
                /**
                 * @description How sure the attributions are.
                 * @example [
                 *       "high"
                 *     ]
                 */
                confidence?: components["parameters"]["Confidences"];
                /**
                 * @description Languages of the articles: `en` finds `en-GB` too.
                 * @example [
                 *       "en"
                 *     ]
                 */
                language?: components["parameters"]["Languages"];
                /**
                 * @description Publishers of the articles. Case, diacritics and punctuation do not matter; a part of a name is enough where one alone has it.
                 * @example [
                 *       "North Tide News"
                 *     ]
                 */
                publisher?: components["parameters"]["Publishers"];
                /**
                 * @description People whom the articles credit, in whatever role; written as freely as `publisher`.
                 * @example [
                 *       "Una Marrick"
                 *     ]
                 */
                credit?: components["parameters"]["Credits"];
                /**
                 * @description Slugs of articles; one that does not exist is a 404.
                 * @example [
                 *       "skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge"
                 *     ]
                 */
                article?: components["parameters"]["Articles"];
                /**
                 * @description Ids of what is listed (slugs of articles): a batch. Former ids find what has another id now. Unknown and removed ones find nothing and are no error: compare the items with what was sent.
                 * @example [
                 *       "c5zdc6gr9e"
                 *     ]
                 */
                id?: components["parameters"]["Ids"];
                /**
                 * @description Published on or after this day, or this instant (RFC 3339); an instant without an offset is in UTC.
                 * @example 2026-09-01
                 */
                publishedFrom?: components["parameters"]["PublishedFrom"];
                /**
                 * @description Published on or before this day, or this instant (RFC 3339); a day means its end, an instant without an offset is in UTC.
                 * @example 2026-09-30
                 */
                publishedTo?: components["parameters"]["PublishedTo"];
                /**
                 * @description Changed on or after this day or instant, by `modifiedAt`: the text, an editor's corrections, or the names of its speakers.
                 * @example 2026-09-01
                 */
                modifiedFrom?: components["parameters"]["ModifiedFrom"];
                /**
                 * @description Changed on or before this day or instant, by `modifiedAt`; a day means its end.
                 * @example 2026-09-30
                 */
                modifiedTo?: components["parameters"]["ModifiedTo"];
                /**
                 * @description Where to look for `q`; `all` without it.
                 * @example quotes
                 */
                in?: components["schemas"]["SearchScope"];
                /**
                 * @description Whether words outside of quotation marks also find words that differ in one letter, or in two from eight letters on.
                 * @example true
                 */
                fuzzy?: boolean;
                /**
                 * @description `relevance` (the default): how often the words occur for the length of the text; words in the headline and new articles count more. `published`: by date.
                 * @example published
                 */
                sort?: "relevance" | "published";
                /**
                 * @description Direction of `published`; by relevance the best hits are always first.
                 * @example asc
                 */
                order?: components["parameters"]["HitOrder"];
                /**
                 * @description What to count the items of the whole list by, in JSON: `facets` of the answer has the values of each, with how many items have it. Repeat the parameter for several.
                 * @example [
                 *       "speaker"
                 *     ]
                 */
                facets?: components["parameters"]["Facets"];
                /**
                 * @description Top-level fields to answer with; repeat the parameter for several. The others are left out, those that the schema requires too. The order is the schema's. CSV has the columns made of them.
                 * @example [
                 *       "article",
                 *       "fragments"
                 *     ]
                 */
                fields?: ("article" | "fragments" | "url" | "page")[];
                /**
                 * @description Items on a page, at most 100; 20 without it. 0 asks for the total alone.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /** @description `nextCursor` of the previous page. Use it with the same filter and sort. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Whether CSV begins with a byte order mark, by which Excel knows UTF-8. Other formats have none.
                 * @example true
                 */
                bom?: components["parameters"]["Bom"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of hits. */
            200: {
                headers: {
                    ETag: components["headers"]["PageETag"];
                    Vary: components["headers"]["Vary"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    Link: components["headers"]["Link"];
                    "X-Total-Count": components["headers"]["TotalCount"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchResults"];
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    ETag: components["headers"]["PageETag"];
                    Vary: components["headers"]["Vary"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    Link: components["headers"]["Link"];
                    "X-Total-Count": components["headers"]["TotalCount"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidCursorOrInvalidParameter"];
            404: components["responses"]["ArticleNotFoundOrSpeakerNotFoundOrPublisherNotFoundOrCreditNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            410: components["responses"]["ArticleWithdrawn"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getStatistics: {
        parameters: {
            query?: {
                /**
                 * @description What to group the quotes by. Repeat the parameter for two; without it the answer has totals alone.
                 * @example [
                 *       "speaker"
                 *     ]
                 */
                by?: components["parameters"]["By"];
                /**
                 * @description Words that must all occur, in any order, English ones in any inflection (`tariff` finds `tariffs`); `"a phrase"` in double quotation marks must occur as written; of `ferry OR boat` one must occur (OR binds tighter than a space); `-ferry`, `NOT ferry` and `-"a phrase"` must not occur; `harb*` finds words that begin so; parentheses may stand around alternatives. Case, diacritics, dashes and the form of quotation marks do not matter. Other operators, and a query of negations alone, are a 400 that says what to write instead.
                 * @example ferry bridge -tunnel
                 */
                q?: components["parameters"]["Words"];
                /**
                 * @description Ids, names or aliases of speakers: quotes of any of them are found. Repeat the parameter for several. `none` finds quotes without a named speaker.
                 * @example [
                 *       "isolde-brannock"
                 *     ]
                 */
                speaker?: components["parameters"]["Speakers"];
                /**
                 * @description Types of the speakers.
                 * @example [
                 *       "person"
                 *     ]
                 */
                speakerType?: components["parameters"]["SpeakerTypes"];
                /**
                 * @description Kinds of the quotes.
                 * @example [
                 *       "direct"
                 *     ]
                 */
                kind?: components["parameters"]["Kinds"];
                /**
                 * @description What the attributions are based on.
                 * @example [
                 *       "name"
                 *     ]
                 */
                basis?: components["parameters"]["Bases"];
                /**
                 * @description How sure the attributions are.
                 * @example [
                 *       "high"
                 *     ]
                 */
                confidence?: components["parameters"]["Confidences"];
                /**
                 * @description Languages of the articles: `en` finds `en-GB` too.
                 * @example [
                 *       "en"
                 *     ]
                 */
                language?: components["parameters"]["Languages"];
                /**
                 * @description Publishers of the articles. Case, diacritics and punctuation do not matter; a part of a name is enough where one alone has it.
                 * @example [
                 *       "North Tide News"
                 *     ]
                 */
                publisher?: components["parameters"]["Publishers"];
                /**
                 * @description People whom the articles credit, in whatever role; written as freely as `publisher`.
                 * @example [
                 *       "Una Marrick"
                 *     ]
                 */
                credit?: components["parameters"]["Credits"];
                /**
                 * @description Slugs of articles; one that does not exist is a 404.
                 * @example [
                 *       "skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge"
                 *     ]
                 */
                article?: components["parameters"]["Articles"];
                /**
                 * @description Published on or after this day, or this instant (RFC 3339); an instant without an offset is in UTC.
                 * @example 2026-09-01
                 */
                publishedFrom?: components["parameters"]["PublishedFrom"];
                /**
                 * @description Published on or before this day, or this instant (RFC 3339); a day means its end, an instant without an offset is in UTC.
                 * @example 2026-09-30
                 */
                publishedTo?: components["parameters"]["PublishedTo"];
                /**
                 * @description Changed on or after this day or instant, by `modifiedAt`: the text, an editor's corrections, or the names of its speakers.
                 * @example 2026-09-01
                 */
                modifiedFrom?: components["parameters"]["ModifiedFrom"];
                /**
                 * @description Changed on or before this day or instant, by `modifiedAt`; a day means its end.
                 * @example 2026-09-30
                 */
                modifiedTo?: components["parameters"]["ModifiedTo"];
                /**
                 * @description What the groups are sorted by: `quoteCount` (the default) or another count, or `value`: the values of the groups, as in a time series. Equal groups are sorted by their values; `null` is the last value.
                 * @example value
                 */
                sort?: "quoteCount" | "wordCount" | "speakerCount" | "articleCount" | "value";
                /**
                 * @description Direction of the sort; without it the largest count or the smallest value is first.
                 * @example asc
                 */
                order?: components["parameters"]["GroupOrder"];
                /**
                 * @description Groups, at most 10000; 100 without it.
                 * @example 100
                 */
                limit?: components["parameters"]["GroupLimit"];
                /**
                 * @description Whether CSV begins with a byte order mark, by which Excel knows UTF-8. Other formats have none.
                 * @example true
                 */
                bom?: components["parameters"]["Bom"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    Link: components["headers"]["Link"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statistics"];
                    "text/csv": string;
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    Link: components["headers"]["Link"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidParameter"];
            404: components["responses"]["ArticleNotFoundOrSpeakerNotFoundOrPublisherNotFoundOrCreditNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            410: components["responses"]["ArticleWithdrawn"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    verifyQuote: {
        parameters: {
            query: {
                /**
                 * @description The claimed quote; it holds a letter or a digit. `…`, `...`, `[ ]` and words in brackets are gaps, and so is who said it between its marks (`“We bake,” she said, “and sell.”`). Case, diacritics, dashes and the form of marks do not matter.
                 * @example A bridge takes you over the water ... and people here know the difference
                 */
                quote: string;
                /**
                 * @description Who is claimed to have said it: a speaker's id, name or alias. A name that no speaker has comes back as `unknownSpeaker` and is compared with those recorded; one that several have is refused with their ids.
                 * @example isolde-brannock
                 */
                speaker?: string;
                /**
                 * @description Slug of the only article to look in.
                 * @example skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge
                 */
                article?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found, and how similar it is. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidParameter"];
            404: components["responses"]["ArticleNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            410: components["responses"]["ArticleWithdrawn"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    verifyQuoteInBody: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The claimed quote. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "quote": "A bridge takes you over the water ... and people here know the difference",
                 *       "speaker": "Isolde Brannock"
                 *     }
                 */
                "application/json": components["schemas"]["ClaimedQuote"];
            };
        };
        responses: {
            /** @description What was found, and how similar it is. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
            400: components["responses"]["InvalidParameterOrInvalidBody"];
            404: components["responses"]["ArticleNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            410: components["responses"]["ArticleWithdrawn"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    verifyText: {
        parameters: {
            query?: {
                /**
                 * @description Slugs of the only articles to look in. With it, the article that is the text itself is looked in too.
                 * @example [
                 *       "skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge"
                 *     ]
                 */
                article?: components["parameters"]["OnlyArticles"];
                /**
                 * @description Slugs of articles to leave out, such as an earlier version of the text.
                 * @example [
                 *       "skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge"
                 *     ]
                 */
                exclude?: components["parameters"]["ExcludedArticles"];
                /**
                 * @description Published on or after this day, or this instant (RFC 3339); an instant without an offset is in UTC.
                 * @example 2026-09-01
                 */
                publishedFrom?: components["parameters"]["PublishedFrom"];
                /**
                 * @description Published on or before this day, or this instant (RFC 3339); a day means its end, an instant without an offset is in UTC.
                 * @example 2026-09-30
                 */
                publishedTo?: components["parameters"]["PublishedTo"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The text, at most 256 KiB in UTF-8. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "The ferry stays\n\n“A bridge takes you over the water. A ferry takes you across it, and people here know the difference,” said Isolde Brannock.\n\n“We have 1,200 names and one very large tin,” said Nils Corrigan. He said the petition would go on."
                 *     }
                 */
                "application/json": components["schemas"]["SubmittedText"];
                /**
                 * @example The ferry stays
                 *
                 *     “A bridge takes you over the water. A ferry takes you across it, and people here know the difference,” said Isolde Brannock.
                 *
                 *     “We have 1,200 names and one very large tin,” said Nils Corrigan. He said the petition would go on.
                 */
                "text/plain": string;
                /**
                 * @example # The ferry stays
                 *
                 *     “A bridge takes you over the water. A ferry takes you across it, and people here know the difference,” said Isolde Brannock.
                 *
                 *     “We have 1,200 names and one very large tin,” said Nils Corrigan. He said the petition would go on.
                 */
                "text/markdown": string;
                /**
                 * @example <h1>The ferry stays</h1>
                 *     <p>“A bridge takes you over the water. A ferry takes you across it, and people here know the difference,” said Isolde Brannock.</p>
                 *     <p>“We have 1,200 names and one very large tin,” said Nils Corrigan. He said the petition would go on.</p>
                 */
                "text/html": string;
            };
        };
        responses: {
            /** @description Each quote of the text, what is recorded of it, and how many quotes had which answer. */
            200: {
                headers: {
                    "Content-Location": components["headers"]["ContentLocation"];
                    Link: components["headers"]["Link"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TextVerification"];
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["InvalidParameterOrInvalidBody"];
            404: components["responses"]["ArticleNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            410: components["responses"]["ArticleWithdrawn"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnreadableSourceOrTooManyQuotesOrExtractionTimeout"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getArticlesFeedAtom: {
        parameters: {
            query?: {
                /**
                 * @description Words that must all occur, in any order, English ones in any inflection (`tariff` finds `tariffs`); `"a phrase"` in double quotation marks must occur as written; of `ferry OR boat` one must occur (OR binds tighter than a space); `-ferry`, `NOT ferry` and `-"a phrase"` must not occur; `harb*` finds words that begin so; parentheses may stand around alternatives. Case, diacritics, dashes and the form of quotation marks do not matter. Other operators, and a query of negations alone, are a 400 that says what to write instead.
                 * @example ferry bridge -tunnel
                 */
                q?: components["parameters"]["Words"];
                /**
                 * @description Ids, names or aliases of speakers: quotes of any of them are found. Repeat the parameter for several. `none` finds quotes without a named speaker.
                 * @example [
                 *       "isolde-brannock"
                 *     ]
                 */
                speaker?: components["parameters"]["Speakers"];
                /**
                 * @description Types of the speakers.
                 * @example [
                 *       "person"
                 *     ]
                 */
                speakerType?: components["parameters"]["SpeakerTypes"];
                /**
                 * @description Kinds of the quotes.
                 * @example [
                 *       "direct"
                 *     ]
                 */
                kind?: components["parameters"]["Kinds"];
                /**
                 * @description What the attributions are based on.
                 * @example [
                 *       "name"
                 *     ]
                 */
                basis?: components["parameters"]["Bases"];
                /**
                 * @description How sure the attributions are.
                 * @example [
                 *       "high"
                 *     ]
                 */
                confidence?: components["parameters"]["Confidences"];
                /**
                 * @description Languages of the articles: `en` finds `en-GB` too.
                 * @example [
                 *       "en"
                 *     ]
                 */
                language?: components["parameters"]["Languages"];
                /**
                 * @description Publishers of the articles. Case, diacritics and punctuation do not matter; a part of a name is enough where one alone has it.
                 * @example [
                 *       "North Tide News"
                 *     ]
                 */
                publisher?: components["parameters"]["Publishers"];
                /**
                 * @description People whom the articles credit, in whatever role; written as freely as `publisher`.
                 * @example [
                 *       "Una Marrick"
                 *     ]
                 */
                credit?: components["parameters"]["Credits"];
                /**
                 * @description Slugs of articles; one that does not exist is a 404.
                 * @example [
                 *       "skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge"
                 *     ]
                 */
                article?: components["parameters"]["Articles"];
                /**
                 * @description Ids of what is listed (slugs of articles): a batch. Former ids find what has another id now. Unknown and removed ones find nothing and are no error: compare the items with what was sent.
                 * @example [
                 *       "c5zdc6gr9e"
                 *     ]
                 */
                id?: components["parameters"]["Ids"];
                /**
                 * @description Published on or after this day, or this instant (RFC 3339); an instant without an offset is in UTC.
                 * @example 2026-09-01
                 */
                publishedFrom?: components["parameters"]["PublishedFrom"];
                /**
                 * @description Published on or before this day, or this instant (RFC 3339); a day means its end, an instant without an offset is in UTC.
                 * @example 2026-09-30
                 */
                publishedTo?: components["parameters"]["PublishedTo"];
                /**
                 * @description Changed on or after this day or instant, by `modifiedAt`: the text, an editor's corrections, or the names of its speakers.
                 * @example 2026-09-01
                 */
                modifiedFrom?: components["parameters"]["ModifiedFrom"];
                /**
                 * @description Changed on or before this day or instant, by `modifiedAt`; a day means its end.
                 * @example 2026-09-30
                 */
                modifiedTo?: components["parameters"]["ModifiedTo"];
                /**
                 * @description Where to look for `q`; `all` without it.
                 * @example quotes
                 */
                in?: components["schemas"]["SearchScope"];
                /**
                 * @description Whether words outside of quotation marks also find words that differ in one letter, or in two from eight letters on.
                 * @example true
                 */
                fuzzy?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidParameter"];
            404: components["responses"]["ArticleNotFoundOrSpeakerNotFoundOrPublisherNotFoundOrCreditNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            410: components["responses"]["ArticleWithdrawn"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getQuotesFeedAtom: {
        parameters: {
            query?: {
                /**
                 * @description Words that must all occur, in any order, English ones in any inflection (`tariff` finds `tariffs`); `"a phrase"` in double quotation marks must occur as written; of `ferry OR boat` one must occur (OR binds tighter than a space); `-ferry`, `NOT ferry` and `-"a phrase"` must not occur; `harb*` finds words that begin so; parentheses may stand around alternatives. Case, diacritics, dashes and the form of quotation marks do not matter. Other operators, and a query of negations alone, are a 400 that says what to write instead.
                 * @example ferry bridge -tunnel
                 */
                q?: components["parameters"]["Words"];
                /**
                 * @description Ids, names or aliases of speakers: quotes of any of them are found. Repeat the parameter for several. `none` finds quotes without a named speaker.
                 * @example [
                 *       "isolde-brannock"
                 *     ]
                 */
                speaker?: components["parameters"]["Speakers"];
                /**
                 * @description Types of the speakers.
                 * @example [
                 *       "person"
                 *     ]
                 */
                speakerType?: components["parameters"]["SpeakerTypes"];
                /**
                 * @description Kinds of the quotes.
                 * @example [
                 *       "direct"
                 *     ]
                 */
                kind?: components["parameters"]["Kinds"];
                /**
                 * @description What the attributions are based on.
                 * @example [
                 *       "name"
                 *     ]
                 */
                basis?: components["parameters"]["Bases"];
                /**
                 * @description How sure the attributions are.
                 * @example [
                 *       "high"
                 *     ]
                 */
                confidence?: components["parameters"]["Confidences"];
                /**
                 * @description Languages of the articles: `en` finds `en-GB` too.
                 * @example [
                 *       "en"
                 *     ]
                 */
                language?: components["parameters"]["Languages"];
                /**
                 * @description Publishers of the articles. Case, diacritics and punctuation do not matter; a part of a name is enough where one alone has it.
                 * @example [
                 *       "North Tide News"
                 *     ]
                 */
                publisher?: components["parameters"]["Publishers"];
                /**
                 * @description People whom the articles credit, in whatever role; written as freely as `publisher`.
                 * @example [
                 *       "Una Marrick"
                 *     ]
                 */
                credit?: components["parameters"]["Credits"];
                /**
                 * @description Slugs of articles; one that does not exist is a 404.
                 * @example [
                 *       "skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge"
                 *     ]
                 */
                article?: components["parameters"]["Articles"];
                /**
                 * @description Ids of what is listed (slugs of articles): a batch. Former ids find what has another id now. Unknown and removed ones find nothing and are no error: compare the items with what was sent.
                 * @example [
                 *       "c5zdc6gr9e"
                 *     ]
                 */
                id?: components["parameters"]["Ids"];
                /**
                 * @description Published on or after this day, or this instant (RFC 3339); an instant without an offset is in UTC.
                 * @example 2026-09-01
                 */
                publishedFrom?: components["parameters"]["PublishedFrom"];
                /**
                 * @description Published on or before this day, or this instant (RFC 3339); a day means its end, an instant without an offset is in UTC.
                 * @example 2026-09-30
                 */
                publishedTo?: components["parameters"]["PublishedTo"];
                /**
                 * @description Changed on or after this day or instant, by `modifiedAt`: the text, an editor's corrections, or the names of its speakers.
                 * @example 2026-09-01
                 */
                modifiedFrom?: components["parameters"]["ModifiedFrom"];
                /**
                 * @description Changed on or before this day or instant, by `modifiedAt`; a day means its end.
                 * @example 2026-09-30
                 */
                modifiedTo?: components["parameters"]["ModifiedTo"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidParameter"];
            404: components["responses"]["ArticleNotFoundOrSpeakerNotFoundOrPublisherNotFoundOrCreditNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            410: components["responses"]["ArticleWithdrawn"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSpeakerFeedAtom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the speaker. A merged id redirects.
                 * @example isolde-brannock
                 */
                id: components["parameters"]["SpeakerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["Moved"];
            400: components["responses"]["InvalidParameter"];
            404: components["responses"]["SpeakerNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getArticlesFeedJson: {
        parameters: {
            query?: {
                /**
                 * @description Words that must all occur, in any order, English ones in any inflection (`tariff` finds `tariffs`); `"a phrase"` in double quotation marks must occur as written; of `ferry OR boat` one must occur (OR binds tighter than a space); `-ferry`, `NOT ferry` and `-"a phrase"` must not occur; `harb*` finds words that begin so; parentheses may stand around alternatives. Case, diacritics, dashes and the form of quotation marks do not matter. Other operators, and a query of negations alone, are a 400 that says what to write instead.
                 * @example ferry bridge -tunnel
                 */
                q?: components["parameters"]["Words"];
                /**
                 * @description Ids, names or aliases of speakers: quotes of any of them are found. Repeat the parameter for several. `none` finds quotes without a named speaker.
                 * @example [
                 *       "isolde-brannock"
                 *     ]
                 */
                speaker?: components["parameters"]["Speakers"];
                /**
                 * @description Types of the speakers.
                 * @example [
                 *       "person"
                 *     ]
                 */
                speakerType?: components["parameters"]["SpeakerTypes"];
                /**
                 * @description Kinds of the quotes.
                 * @example [
                 *       "direct"
                 *     ]
                 */
                kind?: components["parameters"]["Kinds"];
                /**
                 * @description What the attributions are based on.
                 * @example [
                 *       "name"
                 *     ]
                 */
                basis?: components["parameters"]["Bases"];
                /**
                 * @description How sure the attributions are.
                 * @example [
                 *       "high"
                 *     ]
                 */
                confidence?: components["parameters"]["Confidences"];
                /**
                 * @description Languages of the articles: `en` finds `en-GB` too.
                 * @example [
                 *       "en"
                 *     ]
                 */
                language?: components["parameters"]["Languages"];
                /**
                 * @description Publishers of the articles. Case, diacritics and punctuation do not matter; a part of a name is enough where one alone has it.
                 * @example [
                 *       "North Tide News"
                 *     ]
                 */
                publisher?: components["parameters"]["Publishers"];
                /**
                 * @description People whom the articles credit, in whatever role; written as freely as `publisher`.
                 * @example [
                 *       "Una Marrick"
                 *     ]
                 */
                credit?: components["parameters"]["Credits"];
                /**
                 * @description Slugs of articles; one that does not exist is a 404.
                 * @example [
                 *       "skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge"
                 *     ]
                 */
                article?: components["parameters"]["Articles"];
                /**
                 * @description Ids of what is listed (slugs of articles): a batch. Former ids find what has another id now. Unknown and removed ones find nothing and are no error: compare the items with what was sent.
                 * @example [
                 *       "c5zdc6gr9e"
                 *     ]
                 */
                id?: components["parameters"]["Ids"];
                /**
                 * @description Published on or after this day, or this instant (RFC 3339); an instant without an offset is in UTC.
                 * @example 2026-09-01
                 */
                publishedFrom?: components["parameters"]["PublishedFrom"];
                /**
                 * @description Published on or before this day, or this instant (RFC 3339); a day means its end, an instant without an offset is in UTC.
                 * @example 2026-09-30
                 */
                publishedTo?: components["parameters"]["PublishedTo"];
                /**
                 * @description Changed on or after this day or instant, by `modifiedAt`: the text, an editor's corrections, or the names of its speakers.
                 * @example 2026-09-01
                 */
                modifiedFrom?: components["parameters"]["ModifiedFrom"];
                /**
                 * @description Changed on or before this day or instant, by `modifiedAt`; a day means its end.
                 * @example 2026-09-30
                 */
                modifiedTo?: components["parameters"]["ModifiedTo"];
                /**
                 * @description Where to look for `q`; `all` without it.
                 * @example quotes
                 */
                in?: components["schemas"]["SearchScope"];
                /**
                 * @description Whether words outside of quotation marks also find words that differ in one letter, or in two from eight letters on.
                 * @example true
                 */
                fuzzy?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/feed+json": components["schemas"]["JsonFeed"];
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidParameter"];
            404: components["responses"]["ArticleNotFoundOrSpeakerNotFoundOrPublisherNotFoundOrCreditNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            410: components["responses"]["ArticleWithdrawn"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getQuotesFeedJson: {
        parameters: {
            query?: {
                /**
                 * @description Words that must all occur, in any order, English ones in any inflection (`tariff` finds `tariffs`); `"a phrase"` in double quotation marks must occur as written; of `ferry OR boat` one must occur (OR binds tighter than a space); `-ferry`, `NOT ferry` and `-"a phrase"` must not occur; `harb*` finds words that begin so; parentheses may stand around alternatives. Case, diacritics, dashes and the form of quotation marks do not matter. Other operators, and a query of negations alone, are a 400 that says what to write instead.
                 * @example ferry bridge -tunnel
                 */
                q?: components["parameters"]["Words"];
                /**
                 * @description Ids, names or aliases of speakers: quotes of any of them are found. Repeat the parameter for several. `none` finds quotes without a named speaker.
                 * @example [
                 *       "isolde-brannock"
                 *     ]
                 */
                speaker?: components["parameters"]["Speakers"];
                /**
                 * @description Types of the speakers.
                 * @example [
                 *       "person"
                 *     ]
                 */
                speakerType?: components["parameters"]["SpeakerTypes"];
                /**
                 * @description Kinds of the quotes.
                 * @example [
                 *       "direct"
                 *     ]
                 */
                kind?: components["parameters"]["Kinds"];
                /**
                 * @description What the attributions are based on.
                 * @example [
                 *       "name"
                 *     ]
                 */
                basis?: components["parameters"]["Bases"];
                /**
                 * @description How sure the attributions are.
                 * @example [
                 *       "high"
                 *     ]
                 */
                confidence?: components["parameters"]["Confidences"];
                /**
                 * @description Languages of the articles: `en` finds `en-GB` too.
                 * @example [
                 *       "en"
                 *     ]
                 */
                language?: components["parameters"]["Languages"];
                /**
                 * @description Publishers of the articles. Case, diacritics and punctuation do not matter; a part of a name is enough where one alone has it.
                 * @example [
                 *       "North Tide News"
                 *     ]
                 */
                publisher?: components["parameters"]["Publishers"];
                /**
                 * @description People whom the articles credit, in whatever role; written as freely as `publisher`.
                 * @example [
                 *       "Una Marrick"
                 *     ]
                 */
                credit?: components["parameters"]["Credits"];
                /**
                 * @description Slugs of articles; one that does not exist is a 404.
                 * @example [
                 *       "skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge"
                 *     ]
                 */
                article?: components["parameters"]["Articles"];
                /**
                 * @description Ids of what is listed (slugs of articles): a batch. Former ids find what has another id now. Unknown and removed ones find nothing and are no error: compare the items with what was sent.
                 * @example [
                 *       "c5zdc6gr9e"
                 *     ]
                 */
                id?: components["parameters"]["Ids"];
                /**
                 * @description Published on or after this day, or this instant (RFC 3339); an instant without an offset is in UTC.
                 * @example 2026-09-01
                 */
                publishedFrom?: components["parameters"]["PublishedFrom"];
                /**
                 * @description Published on or before this day, or this instant (RFC 3339); a day means its end, an instant without an offset is in UTC.
                 * @example 2026-09-30
                 */
                publishedTo?: components["parameters"]["PublishedTo"];
                /**
                 * @description Changed on or after this day or instant, by `modifiedAt`: the text, an editor's corrections, or the names of its speakers.
                 * @example 2026-09-01
                 */
                modifiedFrom?: components["parameters"]["ModifiedFrom"];
                /**
                 * @description Changed on or before this day or instant, by `modifiedAt`; a day means its end.
                 * @example 2026-09-30
                 */
                modifiedTo?: components["parameters"]["ModifiedTo"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/feed+json": components["schemas"]["JsonFeed"];
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidParameter"];
            404: components["responses"]["ArticleNotFoundOrSpeakerNotFoundOrPublisherNotFoundOrCreditNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            410: components["responses"]["ArticleWithdrawn"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSpeakerFeedJson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the speaker. A merged id redirects.
                 * @example isolde-brannock
                 */
                id: components["parameters"]["SpeakerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/feed+json": components["schemas"]["JsonFeed"];
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["Moved"];
            400: components["responses"]["InvalidParameter"];
            404: components["responses"]["SpeakerNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    extractArticle: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The raw article, at most 5 MiB. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "Kiln stays open\n\n“We never meant to close it,” said Orla Brice, the manager.",
                 *       "language": "en",
                 *       "publishedAt": "2026-05-01",
                 *       "url": "https://news.example/kiln",
                 *       "publisher": "The Kiln Post"
                 *     }
                 */
                "application/json": components["schemas"]["SourceRow"];
                /**
                 * @example Kiln stays open
                 *
                 *     “We never meant to close it,” said Orla Brice, the manager.
                 */
                "text/plain": string;
                /**
                 * @example # Kiln stays open
                 *
                 *     “We never meant to close it,” said Orla Brice, the manager.
                 */
                "text/markdown": string;
                /**
                 * @example <h1>Kiln stays open</h1>
                 *     <p>“We never meant to close it,” said Orla Brice, the manager.</p>
                 */
                "text/html": string;
            };
        };
        responses: {
            /** @description The article as it would be imported, and notes on what was replaced, left out or found odd. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtractedArticle"];
                };
            };
            400: components["responses"]["InvalidParameterOrInvalidBody"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnreadableSourceOrExtractionTimeout"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getEdits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The article's slug. An old slug redirects to the present one.
                 * @example skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge
                 */
                slug: components["parameters"]["ArticleSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The corrections; none is an empty list. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleEdits"];
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["Moved"];
            400: components["responses"]["InvalidParameter"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOrWritingDisabled"];
            404: components["responses"]["ArticleNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            410: components["responses"]["ArticleWithdrawn"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    setEdits: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description `ETag` of the present answer in JSON, in whatever coding, or `*`. Without it the answer is 428, with another one 412: nothing is overwritten unseen. A request that would change nothing any more is a success all the same (RFC 9110, section 13.1.1).
                 * @example *
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A value of your own for this request, such as a UUID. The same request with it, within 24 hours, is answered with the stored answer and does nothing again; another request with it is a 422, and one that is still being handled a 409. An answer that is a problem is not stored.
                 * @example 0f3b1c5e-6d0a-4b8e-9d57-2f8a1c9e7b42
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `validate-only`: everything is checked and answered as it would be, with 200, and nothing is written.
                 * @example validate-only
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description The article's slug. An old slug redirects to the present one.
                 * @example skerrow-votes-to-keep-its-ferry-bridge-or-no-bridge
                 */
                slug: components["parameters"]["ArticleSlug"];
            };
            cookie?: never;
        };
        /** @description The corrections, at most 1 MiB. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "edits": [
                 *         {
                 *           "op": "set",
                 *           "quote": {
                 *             "id": "c5zdc6gr9e",
                 *             "text": "A bridge takes you over the water."
                 *           },
                 *           "speakers": [
                 *             {
                 *               "id": "isolde-brannock",
                 *               "name": "Isolde Brannock",
                 *               "type": "person"
                 *             }
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Edits"];
            };
        };
        responses: {
            /** @description The corrections as they are now. */
            200: {
                headers: {
                    ETag: components["headers"]["WrittenETag"];
                    "Preference-Applied": components["headers"]["PreferenceApplied"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleEdits"];
                };
            };
            308: components["responses"]["Moved"];
            400: components["responses"]["InvalidParameterOrInvalidBody"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOrWritingDisabled"];
            404: components["responses"]["ArticleNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["ConflictOrRequestInProgress"];
            410: components["responses"]["ArticleWithdrawn"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnsoundEditsOrIdempotencyKeyReused"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getEntryPoint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The links. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    Link: components["headers"]["Link"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryPoint"];
                    "text/html": string;
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    Link: components["headers"]["Link"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `invalid-parameter`: A query or path parameter holds a value that is not allowed, or has a name this operation does not know. `errors` names each one, its value and what is allowed.
             *
             *     `malformed-request`: The request line, a header or an encoded path is not valid HTTP. Percent-encode UTF-8 in paths.
             */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            /** @description `method-not-allowed`: The resource exists but does not allow this method; `Allow` lists those it allows. */
            405: {
                headers: {
                    Allow: components["headers"]["Allow"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            /** @description `not-acceptable`: None of the media types in `Accept` is available here. `available` lists those that are; `?format=` chooses one by name. */
            406: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            408: components["responses"]["RequestTimeout"];
            /** @description `precondition-failed`: The present answer is not one that `If-Match` names: it has changed since, or it is a stream, which has no ETag. Or `If-None-Match` names what is there. Ask again without either and compare. */
            412: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            /** @description `uri-too-long`: The address is longer than the server allows. */
            414: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            /** @description `too-many-requests`: This client address made more requests than are allowed in a minute, or showed too many wrong keys. `Retry-After` says when to try again. */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            431: components["responses"]["HeadersTooLarge"];
            /** @description `internal-error`: An error occurred on the server. Its log has the details under the request id. */
            500: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            /** @description `unavailable`: Nothing can be served at the moment. Try again after `Retry-After` seconds. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
        };
    };
    getApiCatalog: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The catalogue as a set of links (RFC 9264). */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    Link: components["headers"]["Link"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/linkset+json": components["schemas"]["ApiCatalog"];
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    Link: components["headers"]["Link"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidParameter"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Live"];
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidParameter"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It can. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ready"];
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidParameter"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getProblem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Code of the problem.
                 * @example article-not-found
                 */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The explanation. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    Link: components["headers"]["Link"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemPage"];
                    "text/html": string;
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    Link: components["headers"]["Link"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `invalid-parameter`: A query or path parameter holds a value that is not allowed, or has a name this operation does not know. `errors` names each one, its value and what is allowed.
             *
             *     `malformed-request`: The request line, a header or an encoded path is not valid HTTP. Percent-encode UTF-8 in paths.
             */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            /** @description `problem-not-found`: No problem has this code. */
            404: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            /** @description `method-not-allowed`: The resource exists but does not allow this method; `Allow` lists those it allows. */
            405: {
                headers: {
                    Allow: components["headers"]["Allow"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            /** @description `not-acceptable`: None of the media types in `Accept` is available here. `available` lists those that are; `?format=` chooses one by name. */
            406: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            408: components["responses"]["RequestTimeout"];
            /** @description `precondition-failed`: The present answer is not one that `If-Match` names: it has changed since, or it is a stream, which has no ETag. Or `If-None-Match` names what is there. Ask again without either and compare. */
            412: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            /** @description `uri-too-long`: The address is longer than the server allows. */
            414: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            /** @description `too-many-requests`: This client address made more requests than are allowed in a minute, or showed too many wrong keys. `Retry-After` says when to try again. */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            431: components["responses"]["HeadersTooLarge"];
            /** @description `internal-error`: An error occurred on the server. Its log has the details under the request id. */
            500: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            /** @description `unavailable`: Nothing can be served at the moment. Try again after `Retry-After` seconds. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
        };
    };
    getOpenApiJson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenApiDocument"];
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidParameter"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getOpenApiYaml: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/yaml": string;
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidParameter"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSchema: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the schema.
                 * @example source-row.schema.json
                 */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The schema. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": components["schemas"]["JsonSchema"];
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidParameter"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
}

export type SpeakerType = components["schemas"]["SpeakerType"];
export type QuoteKind = components["schemas"]["QuoteKind"];
export type Basis = components["schemas"]["Basis"];
export type Confidence = components["schemas"]["Confidence"];
export type Facet = components["schemas"]["Facet"];
export type SubmittedArticle = components["schemas"]["SubmittedArticle"];
export type SourceRow = components["schemas"]["SourceRow"];
export type Span = components["schemas"]["Span"];
export type Section = components["schemas"]["Section"];
export type Paragraph = components["schemas"]["Paragraph"];
export type ParagraphRole = components["schemas"]["ParagraphRole"];
export type ExtractedQuote = components["schemas"]["ExtractedQuote"];
export type Segment = components["schemas"]["Segment"];
export type Attribution = components["schemas"]["Attribution"];
export type SpeakerRef = components["schemas"]["SpeakerRef"];
export type ExtractedSpeaker = components["schemas"]["ExtractedSpeaker"];
export type Echo = components["schemas"]["Echo"];
export type Credit = components["schemas"]["Credit"];
export type CreditRole = components["schemas"]["CreditRole"];
export type Rights = components["schemas"]["Rights"];
export type Source = components["schemas"]["Source"];
export type Omission = components["schemas"]["Omission"];
export type Given = components["schemas"]["Given"];
export type SpeakerChange = components["schemas"]["SpeakerChange"];
export type SearchScope = components["schemas"]["SearchScope"];
export type Dimension = components["schemas"]["Dimension"];
export type ClaimedQuote = components["schemas"]["ClaimedQuote"];
export type SubmittedText = components["schemas"]["SubmittedText"];
export type SourceText = components["schemas"]["SourceText"];
export type Edits = components["schemas"]["Edits"];
export type Edit = components["schemas"]["Edit"];
export type EditSet = components["schemas"]["EditSet"];
export type EditTarget = components["schemas"]["EditTarget"];
export type EditSpeakerNamed = components["schemas"]["EditSpeakerNamed"];
export type EditWords = components["schemas"]["EditWords"];
export type EditReject = components["schemas"]["EditReject"];
export type EditAdd = components["schemas"]["EditAdd"];
export type EditSpeaker = components["schemas"]["EditSpeaker"];
export type ArticleList = components["schemas"]["ArticleList"];
export type FacetCounts = components["schemas"]["FacetCounts"];
export type FacetValue = components["schemas"]["FacetValue"];
export type ArticleSummary = components["schemas"]["ArticleSummary"];
export type Problem = components["schemas"]["Problem"];
export type ProblemCode = components["schemas"]["ProblemCode"];
export type ParameterError = components["schemas"]["ParameterError"];
export type LastRevision = components["schemas"]["LastRevision"];
export type Publication = components["schemas"]["Publication"];
export type Note = components["schemas"]["Note"];
export type NoteCode = components["schemas"]["NoteCode"];
export type Article = components["schemas"]["Article"];
export type Quote = components["schemas"]["Quote"];
export type Speaker = components["schemas"]["Speaker"];
export type JsonLd = components["schemas"]["JsonLd"];
export type Ninjs = components["schemas"]["Ninjs"];
export type NinjsStandard = components["schemas"]["NinjsStandard"];
export type Withdrawal = components["schemas"]["Withdrawal"];
export type ArticleText = components["schemas"]["ArticleText"];
export type SectionList = components["schemas"]["SectionList"];
export type ArticleRef = components["schemas"]["ArticleRef"];
export type SectionItem = components["schemas"]["SectionItem"];
export type SectionDetail = components["schemas"]["SectionDetail"];
export type ParagraphList = components["schemas"]["ParagraphList"];
export type ParagraphItem = components["schemas"]["ParagraphItem"];
export type ParagraphDetail = components["schemas"]["ParagraphDetail"];
export type ArticleQuoteList = components["schemas"]["ArticleQuoteList"];
export type QuoteItem = components["schemas"]["QuoteItem"];
export type Context = components["schemas"]["Context"];
export type ArticleSpeakerList = components["schemas"]["ArticleSpeakerList"];
export type RevisionList = components["schemas"]["RevisionList"];
export type RevisionItem = components["schemas"]["RevisionItem"];
export type ServedPeriod = components["schemas"]["ServedPeriod"];
export type ChangeList = components["schemas"]["ChangeList"];
export type ChangeItem = components["schemas"]["ChangeItem"];
export type ChangeKind = components["schemas"]["ChangeKind"];
export type QuoteList = components["schemas"]["QuoteList"];
export type QuoteDetail = components["schemas"]["QuoteDetail"];
export type QuoteRevision = components["schemas"]["QuoteRevision"];
export type QuoteRevisionMatch = components["schemas"]["QuoteRevisionMatch"];
export type Annotation = components["schemas"]["Annotation"];
export type SpeakerList = components["schemas"]["SpeakerList"];
export type SpeakerSummary = components["schemas"]["SpeakerSummary"];
export type SpeakerProfile = components["schemas"]["SpeakerProfile"];
export type Appearance = components["schemas"]["Appearance"];
export type SearchResults = components["schemas"]["SearchResults"];
export type SearchHit = components["schemas"]["SearchHit"];
export type Fragment = components["schemas"]["Fragment"];
export type BlockRef = components["schemas"]["BlockRef"];
export type Statistics = components["schemas"]["Statistics"];
export type Counts = components["schemas"]["Counts"];
export type StatisticsGroup = components["schemas"]["StatisticsGroup"];
export type Verification = components["schemas"]["Verification"];
export type WordsAnswer = components["schemas"]["WordsAnswer"];
export type SpeakerAnswer = components["schemas"]["SpeakerAnswer"];
export type VerificationMatch = components["schemas"]["VerificationMatch"];
export type MatchedWords = components["schemas"]["MatchedWords"];
export type Passage = components["schemas"]["Passage"];
export type DiffOperation = components["schemas"]["DiffOperation"];
export type TextVerification = components["schemas"]["TextVerification"];
export type CheckedQuote = components["schemas"]["CheckedQuote"];
export type MarkedKind = components["schemas"]["MarkedKind"];
export type SubmittedSegment = components["schemas"]["SubmittedSegment"];
export type ClaimedAttribution = components["schemas"]["ClaimedAttribution"];
export type UncheckedQuote = components["schemas"]["UncheckedQuote"];
export type UncheckedReason = components["schemas"]["UncheckedReason"];
export type VerificationCounts = components["schemas"]["VerificationCounts"];
export type WordsCounts = components["schemas"]["WordsCounts"];
export type SpeakerCounts = components["schemas"]["SpeakerCounts"];
export type GivenSource = components["schemas"]["GivenSource"];
export type TextNote = components["schemas"]["TextNote"];
export type JsonFeed = components["schemas"]["JsonFeed"];
export type JsonFeedItem = components["schemas"]["JsonFeedItem"];
export type ExtractedArticle = components["schemas"]["ExtractedArticle"];
export type ArticleEdits = components["schemas"]["ArticleEdits"];
export type EntryPoint = components["schemas"]["EntryPoint"];
export type ApiCatalog = components["schemas"]["ApiCatalog"];
export type LinkContext = components["schemas"]["LinkContext"];
export type Live = components["schemas"]["Live"];
export type Ready = components["schemas"]["Ready"];
export type ContentProblem = components["schemas"]["ContentProblem"];
export type ProblemPage = components["schemas"]["ProblemPage"];
export type OpenApiDocument = components["schemas"]["OpenApiDocument"];
export type JsonSchema = components["schemas"]["JsonSchema"];
export type EditOutput = components["schemas"]["EditOutput"];
export type EditSetOutput = components["schemas"]["EditSetOutput"];
export type EditSpeakerNamedOutput = components["schemas"]["EditSpeakerNamedOutput"];
export type EditWordsOutput = components["schemas"]["EditWordsOutput"];
export type EditAddOutput = components["schemas"]["EditAddOutput"];
export type NullableDateline = components["schemas"]["NullableDateline"];
export type SubmittedArticle2 = components["schemas"]["SubmittedArticle2"];
export type NullableSpan = components["schemas"]["NullableSpan"];
export type NullableBasis = components["schemas"]["NullableBasis"];
export type NullableConfidence = components["schemas"]["NullableConfidence"];
export type EchoMatch = components["schemas"]["EchoMatch"];
export type SourceMediaType = components["schemas"]["SourceMediaType"];
export type OmissionReason = components["schemas"]["OmissionReason"];
export type NullableSpeakerType = components["schemas"]["NullableSpeakerType"];
export type NullableEditWords = components["schemas"]["NullableEditWords"];
export type ProblemProgress = components["schemas"]["ProblemProgress"];
export type ParameterErrorIn = components["schemas"]["ParameterErrorIn"];
export type PublicationState = components["schemas"]["PublicationState"];
export type NullableQuoteRef = components["schemas"]["NullableQuoteRef"];
export type BlockRefKind = components["schemas"]["BlockRefKind"];
export type NullableSpeakerRef = components["schemas"]["NullableSpeakerRef"];
export type NullablePronoun = components["schemas"]["NullablePronoun"];
export type NullableExtent = components["schemas"]["NullableExtent"];
export type NullableDifference = components["schemas"]["NullableDifference"];
export type NullableMatchedRevision = components["schemas"]["NullableMatchedRevision"];
export type NullableDoubt = components["schemas"]["NullableDoubt"];
export type NullableMentioned = components["schemas"]["NullableMentioned"];
export type VerificationSearched = components["schemas"]["VerificationSearched"];
export type NullableSpliceKind = components["schemas"]["NullableSpliceKind"];
export type NullableTurned = components["schemas"]["NullableTurned"];
export type DiffOperationOp = components["schemas"]["DiffOperationOp"];
export type DiffOperationRecorded = components["schemas"]["DiffOperationRecorded"];
export type TextVerificationSearched = components["schemas"]["TextVerificationSearched"];
export type SubmittedSegmentSubmitted = components["schemas"]["SubmittedSegmentSubmitted"];
export type ArticleEditsNotAppliedItem = components["schemas"]["ArticleEditsNotAppliedItem"];
export type ReadyStatus = components["schemas"]["ReadyStatus"];
export type NullableEditWordsOutput = components["schemas"]["NullableEditWordsOutput"];
