import { isWatched, readConfig } from "../config.ts";
import { serve } from "../main.ts";
import { refuse, type Terminal } from "./terminal.ts";

export const SERVE_HELP = `Usage: verbatim serve

Runs the server until SIGTERM or SIGINT stops it. Environment variables configure it: HOST, PORT, DATA_DIR and the others
that .env.example lists.

Exit code: 0 after SIGTERM or SIGINT, 1 when the server cannot start, 2 for a wrong command line.
`;

/** `verbatim serve`. @returns the exit code once the server listens */
export async function serveCommand(args: string[], terminal: Terminal): Promise<number> {
  if (args.length > 0) return refuse("serve", `serve takes no arguments, not "${args.join(" ")}".`, terminal);
  await serve(readConfig(), isWatched());
  return 0;
}
