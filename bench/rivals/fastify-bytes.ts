import Fastify, { type FastifyReply, type FastifyRequest, LogController } from "fastify";
import { pino } from "pino";
import { answering, startedWith } from "./recording.ts";

/**
 * What Fastify leaves at best: recorded answers, written past its reply before anything of the request is looked at. With
 * `--line` each is logged as Verbatim logs it.
 */

/** One line for each answer. */
class Line extends LogController {
  constructor() {
    super({ disableRequestLogging: true });
  }

  override requestCompleted(_error: Error | null | undefined, { method, url }: FastifyRequest, reply: FastifyReply): void {
    reply.log.info({ method, url, status: reply.statusCode, ms: Math.round(reply.elapsedTime * 1000) / 1000 }, "answered");
  }
}

const { recording, port } = startedWith();
const answer = answering(recording);
const batch = 1024;
const output = pino.destination({ sync: false, minLength: batch, maxWrite: batch + 512, periodicFlush: 500 });
const logger = pino({ level: process.argv.includes("--line") ? "info" : "warn" }, output);
const app = Fastify({ loggerInstance: logger, logController: new Line() });
const onRequest = (request: FastifyRequest, reply: FastifyReply) => {
  reply.hijack();
  answer(request.raw, reply.raw);
};
app.get("*", { onRequest }, () => {});
await app.listen({ host: "127.0.0.1", port });
