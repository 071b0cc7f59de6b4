import { FIGURE_WIDTH, type Figure, type Style } from './figure.ts';
import { formatNumber } from './numbers.ts';
import { createSheet, drawText, fitSize, hatch, type Sheet } from './sheet.ts';
import { figureTexts } from './texts.ts';
import { fonts, sizes } from './theme.ts';

export interface SizeFigureInput extends Style {
  n: number;
  f: number;
  p: number;
  s: number;
  d: number;
  output: number;
  exact: number;
  unreached: number;
}

const MARGIN = 40;
const INNER = FIGURE_WIDTH - 2 * MARGIN;
/** Up to this many padded cells each is drawn; beyond it lengths are true to scale. */
const MOST_CELLS = 30;
const WINDOW_ROW = 46;
/** Size of the numbers in cells, and how far apart they stand at least, pixels. */
const CELL_NUMBER = 28;
const LABEL_EVERY = 52;
/** Windows drawn one below the other; of more, the first and the last are. */
const MOST_WINDOWS = 7;

/** One axis of the padded input, its windows at their strides, the outputs, and what no window reaches. */
export function drawSizeFigure(input: SizeFigureInput): Figure {
  const { n, f, p, s, d, output, exact, unreached, language, theme } = input;
  const t = figureTexts(language);
  const total = n + 2 * p;
  const cells = total <= MOST_CELLS;
  const cell = cells ? Math.min(92, INNER / total) : INNER / total;
  const bar = cells ? Math.min(92, Math.max(56, cell)) : 72;
  const windows = shownWindows(output);
  const top = 210;
  const windowsTop = top + bar + 70;
  const outputTop = windowsTop + windows.length * WINDOW_ROW + 70;
  const sheet = createSheet(outputTop + bar + (unreached > 0 ? 150 : 90), theme);
  const { colors } = sheet;

  const top2 = d === 1 ? `${n} + 2·${p} − ${f}` : `${n} + 2·${p} − ${d}·(${f} − 1) − 1`;
  const rounded = Number.isInteger(exact) ? '' : ` = ⌊${formatNumber(exact - 1, 3)}⌋ + 1`;
  const formula = `N' = ⌊(${top2}) / ${s}⌋ + 1${rounded} = ${output}`;
  drawText(sheet, formula, MARGIN, 64, { font: fonts.bold(fitSize(formula, fonts.bold, INNER, { max: 48, min: 22 })), color: colors.ink });
  const legend = t('size-legend', { n, f, p, s }) + (d === 1 ? '' : `, D = ${d}`);
  drawText(sheet, legend, MARGIN, 124, {
    font: fonts.text(fitSize(legend, fonts.text, INNER, { max: sizes.text, min: 22 })),
    color: colors.muted,
  });

  const caption = (text: string, y: number, color = colors.ink) =>
    drawText(sheet, text, MARGIN, y - 28, { font: fonts.text(fitSize(text, fonts.text, INNER, { max: sizes.small, min: 22 })), color });
  caption(p > 0 ? t('size-input-padded', { total }) : t('size-input', { total }), top);
  drawInput(sheet, input, { top, cell, bar, cells });
  caption(t('size-windows', { count: output }), windowsTop);
  windows.forEach((index, row) => {
    drawWindow(sheet, input, index, { y: windowsTop + row * WINDOW_ROW, cell, cells });
  });
  caption(t('size-output', { count: output }), outputTop);
  drawOutput(sheet, output, {
    top: outputTop,
    bar,
    cell: output <= MOST_CELLS ? Math.min(cells ? cell : 92, INNER / output, 92) : INNER / output,
  });
  if (unreached > 0) {
    const y = outputTop + bar + 70;
    hatch(sheet, { x: MARGIN, y: y - 24, width: 64, height: 48 }, colors.red, 12, 3);
    const text = t('size-unreached', { count: unreached });
    drawText(sheet, text, MARGIN + 84, y, {
      font: fonts.text(fitSize(text, fonts.text, INNER - 84, { max: sizes.small, min: 22 })),
      color: colors.ink,
    });
  }
  return sheet.figure();
}

/** Cells too narrow for a readable number each carry one only so often; the last one always does. */
function isLabeled(index: number, count: number, cell: number): boolean {
  const every = Math.ceil(LABEL_EVERY / cell);
  return index === count - 1 || (index % every === 0 && (count - 1 - index) * cell >= LABEL_EVERY * 0.8);
}

/** Indexes of the windows to draw; −1 stands for those left out. */
function shownWindows(output: number): number[] {
  if (output <= MOST_WINDOWS) return Array.from({ length: output }, (_, index) => index);
  return [0, 1, 2, -1, output - 2, output - 1];
}

function drawInput(
  sheet: Sheet,
  { n, p, unreached }: SizeFigureInput,
  { top, cell, bar, cells }: { top: number; cell: number; bar: number; cells: boolean },
): void {
  const { context, colors } = sheet;
  const total = n + 2 * p;
  context.fillStyle = colors.panel;
  context.fillRect(MARGIN, top, total * cell, bar);
  for (const x of [MARGIN, MARGIN + (n + p) * cell])
    if (p > 0) hatch(sheet, { x, y: top, width: p * cell, height: bar }, colors.muted, 12, 2);
  if (unreached > 0)
    hatch(sheet, { x: MARGIN + (total - unreached) * cell, y: top, width: Math.max(4, unreached * cell), height: bar }, colors.red, 12, 4);
  context.strokeStyle = colors.line;
  context.lineWidth = 2;
  context.strokeRect(MARGIN, top, total * cell, bar);
  if (!cells) return;
  for (let index = 0; index < total; index++) {
    const x = MARGIN + index * cell;
    context.strokeStyle = colors.line;
    context.strokeRect(x, top, cell, bar);
    const inside = index >= p && index < n + p;
    if (!isLabeled(index, total, cell)) continue;
    const text = inside ? String(index - p + 1) : '0';
    // a number over hatching stands on a patch of its own
    if (!inside || index >= total - unreached) {
      context.fillStyle = colors.background;
      context.fillRect(x + cell / 2 - 17, top + bar / 2 - 19, 34, 38);
    }
    drawText(sheet, text, x + cell / 2, top + bar / 2, {
      font: fonts.mono(CELL_NUMBER),
      color: inside ? colors.ink : colors.muted,
      anchor: 'center',
    });
  }
}

function drawWindow(
  sheet: Sheet,
  { f, s, d }: SizeFigureInput,
  index: number,
  { y, cell, cells }: { y: number; cell: number; cells: boolean },
): void {
  const { context, colors } = sheet;
  if (index < 0) {
    drawText(sheet, '⋯', FIGURE_WIDTH / 2, y + WINDOW_ROW / 2 - 6, { font: fonts.bold(40), color: colors.muted, anchor: 'center' });
    return;
  }
  const palette = [colors.blue, colors.orange, colors.green, colors.purple];
  const x = MARGIN + index * s * cell;
  const width = Math.max(6, (d * (f - 1) + 1) * cell);
  context.fillStyle = palette[index % palette.length]!;
  if (d > 1 && cells) for (let tap = 0; tap < f; tap++) context.fillRect(x + tap * d * cell + 2, y, cell - 4, WINDOW_ROW - 14);
  else context.fillRect(x + 1, y, width - 2, WINDOW_ROW - 14);
  if (d > 1 && cells) {
    context.fillRect(x + 2, y + (WINDOW_ROW - 14) / 2 - 2, width - 4, 4);
    return;
  }
  const label = String(index + 1);
  // dark on orange, white on the others
  const onBar = palette[index % palette.length] === colors.orange ? '#16202c' : '#ffffff';
  if (width > 60)
    drawText(sheet, label, x + width / 2, y + (WINDOW_ROW - 14) / 2, { font: fonts.bold(24), color: onBar, anchor: 'center' });
}

function drawOutput(sheet: Sheet, output: number, { top, bar, cell }: { top: number; bar: number; cell: number }): void {
  const { context, colors } = sheet;
  const palette = [colors.blue, colors.orange, colors.green, colors.purple];
  if (output > MOST_CELLS) {
    context.fillStyle = colors.blue;
    context.fillRect(MARGIN, top, INNER, bar);
    drawText(sheet, `1 … ${output}`, FIGURE_WIDTH / 2, top + bar / 2, { font: fonts.bold(36), color: '#ffffff', anchor: 'center' });
    return;
  }
  for (let index = 0; index < output; index++) {
    const x = MARGIN + index * cell;
    context.fillStyle = palette[index % palette.length]!;
    context.fillRect(x + 1, top, cell - 2, bar);
    const onCell = palette[index % palette.length] === colors.orange ? '#16202c' : '#ffffff';
    if (isLabeled(index, output, cell))
      drawText(sheet, String(index + 1), x + cell / 2, top + bar / 2, { font: fonts.bold(CELL_NUMBER), color: onCell, anchor: 'center' });
  }
}
