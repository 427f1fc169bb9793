-- The first schema. Verbatim is not released yet, so it is rewritten in place; from the first release on, each change is a
-- migration of its own.
--
-- Every text that is compared or sorted has the collation "C": code point order, the same on every machine and in the
-- files store. JSON is kept as exact text.

CREATE TABLE articles (
  -- What a search reads of every article it finds comes first: it may find most of them.
  -- Year of publication; NULL without a date.
  year smallint,
  sort_published text COLLATE "C" NOT NULL,
  slug text COLLATE "C" PRIMARY KEY,
  language text COLLATE "C",
  -- Ids of the speakers.
  speakers text[] COLLATE "C" NOT NULL,
  published text COLLATE "C",
  sort_updated text COLLATE "C" NOT NULL,
  quote_count integer NOT NULL,
  -- Hash of machine article and corrections: an import that brings the same again changes nothing.
  fingerprint text NOT NULL,
  -- What import wrote, where an editor or the speaker registry changed it since; else NULL, and "json" is it.
  machine text,
  -- The editor's corrections, as JSON.
  edits text,
  -- The article's summary, and the article as it is served.
  summary text NOT NULL,
  json text NOT NULL,
  -- The folded words (see store/rows.ts), and vectors of them. Vectors find the articles that hold all words of a query; the
  -- words then say which of those hold its phrases. "vector" has the words of headline (weight A) and body with their
  -- positions, for ts_rank.
  headline text COLLATE "C" NOT NULL,
  body text COLLATE "C" NOT NULL,
  narration text COLLATE "C" NOT NULL,
  vector tsvector NOT NULL,
  narration_vector tsvector NOT NULL
) WITH (toast_tuple_target = 128);
-- Long values are stored outside the rows, so that many rows fit on a page; compressing them costs an import more than the
-- space is worth. Short ones stay in the row, where they would go as well if nothing were said.
ALTER TABLE articles ALTER sort_published SET STORAGE PLAIN, ALTER slug SET STORAGE PLAIN, ALTER language SET STORAGE PLAIN,
  ALTER speakers SET STORAGE MAIN, ALTER published SET STORAGE PLAIN, ALTER sort_updated SET STORAGE PLAIN,
  ALTER fingerprint SET STORAGE PLAIN, ALTER machine SET STORAGE EXTERNAL, ALTER edits SET STORAGE EXTERNAL,
  ALTER summary SET STORAGE EXTERNAL, ALTER json SET STORAGE EXTERNAL, ALTER headline SET STORAGE EXTERNAL,
  ALTER body SET STORAGE EXTERNAL, ALTER narration SET STORAGE EXTERNAL, ALTER vector SET STORAGE EXTERNAL,
  ALTER narration_vector SET STORAGE EXTERNAL;
CREATE INDEX articles_published ON articles (sort_published DESC, slug);
CREATE INDEX articles_updated ON articles (sort_updated DESC, slug);
CREATE INDEX articles_language ON articles (language, sort_published DESC, slug);
CREATE INDEX articles_language_updated ON articles (language, sort_updated DESC, slug);
CREATE INDEX articles_vector ON articles USING gin (vector);
CREATE INDEX articles_narration_vector ON articles USING gin (narration_vector);

CREATE TABLE article_aliases (
  alias text COLLATE "C" PRIMARY KEY,
  slug text COLLATE "C" NOT NULL
);
CREATE INDEX article_aliases_slug ON article_aliases (slug);

-- A quote's JSON is made of its article's when an answer needs it.
CREATE TABLE quotes (
  quote text COLLATE "C" PRIMARY KEY,
  slug text COLLATE "C" NOT NULL,
  place integer NOT NULL,
  kind text COLLATE "C" NOT NULL,
  published text COLLATE "C",
  sort_published text COLLATE "C" NOT NULL,
  -- Folded words of its segments.
  words text COLLATE "C" NOT NULL,
  vector tsvector NOT NULL
);
CREATE UNIQUE INDEX quotes_place ON quotes (slug, place);
CREATE INDEX quotes_published ON quotes (sort_published DESC, slug, place);
CREATE INDEX quotes_kind ON quotes (kind, sort_published DESC, slug, place);
CREATE INDEX quotes_vector ON quotes USING gin (vector);

-- Former ids of quotes; "quote" is NULL for a quote that was removed.
CREATE TABLE quote_aliases (
  alias text COLLATE "C" PRIMARY KEY,
  quote text COLLATE "C",
  slug text COLLATE "C" NOT NULL
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
  words text COLLATE "C" NOT NULL,
  vector tsvector NOT NULL
) WITH (fillfactor = 70);
CREATE INDEX speakers_name ON speakers (folded, speaker);
CREATE INDEX speakers_quotes ON speakers (quotes DESC, speaker);
CREATE INDEX speakers_type_name ON speakers (type, folded, speaker);
CREATE INDEX speakers_type_quotes ON speakers (type, quotes DESC, speaker);
CREATE INDEX speakers_vector ON speakers USING gin (vector);

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
CREATE TRIGGER announce AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON quotes FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER announce AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON speakers FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER announce AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON speaker_aliases FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
