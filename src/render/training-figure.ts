import type { Plane } from '../vision/picture.ts';
import { AXIS_ROOM, type Axis, type Chart, drawChart, drawDot } from './chart.ts';
import { FIGURE_WIDTH, type Figure, type Style } from './figure.ts';
import { GUESS_LOSS, largestLoss, lossAxis } from './loss-axis.ts';
import { formatNumber, percentText, withDecimalMark } from './numbers.ts';
import { niceTicks } from './panels/ticks.ts';
import { createSheet, drawPicture, drawText, drawTitle, fitPicture, fitSize, type Rect, type Sheet } from './sheet.ts';
import { figureTexts } from './texts.ts';
import { fonts, sizes } from './theme.ts';
import { shaded } from './tiles-figure.ts';

export interface TrainingFigureInput extends Style {
  network: string;
  optimizer: string;
  rate: number;
  batch: number;
  state: 'learning' | 'done' | 'stopped' | 'time' | 'diverged';
  step: number;
  steps: number;
  /** Of each step's batch so far. */
  losses: readonly number[];
  /** Share of test pictures read correctly, 0…1, after these steps. */
  accuracies: readonly { step: number; accuracy: number }[];
  /** The step that filters and probabilities are of: an earlier one where the loss ran away. */
  shownStep: number;
  /** The first layer, a plane for each filter or unit. */
  filters: readonly Plane[];
  /** They show how a dense layer's weights have changed, not a convolution's kernels. */
  dense: boolean;
  /** One test picture, what it shows, and the probabilities of the ten digits. */
  picture: Plane;
  label: number;
  probabilities: readonly number[];
}

const GUESS_ACCURACY = 0.1;
/** Share that the smoothed loss keeps of itself at each step. */
const KEPT = 0.8;

const MARGIN = 40;
const MIDDLE = FIGURE_WIDTH / 2;
const CHARTS = { top: 232, height: 290 };
const LOWER = 632;
const LOWER_HEIGHT = 56 + 10 * 34 + 40;
const FILTERS = { width: 480, gap: 8, columns: 8, few: 3, most: 152 };
const BARS = { x: 748, row: 34, percent: 132 };
const DIGIT = 140;
const TYPE = 28;

/** Loss and accuracy over the steps, the first layer's filters, and what the network says of one test picture, at one moment of training. */
export function drawTrainingFigure(input: TrainingFigureInput): Figure {
  const { network, optimizer, rate, batch, state, step, steps, language, theme } = input;
  const t = figureTexts(language);
  const sheet = createSheet(LOWER + LOWER_HEIGHT, theme);
  const { colors } = sheet;
  const title = t('training-title', { network, optimizer, rate: withDecimalMark(rateText(rate), language), batch: String(batch) });
  drawTitle(sheet, title, { x: MARGIN, y: 56, width: FIGURE_WIDTH - 2 * MARGIN }, sizes.title);
  const color = state === 'diverged' ? colors.red : colors.muted;
  const status =
    state === 'diverged'
      ? t('training-status-diverged', runaway(input))
      : t(`training-status-${state}`, { step: String(step), steps: String(steps) });
  drawText(sheet, status, MARGIN, 122, {
    font: fonts.text(fitSize(status, fonts.text, FIGURE_WIDTH - 2 * MARGIN, { max: sizes.text, min: 26 })),
    color,
  });
  drawLosses(sheet, input);
  drawAccuracies(sheet, input);
  drawFilters(sheet, input);
  drawPrediction(sheet, input);
  return sheet.figure();
}

function runaway({ losses, step, steps, language }: TrainingFigureInput) {
  const largest = largestLoss(losses);
  const loss = largest === undefined ? '' : withDecimalMark(formatNumber(largest.loss), language);
  return {
    known: largest === undefined ? 'no' : 'yes',
    largest: String(largest?.step ?? ''),
    loss,
    step: String(step),
    steps: String(steps),
  };
}

/** Each value mixed with those before it (an exponential mean without the pull of its beginning). */
export function smoothed(values: readonly number[]): number[] {
  let mean = 0;
  return values.map((value, index) => {
    mean = KEPT * mean + (1 - KEPT) * value;
    return mean / (1 - KEPT ** (index + 1));
  });
}

/** A learning rate as people write it: 0.001, 3·10⁻⁶. */
export const rateText = (rate: number): string => (rate < 1e-4 ? formatNumber(rate, 4) : formatNumber(rate, 6));

/** As far as the run is planned, or where it ran away, as far as it came and half as far again. */
function stepAxis({ state, step, steps }: TrainingFigureInput): Axis {
  const high = Math.max(1, state === 'diverged' ? Math.min(steps, Math.ceil(step * 1.5)) : steps);
  return { low: 0, high, ticks: niceTicks(0, high, 4).filter((tick) => tick <= high && Number.isInteger(tick)), label: '', write: String };
}

const chartRect = (left: number): Rect => ({
  x: left + AXIS_ROOM.left + 14,
  y: CHARTS.top,
  width: MIDDLE - MARGIN - AXIS_ROOM.left - 34,
  height: CHARTS.height,
});

function drawLosses(sheet: Sheet, input: TrainingFigureInput): void {
  const { losses, state, language } = input;
  const each = state === 'diverged';
  const t = figureTexts(language);
  const x = stepAxis(input);
  const { colors } = sheet;
  const known = losses.filter(Number.isFinite);
  const even = smoothed(known);
  const most = Math.max(2.5, ...(each ? known : even));
  const { low, high, ticks, height, write } = lossAxis(known, most);
  const y: Axis = {
    low,
    high,
    ticks,
    label: t(each ? 'training-loss-each' : 'training-loss'),
    write: (tick) => withDecimalMark(write(tick), language),
  };
  const chart = drawChart(sheet, chartRect(MARGIN), { x, y });
  nameSteps(sheet, chart, t('training-steps'));
  drawGuess(sheet, chart, { steps: x.high, height: height(GUESS_LOSS), text: t('training-guessing') });
  const heights = known.map(height);
  const points = (values: readonly number[]) => values.map((value, index) => ({ x: index + 1, y: value }));
  if (!each) drawLine(sheet, chart, points(heights), { color: colors.sky, width: 2 });
  // steps that ran away are few, and their mean would hang for long where a single one was a thousandfold
  drawLine(sheet, chart, points(each ? heights : smoothed(heights)), { color: colors.blue, width: 6 });
}

function drawAccuracies(sheet: Sheet, input: TrainingFigureInput): void {
  const { accuracies, language } = input;
  const t = figureTexts(language);
  const x = stepAxis(input);
  const { colors } = sheet;
  const y: Axis = { low: 0, high: 1, ticks: [0, 0.25, 0.5, 0.75, 1], label: t('training-accuracy'), write: (tick) => `${tick * 100} %` };
  const chart = drawChart(sheet, chartRect(MIDDLE), { x, y });
  nameSteps(sheet, chart, t('training-steps'));
  drawGuess(sheet, chart, { steps: x.high, height: GUESS_ACCURACY, text: t('training-guessing') });
  const points = accuracies.map(({ step, accuracy }) => ({ x: step, y: accuracy }));
  drawLine(sheet, chart, points, { color: colors.green, width: 5 });
  for (const point of points) drawDot(sheet, chart.atX(point.x), chart.atY(point.y), 9, colors.green);
}

/** Below the numbers of the axis of steps. */
function nameSteps(sheet: Sheet, chart: Chart, text: string): void {
  drawText(sheet, text, chart.atX(0), CHARTS.top + CHARTS.height + 62, { font: fonts.text(26), color: sheet.colors.muted });
}

/** What would be reached without having learned anything. */
function drawGuess(sheet: Sheet, chart: Chart, { steps, height, text }: { steps: number; height: number; text: string }): void {
  const { context, colors } = sheet;
  context.setLineDash([12, 10]);
  drawLine(
    sheet,
    chart,
    [
      { x: 0, y: height },
      { x: Math.max(1, steps), y: height },
    ],
    { color: colors.orange, width: 3 },
  );
  context.setLineDash([]);
  drawText(sheet, text, chart.atX(Math.max(1, steps)) - 6, chart.atY(height) - 20, {
    font: fonts.text(26),
    color: colors.muted,
    anchor: 'right',
  });
}

function drawLine(
  { context }: Sheet,
  chart: Chart,
  points: readonly { x: number; y: number }[],
  { color, width }: { color: string; width: number },
): void {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.lineJoin = 'round';
  chart.within(() => {
    context.beginPath();
    for (const { x, y } of points) context.lineTo(chart.atX(x), chart.atY(y));
    context.stroke();
  });
}

/** Which step something is of, where that is not the step that all of the figure tells of. */
const ofStep = ({ step, shownStep }: TrainingFigureInput) =>
  shownStep === step ? { of: 'now', at: '' } : { of: 'before', at: String(shownStep) };

function drawFilters(sheet: Sheet, input: TrainingFigureInput): void {
  const { filters, dense, language } = input;
  const t = figureTexts(language);
  const [{ width, height }] = filters as [Plane, ...Plane[]];
  const values = { count: String(filters.length), shape: `${height}×${width}`, ...ofStep(input) };
  const caption = t(dense ? 'training-weights' : 'training-filters', values);
  drawCaption(sheet, caption, MARGIN, FILTERS.width);
  const columns = filters.length > FILTERS.columns ? FILTERS.columns : FILTERS.few;
  const side = Math.min(FILTERS.most, Math.floor((FILTERS.width - (columns - 1) * FILTERS.gap) / columns));
  filters.forEach((plane, index) => {
    const largest = plane.data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const x = MARGIN + (index % columns) * (side + FILTERS.gap);
    const y = LOWER + 56 + Math.floor(index / columns) * (side + FILTERS.gap);
    // bars between tiles of different sizes would look like a mistake: they all fill their place
    const size =
      side >= width ? { width: side, height: Math.round((side * height) / width) } : fitPicture(plane, { width: side, height: side });
    drawPicture(sheet, shaded(sheet, plane, largest, true), { x, y, ...size });
  });
  const bottom = LOWER + 56 + Math.ceil(filters.length / columns) * (side + FILTERS.gap);
  const note = t('training-colors');
  const font = fonts.text(fitSize(note, fonts.text, FILTERS.width, { max: 26, min: 20 }));
  drawText(sheet, note, MARGIN, bottom + 22, { font, color: sheet.colors.muted });
}

function drawPrediction(sheet: Sheet, input: TrainingFigureInput): void {
  const { picture, label, probabilities, language } = input;
  const { context, colors } = sheet;
  const left = MIDDLE + 40;
  const caption = figureTexts(language)('training-picture', { label: String(label), ...ofStep(input) });
  drawCaption(sheet, caption, left, FIGURE_WIDTH - MARGIN - left);
  const size = fitPicture(picture, { width: DIGIT, height: DIGIT });
  drawPicture(sheet, shaded(sheet, picture, 1, false), { x: left, y: LOWER + 56, ...size });
  const best = probabilities.indexOf(Math.max(...probabilities));
  const room = FIGURE_WIDTH - MARGIN - BARS.percent - BARS.x - 30;
  probabilities.forEach((probability, digit) => {
    const y = LOWER + 56 + digit * BARS.row;
    const font = digit === label ? fonts.bold(TYPE) : fonts.text(TYPE);
    drawText(sheet, String(digit), BARS.x, y + BARS.row / 2, { font, color: digit === label ? colors.ink : colors.muted });
    context.fillStyle = colors.panel;
    context.fillRect(BARS.x + 30, y + 4, room, BARS.row - 8);
    context.fillStyle = digit === label ? colors.green : digit === best ? colors.red : colors.blue;
    context.fillRect(BARS.x + 30, y + 4, room * probability, BARS.row - 8);
    drawText(sheet, percentText(probability, language), FIGURE_WIDTH - MARGIN, y + BARS.row / 2, {
      font,
      color: digit === label ? colors.ink : colors.muted,
      anchor: 'right',
    });
  });
}

function drawCaption(sheet: Sheet, text: string, x: number, width: number): void {
  const font = fonts.bold(fitSize(text, fonts.bold, width, { max: sizes.small, min: 22 }));
  drawText(sheet, text, x, LOWER + 18, { font, color: sheet.colors.ink });
}
