import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { resolve } = createRequire(import.meta.url);

/** The faces of cards: serif for what articles say, sans for what the machine says. */
export type Face = "serif" | "sans" | "sansBold";

interface FontFile {
  /** Name of the package of Fontsource, without its scope. */
  font: string;
  scripts: string[];
  weight: number;
}

const EUROPEAN = ["latin", "latin-ext", "vietnamese", "cyrillic", "cyrillic-ext", "greek"];
const eastern = (weight: number): FontFile[] => [
  { font: "noto-naskh-arabic", scripts: ["arabic"], weight },
  { font: "noto-serif-hebrew", scripts: ["hebrew"], weight },
];

/**
 * The files of each face, looked through in this order for a letter. All are under the SIL Open Font License. The scripts of
 * India, China, Japan and Korea have none: their fonts are several megabytes, and a card with boxes is worse than none.
 */
const FACES: Record<Face, FontFile[]> = {
  serif: [{ font: "source-serif-4", scripts: EUROPEAN, weight: 400 }, ...eastern(400)],
  sans: [{ font: "source-sans-3", scripts: EUROPEAN, weight: 400 }, ...eastern(400)],
  sansBold: [{ font: "source-sans-3", scripts: EUROPEAN, weight: 600 }, ...eastern(600)],
};

/** The fonts of a face by the names they are registered under; their bytes are WOFF2. */
export function fontsOf(face: Face): { name: string; bytes: Uint8Array }[] {
  return FACES[face].flatMap(({ font, scripts, weight }) =>
    scripts.map((script) => {
      const file = `${font}-${script}-${weight}-normal.woff2`;
      return { name: file, bytes: readFileSync(resolve(`@fontsource/${font}/files/${file}`)) };
    }),
  );
}
