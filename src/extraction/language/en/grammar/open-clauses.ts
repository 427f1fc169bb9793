import type { Mention } from "./mentions.ts";

/** A clause that is open while its sentence is read. An "inserted" one ends at its comma: "The boat, Ann Lee said, sank." */
export interface Clause {
  kind: "main" | "relative" | "subordinate" | "inserted";
  subject: Mention | null;
  /** Whether its finite verb has been read, and whether that reports speech. */
  verb: boolean;
  reports: boolean;
  /** Whether that is "has" alone so far: "who has in the past described". */
  incomplete: boolean;
  object: Mention | null;
  /** Its last mention, which a relative clause or a participle may describe. */
  last: Mention | null;
}

/** How many clauses may be open; keeps time linear in hostile text. */
const DEPTH = 12;

/** The clauses that are open where a sentence has been read up to, the innermost last; there is always one. */
export class OpenClauses {
  #stack: Clause[] = [newClause("main", null)];

  get top(): Clause {
    return this.#stack.at(-1) as Clause;
  }

  /** The clause around the innermost one. */
  get outer(): Clause | undefined {
    return this.#stack.at(-2);
  }

  /** The innermost main clause whose subject is known. */
  get main(): Clause | undefined {
    return this.#stack.findLast((one) => one.kind === "main" && one.subject !== null);
  }

  /** Whether a clause has its subject and not yet its verb. */
  get waitsForVerb(): boolean {
    return this.#stack.some(waits);
  }

  open(kind: Clause["kind"], subject: Mention | null): void {
    this.#stack.push(newClause(kind, subject));
    if (this.#stack.length > DEPTH) this.#stack.shift();
  }

  /** Leaves all clauses for a new main one. */
  restart(subject: Mention | null = null): Clause {
    this.#stack = [newClause("main", subject)];
    return this.top;
  }

  leave(): void {
    this.#stack.pop();
  }

  /** Leaves the innermost clauses as long as they are of one kind. */
  leaveAll(kind: Clause["kind"]): void {
    while (this.#stack.length > 1 && this.top.kind === kind) this.#stack.pop();
  }

  /** Leaves the clauses inside the innermost one that waits for its verb. */
  leaveToWaiting(): void {
    this.#stack.length = this.#stack.findLastIndex(waits) + 1;
  }

  /** A comma ends an inserted clause, and one that opens the sentence: "When Bo Roe left, Ann Lee said". */
  passComma(): void {
    if (this.top.kind === "inserted" && this.top.verb) this.#stack.pop();
    while (this.#stack.length > 1 && this.top.verb) {
      const below = this.#stack.at(-2) as Clause;
      if (below.subject !== null || below.verb) return;
      this.#stack.pop();
    }
  }

  /** "Ann Lee said the boat was old and called", "joked that Oslo was far, but went": what joins a verb to one further out. */
  joinWithAnd(comma: boolean, reports: boolean): void {
    if (comma) this.leaveAll("relative");
    if (this.top.kind !== "subordinate" || !(comma || (reports && !this.top.reports))) return;
    const outer = this.#stack.findLastIndex((one) => one !== this.top && (one.kind !== "subordinate" || one.reports));
    this.#stack.length = Math.max(outer, 0) + 1;
  }
}

function waits({ subject, verb }: Clause): boolean {
  return subject !== null && !verb;
}

function newClause(kind: Clause["kind"], subject: Mention | null): Clause {
  return { kind, subject, verb: false, reports: false, incomplete: false, object: null, last: null };
}
