-- What lists are filtered and sorted by. Nothing of it is known of articles that are there but what is in their JSON: the next
-- load gives it, and until then those filters do not find them.

ALTER TABLE articles
  -- Folded name of the outlet.
  ADD publisher text COLLATE "C",
  ADD word_count integer NOT NULL DEFAULT 0;
ALTER TABLE articles ALTER publisher SET STORAGE PLAIN;
CREATE INDEX articles_publisher ON articles (publisher, sort_published DESC, slug);
CREATE INDEX articles_length ON articles (word_count DESC, slug);

-- Names that articles are found by: of their outlets ("publisher") and of people who are credited ("credit").
CREATE TABLE names (
  field text COLLATE "C" NOT NULL,
  folded text COLLATE "C" NOT NULL,
  slug text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  PRIMARY KEY (field, folded, slug)
);
CREATE INDEX names_slug ON names (slug);

ALTER TABLE quotes
  ADD basis text COLLATE "C",
  ADD confidence text COLLATE "C",
  ADD word_count integer NOT NULL DEFAULT 0;
CREATE INDEX quotes_basis ON quotes (basis, sort_published DESC, slug, place);
CREATE INDEX quotes_confidence ON quotes (confidence, sort_published DESC, slug, place);
CREATE INDEX quotes_length ON quotes (word_count DESC, quote);

ALTER TABLE quote_speakers
  ADD basis text COLLATE "C",
  ADD confidence text COLLATE "C",
  ADD word_count integer NOT NULL DEFAULT 0,
  -- Of the speaker, as the article has it; '' for nobody.
  ADD type text COLLATE "C" NOT NULL DEFAULT '';
CREATE INDEX quote_speakers_type ON quote_speakers (type, sort_published DESC, slug, place);
CREATE INDEX quote_speakers_length ON quote_speakers (speaker, word_count DESC, quote);

CREATE INDEX speakers_articles ON speakers (articles DESC, speaker);
