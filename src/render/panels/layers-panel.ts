import { drawText, fitSize, measure, type Sheet } from '../sheet.ts';
import { fonts } from '../theme.ts';
import { drawArrow } from './arrow.ts';
import type { Fitted, LayersPanel, Room, Words } from './panel.ts';
import { LEAST_TYPE, wrapWithin } from './words.ts';

const NAME_TYPE = 34;
const NAME_LINE = 44;
const LINE_TYPE = 28;
const LINE = 38;
const ARROW = 46;
const INSIDE = 20;
const LEAST_WIDTH = 300;
const MOST_SHAPE = 150;

/** From above to below, each layer in a box of its own. @throws RangeError without layers */
export function fitLayers({ layers }: LayersPanel, room: Room, words: Words): Fitted {
  if (layers.length === 0) throw new RangeError('a network has no layers');
  const shaped = layers.some(({ shape }) => shape !== undefined);
  const shapeRoom = shaped ? MOST_SHAPE + INSIDE : 0;
  const wide = room.width - 2 * INSIDE - shapeRoom;
  const most = Math.max(
    ...layers.flatMap(({ name, lines }) => [
      measure(words.text(name), fonts.bold(NAME_TYPE)),
      ...lines.map((line) => measure(words.text(line), fonts.text(LINE_TYPE))),
    ]),
  );
  const textWidth = Math.min(wide, Math.max(LEAST_WIDTH, Math.ceil(most)));
  const width = textWidth + 2 * INSIDE + shapeRoom;
  const rows = layers.map(({ name, lines, shape }) => {
    const title = words.text(name);
    const nameType = fitSize(title, fonts.bold, textWidth, { max: NAME_TYPE, min: LEAST_TYPE });
    const names = wrapWithin(title, fonts.bold(nameType), textWidth);
    const texts = lines.flatMap((line) => wrapWithin(words.text(line), fonts.text(LINE_TYPE), textWidth));
    const textHeight = names.length * NAME_LINE + texts.length * LINE;
    return { names, nameType, texts, shape, textHeight, height: Math.max(textHeight, shape === undefined ? 0 : 100) + 2 * INSIDE };
  });
  const height = rows.reduce((sum, row) => sum + row.height, 0) + (rows.length - 1) * ARROW;
  const draw = (sheet: Sheet, x: number, y: number) => {
    const { context, colors } = sheet;
    let top = y;
    rows.forEach((row, index) => {
      context.fillStyle = colors.panel;
      context.fillRect(x, top, width, row.height);
      context.fillStyle = colors.blue;
      context.fillRect(x, top, 8, row.height);
      let line = top + (row.height - row.textHeight) / 2;
      for (const text of row.names) {
        drawText(sheet, text, x + INSIDE + 4, line + NAME_LINE / 2, { font: fonts.bold(row.nameType), color: colors.ink });
        line += NAME_LINE;
      }
      for (const text of row.texts) {
        drawText(sheet, text, x + INSIDE + 4, line + LINE / 2, { font: fonts.text(LINE_TYPE), color: colors.muted });
        line += LINE;
      }
      if (index < rows.length - 1)
        drawArrow(
          sheet,
          { x: x + width / 2, y: top + row.height + 4 },
          { x: x + width / 2, y: top + row.height + ARROW - 4 },
          colors.muted,
        );
      top += row.height + ARROW;
    });
  };
  return { width, height, readable: wide >= LEAST_WIDTH, draw };
}
