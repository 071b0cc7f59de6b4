import { drawText, measure, type Sheet } from '../sheet.ts';
import { fonts } from '../theme.ts';
import type { CurvesPanel, Fitted, Room, Words } from './panel.ts';
import { niceTicks } from './ticks.ts';
import { wrapWithin } from './words.ts';

const TYPE = 28;
const LINE = 36;
const CHART = { most: 520, least: 300 };
const LEAST_CHART_WIDTH = 240;
const DASHES = [[], [18, 8], [5, 7], [18, 7, 5, 7], [30, 10]];
const MOST_SERIES = DASHES.length;

/** @throws RangeError without points, with more than five series, or with numbers that are none */
export function fitCurves({ series, x, y }: CurvesPanel, room: Room, words: Words): Fitted {
  const values = series.flatMap(({ points }) => points);
  if (values.length === 0 || series.some(({ points }) => points.length === 0)) throw new RangeError('a curve has no points');
  if (series.length > MOST_SERIES) throw new RangeError(`more than ${MOST_SERIES} curves cannot be told apart`);
  if (!values.every(Number.isFinite)) throw new RangeError('a curve has points that are no numbers');
  const ticks = niceTicks(Math.min(...values), Math.max(...values), 5);
  const [low, high] = [ticks[0]!, ticks.at(-1)!];
  const font = fonts.text(TYPE);
  const tickTexts = ticks.map((tick) => words.number(tick, digitsOf(ticks)));
  const left = Math.max(...tickTexts.map((text) => measure(text, font))) + 16;
  const labelWidth = Math.min(room.width * 0.34, Math.max(...series.map(({ name }) => measure(words.text(name), fonts.bold(TYPE)))));
  const labels = series.map(({ name }) => wrapWithin(words.text(name), fonts.bold(TYPE), labelWidth));
  const width = room.width;
  const chartWidth = width - left - labelWidth - 28;
  const chart = Math.max(CHART.least, Math.min(CHART.most, chartWidth * 0.7));
  const labelsHeight = labels.reduce((sum, lines) => sum + lines.length * LINE, 0);
  const xLines = wrapWithin(words.text(x), font, chartWidth);
  const yLines = wrapWithin(words.text(y), font, width);
  const top = yLines.length * LINE + 20;
  const count = Math.max(...series.map(({ points }) => points.length));
  const height = top + chart + (1 + xLines.length) * LINE + 12;

  const draw = (sheet: Sheet, leftEdge: number, topEdge: number) => {
    const { context, colors } = sheet;
    const palette = [colors.blue, colors.red, colors.green, colors.purple, colors.orange];
    const atX = (step: number) => leftEdge + left + (count === 1 ? chartWidth / 2 : ((step - 1) / (count - 1)) * chartWidth);
    const atY = (value: number) => topEdge + top + chart - ((value - low) / (high - low)) * chart;
    yLines.forEach((line, row) => {
      drawText(sheet, line, leftEdge, topEdge + (row + 0.5) * LINE, { font, color: colors.muted });
    });
    ticks.forEach((tick, index) => {
      context.fillStyle = colors.line;
      context.fillRect(leftEdge + left, atY(tick) - 1, chartWidth, 2);
      drawText(sheet, tickTexts[index]!, leftEdge + left - 14, atY(tick), { font, color: colors.muted, anchor: 'right' });
    });
    for (const step of stepTicks(count, chartWidth))
      drawText(sheet, String(step), atX(step), topEdge + top + chart + 8 + LINE / 2, { font, color: colors.muted, anchor: 'center' });
    xLines.forEach((line, row) => {
      drawText(sheet, line, leftEdge + left + chartWidth / 2, topEdge + top + chart + 8 + (row + 1.5) * LINE, {
        font,
        color: colors.muted,
        anchor: 'center',
      });
    });
    series.forEach(({ points }, index) => {
      context.strokeStyle = palette[index]!;
      context.lineWidth = 6;
      context.lineJoin = 'round';
      context.setLineDash(DASHES[index]!);
      context.beginPath();
      points.forEach((value, at) => {
        context.lineTo(atX(at + 1), atY(value));
      });
      context.stroke();
    });
    context.setLineDash([]);
    // a line that ends early has its name there, one that reaches the end beside the chart
    const endsEarly = (index: number) => series[index]!.points.length < count;
    const drawLabel = (index: number, x: number, middle: number, tall: number) => {
      labels[index]!.forEach((text, line) => {
        drawText(sheet, text, x, middle - tall / 2 + (line + 0.5) * LINE, { font: fonts.bold(TYPE), color: palette[index]! });
      });
    };
    const placed = labels.map((lines, index) => ({ index, y: atY(series[index]!.points.at(-1)!), height: lines.length * LINE }));
    for (const { index, y: middle, height: tall } of placed.filter((label) => endsEarly(label.index)))
      drawLabel(index, atX(series[index]!.points.length) + 16, middle, tall);
    placeLabels(
      placed.filter(({ index }) => !endsEarly(index)),
      topEdge + top - LINE / 2,
      // beside the axis' last number, not on it
      topEdge + top + chart + 6,
    ).forEach(({ index, y: middle, height: tall }) => {
      drawLabel(index, leftEdge + left + chartWidth + 20, middle, tall);
    });
  };
  return { width, height, readable: chartWidth >= LEAST_CHART_WIDTH && labelsHeight <= chart, draw };
}

/** Decimals that tell one tick from the next. */
const digitsOf = (ticks: readonly number[]) => Math.max(0, Math.min(6, -Math.floor(Math.log10(ticks[1]! - ticks[0]!) + 1e-9)));

/** Whole steps below the axis, equally far and far enough apart; where only one of them fits, the first and the last step. */
export function stepTicks(count: number, width: number): number[] {
  if (count === 1) return [1];
  const every = niceTicks(0, count, Math.max(2, Math.floor(width / 90)));
  const step = Math.max(1, every[1]! - every[0]!);
  return count < 2 * step ? [1, count] : Array.from({ length: Math.floor(count / step) }, (_, index) => (index + 1) * step);
}

interface Label {
  index: number;
  y: number;
  height: number;
}

/** Labels at their lines' ends, pushed apart where they would lie on each other, all within from…to. */
function placeLabels(labels: Label[], from: number, to: number): Label[] {
  const sorted = [...labels].sort((one, other) => one.y - other.y);
  let bottom = from;
  for (const label of sorted) {
    label.y = Math.max(label.y, bottom + label.height / 2);
    bottom = label.y + label.height / 2;
  }
  let top = to;
  for (const label of sorted.toReversed()) {
    label.y = Math.min(label.y, top - label.height / 2);
    top = label.y - label.height / 2;
  }
  return sorted;
}
