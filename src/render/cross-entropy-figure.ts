import { AXIS_ROOM, drawChart, drawCurve, drawDot } from './chart.ts';
import { FIGURE_WIDTH, type Figure, type Style } from './figure.ts';
import { formatNumber, withDecimalMark } from './numbers.ts';
import { createSheet, drawText, drawTitle, measure } from './sheet.ts';
import { figureTexts } from './texts.ts';
import { fonts, sizes } from './theme.ts';

export interface CrossEntropyInput extends Style {
  /** Probabilities of right classes that are marked: 1…4 of them, 0.01…1. */
  marks: number[];
}

const MARGIN = 40;
const TOP = 116;
const HEIGHT = 600;
const HIGHEST = 5;
const LEAST = 0.01;
const MOST_MARKS = 4;
const LABEL_LINE = 48;

/** The loss −ln p over the right class's probability, with some probabilities and their losses marked. @throws RangeError for marks that are off the chart */
export function drawCrossEntropyFigure({ marks, language, theme }: CrossEntropyInput): Figure {
  if (marks.length === 0 || marks.length > MOST_MARKS || marks.some((p) => !(p >= LEAST && p <= 1)))
    throw new RangeError(`marks are 1 to ${MOST_MARKS} probabilities from ${LEAST} to 1`);
  const t = figureTexts(language);
  const write = (value: number, digits = 3) => withDecimalMark(formatNumber(value, digits), language);
  const sheet = createSheet(TOP + AXIS_ROOM.top + HEIGHT + AXIS_ROOM.bottom + 20, theme);
  const { context, colors } = sheet;
  drawTitle(sheet, t('cross-entropy-title'), { x: MARGIN, y: 58, width: FIGURE_WIDTH - 2 * MARGIN }, sizes.title);
  const rect = { x: AXIS_ROOM.left, y: TOP + AXIS_ROOM.top, width: FIGURE_WIDTH - AXIS_ROOM.left - AXIS_ROOM.right, height: HEIGHT };
  const chart = drawChart(sheet, rect, {
    x: { low: 0, high: 1, ticks: [0, 0.2, 0.4, 0.6, 0.8, 1], label: 'p', write },
    y: { low: 0, high: HIGHEST, ticks: [0, 1, 2, 3, 4, 5], label: '−ln p', write },
  });
  const loss = (p: number) => -Math.log(p);
  drawCurve(sheet, chart, { low: Math.exp(-HIGHEST), high: 1, f: loss }, colors.blue);

  // from the lowest point up, each label above the one before and clear of the curve at its left end
  const font = fonts.bold(sizes.small);
  const rightEnd = rect.x + rect.width;
  let ceiling = rect.y + rect.height;
  for (const p of [...new Set(marks)].sort((a, b) => b - a)) {
    const [x, y] = [chart.atX(p), chart.atY(loss(p))];
    const text = `p = ${write(p)}   −ln p = ${write(loss(p))}`;
    const width = measure(text, font);
    const left = Math.min(x + 26, rightEnd - width);
    const atLeft = Math.max(LEAST, (left - rect.x) / rect.width);
    const middle = Math.min(y - 30, chart.atY(loss(atLeft)) - 34, ceiling - LABEL_LINE);
    ceiling = middle;
    context.strokeStyle = colors.red;
    context.lineWidth = 3;
    context.setLineDash([10, 8]);
    context.beginPath();
    context.moveTo(x, rect.y + rect.height);
    context.lineTo(x, y);
    context.lineTo(rect.x, y);
    context.stroke();
    context.setLineDash([]);
    context.lineWidth = 2;
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(Math.max(left - 6, Math.min(x, left + width / 2)), middle + (left > x ? 0 : 22));
    context.stroke();
    context.fillStyle = colors.background;
    context.fillRect(left - 6, middle - 22, width + 12, 44);
    drawText(sheet, text, left, middle, { font, color: colors.ink });
    drawDot(sheet, x, y, 13, colors.red);
  }
  return sheet.figure();
}
