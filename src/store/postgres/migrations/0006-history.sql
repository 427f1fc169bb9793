-- What becomes of articles over time: when what is served of each last changed, what changed in what order, earlier revisions,
-- withdrawn articles, and raw files.
--
-- Articles that are there changed last when they were imported. The instant stands behind that of the import; only a member of an
-- object matches, since inside a string of JSON the marks are escaped.

ALTER TABLE articles
  -- Hash of what is served, but for the instant of its last change: while it stays, nothing changed.
  ADD served text,
  ADD revision text COLLATE "C",
  -- What a source is known by: the bytes of its raw file, and its address.
  ADD sha256 text COLLATE "C",
  ADD source_url text COLLATE "C";
UPDATE articles SET
  sort_updated = substring(json FROM '"importedAt":"([^"]*)"'),
  summary = regexp_replace(summary, '"importedAt":("[^"]*")', '\&,"modifiedAt":\1'),
  json = regexp_replace(json, '"importedAt":("[^"]*")', '\&,"modifiedAt":\1'),
  -- "machine" says nothing of it.
  machine = coalesce(machine, json),
  served = encode(sha256(convert_to(regexp_replace(json, '"importedAt":("[^"]*")', '\&,'), 'UTF8')), 'hex'),
  revision = substring(json FROM '"revision":"([^"]*)"'),
  sha256 = substring(json FROM '"sha256":"([^"]*)"'),
  source_url = substring(json FROM '"sourceUrl":"([^"\\]*)"');
ALTER TABLE articles ALTER served SET NOT NULL, ALTER revision SET NOT NULL, ALTER sha256 SET NOT NULL,
  ALTER served SET STORAGE PLAIN, ALTER revision SET STORAGE PLAIN, ALTER sha256 SET STORAGE PLAIN;
CREATE INDEX articles_sha256 ON articles (sha256);
CREATE INDEX articles_source_url ON articles (source_url);
UPDATE appearances SET sort_updated = a.sort_updated FROM articles a WHERE a.slug = appearances.slug;

-- Written in the transaction of each change, one behind the other: later ones are seen later.
CREATE TABLE changes (
  seq bigint PRIMARY KEY,
  at text COLLATE "C" NOT NULL,
  change text COLLATE "C" NOT NULL,
  slug text COLLATE "C" NOT NULL,
  revision text COLLATE "C",
  previous_slug text COLLATE "C",
  reason text
);
CREATE INDEX changes_slug ON changes (slug);
INSERT INTO changes (seq, at, change, slug, revision)
  SELECT row_number() OVER (ORDER BY sort_updated, slug), sort_updated, 'added', slug, revision FROM articles;

-- Earlier revisions of articles, under the slug an article had then or has now.
CREATE TABLE revisions (
  slug text COLLATE "C" NOT NULL,
  revision text COLLATE "C" NOT NULL,
  -- When it was served, as JSON, and the end of the last time.
  served text NOT NULL,
  ended text COLLATE "C" NOT NULL,
  -- The article as it was served last.
  json text NOT NULL,
  quote_count integer NOT NULL,
  -- Ids of the speakers it quotes.
  speakers text[] COLLATE "C" NOT NULL,
  -- As in "articles".
  headline text COLLATE "C" NOT NULL,
  body text COLLATE "C" NOT NULL,
  vector tsvector NOT NULL,
  PRIMARY KEY (slug, revision)
) WITH (toast_tuple_target = 128);
ALTER TABLE revisions ALTER json SET STORAGE EXTERNAL, ALTER headline SET STORAGE EXTERNAL, ALTER body SET STORAGE EXTERNAL,
  ALTER vector SET STORAGE EXTERNAL;
CREATE INDEX revisions_vector ON revisions USING gin (vector);

CREATE TABLE withdrawn (
  slug text COLLATE "C" PRIMARY KEY,
  -- As JSON.
  tombstone text NOT NULL,
  -- What it answers to: its slug and aliases, and ids of its quotes.
  names text[] COLLATE "C" NOT NULL,
  quotes text[] COLLATE "C" NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  source_url text COLLATE "C",
  -- The article as import made it, and its corrections, as JSON; NULL once it is purged.
  machine text,
  edits text
);
CREATE INDEX withdrawn_names ON withdrawn USING gin (names);
CREATE INDEX withdrawn_quotes ON withdrawn USING gin (quotes);
CREATE INDEX withdrawn_sha256 ON withdrawn (sha256);
CREATE INDEX withdrawn_source_url ON withdrawn (source_url);

-- The raw files that articles were made of.
CREATE TABLE sources (
  slug text COLLATE "C" PRIMARY KEY,
  sha256 text COLLATE "C" NOT NULL,
  raw bytea NOT NULL
);

CREATE TRIGGER announce AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON revisions FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER announce AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON withdrawn FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER announce AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON changes FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
