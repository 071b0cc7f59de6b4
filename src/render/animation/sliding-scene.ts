import { type Border, numberAt } from '../../vision/border.ts';
import type { Padding } from '../../vision/convolution.ts';
import { type Cell, cellFont, drawCells, signedCell } from '../cells.ts';
import type { Style } from '../figure.ts';
import { cellText, frame, largest } from '../number-grid.ts';
import { formatNumber } from '../numbers.ts';
import { drawText, fitSize, hatch, type Rect, type Sheet } from '../sheet.ts';
import { figureTexts } from '../texts.ts';
import { fonts } from '../theme.ts';
import { drawHeader, drawLines, framed, gridCaption, INNER, LINE, MARGIN, square, tint, windowFacts } from './grid-parts.ts';
import { exactColors, MAX_FRAMES, SCENE_WIDTH, type Scene, timed } from './scene.ts';
import { addsRowByRow, formulaOf, type Step } from './sliding-formula.ts';
import { GAP, type Place, type SlidingLayout, slidingLayout } from './sliding-layout.ts';
import { type Stop, shownStops } from './stops.ts';

export interface SceneKernel {
  /** Drawn above the grid, e.g. `sobel_x`; the plain word where it is left out. */
  name?: string;
  values: number[][];
  denominator: number;
}

export interface SlidingSceneInput extends Style {
  /** `inserted`: a transposed convolution as an ordinary one, with zeros between the cells of its input. */
  kind: 'convolve' | 'inserted' | 'max' | 'average';
  input: number[][];
  padding: Padding;
  /** Zeros between neighboring cells of the input, drawn hatched; they are part of `input` already. */
  inserted?: number;
  /** `border`: what the padding holds; zeros if not given. */
  window: { rows: number; columns: number; stride: number; dilation: number; border?: Border };
  /** The kernels are drawn as they were turned by 180°. */
  flipped?: boolean;
  /** One; two, whose results are combined as √(a² + b²); none for pooling. */
  kernels: SceneKernel[];
  output: number[][];
  unreached: { rows: number; columns: number };
}

/** Numbers smaller than this nobody reads on a phone, pixels. */
const LEAST_NUMBER = 15;
/** Cells at least this large show the kernel's weight in their corner. */
const CELL_FOR_WEIGHT = 50;
/** Frames for the first window, whose rows are added one by one, and for beginning and end. */
const OTHER_FRAMES = 8;

/** A window that slides over a grid of numbers, the sum below it, and the output that grows. */
export function slidingScene(input: SlidingSceneInput): Scene {
  const { output, window } = input;
  const stops = shownStops(output.length, output[0]!.length, MAX_FRAMES - OTHER_FRAMES);
  const steps = stepsOf(stops, addsRowByRow(input) ? window.rows : 1, window.rows);
  const layout = slidingLayout(input);
  const lines = Math.max(...steps.map((step) => formulaOf(input, step).length));
  const top = layout.bottom + 58;
  const height = Math.ceil(top + lines * LINE + 8);
  return {
    width: SCENE_WIDTH,
    height,
    frames: steps.length,
    draw: (index) =>
      framed(height, input.theme, (sheet) => {
        drawTitle(sheet, input);
        drawGrids(sheet, input, layout, steps[index]!);
        drawLines(sheet, formulaOf(input, steps[index]!), top);
      }),
    duration: timed(steps.length),
    exact: exactColors(input.theme),
  };
}

function stepsOf(stops: readonly Stop[], firstRows: number, rows: number): Step[] {
  const first = stops[0]!;
  const built = Array.from({ length: firstRows - 1 }, (_, row): Step => ({ kind: 'window', stop: first, rows: row + 1 }));
  return [
    { kind: 'start', stop: first, rows: 0 },
    ...built,
    ...stops.map((stop): Step => ({ kind: 'window', stop, rows })),
    { kind: 'end', stop: stops.at(-1)!, rows },
  ];
}

function drawTitle(sheet: Sheet, { kind, input, kernels, output, window, padding, flipped, language }: SlidingSceneInput): void {
  const t = figureTexts(language);
  const shape = (rows: readonly unknown[][]) => `${rows.length}×${rows[0]!.length}`;
  const applied = kernels[0] === undefined ? '' : ` ⋆ ${shape(kernels[0].values)}`;
  const pooling = kernels.length === 0;
  const name = `${t(`animation-${kind}`)}${pooling ? ` ${window.rows}×${window.columns}` : ''}`;
  drawHeader(sheet, `${name}: ${shape(input)}${applied} → ${shape(output)}`, windowFacts(t, { ...window, padding, pooling, flipped }));
}

function drawGrids(sheet: Sheet, scene: SlidingSceneInput, layout: SlidingLayout, step: Step): void {
  const { input, padding, kernels, output, window, unreached, language } = scene;
  const t = figureTexts(language);
  const { colors } = sheet;
  const columns = input[0]!.length + padding.left + padding.right;
  const rows = input.length + padding.top + padding.bottom;
  const beside = layout.output.x > layout.input.x + columns * layout.input.cell;

  gridCaption(sheet, t('animation-input'), layout.input, Math.max(160, columns * layout.input.cell));
  drawInput(sheet, scene, layout.input, step);
  const area = { x: layout.input.x, y: layout.input.y, width: columns * layout.input.cell, height: rows * layout.input.cell };
  if (step.kind === 'end') hatchUnreached(sheet, area, unreached, layout.input.cell);

  const room = beside ? SCENE_WIDTH - MARGIN - layout.output.x : INNER / 2;
  kernels.forEach(({ name, values, denominator }, index) => {
    const { cell } = layout.kernel;
    const x = layout.kernel.x + index * (values[0]!.length + 0.5) * cell;
    const over = denominator === 1 ? '' : ` /${formatNumber(denominator)}`;
    const width = kernels.length > 1 ? values[0]!.length * cell : Math.max(values[0]!.length * cell, room - (beside ? 0 : GAP));
    const label = `${name ?? t('animation-kernel')}${over}`;
    if (!beside && kernels.length === 1) gridCaption(sheet, label, { x: SCENE_WIDTH - MARGIN, y: layout.kernel.y }, width, 'right');
    else gridCaption(sheet, label, { x, y: layout.kernel.y }, width);
    const scale = largest(values);
    const font = fontFor(values.flat(), cell);
    drawCells(
      sheet,
      values.map((row) => row.map((value) => signedCell(sheet, value, scale))),
      { x, y: layout.kernel.y },
      square(cell),
      font,
    );
  });

  gridCaption(sheet, t('animation-output'), layout.output, Math.max(150, output[0]!.length * layout.output.cell));
  drawOutput(sheet, scene, layout.output, step);
  if (step.kind === 'window' && window.dilation > 1) {
    // the kernel's holes: the frame says how far it reaches
    const { cell } = layout.input;
    frame(
      sheet,
      {
        x: layout.input.x + step.stop.x * window.stride * cell,
        y: layout.input.y + step.stop.y * window.stride * cell,
        width: (window.dilation * (window.columns - 1) + 1) * cell,
        height: (window.dilation * (window.rows - 1) + 1) * cell,
      },
      colors.orange,
      5,
    );
  }
}

const fontFor = (values: readonly number[], cell: number) => cellFont(values.map(cellText), square(cell), { max: 38, min: 10 });

function drawInput(sheet: Sheet, scene: SlidingSceneInput, { x, y, cell }: Place, step: Step): void {
  const { input, padding, inserted = 0, window, kernels } = scene;
  const { colors, context } = sheet;
  const scale = largest(input);
  const rows = input.length + padding.top + padding.bottom;
  const columns = input[0]!.length + padding.left + padding.right;
  const cells = Array.from({ length: rows }, (_row, i) =>
    Array.from({ length: columns }, (_column, j): Cell => {
      const [row, column] = [i - padding.top, j - padding.left];
      const value = input[row]?.[column];
      const hollow = value === undefined || row % (inserted + 1) !== 0 || column % (inserted + 1) !== 0;
      const around = numberAt(input, row, column, window.border) ?? 0;
      return hollow ? { text: cellText(around), fill: [255, 255, 255], hollow: true } : signedCell(sheet, value, scale);
    }),
  );
  const font = fontFor(input.flat(), cell);
  drawCells(sheet, cells, { x, y }, square(cell), font);
  if (step.kind !== 'window') return;
  const weights = kernels.length === 1 && cell >= CELL_FOR_WEIGHT ? kernels[0]!.values : undefined;
  const top = step.stop.y * window.stride;
  const left = step.stop.x * window.stride;
  const weightSize =
    weights === undefined ? 0 : fitSize(longestWeight(weights), fonts.bold, cell - 8, { max: Math.floor(cell * 0.32), min: 8 });
  for (let i = 0; i < step.rows; i++) {
    for (let j = 0; j < window.columns; j++) {
      const rect = { x: x + (left + j * window.dilation) * cell, y: y + (top + i * window.dilation) * cell, ...square(cell) };
      const covered = cells[top + i * window.dilation]![left + j * window.dilation]!;
      context.fillStyle = tint(sheet);
      context.fillRect(rect.x, rect.y, cell, cell);
      const raised = weights === undefined ? 0 : cell * 0.12;
      drawText(sheet, covered.text, rect.x + cell / 2, rect.y + cell / 2 - raised, {
        font: fonts.mono(font),
        color: colors.ink,
        anchor: 'center',
      });
      if (weights !== undefined) {
        drawText(sheet, `×${cellText(weights[i]![j]!)}`, rect.x + cell - 5, rect.y + cell - weightSize * 0.62, {
          font: fonts.bold(weightSize),
          color: colors.red,
          anchor: 'right',
        });
      }
      frame(sheet, { x: rect.x + 1.5, y: rect.y + 1.5, width: cell - 3, height: cell - 3 }, colors.orange, 3);
    }
  }
  if (window.dilation === 1)
    frame(sheet, { x: x + left * cell, y: y + top * cell, width: window.columns * cell, height: window.rows * cell }, colors.orange, 6);
}

const longestWeight = (weights: number[][]) =>
  weights
    .flat()
    .map((value) => `×${cellText(value)}`)
    .reduce((found, text) => (text.length > found.length ? text : found), '');

function drawOutput(sheet: Sheet, { output, window }: SlidingSceneInput, { x, y, cell }: Place, step: Step): void {
  const { colors, context } = sheet;
  const columns = output[0]!.length;
  const done = step.kind === 'start' ? -1 : step.stop.y * columns + step.stop.x;
  const scale = largest(output);
  const { font, text: textOf } = outputText(output, cell);
  const cells = output.map((row, i) =>
    row.map(
      (value, j): Cell =>
        i * columns + j <= done ? { ...signedCell(sheet, value, scale), text: textOf(value) } : { text: '', fill: hexToRgb(colors.panel) },
    ),
  );
  drawCells(sheet, cells, { x, y }, square(cell), font);
  if (step.kind !== 'window') return;
  const rect = { x: x + step.stop.x * cell, y: y + step.stop.y * cell, ...square(cell) };
  context.fillStyle = tint(sheet);
  context.fillRect(rect.x, rect.y, cell, cell);
  // the cell is filled when its sum is complete
  if (step.rows === window.rows) {
    const text = textOf(output[step.stop.y]![step.stop.x]!);
    drawText(sheet, text, rect.x + cell / 2, rect.y + cell / 2, { font: fonts.mono(font), color: colors.ink, anchor: 'center' });
  }
  frame(sheet, rect, colors.orange, 6);
}

/** Two decimals where they can be read, else one, else no numbers: the formula below has them. */
function outputText(output: number[][], cell: number): { font: number; text: (value: number) => string } {
  for (const text of [cellText, (value: number) => formatNumber(value, 1)]) {
    const font = cellFont(output.flat().map(text), square(cell), { max: 38, min: 1 });
    if (font >= LEAST_NUMBER) return { font, text };
  }
  return { font: LEAST_NUMBER, text: () => '' };
}

const hexToRgb = (color: string) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)) as [number, number, number];

function hatchUnreached(
  sheet: Sheet,
  { x, y, width, height }: Rect,
  { rows, columns }: { rows: number; columns: number },
  cell: number,
): void {
  const { red } = sheet.colors;
  if (columns > 0) hatch(sheet, { x: x + width - columns * cell, y, width: columns * cell, height }, red, 14, 3);
  if (rows > 0) hatch(sheet, { x, y: y + height - rows * cell, width, height: rows * cell }, red, 14, 3);
}
