import type { Picture } from '../vision/picture.ts';
import type { Pooling } from '../vision/pool-picture.ts';
import { FIGURE_WIDTH, type Figure, type Style } from './figure.ts';
import { formatNumber, withDecimalMark } from './numbers.ts';
import { poolFormula } from './pool-formula.ts';
import { createSheet, drawPicture, drawText, drawTitle, fitPicture, fitSize, frameOver, measure, type Rect, type Sheet } from './sheet.ts';
import { figureTexts } from './texts.ts';
import { fonts, sizes } from './theme.ts';

interface Size {
  width: number;
  height: number;
}

/** A few windows side by side, enlarged. Places and sizes in pixels of the photo. */
interface Detail {
  /** First window's row and column. */
  row: number;
  column: number;
  /** Windows along each side, and the pixels that they span. */
  windows: number;
  span: number;
}

export interface PoolFigureInput extends Style {
  layout: ReturnType<typeof poolLayout>;
  before: Picture;
  /** The photo at the size of layout.before, where that is smaller. */
  shrunk: Picture;
  after: Picture;
  pooling: Pooling;
}

const MARGIN = 40;
const GAP = 30;
const INNER = FIGURE_WIDTH - 2 * MARGIN;
const COLUMN = (INNER - GAP) / 2;
const TOP = 116;
const LABEL = 56;
const LINE = 50;
/** The enlarged detail shows about so many pixels of the photo. */
const DETAIL_PIXELS = 18;
const MOST_DETAIL_WINDOWS = 6;
/** Side of the smallest frame around a detail, pixels of the figure. */
const LEAST_MARK = 30;
/** Photos up to this side are enlarged so much anyway that no detail is needed. */
const SMALL_SIDE = 40;

/** How large the pictures are drawn: before and after alike, and the pooled photo at the photo's own scale. */
export function poolLayout(
  before: Size,
  after: Size,
  pooling: Pooling,
): { before: Size; after: Size; small: Size; detail: Omit<Detail, 'row' | 'column'> | undefined } {
  const shown = fitPicture(before, { width: COLUMN, height: 640 });
  const scale = Math.min(shown.width / after.width, (shown.height * 1.1) / after.height);
  const whole = (size: number) => Math.max(1, Math.round(size));
  return {
    before: shown,
    after: { width: whole(after.width * scale), height: whole(after.height * scale) },
    small: {
      width: whole((after.width * shown.width) / before.width),
      height: whole((after.height * shown.height) / before.height),
    },
    detail: detailSize(before, after, pooling),
  };
}

/** So many windows that their pixels can be told apart; none where the photo is small or has too few windows. */
function detailSize(before: Size, after: Size, { size, stride, padding }: Pooling): Omit<Detail, 'row' | 'column'> | undefined {
  if (Math.max(before.width, before.height) <= SMALL_SIDE) return undefined;
  const windows = Math.max(2, Math.min(MOST_DETAIL_WINDOWS, Math.floor((DETAIL_PIXELS - size) / stride) + 1));
  const span = (windows - 1) * stride + size;
  const first = Math.ceil(padding / stride);
  const fits = (input: number, outputs: number) => first * stride - padding + span <= input && first + windows <= outputs;
  return fits(before.width, after.width) && fits(before.height, after.height) ? { windows, span } : undefined;
}

/** A photo before and after pooling, side by side, at one scale, and a few windows enlarged beside their results. */
export function drawPoolFigure(input: PoolFigureInput): Figure {
  const { layout, before, shrunk, after, pooling } = input;
  const t = figureTexts(input.language);
  const rowHeight = Math.max(layout.before.height, layout.after.height);
  const small = layout.small.width < 0.8 * layout.before.width ? layout.small : undefined;
  const stripTop = TOP + rowHeight + LABEL + 24;
  const factsWidth = small === undefined ? INNER : COLUMN;
  const lines = factsOf(input, factsWidth).map((line) => withDecimalMark(line, input.language));
  const stripHeight = Math.max(small === undefined ? 0 : small.height + LABEL, lines.length * LINE);
  const detailTop = stripTop + stripHeight + 24;
  const detail =
    layout.detail === undefined ? undefined : { ...layout.detail, ...liveliest(after, layout.detail.windows, before, pooling) };
  const detailCell = detail === undefined ? 0 : Math.floor(COLUMN / detail.span);
  const detailSide = detail === undefined ? 0 : detailCell * detail.span;
  const sheet = createSheet(detailTop + (detail === undefined ? 10 : detailSide + LABEL + 20), input.theme);
  const { colors } = sheet;
  const caption = (text: string, x: number, y: number, width = COLUMN) =>
    drawText(sheet, text, x + width / 2, y + LABEL / 2, {
      font: fonts.text(fitSize(text, fonts.text, width, { max: sizes.small, min: 20 })),
      color: colors.ink,
      anchor: 'center',
    });
  const second = MARGIN + COLUMN + GAP;
  const centered = (x: number, width: number) => Math.round(x + (COLUMN - width) / 2);

  const title = t(`pool-title-${pooling.kind}`, { size: pooling.size, stride: pooling.stride });
  drawTitle(sheet, title, { x: MARGIN, y: 58, width: INNER }, sizes.title);
  const beforeRect = { x: centered(MARGIN, layout.before.width), y: TOP, ...layout.before };
  const afterRect = { x: centered(second, layout.after.width), y: TOP, ...layout.after };
  drawPicture(sheet, shrunk, beforeRect);
  drawPicture(sheet, after, afterRect);
  const shape = ({ channels, height, width }: Picture) => `${channels}×${height}×${width}`;
  caption(t('pool-before', { shape: shape(before) }), MARGIN, TOP + rowHeight);
  caption(t(small === undefined ? 'pool-after' : 'pool-after-enlarged', { shape: shape(after) }), second, TOP + rowHeight);

  if (small !== undefined) {
    drawPicture(sheet, after, { x: centered(MARGIN, small.width), y: stripTop, ...small });
    caption(t('pool-true-size'), MARGIN, stripTop + small.height);
  }
  const factsX = small === undefined ? MARGIN : second;
  lines.forEach((line, index) => {
    const size = fitSize(line, fonts.text, factsWidth, { max: sizes.text, min: 20 });
    drawText(sheet, line, factsX, stripTop + LINE * (index + 0.5), { font: fonts.text(size), color: colors.ink });
  });

  if (detail !== undefined) {
    const left = { x: centered(MARGIN, detailSide), y: detailTop, width: detailSide, height: detailSide };
    const right = { ...left, x: centered(second, detailSide) };
    drawDetail(sheet, input, detail, { left, right, marks: { before: beforeRect, after: afterRect } });
    caption(t('pool-detail-before', { size: detail.span }), MARGIN, detailTop + detailSide);
    caption(t('pool-detail-after', { size: detail.windows }), second, detailTop + detailSide);
  }
  return sheet.figure();
}

/** The formula for each axis, and what is left of the photo. */
function factsOf({ before, after, pooling, language }: PoolFigureInput, width: number): string[] {
  const t = figureTexts(language);
  const share = (100 * after.width * after.height) / (before.width * before.height);
  return [
    ...breakFormula(poolFormula('H', before.height, after.height, pooling).plain, width),
    ...breakFormula(poolFormula('W', before.width, after.width, pooling).plain, width),
    ...(share < 100
      ? [t('pool-kept', { percent: formatNumber(share, 1) }), t('pool-lost', { percent: formatNumber(100 - share, 1) })]
      : []),
  ];
}

/** A formula that is too long for one line goes on after its first expression. */
function breakFormula(formula: string, width: number): string[] {
  if (measure(formula, fonts.text(sizes.small)) <= width) return [formula];
  const [name, first, ...rest] = formula.split(' = ');
  return [`${name} = ${first}`, `     = ${rest.join(' = ')}`];
}

/** The windows whose results differ most: a flat patch of sky would show nothing. */
function liveliest(after: Picture, windows: number, before: Size, { stride, padding, size }: Pooling): { row: number; column: number } {
  const first = Math.ceil(padding / stride);
  const lastOf = (input: number, outputs: number) =>
    Math.min(outputs - windows, Math.floor((input + padding - size) / stride) - windows + 1);
  const step = Math.max(1, Math.floor(windows / 2));
  let best = { row: first, column: first, range: -1 };
  for (let row = first; row <= lastOf(before.height, after.height); row += step) {
    for (let column = first; column <= lastOf(before.width, after.width); column += step) {
      const range = spread(after, row, column, windows);
      if (range > best.range) best = { row, column, range };
    }
  }
  return { row: best.row, column: best.column };
}

/** Variance of the first two colors' sum over a square of pixels. */
function spread({ width, channels, data }: Picture, row: number, column: number, side: number): number {
  let sum = 0;
  let squares = 0;
  for (let y = row; y < row + side; y++) {
    for (let x = column; x < column + side; x++) {
      const at = (y * width + x) * channels;
      const value = data[at]! + data[at + channels - 1]!;
      sum += value;
      squares += value * value;
    }
  }
  return squares / (side * side) - (sum / (side * side)) ** 2;
}

/** A few windows of the photo and what became of them; three windows and their results in the same colors. */
function drawDetail(
  sheet: Sheet,
  { before, after, pooling }: PoolFigureInput,
  { row, column, windows, span }: Detail,
  { left, right, marks }: { left: Rect; right: Rect; marks: { before: Rect; after: Rect } },
): void {
  const { size, stride, padding } = pooling;
  const { colors } = sheet;
  const origin = { x: column * stride - padding, y: row * stride - padding };
  drawPicture(sheet, crop(before, { ...origin, width: span, height: span }), left);
  drawPicture(sheet, crop(after, { x: column, y: row, width: windows, height: windows }), right);
  const cell = left.width / span;
  const result = right.width / windows;
  const shown: [row: number, column: number, color: string][] = [
    [0, 0, colors.blue],
    [0, 1, colors.orange],
    [1, 1, colors.purple],
  ];
  shown.forEach(([y, x, color], index) => {
    // inside the window's own border, and overlapping ones inside each other
    const inset = 4 + (stride < size ? 7 * index : 0);
    const from = { x: left.x + x * stride * cell, y: left.y + y * stride * cell, width: size * cell, height: size * cell };
    frameOver(sheet, inner(from, inset), color, 5);
    frameOver(sheet, inner({ x: right.x + x * result, y: right.y + y * result, width: result, height: result }, 4), color, 5);
  });
  mark(sheet, marks.before, { x: origin.x / before.width, y: origin.y / before.height }, span / before.width);
  mark(sheet, marks.after, { x: column / after.width, y: row / after.height }, windows / after.width);
}

/** Frames where on a photo the detail lies; place and width as shares of the photo. */
function mark(sheet: Sheet, photo: Rect, place: { x: number; y: number }, share: number): void {
  const side = share * photo.width;
  const shown = Math.max(LEAST_MARK, side);
  const center = { x: photo.x + place.x * photo.width + side / 2, y: photo.y + place.y * photo.height + side / 2 };
  frameOver(sheet, { x: center.x - shown / 2, y: center.y - shown / 2, width: shown, height: shown }, sheet.colors.red, 4);
}

const inner = ({ x, y, width, height }: Rect, inset: number): Rect => ({
  x: x + inset,
  y: y + inset,
  width: width - 2 * inset,
  height: height - 2 * inset,
});

function crop({ width, channels, data }: Picture, rect: Rect): Picture {
  const rows = Array.from({ length: rect.height }, (_, y) => {
    const from = ((rect.y + y) * width + rect.x) * channels;
    return data.subarray(from, from + rect.width * channels);
  });
  const cut = new Uint8Array(rect.width * rect.height * channels);
  rows.forEach((row, y) => {
    cut.set(row, y * rect.width * channels);
  });
  return { width: rect.width, height: rect.height, channels, data: cut };
}
