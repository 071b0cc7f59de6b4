import { FIGURE_WIDTH, type Theme } from './figure.ts';
import { type FormulaLine, typesetLine } from './formula-lines.ts';
import { colors } from './theme.ts';

/** A formula as a drawing that any rasterizer shows alike: it holds outlines and no text. */
export interface FormulaFigure {
  svg: string;
  /** Pixels. */
  width: number;
  height: number;
}

/** At the full width, pixels: the size of the letters (about 17 on a phone), the margins, and the gap between lines. */
const EM = 50;
/** A formula that fits at this size is made smaller rather than broken: a product broken before its last factor is hard to read. */
const SMALL_EM = 36;
const MARGIN = { x: 48, y: 36 };
const GAP = 30;

/**
 * Draws formulas below each other, as wide as a figure. One stands in the middle; several begin at the same place. What is too wide
 * is made smaller, and what is much too wide broken into lines where it can be.
 * @param latex LaTeX, a formula each
 * @param width of the figure, pixels; everything grows and shrinks with it
 * @throws Error for what is no LaTeX, and for a character that the font lacks
 */
export async function drawFormula({
  latex,
  theme,
  width = FIGURE_WIDTH,
}: {
  latex: readonly string[];
  theme: Theme;
  width?: number;
}): Promise<FormulaFigure> {
  const scale = width / FIGURE_WIDTH;
  const room = width - 2 * MARGIN.x * scale;
  const lines: FormulaLine[] = [];
  // one after another: MathJax typesets with one state
  for (const line of latex) lines.push(await typesetLine(line, room / (SMALL_EM * scale)));
  const widest = Math.max(...lines.map((line) => line.width));
  const em = Math.min(EM * scale, room / widest);
  const left = (width - widest * em) / 2;
  let y = MARGIN.y * scale;
  const placed = lines.map((line, index) => {
    if (index > 0) y += GAP * scale;
    const place = `x="${left}" y="${y}" width="${line.width * em}" height="${line.height * em}"`;
    y += line.height * em;
    return line.svg.replace('PLACE', place);
  });
  const height = Math.ceil(y + MARGIN.y * scale);
  const { background, ink } = colors[theme];
  const paper = `<rect width="100%" height="100%" fill="${background}"/>`;
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" color="${ink}">${paper}${placed.join('')}</svg>`,
    width,
    height,
  };
}
