import type { Match } from "./score.ts";
import { sameName } from "./score.ts";

interface Level {
  all: number;
  mentions: number;
  /** Of those whose canonical speaker is annotated. */
  named: number;
  names: number;
}

/** How often attributions of each level of confidence are right, by mention and, where it is annotated, by canonical speaker. */
export class Calibration {
  readonly #levels = new Map<string, Level>();

  add({ gold, found, right }: Match): void {
    if (found === null || found.confidence === null || gold.speaker === null) return;
    const level = this.#levels.get(found.confidence) ?? { all: 0, mentions: 0, named: 0, names: 0 };
    level.all += 1;
    if (right) level.mentions += 1;
    if (gold.canonical) {
      level.named += 1;
      if (gold.canonical.split("; ").some((name) => sameName(found.speaker ?? "", name))) level.names += 1;
    }
    this.#levels.set(found.confidence, level);
  }

  /** One line for each level, the highest first. */
  lines(): string[] {
    const percent = (part: number, whole: number) => ((100 * part) / Math.max(1, whole)).toFixed(1);
    const total = [...this.#levels.values()].reduce((sum, level) => sum + level.all, 0);
    return ["high", "medium", "low"].map((name) => {
      const { all, mentions, named, names } = this.#levels.get(name) ?? { all: 0, mentions: 0, named: 0, names: 0 };
      const canonical = named === 0 ? "" : `, canonical ${names} of ${named} (${percent(names, named)} %)`;
      return `${name.padEnd(6)} mention ${mentions} of ${all} (${percent(mentions, all)} %)${canonical}; ${percent(all, total)} % of the quotes`;
    });
  }
}
