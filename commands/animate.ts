import type { Context } from '../src/chat/context.ts';
import { LearnerError } from '../src/chat/errors.ts';
import { choice, type ImageValue, image, integer, matrix, text } from '../src/chat/options.ts';
import { type Block, type Button, paragraph, type Reply, table } from '../src/chat/reply.ts';
import { MAX_ANIMATED_SIDE } from '../src/engine/animation-limits.ts';
import type { GridAnimation, GridNumbers } from '../src/engine/jobs/animate-grid.ts';
import type { PhotoAnimation } from '../src/engine/jobs/animate-photo.ts';
import type { BorderName, KernelName } from '../src/engine/kernel-names.ts';
import { defineAction, defineCommand, type Parts } from './command.ts';
import { windowNotes } from './window-notes.ts';
import {
  borderOption,
  dilationOption,
  flipOption,
  kernelChoice,
  kernelOption,
  paddingOption,
  sigmaOption,
  strideOption,
} from './window-options.ts';
import { keptPicture, keptWindow, stepRoute, wholeRoute } from './window-routes.ts';

/** Shown when nothing is given: small numbers whose sums can be followed in one's head. */
const DEFAULT_MATRIX = {
  convolve: [
    [1, 1, 1, 0, 0],
    [0, 1, 1, 1, 0],
    [0, 0, 1, 1, 1],
    [0, 0, 1, 1, 0],
    [0, 1, 1, 0, 0],
  ],
  pool: [
    [1, 1, 2, 4],
    [5, 6, 7, 8],
    [3, 2, 1, 0],
    [1, 2, 3, 4],
  ],
  transposed: [
    [1, 2],
    [3, 4],
  ],
};
const CROSS = [
  [1, 0, 1],
  [0, 1, 0],
  [1, 0, 1],
];
/** Spread at stride 2 this is linear interpolation. */
const TENT = [
  [1, 2, 1],
  [2, 4, 2],
  [1, 2, 1],
];
/** Output matrices up to this side are also written out as a table. */
const MAX_TABLE_SIDE = 8;

/** Offered under an animation of numbers. */
const MORE = [
  { id: 'padding', route: 'animate size=6 padding=1' },
  { id: 'stride', route: 'animate size=8 stride=3' },
  { id: 'dilation', route: 'animate size=7 dilation=2' },
  { id: 'pool', route: 'animate kind=pool' },
  { id: 'transposed', route: 'animate kind=transposed' },
];

export const animate = defineCommand({
  name: 'animate',
  topic: 'pictures',
  options: {
    kind: choice(['convolve', 'pool', 'transposed'], {
      aliases: { convolution: 'convolve', conv: 'convolve', pooling: 'pool', transpose: 'transposed', deconvolution: 'transposed' },
    }),
    matrix: matrix({ maxSide: MAX_ANIMATED_SIDE }),
    size: integer({ min: 2, max: MAX_ANIMATED_SIDE }),
    kernel: kernelOption(),
    stride: strideOption(),
    padding: paddingOption(),
    dilation: dilationOption(),
    border: borderOption(),
    flip: flipOption(),
    pool: choice(['max', 'average'], { aliases: { avg: 'average', mean: 'average', maximum: 'max' } }),
    window: integer({ min: 1, max: 15 }),
    view: choice(['spread', 'zeros']),
    sigma: sigmaOption(),
    // only a picture that is meant: without one the small example is animated
    image: image({ sources: ['option', 'caption', 'reply', 'target'] }),
  },
  acknowledge: 'public',
  examples: ['', 'size=7 padding=1', 'size=7 dilation=2', 'kind=pool pool=average', 'kind=transposed stride=2'],
  async run(ctx, values, parts) {
    const kind = values.kind ?? (values.pool === undefined ? 'convolve' : 'pool');
    checkUnused(kind, values);
    const photo = values.matrix === undefined && values.size === undefined ? values.image : undefined;
    const animation = animationOf(kind, values, photo !== undefined);
    if (photo === undefined) {
      const numbers: GridNumbers =
        values.matrix !== undefined
          ? { matrix: values.matrix }
          : values.size !== undefined
            ? { size: values.size }
            : { matrix: DEFAULT_MATRIX[kind] };
      return animateGrid(ctx, numbers, animation, parts);
    }
    if (animation.kind === 'transposed') throw new LearnerError('animate-photo-transposed');
    return animatePhoto(ctx, photo, animation, parts);
  },
  actions: {
    /** The animation of a window whose settings are kept because they are too long for a route. */
    open: defineAction({
      options: { state: text({ required: true }) },
      acknowledge: 'public',
      async run(ctx, { state }, parts) {
        const { picture, matrix: numbers, choice: window } = await keptWindow(state, parts);
        const { channels: _channels, ...moving } = window;
        const animation = { kind: 'convolve' as const, ...moving };
        if (numbers !== undefined) return animateGrid(ctx, { matrix: numbers }, animation, parts);
        return animatePhoto(ctx, { id: picture!, bytes: await keptPicture(picture!, parts) }, animation, parts);
      },
    }),
  },
});

type Kind = GridAnimation['kind'];
interface Values {
  border: BorderName;
  flip: boolean;
  kernel?: KernelName | number[][];
  stride?: number;
  padding: 'valid' | 'same' | number;
  dilation: number;
  pool?: 'max' | 'average';
  window?: number;
  view?: 'spread' | 'zeros';
  sigma?: number;
}

/** An option that does nothing is said rather than passed over: the person expects something of it. */
function checkUnused(kind: Kind, { kernel, pool, window, view, sigma, dilation, border, flip }: Values): void {
  const sized = kernel === 'box' || kernel === 'gaussian';
  const given = {
    kernel: kind === 'pool' && kernel !== undefined,
    dilation: kind === 'pool' && dilation !== 1,
    border: kind !== 'convolve' && border !== 'zero',
    flip: kind !== 'convolve' && flip,
    pool: kind !== 'pool' && pool !== undefined,
    window: kind !== 'pool' && window !== undefined && !sized,
    view: kind !== 'transposed' && view !== undefined,
    sigma: kernel !== 'gaussian' && sigma !== undefined,
  };
  const option = Object.entries(given).find(([, unused]) => unused)?.[0];
  if (option !== undefined) throw new LearnerError('animate-unused', { option, kind });
}

function animationOf(kind: Kind, values: Values, photo: boolean): GridAnimation {
  const { padding, dilation, border, flip, window, sigma } = values;
  if (kind === 'pool') {
    const side = window ?? 2;
    const most = Math.floor(side / 2);
    if (typeof padding === 'number' && padding > most) throw new LearnerError('animate-pool-padding', { padding, window: side, most });
    return { kind, pool: values.pool ?? 'max', window: side, stride: values.stride ?? side, padding };
  }
  if (kind === 'transposed') {
    const kernel = kernelChoice(values.kernel ?? TENT, window, sigma);
    return { kind, kernel, view: values.view ?? 'spread', stride: values.stride ?? 2, padding, dilation };
  }
  return {
    kind,
    kernel: kernelChoice(values.kernel ?? (photo ? 'sobel' : CROSS), window, sigma),
    stride: values.stride ?? 1,
    padding,
    dilation,
    border,
    flip,
  };
}

const shape = (rows: readonly unknown[][]) => `${rows.length}×${rows[0]!.length}`;

async function animateGrid(ctx: Context, numbers: GridNumbers, animation: GridAnimation, parts: Parts): Promise<Reply> {
  const { t } = ctx;
  const done = await parts.engine.run(
    'animate-grid',
    { numbers, animation, language: ctx.language, theme: 'light' },
    { signal: ctx.signal, onProgress: (fraction) => ctx.progress({ fraction, note: t('animate-progress') }) },
  );
  const { input, output, unreached, gif, frames } = done;
  const small = output.length <= MAX_TABLE_SIDE && output[0]!.length <= MAX_TABLE_SIDE;
  const words = { input: shape(input), output: shape(output), ...windowWords(t, animation) };
  const rows = output.map((row) => row.map((value) => t('number', { value })));
  const notes = windowNotes(t, animation);
  const blocks: Block[] = [
    paragraph([t(`animate-done-${animation.kind}`, words), ...notes].join(' ')),
    ...(small ? [table([], rows)] : []),
    ...(unreached.rows + unreached.columns === 0 ? [] : [paragraph(t('convolve-unreached', unreached))]),
  ];
  const listed = small ? output.map((row) => row.map((value) => rounded(value)).join(' ')).join('; ') : shape(output);
  return {
    blocks,
    media: [{ ...gif, name: 'animation.gif', alt: t(`animate-alt-${animation.kind}`, { ...words, values: listed }) }],
    buttons: await gridButtons(ctx, input, animation, parts),
    facts: { kind: animation.kind, frames, output, width: gif.width, height: gif.height, bytes: gif.bytes.length },
  };
}

const rounded = (value: number) => String(Math.round(value * 100) / 100).replace('-', '−');

/** What slides and how, for sentences. */
function windowWords(t: Context['t'], animation: GridAnimation): Record<string, string | number> {
  const { stride, padding } = animation;
  const zeros = typeof padding === 'number' ? padding : padding === 'same' ? 'same' : 0;
  if (animation.kind === 'pool') {
    return { window: `${animation.window}×${animation.window}`, stride, padding: zeros, dilation: 1, what: t(`animate-${animation.pool}`) };
  }
  const { kernel, dilation } = animation;
  const window = 'values' in kernel ? shape(kernel.values) : kernel.name;
  return { window, stride, padding: zeros, dilation, what: '' };
}

async function gridButtons({ t }: Context, input: number[][], animation: GridAnimation, parts: Parts): Promise<Button[][]> {
  const own = animation.kind === 'convolve' ? undefined : animation.kind;
  const more = MORE.filter(({ id }) => id !== own).map(({ id, route }) => ({ label: t(`animate-button-${id}`), route }));
  if (animation.kind !== 'convolve') return [more];
  const { kind: _kind, ...window } = animation;
  const card = await stepRoute({ matrix: input, choice: { ...window, channels: 'gray' } }, parts);
  return [[{ label: t('animate-button-step'), route: card }], more];
}

async function animatePhoto(
  ctx: Context,
  picture: Pick<ImageValue, 'id' | 'bytes'>,
  animation: PhotoAnimation,
  parts: Parts,
): Promise<Reply> {
  const { t } = ctx;
  const done = await parts.engine.run(
    'animate-photo',
    { bytes: picture.bytes, animation, language: ctx.language, theme: 'light' },
    { signal: ctx.signal, onProgress: (fraction) => ctx.progress({ fraction, note: t('animate-progress') }) },
  );
  const { gif, frames, input, output } = done;
  const words = {
    ...windowWords(t, animation),
    input: `${input.height}×${input.width}`,
    output: `${output.height}×${output.width}`,
  };
  const id = animation.kind === 'pool' ? 'photo-pool' : 'photo';
  return {
    blocks: [paragraph([t(`animate-done-${id}`, words), ...windowNotes(t, animation)].join(' '))],
    media: [{ ...gif, name: 'animation.gif', alt: t(`animate-alt-${id}`, words) }],
    buttons: await photoButtons(ctx, picture, animation, parts),
    facts: { kind: animation.kind, frames, output, width: gif.width, height: gif.height, bytes: gif.bytes.length },
  };
}

async function photoButtons({ t }: Context, { id }: Pick<ImageValue, 'id'>, animation: PhotoAnimation, parts: Parts): Promise<Button[][]> {
  if (animation.kind === 'pool') return [];
  const { kind: _kind, ...window } = animation;
  const state = { picture: id, choice: { ...window, channels: 'gray' as const } };
  const card = { label: t('animate-button-step'), route: await stepRoute(state, parts) };
  return [[card, { label: t('step-button-whole'), route: await wholeRoute(state, parts) }]];
}
