import { placesToCompare } from '../lessons/predict/brighter-place.ts';
import { seedOf } from '../lessons/predict/choices.ts';
import { effectOf, kernelChoices } from '../lessons/predict/kernel-choices.ts';
import { isSizeTelling, sizeChoices, sizeSkill } from '../lessons/predict/size-choices.ts';
import { askedCell, convolutionSlips, type Slip, valueChoices } from '../lessons/predict/value-choices.ts';
import type { Context } from '../src/chat/context.ts';
import { shown } from '../src/chat/options.ts';
import { type Block, type Media, paragraph } from '../src/chat/reply.ts';
import type { ConvolveInput, KernelChoice } from '../src/engine/jobs/convolve.ts';
import type { Panel } from '../src/engine/jobs/panels.ts';
import type { Parts } from './command.ts';
import { whatItDoes } from './kernel-words.ts';
import type { PredictedChoice, Prediction } from './predict.ts';
import { drawnPanels, kernelPanels, matrixPanels } from './predict-figure.ts';
import { windowNotes } from './window-notes.ts';
import { typedMatrix } from './window-options.ts';

export type ConvolveWindow = Omit<ConvolveInput, 'bytes' | 'zero'>;

/** Photos smaller than this look alike through any kernel, pixels. */
const LEAST_SIDE = 48;
/** Matrices are asked about their size where one number would have to be looked for, cells. */
const MOST_CELLS = 144;

const LETTERS = 'ABCD';
interface Padding {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** Of a photo: the size where the settings make it worth asking, else which of four pictures is the result. */
export async function predictPhoto(
  ctx: Context,
  bytes: Uint8Array,
  window: ConvolveWindow,
  seed: string,
  parts: Parts,
): Promise<Prediction> {
  const style = { language: ctx.language, theme: 'light' as const };
  const done = await parts.engine.run('convolve', { bytes, ...window, ...style }, { signal: ctx.signal });
  const kernel = { height: done.kernels[0]!.values.length, width: done.kernels[0]!.values[0]!.length };
  const axes = axesOf(done.input, kernel, window, done.padding);
  const given = givenWords(ctx, window, { input: done.input, kernel, padding: done.padding });
  const known: Panel[] = [{ kind: 'photo', caption: '@photo' }, ...kernelPanels(done.kernelName, done.kernels)];
  const picture = await drawnPanels(ctx, known, { name: 'predict.jpg', alt: given.words, bytes }, parts);
  const isPlain =
    done.notes.length > 0 || Math.min(done.input.height, done.input.width, done.output.height, done.output.width) < LEAST_SIDE;
  if (isPlain || isSizeTelling(axes)) return { ...sizeQuestion(ctx, done.output, axes, seed), given: given.blocks, media: [picture] };
  const asked = { bytes, window, seed, given: given.blocks, picture };
  // either question suits a kernel that leaves only edges: the seed chooses
  const isEdges = effectOf(window.kernel).startsWith('edges') && seedOf(`${seed} kind`) % 2 === 0;
  return (isEdges ? await brighterPlace(ctx, asked, parts) : undefined) ?? whichPicture(ctx, asked, parts);
}

/** Of a matrix: the number in one cell of the output, or of a large one the output's size. */
export async function predictMatrix(
  ctx: Context,
  matrix: number[][],
  window: ConvolveWindow,
  seed: string,
  parts: Parts,
): Promise<Prediction> {
  const { t } = ctx;
  const style = { language: ctx.language, theme: 'light' as const };
  const done = await parts.engine.run('convolve-matrix', { input: matrix, ...window, ...style }, { signal: ctx.signal });
  const input = { height: matrix.length, width: matrix[0]!.length };
  const output = { height: done.output.length, width: done.output[0]!.length };
  const kernel = { height: done.kernel.length, width: done.kernel[0]!.length };
  const given = givenWords(ctx, window, { input, kernel, padding: done.padding });
  const panels = [...matrixPanels(matrix), ...kernelPanels(done.kernelName, done.kernels)];
  const media = panels.length === 0 ? [] : [await drawnPanels(ctx, panels, { name: 'predict.png', alt: given.words }, parts)];
  if (input.height * input.width > MOST_CELLS)
    return { ...sizeQuestion(ctx, output, axesOf(input, kernel, window, done.padding), seed), given: given.blocks, media };

  const at = askedCell(output, seed);
  const padded = Object.values(done.padding).some((cells) => cells > 0);
  const { stride, dilation = 1, border = 'zero' } = window;
  const slips = convolutionSlips({ stride, dilation, padded, bordered: border !== 'zero' }, at);
  const ones: KernelChoice = { values: done.kernel.map((row) => row.map(() => 1)) };
  const ways = slips.map(({ change, at: { x, y } }) => ({ by: changed(window, change, ones), x, y }));
  const { values } = await parts.engine.run('cell-values', { matrix, ways }, { signal: ctx.signal });
  const wrong = slips.map(({ id }, index) => ({ id, value: values[index] }));
  const choices = valueChoices(done.output[at.y]![at.x]!, wrong, seed);
  return {
    skill: 'output-cell',
    given: given.blocks,
    question: t('predict-question-value', { row: at.y, column: at.x }),
    media,
    choices: choices.map(({ value, ...choice }) => ({ label: t('number', { value }), ...choice })),
  };
}

function changed(window: ConvolveWindow, change: Slip['change'], ones: KernelChoice): ConvolveWindow {
  switch (change) {
    case 'flip':
      return { ...window, flip: window.flip !== true };
    case 'no-padding':
      return { ...window, padding: 'valid' };
    case 'zeros':
      return { ...window, border: 'zero' };
    case 'dilation-1':
      return { ...window, dilation: 1 };
    case 'ones':
      return { ...window, kernel: ones };
    default:
      return { ...window, stride: 1 };
  }
}

function sizeQuestion({ t }: Context, output: { height: number; width: number }, axes: ReturnType<typeof axesOf>, seed: string) {
  const choices = sizeChoices(output, axes, seed).map(
    ({ value, ...choice }): PredictedChoice => ({ label: `${value.height}×${value.width}`, ...choice }),
  );
  return { skill: sizeSkill(axes.height), question: t('predict-question-size'), choices };
}

interface AskedPhoto {
  bytes: Uint8Array;
  window: ConvolveWindow;
  seed: string;
  given: Block[];
  /** The photo and the kernel. */
  picture: Media;
}

/** Which of two framed places will be the brighter one? Undefined where no pair of them is worth asking about. */
async function brighterPlace(
  ctx: Context,
  { bytes, window, seed, given, picture }: AskedPhoto,
  parts: Parts,
): Promise<Prediction | undefined> {
  const { t, signal } = ctx;
  const { places } = await parts.engine.run('brightness', { bytes, ...window }, { signal });
  const pair = placesToCompare(places, seed);
  if (pair === undefined) return undefined;
  const brightest = pair[0].after > pair[1].after ? 0 : 1;
  const panels = pair.map(({ x, y, width, height }): Panel => ({ kind: 'photo', boxes: [{ x, y, width, height }] }));
  const options = { name: 'predict-place.jpg', alt: t('predict-alt-places'), lettered: true as const, bytes };
  return {
    skill: 'which-filter',
    given,
    question: t('predict-question-brighter'),
    media: [picture, await drawnPanels(ctx, panels, options, parts)],
    choices: pair.map((_place, index) => ({
      label: LETTERS.charAt(index),
      ...(index === brightest ? {} : { misconception: 'kernel-brightness' }),
    })),
    reason: t('predict-brighter-reason', {
      beforeOne: pair[0].before,
      afterOne: pair[0].after,
      beforeOther: pair[1].before,
      afterOther: pair[1].after,
    }),
  };
}

async function whichPicture(ctx: Context, asked: AskedPhoto, parts: Parts): Promise<Prediction> {
  const { t } = ctx;
  const { bytes, window, seed, given, picture } = asked;
  const choices = kernelChoices(window.kernel, seed);
  const { flip, channels, display } = window;
  const own = {
    ...(flip === undefined ? {} : { flip }),
    ...(channels === undefined ? {} : { channels }),
    ...(display === undefined ? {} : { display }),
  };
  const panels = choices.map(
    ({ value, misconception }): Panel => ({
      kind: 'photo',
      // turned around or shown in another way only as the learner asked for it
      filter: misconception === undefined ? { kernel: value, ...own } : { kernel: value },
    }),
  );
  const options = { name: 'predict-which.jpg', alt: t('predict-alt-which'), lettered: true as const, bytes };
  const kernel = 'name' in window.kernel ? window.kernel.name : t('step-typed');
  return {
    skill: 'which-filter',
    given,
    question: t('predict-question-which', { kernel }),
    media: [picture, await drawnPanels(ctx, panels, options, parts)],
    choices: choices.map(({ value, ...choice }, index) => ({
      label: LETTERS.charAt(index),
      ...choice,
      ...('name' in value ? { why: t('predict-why-kernel', { kernel: value.name, what: whatItDoes(t, value) }) } : {}),
    })),
    reason: t(`predict-effect-${effectOf(window.kernel)}`, { kernel }),
  };
}

/** What is known, in words. */
function givenWords(
  { t }: Context,
  window: ConvolveWindow,
  { input, kernel, padding }: { input: { height: number; width: number }; kernel: { height: number; width: number }; padding: Padding },
): { blocks: Block[]; words: string } {
  const { top, right, bottom, left } = padding;
  const isEven = top === right && right === bottom && bottom === left;
  const words = t('predict-given', {
    input: `${input.height}×${input.width}`,
    name: 'name' in window.kernel ? window.kernel.name : shown(typedMatrix(window.kernel.values)),
    kernel: `${kernel.height}×${kernel.width}`,
    stride: window.stride,
    padding: isEven ? top : `${top} ${right} ${bottom} ${left}`,
    dilation: window.dilation ?? 1,
  });
  return { blocks: [paragraph([words, ...windowNotes(t, window)].join(' '))], words };
}

function axesOf(
  input: { height: number; width: number },
  kernel: { height: number; width: number },
  { stride: s, dilation: d = 1 }: ConvolveWindow,
  { top, right, bottom, left }: Padding,
) {
  return {
    height: { n: input.height, f: kernel.height, p: top, q: bottom, s, d },
    width: { n: input.width, f: kernel.width, p: left, q: right, s, d },
  };
}
