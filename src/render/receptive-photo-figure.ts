import type { Picture } from '../vision/picture.ts';
import { FIGURE_WIDTH, type Figure, type Style } from './figure.ts';
import { createSheet, drawPicture, drawText, drawTitle, fitSize, frameOver, type Rect, type Sheet } from './sheet.ts';
import { figureTexts } from './texts.ts';
import { fonts, sizes } from './theme.ts';

/** What one cell of a layer sees of the photo: parts of its width and height; below 0 and above 1 it looks into the padding. */
export interface SightBox {
  label: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface SightPhotoInput extends Style {
  /** Of the size that `sightPhotoSize` gives. */
  photo: Picture;
  /** From the first layer to the last: boxes grow. At most 6, as colors tell apart no more. */
  boxes: SightBox[];
  /** Influence of each column and row of the chain's input on the chosen output. */
  columns: number[];
  rows: number[];
  title: string;
}

const MARGIN = 48;
const INNER = FIGURE_WIDTH - 2 * MARGIN;
const MOST_HEIGHT = 900;
const TOP = 120;
const LEGEND = 46;

/** How large the photo is drawn. */
export function sightPhotoSize({ width, height }: { width: number; height: number }): { width: number; height: number } {
  const scale = Math.min(INNER / width, MOST_HEIGHT / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** The photo with what one cell of each layer sees, and below it how strongly each place counts for the last one. */
export function drawSightPhoto({ photo, boxes, columns, rows, title, language, theme }: SightPhotoInput): Figure {
  const t = figureTexts(language);
  const { width, height } = photo;
  const legendTop = TOP + height + 30;
  const heatTop = legendTop + boxes.length * LEGEND + 70;
  const sheet = createSheet(heatTop + height + 40, theme);
  const { colors } = sheet;
  const palette = [colors.sky, colors.green, colors.orange, colors.purple, colors.red, colors.blue];
  const colorOf = (index: number) => palette[palette.length - boxes.length + index]!;
  drawTitle(sheet, title, { x: MARGIN, y: 62, width: INNER }, sizes.title);
  const place = { x: Math.round(MARGIN + (INNER - width) / 2), y: TOP, width, height };
  drawPicture(sheet, photo, place);
  // the largest first, so that the smaller ones lie on it
  [...boxes.entries()].reverse().forEach(([index, box]) => {
    frameOver(sheet, within(box, place), colorOf(index), 6);
  });
  boxes.forEach(({ label }, index) => {
    const y = legendTop + index * LEGEND + 20;
    sheet.context.fillStyle = colorOf(index);
    sheet.context.fillRect(MARGIN, y - 15, 30, 30);
    line(sheet, label, MARGIN + 46, y, INNER - 46);
  });
  line(sheet, t('sight-heat'), MARGIN, heatTop - 36, INNER);
  drawPicture(sheet, heated(photo, rows, columns), { ...place, y: heatTop });
  return sheet.figure();
}

function line(sheet: Sheet, text: string, x: number, y: number, width: number): void {
  const font = fonts.text(fitSize(text, fonts.text, width, { max: sizes.small, min: 22 }));
  drawText(sheet, text, x, y, { font, color: sheet.colors.ink });
}

/** A box as far as it lies on the photo, at least as large as its frame. */
function within({ left, top, right, bottom }: SightBox, { x, y, width, height }: Rect): Rect {
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  const rect = { x: x + clip(left) * width, y: y + clip(top) * height };
  return { ...rect, width: Math.max(8, x + clip(right) * width - rect.x), height: Math.max(8, y + clip(bottom) * height - rect.y) };
}

/** The photo in dark gray, lit up in orange where it counts; full color at the largest influence. */
function heated({ width, height, channels, data }: Picture, rows: readonly number[], columns: readonly number[]): Picture {
  const largest = (values: readonly number[]) => values.reduce((found, value) => Math.max(found, value), 0) || 1;
  const [most, highest] = [largest(columns), largest(rows)];
  const strengths = (values: readonly number[], pixels: number, end: number) =>
    Array.from({ length: pixels }, (_, at) => (values[Math.floor((at * values.length) / pixels)] ?? 0) / end);
  const across = strengths(columns, width, most);
  const down = strengths(rows, height, highest);
  const out = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * channels;
      const gray = channels === 3 ? 0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]! : data[at]!;
      // the square root: what counts a hundredth is still seen
      const heat = Math.sqrt(across[x]! * down[y]!);
      const to = (y * width + x) * 3;
      out[to] = gray * 0.35 * (1 - heat) + 255 * heat * (0.45 + (0.55 * gray) / 255);
      out[to + 1] = gray * 0.35 * (1 - heat) + 170 * heat * (0.45 + (0.55 * gray) / 255);
      out[to + 2] = gray * 0.35 * (1 - heat) + 40 * heat * (0.45 + (0.55 * gray) / 255);
    }
  }
  return { width, height, channels: 3, data: out };
}
