import type { Picture } from '../vision/picture.ts';
import { FIGURE_WIDTH, type Figure, type Style } from './figure.ts';
import { createSheet, drawPicture, drawText, drawTitle, fitSize, wrap } from './sheet.ts';
import { fonts, sizes } from './theme.ts';

export interface PictureRowsInput extends Style {
  title: string;
  /** Each row's name stands before its pictures; all rows have equally many. */
  rows: { name: string; pictures: Picture[] }[];
  notes: string[];
}

const MARGIN = 40;
const INNER = FIGURE_WIDTH - 2 * MARGIN;
const TOP = 116;
const NAMES = 230;
const GAP = 14;
const NOTE_LINE = 44;

/** Rows of small pictures in color, drawn in big pixels, each row with its name. */
export function drawPictureRows({ title, rows, notes, theme }: PictureRowsInput): Figure {
  const columns = Math.max(...rows.map(({ pictures }) => pictures.length));
  const side = Math.floor((INNER - NAMES - (columns - 1) * GAP) / columns);
  const noted = notes.flatMap((note) => wrap(note, fonts.text(sizes.small), INNER));
  const sheet = createSheet(TOP + rows.length * (side + GAP) + 16 + noted.length * NOTE_LINE + 24, theme);
  const { colors } = sheet;
  drawTitle(sheet, title, { x: MARGIN, y: 58, width: INNER }, sizes.title);
  rows.forEach(({ name, pictures }, row) => {
    const y = TOP + row * (side + GAP);
    const font = fonts.bold(fitSize(name, fonts.bold, NAMES - 20, { max: sizes.text + 2, min: 22 }));
    drawText(sheet, name, MARGIN, y + side / 2, { font, color: colors.ink });
    pictures.forEach((picture, column) => {
      drawPicture(sheet, picture, { x: MARGIN + NAMES + column * (side + GAP), y, width: side, height: side });
    });
  });
  noted.forEach((line, index) => {
    const y = TOP + rows.length * (side + GAP) + 16 + (index + 0.5) * NOTE_LINE;
    drawText(sheet, line, MARGIN, y, { font: fonts.text(sizes.small), color: colors.muted });
  });
  return sheet.figure();
}
