import { randomBytes } from 'node:crypto';
import type { Context, Progress } from '../src/chat/context.ts';
import { LearnerError, learnerMessage } from '../src/chat/errors.ts';
import { choice, integer, number, text } from '../src/chat/options.ts';
import { type Button, paragraph, type Reply } from '../src/chat/reply.ts';
import { refusal } from '../src/chat/router.ts';
import type { TrainLivePreview } from '../src/engine/jobs/train-live.ts';
import { LIVE_NETWORKS, LIVE_OPTIMIZERS, MOST_PICTURES } from '../src/engine/live-networks.ts';
import { shareText } from '../src/engine/number-words.ts';
import { defineAction, defineCommand, type Parts } from './command.ts';
import { againRow, EPOCHS, RATES, rateWord, settingsRoute, type TrainValues, trainedReply, trainPicture } from './train-reply.ts';

const MAX_RATE = 1000;
const MOST_EPOCHS = 6;

const options = {
  network: choice(LIVE_NETWORKS, {
    default: 'digits',
    aliases: {
      conv: 'digits',
      cnn: 'digits',
      convolutional: 'digits',
      свёрточная: 'digits',
      сверточная: 'digits',
      цифры: 'digits',
      // as /network and /classify call what is trained here as digits
      digits_lecture: 'digits',
      lenet5: 'lenet',
      lenet_5: 'lenet',
      ленет: 'lenet',
      mlp_digits: 'mlp',
      perceptron: 'mlp',
      перцептрон: 'mlp',
      персептрон: 'mlp',
      полносвязная: 'mlp',
    },
  }),
  rate: number({ min: 0, max: MAX_RATE }),
  batch: integer({ min: 8, max: 256, default: 64 }),
  optimizer: choice(LIVE_OPTIMIZERS, {
    default: 'adam',
    aliases: {
      адам: 'adam',
      инерция: 'momentum',
      импульс: 'momentum',
      моментум: 'momentum',
      nesterov: 'momentum',
      нестеров: 'momentum',
      сгд: 'sgd',
      спуск: 'sgd',
      gradient_descent: 'sgd',
      градиентный_спуск: 'sgd',
    },
  }),
  pictures: integer({ min: 50, max: MOST_PICTURES, default: MOST_PICTURES }),
  epochs: integer({ min: 1, max: MOST_EPOCHS }),
  seed: integer({ min: 1, max: 999_999, default: 1 }),
};

export const train = defineCommand({
  name: 'train',
  topic: 'networks',
  options,
  acknowledge: 'public',
  long: true,
  examples: ['', 'network=mlp rate=0.01', 'optimizer=sgd rate=3', 'network=lenet batch=32'],
  async run(ctx, given, parts) {
    const values: TrainValues = {
      ...given,
      rate: given.rate ?? RATES[given.network][given.optimizer],
      epochs: given.epochs ?? EPOCHS[given.network],
    };
    if (values.rate === 0)
      throw new LearnerError('train-rate-zero', { rate: rateWord(RATES[values.network][values.optimizer], ctx.language) });
    const { store } = parts;
    // the event comes again when a stop of the tutor left it unanswered: its run is over then
    if (!(await store.trainings.begin(ctx.event, ctx.who.key))) return endedByRestart(ctx, values);
    try {
      return await learn(ctx, values, parts);
    } finally {
      await store.trainings
        .end(ctx.event)
        .catch((error: unknown) => ctx.log.warn({ err: error }, 'a training is still noted as under way'));
    }
  },
  actions: {
    /** Stops the run, or leaves the queue; what follows the id are its settings, for the button that begins it again. */
    stop: defineAction({
      options: { id: text({ required: true, maxLength: 16 }), ...options },
      acknowledge: 'private',
      async run(ctx, { id, ...given }, { trainings }) {
        const owner = trainings.ownerOf(id);
        if (owner === undefined) {
          const values = {
            ...given,
            rate: given.rate ?? RATES[given.network][given.optimizer],
            epochs: given.epochs ?? EPOCHS[given.network],
          };
          return { ...refusal(ctx.t, 'train-run-over'), buttons: [againRow(ctx, values)] };
        }
        if (owner !== ctx.who.key) throw new LearnerError('train-not-yours');
        trainings.end(id);
        // the run's own message tells the rest
        return undefined;
      },
    }),
  },
});

const stopRoute = (id: string, values: TrainValues) => settingsRoute(`train.stop ${id}`, values);

/** Waits for its turn, learns in front of everyone's eyes, and tells what came of it. */
async function learn(ctx: Context, values: TrainValues, { trainings }: Parts): Promise<Reply> {
  const { t } = ctx;
  const own = trainings.of(ctx.who.key);
  if (own !== undefined)
    return { ...refusal(t, 'train-own-run'), buttons: [[{ label: t('train-button-stop'), route: stopRoute(own, values) }]] };
  if (trainings.isFull()) throw new LearnerError('train-queue-full');
  const id = randomBytes(4).toString('hex');
  let shown: Progress = { fraction: 0, note: t('train-drawing') };
  const show = (progress: Progress) => {
    shown = progress;
    ctx.progress(progress);
  };
  const button = (word: 'stop' | 'leave'): Button[][] => [[{ label: t(`train-button-${word}`), route: stopRoute(id, values) }]];
  const end = await trainings
    .run({
      id,
      owner: ctx.who.key,
      input: {
        ...values,
        names: { network: t(`train-network-${values.network}`), optimizer: t(`train-optimizer-${values.optimizer}`) },
        language: ctx.language,
        theme: 'light',
      },
      onPlace: (place) => show({ fraction: 0, note: t('train-place', { before: place - 1 }), preview: { buttons: button('leave') } }),
      onPreview: (preview) => show(previewProgress(ctx, values, preview, button('stop'))),
      onStopping() {
        const { media } = shown.preview ?? {};
        show({ ...shown, note: t('train-stopping'), preview: media === undefined ? {} : { media } });
      },
    })
    .catch((error: unknown) => {
      // its process was ended or broke down: the engine's own words speak of pictures
      if (learnerMessage(error)?.id.startsWith('job-') === true) throw new LearnerError('train-lost');
      throw error;
    });
  switch (end.kind) {
    case 'output':
      return trainedReply(ctx, values, end.output);
    case 'left':
      return { blocks: [paragraph(t('train-left'))], buttons: [againRow(ctx, values)], facts: { ended: 'left' } };
    case 'closed':
      return endedByRestart(ctx, values, end.last);
  }
}

function previewProgress(ctx: Context, values: TrainValues, { fraction, learning }: TrainLivePreview, buttons: Button[][]): Progress {
  const { t } = ctx;
  if (learning === undefined) return { fraction, note: t('train-drawing'), preview: { buttons } };
  const { figure, step, steps, loss, accuracy } = learning;
  const percent = shareText(accuracy, ctx.language);
  const note = loss === undefined ? t('train-note-first', { steps }) : t('train-note', { step, steps, loss, percent });
  return { fraction, note, preview: { media: trainPicture(ctx, values, figure, { step, steps, accuracy }), buttons } };
}

function endedByRestart(ctx: Context, values: TrainValues, last?: TrainLivePreview['learning']): Reply {
  const { t } = ctx;
  const said =
    last === undefined
      ? t('train-restarted')
      : t('train-restarted-at', { step: last.step, steps: last.steps, percent: shareText(last.accuracy, ctx.language) });
  return {
    blocks: [paragraph(said)],
    ...(last === undefined ? {} : { media: [trainPicture(ctx, values, last.figure, last)] }),
    buttons: [againRow(ctx, values)],
    facts: { ended: 'restart', ...(last === undefined ? {} : { step: last.step, steps: last.steps }) },
  };
}
