import type { Mention } from "../../speakers/mentions.ts";
import { isReportingVerb } from "./lexicon.ts";
import type { Sentence } from "./tokens.ts";
import { isFiniteVerb, type WordClass } from "./word-classes.ts";

/** A clause that is open while its sentence is read. An "inserted" one ends at its comma: "The boat, Ann Lee said, sank." */
interface Clause {
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

/** What may stand between a noun phrase and its verb: "of the town", "'s envoy", "later", "(D-Ohio)". */
const ATTACHED = /^(?:[IT]O?[DnN#]+|G[DnN#]+|[Rt]|\([^).;Q]{0,8}\))*/;
/** One aside between commas: ", who runs the ferry,". */
const ASIDE = /^,[^,.;Q]{1,40},[Rt]*(?=[Vvxb])/;
/** How many clauses may be open; keeps time linear in hostile text. */
const DEPTH = 12;
/** Speech verbs that no person is the object of. */
const INTRANSITIVE = /^(?:said|says|added|adds|wrote|writes|argued|argues|explained|explains|recalled|recalls)$/;
/** Nouns for times: "last week the mayor said". */
const TIMES = /^(?:second|minute|hour|day|week|month|year|decade|time|moment|point)s?$/;

/** The clauses of one sentence, read token by token; every step takes the same time whatever came before. */
export class ClauseReader {
  readonly subjects = new Map<number, Mention>();
  readonly #sentence: Sentence;
  #stack: Clause[] = [clause("main", null)];
  /** Participles that open the sentence ("Speaking in Oslo, Ann Lee said"): their subject comes after their comma. */
  #fronted: number[] = [];
  #fronting = false;
  /** A verb behind quoted words whose subject may follow it: `“We go,” said Ann Lee`. */
  #inverted: number | null = null;
  /** The mention before, and the preposition that governs it. */
  #before: { last: number; governed: string | null } = { last: -1, governed: null };

  constructor(sentence: Sentence) {
    this.#sentence = sentence;
  }

  readMention(mention: Mention): void {
    const { classes, tokens } = this.#sentence;
    // "Ann Lee opposed new fees": the participle that the phrase begins with is a verb where one is wanted.
    const waits = this.#top.subject !== null && !this.#top.verb;
    if (classes[mention.first] === "d" && waits && /[nNP]/.test(classes[this.#stepBack(mention.first)] ?? "^"))
      this.#readVerb(mention.first, "d");
    const governed = this.#governorOf(mention);
    this.#before = { last: mention.last, governed };
    if (
      tokens[mention.first]?.lower === "according" ||
      classes[mention.last] === "G" ||
      this.#isPossessive(mention) ||
      this.#isTime(mention)
    )
      return;
    if (this.#inverted !== null && this.#takesInverted(mention)) return;
    if (governed === null && !this.#fronting) {
      if (classes[mention.first] === "O") this.#top.object = mention;
      else this.#place(mention);
    }
    this.#top.last = mention;
  }

  /** Reads a token outside mentions; `relative` is the mention of a relative pronoun. */
  readToken(t: number, relative: Mention | null): void {
    const { classes, tokens } = this.#sentence;
    const kind = classes[t] as WordClass;
    const word = tokens[t]?.lower;
    if (kind === "W" || (kind === "S" && word === "that" && "nN".includes(classes[t - 1] ?? "$") && this.#verbAt(t + 1))) {
      this.#push(clause("relative", this.#verbAt(t + 1) ? (relative ?? this.#top.last) : null));
    } else if (kind === "S" && word !== "than") this.#push(clause("subordinate", null));
    else if (kind === ";") this.#stack = [clause("main", null)];
    else if (kind === ",") this.#readComma();
    else if ("Vvxbdg".includes(kind)) this.#readVerb(t, kind);
  }

  get #top(): Clause {
    return this.#stack.at(-1) as Clause;
  }

  /** A comma ends a phrase or clause that opens the sentence, and an inserted one. */
  #readComma(): void {
    this.#fronting = false;
    if (this.#top.kind === "inserted" && this.#top.verb) this.#stack.pop();
    while (this.#stack.length > 1 && this.#top.verb) {
      const below = this.#stack.at(-2) as Clause;
      if (below.subject !== null || below.verb) return;
      this.#stack.pop();
    }
  }

  /** Gives the mention right behind an inverted verb to it, unless that has a verb of its own. */
  #takesInverted(mention: Mention): boolean {
    const verb = this.#inverted as number;
    this.#inverted = null;
    if (this.#stepBack(mention.first) !== verb || isFiniteVerb(this.#behindPhrase(mention.last)[0])) return false;
    this.subjects.set(verb, mention);
    this.#stack = [{ ...clause("main", mention), verb: true, reports: true, last: mention }];
    return true;
  }

  /** A mention that no preposition governs is a subject, an object or an apposition. */
  #place(mention: Mention): void {
    const { classes } = this.#sentence;
    const top = this.#top;
    const before = classes[this.#stepBack(mention.first)] ?? "^";
    const pronoun = classes[mention.first] === "P";
    const behind = this.#behindPhrase(mention.last);
    const opens = pronoun || /^[Vvxbd]/.test(behind) || ASIDE.test(behind);
    if (!top.verb && top.subject === null) this.#setSubject(mention);
    else if (!top.verb && before === "," && !pronoun) this.#placeBehindComma(mention, behind);
    else if (opens) this.#open(mention, before);
    else if (top.verb && "VvdbxgO".includes(before)) top.object = mention;
  }

  /** Behind a subject and a comma: the subject after "In Bell, Ohio, Ann Lee said", an insertion, or an apposition. */
  #placeBehindComma(mention: Mention, behind: string): void {
    const { classes } = this.#sentence;
    const top = this.#top;
    // "The mayor's deputy, Bo Roe, said": the name in apposition to a role.
    if (
      top.subject?.kind === "role" &&
      top.subject.last === mention.first - 1 &&
      mention.kind === "name" &&
      classes[mention.last] === ","
    ) {
      top.subject = mention;
      return;
    }
    const doubtful = classes[this.#stepBack((top.subject as Mention).first)] === ",";
    if (!/^[Vvxb]/.test(behind) && !(doubtful && ASIDE.test(behind))) return;
    if (top.kind === "subordinate" && this.#stack.at(-2)?.subject === null) this.#stack.pop();
    else if (!doubtful && behind[0] === "V") this.#push(clause("inserted", null));
    else if (!doubtful) return;
    this.#setSubject(mention);
  }

  /** A subject with a verb of its own opens a clause: behind a verb or "that" one that hangs on it, behind a noun a relative one. */
  #open(mention: Mention, before: WordClass): void {
    if (",;C-Q):.".includes(before)) {
      this.#pop("relative");
      this.#push(clause("main", null));
    } else this.#push(clause("VvxbSW".includes(before) ? "subordinate" : "relative", null));
    this.#setSubject(mention);
  }

  #setSubject(mention: Mention): void {
    this.#top.subject = mention;
    if (this.#top.kind !== "main") return;
    for (const participle of this.#fronted) this.subjects.set(participle, mention);
    this.#fronted = [];
  }

  #readVerb(t: number, kind: WordClass): void {
    const { classes, tokens } = this.#sentence;
    const back = this.#stepBack(t);
    const before = classes[back] ?? "^";
    const participle = kind === "g" || (kind === "V" && (tokens[t]?.lower ?? "").endsWith("ing"));
    if (before === "x" || before === "b") {
      // "had said", "is describing" are one group of verbs; who "was asked" does not ask.
      const head = this.subjects.get(back);
      if (head !== undefined && (before === "x" || participle)) this.subjects.set(t, head);
      if (kind === "V") this.#top.reports = true;
    } else if (participle) this.#readParticiple(t, before);
    else if (before === "T") {
      const { object, subject } = this.#top;
      const actor = object !== null && object.last === back ? object : subject;
      if (actor !== null) this.subjects.set(t, actor);
    } else if (!(kind === "d" || kind === "V") || tokens[t + 1]?.lower !== "by") this.#readFinite(t, before);
  }

  #readFinite(t: number, before: WordClass): void {
    const { classes, tokens } = this.#sentence;
    const reports = classes[t] === "V" && isReportingVerb(tokens[t]?.lower ?? "");
    if (classes[t] === "V" && this.#mayBeInverted(t, before)) this.#inverted = t;
    const completes = this.#top.incomplete && this.#top.object === null && "Vd".includes(classes[t] as string);
    if (this.#top.verb && !completes) this.#leaveClauses(t, before, reports);
    const top = this.#top;
    Object.assign(top, { verb: true, object: null, reports, incomplete: classes[t] === "x" });
    if (top.subject !== null) this.subjects.set(t, top.subject);
  }

  /** `“We go,” said Ann Lee`, "The boat sank, said Ann Lee": behind quoted words any speech verb, behind others one without an object. */
  #mayBeInverted(t: number, before: WordClass): boolean {
    const { classes, tokens } = this.#sentence;
    if (this.#stack.some((one) => one.subject !== null && !one.verb)) return false;
    const quoted = classes[this.#stepBack(t) - (before === "," ? 1 : 0)] ?? "^";
    return quoted === "Q" || quoted === "^" || (",-*".includes(before) && INTRANSITIVE.test(tokens[t]?.lower ?? ""));
  }

  /** A second finite verb belongs to a clause further out, or to the object before it: "Ann Lee claims the boat sank". */
  #leaveClauses(t: number, before: WordClass, reports: boolean): void {
    const open = this.#stack.findLastIndex((one) => one.subject !== null && !one.verb);
    const { object } = this.#top;
    if (before === "C") this.#joinWithAnd(t, reports);
    else if (open >= 0) this.#stack.length = open + 1;
    else if (object !== null && object.last >= t - 2 && "nN#".includes(before)) this.#push(clause("subordinate", object));
    else if (",)-".includes(before)) this.#pop("relative");
  }

  /** "Ann Lee said the boat was old and called", "joked that Oslo was far, but went": what joins a verb to one further out. */
  #joinWithAnd(t: number, reports: boolean): void {
    const comma = this.#sentence.classes[t - 2] === ",";
    if (comma) this.#pop("relative");
    if (this.#top.kind !== "subordinate" || !(comma || (reports && !this.#top.reports))) return;
    const outer = this.#stack.findLastIndex((one) => one !== this.#top && (one.kind !== "subordinate" || one.reports));
    this.#stack.length = Math.max(outer, 0) + 1;
  }

  /** ", saying" is the main subject's, "with Bo Roe saying" Bo Roe's, "accused Bo Roe of saying" the object's. */
  #readParticiple(t: number, before: WordClass): void {
    const { tokens } = this.#sentence;
    const main = this.#stack.findLast((one) => one.kind === "main" && one.subject !== null);
    if (main === undefined && this.#top.subject === null) {
      this.#fronted.push(t);
      this.#fronting = true;
      return;
    }
    const { last, object, subject } = this.#top;
    const bearer = this.#before.governed === null || /^(?:with|of|from)$/.test(this.#before.governed);
    const own = last !== null && bearer && "nNO)".includes(before) && last.last >= this.#stepBack(t) ? last : null;
    const blamed = /^(?:of|for)$/.test(tokens[t - 1]?.lower ?? "") && object !== null && object.kind !== "role" ? object : null;
    const chief = (before === "S" && this.#quoted(t)) || (main?.subject ?? subject);
    const actor = own ?? blamed ?? (",-S".includes(before) ? chief : (subject ?? chief));
    if (actor !== null) this.subjects.set(t, actor);
  }

  /** "The paper quoted Ann Lee as saying", "Ann Lee was quoted as saying": whom the verb before "as" is about. */
  #quoted(t: number): Mention | null {
    const below = this.#stack.at(-2);
    return this.#sentence.tokens[t - 1]?.lower === "as" && below !== undefined ? (below.object ?? below.subject) : null;
  }

  #push(one: Clause): void {
    this.#stack.push(one);
    if (this.#stack.length > DEPTH) this.#stack.shift();
  }

  #pop(kind: Clause["kind"]): void {
    while (this.#stack.length > 1 && this.#top.kind === kind) this.#stack.pop();
  }

  /** The preposition that governs a mention, through possessors and "and": "with Bo Roe's envoy and the mayor". */
  #governorOf(mention: Mention): string | null {
    const { classes, tokens } = this.#sentence;
    const possessive = tokens[mention.first - 1]?.lower === "her" ? 1 : 0;
    const t = this.#stepBack(mention.first - possessive);
    if ((classes[t] === "G" || classes[t] === "C") && this.#before.last === t) return this.#before.governed;
    return classes[t] === "I" || classes[t] === "T" ? (tokens[t]?.lower ?? null) : null;
  }

  /** "Her foot": the possessive, not the object. */
  #isPossessive({ first, last }: Mention): boolean {
    return this.#sentence.tokens[first]?.lower === "her" && "nN".includes(this.#sentence.classes[last] ?? "$");
  }

  /** "Last week", "two weeks ago". */
  #isTime({ first, last }: Mention): boolean {
    const { classes, tokens } = this.#sentence;
    return TIMES.test(tokens[last - 1]?.lower ?? "") || (last - first === 1 && classes[last] === "t" && classes[first] !== "N");
  }

  /** The classes behind a noun phrase and what is attached to it. */
  #behindPhrase(last: number): string {
    const rest = this.#sentence.classes.slice(last, last + 60);
    return rest.slice((ATTACHED.exec(rest) as RegExpExecArray)[0].length);
  }

  /** Whether a verb stands at a token, past adverbs. */
  #verbAt(t: number): boolean {
    const { classes } = this.#sentence;
    let at = t;
    while (classes[at] === "R") at += 1;
    return isFiniteVerb(classes[at]) || classes[at] === "d";
  }

  /** The token before, past adverbs and times. */
  #stepBack(from: number): number {
    let t = from - 1;
    while (this.#sentence.classes[t] === "R" || this.#sentence.classes[t] === "t") t -= 1;
    return t;
  }
}

function clause(kind: Clause["kind"], subject: Mention | null): Clause {
  return { kind, subject, verb: false, reports: false, incomplete: false, object: null, last: null };
}
