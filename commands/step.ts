import type { Context } from '../src/chat/context.ts';
import { LearnerError } from '../src/chat/errors.ts';
import { choice, type ImageValue, image, matrix, shown, text } from '../src/chat/options.ts';
import { type Block, type Button, math, paragraph, type Reply } from '../src/chat/reply.ts';
import { tryRoute } from '../src/chat/route.ts';
import { refusal } from '../src/chat/router.ts';
import type { JobOutput } from '../src/engine/catalogue.ts';
import { KERNEL_NAMES } from '../src/engine/kernel-names.ts';
import { defineAction, defineCommand, type Parts } from './command.ts';
import { SAMPLE_PHOTO } from './samples.ts';
import { tensorflowCode, torchCode } from './step-code.ts';
import { isAnimated, windowNotes } from './window-notes.ts';
import {
  borderOption,
  dilationOption,
  flipOption,
  kernelChoice,
  kernelOption,
  paddingOption,
  sigmaOption,
  sizeOption,
  strideOption,
} from './window-options.ts';
import { animateRoute, isRoutable, keptPicture, keptWindow, type WindowState, wholeRoute, windowSettings } from './window-routes.ts';

/** Windows with more numbers are not written out in the text: a phone's caption must hold it. */
const MOST_WRITTEN = 9;

export const step = defineCommand({
  name: 'step',
  topic: 'pictures',
  options: {
    image: image(),
    kernel: kernelOption(),
    at: text({ maxLength: 30 }),
    stride: strideOption(),
    padding: paddingOption(),
    dilation: dilationOption(),
    border: borderOption(),
    flip: flipOption(),
    channels: choice(['gray', 'color'], { default: 'gray', aliases: { grey: 'gray', rgb: 'color', colour: 'color' } }),
    size: sizeOption(),
    sigma: sigmaOption(),
    matrix: matrix({ maxSide: 64 }),
  },
  acknowledge: 'public',
  examples: ['kernel=sobel_x at=10,20', 'channels=color kernel=sharpen', 'matrix="1 2 3; 4 5 6; 7 8 9" kernel="1 0; 0 -1" at=1,0'],
  async run(ctx, values, parts) {
    const { padding, dilation, border, flip, channels, size, sigma } = values;
    const kernel = values.kernel ?? 'sobel_x';
    const picture = values.matrix === undefined ? values.image : undefined;
    if (values.matrix === undefined && picture === undefined) {
      const route = `step image=#${SAMPLE_PHOTO} kernel=sobel_x`;
      return { ...refusal(ctx.t, 'picture-missing'), buttons: [[{ label: ctx.t('convolve-button-sample'), route }]] };
    }
    const state: WindowState = {
      ...(picture === undefined ? { matrix: values.matrix } : { picture: picture.id }),
      choice: { kernel: kernelChoice(kernel, size, sigma), stride: values.stride ?? 1, padding, dilation, border, flip, channels },
    };
    return card(ctx, state, values.at === undefined ? undefined : readPlace(values.at), parts, picture?.bytes);
  },
  actions: {
    /** Moves the window of a card whose settings fit into the route. */
    go: defineAction({
      options: {
        image: image({ sources: ['option'], required: true }),
        at: text({ maxLength: 30, required: true }),
        kernel: choice(KERNEL_NAMES, { required: true }),
        stride: strideOption(),
        padding: paddingOption(),
        dilation: dilationOption(),
        border: borderOption(),
        flip: flipOption(),
        channels: choice(['gray', 'color'], { default: 'gray' }),
        size: sizeOption(),
        sigma: sigmaOption(),
      },
      acknowledge: 'public',
      async run(ctx, { image: picture, at, kernel, size, sigma, stride = 1, ...window }, parts) {
        const state = { picture: picture.id, choice: { kernel: { name: kernel, size, sigma }, stride, ...window } };
        return { ...(await card(ctx, state, readPlace(at), parts, picture.bytes)), replace: true };
      },
    }),
    /** Moves the window of a card whose settings are kept. */
    at: defineAction({
      options: { state: text({ required: true }), at: text({ maxLength: 30, required: true }) },
      acknowledge: 'public',
      run: async (ctx, { state, at }, parts) => ({
        ...(await card(ctx, await keptWindow(state, parts), readPlace(at), parts)),
        replace: true,
      }),
    }),
    /** Opens a card whose settings are kept, as a message of its own. */
    open: defineAction({
      options: { state: text({ required: true }) },
      acknowledge: 'public',
      run: async (ctx, { state }, parts) => card(ctx, await keptWindow(state, parts), undefined, parts),
    }),
  },
});

/** Column and row as people type them: `10,20`, `10 20`, `(10; 20)`. */
function readPlace(typed: string): { x: number; y: number } {
  const match = /^\(?\s*(\d{1,9})\s*[,;\s]\s*(\d{1,9})\s*\)?$/.exec(typed.trim());
  if (match === null) throw new LearnerError('step-place-unreadable', { value: shown(typed) });
  return { x: Number(match[1]), y: Number(match[2]) };
}

async function card(
  ctx: Context,
  state: WindowState,
  at: { x: number; y: number } | undefined,
  parts: Parts,
  bytes?: ImageValue['bytes'],
): Promise<Reply> {
  const { t } = ctx;
  const { choice: window } = state;
  const numbers = state.matrix === undefined ? { bytes: bytes ?? (await keptPicture(state.picture!, parts)) } : { matrix: state.matrix };
  const done = await parts.engine.run(
    'step-card',
    { numbers, choice: { ...window, ...(at === undefined ? {} : { at }) }, language: ctx.language, theme: 'light' },
    { signal: ctx.signal, onProgress: (fraction) => ctx.progress({ fraction, note: t('step-progress') }) },
  );
  const kernel = 'name' in window.kernel ? window.kernel.name : t('step-typed');
  const { covered, strands } = done;
  const span = (from: number, cells: number) => (cells === 1 ? `${from}` : `${from}…${from + cells - 1}`.replaceAll('-', '−'));
  const value = rounded(done.value);
  const place = {
    kernel,
    row: done.at.y,
    column: done.at.x,
    rows: span(covered.y, covered.height),
    columns: span(covered.x, covered.width),
    count: strands.length * strands[0]!.pixels.length * strands[0]!.pixels[0]!.length,
    value,
  };
  return {
    blocks: [paragraph([t('step-done', place), ...windowNotes(t, window)].join(' ')), ...formula(done), ...codeOf(done, window)],
    media: [{ ...done.figure, name: 'step.png', alt: t('step-alt', { ...place, numbers: numbersOf(done) }) }],
    buttons: await buttonsFor(ctx, state, done, parts),
    facts: {
      kernel: done.kernelName,
      at: done.at,
      input: done.input,
      output: done.output,
      window: strands,
      totals: done.totals,
      value: done.value,
    },
  };
}

type Done = JobOutput<'step-card'>;

const rounded = (value: number) => String(Math.round(value * 1e4) / 1e4).replace('-', '−');
const operand = (value: number) => (value < 0 ? `(${rounded(value)})` : rounded(value));
const isWritten = ({ strands }: Done) => strands.length === 1 && strands[0]!.pixels.flat().length <= MOST_WRITTEN;

/** The sum with the numbers in it; of several channels or kernels how their sums come together. */
function formula(done: Done): Block[] {
  const { at, strands, totals, value } = done;
  const place = { plain: `out[${at.y}][${at.x}]`, latex: `out_{${at.y},${at.x}}` };
  const [first] = strands;
  const over = first!.denominator === 1 ? '' : `/${first!.denominator}`;
  const line = (latex: string, plain: string): Block[] => [math(`${place.latex} = ${latex}`, `${place.plain} = ${plain}`)];
  if (isWritten(done)) {
    const pairs = first!.pixels.flatMap((row, i) => row.map((pixel, j) => [pixel, first!.kernel[i]![j]!] as const));
    const sum = (times: string) => pairs.map(([pixel, weight]) => `${operand(pixel)}${times}${operand(weight)}`).join(' + ');
    const around = (text: string) => (over === '' ? text : `(${text})${over}`);
    return line(`${around(sum(' \\cdot '))} = ${rounded(value)}`, `${around(sum('·'))} = ${rounded(value)}`);
  }
  if (totals.length === 2) {
    const [x, y] = totals.map(operand);
    return line(`\\sqrt{${x}^2 + ${y}^2} = ${rounded(value)}`, `√(${x}² + ${y}²) = ${rounded(value)}`);
  }
  const sums = strands.map(({ sum }) => operand(sum)).join(' + ');
  const text = strands.length > 1 && over !== '' ? `(${sums})${over}` : `${sums}${over}`;
  return strands.length === 1 && over === '' ? [] : line(`${text} = ${rounded(value)}`, `${text} = ${rounded(value)}`);
}

function codeOf(done: Done, { stride, dilation, border = 'zero', flip = false }: WindowState['choice']): Block[] {
  const { strands, totals, input, padding, at, value } = done;
  const channels = strands.length / totals.length;
  const kernels = totals.map((_, index) => {
    const { kernel, denominator } = strands[index * channels]!;
    return { values: kernel, denominator };
  });
  const pixels = isWritten(done) ? { pixels: strands[0]!.pixels } : {};
  const layer = { input, channels, kernels, stride, padding, dilation, border, flip, at, value, ...pixels };
  return [torchCode(layer), tensorflowCode(layer)];
}

/** The window's numbers for those who cannot see them, row by row. */
function numbersOf({ strands }: Done): string {
  const rows = (values: number[][]) => values.map((row) => row.map(rounded).join(' ')).join('; ');
  return strands.map(({ pixels }) => (pixels.flat().length <= 25 ? rows(pixels) : `${pixels.length}×${pixels[0]!.length}`)).join(' | ');
}

/** Moves of the window within the output, and what else can be seen of the same numbers. */
async function buttonsFor({ t }: Context, state: WindowState, { at, output, padding }: Done, parts: Parts): Promise<Button[][]> {
  const moves = [
    { label: '←', x: at.x - 1, y: at.y },
    { label: '↑', x: at.x, y: at.y - 1 },
    { label: '↓', x: at.x, y: at.y + 1 },
    { label: '→', x: at.x + 1, y: at.y },
    { label: t('step-next-row'), x: 0, y: at.y + 1 },
  ].filter(({ x, y }) => x >= 0 && y >= 0 && x < output.width && y < output.height);
  const routeTo = await router(state, parts);
  const buttons = moves.map(({ label, x, y }) => ({ label, route: routeTo({ x, y }) }));
  const nextRow = t('step-next-row');
  const animated = state.matrix === undefined || isAnimated(state.matrix, padding);
  return [
    buttons.filter(({ label }) => label !== nextRow),
    buttons.filter(({ label }) => label === nextRow),
    [
      ...(animated ? [{ label: t('step-button-animate'), route: await animateRoute(state, parts) }] : []),
      { label: t('step-button-whole'), route: await wholeRoute(state, parts) },
    ],
  ].filter((row) => row.length > 0);
}

/** How a place is named in this card's routes: with all settings where they fit, else with the id under which they are kept. */
async function router(state: WindowState, { store }: Parts): Promise<(place: { x: number; y: number }) => string> {
  const { kernel } = state.choice;
  const { channels } = state.choice;
  const settings = { ...windowSettings(state.choice), channels: channels === 'gray' ? undefined : channels };
  const direct = ({ x, y }: { x: number; y: number }) =>
    'name' in kernel && isRoutable(kernel) && state.picture !== undefined
      ? tryRoute(`step.go #${state.picture} ${x},${y} ${kernel.name}`, settings)
      : undefined;
  // a place on the largest photo has at most five digits each way
  if (direct({ x: 15_999, y: 15_999 }) !== undefined) return (place) => direct(place)!;
  const id = await store.buttonStates.keep(JSON.stringify(state));
  return ({ x, y }) => `step.at ${id} ${x},${y}`;
}
