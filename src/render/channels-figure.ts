import type { ColorFilter } from '../vision/filter-bank.ts';
import type { Picture, Plane } from '../vision/picture.ts';
import { FIGURE_WIDTH, type Figure, type Style } from './figure.ts';
import { drawGrid, frame, largest } from './number-grid.ts';
import { formatNumber } from './numbers.ts';
import { createSheet, drawPicture, drawText, drawTitle, fitPicture, fitSize, type Sheet } from './sheet.ts';
import { figureTexts } from './texts.ts';
import { type Colors, fonts, sizes } from './theme.ts';

interface Size {
  width: number;
  height: number;
}

export interface ChannelsFigureInput extends Style {
  layout: ReturnType<typeof channelsLayout>;
  /** At the size of layout.photo, where the photo is larger. */
  photo: Picture;
  bank: ColorFilter[];
  maps: Plane[];
  /** Smallest and largest number of each map. */
  ranges: [number, number][];
  shape: { input: number[]; output: number[] };
  stride: number;
  /** Zeros on each side. */
  padding: number;
  parameters: number;
}

const MARGIN = 40;
const INNER = FIGURE_WIDTH - 2 * MARGIN;
const TOP = 116;
const LABEL = 50;
const LINE = 50;
/** Photo and channels stand four in a row, maps three. */
const CHANNEL_GAP = 20;
const CHANNEL_WIDTH = (INNER - 3 * CHANNEL_GAP) / 4;
const CHANNEL_HEIGHT = 300;
const MAP_GAP = 35;
const MAP_HEIGHT = 300;
/** One or two filters are drawn larger, with their weights as numbers. */
const LARGE_MAP_HEIGHT = 560;
const LARGEST_WEIGHT = 64;
const WEIGHT_GAP = 20;
/** In cells of at least this side grids write numbers. */
const LEAST_NUMBER_CELL = 34;
/** Colors on each side of zero. */
const SHADES = 255;
/** Numbers of a map that tell how strong its strongest are. */
const SAMPLES = 20_000;
/** Photos narrower than this by their height stand four in a row. */
const PORTRAIT = 0.8;

/** How large photo and maps are drawn. */
export function channelsLayout(photo: Size, map: Size, filters: number): { photo: Size; map: Size; columns: number } {
  const columns = Math.min(filters, map.width / map.height < PORTRAIT ? 4 : 3);
  const box = { width: columnWidth(columns), height: columns <= 2 ? LARGE_MAP_HEIGHT : MAP_HEIGHT };
  return { photo: fitPicture(photo, { width: CHANNEL_WIDTH, height: CHANNEL_HEIGHT }), map: fitPicture(map, box), columns };
}

const columnWidth = (columns: number) => (INNER - (columns - 1) * MAP_GAP) / columns;

/** A photo, its three channels, and for each filter its weights for red, green and blue above the map that it gives. */
export function drawChannelsFigure(input: ChannelsFigureInput): Figure {
  const { layout, photo, bank, maps, ranges, shape, language, theme } = input;
  const t = figureTexts(language);
  const lines = factsOf(input);
  const { columns } = layout;
  const width = columnWidth(columns);
  const cell = Math.floor(Math.min(LARGEST_WEIGHT, (width - 2 * WEIGHT_GAP - 8) / 9));
  const side = 3 * cell;
  const filterHeight = LABEL + side + 14 + layout.map.height + LABEL + 24;
  const bankTop = TOP + layout.photo.height + LABEL + 34;
  const rows = Math.ceil(bank.length / columns);
  const factsTop = bankTop + rows * filterHeight;
  const sheet = createSheet(factsTop + lines.length * LINE + 30, theme);
  const { colors } = sheet;
  const caption = (text: string, x: number, y: number, width: number, font = fonts.text) =>
    drawText(sheet, text, x + width / 2, y, {
      font: font(fitSize(text, font, width, { max: sizes.small, min: 20 })),
      color: colors.ink,
      anchor: 'center',
    });

  const title = t('channels-title', { filters: bank.length, shape: shape.output.join('×') });
  drawTitle(sheet, title, { x: MARGIN, y: 58, width: INNER }, sizes.title);
  const labels = [t('channels-photo'), t('channels-red'), t('channels-green'), t('channels-blue')];
  labels.forEach((label, index) => {
    const x = MARGIN + index * (CHANNEL_WIDTH + CHANNEL_GAP);
    const rect = { x: Math.round(x + (CHANNEL_WIDTH - layout.photo.width) / 2), y: TOP, ...layout.photo };
    drawPicture(sheet, index === 0 ? photo : channelOf(photo, index - 1), rect);
    if (index > 0) frame(sheet, rect, channelColor(sheet, index - 1));
    caption(label, x, TOP + layout.photo.height + LABEL / 2 + 6, CHANNEL_WIDTH);
  });

  bank.forEach((filter, index) => {
    const x = MARGIN + (index % columns) * (width + MAP_GAP);
    const y = bankTop + Math.floor(index / columns) * filterHeight;
    const share = cell >= LEAST_NUMBER_CELL ? ` · 1/${filter.denominator} ×` : '';
    caption(`${index + 1} · ${filter.name}${share}`, x, y + LABEL / 2, width, fonts.bold);
    drawWeights(sheet, filter, { x: x + (width - 3 * side - 2 * WEIGHT_GAP) / 2, y: y + LABEL, cell });
    const mapTop = y + LABEL + side + 14;
    drawPicture(sheet, colored(maps[index]!, colors), { x: Math.round(x + (width - layout.map.width) / 2), y: mapTop, ...layout.map });
    const ends = ranges[index]!.map((value) => formatNumber(value, Math.abs(value) < 100 ? 1 : 0));
    const range = [...new Set(ends)].join(' … ');
    caption(range, x, mapTop + layout.map.height + LABEL / 2 + 2, width);
  });

  lines.forEach((line, index) => {
    const size = fitSize(line, fonts.text, INNER, { max: sizes.text, min: 20 });
    drawText(sheet, line, MARGIN, factsTop + LINE * (index + 0.5), {
      font: fonts.text(size),
      color: index === 0 ? colors.muted : colors.ink,
    });
  });
  return sheet.figure();
}

/** What the colors mean, and the shapes and numbers of the layer. */
function factsOf({ bank, shape, stride, padding, parameters, language }: ChannelsFigureInput): string[] {
  const t = figureTexts(language);
  const count = bank.length;
  const [, height, width] = shape.input as [number, number, number];
  const [, outHeight, outWidth] = shape.output as [number, number, number];
  return [
    t('channels-colors'),
    t('channels-weights', { shape: `${count}×3×3×3` }),
    t('channels-parameters', { formula: `${count}·(3·3² + 1) = ${parameters}` }),
    `H' = ${sizeFormula(height, outHeight, { stride, padding })}`,
    `W' = ${sizeFormula(width, outWidth, { stride, padding })}`,
  ];
}

function sizeFormula(input: number, output: number, { stride, padding }: { stride: number; padding: number }): string {
  const sum = `${input} + 2·${padding} − 3`;
  return stride === 1 ? `${sum} + 1 = ${output}` : `⌊(${sum}) / ${stride}⌋ + 1 = ${output}`;
}

/** A filter's weights for red, green and blue, each framed in its color. */
function drawWeights(sheet: Sheet, { channels }: ColorFilter, { x, y, cell }: { x: number; y: number; cell: number }): void {
  const scale = Math.max(...channels.map(largest));
  const side = 3 * cell;
  channels.forEach((weights, channel) => {
    const left = x + channel * (side + WEIGHT_GAP);
    drawGrid(sheet, weights, left, y, { cell, scale });
    frame(sheet, { x: left - 2, y: y - 2, width: side + 4, height: side + 4 }, channelColor(sheet, channel), 5);
  });
}

/** Frames of the channels and of the weights that see them. */
const channelColor = ({ colors }: Sheet, channel: number) => [colors.red, colors.green, colors.blue][channel]!;

/** One channel of a photo: numbers from black to white. */
function channelOf({ width, height, channels, data }: Picture, channel: number): Picture {
  if (channels === 1) return { width, height, channels, data };
  return { width, height, channels: 1, data: Uint8Array.from({ length: width * height }, (_, pixel) => data[3 * pixel + channel]!) };
}

/** Numbers in two colors around zero; the strongest hundredth is cut off, so that a few extremes do not make all else pale. */
function colored({ width, height, data }: Plane, { negative, positive, zero }: Colors): Picture {
  const step = Math.ceil(data.length / SAMPLES);
  const sizes = Float32Array.from({ length: Math.ceil(data.length / step) }, (_, index) => Math.abs(data[index * step]!)).sort();
  const strongest = sizes[Math.floor(0.99 * (sizes.length - 1))]! || sizes.at(-1)! || 1;
  // the colors from the strongest below zero to the strongest above it
  const table = Array.from({ length: 2 * SHADES + 1 }, (_, shade) => {
    const share = Math.abs(shade - SHADES) / SHADES;
    const end = shade < SHADES ? negative : positive;
    return zero.map((from, channel) => Math.round(from + (end[channel]! - from) * share));
  });
  const shades = Uint8Array.from(table.flat());
  const pixels = new Uint8Array(3 * data.length);
  for (let index = 0, to = 0; index < data.length; index++, to += 3) {
    const share = Math.max(-1, Math.min(1, data[index]! / strongest));
    const from = 3 * Math.round((share + 1) * SHADES);
    pixels[to] = shades[from]!;
    pixels[to + 1] = shades[from + 1]!;
    pixels[to + 2] = shades[from + 2]!;
  }
  return { width, height, channels: 3, data: pixels };
}
