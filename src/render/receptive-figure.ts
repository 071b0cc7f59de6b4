import { FIGURE_WIDTH, type Figure, type Style } from './figure.ts';
import { createSheet, drawText, drawTitle, fitSize, hatch, type Sheet, wrap } from './sheet.ts';
import { figureTexts } from './texts.ts';
import { fonts, sizes } from './theme.ts';

/** Cells of one level, from one to the last that are drawn; the input is the lowest level. */
export interface SightLevel {
  /** The layer; none for the input. */
  name?: string;
  /** Cells that the level has; those below 0 and beyond are padding. */
  cells: number;
  /** Cells that the chosen output hangs on. */
  from: number;
  to: number;
  /** Where the middle of cell 0 lies in the chain's input, and how far apart cells lie there. */
  center: number;
  jump: number;
  /** What one cell of the level sees of the input; 1 for the input itself. */
  field: number;
}

export interface SightFigureInput extends Style {
  view: 'pyramid';
  /** From the last layer down to the input. */
  levels: SightLevel[];
  /** Share of the paths from each input cell, in order from cell 0. */
  weights: number[];
  effective: number;
}

const MARGIN = 48;
const INNER = FIGURE_WIDTH - 2 * MARGIN;
const TOP = 120;
const LABEL = 52;
const GAP = 46;
const MOST_CELL = 56;
/** Narrower cells are drawn as one bar. */
const LEAST_CELL = 12;
const CURVE = 170;

/** The pyramid of cells from one output down to the input cells it sees, and how strongly each of these counts. */
export function drawSightFigure({ levels, weights, effective, language, theme }: SightFigureInput): Figure {
  const t = figureTexts(language);
  const input = levels.at(-1)!;
  const [least, most] = extent(levels);
  const scale = Math.min(MOST_CELL, INNER / (most - least + 1));
  const left = MARGIN + (INNER - scale * (most - least + 1)) / 2;
  const xOf = (place: number) => left + (place - least + 0.5) * scale;
  const cell = Math.max(16, Math.min(scale, MOST_CELL));
  const rowHeight = LABEL + cell + GAP;
  const padded = levels.some(({ from, to, cells }) => from < 0 || to >= cells);
  const noteLines = [
    ...wrap(t('sight-curve', { effective, field: levels[0]!.field }), fonts.text(sizes.small), INNER),
    ...(padded ? wrap(t('sight-padding'), fonts.text(sizes.small), INNER) : []),
  ];
  const curveTop = TOP + levels.length * rowHeight - GAP + 16;
  const sheet = createSheet(curveTop + CURVE + 20 + noteLines.length * 44 + 20, theme);
  const { context, colors } = sheet;
  drawTitle(sheet, t('sight-title', { field: levels[0]!.field }), { x: MARGIN, y: 62, width: INNER }, sizes.title);

  const edges = levels.map(({ from, to, center, jump }) => [
    xOf(center + from * jump) - scale / 2,
    xOf(center + to * jump) + scale / 2,
  ]) as [number, number][];
  levels.forEach((_, index) => {
    const y = TOP + index * rowHeight + LABEL;
    const next = edges[index + 1];
    if (next !== undefined) cone(sheet, edges[index]!, y + cell, next, y + rowHeight);
  });
  levels.forEach((level, index) => {
    const y = TOP + index * rowHeight + LABEL;
    const label =
      level.name === undefined ? t('sight-input') : t('sight-level', { name: level.name, field: level.field, jump: level.jump });
    const size = fitSize(label, fonts.bold, INNER, { max: sizes.text, min: 24 });
    drawText(sheet, label, MARGIN, y - 28, { font: fonts.bold(size), color: colors.ink });
    drawLevel(sheet, level, { y, xOf, scale, cell, lowest: index === levels.length - 1 });
  });

  // how strongly cells count, below the input
  const strongest = weights.reduce((found, weight) => Math.max(found, weight), 0);
  context.fillStyle = colors.orange;
  for (let place = Math.max(0, input.from); place <= Math.min(input.cells - 1, input.to); place++) {
    const height = (CURVE * (weights[place] ?? 0)) / strongest;
    context.fillRect(xOf(place) - scale * 0.5, curveTop + CURVE - height, Math.max(1, scale - (scale > 8 ? 2 : 0)), height);
  }
  context.fillStyle = colors.line;
  context.fillRect(MARGIN, curveTop + CURVE, INNER, 3);
  noteLines.forEach((line, index) => {
    drawText(sheet, line, MARGIN, curveTop + CURVE + 40 + index * 44, { font: fonts.text(sizes.small), color: colors.ink });
  });
  return sheet.figure();
}

/** Places of the input that are drawn: the field with a cell beside it, as far as there are any. */
function extent(levels: readonly SightLevel[]): [number, number] {
  const input = levels.at(-1)!;
  const beside = Math.max(1, Math.round((input.to - input.from + 1) * 0.08));
  return [Math.min(input.from, Math.max(0, input.from - beside)), Math.max(input.to, Math.min(input.cells - 1, input.to + beside))];
}

function cone(
  { context, colors }: Sheet,
  [left, right]: [number, number],
  top: number,
  [nextLeft, nextRight]: [number, number],
  bottom: number,
) {
  context.globalAlpha = 0.28;
  context.fillStyle = colors.sky;
  context.beginPath();
  context.moveTo(left, top);
  context.lineTo(right, top);
  context.lineTo(nextRight, bottom);
  context.lineTo(nextLeft, bottom);
  context.closePath();
  context.fill();
  context.globalAlpha = 1;
}

function drawLevel(
  sheet: Sheet,
  { from, to, cells, center, jump, name }: SightLevel,
  { y, xOf, scale, cell, lowest }: { y: number; xOf: (place: number) => number; scale: number; cell: number; lowest: boolean },
): void {
  const { context, colors } = sheet;
  const color = name === undefined ? colors.sky : colors.blue;
  if (scale < LEAST_CELL) {
    const [left, right] = [xOf(center + from * jump) - scale / 2, xOf(center + to * jump) + scale / 2];
    const [inner, outer] = [Math.max(from, 0), Math.min(to, cells - 1)].map((at) => xOf(center + at * jump)) as [number, number];
    hatch(sheet, { x: left, y, width: right - left, height: cell }, colors.line, 10, 3);
    context.fillStyle = color;
    context.fillRect(inner - scale / 2, y, Math.max(4, outer - inner + scale), cell);
    return;
  }
  // cells beside the pyramid, where the level has them and they lie inside the figure
  const fits = (at: number) =>
    xOf(center + at * jump) - scale / 2 >= MARGIN - 1 && xOf(center + at * jump) + scale / 2 <= MARGIN + INNER + 1;
  const many = lowest ? Math.ceil(INNER / scale) : Math.ceil(INNER / (scale * jump));
  for (let at = Math.min(from, Math.max(0, from - many)); at <= Math.max(to, Math.min(cells - 1, to + many)); at++) {
    if (!fits(at)) continue;
    const rect = { x: xOf(center + at * jump) - scale / 2 + 1.5, y, width: scale - 3, height: cell };
    const seen = at >= from && at <= to;
    const padding = at < 0 || at >= cells;
    context.fillStyle = padding || !seen ? colors.panel : color;
    context.fillRect(rect.x, rect.y, rect.width, rect.height);
    if (padding) hatch(sheet, rect, colors.muted, 10, 2);
    context.strokeStyle = colors.line;
    context.lineWidth = 2;
    context.strokeRect(rect.x, rect.y, rect.width, rect.height);
  }
}
