import { NETWORKS } from '../lessons/networks.ts';
import { type Sight, seeAlong, slidingSteps, type WindowStep } from '../lessons/receptive-field.ts';
import { shapeLabel } from '../lessons/size-drawing.ts';
import type { Context } from '../src/chat/context.ts';
import { LearnerError } from '../src/chat/errors.ts';
import { type ImageValue, image, integer, shown, text } from '../src/chat/options.ts';
import type { Reply } from '../src/chat/reply.ts';
import { keptChain, runTyped, withNetwork } from './chain-words.ts';
import { defineAction, defineCommand, type Parts } from './command.ts';
import { receptiveReply } from './receptive-reply.ts';
import { parseChain, wordsOf } from './size-words.ts';

export const receptive = defineCommand({
  name: 'receptive',
  topic: 'numbers',
  options: {
    layers: text({
      rest: true,
      maxLength: 600,
      suggestions: ['32 conv3 conv3 pool2 conv3', '32 conv3 conv3d2 conv3d4', ...Object.keys(NETWORKS).filter((name) => name !== 'mlp')],
    }),
    // not the last photo: most who ask want cells
    image: image({ sources: ['option', 'caption', 'reply'] }),
    at: text({ maxLength: 20 }),
    dims: integer({ min: 1, max: 3 }),
  },
  acknowledge: 'public',
  examples: ['32 conv3 conv3 pool2 conv3', '32 conv3 conv3d2 conv3d4', 'vgg16', 'lenet image=#scene at=0,4'],
  async run(ctx, { layers = '', image: picture, at, dims }, parts) {
    return reply(ctx, { words: wordsOf(layers), dims, at, picture }, parts);
  },
  actions: {
    /** A chain that is kept because it is too long for a route. */
    chain: defineAction({
      options: { state: text({ required: true }), image: image({ sources: ['option'] }), at: text({ maxLength: 20 }) },
      acknowledge: 'public',
      async run(ctx, { state, image: picture, at }, parts) {
        return reply(ctx, { ...(await keptChain(state, parts)), at, picture }, parts);
      },
    }),
  },
});

interface Request {
  words: string[];
  dims: number | undefined;
  at: string | undefined;
  picture: ImageValue | undefined;
}

/** A chain followed back from one cell of its last sliding layer. */
export interface Seen {
  words: string[];
  dims: number | undefined;
  steps: WindowStep[];
  /** Along each axis. */
  sights: Sight[];
  /** `32×32`, without channels. */
  input: string;
  /** The first layer behind which a cell has no place; undefined when all slide. */
  end: string | undefined;
  /** The cell that was asked for, not the one in the middle. */
  at: string | undefined;
  picture: ImageValue | undefined;
}

async function reply(ctx: Context, { words: typedWords, dims, at, picture }: Request, parts: Parts): Promise<Reply> {
  if (typedWords.length === 0) throw new LearnerError('receptive-missing');
  const words = withNetwork(typedWords);
  const typed = parseChain(words, dims);
  const all = runTyped(typed);
  const steps = slidingSteps(all);
  const end = all.find(({ layer }) => !('f' in layer || layer.kind === 'bn' || layer.kind === 'activation') || layer.kind === 'tconv');
  const last = steps.at(-1);
  if (last === undefined) throw new LearnerError('receptive-no-window', { layer: shown((end ?? all[0]!).layer.name) });
  const sides = last.output.sizes;
  if (picture !== undefined && sides.length !== 2) throw new LearnerError('receptive-photo-axes', { count: sides.length });
  const cell = at === undefined ? sides.map((side) => Math.floor((side - 1) / 2)) : chosenCell(at, sides);
  const sights = sides.map((_, axis) => seeAlong(steps, axis, cell[axis]!));
  const input = shapeLabel({ channels: 1, sizes: typed.input.sizes }, false);
  return receptiveReply(ctx, { words, dims, steps, sights, input, end: end?.layer.name, at, picture }, parts);
}

/** Column and row, or one number for both; a volume's depth stays in the middle. @throws LearnerError `step-place-unreadable`, `receptive-outside` */
function chosenCell(typed: string, sides: readonly number[]): number[] {
  const match = /^\s*\(?\s*(\d{1,6})\s*(?:[,;x ]\s*(\d{1,6}))?\s*\)?\s*$/i.exec(typed);
  if (match === null) throw new LearnerError('step-place-unreadable', { value: shown(typed) });
  const column = Number(match[1]);
  const row = match[2] === undefined ? column : Number(match[2]);
  const [columns, rows] = [sides.at(-1)! - 1, (sides.at(-2) ?? Number.POSITIVE_INFINITY) - 1];
  if (column > columns || row > rows)
    throw new LearnerError('receptive-outside', {
      column,
      row: sides.length === 1 ? 0 : row,
      columns,
      rows: sides.length === 1 ? 0 : rows,
    });
  const place = [row, column].slice(-sides.length);
  return sides.length === 3 ? [Math.floor((sides[0]! - 1) / 2), ...place] : place;
}
