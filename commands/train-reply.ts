import { inLanguage } from '../lessons/formula.ts';
import type { Context } from '../src/chat/context.ts';
import { type Block, type Button, type Media, math, paragraph, type Reply } from '../src/chat/reply.ts';
import { route } from '../src/chat/route.ts';
import type { Language } from '../src/chat/texts.ts';
import type { Rendered } from '../src/engine/job.ts';
import type { TrainLiveOutput } from '../src/engine/jobs/train-live.ts';
import { LIVE_OPTIMIZERS, type LiveNetworkName, type LiveOptimizerName, MOST_PICTURES } from '../src/engine/live-networks.ts';
import { formatNumber, largestLoss, shareText, withDecimalMark } from '../src/engine/number-words.ts';

export interface TrainValues {
  network: LiveNetworkName;
  rate: number;
  /** Pictures a step. */
  batch: number;
  optimizer: LiveOptimizerName;
  pictures: number;
  epochs: number;
  seed: number;
}

/** Rates at which each network learns well, where none is given. */
export const RATES: Record<LiveNetworkName, Record<LiveOptimizerName, number>> = {
  digits: { adam: 0.001, momentum: 0.01, sgd: 0.1 },
  lenet: { adam: 0.003, momentum: 0.1, sgd: 1 },
  mlp: { adam: 0.001, momentum: 0.01, sgd: 0.1 },
};
/** So often each picture is shown: what takes a quarter of a minute on a free processor. */
export const EPOCHS: Record<LiveNetworkName, number> = { digits: 2, lenet: 6, mlp: 5 };

/** Less than this share right is hardly better than guessing. */
const LEARNED_NOTHING = 0.2;
const TRAINING_LESSON = 15;
/** The lesson's card on the length of a step. */
const STEP_LENGTH_CARD = 5;

/** The step of each optimizer, the rate as a number in it. */
const STEPS: Record<LiveOptimizerName, (rate: string) => { latex: string; plain: string }> = {
  sgd: (rate) => ({
    latex: `w \\leftarrow w - ${rate} \\cdot \\frac{\\partial L}{\\partial w}`,
    plain: `w ← w − ${rate}·∂L/∂w`,
  }),
  momentum: (rate) => ({
    latex: `v \\leftarrow 0.9\\,v + \\frac{\\partial L}{\\partial w}, \\quad w \\leftarrow w - ${rate} \\left(\\frac{\\partial L}{\\partial w} + 0.9\\,v\\right)`,
    plain: `v ← 0.9·v + ∂L/∂w,  w ← w − ${rate}·(∂L/∂w + 0.9·v)`,
  }),
  adam: (rate) => ({
    latex: `w \\leftarrow w - ${rate} \\cdot \\frac{\\hat m}{\\sqrt{\\hat v} + \\varepsilon}`,
    plain: `w ← w − ${rate}·m̂/(√v̂ + ε)`,
  }),
};

/** A rate as people write it: 0.0003, in Russian 0,0003. */
export const rateWord = (rate: number, language: Language): string =>
  withDecimalMark(rate >= 1e-6 ? String(Number(rate.toFixed(9))) : formatNumber(rate), language);

/** Powers of ten of a formula as LaTeX writes them. */
const withPowers = (latex: string) =>
  latex.replace(/·10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/g, (_, power: string) => {
    const digits = [...power].map((sign) => (sign === '⁻' ? '-' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign)));
    return ` \\cdot 10^{${digits.join('')}}`;
  });

/** The settings behind a command's or an action's name, as short as they go. */
export function settingsRoute(target: string, { network, rate, batch, optimizer, pictures, epochs, seed }: TrainValues): string {
  const rest = seed !== 1 ? [pictures, epochs, seed] : pictures !== MOST_PICTURES || epochs !== EPOCHS[network] ? [pictures, epochs] : [];
  // more digits than these find no room in a route
  return route([target, network, Number(rate.toPrecision(4)), batch, optimizer, ...rest].join(' '));
}

/** Begins the same run anew. */
export const againRow = ({ t }: Context, values: TrainValues): Button[] => [
  { label: t('train-button-again'), route: settingsRoute('train', values) },
];

/** The figure of a moment, with what it says in words. */
export function trainPicture(
  { t, language }: Context,
  { network, optimizer }: TrainValues,
  figure: Rendered,
  { step, steps, accuracy }: { step: number; steps: number; accuracy?: number },
): Media {
  const values = { network: t(`train-network-${network}`), optimizer: t(`train-optimizer-${optimizer}`), step, steps };
  const alt = accuracy === undefined ? t('train-alt-lost', values) : t('train-alt', { ...values, percent: shareText(accuracy, language) });
  return { ...figure, name: 'training.png', alt };
}

/** What came of a run: how good the network is, the step's formula with the learner's rate, and what to try next. */
export function trainedReply(ctx: Context, values: TrainValues, output: TrainLiveOutput): Reply {
  const { t, language } = ctx;
  const { figure, end, step, steps, test } = output;
  const lost = end === 'diverged';
  const { latex, plain } = STEPS[values.optimizer](rateWord(values.rate, 'en'));
  const formula = inLanguage({ latex: withPowers(latex), plain }, language);
  const blocks: Block[] = [
    ...(lost ? divergedBlocks(ctx, values, output) : learnedBlocks(ctx, values, output)),
    ...(step === 0 ? [] : [math(formula.latex, formula.plain)]),
  ];
  const rates: Button[] = (lost ? smallerRates(values) : [values.rate * 3, values.rate / 3]).map((each) => {
    const rate = Number(each.toPrecision(2));
    return { label: `η = ${rateWord(rate, language)}`, route: settingsRoute('train', { ...values, rate }) };
  });
  const others: Button[] = LIVE_OPTIMIZERS.filter((optimizer) => optimizer !== values.optimizer).map((optimizer) => ({
    label: t(`train-optimizer-${optimizer}`),
    route: settingsRoute('train', { ...values, optimizer, rate: RATES[values.network][optimizer] }),
  }));
  const lesson = { label: t('train-button-lesson'), route: `lesson ${TRAINING_LESSON}${lost ? ` ${STEP_LENGTH_CARD}` : ''}` };
  return {
    blocks,
    media: [trainPicture(ctx, values, figure, { step, steps, ...(test === undefined ? {} : { accuracy: test.accuracy }) })],
    buttons: [[...rates, ...(lost ? [] : others)], [lesson]],
    facts: factsOf(values, output),
  };
}

/** A tenth of a rate that was too large, and the one that usually works; a hundredth where that is not smaller than the tenth. */
function smallerRates({ network, optimizer, rate }: TrainValues): number[] {
  const usual = RATES[network][optimizer];
  return [rate / 10, usual < (rate / 10) * 0.99 ? usual : rate / 100];
}

function learnedBlocks({ t, language }: Context, values: TrainValues, output: TrainLiveOutput): Block[] {
  const { end, step, steps, firstLoss = 0, loss = 0, test, testPictures, seconds } = output;
  const { accuracy } = test!;
  const percent = shareText(accuracy, language);
  const how =
    end === 'done'
      ? t('train-done', { steps, pictures: values.pictures, epochs: values.epochs, seconds: Math.max(1, Math.round(seconds)) })
      : t(`train-${end}`, { step, steps });
  if (step === 0) return [paragraph(t('train-stopped-at-once'))];
  const stuck = accuracy < LEARNED_NOTHING && end === 'done';
  return [
    paragraph(t('train-reached', { percent, pictures: testPictures, how })),
    paragraph(t('train-loss', { first: firstLoss, last: loss })),
    ...(stuck ? [paragraph(t('train-stuck', { rate: rateWord(values.rate, language) }))] : []),
    paragraph(t('train-step', { optimizer: t(`train-optimizer-${values.optimizer}`), rate: rateWord(values.rate, language) })),
  ];
}

/** The lesson of a loss that ran away. */
function divergedBlocks({ t, language }: Context, values: TrainValues, { step, steps, losses }: TrainLiveOutput): Block[] {
  const largest = largestLoss(losses);
  const rate = rateWord(values.rate, language);
  const run = { rate, step, steps };
  return [
    paragraph(
      largest === undefined
        ? t('train-diverged-nan', run)
        : t('train-diverged', { ...run, largest: largest.step, loss: withDecimalMark(formatNumber(largest.loss), language) }),
    ),
    paragraph(t('train-diverged-why')),
    paragraph(t('train-diverged-try', { usual: rateWord(RATES[values.network][values.optimizer], language) })),
  ];
}

function factsOf(
  values: TrainValues,
  { end, step, steps, parameters, firstLoss, loss, test, testPictures, accuracies, seconds }: TrainLiveOutput,
) {
  return {
    ended: end,
    ...values,
    parameters,
    step,
    steps,
    ...(firstLoss === undefined ? {} : { firstLoss }),
    ...(loss === undefined ? {} : { loss }),
    ...(test === undefined ? {} : { testAccuracy: test.accuracy, testLoss: test.loss }),
    testPictures,
    accuracies,
    seconds,
  };
}
