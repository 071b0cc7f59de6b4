import type { Color } from '../vision/display.ts';
import { scaleFor } from '../vision/display.ts';
import type { OrientedFilter } from '../vision/oriented-bank.ts';
import type { Picture, Plane } from '../vision/picture.ts';
import { FIGURE_WIDTH, type Figure, type Style } from './figure.ts';
import { cellColor, frame, largest } from './number-grid.ts';
import { createSheet, drawPicture, drawText, drawTitle, fitPicture, fitSize, type Sheet, wrap } from './sheet.ts';
import { figureTexts } from './texts.ts';
import { fonts, sizes } from './theme.ts';

export interface OrientedFigureInput extends Style {
  photo: Picture;
  /** At most as many as there are colors, each with its map; maps are of the photo's size. */
  bank: OrientedFilter[];
  maps: Plane[];
  /** Index of the largest map at each place. */
  strongest: Uint8Array;
}

const MARGIN = 40;
const INNER = FIGURE_WIDTH - 2 * MARGIN;
const TOP = 116;
const HALF_GAP = 30;
const HALF = (INNER - HALF_GAP) / 2;
const HALF_HEIGHT = 420;
const COLUMNS = 3;
const GAP = 35;
const COLUMN = (INNER - (COLUMNS - 1) * GAP) / COLUMNS;
const MAP_HEIGHT = 320;
const HEAD = 66;
const FILTER_GAP = 20;
const CAPTION = 52;
const SPACE = 34;
const LINE = 44;
/** Maps are read for a scale at so many places. */
const SAMPLES = 40_000;

/** The colors of Okabe and Ito round a circle: orientations that are close have colors that are. */
export const ORIENTATION_COLORS: readonly Color[] = [
  [240, 228, 66],
  [230, 159, 0],
  [213, 94, 0],
  [204, 121, 167],
  [86, 180, 233],
  [0, 158, 115],
];

/** The size at which the photo is drawn: filters are best run at it. */
export const orientedSize = (photo: { width: number; height: number }) => fitPicture(photo, { width: HALF, height: HALF_HEIGHT });

/** A photo, which orientation answers most at each place, and a column for each orientation: its pair of filters above its map. */
export function drawOrientedFigure({ photo, bank, maps, strongest, language, theme }: OrientedFigureInput): Figure {
  const t = figureTexts(language);
  const shown = orientedSize(photo);
  const map = fitPicture(photo, { width: COLUMN, height: MAP_HEIGHT });
  const cell = Math.floor((COLUMN - FILTER_GAP) / 2 / bank[0]!.line.values.length);
  const side = cell * bank[0]!.line.values.length;
  const columnHeight = HEAD + side + 18 + map.height + SPACE;
  const bankTop = TOP + shown.height + CAPTION + SPACE;
  const rows = Math.ceil(bank.length / COLUMNS);
  const notes = [t('oriented-filters'), t('oriented-maps')].flatMap((note) => wrap(note, fonts.text(sizes.small), INNER));
  const sheet = createSheet(bankTop + rows * columnHeight + notes.length * LINE + 30, theme);
  const { colors } = sheet;
  const white = scaleOf(maps);

  drawTitle(sheet, t('oriented-title', { count: bank.length }), { x: MARGIN, y: 58, width: INNER }, sizes.title);
  [
    { picture: photo, label: t('oriented-photo') },
    { picture: winners(maps, strongest, white), label: t('oriented-strongest') },
  ].forEach(({ picture, label }, index) => {
    const x = MARGIN + index * (HALF + HALF_GAP);
    drawPicture(sheet, picture, { x: Math.round(x + (HALF - shown.width) / 2), y: TOP, ...shown });
    const font = fonts.text(fitSize(label, fonts.text, HALF, { max: sizes.small, min: 24 }));
    drawText(sheet, label, x + HALF / 2, TOP + shown.height + CAPTION / 2 + 4, { font, color: colors.ink, anchor: 'center' });
  });

  bank.forEach((filter, index) => {
    const x = MARGIN + (index % COLUMNS) * (COLUMN + GAP);
    const y = bankTop + Math.floor(index / COLUMNS) * columnHeight;
    const color = `rgb(${ORIENTATION_COLORS[index]!.join(', ')})`;
    drawHead(sheet, filter.degrees, color, x, y);
    [filter.line, filter.edge].forEach(({ values }, place) => {
      const left = Math.round(x + (COLUMN - 2 * side - FILTER_GAP) / 2 + place * (side + FILTER_GAP));
      drawPicture(sheet, filterPicture(sheet, values), { x: left, y: y + HEAD, width: side, height: side });
    });
    const rect = { x: Math.round(x + (COLUMN - map.width) / 2), y: y + HEAD + side + 18, ...map };
    drawPicture(sheet, shaded(maps[index]!, white), rect);
    frame(sheet, { x: rect.x - 3, y: rect.y - 3, width: rect.width + 6, height: rect.height + 6 }, color, 6);
  });
  notes.forEach((line, index) => {
    const y = bankTop + rows * columnHeight + (index + 0.5) * LINE;
    drawText(sheet, line, MARGIN, y, { font: fonts.text(sizes.small), color: colors.muted });
  });
  return sheet.figure();
}

/** A bar in its direction and color, and the direction as a number. */
function drawHead(sheet: Sheet, degrees: number, color: string, x: number, y: number): void {
  const { context, colors } = sheet;
  const text = `${degrees}°`;
  const [reach, center] = [24, { x: x + COLUMN / 2 - 50, y: y + HEAD / 2 - 4 }];
  const [across, up] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  for (const [stroke, width] of [
    [colors.ink, 16],
    [color, 11],
  ] as const) {
    context.strokeStyle = stroke;
    context.lineWidth = width;
    context.lineCap = 'round';
    context.beginPath();
    context.moveTo(center.x - reach * across, center.y + reach * up);
    context.lineTo(center.x + reach * across, center.y - reach * up);
    context.stroke();
  }
  context.lineCap = 'butt';
  drawText(sheet, text, x + COLUMN / 2, center.y, { font: fonts.bold(sizes.text), color: colors.ink });
}

/** Weights in two colors around zero, a pixel each. */
function filterPicture(sheet: Sheet, values: number[][]): Picture {
  const scale = largest(values);
  const data = Uint8Array.from(values.flat().flatMap((value) => cellColor(sheet, value, scale)));
  return { width: values[0]!.length, height: values.length, channels: 3, data };
}

/** One scale for all maps: what is shown white. */
function scaleOf(maps: readonly Plane[]): number {
  const places = maps.length * maps[0]!.data.length;
  const step = Math.ceil(places / SAMPLES);
  const sizes = maps.flatMap(({ data }) => Array.from({ length: Math.ceil(data.length / step) }, (_, index) => data[index * step]!));
  // an answer of one gray level is none: even pictures stay black
  return scaleFor(Float32Array.from(sizes), LEAST_WHITE);
}
const LEAST_WHITE = 320;

/** From black at 0 to white at the scale. */
function shaded({ width, height, data }: Plane, white: number): Picture {
  return { width, height, channels: 1, data: Uint8Array.from(data, (value) => Math.round(255 * Math.min(1, value / white))) };
}

/** The color of the orientation that answers most at each place, the brighter the stronger it answers. */
function winners(maps: readonly Plane[], strongest: Uint8Array, white: number): Picture {
  const { width, height } = maps[0]!;
  const data = new Uint8Array(3 * strongest.length);
  strongest.forEach((winner, at) => {
    const share = Math.min(1, maps[winner]!.data[at]! / white);
    ORIENTATION_COLORS[winner]!.forEach((value, channel) => {
      data[3 * at + channel] = Math.round(value * share);
    });
  });
  return { width, height, channels: 3, data };
}
