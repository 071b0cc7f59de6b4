import { type Canvas, type CanvasRenderingContext2D, createCanvas, type ImageData } from 'canvas';
import type { Picture } from '../vision/picture.ts';
import { rgbOfCanvas } from '../vision/simd/canvas-pixels.ts';
import { FIGURE_WIDTH, type Figure, type Theme } from './figure.ts';
import { type Colors, colors, fonts } from './theme.ts';

/** The alpha of a pixel that hides what is behind it, in the highest byte. */
const OPAQUE = 0xff000000;

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Sheet {
  context: CanvasRenderingContext2D;
  colors: Colors;
  width: number;
  height: number;
  /** Pictures that lie over all that is drawn. */
  placed: { picture: Picture; x: number; y: number }[];
  figure(): Figure;
}

/** A blank figure of the theme. */
export function createSheet(height: number, theme: Theme, width = FIGURE_WIDTH): Sheet {
  const canvas = createCanvas(width, Math.ceil(height));
  const context = canvas.getContext('2d');
  const palette = colors[theme];
  context.fillStyle = palette.background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.textBaseline = 'middle';
  const placed: Sheet['placed'] = [];
  return {
    context,
    colors: palette,
    width: canvas.width,
    height: canvas.height,
    placed,
    figure() {
      const figure = toFigure(canvas);
      for (const { picture, x, y } of placed) lay(picture, figure, x, y);
      return figure;
    },
  };
}

let ruler: CanvasRenderingContext2D | undefined;

/** Width of a text in a font, pixels; asked before anything is drawn. */
export function measure(text: string, font: string): number {
  ruler ??= createCanvas(1, 1).getContext('2d');
  ruler.font = font;
  return ruler.measureText(text).width;
}

/** Lines of at most `width` pixels; a word that is longer alone stands on its own line. */
export function wrap(text: string, font: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && measure(`${last} ${word}`, font) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The largest size in min…max at which the text fits the width. */
export function fitSize(text: string, font: (size: number) => string, width: number, { max, min }: { max: number; min: number }): number {
  const wide = measure(text, font(max));
  return wide <= width ? max : Math.max(min, Math.floor((max * width) / wide));
}

/** Draws one line; `anchor` is where x stands. */
export function drawText(
  { context }: Sheet,
  text: string,
  x: number,
  y: number,
  look: { font: string; color: string; anchor?: 'left' | 'center' | 'right' },
): void {
  context.font = look.font;
  context.fillStyle = look.color;
  context.textAlign = look.anchor ?? 'left';
  context.fillText(text, x, y);
}

/** A text in the largest bold size that fits the width, from the left. */
export function drawTitle(sheet: Sheet, text: string, rect: Omit<Rect, 'height'>, max: number): void {
  const size = fitSize(text, fonts.bold, rect.width, { max, min: 24 });
  drawText(sheet, text, rect.x, rect.y, { font: fonts.bold(size), color: sheet.colors.ink });
}

/** Draws a frame that stands out from any picture: colored, on a white one that is wider by 4 pixels. */
export function frameOver({ context }: Sheet, { x, y, width, height }: Rect, color: string, lineWidth = 6): void {
  for (const [look, thickness] of [
    ['#ffffff', lineWidth + 4],
    [color, lineWidth],
  ] as const) {
    context.strokeStyle = look;
    context.lineWidth = thickness;
    context.strokeRect(x, y, width, height);
  }
}

/** Diagonal lines over a rectangle: cells that are not there, or that nobody reads. */
export function hatch({ context }: Sheet, { x, y, width, height }: Rect, color: string, gap = 10, lineWidth = 2): void {
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  context.strokeStyle = color;
  context.lineWidth = lineWidth;
  context.beginPath();
  for (let start = x - height; start < x + width; start += gap) {
    context.moveTo(start, y + height);
    context.lineTo(start + height, y);
  }
  context.stroke();
  context.restore();
}

/** The largest size of a picture inside a box, its shape kept. Small pictures grow by whole steps, so that pixels stay square. */
export function fitPicture(
  picture: { width: number; height: number },
  box: { width: number; height: number },
): { width: number; height: number } {
  const scale = Math.min(box.width / picture.width, box.height / picture.height);
  const whole = scale >= 2 ? Math.floor(scale) : scale;
  return { width: Math.max(1, Math.round(picture.width * whole)), height: Math.max(1, Math.round(picture.height * whole)) };
}

/** Draws a picture at exactly this size: averaged when it shrinks, in square pixels when it grows. */
export function drawPicture(sheet: Sheet, picture: Picture, rect: Rect): void {
  const { width, height } = rect;
  const pixels = sheet.context.createImageData(width, height);
  if (picture.width === width && picture.height === height) copyPixels(picture, pixels.data);
  else if (picture.width <= width && picture.height <= height) repeatPixels(picture, pixels);
  else averagePixels(picture, pixels);
  sheet.context.putImageData(pixels, rect.x, rect.y);
  edge(sheet, rect);
}

/**
 * The same for a photo that nothing is drawn over: one that has this size already goes into the figure as it is, which saves a third of the
 * figure's time.
 */
export function placePicture(sheet: Sheet, picture: Picture, rect: Rect): void {
  if (picture.width !== rect.width || picture.height !== rect.height) drawPicture(sheet, picture, rect);
  else {
    sheet.placed.push({ picture, x: rect.x, y: rect.y });
    edge(sheet, rect);
  }
}

function edge({ context, colors: palette }: Sheet, { x, y, width, height }: Rect): void {
  context.strokeStyle = palette.line;
  context.lineWidth = 2;
  context.strokeRect(x - 1, y - 1, width + 2, height + 2);
}

function lay({ width, height, channels, data }: Picture, figure: Figure, x: number, y: number): void {
  for (let row = 0; row < height; row++) {
    const start = ((y + row) * figure.width + x) * 3;
    const pixels = data.subarray(row * width * channels, (row + 1) * width * channels);
    if (channels === 3) figure.data.set(pixels, start);
    else
      for (let from = 0, to = start; from < width; from++, to += 3)
        figure.data[to] = figure.data[to + 1] = figure.data[to + 2] = pixels[from]!;
  }
}

function copyPixels({ channels, data: source }: Picture, target: Uint8ClampedArray): void {
  const green = channels === 3 ? 1 : 0;
  const blue = channels === 3 ? 2 : 0;
  // red in the lowest byte, alpha in the highest, on every machine that Node runs on: one write a pixel instead of four
  const pixels = new Uint32Array(target.buffer, target.byteOffset, target.length / 4);
  for (let from = 0, to = 0; to < pixels.length; from += channels, to++)
    pixels[to] = OPAQUE | (source[from + blue]! << 16) | (source[from + green]! << 8) | source[from]!;
}

/** A picture that grows: each pixel again and again. */
function repeatPixels(picture: Picture, { width, height, data }: ImageData): void {
  const small = new Uint8ClampedArray(4 * picture.width * picture.height);
  copyPixels(picture, small);
  const source = new Uint32Array(small.buffer);
  const pixels = new Uint32Array(data.buffer, data.byteOffset, data.length / 4);
  const columns = Int32Array.from({ length: width }, (_, x) => Math.floor((x * picture.width) / width));
  for (let y = 0, before = -1; y < height; y++) {
    const row = Math.floor((y * picture.height) / height);
    if (row === before) pixels.copyWithin(y * width, (y - 1) * width, y * width);
    else for (let x = 0; x < width; x++) pixels[y * width + x] = source[row * picture.width + columns[x]!]!;
    before = row;
  }
}

function averagePixels(picture: Picture, { width, height, data }: ImageData): void {
  const columns = Array.from({ length: width + 1 }, (_, x) => (x * picture.width) / width);
  const { channels } = picture;
  for (let y = 0; y < height; y++) {
    const top = Math.floor((y * picture.height) / height);
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * picture.height) / height));
    for (let x = 0; x < width; x++) {
      const left = Math.floor(columns[x]!);
      const right = Math.max(left + 1, Math.floor(columns[x + 1]!));
      let [red, green, blue] = [0, 0, 0];
      for (let row = top; row < bottom; row++) {
        let at = (row * picture.width + left) * channels;
        for (let column = left; column < right; column++, at += channels) {
          red += picture.data[at]!;
          if (channels === 3) {
            green += picture.data[at + 1]!;
            blue += picture.data[at + 2]!;
          }
        }
      }
      const count = (bottom - top) * (right - left);
      const to = (y * width + x) * 4;
      data[to] = red / count;
      data[to + 1] = (channels === 3 ? green : red) / count;
      data[to + 2] = (channels === 3 ? blue : red) / count;
      data[to + 3] = 255;
    }
  }
}

function toFigure(canvas: Canvas): Figure {
  return { width: canvas.width, height: canvas.height, channels: 3, data: rgbOfCanvas(canvas.toBuffer('raw')) };
}
