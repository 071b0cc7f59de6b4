import type { Context } from '../src/chat/context.ts';
import { LearnerError } from '../src/chat/errors.ts';
import { boolean, choice, type ImageValue, image, integer, matrix, number, shown, text } from '../src/chat/options.ts';
import { type Button, math, paragraph, type Reply, table } from '../src/chat/reply.ts';
import { tryRoute } from '../src/chat/route.ts';
import { refusal } from '../src/chat/router.ts';
import type { Translate } from '../src/chat/texts.ts';
import type { ConvolveInput, ConvolveNote, KernelChoice } from '../src/engine/jobs/convolve.ts';
import { BORDER_NAMES, DISPLAY_NAMES } from '../src/engine/kernel-names.ts';
import { defineAction, defineCommand, type Parts } from './command.ts';
import { pictureNotes } from './picture-notes.ts';
import { SAMPLE_PHOTO } from './samples.ts';
import { stepRoute } from './step.ts';
import { dilationOption, kernelOption, paddingOption, sigmaOption, sizeOption, typedMatrix } from './window-options.ts';

/** Offered under a result; the one just used is left out. */
const OTHER_KERNELS = ['sobel', 'gaussian', 'sharpen', 'outline', 'emboss'] as const;
/** Output matrices up to this side are also written out as a table. */
const MAX_TABLE_SIDE = 12;

export const convolve = defineCommand({
  name: 'convolve',
  topic: 'pictures',
  options: {
    image: image(),
    kernel: kernelOption(),
    stride: integer({ min: 1, max: 16, default: 1 }),
    padding: paddingOption(),
    dilation: dilationOption(),
    border: choice(BORDER_NAMES, { default: 'zero', aliases: { zeros: 'zero', mirror: 'reflect', wrap: 'circular', edge: 'replicate' } }),
    flip: boolean({ default: false }),
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
    if (values.matrix !== undefined) return convolveMatrix(ctx, values.matrix, window, parts);
    if (values.image === undefined) return askForPicture(ctx.t);
    return values.view === 'result' ? onlyResult(ctx, values.image, window, parts) : compare(ctx, values.image, window, parts);
  },
  actions: {
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

type WindowChoice = Omit<ConvolveInput, 'bytes' | 'zero'>;

async function compare(ctx: Context, picture: ImageValue, window: WindowChoice, parts: Parts): Promise<Reply> {
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

async function convolveMatrix(ctx: Context, input: number[][], window: WindowChoice, { engine }: Parts): Promise<Reply> {
  const { t } = ctx;
  const done = await engine.run('convolve-matrix', { input, ...window, language: ctx.language, theme: 'light' }, { signal: ctx.signal });
  const { output, unreachedRows, unreachedColumns, formula } = done;
  const small = output.length <= MAX_TABLE_SIDE && output[0]!.length <= MAX_TABLE_SIDE;
  const shape = (rows: number[][]) => `${rows.length}×${rows[0]!.length}`;
  return {
    blocks: [
      paragraph(t('convolve-matrix-done', { input: shape(input), kernel: shape(done.kernel), output: shape(output) })),
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

/** Another kernel, the step card, the animation, and the result alone. */
async function buttonsFor(t: Translate, picture: ImageValue, window: WindowChoice, parts: Parts): Promise<Button[][]> {
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
  return [others.slice(0, 4), [...(await closer(t, picture, window, parts)), only]];
}

/** The step card and the animation of the same window. They know zeros around the picture and kernels as they are typed, and no more settings. */
async function closer(t: Translate, picture: ImageValue, window: WindowChoice, parts: Parts): Promise<Button[]> {
  const { kernel, stride, padding, dilation = 1 } = window;
  const settings = 'name' in kernel ? [kernel.length, kernel.angle, kernel.amount, kernel.lambda, kernel.gamma, kernel.psi] : [];
  if (window.flip === true || window.border !== 'zero' || settings.some((value) => value !== undefined)) return [];
  const route = await stepRoute({ picture: picture.id, choice: { kernel, stride, padding, dilation, channels: 'gray' } }, parts);
  const animation = tryRoute('animate', {
    image: `#${picture.id}`,
    kernel: 'name' in kernel ? kernel.name : typedMatrix(kernel.values),
    stride: stride === 1 ? undefined : stride,
    padding: padding === 'valid' ? undefined : padding,
    dilation: dilation === 1 ? undefined : dilation,
    ...('name' in kernel ? { window: kernel.size, sigma: kernel.sigma } : {}),
  });
  return [
    { label: t('animate-button-step'), route },
    ...(animation === undefined ? [] : [{ label: t('step-button-animate'), route: animation }]),
  ];
}

const kernelLabel = (t: Translate, kernel: KernelChoice) =>
  'name' in kernel ? kernel.name : t('convolve-typed', { kernel: shown(kernel.values.map((row) => row.join(' ')).join('; ')) });
const whatItDoes = (t: Translate, kernel: KernelChoice) => t(`kernel-${'name' in kernel ? kernel.name.replace('_', '-') : 'typed'}`);
