import type { Context } from '../src/chat/context.ts';
import { choice, type ImageValue, image, integer, matrix, number, shown } from '../src/chat/options.ts';
import { type Button, math, paragraph, type Reply, table } from '../src/chat/reply.ts';
import { tryRoute } from '../src/chat/route.ts';
import { refusal } from '../src/chat/router.ts';
import type { Translate } from '../src/chat/texts.ts';
import type { KernelChoice } from '../src/engine/jobs/convolve.ts';
import { KERNEL_NAMES } from '../src/engine/kernel-names.ts';
import { defineCommand, type Parts } from './command.ts';
import { pictureNotes } from './picture-notes.ts';
import { SAMPLE_PHOTO } from './samples.ts';

/** Offered under a result; the one just used is left out. */
const OTHER_KERNELS = ['sobel', 'gaussian', 'sharpen', 'outline', 'emboss'] as const;
/** Output matrices up to this side are also written out as a table. */
const MAX_TABLE_SIDE = 12;

export const convolve = defineCommand({
  name: 'convolve',
  topic: 'pictures',
  options: {
    image: image(),
    kernel: choice(KERNEL_NAMES, {
      default: 'sobel',
      aliases: { gauss: 'gaussian', blur: 'gaussian', edges: 'sobel', edge: 'sobel', mean: 'box', average: 'box' },
      or: matrix({ maxSide: 15 }),
    }),
    stride: integer({ min: 1, max: 16, default: 1 }),
    padding: choice(['valid', 'same'], { default: 'valid', or: integer({ min: 0, max: 64 }) }),
    size: integer({ min: 1, max: 31 }),
    sigma: number({ min: 0.1, max: 5 }),
    matrix: matrix({ maxSide: 64 }),
    view: choice(['compare', 'result'], { default: 'compare' }),
  },
  acknowledge: 'public',
  contextMenu: true,
  examples: ['kernel=sobel', 'kernel=gaussian sigma=2', 'kernel="0 -1 0; -1 5 -1; 0 -1 0" stride=2', 'matrix="1 2; 3 4" kernel="1 1"'],
  async run(ctx, values, parts) {
    const { kernel, size, sigma, stride, padding } = values;
    const window: WindowChoice = {
      kernel: typeof kernel === 'string' ? { name: kernel, size, sigma } : { values: kernel },
      stride,
      padding,
    };
    if (values.matrix !== undefined) return convolveMatrix(ctx, values.matrix, window, parts);
    if (values.image === undefined) return askForPicture(ctx.t);
    return values.view === 'result' ? onlyResult(ctx, values.image, window, parts) : compare(ctx, values.image, window, parts);
  },
});

interface WindowChoice {
  kernel: KernelChoice;
  stride: number;
  padding: 'valid' | 'same' | number;
}

async function compare(ctx: Context, picture: ImageValue, window: WindowChoice, { engine }: Parts): Promise<Reply> {
  const { t } = ctx;
  const done = await engine.run(
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
    buttons: buttonsFor(t, picture, window),
    facts: {
      kernel: done.kernelName,
      input: done.input,
      output: done.output,
      range: done.range,
      stride: window.stride,
      padding: window.padding,
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
  done: { original: { width: number; height: number }; shrunk: boolean; frames: number; range: [number, number] },
) {
  return [
    ...pictureNotes(t, done),
    ...(done.range[0] === done.range[1] ? [paragraph(t('convolve-constant', { value: done.range[0] }))] : []),
  ];
}

function buttonsFor(t: Translate, picture: ImageValue, window: WindowChoice): Button[][] {
  const used = 'name' in window.kernel ? window.kernel.name : undefined;
  const others = OTHER_KERNELS.filter((name) => name !== used).map((name) => ({
    label: name,
    route: `convolve image=#${picture.id} kernel=${name}`,
  }));
  const padding = window.padding === 'valid' ? undefined : window.padding;
  const stride = window.stride === 1 ? undefined : window.stride;
  const kernel = 'name' in window.kernel ? window.kernel.name : window.kernel.values.map((row) => row.join(' ')).join(';');
  const { size, sigma } = 'name' in window.kernel ? window.kernel : { size: undefined, sigma: undefined };
  // a typed kernel may be too long for a button
  const only = tryRoute('convolve', { image: `#${picture.id}`, view: 'result', kernel, stride, padding, size, sigma });
  return [others.slice(0, 4), ...(only === undefined ? [] : [[{ label: t('convolve-button-result'), route: only }]])];
}

const kernelLabel = (t: Translate, kernel: KernelChoice) =>
  'name' in kernel ? kernel.name : t('convolve-typed', { kernel: shown(kernel.values.map((row) => row.join(' ')).join('; ')) });
const whatItDoes = (t: Translate, kernel: KernelChoice) => t(`kernel-${'name' in kernel ? kernel.name.replace('_', '-') : 'typed'}`);
