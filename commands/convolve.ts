import type { Context } from '../src/chat/context.ts';
import { LearnerError } from '../src/chat/errors.ts';
import { boolean, choice, type ImageValue, image, integer, matrix, number, text } from '../src/chat/options.ts';
import { type Button, math, paragraph, type Reply, table } from '../src/chat/reply.ts';
import { refusal } from '../src/chat/router.ts';
import type { Translate } from '../src/chat/texts.ts';
import type { ConvolveNote } from '../src/engine/jobs/convolve.ts';
import { DISPLAY_NAMES } from '../src/engine/kernel-names.ts';
import { defineAction, defineCommand, type Parts } from './command.ts';
import { type ConvolveWindow, predictMatrix, predictPhoto } from './convolve-prediction.ts';
import { kernelLabel, whatItDoes } from './kernel-words.ts';
import { pictureNotes } from './picture-notes.ts';
import { createPredictions } from './predict.ts';
import { SAMPLE_PHOTO } from './samples.ts';
import { isAnimated, type Padding, windowNotes } from './window-notes.ts';
import { borderOption, dilationOption, flipOption, kernelOption, paddingOption, sigmaOption, sizeOption } from './window-options.ts';
import { animateRoute, keptPicture, keptWindow, stepRoute, type WindowState } from './window-routes.ts';

/** Offered under a result; the one just used is left out. */
const OTHER_KERNELS = ['sobel', 'gaussian', 'sharpen', 'outline', 'emboss'] as const;
/** Output matrices up to this side are also written out as a table. */
const MAX_TABLE_SIDE = 12;

type Picture = Pick<ImageValue, 'id' | 'bytes'>;
type WindowChoice = ConvolveWindow;

/** What is predicted: a picture by its id, or a matrix. */
interface Predicted {
  picture?: string;
  matrix?: number[][];
  window: WindowChoice;
}

const predictions = createPredictions<Predicted>({
  command: 'convolve',
  predict: async (ctx, { picture, matrix: numbers, window }, seed, parts) =>
    numbers === undefined
      ? predictPhoto(ctx, await keptPicture(picture!, parts), window, seed, parts)
      : predictMatrix(ctx, numbers, window, seed, parts),
  reveal: async (ctx, { picture, matrix: numbers, window }, parts) =>
    numbers === undefined
      ? compare(ctx, { id: picture!, bytes: await keptPicture(picture!, parts) }, window, parts)
      : convolveMatrix(ctx, numbers, window, parts),
});

export const convolve = defineCommand({
  name: 'convolve',
  topic: 'pictures',
  options: {
    image: image(),
    kernel: kernelOption(),
    stride: integer({ min: 1, max: 16, default: 1 }),
    padding: paddingOption(),
    dilation: dilationOption(),
    border: borderOption(),
    flip: flipOption(),
    channels: choice(['gray', 'color'], { aliases: { grey: 'gray', rgb: 'color', colour: 'color' } }),
    display: choice(DISPLAY_NAMES, { aliases: { abs: 'absolute', colors: 'signed', colours: 'signed', stretch: 'fitted' } }),
    size: sizeOption(),
    sigma: sigmaOption(),
    length: integer({ min: 2, max: 31 }),
    angle: number({ min: -360, max: 360 }),
    amount: number({ min: 0.1, max: 10 }),
    lambda: number({ min: 2, max: 64 }),
    gamma: number({ min: 0.1, max: 5 }),
    psi: number({ min: -360, max: 360 }),
    matrix: matrix({ maxSide: 64 }),
    view: choice(['compare', 'result'], { default: 'compare' }),
    predict: boolean({ default: false }),
  },
  acknowledge: 'public',
  contextMenu: true,
  examples: [
    'kernel=sobel',
    'kernel=gaussian sigma=2',
    'kernel=sobel_x display=signed',
    'kernel="0 -1 0; -1 5 -1; 0 -1 0" stride=2',
    'matrix="1 2; 3 4" kernel="1 1"',
  ],
  async run(ctx, values, parts) {
    const { kernel = 'sobel', size, sigma, length, angle, amount, lambda, gamma, psi } = values;
    const { stride, padding, dilation, border, flip, channels, display } = values;
    const window: WindowChoice = {
      kernel: typeof kernel === 'string' ? { name: kernel, size, sigma, length, angle, amount, lambda, gamma, psi } : { values: kernel },
      stride,
      padding,
      dilation,
      border,
      flip,
      ...(channels === undefined ? {} : { channels }),
      ...(display === undefined ? {} : { display }),
    };
    if (values.matrix !== undefined)
      return values.predict
        ? predictions.ask(ctx, { matrix: values.matrix, window }, parts)
        : convolveMatrix(ctx, values.matrix, window, parts);
    if (values.image === undefined) return askForPicture(ctx.t);
    if (values.predict) return predictions.ask(ctx, { picture: values.image.id, window }, parts);
    return values.view === 'result' ? onlyResult(ctx, values.image, window, parts) : compare(ctx, values.image, window, parts);
  },
  actions: {
    ...predictions.actions,
    /** The whole output of a window whose settings are kept because they are too long for a route. */
    open: defineAction({
      options: { state: text({ required: true }) },
      acknowledge: 'public',
      async run(ctx, { state }, parts) {
        const { picture, matrix: numbers, choice: kept } = await keptWindow(state, parts);
        const { channels: _channels, ...window } = kept;
        if (numbers !== undefined) return convolveMatrix(ctx, numbers, window, parts);
        return compare(ctx, { id: picture!, bytes: await keptPicture(picture!, parts) }, window, parts);
      },
    }),
    /** The result alone of settings that are kept because they are too long for a route. */
    only: defineAction({
      options: { image: image({ sources: ['option'], required: true }), state: text({ required: true }) },
      acknowledge: 'public',
      async run(ctx, { image: picture, state }, parts) {
        const kept = await parts.store.buttonStates.load(state);
        if (kept === undefined) throw new LearnerError('button-old');
        return onlyResult(ctx, picture, JSON.parse(kept) as WindowChoice, parts);
      },
    }),
  },
});

async function compare(ctx: Context, picture: Picture, window: WindowChoice, parts: Parts): Promise<Reply> {
  const { t } = ctx;
  const done = await parts.engine.run(
    'convolve',
    { bytes: picture.bytes, ...window, language: ctx.language, theme: 'light' },
    { signal: ctx.signal },
  );
  const kernel = kernelLabel(t, window.kernel);
  return {
    blocks: [
      paragraph(t('convolve-done', { kernel, what: whatItDoes(t, window.kernel) })),
      paragraph(
        t('convolve-shape', {
          inHeight: done.input.height,
          inWidth: done.input.width,
          outHeight: done.output.height,
          outWidth: done.output.width,
          low: done.range[0],
          high: done.range[1],
        }),
      ),
      ...windowNotes(t, window).map(paragraph),
      ...notes(t, done),
    ],
    media: [
      {
        ...done.figure,
        name: 'convolve.jpg',
        alt: t('convolve-alt', { kernel, what: whatItDoes(t, window.kernel), width: done.output.width, height: done.output.height }),
      },
    ],
    buttons: await buttonsFor(t, picture, window, parts),
    facts: {
      kernel: done.kernelName,
      input: done.input,
      output: done.output,
      range: done.range,
      display: done.display,
      scale: done.scale,
      channels: done.channels,
      stride: window.stride,
      padding: window.padding,
      dilation: window.dilation,
      border: window.border,
    },
  };
}

async function onlyResult(ctx: Context, picture: ImageValue, window: WindowChoice, { engine }: Parts): Promise<Reply> {
  const { t } = ctx;
  const { maxMediaBytes } = ctx.caps;
  const done = await engine.run(
    'convolve-result',
    { bytes: picture.bytes, ...window, ...(Number.isFinite(maxMediaBytes) ? { maxBytes: maxMediaBytes } : {}) },
    { signal: ctx.signal },
  );
  const kernel = kernelLabel(t, window.kernel);
  const { width, height } = done.result;
  return {
    blocks: [paragraph(t('convolve-result', { kernel, width, height }))],
    media: [
      {
        ...done.result,
        name: done.result.type === 'image/png' ? 'result.png' : 'result.jpg',
        exact: true,
        alt: t('convolve-alt', { kernel, what: whatItDoes(t, window.kernel), width, height }),
      },
    ],
    facts: { kernel: done.kernelName, output: { width, height }, range: done.range },
  };
}

async function convolveMatrix(ctx: Context, input: number[][], window: WindowChoice, parts: Parts): Promise<Reply> {
  const { t } = ctx;
  const done = await parts.engine.run(
    'convolve-matrix',
    { input, ...window, language: ctx.language, theme: 'light' },
    { signal: ctx.signal },
  );
  const { output, unreachedRows, unreachedColumns, formula } = done;
  const small = output.length <= MAX_TABLE_SIDE && output[0]!.length <= MAX_TABLE_SIDE;
  const shape = (rows: number[][]) => `${rows.length}×${rows[0]!.length}`;
  return {
    blocks: [
      paragraph(
        [
          ...windowNotes(t, window),
          t('convolve-matrix-done', { input: shape(input), kernel: shape(done.kernel), output: shape(output) }),
        ].join(' '),
      ),
      ...(formula === undefined ? [] : [math(formula.latex, formula.plain)]),
      ...(small
        ? [
            table(
              [],
              output.map((row) => row.map((value) => t('number', { value }))),
            ),
          ]
        : []),
      ...(unreachedRows + unreachedColumns === 0
        ? []
        : [paragraph(t('convolve-unreached', { rows: unreachedRows, columns: unreachedColumns }))]),
    ],
    media: [
      {
        ...done.figure,
        name: 'convolve-matrix.png',
        alt: t('convolve-matrix-alt', {
          input: shape(input),
          kernel: shape(done.kernel),
          output: small ? output.map((row) => row.join(' ')).join('; ') : shape(output),
        }),
      },
    ],
    buttons: [await closerToNumbers(t, input, done.padding, window, parts)],
    facts: { output, unreachedRows, unreachedColumns, shape: [output.length, output[0]!.length] },
  };
}

function askForPicture(t: Translate): Reply {
  return {
    ...refusal(t, 'picture-missing'),
    buttons: [[{ label: t('convolve-button-sample'), route: `convolve image=#${SAMPLE_PHOTO} kernel=sobel` }]],
  };
}

function notes(
  t: Translate,
  done: {
    original: { width: number; height: number };
    shrunk: boolean;
    frames: number;
    range: [number, number];
    notes: ConvolveNote[];
  },
) {
  // one reason is enough: a kernel of zeros or a plain picture explains a plain result
  const [odd] = done.notes;
  return [
    ...pictureNotes(t, done),
    ...(odd === 'kernel-zero' ? [paragraph(t('convolve-kernel-zero'))] : []),
    ...(odd === 'input-constant' ? [paragraph(t('convolve-input-constant'))] : []),
    ...(odd === 'output-constant' ? [paragraph(t('convolve-constant', { value: done.range[0] }))] : []),
  ];
}

/** Numbers are animated only where there are few enough of them to be read. */
async function closerToNumbers(t: Translate, matrix: number[][], padding: Padding, window: WindowChoice, parts: Parts): Promise<Button[]> {
  const [card, animation] = await closer(t, { matrix }, window, parts);
  const predict = await predictions.button({ t }, { matrix, window }, parts);
  return isAnimated(matrix, padding) ? [card!, animation!, predict] : [card!, predict];
}

/** Another kernel, the step card, the animation, and the result alone. */
async function buttonsFor(t: Translate, picture: Picture, window: WindowChoice, parts: Parts): Promise<Button[][]> {
  const id = `#${picture.id}`;
  const used = 'name' in window.kernel ? window.kernel.name : undefined;
  const others = OTHER_KERNELS.filter((name) => name !== used).map((name) => ({
    label: name,
    route: `convolve image=${id} kernel=${name}`,
  }));
  const only = {
    label: t('convolve-button-result'),
    route: `convolve.only ${id} ${await parts.store.buttonStates.keep(JSON.stringify(window))}`,
  };
  const pool = { label: t('convolve-button-pool'), route: `pool image=${id}` };
  return [
    others.slice(0, 4),
    [...(await closer(t, { picture: picture.id }, window, parts)), only],
    [await predictions.button({ t }, { picture: picture.id, window }, parts), pool],
  ];
}

/** The step card and the animation of the same window. */
async function closer(
  t: Translate,
  numbers: Pick<WindowState, 'picture' | 'matrix'>,
  window: WindowChoice,
  parts: Parts,
): Promise<Button[]> {
  const { kernel, stride, padding, dilation = 1, border = 'zero', flip = false } = window;
  const state: WindowState = { ...numbers, choice: { kernel, stride, padding, dilation, border, flip, channels: 'gray' } };
  return [
    { label: t('animate-button-step'), route: await stepRoute(state, parts) },
    { label: t('step-button-animate'), route: await animateRoute(state, parts) },
  ];
}
