import { sizeChoices, sizeSkill } from '../lessons/predict/size-choices.ts';
import { askedCell, poolingSlips, type Slip, valueChoices } from '../lessons/predict/value-choices.ts';
import type { Context } from '../src/chat/context.ts';
import { paragraph } from '../src/chat/reply.ts';
import type { JobInput } from '../src/engine/catalogue.ts';
import type { Parts } from './command.ts';
import type { Prediction } from './predict.ts';
import { drawnPanels, matrixPanels } from './predict-figure.ts';

export type Pooling = JobInput<'pool'>['pooling'];

/** Of a photo: the size after pooling. */
export async function predictPooledPhoto(
  ctx: Context,
  bytes: Uint8Array,
  pooling: Pooling,
  seed: string,
  parts: Parts,
): Promise<Prediction> {
  const { t } = ctx;
  const style = { language: ctx.language, theme: 'light' as const };
  const { input, output } = await parts.engine.run('pool', { bytes, pooling, ...style }, { signal: ctx.signal });
  const given = givenWords(ctx, pooling, input);
  const picture = await drawnPanels(ctx, [{ kind: 'photo', caption: '@photo' }], { name: 'predict.jpg', alt: given, bytes }, parts);
  return {
    ...sizeQuestion(output, input, pooling, seed),
    given: [paragraph(given)],
    question: t('predict-question-size'),
    media: [picture],
  };
}

/** Of a matrix: the number in one cell after pooling. */
export async function predictPooledMatrix(
  ctx: Context,
  matrix: number[][],
  pooling: Pooling,
  seed: string,
  parts: Parts,
): Promise<Prediction> {
  const { t } = ctx;
  const style = { language: ctx.language, theme: 'light' as const };
  const { output } = await parts.engine.run('pool-matrix', { input: matrix, pooling, ...style }, { signal: ctx.signal });
  const input = { height: matrix.length, width: matrix[0]!.length };
  const given = givenWords(ctx, pooling, input);
  const panels = matrixPanels(matrix);
  const known = { given: [paragraph(given)], media: [] };
  // numbers that cannot be read in a figure would have to be looked for
  if (panels.length === 0) {
    const size = { height: output.length, width: output[0]!.length };
    return { ...sizeQuestion(size, input, pooling, seed), ...known, question: t('predict-question-size') };
  }
  const at = askedCell({ height: output.length, width: output[0]!.length }, seed);
  const slips = poolingSlips({ stride: pooling.stride, padded: pooling.padding > 0 }, at);
  const ways = slips.map(({ change, at: { x, y } }) => ({ by: { pooling: changed(pooling, change) }, x, y }));
  const { values } = await parts.engine.run('cell-values', { matrix, ways }, { signal: ctx.signal });
  const wrong = slips.map(({ id }, index) => ({ id, value: values[index] }));
  return {
    skill: 'pool-window',
    ...known,
    question: t('predict-question-value', { row: at.y, column: at.x }),
    media: [await drawnPanels(ctx, panels, { name: 'predict.png', alt: given }, parts)],
    choices: valueChoices(output[at.y]![at.x]!, wrong, seed).map(({ value, ...choice }) => ({ label: t('number', { value }), ...choice })),
  };
}

function changed(pooling: Pooling, change: Slip['change']): Pooling {
  if (change === 'other-kind') return { ...pooling, kind: pooling.kind === 'max' ? 'average' : 'max' };
  return change === 'no-padding' ? { ...pooling, padding: 0 } : { ...pooling, stride: 1 };
}

function sizeQuestion(
  output: { height: number; width: number },
  input: { height: number; width: number },
  { size: f, stride: s, padding: p }: Pooling,
  seed: string,
) {
  const axes = { height: { n: input.height, f, p, s }, width: { n: input.width, f, p, s } };
  const choices = sizeChoices(output, axes, seed).map(({ value, ...choice }) => ({ label: `${value.height}×${value.width}`, ...choice }));
  return { skill: sizeSkill(axes.height), choices };
}

function givenWords({ t }: Context, { kind, size, stride, padding, ceil }: Pooling, input: { height: number; width: number }): string {
  const words = t(`predict-given-${kind}`, { input: `${input.height}×${input.width}`, size, stride, padding });
  return ceil ? `${words} ${t('predict-given-ceil')}` : words;
}
