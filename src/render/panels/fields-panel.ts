import { outputShape } from '../../vision/convolution.ts';
import { drawText, measure, type Sheet } from '../sheet.ts';
import { fonts } from '../theme.ts';
import type { FieldsPanel, Fitted, Room, Words } from './panel.ts';

const TYPE = 28;
const MOST_CELL = 72;
const LEAST_CELL = 14;
const BETWEEN = 84;
const LABEL = 44;
const NONE = { top: 0, right: 0, bottom: 0, left: 0 };

interface Row {
  count: number;
  /** Center of the first cell and how far the next is, in cells of the input. */
  first: number;
  jump: number;
  /** Cells of the cone, the last one included. */
  seen: [from: number, to: number];
}

/** @throws RangeError without layers or for a unit that is not there, Problem `kernel-too-large` for a window larger than its row */
export function fitFields({ size, layers, unit }: FieldsPanel, room: Room, words: Words): Fitted {
  if (layers.length === 0 || !Number.isInteger(size) || size < 1) throw new RangeError('there are no layers to look through');
  const rows = rowsOf(size, layers, unit);
  const cell = Math.floor(Math.min(MOST_CELL, room.width / size));
  const tall = Math.min(cell, 56);
  const texts = layers.map(({ f, s = 1, d = 1 }) => `F = ${f}, S = ${s}${d === 1 ? '' : `, D = ${d}`}`);
  const width = Math.max(cell * size, ...texts.map((text) => Math.ceil(measure(text, fonts.text(TYPE)))));
  const height = 2 * LABEL + rows.length * tall + layers.length * BETWEEN;
  const draw = (sheet: Sheet, x: number, y: number) => {
    const { context, colors } = sheet;
    const left = x + (width - cell * size) / 2;
    // the output stands above, the input below
    const topOf = (row: number) => y + LABEL + (rows.length - 1 - row) * (tall + BETWEEN);
    const edges = ({ first, jump }: Row, index: number) => left + (first + jump * index) * cell - cell / 2;
    for (let row = 0; row + 1 < rows.length; row++) {
      const [below, above] = [rows[row]!, rows[row + 1]!];
      context.fillStyle = colors.orange;
      context.globalAlpha = 0.25;
      context.beginPath();
      context.moveTo(edges(above, above.seen[0]), topOf(row + 1) + tall);
      context.lineTo(edges(above, above.seen[1]) + cell, topOf(row + 1) + tall);
      context.lineTo(edges(below, below.seen[1]) + cell, topOf(row));
      context.lineTo(edges(below, below.seen[0]), topOf(row));
      context.fill();
      context.globalAlpha = 1;
    }
    rows.forEach((row, index) => {
      for (let at = 0; at < row.count; at++) {
        const seen = at >= row.seen[0] && at <= row.seen[1];
        context.fillStyle = seen ? colors.orange : colors.background;
        context.fillRect(edges(row, at), topOf(index), cell, tall);
        context.strokeStyle = colors.muted;
        context.lineWidth = 2;
        context.strokeRect(edges(row, at), topOf(index), cell, tall);
      }
    });
    const word = (text: string, at: number) => drawText(sheet, text, x, at, { font: fonts.text(TYPE), color: colors.muted });
    word(words.text('@output'), y + LABEL / 2);
    word(words.text('@input'), y + height - LABEL / 2);
    texts.forEach((text, index) => {
      word(text, topOf(index) - BETWEEN / 2);
    });
  };
  return { width, height, readable: cell >= LEAST_CELL, draw };
}

function rowsOf(size: number, layers: FieldsPanel['layers'], unit: number | undefined): Row[] {
  const rows: Row[] = [{ count: size, first: 0.5, jump: 1, seen: [0, 0] }];
  for (const { f, s = 1, d = 1 } of layers) {
    const { count, first, jump } = rows.at(-1)!;
    const { width } = outputShape({ height: 1, width: count }, { height: 1, width: f }, { stride: s, dilation: d, padding: NONE });
    rows.push({ count: width, first: first + (jump * d * (f - 1)) / 2, jump: jump * s, seen: [0, 0] });
  }
  const last = rows.at(-1)!;
  const chosen = unit ?? Math.floor((last.count - 1) / 2);
  if (!Number.isInteger(chosen) || chosen < 0 || chosen >= last.count) throw new RangeError(`the output has no cell ${chosen}`);
  last.seen = [chosen, chosen];
  for (let layer = layers.length - 1; layer >= 0; layer--) {
    const { f, s = 1, d = 1 } = layers[layer]!;
    const [from, to] = rows[layer + 1]!.seen;
    rows[layer]!.seen = [from * s, to * s + d * (f - 1)];
  }
  return rows;
}
