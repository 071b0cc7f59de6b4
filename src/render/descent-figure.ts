import { AXIS_ROOM, drawChart, drawCurve, drawDot } from './chart.ts';
import { FIGURE_WIDTH, type Figure, type Style } from './figure.ts';
import { formatNumber, withDecimalMark } from './numbers.ts';
import { niceTicks } from './panels/ticks.ts';
import { createSheet, drawText, drawTitle, type Rect, type Sheet, wrap } from './sheet.ts';
import { figureTexts } from './texts.ts';
import { fonts, sizes } from './theme.ts';

/** What becomes of a run of gradient descent. */
export type Verdict = 'slow' | 'good' | 'zigzag' | 'diverges';

export interface DescentRun {
  rate: number;
  verdict: Verdict;
  /** The weight at the start and after each step. */
  weights: number[];
}

export interface DescentFigureInput extends Style {
  /** The loss is c·w². */
  curvature: number;
  runs: DescentRun[];
}

const MARGIN = 40;
const TOP = 110;
const WORDS = 330;
const CHART = 300;
const LINE = 42;
const ROW = AXIS_ROOM.top + CHART + AXIS_ROOM.bottom + 14;
/** Weights that are written out. */
const WRITTEN = 4;

/** Runs of gradient descent on one parabola, one below the other: the steps on the curve, and the weights as numbers. */
export function drawDescentFigure({ curvature, runs, language, theme }: DescentFigureInput): Figure {
  const t = figureTexts(language);
  const write = (value: number, digits = 2) => withDecimalMark(formatNumber(value, digits), language);
  const sheet = createSheet(TOP + runs.length * ROW, theme);
  const { colors } = sheet;
  const formula = `L = ${curvature === 1 ? '' : `${write(curvature)}·`}w²`;
  drawTitle(sheet, t('descent-title', { formula }), { x: MARGIN, y: 58, width: FIGURE_WIDTH - 2 * MARGIN }, sizes.title);
  const reach = Math.max(...runs.flatMap(({ weights }) => weights.map(Math.abs))) * 1.04;
  const loss = (w: number) => curvature * w ** 2;
  const ticks = { x: within(niceTicks(-reach, reach, 6), reach), y: within(niceTicks(0, loss(reach), 3), loss(reach)) };
  runs.forEach(({ rate, verdict, weights }, index) => {
    const y = TOP + index * ROW;
    const rect = {
      x: MARGIN + WORDS + AXIS_ROOM.left,
      y: y + AXIS_ROOM.top,
      width: FIGURE_WIDTH - MARGIN - WORDS - AXIS_ROOM.left - AXIS_ROOM.right,
      height: CHART,
    };
    const chart = drawChart(sheet, rect, {
      x: { low: -reach, high: reach, ticks: ticks.x, label: 'w', write },
      y: { low: 0, high: loss(reach), ticks: ticks.y, label: 'L', write },
    });
    drawCurve(sheet, chart, { low: -reach, high: reach, f: loss }, colors.blue);
    drawPath(
      sheet,
      weights.map((w) => ({ x: chart.atX(w), y: chart.atY(loss(w)) })),
      colors.red,
    );
    const shown = weights.slice(0, WRITTEN).map((w) => write(w));
    const said = [
      { text: `η = ${write(rate, 3)}`, font: fonts.bold(sizes.text + 4), color: colors.ink },
      ...wrap(t(`descent-${verdict}`), fonts.bold(sizes.text), WORDS).map((text) => ({
        text,
        font: fonts.bold(sizes.text),
        color: verdict === 'good' ? colors.green : colors.red,
      })),
      ...wrap(`${shown.join(' → ')} → …`, fonts.text(sizes.small), WORDS).map((text) => ({
        text,
        font: fonts.text(sizes.small),
        color: colors.ink,
      })),
    ];
    said.forEach(({ text, font, color }, line) => {
      drawText(sheet, text, MARGIN, rect.y + CHART / 2 + (line - (said.length - 1) / 2) * (LINE + 6), { font, color });
    });
  });
  return sheet.figure();
}

const within = (ticks: number[], reach: number) => ticks.filter((tick) => Math.abs(tick) <= reach);

/** Points joined by lines; the first is the largest. */
function drawPath(sheet: Sheet, points: { x: number; y: number }[], color: string): void {
  const { context } = sheet;
  context.strokeStyle = color;
  context.lineWidth = 4;
  context.beginPath();
  for (const { x, y } of points) context.lineTo(x, y);
  context.stroke();
  points.toReversed().forEach(({ x, y }, index) => {
    drawDot(sheet, x, y, index === points.length - 1 ? 15 : 10, color);
  });
}

export interface TangentFigureInput extends Style {
  /** Where the tangent touches: a whole number. */
  weight: number;
  /** The tangent's slope there: a whole number but 0. */
  slope: number;
}

const TANGENT_HEIGHT = 620;

/** A loss over one weight, with its tangent at one place and the tangent's slope as a triangle: so far along, so far up or down. */
export function drawTangentFigure({ weight, slope, language, theme }: TangentFigureInput): Figure {
  const write = (value: number) => withDecimalMark(formatNumber(value), language);
  const sheet = createSheet(MARGIN + AXIS_ROOM.top + TANGENT_HEIGHT + AXIS_ROOM.bottom + 20, theme);
  const { context, colors } = sheet;
  // half the square has the distance to its lowest point as its slope
  const lowest = weight - slope;
  const loss = (w: number) => 1 + (w - lowest) ** 2 / 2;
  const [low, high] = [Math.min(lowest, weight) - 2, Math.max(lowest, weight) + 2];
  const most = Math.ceil(loss(weight) + Math.abs(slope)) + 1;
  const rect: Rect = {
    x: AXIS_ROOM.left,
    y: MARGIN + AXIS_ROOM.top,
    width: FIGURE_WIDTH - AXIS_ROOM.left - AXIS_ROOM.right,
    height: TANGENT_HEIGHT,
  };
  const chart = drawChart(sheet, rect, {
    x: { low, high, ticks: Array.from({ length: high - low + 1 }, (_, index) => low + index), label: 'w', write },
    y: { low: 0, high: most, ticks: niceTicks(0, most, 8).filter((tick) => tick <= most), label: 'L', write },
  });
  drawCurve(sheet, chart, { low, high, f: loss }, colors.blue);
  const tangent = (w: number) => loss(weight) + slope * (w - weight);
  drawCurve(sheet, chart, { low, high, f: tangent }, colors.orange);
  // the triangle lies on the side where the tangent rises, above the curve's bottom
  const [from, to] = slope > 0 ? [weight, weight + 1] : [weight - 1, weight];
  const corner = slope > 0 ? { w: to, y: tangent(from) } : { w: from, y: tangent(to) };
  context.strokeStyle = colors.ink;
  context.lineWidth = 4;
  context.setLineDash([12, 8]);
  context.beginPath();
  context.moveTo(chart.atX(from), chart.atY(tangent(from)));
  context.lineTo(chart.atX(corner.w), chart.atY(corner.y));
  context.lineTo(chart.atX(to), chart.atY(tangent(to)));
  context.stroke();
  context.setLineDash([]);
  const label = { font: fonts.bold(sizes.text), color: colors.ink };
  const rise = chart.atY((tangent(from) + tangent(to)) / 2);
  drawText(sheet, '1', chart.atX((from + to) / 2), chart.atY(corner.y) + 28, { ...label, anchor: 'center' });
  drawText(sheet, write(Math.abs(slope)), chart.atX(corner.w) + (slope > 0 ? 16 : -16), rise, {
    ...label,
    anchor: slope > 0 ? 'left' : 'right',
  });
  drawDot(sheet, chart.atX(weight), chart.atY(loss(weight)), 15, colors.red);
  return sheet.figure();
}
