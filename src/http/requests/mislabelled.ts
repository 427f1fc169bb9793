import { isMislabelledHtml, type MediaType } from "../../extraction/reading/media-type.ts";
import { HttpProblem } from "../problem.ts";

/** HTML that came as plain text would become an article full of tags. @throws HttpProblem `unreadable-source` with the cure */
export function refuseHtml(raw: Uint8Array, mediaType: MediaType, cure: string): void {
  if (mediaType === "text/plain" && isMislabelledHtml(raw)) throw new HttpProblem("unreadable-source", cure);
}
