import { createServer } from "node:http";
import { answering, startedWith } from "./recording.ts";

/** Bare node:http with recorded answers. `--few` sends only the headers the answer cannot do without. */

const { recording, port } = startedWith();
createServer(answering(recording, process.argv.includes("--few"))).listen(port, "127.0.0.1");
