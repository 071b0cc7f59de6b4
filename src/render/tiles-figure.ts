import type { Picture, Plane } from '../vision/picture.ts';
import { FIGURE_WIDTH, type Figure, type Style } from './figure.ts';
import { frame } from './number-grid.ts';
import { createSheet, drawPicture, drawText, drawTitle, fitPicture, fitSize, type Sheet, wrap } from './sheet.ts';
import { fonts, sizes } from './theme.ts';

export interface Tile {
  plane: Plane;
  /** Framed: agrees (green) or not (red). */
  mark?: 'good' | 'bad';
  /** Stands below it; short. */
  label?: string;
  /** Where it differs from its group. */
  signed?: boolean;
  /** A second line below the label; short. */
  value?: string;
}

export interface TileGroup {
  /** Stands above its tiles. */
  caption?: string;
  tiles: Tile[];
  columns: number;
  /** Where the numbers have signs: orange below zero, blue above. Else zero is black and the largest white. */
  signed: boolean;
  /** Tiles have a scale of their own each; else one for the group. */
  ownScale?: boolean;
  /** What is white, where several groups share a scale. */
  scale?: number;
  /** Tiles as large as the columns allow. */
  large?: boolean;
}

export interface TilesFigureInput extends Style {
  title: string;
  groups: TileGroup[];
  /** What is to be known about it, below; wrapped. */
  notes?: string[];
}

const MARGIN = 40;
const INNER = FIGURE_WIDTH - 2 * MARGIN;
const TOP = 116;
const GAP = 16;
/** Tiles are no larger than this, unless there are three at most in a row. */
const MOST_TILE = 210;
const FEW = 3;
const CAPTION_LINE = 42;
const LABEL = 40;
const GROUP_GAP = 30;
const NOTE_LINE = 44;

/** Many small pictures in rows: filters, maps, patches or digits, drawn in big pixels. */
export function drawTilesFigure({ title, groups, notes = [], theme }: TilesFigureInput): Figure {
  const laid = groups.map((group) => {
    const room = Math.floor((INNER - (group.columns - 1) * GAP) / group.columns);
    const side = group.columns <= FEW || group.large === true ? room : Math.min(MOST_TILE, room);
    const lines = group.caption === undefined ? [] : wrap(group.caption, fonts.text(sizes.small), INNER);
    const words = Math.max(0, ...group.tiles.map((tile) => labelsOf(tile).length));
    const row = side + GAP + words * LABEL;
    const head = lines.length === 0 ? 0 : lines.length * CAPTION_LINE + 10;
    return { group, side, lines, row, head, height: head + Math.ceil(group.tiles.length / group.columns) * row + GROUP_GAP };
  });
  const noted = notes.flatMap((note) => wrap(note, fonts.text(sizes.small), INNER));
  const height = TOP + laid.reduce((sum, group) => sum + group.height, 0) + noted.length * NOTE_LINE + 30;
  const sheet = createSheet(height, theme);
  const { colors } = sheet;
  drawTitle(sheet, title, { x: MARGIN, y: 58, width: INNER }, sizes.title);
  let y = TOP;
  for (const { group, side, lines, row, head, height: groupHeight } of laid) {
    lines.forEach((line, index) => {
      drawText(sheet, line, MARGIN, y + (index + 0.5) * CAPTION_LINE, { font: fonts.text(sizes.small), color: colors.ink });
    });
    drawGroup(sheet, group, { y: y + head, side, row });
    y += groupHeight;
  }
  noted.forEach((line, index) => {
    drawText(sheet, line, MARGIN, y + (index + 0.5) * NOTE_LINE, { font: fonts.text(sizes.small), color: colors.muted });
  });
  return sheet.figure();
}

function drawGroup(
  sheet: Sheet,
  { tiles, columns, signed, ownScale, scale }: TileGroup,
  at: { y: number; side: number; row: number },
): void {
  const { colors } = sheet;
  const largest = (plane: Plane) => plane.data.reduce((found, value) => Math.max(found, Math.abs(value)), 0);
  const shared = scale ?? Math.max(0, ...tiles.map(({ plane }) => largest(plane)));
  const fitted = tiles.map(({ plane }) => fitPicture(plane, { width: at.side, height: at.side }));
  const tallest = Math.max(0, ...fitted.map(({ height }) => height));
  tiles.forEach((tile, index) => {
    const { plane, mark, signed: own = signed } = tile;
    const x = MARGIN + (index % columns) * (at.side + GAP);
    const y = at.y + Math.floor(index / columns) * at.row;
    const size = fitted[index]!;
    const rect = { x: Math.round(x + (at.side - size.width) / 2), y, ...size };
    drawPicture(sheet, shaded(sheet, plane, ownScale === true ? largest(plane) : shared, own), rect);
    if (mark !== undefined) frame(sheet, rect, mark === 'good' ? colors.green : colors.red, 8);
    labelsOf(tile).forEach((text, line) => {
      const look = line === 0 ? fonts.bold : fonts.text;
      const font = look(fitSize(text, look, at.side + GAP - 4, { max: sizes.small, min: 22 }));
      drawText(sheet, text, x + at.side / 2, y + tallest + (line + 0.5) * LABEL + 4, { font, color: colors.ink, anchor: 'center' });
    });
  });
}

const labelsOf = ({ label, value }: Tile) => [label, value].filter((text) => text !== undefined);

/** Numbers as shades: around zero in two colors, or from black at zero to white at the scale. */
export function shaded(
  { colors: { negative, positive, zero } }: Sheet,
  { width, height, data }: Plane,
  scale: number,
  signed: boolean,
): Picture {
  const share = (value: number) => (scale === 0 ? 0 : Math.min(1, Math.abs(value) / scale));
  if (!signed) return { width, height, channels: 1, data: Uint8Array.from(data, (value) => Math.round(255 * share(Math.max(0, value)))) };
  const pixels = new Uint8Array(3 * data.length);
  data.forEach((value, at) => {
    const end = value < 0 ? negative : positive;
    zero.forEach((from, channel) => {
      pixels[3 * at + channel] = Math.round(from + (end[channel]! - from) * share(value));
    });
  });
  return { width, height, channels: 3, data: pixels };
}
