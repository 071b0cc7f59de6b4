import { AXIS_ROOM, drawChart, drawDot } from './chart.ts';
import { FIGURE_WIDTH, type Figure, type Style } from './figure.ts';
import { type LossAxis, lossAxis } from './loss-axis.ts';
import { formatNumber, withDecimalMark } from './numbers.ts';
import { niceTicks } from './panels/ticks.ts';
import { createSheet, drawText, drawTitle, measure, type Rect, type Sheet } from './sheet.ts';
import { figureTexts } from './texts.ts';
import { fonts, sizes } from './theme.ts';

/** A value after each epoch; null where it is not known. */
export type ByEpoch = readonly (number | null)[];

export interface LossFigureInput extends Style {
  network: string;
  /** Mean loss of each epoch. */
  losses: ByEpoch;
  /** Share of right answers to what is learned from, 0…1. */
  batchAccuracies?: ByEpoch;
  /** Share of right answers to test pictures, 0…1. */
  testAccuracies?: ByEpoch;
}

const MARGIN = 40;
const TOP = 110;
const LEGEND = 50;
const CHART = 420;
const ROW = AXIS_ROOM.top + CHART + AXIS_ROOM.bottom + 30;
/** Epochs with a number below them, about. */
const EPOCH_TICKS = 8;
/** More points stand too close for dots. */
const DOTTED = 40;

interface Line {
  values: ByEpoch;
  color: string;
  name: string;
}

/** How training went: the loss by epoch, and below it the share of right answers where it is known. */
export function drawLossFigure({ network, losses, batchAccuracies = [], testAccuracies = [], language, theme }: LossFigureInput): Figure {
  const t = figureTexts(language);
  const known = (values: ByEpoch) => numbers(values).length > 0;
  const measured = known(batchAccuracies) || known(testAccuracies);
  const sheet = createSheet(TOP + ROW + (measured ? LEGEND + ROW : 0) + 10, theme);
  const { colors } = sheet;
  drawTitle(sheet, t('loss-title', { network }), { x: MARGIN, y: 58, width: FIGURE_WIDTH - 2 * MARGIN }, sizes.title);
  const write = (value: number) => withDecimalMark(formatNumber(value, 4), language);
  const percent = (share: number) => write(100 * share);
  const losing = lossAxis(numbers(losses), Math.max(0, ...numbers(losses)));
  const writeLoss = (tick: number) => withDecimalMark(losing.write(tick), language);
  const lines = [
    { values: batchAccuracies, color: colors.orange, name: t('loss-learned') },
    { values: testAccuracies, color: colors.green, name: t('loss-tested') },
  ].filter(({ values }) => known(values));
  const shares = lines.flatMap(({ values }) => numbers(values));
  const ticks = measured ? niceTicks(Math.min(...shares), 1, 5).filter((tick) => tick <= 1) : [];
  // both charts begin at the same place
  const left =
    MARGIN + 14 + Math.max(...[...losing.ticks.map(writeLoss), ...ticks.map(percent)].map((tick) => measure(tick, fonts.text(28))));
  const epoch = t('loss-epoch');
  drawLines(sheet, { top: TOP, left, label: t('loss-mean'), epoch, axis: { ...losing, write: writeLoss } }, [
    { values: losses, color: colors.blue, name: '' },
  ]);
  if (!measured) return sheet.figure();
  const top = TOP + ROW;
  drawLegend(sheet, lines, top + 10);
  const share = { low: ticks[0]!, high: ticks.at(-1)!, ticks, height: (value: number) => value, write: percent };
  drawLines(sheet, { top: top + LEGEND, left, label: t('loss-right'), epoch, axis: share }, lines);
  return sheet.figure();
}

/** A loss that ran away to no number is none. */
const isKnown = (value: number | null): value is number => value !== null && Number.isFinite(value);

const numbers = (values: ByEpoch) => values.filter(isKnown);

interface Look {
  top: number;
  /** Where the chart's own rectangle begins: right of the numbers. */
  left: number;
  /** What stands at the end of each axis. */
  label: string;
  epoch: string;
  axis: LossAxis;
}

function drawLines(sheet: Sheet, { top, left, label, epoch, axis }: Look, lines: readonly Line[]): void {
  const { context } = sheet;
  const epochs = Math.max(...lines.map(({ values }) => values.length));
  const right = measure(epoch, fonts.bold(28)) + 18 + MARGIN;
  const rect: Rect = { x: left, y: top + AXIS_ROOM.top, width: FIGURE_WIDTH - left - right, height: CHART };
  const numbered = niceTicks(0, epochs, EPOCH_TICKS).filter((tick) => tick >= 1 && tick <= epochs && Number.isInteger(tick));
  const chart = drawChart(sheet, rect, {
    x: { low: 0.5, high: epochs + 0.5, ticks: epochs === 1 ? [1] : numbered, label: epoch, write: String },
    y: { ...axis, label },
  });
  for (const { values, color } of lines) {
    context.strokeStyle = color;
    context.lineWidth = 6;
    context.lineJoin = 'round';
    context.beginPath();
    values.forEach((value, index) => {
      if (isKnown(value)) context.lineTo(chart.atX(index + 1), chart.atY(axis.height(value)));
    });
    context.stroke();
    if (epochs > DOTTED) continue;
    values.forEach((value, index) => {
      if (isKnown(value)) drawDot(sheet, chart.atX(index + 1), chart.atY(axis.height(value)), 10, color);
    });
  }
}

function drawLegend(sheet: Sheet, lines: readonly Line[], y: number): void {
  let x = MARGIN;
  const font = fonts.text(sizes.small);
  for (const { name, color } of lines) {
    drawDot(sheet, x + 13, y, 13, color);
    drawText(sheet, name, x + 38, y, { font, color: sheet.colors.ink });
    x += 38 + measure(name, font) + 50;
  }
}
