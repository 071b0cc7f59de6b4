import { parameterChoices } from '../lessons/predict/parameter-choices.ts';
import type { Context } from '../src/chat/context.ts';
import { paragraph } from '../src/chat/reply.ts';
import type { Parts } from './command.ts';
import type { Prediction } from './predict.ts';
import { drawnPanels } from './predict-figure.ts';

/** How many parameters a bank of filters has that a photo is about to go through. */
export async function predictParameters(
  ctx: Context,
  bytes: Uint8Array,
  layer: { channels: number; filters: number; f: number },
  seed: string,
  parts: Parts,
): Promise<Prediction> {
  const { t } = ctx;
  const { channels, filters, f } = layer;
  const given = t('predict-given-bank', { count: filters, channels, side: f });
  return {
    skill: 'bank-parameters',
    given: [paragraph(given)],
    question: t('predict-question-parameters'),
    media: [await drawnPanels(ctx, [{ kind: 'photo', caption: '@photo' }], { name: 'predict.jpg', alt: given, bytes }, parts)],
    choices: parameterChoices(layer, seed).map(({ value, ...choice }) => ({ label: t('params-number', { value }), ...choice })),
  };
}
