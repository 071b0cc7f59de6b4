import { inLanguage } from '../lessons/formula.ts';
import type { Context } from '../src/chat/context.ts';
import { boolean, choice, type ImageValue, image, integer, matrix } from '../src/chat/options.ts';
import { type Block, type Button, math, paragraph, type Reply, table } from '../src/chat/reply.ts';
import { tryRoute } from '../src/chat/route.ts';
import { refusal } from '../src/chat/router.ts';
import type { Translate } from '../src/chat/texts.ts';
import type { JobOutput } from '../src/engine/catalogue.ts';
import { defineCommand, type Parts } from './command.ts';
import { type Pooling, predictPooledMatrix, predictPooledPhoto } from './pool-prediction.ts';
import { createPredictions } from './predict.ts';
import { SAMPLE_PHOTO } from './samples.ts';
import { keptPicture } from './window-routes.ts';

/** What is predicted: a picture by its id, or a matrix. */
interface Predicted {
  picture?: string;
  matrix?: number[][];
  pooling: Pooling;
}

const predictions = createPredictions<Predicted>({
  command: 'pool',
  predict: async (ctx, { picture, matrix: numbers, pooling }, seed, parts) =>
    numbers === undefined
      ? predictPooledPhoto(ctx, await keptPicture(picture!, parts), pooling, seed, parts)
      : predictPooledMatrix(ctx, numbers, pooling, seed, parts),
  reveal: async (ctx, { picture, matrix: numbers, pooling }, parts) =>
    numbers === undefined
      ? poolPhoto(ctx, { id: picture!, bytes: await keptPicture(picture!, parts) }, pooling, parts)
      : poolMatrix(ctx, numbers, pooling, parts),
});

const KINDS = ['max', 'average'] as const;
/** Sizes offered under a result; the one just used is left out. */
const OTHER_SIZES = [2, 3, 4, 8, 16] as const;
/** Output matrices up to this side are also written out as a table. */
const MAX_TABLE_SIDE = 12;
/** The largest window: it makes twenty pixels of a photo 640 wide. */
const MAX_SIZE = 32;

export const pool = defineCommand({
  name: 'pool',
  topic: 'pictures',
  options: {
    image: image(),
    kind: choice(KINDS, { default: 'max', aliases: { maximum: 'max', avg: 'average', mean: 'average', макс: 'max', среднее: 'average' } }),
    size: integer({ min: 1, max: MAX_SIZE, default: 2 }),
    stride: integer({ min: 1, max: MAX_SIZE }),
    padding: integer({ min: 0, max: MAX_SIZE, default: 0 }),
    ceil: boolean({ default: false }),
    count: boolean({ default: true }),
    matrix: matrix({ maxSide: 64 }),
    predict: boolean({ default: false }),
  },
  actions: predictions.actions,
  acknowledge: 'public',
  examples: ['kind=average size=4', 'size=3 stride=2 padding=1', 'matrix="1 1 2 4; 5 6 7 8; 3 2 1 0; 1 2 3 4"'],
  async run(ctx, { kind, size, stride, padding, ceil, count, predict, ...given }, parts) {
    const pooling: Pooling = { kind, size, stride: stride ?? size, padding, ceil, countPadding: count };
    if (given.matrix !== undefined)
      return predict ? predictions.ask(ctx, { matrix: given.matrix, pooling }, parts) : poolMatrix(ctx, given.matrix, pooling, parts);
    if (given.image === undefined) return askForPicture(ctx.t);
    if (predict) return predictions.ask(ctx, { picture: given.image.id, pooling }, parts);
    return poolPhoto(ctx, given.image, pooling, parts);
  },
});

async function poolPhoto(ctx: Context, picture: Pick<ImageValue, 'id' | 'bytes'>, pooling: Pooling, parts: Parts): Promise<Reply> {
  const { t } = ctx;
  const done = await parts.engine.run(
    'pool',
    { bytes: picture.bytes, pooling, language: ctx.language, theme: 'light' },
    { signal: ctx.signal },
  );
  const { input, output, channels } = done;
  const shape = (size: { width: number; height: number }) => `${channels}×${size.height}×${size.width}`;
  const kept = (100 * output.width * output.height) / (input.width * input.height);
  return {
    blocks: [
      paragraph(t(`pool-done-${pooling.kind}`, { size: pooling.size, stride: pooling.stride, input: shape(input), output: shape(output) })),
      ...done.formulas.map((formula) => inLanguage(formula, ctx.language)).map(({ latex, plain }) => math(latex, plain)),
      ...(kept < 100 ? [paragraph(t('pool-lost', { kept, lost: 100 - kept }))] : []),
      ...(channels === 3 ? [paragraph(t('pool-channels'))] : []),
      ...notes(t, pooling, done),
      ...(done.constant === undefined || countsZeros(pooling) ? [] : [paragraph(t('pool-constant', { value: done.constant.join(', ') }))]),
      ...(done.shrunk ? [paragraph(t('convolve-shrunk', { width: done.original.width, height: done.original.height }))] : []),
      ...(done.frames > 1 ? [paragraph(t('convolve-first-frame', { frames: done.frames }))] : []),
    ],
    media: [
      {
        ...done.figure,
        name: 'pool.jpg',
        alt: t(`pool-alt-${pooling.kind}`, { size: pooling.size, input: shape(input), output: shape(output) }),
      },
    ],
    buttons: [...photoButtons(t, picture, pooling), [await predictions.button(ctx, { picture: picture.id, pooling }, parts)]],
    facts: {
      kind: pooling.kind,
      size: pooling.size,
      stride: pooling.stride,
      padding: pooling.padding,
      input,
      output,
      channels,
      lostPercent: Math.round((100 - kept) * 100) / 100,
      unreachedRows: done.unreachedRows,
      unreachedColumns: done.unreachedColumns,
    },
  };
}

async function poolMatrix(ctx: Context, input: number[][], pooling: Pooling, parts: Parts): Promise<Reply> {
  const { t } = ctx;
  const done = await parts.engine.run('pool-matrix', { input, pooling, language: ctx.language, theme: 'light' }, { signal: ctx.signal });
  const { output, firstWindow } = done;
  const shape = (rows: number[][]) => `${rows.length}×${rows[0]!.length}`;
  const small = output.length <= MAX_TABLE_SIDE && output[0]!.length <= MAX_TABLE_SIDE;
  return {
    blocks: [
      paragraph(t(`pool-done-${pooling.kind}`, { size: pooling.size, stride: pooling.stride, input: shape(input), output: shape(output) })),
      ...done.formulas.map((formula) => inLanguage(formula, ctx.language)).map(({ latex, plain }) => math(latex, plain)),
      ...(firstWindow === undefined
        ? []
        : [paragraph(t('pool-first-window', { formula: inLanguage({ latex: '', plain: firstWindow }, ctx.language).plain }))]),
      ...(small
        ? [
            table(
              [],
              output.map((row) => row.map((value) => t('number', { value }))),
            ),
          ]
        : []),
      ...notes(t, pooling, done),
    ],
    media: [
      {
        ...done.figure,
        name: 'pool-matrix.png',
        alt: t('pool-matrix-alt', {
          input: shape(input),
          output: small ? output.map((row) => row.map((value) => t('number', { value })).join(' ')).join('; ') : shape(output),
        }),
      },
    ],
    buttons: [...matrixButtons(t, input, pooling), [await predictions.button(ctx, { matrix: input, pooling }, parts)]],
    facts: {
      kind: pooling.kind,
      output,
      shape: [output.length, output[0]!.length],
      unreachedRows: done.unreachedRows,
      unreachedColumns: done.unreachedColumns,
    },
  };
}

/** What is worth knowing about this window on this input. */
function notes(
  t: Translate,
  pooling: Pooling,
  { unreachedRows, unreachedColumns, formulas }: Pick<JobOutput<'pool'>, 'unreachedRows' | 'unreachedColumns' | 'formulas'>,
): Block[] {
  return [
    ...(formulas.some(({ leftOut }) => leftOut) ? [paragraph(t('pool-left-out'))] : []),
    ...(unreachedRows + unreachedColumns > 0 ? [paragraph(t('pool-unreached', { rows: unreachedRows, columns: unreachedColumns }))] : []),
    ...(pooling.size === 1 ? [paragraph(t(pooling.stride === 1 ? 'pool-one-nothing' : 'pool-one-every', { stride: pooling.stride }))] : []),
    ...(pooling.padding > 0 ? [paragraph(t(paddingNote(pooling)))] : []),
  ];
}

const countsZeros = ({ kind, countPadding, padding }: Pooling) => kind === 'average' && countPadding && padding > 0;

function paddingNote(pooling: Pooling): string {
  if (pooling.kind === 'max') return 'pool-padding-max';
  return countsZeros(pooling) ? 'pool-padding-counted' : 'pool-padding-left-out';
}

function askForPicture(t: Translate): Reply {
  return {
    ...refusal(t, 'picture-missing'),
    buttons: [[{ label: t('convolve-button-sample'), route: `pool image=#${SAMPLE_PHOTO}` }]],
  };
}

const other = (kind: Pooling['kind']) => (kind === 'max' ? 'average' : 'max');

/** The other kind with the same window, then other sizes. */
function photoButtons(t: Translate, picture: Pick<ImageValue, 'id'>, { kind, size, stride, padding }: Pooling): Button[][] {
  const id = `#${picture.id}`;
  const swapped = tryRoute('pool', {
    image: id,
    kind: other(kind),
    size,
    stride: stride === size ? undefined : stride,
    padding: padding === 0 ? undefined : padding,
  });
  const sizes = OTHER_SIZES.filter((candidate) => candidate !== size).slice(0, 4);
  return [
    swapped === undefined ? [] : [{ label: t(`pool-button-${other(kind)}`), route: swapped }],
    sizes.map((candidate) => ({ label: `${candidate}×${candidate}`, route: `pool image=${id} kind=${kind} size=${candidate}` })),
  ];
}

/** The other kind, where the typed matrix is short enough for a button. */
function matrixButtons(t: Translate, input: number[][], { kind, size, stride, padding }: Pooling): Button[][] {
  const route = tryRoute('pool', {
    matrix: input.map((row) => row.join(' ')).join(';'),
    kind: other(kind),
    size: size === 2 ? undefined : size,
    stride: stride === size ? undefined : stride,
    padding: padding === 0 ? undefined : padding,
  });
  return route === undefined ? [] : [[{ label: t(`pool-button-${other(kind)}`), route }]];
}
