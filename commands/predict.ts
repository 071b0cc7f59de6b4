import { reviewed } from '../lessons/memory/schedule.ts';
import type { Context } from '../src/chat/context.ts';
import { LearnerError } from '../src/chat/errors.ts';
import { integer, text } from '../src/chat/options.ts';
import { type Block, type Button, type Media, paragraph, type Reply } from '../src/chat/reply.ts';
import { route } from '../src/chat/route.ts';
import type { Question } from '../src/store/questions.ts';
import { defineAction, type Parts } from './command.ts';

/** What is asked before a result is shown. */
export interface Prediction {
  /** The skill that the answer counts for. */
  skill: string;
  /** What is known: the input and the settings. */
  given: Block[];
  question: string;
  media: Media[];
  /** In the order shown, the same one every time. The right one has no misconception. */
  choices: PredictedChoice[];
  /** Said of the right answer. */
  reason?: string;
}

export interface PredictedChoice {
  label: string;
  /** Its text is `quiz-mistake-ID`. */
  misconception?: string;
  /** More about this choice. */
  why?: string;
}

/** A command whose result can be foretold. `State`: all that its result needs, as plain data. */
export interface Foretold<State> {
  command: string;
  /** @param seed decides the order of choices: the same for the same state */
  predict(ctx: Context, state: State, seed: string, parts: Parts): Promise<Prediction>;
  /** The ordinary reply. */
  reveal(ctx: Context, state: State, parts: Parts): Promise<Reply>;
}

const MAX_ID = 2_147_483_647;
const MAX_CHOICE = 3;

/**
 * “Predict first” for a command: its `actions` belong to the command; `button` goes under its result; `ask` asks. What is asked about is kept
 * in the store, so that a restart loses nothing. Each person's first answer to a prediction counts, wherever and however often it is asked.
 */
export function createPredictions<State>({ command, predict, reveal }: Foretold<State>) {
  /** Codes of its questions begin with this; the id under which the state is kept follows. */
  const prefix = `predict:${command}:`;

  async function askKept(ctx: Context, id: string, state: State, parts: Parts): Promise<Reply> {
    const prediction = await predict(ctx, state, id, parts);
    const question = await parts.store.questions.ask({
      place: ctx.where.key,
      askedBy: ctx.who.key,
      code: `${prefix}${id}`,
      skill: prediction.skill,
      askedFor: '',
      event: ctx.event,
    });
    return questionReply(command, question, prediction);
  }

  async function load(id: string, { store }: Parts): Promise<State> {
    const state = await store.buttonStates.load(id);
    if (state === undefined) throw new LearnerError('button-old');
    return JSON.parse(state) as State;
  }

  return {
    async ask(ctx: Context, state: State, parts: Parts): Promise<Reply> {
      return askKept(ctx, await parts.store.buttonStates.keep(JSON.stringify(state)), state, parts);
    },
    async button({ t }: Pick<Context, 't'>, state: State, parts: Parts): Promise<Button> {
      const id = await parts.store.buttonStates.keep(JSON.stringify(state));
      return { label: t('predict-button'), route: `${command}.predict ${id}` };
    },
    actions: {
      /** Asks before the result of kept settings is shown. */
      predict: defineAction({
        options: { state: text({ required: true }) },
        acknowledge: 'public',
        run: async (ctx, { state }, parts) => askKept(ctx, state, await load(state, parts), parts),
      }),
      /** A choice was picked: marks it and shows the result. */
      foretold: defineAction({
        options: {
          id: integer({ min: 1, max: MAX_ID, required: true }),
          choice: integer({ min: 0, max: MAX_CHOICE, required: true }),
        },
        acknowledge: 'private',
        async run(ctx, { id, choice }, parts) {
          const question = await parts.store.questions.question(id);
          if (question === undefined || !question.code.startsWith(prefix)) throw new LearnerError('button-old');
          const seed = question.code.slice(prefix.length);
          const state = await load(seed, parts);
          const prediction = await predict(ctx, state, seed, parts);
          if (choice >= prediction.choices.length) throw new LearnerError('button-old');
          const verdict = await mark(ctx, question, prediction, choice, parts);
          const result = await reveal(ctx, state, parts);
          return {
            ...result,
            blocks: [...verdict.blocks, ...result.blocks],
            facts: { ...result.facts, prediction: verdict.facts },
            audience: 'asker',
          };
        },
      }),
    },
  };
}

function questionReply(command: string, { id, code }: Question, prediction: Prediction): Reply {
  const { skill, given, question, media, choices } = prediction;
  return {
    blocks: [...given, paragraph(`**${question}**`)],
    media,
    // which one is right is not told: with the answer the whole result comes, and a platform's own quiz would have no place for it
    quiz: {
      code,
      question,
      choices: choices.map(({ label }, choice) => ({ label, route: route(`${command}.foretold`, { id, choice }) })),
    },
    facts: { code, skill, question: id, choices: choices.map(({ label }) => label) },
  };
}

async function mark(ctx: Context, { id, code }: Question, prediction: Prediction, choice: number, parts: Parts) {
  const { t, who } = ctx;
  const { skill, choices, reason } = prediction;
  const right = choices.findIndex(({ misconception }) => misconception === undefined);
  const earlier = await parts.store.questions.firstAnswer(who.key, code);
  const given = {
    question: id,
    learner: who.key,
    skill,
    given: String(choice),
    correct: choice === right,
    at: parts.now(),
    event: ctx.event,
    ...(choices[choice]!.misconception === undefined ? {} : { misconception: choices[choice]!.misconception }),
  };
  const isElsewhere = earlier !== undefined && earlier.question !== id;
  const { first, answer } = isElsewhere ? { first: false, answer: earlier } : await parts.store.questions.answer(given, reviewed);
  const counted = Number(answer.given);
  const { label, misconception, why } = choices[counted] ?? choices[choice]!;
  const answerLabel = choices[right]!.label;
  const isRight = misconception === undefined;
  const said = isRight
    ? [t('quiz-right', { answer: label }), reason]
    : [t('quiz-wrong', { given: label }), why, t(`quiz-mistake-${misconception}`), t('quiz-answer-is', { answer: answerLabel }), reason];
  return {
    blocks: [
      ...(first ? [] : [paragraph(t('quiz-already', { given: label }))]),
      paragraph(said.filter((text) => text !== undefined).join(' ')),
    ],
    facts: {
      code,
      skill,
      correct: isRight,
      counted: first,
      given: label,
      answer: answerLabel,
      ...(misconception === undefined ? {} : { misconception }),
    },
  };
}
