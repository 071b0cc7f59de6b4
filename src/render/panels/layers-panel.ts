import { drawText, fitSize, measure, type Sheet } from '../sheet.ts';
import { fonts } from '../theme.ts';
import { drawArrow } from './arrow.ts';
import type { Fitted, LayersPanel, Room, Words } from './panel.ts';
import { drawVolume, volumesOf } from './volume.ts';
import { LEAST_TYPE, wrapWithin } from './words.ts';

/** Type sizes and room over the figure's whole width, and in half of it. */
const WIDE = { name: 38, nameLine: 50, line: 32, lineHeight: 43, shape: 150 };
const NARROW = { name: 32, nameLine: 42, line: 28, lineHeight: 38, shape: 104 };
const WIDE_ROOM = 700;
const ARROW = 46;
const INSIDE = 20;
/** The colored edge of a layer. */
const EDGE = 8;
const LEAST_TEXT = 220;

/** From above to below, each layer in a box of its own. @throws RangeError without layers or for shapes that are none */
export function fitLayers({ layers }: LayersPanel, room: Room, words: Words): Fitted {
  if (layers.length === 0) throw new RangeError('a network has no layers');
  const look = room.width >= WIDE_ROOM ? WIDE : NARROW;
  const volumes = volumesOf(
    layers.map(({ shape }) => shape),
    look.shape,
  );
  const shapeRoom = Math.max(0, ...volumes.map((volume) => (volume === undefined ? 0 : volume.width + volume.depth + 2 * INSIDE)));
  const most = room.width - 2 * INSIDE - EDGE - shapeRoom;
  const natural = layers.flatMap(({ name, lines }) => [
    measure(words.text(name), fonts.bold(look.name)),
    ...lines.map((line) => measure(words.text(line), lineFont(words.text(line), look.line))),
  ]);
  const textWidth = Math.min(most, Math.max(LEAST_TEXT, Math.ceil(Math.max(...natural))));
  const width = textWidth + 2 * INSIDE + EDGE + shapeRoom;
  const rows = layers.map(({ name, lines }, index) => {
    const title = words.text(name);
    const nameType = fitSize(title, fonts.bold, textWidth, { max: look.name, min: LEAST_TYPE });
    const names = wrapWithin(title, fonts.bold(nameType), textWidth);
    const texts = lines.flatMap((line) => {
      const font = lineFont(words.text(line), look.line);
      return wrapWithin(words.text(line), font, textWidth).map((text) => ({ text, font }));
    });
    const volume = volumes[index];
    const textHeight = names.length * look.nameLine + texts.length * look.lineHeight;
    return {
      names,
      nameType,
      texts,
      volume,
      textHeight,
      height: Math.max(textHeight, (volume?.height ?? 0) + (volume?.depth ?? 0)) + 2 * INSIDE,
    };
  });
  const height = rows.reduce((sum, row) => sum + row.height, 0) + (rows.length - 1) * ARROW;

  const draw = (sheet: Sheet, x: number, y: number) => {
    const { context, colors } = sheet;
    const textX = x + EDGE + INSIDE;
    let top = y;
    rows.forEach((row, index) => {
      context.fillStyle = colors.panel;
      context.fillRect(x, top, width, row.height);
      context.fillStyle = colors.blue;
      context.fillRect(x, top, EDGE, row.height);
      let line = top + (row.height - row.textHeight) / 2;
      for (const text of row.names) {
        drawText(sheet, text, textX, line + look.nameLine / 2, { font: fonts.bold(row.nameType), color: colors.ink });
        line += look.nameLine;
      }
      for (const { text, font } of row.texts) {
        drawText(sheet, text, textX, line + look.lineHeight / 2, { font, color: isAsked(text) ? colors.ink : colors.muted });
        line += look.lineHeight;
      }
      if (row.volume !== undefined) {
        const { volume } = row;
        const center = { x: x + width - shapeRoom / 2, y: top + row.height / 2 };
        drawVolume(sheet, volume, center.x - (volume.width + volume.depth) / 2, center.y - (volume.height + volume.depth) / 2);
      }
      const bottom = top + row.height;
      const middle = x + width / 2;
      if (index < rows.length - 1) drawArrow(sheet, { x: middle, y: bottom + 4 }, { x: middle, y: bottom + ARROW - 4 }, colors.muted);
      top = bottom + ARROW;
    });
  };
  return { width, height, readable: most >= LEAST_TEXT, draw };
}

const isAsked = (text: string) => text.includes('?');
/** What is asked stands out. */
const lineFont = (text: string, size: number) => (isAsked(text) ? fonts.bold(size) : fonts.text(size));
