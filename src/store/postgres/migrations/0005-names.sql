-- Counts are named as counts, and the id of an echo's quote as an id. Only a member of an object matches: inside a string of JSON the
-- mark before the colon is escaped.

UPDATE articles SET
  machine = regexp_replace(machine, '"quote":(null|"[^"]*"),"match":', '"quoteId":\1,"match":', 'g'),
  summary = regexp_replace(summary, '"quotes":(\d+)', '"quoteCount":\1'),
  json = regexp_replace(json, '"quote":(null|"[^"]*"),"match":', '"quoteId":\1,"match":', 'g');
UPDATE speakers SET summary = regexp_replace(summary, '"articles":(\d+),"quotes":(\d+)', '"articleCount":\1,"quoteCount":\2');
