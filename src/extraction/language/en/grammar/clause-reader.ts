import { isPersonNoun } from "../names/roles.ts";
import { isNamingVerb, isReportingVerb } from "../tokens/lexicon.ts";
import type { Sentence } from "../tokens/tokens.ts";
import { isFiniteVerb, type WordClass } from "../tokens/word-classes.ts";
import type { Mention } from "./mentions.ts";
import { type Clause, OpenClauses } from "./open-clauses.ts";
import { behindPhrase, followsAside, type Governed, isPossessive, isTime, isVerbAt, prepositionOf, stepBack } from "./phrase-neighbours.ts";

/** Speech verbs that no person is the object of. */
const INTRANSITIVE = /^(?:said|says|added|adds|wrote|writes|argued|argues|explained|explains|recalled|recalls)$/;

/** The clauses of one sentence, read token by token; every step takes the same time whatever came before. */
export class ClauseReader {
  readonly subjects = new Map<number, Mention>();
  readonly #sentence: Sentence;
  readonly #clauses = new OpenClauses();
  /** Participles that open the sentence ("Speaking in Oslo, Ann Lee said"): their subject comes after their comma. */
  #fronted: number[] = [];
  #fronting = false;
  /** A verb behind quoted words whose subject may follow it: `“We go,” said Ann Lee`. */
  #inverted: number | null = null;
  #before: Governed = { last: -1, governed: null };

  constructor(sentence: Sentence) {
    this.#sentence = sentence;
  }

  readMention(mention: Mention): void {
    const { classes, tokens } = this.#sentence;
    // "Ann Lee opposed new fees": the participle that the phrase begins with is a verb where one is wanted.
    const waits = this.#top.subject !== null && !this.#top.verb;
    if (classes[mention.first] === "d" && waits && /[nNP]/.test(classes[stepBack(classes, mention.first)] ?? "^"))
      this.#readVerb(mention.first, "d");
    const governed = prepositionOf(this.#sentence, mention, this.#before);
    this.#before = { last: mention.last, governed };
    if (
      tokens[mention.first]?.lower === "according" ||
      classes[mention.last] === "G" ||
      isPossessive(this.#sentence, mention) ||
      isTime(this.#sentence, mention)
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
    if (kind === "W" || (kind === "S" && word === "that" && "nN".includes(classes[t - 1] ?? "$") && isVerbAt(classes, t + 1))) {
      this.#clauses.open("relative", isVerbAt(classes, t + 1) ? (relative ?? this.#top.last) : null);
    } else if (kind === "S" && word !== "than") this.#clauses.open("subordinate", null);
    else if (kind === ";") this.#clauses.restart();
    else if (kind === ",") this.#readComma();
    else if ("Vvxbdg".includes(kind)) this.#readVerb(t, kind);
  }

  get #top(): Clause {
    return this.#clauses.top;
  }

  /** A comma ends a phrase or clause that opens the sentence, and an inserted one. */
  #readComma(): void {
    this.#fronting = false;
    this.#top.incomplete = false;
    this.#clauses.passComma();
  }

  /** Gives the mention right behind an inverted verb to it, unless that has a verb of its own. */
  #takesInverted(mention: Mention): boolean {
    const { classes } = this.#sentence;
    const verb = this.#inverted as number;
    this.#inverted = null;
    if (stepBack(classes, mention.first) !== verb || isFiniteVerb(behindPhrase(classes, mention.last)[0])) return false;
    this.subjects.set(verb, mention);
    Object.assign(this.#clauses.restart(mention), { verb: true, reports: true, last: mention });
    return true;
  }

  /** A mention that no preposition governs is a subject, an object or an apposition. */
  #place(mention: Mention): void {
    const { classes, tokens } = this.#sentence;
    const top = this.#top;
    const before = classes[stepBack(classes, mention.first)] ?? "^";
    const behind = behindPhrase(classes, mention.last);
    // "Obliges it to hear": an object.
    const governed = "Vvd".includes(before) && /^(?:it|you)$/.test(tokens[mention.first]?.lower ?? "") && !isVerbAt(classes, mention.last);
    const pronoun = classes[mention.first] === "P" && !governed;
    // "To hear any proposal signed by fifty": a participle of the passive opens no clause.
    const passive = classes[mention.last] === "d" && tokens[mention.last + 1]?.lower === "by";
    const opens = !passive && !governed && (pronoun || /^[Vvxbd]/.test(behind) || followsAside(behind));
    if (!top.verb && top.subject === null) this.#setSubject(mention);
    else if (!top.verb && before === "," && !pronoun) this.#placeBehindComma(mention, behind);
    else if (!top.verb && before === "C" && !pronoun) this.#placeBehindAnd(mention, behind);
    else if (opens) this.#open(mention, before);
    else if (top.verb && "VvdbxgO".includes(before)) top.object = mention;
  }

  /** Behind a subject and a comma: the subject after "In Bell, Ohio, Ann Lee said", an insertion, or an apposition. */
  #placeBehindComma(mention: Mention, behind: string): void {
    const { classes } = this.#sentence;
    const top = this.#top;
    if (this.#isNameOf(mention)) {
      top.subject = mention;
      return;
    }
    const doubtful = classes[stepBack(classes, (top.subject as Mention).first)] === ",";
    if (!/^[Vvxb]/.test(behind) && !(doubtful && followsAside(behind))) return;
    if (top.kind === "subordinate" && this.#clauses.outer?.subject === null) this.#clauses.leave();
    else if (!doubtful && behind[0] === "V") this.#clauses.open("inserted", null);
    else if (!doubtful) return;
    this.#setSubject(mention);
  }

  /** "The mayor's deputy, Bo Roe, said", "The head of the trust, Bo Roe, said": the name in apposition to a role. */
  #isNameOf({ kind, first, last }: Mention): boolean {
    const { classes, tokens } = this.#sentence;
    const { subject } = this.#top;
    if (subject?.kind !== "role" || kind !== "name" || classes[last] !== ",") return false;
    return subject.last === first - 1 || (tokens[subject.last]?.lower === "of" && first - subject.last < 12);
  }

  /** "Chairman, president and chief executive Bo Roe said": bare roles before a name are that person's. */
  #placeBehindAnd(mention: Mention, behind: string): void {
    const { classes, tokens } = this.#sentence;
    const { subject } = this.#top;
    const bare = subject?.kind === "role" && classes[subject.first] !== "D" && !/s$/.test(tokens[subject.last - 1]?.lower ?? "");
    if (bare && mention.kind === "name" && isFiniteVerb(behind[0])) this.#top.subject = mention;
  }

  /** A subject with a verb of its own opens a clause: behind a verb or "that" one that hangs on it, behind a noun a relative one. */
  #open(mention: Mention, before: WordClass): void {
    if (",;C-Q):.".includes(before)) {
      this.#clauses.leaveAll("relative");
      this.#clauses.open("main", null);
    } else this.#clauses.open("VvxbSW".includes(before) ? "subordinate" : "relative", null);
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
    const back = stepBack(classes, t);
    const before = classes[back] ?? "^";
    const participle = kind === "g" || (kind === "V" && (tokens[t]?.lower ?? "").endsWith("ing"));
    if (before === "x" || before === "b") {
      // "had said", "is describing" are one group of verbs; who "was asked" does not ask.
      const head = this.subjects.get(back);
      if (head !== undefined && (before === "x" || participle)) this.subjects.set(t, head);
      if (kind === "V") this.#top.reports = true;
      this.#top.incomplete = false;
    } else if (participle) this.#readParticiple(t, before);
    else if (before === "T") {
      const { object, subject } = this.#top;
      const actor = object?.last === back && mayAct(this.#sentence, object) ? object : subject;
      if (actor !== null) this.subjects.set(t, actor);
    } else if (!(kind === "d" || kind === "V") || tokens[t + 1]?.lower !== "by") this.#readFinite(t, before);
  }

  #readFinite(t: number, before: WordClass): void {
    const { classes, tokens } = this.#sentence;
    const word = tokens[t]?.lower ?? "";
    const reports = classes[t] === "V" && (isReportingVerb(word) || isNamingVerb(word));
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
    if (this.#clauses.waitsForVerb) return false;
    const quoted = classes[stepBack(classes, t) - (before === "," ? 1 : 0)] ?? "^";
    return quoted === "Q" || quoted === "^" || (",-*".includes(before) && INTRANSITIVE.test(tokens[t]?.lower ?? ""));
  }

  /** A second finite verb belongs to a clause further out, or to the object before it: "Ann Lee claims the boat sank". */
  #leaveClauses(t: number, before: WordClass, reports: boolean): void {
    const { object } = this.#top;
    if (before === "C") this.#clauses.joinWithAnd(this.#sentence.classes[t - 2] === ",", reports);
    else if (this.#clauses.waitsForVerb) this.#clauses.leaveToWaiting();
    else if (object !== null && object.last >= t - 2 && "nN#".includes(before)) this.#clauses.open("subordinate", object);
    else if (",)-".includes(before)) this.#clauses.leaveAll("relative");
  }

  /** ", saying" is the main subject's, "with Bo Roe saying" Bo Roe's, "accused Bo Roe of saying" the object's. */
  #readParticiple(t: number, before: WordClass): void {
    const { classes, tokens } = this.#sentence;
    const { last, object, subject } = this.#top;
    const bearer = this.#before.governed === null || /^(?:with|of|from)$/.test(this.#before.governed);
    const own = last !== null && bearer && "nNO)".includes(before) && last.last >= stepBack(classes, t) ? last : null;
    const main = this.#clauses.main;
    if (main === undefined && subject === null) {
      this.#fronting = true;
      if (own === null) this.#fronted.push(t);
      else this.subjects.set(t, own);
      return;
    }
    const blamed = /^(?:of|for)$/.test(tokens[t - 1]?.lower ?? "") && object !== null && object.kind !== "role" ? object : null;
    const chief = (before === "S" && this.#quoted(t)) || (main?.subject ?? subject);
    const actor = own ?? blamed ?? (",-S".includes(before) ? chief : (subject ?? chief));
    if (actor !== null) this.subjects.set(t, actor);
  }

  /** "The paper quoted Ann Lee as saying", "Ann Lee was quoted as saying": whom the verb before "as" is about. */
  #quoted(t: number): Mention | null {
    const below = this.#clauses.outer;
    return this.#sentence.tokens[t - 1]?.lower === "as" && below !== undefined ? (below.object ?? below.subject) : null;
  }
}

/** Who may be told to do something: "told her to", "prompted users to", but not "has a duty to". */
function mayAct({ tokens }: Sentence, { kind, last }: Mention): boolean {
  const head = tokens[last - 1]?.lower ?? "";
  return kind !== "role" || /[^s]s$/.test(head) || isPersonNoun(head);
}
