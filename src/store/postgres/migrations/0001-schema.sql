-- The schema of the first release. Databases of versions before it have a migration 1 of another name, and are refused:
-- nothing was released that made them, and a change in place would have to derive every row again, which "load" does.
--
-- Every text that is compared or sorted has the collation "C": code point order, the same on every machine and in the
-- files store. What the API answers is kept as exact JSON text; the other columns only serve to find it.
--
-- Words are folded before they come here (article/words/fold.ts), so that both stores find the same: vectors are written
-- as literals, and no parser or dictionary of PostgreSQL sees them. A vector finds the rows that have all words; the text
-- of words beside it tells which of them hold a phrase, since a vector does not keep every place of a long text.

CREATE TABLE articles (
  slug text COLLATE "C" PRIMARY KEY,
  -- What import wrote, where an editor or the speaker registry changed it since; else NULL, and "json" is it.
  machine text,
  -- The editor's corrections, as JSON.
  edits text,
  -- Hash of machine article and corrections: an import that brings the same again changes nothing.
  fingerprint text NOT NULL,
  published text COLLATE "C",
  sort_published text COLLATE "C" NOT NULL,
  sort_updated text COLLATE "C" NOT NULL,
  language text COLLATE "C",
  summary text NOT NULL,
  json text NOT NULL,
  quote_count integer NOT NULL
) WITH (toast_tuple_target = 128);
-- What is long lies apart from the rows, so that many of them fit on a page; compressing it costs an import more than the
-- space is worth. What is short stays in the row, where without a word it would go as well.
ALTER TABLE articles ALTER summary SET STORAGE EXTERNAL, ALTER json SET STORAGE EXTERNAL, ALTER slug SET STORAGE PLAIN,
  ALTER fingerprint SET STORAGE PLAIN, ALTER published SET STORAGE PLAIN, ALTER sort_published SET STORAGE PLAIN,
  ALTER sort_updated SET STORAGE PLAIN, ALTER language SET STORAGE PLAIN;
CREATE INDEX articles_published ON articles (sort_published DESC, slug);
CREATE INDEX articles_updated ON articles (sort_updated DESC, slug);
CREATE INDEX articles_language ON articles (language, sort_published DESC, slug);
CREATE INDEX articles_language_updated ON articles (language, sort_updated DESC, slug);

-- What a search reads of every article it finds, which may be most of them: many short rows on few pages, what is read of all
-- of them in front.
CREATE TABLE article_words (
  -- Of publication; NULL without a date.
  year smallint,
  sort_published text COLLATE "C" NOT NULL,
  slug text COLLATE "C" PRIMARY KEY,
  language text COLLATE "C",
  -- Ids of the speakers.
  speakers text[] COLLATE "C" NOT NULL,
  -- The folded words of the headline, of the whole text, and of its paragraphs outside quotes.
  headline text COLLATE "C" NOT NULL,
  words text COLLATE "C" NOT NULL,
  narration text COLLATE "C" NOT NULL,
  -- The words of the text with their places, those of the headline with the weight A; of the narration; of any quote.
  lexemes tsvector NOT NULL,
  narration_lexemes tsvector NOT NULL,
  quoted_lexemes tsvector NOT NULL
) WITH (toast_tuple_target = 128);
ALTER TABLE article_words ALTER sort_published SET STORAGE PLAIN, ALTER slug SET STORAGE PLAIN, ALTER language SET STORAGE PLAIN,
  ALTER speakers SET STORAGE MAIN, ALTER headline SET STORAGE EXTERNAL, ALTER words SET STORAGE EXTERNAL,
  ALTER narration SET STORAGE EXTERNAL, ALTER lexemes SET STORAGE EXTERNAL, ALTER narration_lexemes SET STORAGE EXTERNAL,
  ALTER quoted_lexemes SET STORAGE EXTERNAL;
CREATE INDEX article_words_lexemes ON article_words USING gin (lexemes, narration_lexemes, quoted_lexemes);

CREATE TABLE article_aliases (
  alias text COLLATE "C" PRIMARY KEY,
  slug text COLLATE "C" NOT NULL
);
CREATE INDEX article_aliases_slug ON article_aliases (slug);

CREATE TABLE quotes (
  quote text COLLATE "C" PRIMARY KEY,
  slug text COLLATE "C" NOT NULL,
  place integer NOT NULL,
  kind text COLLATE "C" NOT NULL,
  published text COLLATE "C",
  sort_published text COLLATE "C" NOT NULL,
  item text NOT NULL,
  -- The folded words of its segments.
  words text COLLATE "C" NOT NULL,
  lexemes tsvector NOT NULL
);
CREATE UNIQUE INDEX quotes_place ON quotes (slug, place);
CREATE INDEX quotes_published ON quotes (sort_published DESC, slug, place);
CREATE INDEX quotes_kind ON quotes (kind, sort_published DESC, slug, place);
CREATE INDEX quotes_lexemes ON quotes USING gin (lexemes);

-- Former ids of quotes; "quote" is NULL for a quote that was removed.
CREATE TABLE quote_aliases (
  alias text COLLATE "C" NOT NULL,
  quote text COLLATE "C",
  slug text COLLATE "C" NOT NULL,
  PRIMARY KEY (alias, slug)
);
CREATE INDEX quote_aliases_slug ON quote_aliases (slug);

-- One row a quote and speaker; the speaker is '' for a quote nobody is named for.
CREATE TABLE quote_speakers (
  speaker text COLLATE "C" NOT NULL,
  quote text COLLATE "C" NOT NULL,
  slug text COLLATE "C" NOT NULL,
  place integer NOT NULL,
  kind text COLLATE "C" NOT NULL,
  published text COLLATE "C",
  sort_published text COLLATE "C" NOT NULL
);
CREATE INDEX quote_speakers_speaker ON quote_speakers (speaker, sort_published DESC, slug, place);
CREATE INDEX quote_speakers_slug ON quote_speakers (slug);

-- One row a speaker and article that quotes the speaker; "detail" is { name, type, descriptions } as that article has them.
CREATE TABLE appearances (
  speaker text COLLATE "C" NOT NULL,
  slug text COLLATE "C" NOT NULL,
  published text COLLATE "C",
  sort_published text COLLATE "C" NOT NULL,
  sort_updated text COLLATE "C" NOT NULL,
  language text COLLATE "C",
  quotes integer NOT NULL,
  detail text NOT NULL,
  PRIMARY KEY (speaker, slug)
);
CREATE INDEX appearances_published ON appearances (speaker, sort_published DESC, slug);
CREATE INDEX appearances_updated ON appearances (speaker, sort_updated DESC, slug);
CREATE INDEX appearances_slug ON appearances (slug);

CREATE TABLE speakers (
  speaker text COLLATE "C" PRIMARY KEY,
  folded text COLLATE "C" NOT NULL,
  type text COLLATE "C" NOT NULL,
  articles integer NOT NULL,
  quotes integer NOT NULL,
  summary text NOT NULL,
  -- The folded words of the name and its aliases.
  words text COLLATE "C" NOT NULL,
  lexemes tsvector NOT NULL
) WITH (fillfactor = 70);
CREATE INDEX speakers_name ON speakers (folded, speaker);
CREATE INDEX speakers_quotes ON speakers (quotes DESC, speaker);
CREATE INDEX speakers_type_name ON speakers (type, folded, speaker);
CREATE INDEX speakers_type_quotes ON speakers (type, quotes DESC, speaker);
CREATE INDEX speakers_lexemes ON speakers USING gin (lexemes) WITH (fastupdate = off);

CREATE TABLE speaker_aliases (
  alias text COLLATE "C" PRIMARY KEY,
  speaker text COLLATE "C" NOT NULL
);

-- What editors know about speakers (speakers.json). "applied" is false from its change until every article has it.
CREATE TABLE speaker_registry (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  json text NOT NULL,
  applied boolean NOT NULL
);
INSERT INTO speaker_registry (json, applied) VALUES ('{"speakers":[]}', true);

-- Every word any article ever held, for words that may be misspelt; "letters" counts UTF-16 units. Words are never taken
-- out, so whether one still occurs is asked of the articles.
CREATE TABLE vocabulary (
  word text COLLATE "C" PRIMARY KEY,
  first text COLLATE "C" NOT NULL,
  letters integer NOT NULL
);
CREATE INDEX vocabulary_first ON vocabulary (first, letters, word);

-- How many rows a list has, by day and facet (language of articles, kind of quotes, type of speakers), and in all (day
-- "*"): the total of a list costs a sum over days at most instead of a count over rows.
CREATE TABLE tallies (
  list text COLLATE "C" NOT NULL,
  day text COLLATE "C" NOT NULL,
  facet text COLLATE "C" NOT NULL,
  n bigint NOT NULL,
  PRIMARY KEY (list, day, facet)
) WITH (fillfactor = 50);

-- Whoever changes content, by hand too, tells every replica; one message a transaction.
CREATE FUNCTION announce_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('verbatim_changed', '');
  RETURN NULL;
END
$$;
CREATE TRIGGER announce AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON articles FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER announce AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON article_words FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER announce AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON quotes FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER announce AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON speakers FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER announce AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON speaker_aliases FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
