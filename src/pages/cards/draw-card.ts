import canvasKit, { type CanvasKit, type Color, type Paragraph, type TypefaceFontProvider } from "canvaskit-wasm";
import { CARD_SIZE, type Card } from "./card.ts";
import { type Face, fontsOf } from "./fonts.ts";

// CanvasKit is Skia as WebAssembly: it shapes every script, breaks lines, and says which letters have no glyph. It needs no
// install script, no system font and no binary of the platform, as native canvases do; resvg would not break lines.

const { width, height } = CARD_SIZE;
/** Pixels around the content. */
const EDGE = 72;
/** Pixels above the words, and between the other parts. */
const HEAD = 60;
const GAP = 14;
/** Sizes of the large words in pixels: the first with which they fit is taken. */
const SIZES = [64, 56, 50, 45, 40, 36, 32, 28, 25, 22];

// The colours of the pages (reader.css), in light.
const PAPER = "#fcfbf8";
const INK = "#1c1a17";
const QUIET = "#5f5a52";
const ACCENT = "#8f1d1d";
const RULE = "#d9d4c9";

interface Tools {
  kit: CanvasKit;
  fonts: TypefaceFontProvider;
  families: Record<Face, string[]>;
}

/** How a part is written. */
interface Style {
  face: Face;
  size: number;
  colour: string;
  maxLines?: number;
}

/** What a thread loads to draw. */
export const DRAW_MODULE = import.meta.url;

let tools: Promise<Tools> | null = null;

/**
 * Draws a card, in a thread: it takes some 100 ms, the first one twice that.
 *
 * @returns a PNG of `CARD_SIZE`; `null` when there is no glyph for one of its letters
 * @public named to the threads
 */
export async function drawCard(card: Card): Promise<Uint8Array | null> {
  tools ??= loadTools();
  return new Drawing(await tools).draw(card);
}

async function loadTools(): Promise<Tools> {
  // A CommonJS module whose types are of an ES module: what Node imports is the function itself.
  const kit = await (canvasKit as unknown as typeof canvasKit.default)();
  const fonts = kit.TypefaceFontProvider.Make();
  const familiesOf = (face: Face) =>
    fontsOf(face).map(({ name, bytes }) => {
      fonts.registerFont(bytes as Uint8Array<ArrayBuffer>, name);
      return name;
    });
  return { kit, fonts, families: { serif: familiesOf("serif"), sans: familiesOf("sans"), sansBold: familiesOf("sansBold") } };
}

/** One card. What CanvasKit makes is outside of the garbage collector's reach: it is noted, and deleted at the end. */
class Drawing {
  readonly #tools: Tools;
  readonly #made: { delete(): void }[] = [];
  #isWhole = true;

  constructor(given: Tools) {
    this.#tools = given;
  }

  draw(card: Card): Uint8Array | null {
    const { kit } = this.#tools;
    try {
      const surface = kit.MakeSurface(width, height);
      if (surface === null) throw new Error("expected memory for a card");
      // Its pixels, 3 MB, are freed by `dispose` only: `delete` (0.42) keeps them.
      this.#made.push({ delete: () => surface.dispose() });
      const canvas = surface.getCanvas();
      canvas.clear(this.#colour(PAPER));
      const put = (paragraph: Paragraph, top: number) => canvas.drawParagraph(paragraph, EDGE, top);
      put(this.#paragraph(card.kicker, { face: "sansBold", size: 24, colour: ACCENT, maxLines: 1 }), EDGE - 24);
      const below = this.#below(card);
      const top = height - EDGE + 24 - below.reduce((sum, paragraph) => sum + paragraph.getHeight() + GAP, -GAP);
      const ruled = below.length === 0 ? height - EDGE : top - 2 * GAP;
      put(this.#fitting(card.words, ruled - 2 * GAP - (EDGE + HEAD - 24)), EDGE + HEAD - 24);
      if (below.length > 0) canvas.drawRect(kit.XYWHRect(EDGE, ruled, width - 2 * EDGE, 2), this.#paint(RULE));
      below.reduce((at, paragraph) => {
        put(paragraph, at);
        return at + paragraph.getHeight() + GAP;
      }, top);
      canvas.drawRect(kit.XYWHRect(0, 0, 14, height), this.#paint(ACCENT));
      if (!this.#isWhole) return null;
      const png = this.#noted(surface.makeImageSnapshot()).encodeToBytes();
      if (png === null) throw new Error("expected memory for the PNG of a card");
      return png;
    } finally {
      for (const one of this.#made) one.delete();
    }
  }

  /** Who said it and where it is from, from the top to the bottom. */
  #below({ by, source, details, rights }: Card): Paragraph[] {
    const parts: [string, Style][] = [
      [by, { face: "sansBold", size: 34, colour: INK, maxLines: 1 }],
      [source, { face: "serif", size: 26, colour: INK, maxLines: 2 }],
      [details, { face: "sans", size: 24, colour: QUIET, maxLines: 1 }],
      [rights, { face: "sans", size: 20, colour: QUIET, maxLines: 2 }],
    ];
    return parts.filter(([words]) => words !== "").map(([words, style]) => this.#paragraph(words, style));
  }

  /** The large words, in the largest size with which they are not higher than `room`; in the smallest one they are cut. */
  #fitting(words: string, room: number): Paragraph {
    for (const size of SIZES) {
      const paragraph = this.#paragraph(words, { face: "serif", size, colour: INK });
      if (paragraph.getHeight() <= room && paragraph.getMaxIntrinsicWidth() > 0) return paragraph;
    }
    const size = SIZES.at(-1) ?? 0;
    return this.#paragraph(words, { face: "serif", size, colour: INK, maxLines: Math.floor(room / (1.4 * size)) });
  }

  #paragraph(words: string, { face, size, colour, maxLines }: Style): Paragraph {
    const { kit, fonts, families } = this.#tools;
    const style = new kit.ParagraphStyle({
      textStyle: { color: this.#colour(colour), fontFamilies: families[face], fontSize: size },
      textDirection: isFromRight(words) ? kit.TextDirection.RTL : kit.TextDirection.LTR,
      ...(maxLines === undefined ? {} : { maxLines, ellipsis: "…" }),
    });
    const builder = this.#noted(kit.ParagraphBuilder.MakeFromFontProvider(style, fonts));
    builder.addText(words);
    const paragraph = this.#noted(builder.build());
    paragraph.layout(width - 2 * EDGE);
    if (paragraph.unresolvedCodepoints().length > 0) this.#isWhole = false;
    return paragraph;
  }

  #paint(colour: string) {
    const paint = this.#noted(new this.#tools.kit.Paint());
    paint.setColor(this.#colour(colour));
    return paint;
  }

  #colour(words: string): Color {
    return this.#tools.kit.parseColorString(words);
  }

  #noted<Made extends { delete(): void }>(made: Made): Made {
    this.#made.push(made);
    return made;
  }
}

/** Whether the first letter is of a script that is written from the right, as HTML's `dir="auto"` asks. */
function isFromRight(words: string): boolean {
  const [letter = ""] = /\p{L}/u.exec(words) ?? [];
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(letter);
}
