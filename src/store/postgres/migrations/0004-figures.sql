-- What statistics and facets count: a line for each article (store/figures/figures.ts). Articles that are there have none until the
-- next load gives it, and are counted nowhere until then.

CREATE TABLE figures (
  slug text COLLATE "C" PRIMARY KEY,
  published text COLLATE "C",
  sort_published text COLLATE "C" NOT NULL,
  line text COLLATE "C" NOT NULL
);
-- Nearly every question reads nearly all lines, so they stay in the rows and as they are.
ALTER TABLE figures ALTER slug SET STORAGE PLAIN, ALTER published SET STORAGE PLAIN, ALTER sort_published SET STORAGE PLAIN,
  ALTER line SET STORAGE EXTERNAL;
CREATE INDEX figures_published ON figures (sort_published);

-- Were counted for facets.
ALTER TABLE articles DROP year, DROP speakers;
