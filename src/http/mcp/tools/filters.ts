import { filters } from "../../requests/filters.ts";

const { q, speaker, speakerType, kind, confidence, language, publisher, credit, article, publishedFrom, publishedTo } = filters;

/** The filters of lists that questions have. Batches of ids and dates of changes are for programs that keep a copy. */
export const toolFilters = { q, speaker, speakerType, kind, confidence, language, publisher, credit, article, publishedFrom, publishedTo };
