import type { Border } from '../../vision/border.ts';
import type { Padding } from '../../vision/convolution.ts';
import type { Picture } from '../../vision/picture.ts';
import { cellFont, drawCells, grayCell, signedCell } from '../cells.ts';
import type { Style } from '../figure.ts';
import { mark, scaled } from '../marks.ts';
import { cellText, largest } from '../number-grid.ts';
import { formatNumber } from '../numbers.ts';
import { dot, productRow, total } from '../products.ts';
import { drawPicture, drawText, fitPicture, fitSize, type Rect, type Sheet, wrap } from '../sheet.ts';
import { figureTexts } from '../texts.ts';
import { fonts } from '../theme.ts';
import { drawHeader, framed, INNER, MARGIN, square, windowFacts } from './grid-parts.ts';
import { exactColors, SCENE_WIDTH, type Scene, timed } from './scene.ts';
import type { SceneKernel } from './sliding-scene.ts';
import { evenly, type Stop } from './stops.ts';

interface Size {
  width: number;
  height: number;
}

/** One window of the photo in numbers. */
export interface WindowNumbers {
  /** Levels 0…255 under the window; outside the photo what its border puts there. */
  pixels: number[][];
  /** What each kernel gives there; nothing for pooling. */
  sums: number[];
  /** The number that the output has there. */
  value: number;
}

export interface PhotoSceneInput extends Style {
  /** The filter's name, or `max` or `average` for pooling. */
  name: string;
  /** Both resized to the layout already, or small enough to be drawn as they are. */
  before: Picture;
  after: Picture;
  layout: ReturnType<typeof photoLayout>;
  /** Sizes of the photo and of the output, before they were resized. */
  input: Size;
  output: Size;
  window: { rows: number; columns: number; stride: number; dilation: number; padding: Padding; border?: Border };
  /** None for pooling. */
  kernels: SceneKernel[];
  /** The kernels are drawn as they were turned by 180°. */
  flipped?: boolean;
  /** Of a photo in color: which channel the numbers are of. */
  channel?: 'green';
  numbers(stop: Stop): WindowNumbers;
}

/** Pictures this much wider than high stand one above the other. */
const STACK_ABOVE = 1.25;
const TOP = 140;
const LABEL = 46;
/** Below the pictures: captions, grids, and a formula of three lines. */
const PANEL = 400;
/** Products that are written out. */
const MOST_PRODUCTS = 9;
/** Where the window stops: so many rows of so many. */
const STOP_ROWS = 8;
const STOPS_A_ROW = 6;
/** A window on a large photo is only a few pixels: its frame is never smaller than this. */
const LEAST_FRAME = 26;
const LEAST_MARK = 16;
/** Numbers that a grid may have in a row and still be read. */
const MOST_NUMBERS = 5;

/** How large the two pictures are drawn: whoever has them resized to this beforehand saves most of the drawing's time. */
export function photoLayout(before: Size, after: Size): { stacked: boolean; before: Size; after: Size } {
  const stacked = before.width / before.height > STACK_ABOVE;
  const box = stacked ? { width: INNER, height: 350 } : { width: (INNER - 24) / 2, height: 460 };
  const shown = fitPicture(before, box);
  const scale = shown.width / before.width;
  // both at one scale, so that strides and lost borders show
  const fitted = fitPicture(after, {
    width: Math.max(shown.width / 3, Math.min(box.width, after.width * scale)),
    height: Math.max(shown.height / 3, Math.min(box.height, after.height * scale)),
  });
  return { stacked, before: shown, after: fitted };
}

/** A window that moves over the learner's photo, its numbers below, and the output that appears behind it. */
export function photoScene(scene: PhotoSceneInput): Scene {
  const { layout, output, window, language } = scene;
  const t = figureTexts(language);
  const rows = evenly(output.height, Math.min(STOP_ROWS, output.height));
  const columns = evenly(output.width, Math.min(STOPS_A_ROW, output.width));
  const stops = rows.flatMap((y) => columns.map((x) => ({ y, x })));
  const steps: (Stop | undefined)[] = [undefined, ...stops, undefined];
  const pictures = layout.stacked
    ? layout.before.height + layout.after.height + 2 * LABEL
    : Math.max(layout.before.height, layout.after.height) + LABEL;
  const panelTop = TOP + pictures + 24;
  const height = panelTop + PANEL;
  const facts = windowFacts(t, { ...window, pooling: scene.kernels.length === 0, flipped: scene.flipped });
  const title = `${nameOf(scene)} ${window.rows}×${window.columns}`;
  return {
    width: SCENE_WIDTH,
    height,
    frames: steps.length,
    draw: (index) =>
      framed(height, scene.theme, (sheet) => {
        const stop = steps[index];
        drawHeader(sheet, title, facts);
        drawPictures(sheet, scene, stop, index === 0);
        if (stop === undefined) drawEnds(sheet, scene, panelTop, index === 0);
        else drawPanel(sheet, scene, stop, panelTop);
      }),
    duration: timed(steps.length),
    exact: exactColors(scene.theme),
  };
}

function nameOf({ name, language }: PhotoSceneInput): string {
  const t = figureTexts(language);
  if (name === 'max' || name === 'average') return t(`animation-${name}`);
  return name === 'typed' ? t('convolve-typed') : name;
}

function places({ layout }: PhotoSceneInput): { before: Rect; after: Rect } {
  const column = layout.stacked ? INNER : (INNER - 24) / 2;
  const center = (x: number, width: number) => Math.round(x + (column - width) / 2);
  const { before, after } = layout;
  return {
    before: { x: center(MARGIN, before.width), y: TOP, ...before },
    after: layout.stacked
      ? { x: center(MARGIN, after.width), y: TOP + before.height + LABEL, ...after }
      : { x: center(MARGIN + column + 24, after.width), y: TOP, ...after },
  };
}

function drawPictures(sheet: Sheet, scene: PhotoSceneInput, stop: Stop | undefined, start: boolean): void {
  const { before, after, input, output, language } = scene;
  const { context, colors } = sheet;
  const t = figureTexts(language);
  const place = places(scene);
  drawPicture(sheet, before, place.before);
  drawPicture(sheet, after, place.after);
  // what is not reached yet is covered again
  const done = start ? { y: 0, x: -1 } : stop;
  context.fillStyle = colors.panel;
  if (done !== undefined) {
    const { x, y, width, height } = place.after;
    const rows = Math.max(1, Math.min(STOP_ROWS, output.height));
    const band = Math.min(rows - 1, Math.floor((done.y * rows) / output.height));
    const top = Math.round((band * height) / rows);
    const bottom = Math.round(((band + 1) * height) / rows);
    const left = Math.round(((done.x + 1) * width) / output.width);
    context.fillRect(x + left, y + top, width - left, bottom - top);
    context.fillRect(x, y + bottom, width, height - bottom);
  }
  const caption = (text: string, { x, y, width, height }: Rect) =>
    drawText(sheet, text, x + width / 2, y + height + LABEL / 2, {
      font: fonts.text(fitSize(text, fonts.text, scene.layout.stacked ? INNER : INNER / 2 - 12, { max: 25, min: 15 })),
      color: colors.ink,
      anchor: 'center',
    });
  caption(t('convolve-before', { shape: `${input.height}×${input.width}` }), place.before);
  caption(t('convolve-after', { shape: `${output.height}×${output.width}` }), place.after);
  if (stop === undefined) return;
  const { rows, columns, stride, dilation, padding } = scene.window;
  const window = {
    x: stop.x * stride - padding.left,
    y: stop.y * stride - padding.top,
    width: dilation * (columns - 1) + 1,
    height: dilation * (rows - 1) + 1,
  };
  mark(sheet, scaled(window, place.before, input), place.before, LEAST_FRAME);
  mark(sheet, scaled({ x: stop.x, y: stop.y, width: 1, height: 1 }, place.after, output), place.after, LEAST_MARK);
}

/** Before the first window and after the last one: what is going on, in words. */
function drawEnds(sheet: Sheet, scene: PhotoSceneInput, top: number, start: boolean): void {
  const t = figureTexts(scene.language);
  const pooling = scene.kernels.length === 0;
  const first = t(pooling ? `animation-start-${scene.name}` : 'animation-start-convolve');
  const begin = scene.flipped === true ? `${t('animation-start-flipped')} ${first}` : first;
  wrap(start ? begin : t('animation-photo-done'), fonts.text(30), INNER).forEach((line, index) => {
    drawText(sheet, line, MARGIN, top + 40 + index * 44, { font: fonts.text(30), color: sheet.colors.ink });
  });
}

/** The window's pixels, the kernel, and the number that they give. */
function drawPanel(sheet: Sheet, scene: PhotoSceneInput, stop: Stop, top: number): void {
  const { kernels, window, language, channel } = scene;
  const { colors } = sheet;
  const t = figureTexts(language);
  const numbers = scene.numbers(stop);
  const { pixels, value } = numbers;
  const gridTop = top + 46;
  const side = kernels.length === 2 ? 186 : 216;
  const caption = (text: string, x: number, width: number) =>
    drawText(sheet, text, x, top + 16, {
      font: fonts.bold(fitSize(text, fonts.bold, width, { max: 25, min: 14 })),
      color: colors.ink,
    });
  const grid = (cells: ReturnType<typeof grayCell>[][], x: number) => {
    const cell = Math.floor(side / Math.max(window.rows, window.columns));
    const readable = Math.max(window.rows, window.columns) <= MOST_NUMBERS;
    const font = cellFont(
      cells.flat().map(({ text }) => text),
      square(cell),
      { max: 34, min: 10 },
    );
    drawCells(sheet, cells, { x, y: gridTop }, square(cell), readable ? font : undefined);
  };
  caption(t(channel === undefined ? 'animation-pixels' : `animation-pixels-${channel}`), MARGIN, side);
  grid(
    pixels.map((row) => row.map(grayCell)),
    MARGIN,
  );
  kernels.forEach(({ name, values, denominator }, index) => {
    const x = MARGIN + (index + 1) * (side + 28);
    const over = denominator === 1 ? '' : ` /${formatNumber(denominator)}`;
    caption(`${name ?? t('animation-kernel')}${over}`, x, side);
    const scale = largest(values);
    grid(
      values.map((row) => row.map((weight) => signedCell(sheet, weight, scale))),
      x,
    );
  });
  const lines = resultLines(scene, stop, numbers);
  const x = MARGIN + (kernels.length + 1) * (side + 28);
  const beside = kernels.length < 2 ? SCENE_WIDTH - MARGIN - x : 0;
  if (beside > 0) {
    const text = `= ${cellText(value)}`;
    drawText(sheet, text, x, gridTop + side / 2, {
      font: fonts.bold(fitSize(text, fonts.bold, beside, { max: 62, min: 26 })),
      color: colors.ink,
    });
  }
  const size = Math.min(...lines.map((line) => fitSize(line, fonts.mono, INNER, { max: 28, min: 15 })));
  lines.forEach((line, index) => {
    drawText(sheet, line, MARGIN, gridTop + side + 30 + index * 38, { font: fonts.mono(size), color: colors.ink });
  });
}

function resultLines({ kernels, name, language }: PhotoSceneInput, stop: Stop, { pixels, sums, value }: WindowNumbers): string[] {
  const t = figureTexts(language);
  const place = `out[${stop.y}][${stop.x}]`;
  const listed = pixels.flat();
  if (kernels.length === 0) {
    if (listed.length > MOST_PRODUCTS) return [`${place} = ${t(`animation-${name}-of`, { count: listed.length })} = ${cellText(value)}`];
    const text = name === 'max' ? `max(${listed.join(', ')})` : `(${listed.join(' + ')}) / ${listed.length}`;
    return wrap(`${place} = ${text} = ${cellText(value)}`, fonts.mono(24), INNER);
  }
  if (kernels.length === 2) {
    const [x, y] = sums.map((sum) => cellText(sum));
    return [`gx = ${x}, gy = ${y}`, `${place} = √(gx² + gy²) = ${cellText(value)}`];
  }
  const { values, denominator } = kernels[0]!;
  if (listed.length > MOST_PRODUCTS) return [`${place} = Σ ${t('animation-pixel')}·${t('animation-kernel')} = ${cellText(value)}`];
  const products = values.map((row, index) => productRow(pixels[index]!, row)).join(' + ');
  const sum = values.reduce((so, row, index) => so + dot(pixels[index]!, row), 0);
  return wrap(`${place} = ${products} ${total(sum, denominator)}`, fonts.mono(23), INNER);
}
