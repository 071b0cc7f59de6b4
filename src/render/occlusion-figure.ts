import type { Plane } from '../vision/picture.ts';
import { FIGURE_WIDTH, type Figure, type Style } from './figure.ts';
import { BAR_HEIGHT, type DropMap, drawDigit, drawDropBar, drawDrops, type Patch, percent } from './occlusion-parts.ts';
import { createSheet, drawText, drawTitle, fitSize, type Sheet, wrap } from './sheet.ts';
import { figureTexts } from './texts.ts';
import { fonts, sizes } from './theme.ts';

/** A picture with a patch on it, and what the network says of it. */
export interface CoveredDigit {
  picture: Plane;
  patch: Patch;
  /** Of the class that is explained, 0…1. */
  probability: number;
  /** The most probable class. */
  reads: number;
}

export interface OcclusionFigureInput extends Style {
  picture: Plane;
  /** The class that is explained. */
  target: number;
  /** Its probability with nothing covered. */
  whole: number;
  map: DropMap;
  /** 1…4 positions, shown below. */
  places: CoveredDigit[];
}

const MARGIN = 40;
const INNER = FIGURE_WIDTH - 2 * MARGIN;
const GAP = 24;
const TOP = 104;
const CAPTION = 56;
const LINE = 42;

/** The digit beside the map of what each patch takes from its probability; below, some of the patches with what is left. */
export function drawOcclusionFigure({ picture, target, whole, map, places, language, theme }: OcclusionFigureInput): Figure {
  const t = figureTexts(language);
  const half = wholeSteps((INNER - GAP) / 2, picture.width);
  const tile = wholeSteps((INNER - 3 * GAP) / 4, picture.width);
  const { patch, stride, drops } = map;
  const note = wrapped(t('occlusion-note', { patch, stride, rows: drops.height, columns: drops.width, count: drops.data.length }));
  const tilesTop = TOP + CAPTION + half + 22 + BAR_HEIGHT + 76;
  const height = tilesTop + tile + 2 * LINE + 40 + note.length * LINE + 24;
  const sheet = createSheet(height, theme);
  const { colors } = sheet;
  drawTitle(sheet, t('occlusion-title', { digit: target }), { x: MARGIN, y: 56, width: INNER }, sizes.title);
  const right = FIGURE_WIDTH - MARGIN - half;
  const box = { y: TOP + CAPTION, width: half, height: half };
  drawCaption(sheet, t('occlusion-whole', { digit: target, percent: percent(whole) }), MARGIN, half);
  drawCaption(sheet, t('occlusion-drops'), right, half);
  drawDigit(sheet, picture, { x: MARGIN, ...box });
  drawDrops(sheet, picture, map, { x: right, ...box });
  drawDropBar(sheet, { x: right, y: TOP + CAPTION + half + 22, width: half }, [t('occlusion-none'), t('occlusion-all')]);
  drawText(sheet, t('occlusion-places'), MARGIN, tilesTop - 34, { font: fonts.bold(sizes.small), color: colors.ink });
  const step = (INNER - 4 * tile) / 3 + tile;
  places.forEach((place, index) => {
    const x = Math.round(MARGIN + index * step);
    drawDigit(sheet, place.picture, { x, y: tilesTop, width: tile, height: tile }, place.patch);
    const lines = [
      t('occlusion-whole', { digit: target, percent: percent(place.probability) }),
      t('occlusion-reads', { digit: place.reads }),
    ];
    lines.forEach((line, row) => {
      const font = (row === 0 ? fonts.bold : fonts.text)(fitSize(line, row === 0 ? fonts.bold : fonts.text, tile, { max: 32, min: 24 }));
      const color = row === 1 && place.reads !== target ? colors.red : colors.ink;
      drawText(sheet, line, x + tile / 2, tilesTop + tile + 30 + row * LINE, { font, color, anchor: 'center' });
    });
  });
  drawNote(sheet, note, tilesTop + tile + 2 * LINE + 40);
  return sheet.figure();
}

export interface OcclusionColumn {
  /** Stands above the picture: what differs from column to column. */
  caption: string;
  /** At the patch's worst position. */
  covered: CoveredDigit;
  map: DropMap;
}

export interface OcclusionColumnsInput extends Style {
  title: string;
  picture: Plane;
  target: number;
  /** 2 or 3. */
  columns: OcclusionColumn[];
  note: string;
}

/** Occlusions of one digit side by side that differ in one thing: the patch at its worst place above, the map of drops below. */
export function drawOcclusionColumns({ title, picture, target, columns, note, language, theme }: OcclusionColumnsInput): Figure {
  const t = figureTexts(language);
  const side = wholeSteps((INNER - (columns.length - 1) * GAP) / columns.length, picture.width);
  const noted = wrapped(note);
  const mapTop = TOP + CAPTION + side + LINE + 24;
  const barTop = mapTop + side + 22;
  const sheet = createSheet(barTop + BAR_HEIGHT + noted.length * LINE + 40, theme);
  const { colors } = sheet;
  drawTitle(sheet, title, { x: MARGIN, y: 56, width: INNER }, sizes.title);
  const step = (INNER - side) / (columns.length - 1);
  columns.forEach(({ caption, covered, map }, index) => {
    const x = Math.round(MARGIN + index * step);
    drawCaption(sheet, caption, x, side);
    drawDigit(sheet, covered.picture, { x, y: TOP + CAPTION, width: side, height: side }, covered.patch);
    const said = t('occlusion-whole', { digit: target, percent: percent(covered.probability) });
    const more = covered.reads === target ? said : `${said}, ${t('occlusion-reads', { digit: covered.reads })}`;
    const font = fonts.text(fitSize(more, fonts.text, side + GAP / 2, { max: sizes.small, min: 22 }));
    const color = covered.reads === target ? colors.ink : colors.red;
    drawText(sheet, more, x + side / 2, TOP + CAPTION + side + 30, { font, color, anchor: 'center' });
    drawDrops(sheet, picture, map, { x, y: mapTop, width: side, height: side });
  });
  drawDropBar(sheet, { x: MARGIN, y: barTop, width: INNER }, [t('occlusion-none'), t('occlusion-all')]);
  drawNote(sheet, noted, barTop + BAR_HEIGHT + 10);
  return sheet.figure();
}

export interface ReadingsInput extends Style {
  picture: Plane;
  target: number;
  patch: number;
  stride: number;
  rows: number;
  columns: number;
  /** The class read at each position, row by row. */
  readings: number[];
}

/** Which digit the network reads at each position of the patch, written where the patch has its middle (the third map of Zeiler and Fergus). */
export function drawReadings({ picture, target, patch, stride, rows, columns, readings, language, theme }: ReadingsInput): Figure {
  const t = figureTexts(language);
  const side = wholeSteps(INNER, picture.width);
  const scale = side / picture.width;
  const note = wrapped(t('occlusion-readings-note', { patch, stride, rows, columns }));
  const sheet = createSheet(TOP + side + 34 + note.length * LINE + 24, theme);
  const { context } = sheet;
  drawTitle(sheet, t('occlusion-readings', { digit: target }), { x: MARGIN, y: 56, width: INNER }, sizes.title);
  const left = Math.round((FIGURE_WIDTH - side) / 2);
  const dimmed = { ...picture, data: picture.data.map((value) => 0.4 * value) };
  drawDigit(sheet, dimmed, { x: left, y: TOP, width: side, height: side });
  const cell = stride * scale;
  const start = ((patch - stride) / 2) * scale;
  readings.forEach((reads, at) => {
    const x = left + start + (at % columns) * cell;
    const y = TOP + start + Math.floor(at / columns) * cell;
    const other = reads !== target;
    if (other) {
      context.fillStyle = '#e69f00';
      context.fillRect(x + 2, y + 2, cell - 4, cell - 4);
    }
    const font = (other ? fonts.bold : fonts.text)(Math.round(cell * (other ? 0.66 : 0.5)));
    drawText(sheet, String(reads), x + cell / 2, y + cell / 2, { font, color: other ? '#16202c' : '#b4bfca', anchor: 'center' });
  });
  drawNote(sheet, note, TOP + side + 34);
  return sheet.figure();
}

/** The most pixels, at most so many, that a picture of this width fills in whole steps. */
const wholeSteps = (room: number, pixels: number) => Math.floor(room / pixels) * pixels;

const wrapped = (text: string) => wrap(text, fonts.text(sizes.small), INNER);

function drawCaption(sheet: Sheet, text: string, x: number, width: number): void {
  const font = fonts.bold(fitSize(text, fonts.bold, width, { max: 34, min: 24 }));
  drawText(sheet, text, x, TOP + CAPTION / 2 - 2, { font, color: sheet.colors.ink });
}

function drawNote(sheet: Sheet, lines: readonly string[], y: number): void {
  lines.forEach((line, index) => {
    drawText(sheet, line, MARGIN, y + (index + 0.5) * LINE, { font: fonts.text(sizes.small), color: sheet.colors.muted });
  });
}
