import { z } from "zod";
import { RegisteredSpeaker } from "../article/corrections/speaker-registry.ts";
import { SpeakerType } from "../article/model/schema.ts";
import type { Desk } from "../store/desk.ts";
import { mergeSpeakers, type OriginSpeaker, registeredThere } from "./merge-speakers.ts";
import type { Origin } from "./origin.ts";
import { PullRefused } from "./pull-refused.ts";

const Named = z.looseObject({ id: z.string(), name: z.string() });
const Listed = RegisteredSpeaker.pick({ id: true, name: true, aliases: true, sameAs: true }).extend({ type: SpeakerType });

/**
 * Takes the other names and links of speakers over.
 *
 * @param came entries that came before, as they came
 * @returns those to remember
 */
export async function pullSpeakers(origin: Origin, desk: Desk, came: RegisteredSpeaker[]): Promise<RegisteredSpeaker[]> {
  const there = registeredThere(await listSpeakers(origin));
  // Nothing to write, most of the time: the desk is not taken for it.
  if (JSON.stringify(there) === JSON.stringify(came)) return came;
  return desk.alone(async (writing) => {
    const here = await writing.registry();
    const merged = mergeSpeakers(here, came, there);
    if (JSON.stringify(merged.registry) !== JSON.stringify(here)) await writing.write({ of: "registry", registry: merged.registry });
    return merged.came;
  });
}

async function listSpeakers(origin: Origin): Promise<OriginSpeaker[]> {
  const answer = await origin.get("/v1/speakers?fields=id,name,type,aliases,sameAs", { accept: "application/x-ndjson" });
  const lines = answer.status === 200 ? answer.text.split("\n").filter((line) => line !== "") : null;
  const listed = lines?.map((line) => Named.safeParse(parsed(line)).data);
  if (listed === undefined || !listed.every((one) => one !== undefined))
    throw new PullRefused(`${origin.base} does not list its speakers as Verbatim does (status ${answer.status}).`, {
      passes: answer.status >= 500,
    });
  // A text may name somebody by a word that no registry takes: those have no entry there either.
  return listed.flatMap((one) => Listed.safeParse(one).data ?? []);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
