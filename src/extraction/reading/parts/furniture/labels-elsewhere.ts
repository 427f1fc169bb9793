import { fold } from "../../../../article/words/fold.ts";
import type { Reason } from "../../raw-document.ts";

/** Lines that pages say of themselves in German, French, Spanish, Italian, Portuguese, Dutch, the Nordic languages and Indonesian. */
const LABELS: [Reason, string][] = [
  [
    "advertisement",
    "anzeige, werbung, publicidad, anuncio, publicité, pubblicità, publicidade, advertentie, reclame, annons, annonse, annonce, reklame, iklan",
  ],
  [
    "related",
    "lesen sie auch, lesen sie mehr, lesen sie hier, lies auch, mehr zum thema, mehr dazu, mehr lesen, auch interessant, weiterlesen, das könnte sie auch interessieren, " +
      "lire aussi, à lire aussi, lire la suite, voir aussi, sur le même sujet, leer también, lea también, lee también, te puede interesar, más información, leer más, " +
      "leggi anche, leggi tutto, potrebbe interessarti, leia também, leia mais, veja também, saiba mais, lees ook, lees meer, läs också, läs mer, les også, læs også, baca juga",
  ],
  [
    "share",
    "artikel teilen, teilen, diesen artikel teilen, artikel drucken, drucken, merken, kommentieren, kommentare, compartir, comentarios, imprimir, partager, partager cet article, " +
      "imprimer, commentaires, commenter, condividi, commenti, stampa, compartilhar, compartilhe, comentários, delen, deel dit artikel, bagikan",
  ],
  [
    "newsletter",
    "newsletter abonnieren, newsletter bestellen, jetzt abonnieren, abonnieren, suscríbete, suscríbete a la newsletter, s'abonner, s'abonner à la newsletter, abonnez-vous, " +
      "iscriviti alla newsletter, abbonati, assine, assine a newsletter",
  ],
  [
    "navigation",
    "zur startseite, startseite, nach oben, zurück, weiter, artikel anhören, vorlesen, mehr anzeigen, schließen, menü, suche, anmelden, inicio, volver, accueil, retour, écouter, chiudi",
  ],
];
const REASONS = new Map(LABELS.flatMap(([reason, lines]) => lines.split(", ").map((line): [string, Reason] => [fold(line), reason])));
/** "Lesezeit: 3 Minuten", "3 min de lecture". */
const READING_TIME =
  /^(?:lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd)\b.{0,30}$|^\d{1,3} min(?:uten|utes|utos|uti)?\.? (?:lesezeit|de lecture|de lectura|di lettura|de leitura|leestijd)$/iu;
/** Longer lines are not labels, even with the title of another article behind a colon. UTF-16 units. */
const MAX_LABEL = 40;

/** Why a line in another language than English is a label of the page, or a link to another article: "Lesen Sie auch: …". */
export function labelElsewhere(text: string): Reason | null {
  if (text.length <= MAX_LABEL) {
    if (READING_TIME.test(text)) return "navigation";
    const reason = REASONS.get(fold(text));
    if (reason !== undefined) return reason;
  }
  const before = text.slice(0, MAX_LABEL).split(/\s?[:|]\s/u, 1)[0] ?? "";
  return before.length < text.length && REASONS.get(fold(before)) === "related" ? "related" : null;
}
