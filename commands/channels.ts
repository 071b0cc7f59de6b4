import { filterParameters } from '../lessons/arithmetic.ts';
import type { Context } from '../src/chat/context.ts';
import { LearnerError } from '../src/chat/errors.ts';
import { boolean, choice, type ImageValue, image, integer, shown, suggestion, text } from '../src/chat/options.ts';
import { type Button, list, math, paragraph, type Reply } from '../src/chat/reply.ts';
import { refusal } from '../src/chat/router.ts';
import type { Translate } from '../src/chat/texts.ts';
import { BANK_NAMES, BANK_SIDE } from '../src/engine/bank-names.ts';
import type { JobInput } from '../src/engine/catalogue.ts';
import { predictParameters } from './channels-prediction.ts';
import { defineCommand, type Parts } from './command.ts';
import { createPredictions } from './predict.ts';
import { SAMPLE_PHOTO } from './samples.ts';

type BankName = (typeof BANK_NAMES)[number];
type Layer = Pick<JobInput<'channels'>, 'filters' | 'stride' | 'padding'>;

/** Red, green and blue. */
const CHANNELS = 3;

/** What is predicted: a picture by its id, and the filters that it goes through. */
interface Predicted {
  picture: string;
  layer: Layer;
}

const predictions = createPredictions<Predicted>({
  command: 'channels',
  predict: async (ctx, { picture, layer }, seed, parts) =>
    predictParameters(
      ctx,
      await keptPicture(picture, parts),
      { channels: CHANNELS, filters: layer.filters.length, f: BANK_SIDE },
      seed,
      parts,
    ),
  reveal: async (ctx, { picture, layer }, parts) =>
    throughFilters(ctx, { id: picture, name: '', bytes: await keptPicture(picture, parts) }, layer, parts),
});

async function keptPicture(id: string, parts: Parts): Promise<Uint8Array> {
  const bytes = await parts.picture(id);
  if (bytes === undefined) throw new LearnerError('button-old');
  return bytes;
}

export const channels = defineCommand({
  name: 'channels',
  topic: 'pictures',
  options: {
    image: image(),
    filters: text({ maxLength: 120, default: '6', suggestions: ['6', '8', ...BANK_NAMES] }),
    stride: integer({ min: 1, max: 16, default: 1 }),
    padding: choice(['valid', 'same'], { default: 'valid', or: integer({ min: 0, max: 16 }) }),
    predict: boolean({ default: false }),
  },
  actions: predictions.actions,
  acknowledge: 'public',
  examples: ['', 'filters=8 stride=2', 'filters=edges_x,red_green,mean padding=same'],
  async run(ctx, { filters, stride, padding, predict, ...given }, parts) {
    const layer: Layer = { filters: chosenFilters(filters), stride, padding };
    if (given.image === undefined) return askForPicture(ctx.t);
    if (predict) return predictions.ask(ctx, { picture: given.image.id, layer }, parts);
    return throughFilters(ctx, given.image, layer, parts);
  },
});

/**
 * How many filters of the bank, or which: `5`, or `edges_x, mean`.
 * @throws LearnerError `channels-count` {limit}, `channels-filter-unknown` {name, names}, `channels-filter-unknown-suggest` {…, meant}
 */
function chosenFilters(typed: string): BankName[] {
  if (/^[-+]?[\d.]+$/.test(typed)) {
    const count = Number(typed);
    if (!Number.isInteger(count) || count < 1 || count > BANK_NAMES.length)
      throw new LearnerError('channels-count', { limit: BANK_NAMES.length });
    return BANK_NAMES.slice(0, count);
  }
  const words = typed
    .toLowerCase()
    .split(/[\s,;+]+/)
    .filter((word) => word !== '');
  if (words.length === 0 || words.length > BANK_NAMES.length) throw new LearnerError('channels-count', { limit: BANK_NAMES.length });
  return words.map((word) => {
    const name = BANK_NAMES.find((candidate) => candidate === word.replaceAll('-', '_'));
    if (name !== undefined) return name;
    const values = { name: shown(word), names: BANK_NAMES.join(', ') };
    const meant = suggestion(word, BANK_NAMES);
    throw meant === undefined
      ? new LearnerError('channels-filter-unknown', values)
      : new LearnerError('channels-filter-unknown-suggest', { ...values, meant });
  });
}

async function throughFilters(ctx: Context, picture: ImageValue, layer: Layer, parts: Parts): Promise<Reply> {
  const { t } = ctx;
  const count = layer.filters.length;
  const parameters = filterParameters({ channels: CHANNELS, filters: count, f: BANK_SIDE });
  const done = await parts.engine.run(
    'channels',
    { bytes: picture.bytes, ...layer, parameters, language: ctx.language, theme: 'light' },
    { signal: ctx.signal },
  );
  const weightShape = [count, CHANNELS, BANK_SIDE, BANK_SIDE];
  const filled = `${count}·(${CHANNELS}·${BANK_SIDE}² + 1) = ${parameters}`;
  return {
    blocks: [
      paragraph(t('channels-done', { input: done.input.join('×'), count, output: done.output.join('×') })),
      paragraph(t('channels-weights', { shape: weightShape.join('×') })),
      math('C_{out} (C_{in} F^2 + 1)', 'C_out·(C_in·F² + 1)'),
      math(filled.replaceAll('·', ' \\cdot ').replace('²', '^2'), t('channels-parameters', { formula: filled })),
      list(
        layer.filters.map((name) => `\`${name}\` — ${t(`channels-filter-${name.replace('_', '-')}`)}`),
        true,
      ),
      ...(done.gray ? [paragraph(t('channels-gray'))] : []),
      ...(done.ranges.every(([low, high]) => low === high) ? [paragraph(t('channels-constant'))] : []),
      ...(done.shrunk ? [paragraph(t('convolve-shrunk', { width: done.original.width, height: done.original.height }))] : []),
      ...(done.frames > 1 ? [paragraph(t('convolve-first-frame', { frames: done.frames }))] : []),
    ],
    media: [
      {
        ...done.figure,
        name: 'channels.jpg',
        alt: t('channels-alt', { count, filters: layer.filters.join(', '), output: done.output.join('×') }),
      },
    ],
    buttons: [...buttonsFor(t, picture, layer), [await predictionButton(ctx, picture, layer, parts)]],
    facts: {
      filters: layer.filters,
      inputShape: done.input,
      weightShape,
      outputShape: done.output,
      parameters,
      stride: layer.stride,
      padding: done.padding,
      ranges: done.ranges,
    },
  };
}

/** Offers another number of filters than the one whose parameters were just shown. */
function predictionButton(ctx: Context, picture: ImageValue, layer: Layer, parts: Parts): Promise<Button> {
  const count = (layer.filters.length % BANK_NAMES.length) + 1;
  return predictions.button(ctx, { picture: picture.id, layer: { ...layer, filters: BANK_NAMES.slice(0, count) } }, parts);
}

function askForPicture(t: Translate): Reply {
  return {
    ...refusal(t, 'picture-missing'),
    buttons: [[{ label: t('convolve-button-sample'), route: `channels image=#${SAMPLE_PHOTO}` }]],
  };
}

/** Other numbers of filters, the other stride, and the next thing a network does. */
function buttonsFor(t: Translate, picture: ImageValue, { filters, stride }: Layer): Button[][] {
  const id = `#${picture.id}`;
  return [
    [1, 3, 6, 8]
      .filter((count) => count !== filters.length)
      .map((count) => ({ label: t('channels-button-filters', { count }), route: `channels image=${id} filters=${count}` })),
    [
      stride === 1
        ? { label: t('channels-button-stride', { stride: 2 }), route: `channels image=${id} stride=2` }
        : { label: t('channels-button-stride', { stride: 1 }), route: `channels image=${id}` },
      { label: t('command-pool-menu'), route: `pool image=${id}` },
    ],
  ];
}
