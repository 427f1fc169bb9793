import type { Dimension } from "../../article/model/dimensions.ts";
import type { Counts, StatisticsGroup } from "../../article/model/statistics.ts";
import { type CsvOptions, csvRows } from "./csv.ts";
