import { DESIGNS, NETWORKS } from '../lessons/networks.ts';
import type { Context } from '../src/chat/context.ts';
import { LearnerError } from '../src/chat/errors.ts';
import { integer, text } from '../src/chat/options.ts';
import type { Reply } from '../src/chat/reply.ts';
import { keptChain, withNetwork } from './chain-words.ts';
import { defineAction, defineCommand, type Parts } from './command.ts';
import { designsReply } from './params-designs.ts';
import { layersReply } from './params-layers.ts';
import { isLayerWord, parseChain, type TypedChain, wordsOf } from './size-words.ts';

export const params = defineCommand({
  name: 'params',
  topic: 'numbers',
  options: {
    layers: text({
      rest: true,
      maxLength: 600,
      suggestions: [...Object.keys(NETWORKS), ...Object.keys(DESIGNS), 'conv3 3 64', '3x32x32 conv3@6 flatten linear100 linear10'],
    }),
    compare: text({ maxLength: 400 }),
    dims: integer({ min: 1, max: 3 }),
  },
  acknowledge: 'public',
  examples: ['3x32x32 conv3@6 flatten linear100 linear10', 'lenet', 'conv3 3 64', '64x56x56 sep3same@128 vs conv3same@128', 'bottleneck'],
  async run(ctx, { layers = '', compare, dims }, parts) {
    const words = wordsOf(layers);
    const [name = ''] = words;
    const all = words.length === 1 && Object.hasOwn(DESIGNS, name) ? DESIGNS[name as keyof typeof DESIGNS].split(' ') : words;
    return reply(ctx, compare === undefined ? all : [...all, 'vs', ...wordsOf(compare)], dims, parts);
  },
  actions: {
    /** A chain that is kept because it is too long for a route. */
    chain: defineAction({
      options: { state: text({ required: true }) },
      acknowledge: 'public',
      async run(ctx, { state }, parts) {
        const { words, dims } = await keptChain(state, parts);
        return reply(ctx, words, dims, parts);
      },
    }),
  },
});

async function reply(ctx: Context, words: readonly string[], dims: number | undefined, parts: Parts): Promise<Reply> {
  const pieces = designsIn(words);
  if (pieces.some((piece) => piece.length === 0)) throw new LearnerError('params-missing');
  if (pieces.length > 2) throw new LearnerError('params-two-designs', { count: pieces.length });
  const [one, other] = pieces.map((piece) => withNetwork(piece, pieces.length === 1 ? Object.keys(DESIGNS) : [])) as [
    string[],
    string[] | undefined,
  ];
  const first = readDesign(one, dims);
  if (other === undefined) return layersReply(ctx, first, dims, parts);
  // a second design that begins with a layer has the first one's input
  const shares = isLayerWord(other[0] ?? '') || /^1x1(?:@|$)/.test(other[0] ?? '');
  const second = readDesign(shares && !first.sizeless ? [first.typed.words[0]!, ...other] : other, dims);
  return designsReply(ctx, [first, second], dims, parts);
}

/** A chain as it was typed; `sizeless` where only its channels were given. */
export interface Design {
  typed: TypedChain;
  sizeless: boolean;
}

function readDesign(words: readonly string[], dims: number | undefined): Design {
  const { words: chain, sizeless } = shortForm(words, dims ?? 2) ?? { words, sizeless: false };
  const typed = parseChain(chain, dims);
  // without channels before it, an input has one: said, as parameters hang on it
  return { typed: { ...typed, channels: true }, sizeless };
}

/** `conv3 3 64`: a layer, the channels before it and after it, and the input's side where multiplications are asked for; `linear 400 120`. */
function shortForm([layer = '', ...numbers]: readonly string[], dims: number): { words: string[]; sizeless: boolean } | undefined {
  if (numbers.length === 0 || !numbers.every((word) => /^\d+$/.test(word))) return undefined;
  if (/^(?:linear|fc|dense)$/.test(layer) && numbers.length === 2) return { words: [numbers[0]!, `linear${numbers[1]}`], sizeless: false };
  const window = /^(?:(conv|tconv|sep|dw)(\d+)|1x1)/.exec(layer);
  if (window === null || layer.includes('@')) return undefined;
  const [given, made, side] = window[1] === 'dw' ? [numbers[0]!, undefined, numbers[1]] : (numbers as [string, string?, string?]);
  if (numbers.length > (window[1] === 'dw' ? 2 : 3) || (window[1] !== 'dw' && made === undefined)) return undefined;
  const bias = layer.endsWith('nobias') ? 'nobias' : '';
  const bare = bias === '' ? layer : layer.slice(0, -bias.length);
  const sides = new Array<string>(dims).fill(side ?? window[2] ?? '1');
  return { words: [`${given}@${sides.join('x')}`, `${bare}${made === undefined ? '' : `@${made}`}${bias}`], sizeless: side === undefined };
}

function designsIn(words: readonly string[]): string[][] {
  const designs: string[][] = [[]];
  for (const word of words) {
    if (/^(?:vs|versus|против)\.?$/.test(word)) designs.push([]);
    else designs.at(-1)!.push(word);
  }
  return designs;
}
