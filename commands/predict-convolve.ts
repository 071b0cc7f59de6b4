import { reviewed } from '../lessons/memory/schedule.ts';
import { type PredictedChoice, pictureChoices, sizeChoices } from '../lessons/predict.ts';
import type { Context } from '../src/chat/context.ts';
import { LearnerError } from '../src/chat/errors.ts';
import type { ImageValue } from '../src/chat/options.ts';
import { type Block, type Media, paragraph, type Reply } from '../src/chat/reply.ts';
import type { Translate } from '../src/chat/texts.ts';
import type { ConvolveInput } from '../src/engine/jobs/convolve.ts';
import type { Parts } from './command.ts';

export type PredictedWindow = Omit<ConvolveInput, 'bytes' | 'zero'>;

/** What is kept until it is answered: the picture by its id, the settings, and the choices in the order shown. */
interface Prediction {
  picture: string;
  window: PredictedWindow;
  kind: 'size' | 'picture';
  skill: string;
  answer: string;
  choices: PredictedChoice[];
}

const PREFIX = 'predict:';
const LETTERS = 'ABCD';

/** Asks what will come out before it is shown: the size where the window jumps, else which of four pictures it is. */
export async function askPrediction(
  ctx: Context,
  picture: Pick<ImageValue, 'id' | 'bytes'>,
  window: PredictedWindow,
  parts: Parts,
): Promise<Reply> {
  const { t } = ctx;
  const { kernel, stride } = window;
  const seed = `${picture.id} ${JSON.stringify(window)}`;
  const name = 'name' in kernel ? kernel.name : 'typed';
  const kind = stride > 1 ? 'size' : 'picture';
  const sizes = kind === 'size' ? await sizesOf(ctx, picture, window, parts) : undefined;
  const choices = sizes === undefined ? pictureChoices(name, seed) : sizeChoices(sizes.input, sizes.output, stride, seed);
  const answer = sizes === undefined ? name : `${sizes.output.height}x${sizes.output.width}`;
  const prediction: Prediction = {
    picture: picture.id,
    window,
    kind,
    skill: kind === 'size' ? 'size-strided' : 'which-filter',
    answer,
    choices,
  };
  const state = await parts.store.buttonStates.keep(JSON.stringify(prediction));
  const { id } = await parts.store.questions.ask({
    place: ctx.where.key,
    askedBy: ctx.who.key,
    code: `${PREFIX}${state}`,
    skill: prediction.skill,
    askedFor: '',
    event: ctx.event,
  });
  const question =
    sizes === undefined
      ? t('predict-picture', { kernel: kernelWords(t, window) })
      : t('predict-size', { kernel: kernelWords(t, window), ...sizes.input, stride, padding: String(window.padding) });
  return {
    blocks: [paragraph(`**${t('predict-title')}**`), paragraph(question)],
    media: sizes === undefined ? [await panelsOf(ctx, picture, prediction, parts)] : [],
    quiz: {
      code: `${PREFIX}${state}`,
      question,
      choices: choices.map(({ value }, index) => ({
        label: kind === 'size' ? value.replace('x', '×') : LETTERS.charAt(index),
        route: `convolve.guessed #${picture.id} ${id} ${value}`,
      })),
    },
    facts: { prediction: kind, choices: choices.map(({ value }) => value), question: id },
  };
}

/** Marks a prediction, once for each person, and says what was right; the result itself is shown by who calls this. */
export async function markPrediction(
  ctx: Context,
  id: number,
  value: string,
  parts: Parts,
): Promise<{ blocks: Block[]; window: PredictedWindow; facts: Record<string, unknown> }> {
  const { t } = ctx;
  const question = await parts.store.questions.question(id);
  const kept =
    question?.code.startsWith(PREFIX) === true ? await parts.store.buttonStates.load(question.code.slice(PREFIX.length)) : undefined;
  if (question === undefined || kept === undefined) throw new LearnerError('button-old');
  const prediction = JSON.parse(kept) as Prediction;
  const { choices, answer, kind } = prediction;
  const choice = choices.find((candidate) => candidate.value === value);
  if (choice === undefined) throw new LearnerError('button-old');
  const { first, answer: counted } = await parts.store.questions.answer(
    {
      question: id,
      learner: ctx.who.key,
      skill: prediction.skill,
      given: value,
      correct: value === answer,
      at: parts.now(),
      event: ctx.event,
      ...(choice.mistake === undefined || kind === 'picture' ? {} : { misconception: choice.mistake }),
    },
    reviewed,
  );
  const label = (of: string) => (kind === 'size' ? of.replace('x', '×') : LETTERS.charAt(choices.findIndex((other) => other.value === of)));
  const given = first ? value : counted.given;
  const mistake = choices.find((candidate) => candidate.value === given)?.mistake;
  const why =
    mistake === undefined
      ? ''
      : kind === 'size'
        ? t(`quiz-mistake-${mistake}`)
        : t('predict-was', { kernel: mistake, what: t(`kernel-${mistake.replace('_', '-')}`) });
  return {
    blocks: [
      ...(first ? [] : [paragraph(t('quiz-already', { given: label(given) }))]),
      paragraph(given === answer ? t('quiz-right', { answer: label(answer) }) : `${t('quiz-wrong', { given: label(given) })} ${why}`),
    ],
    window: prediction.window,
    facts: { correct: given === answer, counted: first, answer, given },
  };
}

async function sizesOf(ctx: Context, { bytes }: Pick<ImageValue, 'bytes'>, window: PredictedWindow, { engine }: Parts) {
  // the very job that will show it: its result waits in the cache
  const { input, output } = await engine.run(
    'convolve',
    { bytes, ...window, language: ctx.language, theme: 'light' },
    { signal: ctx.signal },
  );
  return { input, output };
}

async function panelsOf(
  { language, signal, t }: Context,
  { bytes }: Pick<ImageValue, 'bytes'>,
  { choices, window }: Prediction,
  { engine }: Parts,
): Promise<Media> {
  const { stride: _stride, kernel, ...rest } = window;
  const picture = await engine.run(
    'panels',
    {
      panels: choices.map(({ mistake }) => ({
        kind: 'photo' as const,
        filter: { ...rest, padding: 'same' as const, kernel: mistake === undefined ? kernel : { name: mistake as 'sobel' } },
      })),
      lettered: true,
      bytes,
      language,
      theme: 'light',
    },
    { signal },
  );
  return { ...picture, name: 'predict.jpg', alt: t('predict-alt') };
}

const kernelWords = (t: Translate, { kernel }: PredictedWindow) =>
  'name' in kernel ? kernel.name : t('convolve-typed', { kernel: kernel.values.map((row) => row.join(' ')).join('; ') });
