import { execFileSync } from "node:child_process";
import { join } from "node:path";

// Scores the document as Redocly does (how easily tools and assistants use it, 0 to 100) and fails below the floor.

/** The document had 77.6 before its schemas had names and descriptions. */
const FLOOR = 85;
/** Operations that are shown, those with the lowest score first. */
const SHOWN = 5;

interface Score {
  agentReadiness: number;
  subscores: Record<string, number>;
  operationScores: Record<string, { agentReadiness: number }>;
}

const here = import.meta.dirname;
const redocly = join(here, "../node_modules/.bin/redocly");
const options = ["score", "--config", join(here, "redocly.yaml"), "--format", "json", join(here, "openapi.json")];
const output = execFileSync(redocly, options, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
const { agentReadiness, subscores, operationScores } = JSON.parse(output) as Score;

console.log(`The document scores ${agentReadiness}; the floor is ${FLOOR}.`);
for (const [name, value] of Object.entries(subscores)) console.log(`  ${name.padEnd(24)} ${Math.round(value * 100)} %`);
const lowest = Object.entries(operationScores).sort(([, a], [, b]) => a.agentReadiness - b.agentReadiness);
console.log(
  `Lowest: ${lowest
    .slice(0, SHOWN)
    .map(([id, one]) => `${id} ${one.agentReadiness}`)
    .join(", ")}`,
);
if (agentReadiness < FLOOR) {
  console.error(`Describe and limit more fields, or name their schemas. "npx redocly score openapi/openapi.json" says what counts.`);
  process.exitCode = 1;
}
