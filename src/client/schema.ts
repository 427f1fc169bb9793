// Written by `npm run client` from openapi/openapi.json.
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
         * @description Articles without their text, newest first. Use it to browse, or to find articles by words, speaker, language or date.
         */
        get: operations["listArticles"];
        put?: never;
        post?: never;
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
         * @description The whole article as data: headline, sections, paragraphs, quotes, speakers, credits and rights. `fields` picks parts of it.
         */
        get: operations["getArticle"];
        put?: never;
        post?: never;
        delete?: never;
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
         * @description The text all spans count in: as `text/plain` exactly these bytes, as JSON with its revision and its length in code points.
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
         * @description All sections in reading order, each with its paragraphs. The first, `lead`, has no heading.
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
         * @description A section with its heading, its paragraphs and the quotes in it.
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
         * @description All paragraphs in reading order, each with its section, its span and its quotes.
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
         * @description A paragraph with its section, its span and its quotes. Paragraph ids belong to a revision.
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
         * @description All quotes in the order of the text, each with its segments, speaker, mention and cue.
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
         * @description Everybody who is quoted in the article, with the words that describe and name them there.
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
    "/v1/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List quotes
         * @description Quotes of all articles, those of the newest article first, within an article in the order of the text.
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
         * @description One quote with its exact place, who said it, how the reporter says so, its article and the text around it. Other representations are for reading, for schema.org (JSON-LD) and for annotation tools (W3C Web Annotation).
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
         * @description Everybody who is quoted, with how many quotes in how many articles.
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
         * @description One speaker across all articles, with the descriptions that each article gives.
         */
        get: operations["getSpeaker"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
         * @description Everything one speaker said in all articles, newest first.
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
    "/v1/feeds/articles.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow new articles (Atom)
         * @description The 20 newest articles, whole, for feed readers.
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
    "/v1/feeds/speakers/{id}.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a speaker (Atom)
         * @description The 20 newest quotes of one speaker: everything new this person said.
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
         * @description The 20 newest articles, whole, for feed readers.
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
    "/v1/feeds/speakers/{id}.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a speaker (JSON Feed)
         * @description The 20 newest quotes of one speaker: everything new this person said.
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
         * @description Sends a raw article, gets it back as data: sections, paragraphs, quotes, who said them. Nothing is stored. Plain text, Markdown and HTML go in as they are; JSON takes what is known about the article along.
         */
        post: operations["extractArticle"];
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
         * @description For supervisors that restart a process which does not answer.
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
         * @description For load balancers. 200 with `degraded` while a broken file keeps something from being served as it is; 503 only when nothing can be served.
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
         * @description What a problem means and what to do about it; `type` of every problem leads here.
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
    "/oembed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Embed a quote (oEmbed)
         * @description For programs that turn a link to a quote's page into a card. Quote pages name this address themselves.
         */
        get: operations["getOembed"];
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
         * @description Describes every public operation; generate clients from it.
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
         * @description The same document as `/openapi.json`.
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description `direct`: outside the marks only attribution remains. `mixed`: marked words inside a sentence the reporter composed. `indirect`: nothing marked, a reported clause.
         * @enum {string}
         */
        QuoteKind: "direct" | "mixed" | "indirect";
        /**
         * @description What kind of speaker: "Moscow" is a place, "police" a group, "the report" a document.
         * @enum {string}
         */
        SpeakerType: "person" | "organisation" | "place" | "group" | "document";
        /** @description An article to extract: its words and what is known about it. */
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
             * @description Where the article was published.
             * @example https://news.example/2020/03/06/story
             */
            url?: string | null;
            /** @description A day, or an instant with its zone. */
            publishedAt?: string;
            /** @description A day, or an instant with its zone. */
            updatedAt?: string;
            language?: string | null;
            /**
             * @description Lower-case words joined by hyphens; letters of every script are kept.
             * @example russia-seeks-good-relations-with-taliban-as-us-troops-exit
             */
            slug?: string;
        };
        /** @description One page of a list. */
        ArticleList: {
            items: components["schemas"]["ArticleSummary"][];
            /**
             * @description Number of items in the whole filtered list.
             * @example 1
             */
            total: number;
            /** @description Give it as `cursor` for the next page; `null` on the last. */
            nextCursor: string | null;
        };
        /** @description An article without its text. */
        ArticleSummary: {
            /**
             * @description Lower-case words joined by hyphens; letters of every script are kept.
             * @example russia-seeks-good-relations-with-taliban-as-us-troops-exit
             */
            slug: string;
            /**
             * @description SHA-256 of the article's text in UTF-8. Spans hold for this revision only.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            revision: string;
            language: string | null;
            publishedAt: string | null;
            updatedAt: string | null;
            /**
             * @description An instant in UTC, to the second.
             * @example 2026-11-22T12:00:00Z
             */
            importedAt: string;
            /** @example https://news.example/2020/03/06/story */
            sourceUrl: string | null;
            headline: components["schemas"]["Span"];
            /** @description Words of the paragraphs. */
            wordCount: number;
            /** @description Number of quotes. */
            quotes: number;
            /** @description Everybody who is quoted in it. */
            speakers: components["schemas"]["SpeakerRef"][];
            rights: components["schemas"]["Rights"];
        };
        /** @description A place in the text, in Unicode code points, half open, with the words that stand there. */
        Span: {
            /** @description The words of the span, exactly as they stand in the text. */
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
        /** @description A speaker by id and canonical name. */
        SpeakerRef: {
            /**
             * @description The slug of the speaker's canonical name. A speaker of one article only ("police", "a resident") is `{article slug}~{slug}`.
             * @example zamir-kabulov
             */
            id: string;
            /**
             * @description Canonical name.
             * @example Zamir Kabulov
             */
            name: string;
        };
        /** @description Whose the words are. Travels with every representation. */
        Rights: {
            /** @description The rights line of the text. */
            notice: components["schemas"]["Span"] | null;
            /** @example Bloomberg L.P. */
            holder: string | null;
            /** @example 2020 */
            year: number | null;
            /**
             * @description Licence the source names, if any.
             * @example CC0 1.0
             */
            licence: string | null;
        };
        /** @description An error as RFC 9457 problem details. */
        Problem: {
            /**
             * @description Address of the page that explains it.
             * @example /problems/article-not-found
             */
            type: string;
            /** @example Article not found */
            title: string;
            /** @example 404 */
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
        };
        /**
         * @description Stable name of a kind of problem.
         * @example article-not-found
         * @enum {string}
         */
        ProblemCode: "invalid-parameter" | "invalid-cursor" | "invalid-body" | "malformed-request" | "article-not-found" | "section-not-found" | "paragraph-not-found" | "quote-not-found" | "speaker-not-found" | "problem-not-found" | "not-found" | "method-not-allowed" | "not-acceptable" | "quote-removed" | "request-timeout" | "payload-too-large" | "uri-too-long" | "unsupported-media-type" | "unreadable-source" | "extraction-timeout" | "too-many-requests" | "headers-too-large" | "internal-error" | "unavailable";
        /** @description One wrong parameter. */
        ParameterError: {
            /**
             * @description Where it was sent.
             * @enum {string}
             */
            in: "query" | "path" | "header" | "body";
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
        /** @description A news article as data. */
        Article: {
            /**
             * @description Lower-case words joined by hyphens; letters of every script are kept.
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
            language: string | null;
            publishedAt: string | null;
            updatedAt: string | null;
            /**
             * @description An instant in UTC, to the second.
             * @example 2026-11-22T12:00:00Z
             */
            importedAt: string;
            /** @example https://news.example/2020/03/06/story */
            sourceUrl: string | null;
            headline: components["schemas"]["Span"];
            dateline: components["schemas"]["Dateline"] | null;
            sections: components["schemas"]["Section"][];
            quotes: components["schemas"]["Quote"][];
            /** @description Ids of quotes this article once had; they answer 410. */
            removedQuotes: string[];
            speakers: components["schemas"]["Speaker"][];
            echoes: components["schemas"]["Echo"][];
            credits: components["schemas"]["Credit"][];
            rights: components["schemas"]["Rights"];
            source: components["schemas"]["Source"];
            /** @description Words of the paragraphs. */
            wordCount: number;
        };
        /** @description Agency, place and date at the start of the first paragraph, which keeps it. */
        Dateline: {
            /** @description The words of the span, exactly as they stand in the text. */
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
        };
        /** @description A run of paragraphs under one heading; the first, `lead`, has none. */
        Section: {
            /**
             * @description `lead` for the paragraphs before the first heading, else the slug of the heading.
             * @example lead
             */
            id: string;
            /** @description `null` for the lead. */
            heading: components["schemas"]["Span"] | null;
            paragraphs: components["schemas"]["Paragraph"][];
        };
        /** @description One paragraph and the ids of its quotes. */
        Paragraph: {
            /**
             * @description Place in the article: `p1` is the first. Belongs to a revision.
             * @example p2
             */
            id: string;
            role: components["schemas"]["ParagraphRole"];
            /** @description The words of the span, exactly as they stand in the text. */
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
        Quote: {
            /**
             * @description Given once and never reused.
             * @example 4phdknnwpm
             */
            id: string;
            /** @description Ids this quote had before; they redirect here. */
            aliases: string[];
            kind: components["schemas"]["QuoteKind"];
            /** @description For display: the segments joined by ` … `. Only the segments are evidence. */
            text: string;
            segments: components["schemas"]["Segment"][];
            attribution: components["schemas"]["Attribution"];
        };
        /** @description One quoted span: everything inside the marks, closing punctuation included, the marks excluded. For an indirect quote the reported clause. */
        Segment: {
            /**
             * @description Place in the article: `p1` is the first. Belongs to a revision.
             * @example p2
             */
            paragraph: string;
            /** @description The words of the span, exactly as they stand in the text. */
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
            /** @description Who said it; two people speaking together are two, nobody named is none. */
            speakers: components["schemas"]["SpeakerRef"][];
            /** @description The words that name the speaker there: "the Russian envoy", "he". */
            mention: components["schemas"]["Span"] | null;
            /** @description The words that report the speech: "said", "according to". */
            cue: components["schemas"]["Span"] | null;
            /** @description `null` when the text names nobody for this quote. */
            basis: components["schemas"]["Basis"] | null;
            /** @description `null` when the text names nobody for this quote. */
            confidence: components["schemas"]["Confidence"] | null;
        };
        /**
         * @description What the speaker was told by: the name beside the cue, a role ("the Russian envoy"), a pronoun, a quote that this one continues, or an editor.
         * @enum {string}
         */
        Basis: "name" | "role" | "pronoun" | "continued" | "editor";
        /**
         * @description How sure the attribution is; the README gives the precision measured for each.
         * @enum {string}
         */
        Confidence: "high" | "medium" | "low";
        /** @description Somebody who is quoted in this article. */
        Speaker: {
            /**
             * @description The slug of the speaker's canonical name. A speaker of one article only ("police", "a resident") is `{article slug}~{slug}`.
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
            /** @description Every place where the article names the speaker beside a quote. */
            mentions: components["schemas"]["Span"][];
        };
        /** @description Words in marks in the headline or a heading. Not a quote; it proves nothing. */
        Echo: {
            /** @description The words of the span, exactly as they stand in the text. */
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
            /** @description The quote of the body whose words it repeats, if there is one. */
            quote: string | null;
            /** @description `exact` when the quote holds the same words in the same order (case, marks and dashes aside). */
            match: ("exact" | "altered") | null;
        };
        /** @description One person of the byline, the assistance line or a contact line. */
        Credit: {
            role: components["schemas"]["CreditRole"];
            name: string;
            place: string | null;
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
        /** @description The raw file the article came from and what import left out of it. */
        Source: {
            /** @enum {string} */
            mediaType: "text/plain" | "text/markdown" | "text/html";
            /** @description SHA-256 of the raw file's bytes. */
            sha256: string;
            /** @description Size of the raw file in bytes. */
            bytes: number;
            omitted: components["schemas"]["Omission"][];
        };
        /** @description Furniture left out of the text. Offsets are code points of the decoded raw file. */
        Omission: {
            text: string;
            /** @enum {string} */
            reason: "advertisement" | "repeated-headline" | "share" | "newsletter" | "related" | "navigation" | "markup" | "metadata";
            start: number;
            end: number;
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
            /**
             * @description Slug of the article.
             * @example russia-seeks-good-relations-with-taliban-as-us-troops-exit
             */
            article: string;
            /**
             * @description Revision the spans belong to.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            revision: string;
            rights: components["schemas"]["Rights"];
            items: components["schemas"]["Section"][];
            /**
             * @description Number of items in the whole filtered list.
             * @example 1
             */
            total: number;
            /** @description Give it as `cursor` for the next page; `null` on the last. */
            nextCursor: string | null;
        };
        /** @description One section with its paragraphs and quotes. */
        SectionDetail: {
            /**
             * @description Slug of the article.
             * @example russia-seeks-good-relations-with-taliban-as-us-troops-exit
             */
            article: string;
            /**
             * @description Revision the spans belong to.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            revision: string;
            rights: components["schemas"]["Rights"];
            /**
             * @description `lead` for the paragraphs before the first heading, else the slug of the heading.
             * @example lead
             */
            id: string;
            /** @description `null` for the lead. */
            heading: components["schemas"]["Span"] | null;
            paragraphs: components["schemas"]["Paragraph"][];
            /** @description The quotes with a segment in this section. */
            quotes: components["schemas"]["Quote"][];
        };
        /** @description One page of a list. */
        ParagraphList: {
            /**
             * @description Slug of the article.
             * @example russia-seeks-good-relations-with-taliban-as-us-troops-exit
             */
            article: string;
            /**
             * @description Revision the spans belong to.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            revision: string;
            rights: components["schemas"]["Rights"];
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
             * @description Place in the article: `p1` is the first. Belongs to a revision.
             * @example p2
             */
            id: string;
            role: components["schemas"]["ParagraphRole"];
            /** @description The words of the span, exactly as they stand in the text. */
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
            quotes: components["schemas"]["Quote"][];
            /**
             * @description Section it stands in.
             * @example lead
             */
            section: string;
        };
        /** @description One paragraph of an article. */
        ParagraphDetail: {
            /**
             * @description Slug of the article.
             * @example russia-seeks-good-relations-with-taliban-as-us-troops-exit
             */
            article: string;
            /**
             * @description Revision the spans belong to.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            revision: string;
            rights: components["schemas"]["Rights"];
            /**
             * @description Place in the article: `p1` is the first. Belongs to a revision.
             * @example p2
             */
            id: string;
            role: components["schemas"]["ParagraphRole"];
            /** @description The words of the span, exactly as they stand in the text. */
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
            quotes: components["schemas"]["Quote"][];
            /**
             * @description Section it stands in.
             * @example lead
             */
            section: string;
        };
        /** @description One page of a list. */
        ArticleQuoteList: {
            /**
             * @description Slug of the article.
             * @example russia-seeks-good-relations-with-taliban-as-us-troops-exit
             */
            article: string;
            /**
             * @description Revision the spans belong to.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            revision: string;
            rights: components["schemas"]["Rights"];
            items: components["schemas"]["QuoteItem"][];
            /**
             * @description Number of items in the whole filtered list.
             * @example 1
             */
            total: number;
            /** @description Give it as `cursor` for the next page; `null` on the last. */
            nextCursor: string | null;
        };
        /** @description A quote with the article it stands in and the text around it. */
        QuoteItem: {
            /**
             * @description Given once and never reused.
             * @example 4phdknnwpm
             */
            id: string;
            /** @description Ids this quote had before; they redirect here. */
            aliases: string[];
            kind: components["schemas"]["QuoteKind"];
            /** @description For display: the segments joined by ` … `. Only the segments are evidence. */
            text: string;
            segments: components["schemas"]["Segment"][];
            attribution: components["schemas"]["Attribution"];
            article: components["schemas"]["ArticleRef"];
            context: components["schemas"]["Context"];
        };
        /** @description The article a quote stands in. */
        ArticleRef: {
            /**
             * @description Lower-case words joined by hyphens; letters of every script are kept.
             * @example russia-seeks-good-relations-with-taliban-as-us-troops-exit
             */
            slug: string;
            headline: components["schemas"]["Span"];
            publishedAt: string | null;
            /**
             * @description Stands in for `publishedAt` in the order of lists and in feeds.
             * @example 2026-11-22T12:00:00Z
             */
            importedAt: string;
            /**
             * @description SHA-256 of the article's text in UTF-8. Spans hold for this revision only.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            revision: string;
            rights: components["schemas"]["Rights"];
        };
        /** @description The text around a quote. */
        Context: {
            /** @description Up to 32 code points of the text in front of the first segment. */
            before: string;
            /** @description Up to 32 code points of the text behind the last segment. */
            after: string;
        };
        /** @description One page of a list. */
        ArticleSpeakerList: {
            /**
             * @description Slug of the article.
             * @example russia-seeks-good-relations-with-taliban-as-us-troops-exit
             */
            article: string;
            /**
             * @description Revision the spans belong to.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            revision: string;
            rights: components["schemas"]["Rights"];
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
        QuoteList: {
            items: components["schemas"]["QuoteItem"][];
            /**
             * @description Number of items in the whole filtered list.
             * @example 1
             */
            total: number;
            /** @description Give it as `cursor` for the next page; `null` on the last. */
            nextCursor: string | null;
        };
        /** @description One page of a list. */
        SpeakerList: {
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
             * @description The slug of the speaker's canonical name. A speaker of one article only ("police", "a resident") is `{article slug}~{slug}`.
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
            /** @description Pages elsewhere that are about this speaker. */
            sameAs: string[];
            /** @description Number of articles that quote the speaker. */
            articles: number;
            /** @description Number of quotes in all articles. */
            quotes: number;
        };
        /** @description A speaker across all articles, with the descriptions each article gives. */
        SpeakerProfile: {
            /**
             * @description The slug of the speaker's canonical name. A speaker of one article only ("police", "a resident") is `{article slug}~{slug}`.
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
            /** @description Pages elsewhere that are about this speaker. */
            sameAs: string[];
            /** @description Number of articles that quote the speaker. */
            articles: number;
            /** @description Number of quotes in all articles. */
            quotes: number;
            /** @description The newest articles that quote the speaker, newest first; all of them are at `/v1/articles?speaker=`. */
            appearances: {
                article: components["schemas"]["ArticleRef"];
                /** @description Number of quotes in this article. */
                quotes: number;
                /** @description How this article describes the speaker. */
                descriptions: components["schemas"]["Span"][];
            }[];
        };
        /** @description Where everything is. */
        EntryPoint: {
            /** @constant */
            name: "Verbatim";
            /** @example 0.1.0 */
            version: string;
            /** @description Where everything is, by name. */
            links: Record<string, never>;
        };
        /** @description Links by relation. */
        ApiCatalog: {
            linkset: {
                /** Format: uri */
                anchor: string;
            }[];
        };
        /** @description The process runs. */
        Live: {
            /** @constant */
            status: "ok";
        };
        /** @description Whether content can be served. */
        Ready: {
            /**
             * @description `degraded`: something in the data folder could not be taken; the last good version is served.
             * @enum {string}
             */
            status: "ok" | "degraded";
            /** @description Number of articles that are served. */
            articles: number;
            /** @description What is wrong where, and what to do. */
            problems: {
                where: string;
                path: string | null;
                message: string;
                cure: string;
            }[];
        };
        /** @description What a problem means and what to do about it. */
        ProblemPage: {
            code: components["schemas"]["ProblemCode"];
            status: number;
            title: string;
            explanation: string;
        };
        /** @description A quote to embed, as oEmbed 1.0 has it. */
        Oembed: {
            /** @constant */
            version: "1.0";
            /** @constant */
            type: "rich";
            title: string;
            /** @description Who said it. */
            author_name: string;
            provider_name: string;
            provider_url: string;
            /** @description The quote's page. */
            url: string;
            /** @description The quote as a figure without style or script. */
            html: string;
            width: number;
            height: number;
            /** @description Seconds it may be kept. */
            cache_age: number;
        };
        /** @description An OpenAPI 3.1 document. */
        OpenApiDocument: {
            /** @example 3.1.1 */
            openapi: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description Strong entity tag of exactly these bytes. */
        ETag: string;
        /** @description How long a cache may keep the answer. */
        CacheControl: string;
        /** @description Names the request in the server's log. */
        RequestId: string;
        /** @description Request headers the answer depends on. */
        Vary: string;
        /** @description RFC 8288 links: `rel="next"` is the next page. */
        Link: string;
        /** @description The methods this path answers. */
        Allow: string;
        /** @description The present address, path-absolute. */
        Location: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listArticles: {
        parameters: {
            query?: {
                /** @description Words that must all occur, in any order; a phrase in double marks must occur as it is. Case, diacritics, dashes and the form of marks do not matter. */
                q?: string;
                speaker?: string;
                /** @description Language of the article: `en` finds `en-GB` too. */
                language?: string;
                /** @description Published on or after this day or instant. */
                publishedFrom?: string;
                /** @description Published on or before this day or instant; a day means its end. */
                publishedTo?: string;
                /** @description `published` (the default) or `updated`: newest first by that date; articles without one count from their import. */
                sort?: "published" | "updated";
                /** @description Items on a page, at most 100; 20 without it. */
                limit?: number;
                /** @description `nextCursor` of the page before. Goes with the same filter and sort. */
                cursor?: string;
                /** @description Representation by name; wins over `Accept`. Without either it is `json`. */
                format?: "json" | "ndjson" | "csv";
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
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    vary: components["headers"]["Vary"];
                    link: components["headers"]["Link"];
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
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid parameter, or Invalid cursor, or Malformed request (`invalid-parameter`, `invalid-cursor`, `malformed-request`). */
            400: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Method not allowed (`method-not-allowed`). */
            405: {
                headers: {
                    allow: components["headers"]["Allow"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable (`not-acceptable`). */
            406: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error (`internal-error`). */
            500: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getArticle: {
        parameters: {
            query?: {
                /** @description Top-level fields to answer with, joined by commas; the order is the schema's. */
                fields?: string;
                /** @description Representation by name; wins over `Accept`. Without either it is `json`. */
                format?: "json" | "text" | "markdown" | "html" | "jsonld" | "ninjs";
            };
            header?: never;
            path: {
                /** @description The article's slug. An old slug redirects to the present one. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The article, or the fields that were asked for. */
            200: {
                headers: {
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Article"];
                    "text/plain": string;
                    "text/markdown": string;
                    "text/html": string;
                    "application/ld+json": Record<string, never>;
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The resource has a new address. */
            308: {
                headers: {
                    location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid parameter, or Malformed request (`invalid-parameter`, `malformed-request`). */
            400: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Article not found (`article-not-found`). */
            404: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Method not allowed (`method-not-allowed`). */
            405: {
                headers: {
                    allow: components["headers"]["Allow"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable (`not-acceptable`). */
            406: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error (`internal-error`). */
            500: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getArticleText: {
        parameters: {
            query?: {
                /** @description Representation by name; wins over `Accept`. Without either it is `text`. */
                format?: "text" | "json";
            };
            header?: never;
            path: {
                /** @description The article's slug. An old slug redirects to the present one. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The text. */
            200: {
                headers: {
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    vary: components["headers"]["Vary"];
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
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The resource has a new address. */
            308: {
                headers: {
                    location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid parameter, or Malformed request (`invalid-parameter`, `malformed-request`). */
            400: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Article not found (`article-not-found`). */
            404: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Method not allowed (`method-not-allowed`). */
            405: {
                headers: {
                    allow: components["headers"]["Allow"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable (`not-acceptable`). */
            406: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error (`internal-error`). */
            500: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSections: {
        parameters: {
            query?: {
                /** @description Items on a page, at most 100; 20 without it. */
                limit?: number;
                /** @description `nextCursor` of the page before. Goes with the same filter and sort. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The article's slug. An old slug redirects to the present one. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of sections. */
            200: {
                headers: {
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SectionList"];
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The resource has a new address. */
            308: {
                headers: {
                    location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid parameter, or Invalid cursor, or Malformed request (`invalid-parameter`, `invalid-cursor`, `malformed-request`). */
            400: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Article not found (`article-not-found`). */
            404: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Method not allowed (`method-not-allowed`). */
            405: {
                headers: {
                    allow: components["headers"]["Allow"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable (`not-acceptable`). */
            406: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error (`internal-error`). */
            500: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The article's slug. An old slug redirects to the present one. */
                slug: string;
                /** @description Id of the section. */
                section: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The section. */
            200: {
                headers: {
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SectionDetail"];
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The resource has a new address. */
            308: {
                headers: {
                    location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid parameter, or Malformed request (`invalid-parameter`, `malformed-request`). */
            400: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Article not found, or Section not found (`article-not-found`, `section-not-found`). */
            404: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Method not allowed (`method-not-allowed`). */
            405: {
                headers: {
                    allow: components["headers"]["Allow"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable (`not-acceptable`). */
            406: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error (`internal-error`). */
            500: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listParagraphs: {
        parameters: {
            query?: {
                /** @description Items on a page, at most 100; 20 without it. */
                limit?: number;
                /** @description `nextCursor` of the page before. Goes with the same filter and sort. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The article's slug. An old slug redirects to the present one. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of paragraphs. */
            200: {
                headers: {
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParagraphList"];
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The resource has a new address. */
            308: {
                headers: {
                    location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid parameter, or Invalid cursor, or Malformed request (`invalid-parameter`, `invalid-cursor`, `malformed-request`). */
            400: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Article not found (`article-not-found`). */
            404: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Method not allowed (`method-not-allowed`). */
            405: {
                headers: {
                    allow: components["headers"]["Allow"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable (`not-acceptable`). */
            406: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error (`internal-error`). */
            500: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getParagraph: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The article's slug. An old slug redirects to the present one. */
                slug: string;
                /** @description Id of the paragraph. */
                paragraph: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The paragraph. */
            200: {
                headers: {
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParagraphDetail"];
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The resource has a new address. */
            308: {
                headers: {
                    location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid parameter, or Malformed request (`invalid-parameter`, `malformed-request`). */
            400: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Article not found, or Paragraph not found (`article-not-found`, `paragraph-not-found`). */
            404: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Method not allowed (`method-not-allowed`). */
            405: {
                headers: {
                    allow: components["headers"]["Allow"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable (`not-acceptable`). */
            406: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error (`internal-error`). */
            500: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listArticleQuotes: {
        parameters: {
            query?: {
                /** @description Ids of speakers, any of whom said it; repeat the parameter for several. `none` finds quotes nobody is named for. */
                speaker?: string[];
                kind?: components["schemas"]["QuoteKind"];
                /** @description Items on a page, at most 100; 20 without it. */
                limit?: number;
                /** @description `nextCursor` of the page before. Goes with the same filter and sort. */
                cursor?: string;
                /** @description Representation by name; wins over `Accept`. Without either it is `json`. */
                format?: "json" | "ndjson" | "csv";
            };
            header?: never;
            path: {
                /** @description The article's slug. An old slug redirects to the present one. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of quotes. */
            200: {
                headers: {
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    vary: components["headers"]["Vary"];
                    link: components["headers"]["Link"];
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
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The resource has a new address. */
            308: {
                headers: {
                    location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid parameter, or Invalid cursor, or Malformed request (`invalid-parameter`, `invalid-cursor`, `malformed-request`). */
            400: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Article not found (`article-not-found`). */
            404: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Method not allowed (`method-not-allowed`). */
            405: {
                headers: {
                    allow: components["headers"]["Allow"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable (`not-acceptable`). */
            406: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error (`internal-error`). */
            500: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listArticleSpeakers: {
        parameters: {
            query?: {
                /** @description Items on a page, at most 100; 20 without it. */
                limit?: number;
                /** @description `nextCursor` of the page before. Goes with the same filter and sort. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The article's slug. An old slug redirects to the present one. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of speakers. */
            200: {
                headers: {
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleSpeakerList"];
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The resource has a new address. */
            308: {
                headers: {
                    location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid parameter, or Invalid cursor, or Malformed request (`invalid-parameter`, `invalid-cursor`, `malformed-request`). */
            400: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Article not found (`article-not-found`). */
            404: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Method not allowed (`method-not-allowed`). */
            405: {
                headers: {
                    allow: components["headers"]["Allow"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable (`not-acceptable`). */
            406: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error (`internal-error`). */
            500: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listQuotes: {
        parameters: {
            query?: {
                /** @description Ids of speakers, any of whom said it; repeat the parameter for several. `none` finds quotes nobody is named for. */
                speaker?: string[];
                /** @description Slug of the article they stand in. */
                article?: string;
                kind?: components["schemas"]["QuoteKind"];
                /** @description Words that must all occur, in any order; a phrase in double marks must occur as it is. Case, diacritics, dashes and the form of marks do not matter. */
                q?: string;
                /** @description Published on or after this day or instant. */
                publishedFrom?: string;
                /** @description Published on or before this day or instant; a day means its end. */
                publishedTo?: string;
                /** @description Items on a page, at most 100; 20 without it. */
                limit?: number;
                /** @description `nextCursor` of the page before. Goes with the same filter and sort. */
                cursor?: string;
                /** @description Representation by name; wins over `Accept`. Without either it is `json`. */
                format?: "json" | "ndjson" | "csv";
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
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    vary: components["headers"]["Vary"];
                    link: components["headers"]["Link"];
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
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid parameter, or Invalid cursor, or Malformed request (`invalid-parameter`, `invalid-cursor`, `malformed-request`). */
            400: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Method not allowed (`method-not-allowed`). */
            405: {
                headers: {
                    allow: components["headers"]["Allow"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable (`not-acceptable`). */
            406: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error (`internal-error`). */
            500: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getQuote: {
        parameters: {
            query?: {
                /** @description Representation by name; wins over `Accept`. Without either it is `json`. */
                format?: "json" | "text" | "markdown" | "html" | "jsonld" | "annotation";
            };
            header?: never;
            path: {
                /** @description Id of the quote. An old id redirects. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The quote. */
            200: {
                headers: {
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuoteItem"];
                    "text/plain": string;
                    "text/markdown": string;
                    "text/html": string;
                    "application/ld+json": Record<string, never>;
                    "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"": Record<string, never>;
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The resource has a new address. */
            308: {
                headers: {
                    location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid parameter, or Malformed request (`invalid-parameter`, `malformed-request`). */
            400: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Quote not found (`quote-not-found`). */
            404: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Method not allowed (`method-not-allowed`). */
            405: {
                headers: {
                    allow: components["headers"]["Allow"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable (`not-acceptable`). */
            406: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Quote removed (`quote-removed`). */
            410: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error (`internal-error`). */
            500: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSpeakers: {
        parameters: {
            query?: {
                /** @description Words that must all occur in the name or one of its aliases. */
                q?: string;
                type?: components["schemas"]["SpeakerType"];
                /** @description `name` (the default), or `quotes`: most quoted first. */
                sort?: "name" | "quotes";
                /** @description Items on a page, at most 100; 20 without it. */
                limit?: number;
                /** @description `nextCursor` of the page before. Goes with the same filter and sort. */
                cursor?: string;
                /** @description Representation by name; wins over `Accept`. Without either it is `json`. */
                format?: "json" | "ndjson" | "csv";
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
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    vary: components["headers"]["Vary"];
                    link: components["headers"]["Link"];
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
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid parameter, or Invalid cursor, or Malformed request (`invalid-parameter`, `invalid-cursor`, `malformed-request`). */
            400: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Method not allowed (`method-not-allowed`). */
            405: {
                headers: {
                    allow: components["headers"]["Allow"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable (`not-acceptable`). */
            406: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error (`internal-error`). */
            500: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSpeaker: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the speaker. A merged id redirects. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The speaker. */
            200: {
                headers: {
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpeakerProfile"];
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The resource has a new address. */
            308: {
                headers: {
                    location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid parameter, or Malformed request (`invalid-parameter`, `malformed-request`). */
            400: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Speaker not found (`speaker-not-found`). */
            404: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Method not allowed (`method-not-allowed`). */
            405: {
                headers: {
                    allow: components["headers"]["Allow"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable (`not-acceptable`). */
            406: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error (`internal-error`). */
            500: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSpeakerQuotes: {
        parameters: {
            query?: {
                kind?: components["schemas"]["QuoteKind"];
                /** @description Words that must all occur, in any order; a phrase in double marks must occur as it is. Case, diacritics, dashes and the form of marks do not matter. */
                q?: string;
                /** @description Published on or after this day or instant. */
                publishedFrom?: string;
                /** @description Published on or before this day or instant; a day means its end. */
                publishedTo?: string;
                /** @description Items on a page, at most 100; 20 without it. */
                limit?: number;
                /** @description `nextCursor` of the page before. Goes with the same filter and sort. */
                cursor?: string;
                /** @description Representation by name; wins over `Accept`. Without either it is `json`. */
                format?: "json" | "ndjson" | "csv";
            };
            header?: never;
            path: {
                /** @description Id of the speaker. A merged id redirects. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of quotes. */
            200: {
                headers: {
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    vary: components["headers"]["Vary"];
                    link: components["headers"]["Link"];
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
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The resource has a new address. */
            308: {
                headers: {
                    location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid parameter, or Invalid cursor, or Malformed request (`invalid-parameter`, `invalid-cursor`, `malformed-request`). */
            400: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Speaker not found (`speaker-not-found`). */
            404: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Method not allowed (`method-not-allowed`). */
            405: {
                headers: {
                    allow: components["headers"]["Allow"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable (`not-acceptable`). */
            406: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error (`internal-error`). */
            500: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getArticlesFeedAtom: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed. */
            200: {
                headers: {
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid parameter, or Malformed request (`invalid-parameter`, `malformed-request`). */
            400: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Method not allowed (`method-not-allowed`). */
            405: {
                headers: {
                    allow: components["headers"]["Allow"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable (`not-acceptable`). */
            406: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error (`internal-error`). */
            500: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSpeakerFeedAtom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the speaker. A merged id redirects. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed. */
            200: {
                headers: {
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The resource has a new address. */
            308: {
                headers: {
                    location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid parameter, or Malformed request (`invalid-parameter`, `malformed-request`). */
            400: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Speaker not found (`speaker-not-found`). */
            404: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Method not allowed (`method-not-allowed`). */
            405: {
                headers: {
                    allow: components["headers"]["Allow"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable (`not-acceptable`). */
            406: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error (`internal-error`). */
            500: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getArticlesFeedJson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed. */
            200: {
                headers: {
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/feed+json": {
                        version: string;
                        items: Record<string, never>[];
                    };
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid parameter, or Malformed request (`invalid-parameter`, `malformed-request`). */
            400: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Method not allowed (`method-not-allowed`). */
            405: {
                headers: {
                    allow: components["headers"]["Allow"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable (`not-acceptable`). */
            406: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error (`internal-error`). */
            500: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSpeakerFeedJson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the speaker. A merged id redirects. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed. */
            200: {
                headers: {
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/feed+json": {
                        version: string;
                        items: Record<string, never>[];
                    };
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The resource has a new address. */
            308: {
                headers: {
                    location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid parameter, or Malformed request (`invalid-parameter`, `malformed-request`). */
            400: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Speaker not found (`speaker-not-found`). */
            404: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Method not allowed (`method-not-allowed`). */
            405: {
                headers: {
                    allow: components["headers"]["Allow"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable (`not-acceptable`). */
            406: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error (`internal-error`). */
            500: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    extractArticle: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The raw article. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceRow"];
                "text/plain": string;
                "text/markdown": string;
                "text/html": string;
            };
        };
        responses: {
            /** @description The article as it would be imported. */
            200: {
                headers: {
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Article"];
                };
            };
            /** @description Invalid parameter, or Invalid body, or Malformed request (`invalid-parameter`, `invalid-body`, `malformed-request`). */
            400: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Method not allowed (`method-not-allowed`). */
            405: {
                headers: {
                    allow: components["headers"]["Allow"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable (`not-acceptable`). */
            406: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload too large (`payload-too-large`). */
            413: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type (`unsupported-media-type`). */
            415: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unreadable source, or Extraction timeout (`unreadable-source`, `extraction-timeout`). */
            422: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error (`internal-error`). */
            500: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service unavailable (`unavailable`). */
            503: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEntryPoint: {
        parameters: {
            query?: {
                /** @description Representation by name; wins over `Accept`. Without either it is `json`. */
                format?: "json" | "html";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The links. */
            200: {
                headers: {
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    vary: components["headers"]["Vary"];
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
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid parameter, or Malformed request (`invalid-parameter`, `malformed-request`). */
            400: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Method not allowed (`method-not-allowed`). */
            405: {
                headers: {
                    allow: components["headers"]["Allow"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable (`not-acceptable`). */
            406: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error (`internal-error`). */
            500: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
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
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/linkset+json": components["schemas"]["ApiCatalog"];
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid parameter, or Malformed request (`invalid-parameter`, `malformed-request`). */
            400: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Method not allowed (`method-not-allowed`). */
            405: {
                headers: {
                    allow: components["headers"]["Allow"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable (`not-acceptable`). */
            406: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error (`internal-error`). */
            500: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Live"];
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid parameter, or Malformed request (`invalid-parameter`, `malformed-request`). */
            400: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Method not allowed (`method-not-allowed`). */
            405: {
                headers: {
                    allow: components["headers"]["Allow"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable (`not-acceptable`). */
            406: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error (`internal-error`). */
            500: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ready"];
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid parameter, or Malformed request (`invalid-parameter`, `malformed-request`). */
            400: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Method not allowed (`method-not-allowed`). */
            405: {
                headers: {
                    allow: components["headers"]["Allow"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable (`not-acceptable`). */
            406: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error (`internal-error`). */
            500: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service unavailable (`unavailable`). */
            503: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProblem: {
        parameters: {
            query?: {
                /** @description Representation by name; wins over `Accept`. Without either it is `json`. */
                format?: "json" | "html";
            };
            header?: never;
            path: {
                /** @description Code of the problem. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The explanation. */
            200: {
                headers: {
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    vary: components["headers"]["Vary"];
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
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid parameter, or Malformed request (`invalid-parameter`, `malformed-request`). */
            400: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Problem not found (`problem-not-found`). */
            404: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Method not allowed (`method-not-allowed`). */
            405: {
                headers: {
                    allow: components["headers"]["Allow"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable (`not-acceptable`). */
            406: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error (`internal-error`). */
            500: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOembed: {
        parameters: {
            query: {
                /** @description Absolute URL of a quote's page. */
                url: string;
                /** @description Pixels there are across. */
                maxwidth?: number;
                /** @description Pixels there are down. */
                maxheight?: number;
                /** @description XML is not available. */
                format?: "json";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The quote to embed. */
            200: {
                headers: {
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Oembed"];
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid parameter, or Malformed request (`invalid-parameter`, `malformed-request`). */
            400: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Quote not found (`quote-not-found`). */
            404: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Method not allowed (`method-not-allowed`). */
            405: {
                headers: {
                    allow: components["headers"]["Allow"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable (`not-acceptable`). */
            406: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Quote removed (`quote-removed`). */
            410: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error (`internal-error`). */
            500: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
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
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenApiDocument"];
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid parameter, or Malformed request (`invalid-parameter`, `malformed-request`). */
            400: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Method not allowed (`method-not-allowed`). */
            405: {
                headers: {
                    allow: components["headers"]["Allow"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable (`not-acceptable`). */
            406: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error (`internal-error`). */
            500: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
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
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/yaml": string;
                };
            };
            /** @description What `If-None-Match` names is still current. */
            304: {
                headers: {
                    etag: components["headers"]["ETag"];
                    "cache-control": components["headers"]["CacheControl"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid parameter, or Malformed request (`invalid-parameter`, `malformed-request`). */
            400: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Method not allowed (`method-not-allowed`). */
            405: {
                headers: {
                    allow: components["headers"]["Allow"];
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable (`not-acceptable`). */
            406: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error (`internal-error`). */
            500: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
