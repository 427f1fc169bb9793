-- Who is told of changes.
CREATE TABLE webhooks (
  id text PRIMARY KEY,
  url text NOT NULL,
  secret text NOT NULL,
  -- Kinds of changes, with commas between them; empty for all.
  events text NOT NULL,
  -- 1 when it may be in a private network.
  private integer NOT NULL,
  added_at text NOT NULL,
  -- Set when its receiver answered that it is gone.
  disabled_at text,
  -- The last change that was delivered, given up or not asked for, as its number and as what it was; null before the first look.
  done_seq integer,
  done_change text,
  -- Of the change behind it: tries that failed, when the first was, when the next is.
  failures integer NOT NULL DEFAULT 0,
  first_try text,
  next_try text
);

-- The last tries of each webhook.
CREATE TABLE webhook_tries (
  webhook text NOT NULL,
  number integer NOT NULL,
  at text NOT NULL,
  message text NOT NULL,
  type text NOT NULL,
  seq integer,
  status integer,
  error text,
  milliseconds integer NOT NULL,
  answer text NOT NULL,
  result text NOT NULL,
  PRIMARY KEY (webhook, number)
);

-- Work that one process does at a time.
CREATE TABLE leases (
  name text PRIMARY KEY,
  holder text NOT NULL,
  until text NOT NULL
);

-- The archive that this one is a copy of, and how far it is.
CREATE TABLE pulls (
  name text PRIMARY KEY,
  origin text NOT NULL,
  cursor text,
  -- Counts the walks from the beginning.
  pass integer NOT NULL,
  -- JSON of the entries of the speaker registry that came from there.
  speakers text NOT NULL
);

-- The articles that came from there, by their slugs there.
CREATE TABLE pulled_articles (
  slug text PRIMARY KEY,
  -- Of the answer it was made of; null where it may not be here as it is there.
  tag text,
  -- 1 when it was withdrawn there.
  withdrawn integer NOT NULL,
  -- The last walk that met it.
  pass integer NOT NULL
);
CREATE INDEX pulled_articles_pass ON pulled_articles (pass, slug);
