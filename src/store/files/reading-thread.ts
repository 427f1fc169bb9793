import { workerData } from "node:worker_threads";
import { type ReadingWork, readBatches } from "./read-batches.ts";

readBatches(workerData as ReadingWork);
