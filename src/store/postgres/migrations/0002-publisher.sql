-- Articles have a publisher, which nothing is known of for those that are there: the next load gives it. It stands behind the
-- address. Only a member of an object matches: inside a string of JSON the mark before the colon is escaped.

UPDATE articles SET
  machine = regexp_replace(machine, '"sourceUrl":(null|"([^"\\]|\\.)*")', '\&,"publisher":null'),
  summary = regexp_replace(summary, '"sourceUrl":(null|"([^"\\]|\\.)*")', '\&,"publisher":null'),
  json = regexp_replace(json, '"sourceUrl":(null|"([^"\\]|\\.)*")', '\&,"publisher":null');
