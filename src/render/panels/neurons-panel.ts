import { drawText, measure, type Sheet } from '../sheet.ts';
import { fonts } from '../theme.ts';
import type { Fitted, NeuronsPanel, Room, Words } from './panel.ts';
import { LEAST_TYPE, wrapWithin } from './words.ts';

const SHOWN = 6;
const RADIUS = 24;
const STEP = 76;
const LABEL_LINE = 38;
const LEAST_COLUMN = 150;
const MOST_COLUMN = 330;
/** Where on its line a weight's name stands, from its start. */
const WEIGHT_AT = 0.32;

/** @throws RangeError for fewer than two layers, or a layer without neurons */
export function fitNeurons({ layers, weights = false }: NeuronsPanel, room: Room, words: Words): Fitted {
  if (layers.length < 2) throw new RangeError('a fully connected network has two layers at least');
  if (layers.some(({ count }) => !Number.isInteger(count) || count < 1)) throw new RangeError('a layer has no neurons');
  const column = Math.min(MOST_COLUMN, room.width / layers.length);
  const type = LEAST_TYPE + 2;
  const labels = layers.map(({ label }) => wrapWithin(words.text(label), fonts.text(type), column - 12));
  const slots = layers.map(({ count, shown = SHOWN }) => slotsOf(count, Math.max(2, shown)));
  const most = Math.max(...slots.map((list) => list.length));
  const body = most * STEP;
  const height = body + 12 + Math.max(...labels.map((lines) => lines.length)) * LABEL_LINE;
  const draw = (sheet: Sheet, x: number, y: number) => {
    const { context, colors } = sheet;
    const centers = slots.map((list, layer) =>
      list.map((dots, index) => ({ dots, x: x + (layer + 0.5) * column, y: y + body / 2 + (index - (list.length - 1) / 2) * STEP })),
    );
    for (let layer = 1; layer < centers.length; layer++) {
      for (const from of centers[layer - 1]!) {
        centers[layer]!.forEach((to, index) => {
          if (from.dots || to.dots) return;
          const marked = weights && layer === 1 && index === 0;
          context.strokeStyle = marked ? colors.red : colors.line;
          context.lineWidth = marked ? 5 : 2.5;
          context.beginPath();
          context.moveTo(from.x, from.y);
          context.lineTo(to.x, to.y);
          context.stroke();
        });
      }
    }
    if (weights) drawWeights(sheet, centers[0]!, centers[1]![0]!, layers[0]!.count);
    centers.forEach((list, layer) => {
      for (const center of list) {
        context.fillStyle = layer === 0 ? colors.sky : layer === centers.length - 1 ? colors.orange : colors.blue;
        for (const shift of center.dots ? [-14, 0, 14] : []) {
          context.beginPath();
          context.arc(center.x, center.y + shift, 5, 0, 2 * Math.PI);
          context.fill();
        }
        if (center.dots) continue;
        context.beginPath();
        context.arc(center.x, center.y, RADIUS, 0, 2 * Math.PI);
        context.fill();
      }
      labels[layer]!.forEach((line, index) => {
        drawText(sheet, line, x + (layer + 0.5) * column, y + body + 12 + (index + 0.5) * LABEL_LINE, {
          font: fonts.text(type),
          color: colors.ink,
          anchor: 'center',
        });
      });
    });
  };
  return { width: column * layers.length, height, readable: column >= LEAST_COLUMN, draw };
}

interface Center {
  dots: boolean;
  x: number;
  y: number;
}

/** w₁, w₂, … on the lines into one neuron, each beside the circle where it starts. */
function drawWeights(sheet: Sheet, from: readonly Center[], to: Center, count: number): void {
  const font = fonts.bold(LEAST_TYPE + 2);
  from.forEach((center, index) => {
    if (center.dots) return;
    const number = index === from.length - 1 ? count : index + 1;
    const text = `w${[...String(number)].map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]).join('')}`;
    const x = center.x + (to.x - center.x) * WEIGHT_AT;
    const y = center.y + (to.y - center.y) * WEIGHT_AT;
    const width = measure(text, font) + 8;
    sheet.context.fillStyle = sheet.colors.background;
    sheet.context.fillRect(x - width / 2, y - 18, width, 36);
    drawText(sheet, text, x, y, { font, color: sheet.colors.red, anchor: 'center' });
  });
}

/** One entry a circle from above to below; true stands for those left out. */
function slotsOf(count: number, shown: number): boolean[] {
  if (count <= shown) return new Array<boolean>(count).fill(false);
  return [...new Array<boolean>(shown - 1).fill(false), true, false];
}
