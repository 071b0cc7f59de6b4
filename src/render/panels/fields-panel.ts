import { outputShape } from '../../vision/convolution.ts';
import { drawText, measure, type Sheet } from '../sheet.ts';
import { fonts } from '../theme.ts';
import type { FieldsPanel, Fitted, Room, Words } from './panel.ts';

const TYPE = 28;
const MOST_CELL = 72;
const LEAST_CELL = 14;
const MOST_HEIGHT = 56;
const BETWEEN = 92;
const LINE = 38;
const LABEL_GAP = 28;
const NONE = { top: 0, right: 0, bottom: 0, left: 0 };

interface Row {
  count: number;
  /** Center of the first cell and how far the next is, in cells of the input. */
  first: number;
  jump: number;
  /** Cells that the output hangs on, in order: a window with holes leaves some out. */
  seen: number[];
}

/** @throws RangeError without layers or for a unit that is not there, Problem `kernel-too-large` for a window larger than its row */
export function fitFields({ size, layers, unit, asked = false }: FieldsPanel, room: Room, words: Words): Fitted {
  if (layers.length === 0 || !Number.isInteger(size) || size < 1) throw new RangeError('there are no layers to look through');
  const rows = rowsOf(size, layers, unit);
  const font = fonts.text(TYPE);
  const names = { input: words.text('@input'), output: words.text('@output') };
  const texts = layers.map(({ f, s = 1, d = 1 }) => [`F = ${f}, S = ${s}`, ...(d === 1 ? [] : [`D = ${d}`])]);
  const labelWidth = Math.ceil(Math.max(...[...texts.flat(), ...Object.values(names)].map((text) => measure(text, font)))) + LABEL_GAP;
  const cell = Math.floor(Math.min(MOST_CELL, (room.width - labelWidth) / size));
  const tall = Math.min(cell, MOST_HEIGHT);
  const rowHeight = Math.max(tall, LINE);
  const width = labelWidth + cell * size;
  const height = rows.length * rowHeight + layers.length * BETWEEN;
  const draw = (sheet: Sheet, x: number, y: number) => {
    const { context, colors } = sheet;
    const left = x + labelWidth;
    // the output stands above, the input below
    const middleOf = (row: number) => y + rowHeight / 2 + (rows.length - 1 - row) * (rowHeight + BETWEEN);
    const topOf = (row: number) => middleOf(row) - tall / 2;
    const edges = ({ first, jump }: Row, index: number) => left + (first + jump * index) * cell - cell / 2;
    for (let row = 0; row + 1 < rows.length && !asked; row++) {
      const [below, above] = [rows[row]!, rows[row + 1]!];
      context.fillStyle = colors.orange;
      context.globalAlpha = 0.25;
      context.beginPath();
      context.moveTo(edges(above, above.seen[0]!), topOf(row + 1) + tall);
      context.lineTo(edges(above, above.seen.at(-1)!) + cell, topOf(row + 1) + tall);
      context.lineTo(edges(below, below.seen.at(-1)!) + cell, topOf(row));
      context.lineTo(edges(below, below.seen[0]!), topOf(row));
      context.fill();
      context.globalAlpha = 1;
    }
    rows.forEach((row, index) => {
      for (let at = 0; at < row.count; at++) {
        const seen = row.seen.includes(at) && !(asked && index < rows.length - 1);
        context.fillStyle = seen ? colors.orange : colors.background;
        context.fillRect(edges(row, at), topOf(index), cell, tall);
        context.strokeStyle = colors.muted;
        context.lineWidth = 2;
        context.strokeRect(edges(row, at), topOf(index), cell, tall);
      }
    });
    const word = (text: string, at: number) => drawText(sheet, text, x, at, { font, color: colors.ink });
    word(names.output, middleOf(rows.length - 1));
    word(names.input, middleOf(0));
    texts.forEach((lines, index) => {
      const between = (middleOf(index) + middleOf(index + 1)) / 2;
      lines.forEach((line, row) => {
        word(line, between + (row - (lines.length - 1) / 2) * LINE);
      });
    });
  };
  return { width, height, readable: cell >= LEAST_CELL, draw };
}

function rowsOf(size: number, layers: FieldsPanel['layers'], unit: number | undefined): Row[] {
  const rows: Row[] = [{ count: size, first: 0.5, jump: 1, seen: [] }];
  for (const { f, s = 1, d = 1 } of layers) {
    const { count, first, jump } = rows.at(-1)!;
    const { width } = outputShape({ height: 1, width: count }, { height: 1, width: f }, { stride: s, dilation: d, padding: NONE });
    rows.push({ count: width, first: first + (jump * d * (f - 1)) / 2, jump: jump * s, seen: [] });
  }
  const last = rows.at(-1)!;
  const chosen = unit ?? Math.floor((last.count - 1) / 2);
  if (!Number.isInteger(chosen) || chosen < 0 || chosen >= last.count) throw new RangeError(`the output has no cell ${chosen}`);
  last.seen = [chosen];
  for (let layer = layers.length - 1; layer >= 0; layer--) {
    const { f, s = 1, d = 1 } = layers[layer]!;
    const read = rows[layer + 1]!.seen.flatMap((cell) => Array.from({ length: f }, (_, at) => cell * s + at * d));
    rows[layer]!.seen = [...new Set(read)].sort((one, other) => one - other);
  }
  return rows;
}
