-- Counts are named as counts. Only a member of an object matches: inside a string of JSON the mark before the colon is escaped.

UPDATE articles SET summary = regexp_replace(summary, '"quotes":(\d+)', '"quoteCount":\1');
UPDATE speakers SET summary = regexp_replace(summary, '"articles":(\d+),"quotes":(\d+)', '"articleCount":\1,"quoteCount":\2');
