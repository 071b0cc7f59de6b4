import { drawText, measure, type Sheet } from '../sheet.ts';
import { fonts } from '../theme.ts';
import type { Fitted, GroupsPanel, Room, Words } from './panel.ts';
import { LEAST_TYPE } from './words.ts';

const MOST_CIRCLES = 12;
const RADIUS = 22;
const STEP = 64;
/** Between the two columns of circles; lines that meet at a circle must stay apart. */
const MOST_ACROSS = 400;
const LEAST_ACROSS = 200;
const LABEL = 52;

/** Input channels on the left, filters on the right, and a line where a filter sees a channel; each group in a color of its own. @throws RangeError */
export function fitGroups({ channels, filters, groups }: GroupsPanel, room: Room, words: Words): Fitted {
  const counts = [channels, filters, groups];
  if (!counts.every((count) => Number.isInteger(count) && count >= 1 && count <= MOST_CIRCLES))
    throw new RangeError(`a layer in groups is drawn with 1 to ${MOST_CIRCLES} channels, filters and groups`);
  if (channels % groups > 0 || filters % groups > 0) throw new RangeError('channels and filters do not part into equal groups');
  const font = fonts.text(LEAST_TYPE + 2);
  const labels = [words.text('@channels'), words.text('@filters')] as const;
  // labels are centered on their columns, so half of each sticks out
  const [left, right] = labels.map((label) => Math.max(RADIUS, measure(label, font) / 2)) as [number, number];
  const across = Math.floor(Math.min(MOST_ACROSS, room.width - left - right));
  const width = Math.ceil(left + across + right);
  const body = Math.max(channels, filters) * STEP;
  const draw = (sheet: Sheet, x: number, y: number) => {
    const { context, colors } = sheet;
    const palette = [colors.blue, colors.orange, colors.green, colors.purple];
    const place = (count: number, index: number) => y + LABEL + body / 2 + (index - (count - 1) / 2) * STEP;
    const [from, to] = [x + left, x + left + across];
    const groupOf = (index: number, count: number) => Math.floor((index * groups) / count);
    for (let filter = 0; filter < filters; filter++) {
      for (let channel = 0; channel < channels; channel++) {
        if (groupOf(channel, channels) !== groupOf(filter, filters)) continue;
        context.strokeStyle = palette[groupOf(filter, filters) % palette.length]!;
        context.lineWidth = 4;
        context.beginPath();
        context.moveTo(from, place(channels, channel));
        context.lineTo(to, place(filters, filter));
        context.stroke();
      }
    }
    const circles = (count: number, center: number, look: 'channel' | 'filter') => {
      for (let index = 0; index < count; index++) {
        const color = palette[groupOf(index, count) % palette.length]!;
        context.beginPath();
        context.arc(center, place(count, index), RADIUS - (look === 'channel' ? 3 : 0), 0, 2 * Math.PI);
        context.fillStyle = look === 'channel' ? colors.background : color;
        context.fill();
        if (look === 'filter') continue;
        context.strokeStyle = color;
        context.lineWidth = 6;
        context.stroke();
      }
    };
    circles(channels, from, 'channel');
    circles(filters, to, 'filter');
    drawText(sheet, labels[0], from, y + 18, { font, color: colors.ink, anchor: 'center' });
    drawText(sheet, labels[1], to, y + 18, { font, color: colors.ink, anchor: 'center' });
  };
  return { width, height: LABEL + body, readable: across >= LEAST_ACROSS, draw };
}
