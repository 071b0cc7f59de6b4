import { PADDING, TOPICS } from '../lessons/catalogue.ts';
import { type Formula, inLanguage } from '../lessons/formula.ts';
import { type Exercise, exerciseOf } from '../lessons/quiz/exercise.ts';
import { type Grade, grade } from '../lessons/quiz/grade.ts';
import { nextCode } from '../lessons/quiz/next.ts';
import { readNumber } from '../lessons/quiz/read-answer.ts';
import type { Context } from '../src/chat/context.ts';
import { LearnerError } from '../src/chat/errors.ts';
import { integer, number, shown, suggestion, text } from '../src/chat/options.ts';
import { type Block, type Button, math, paragraph, type Reply } from '../src/chat/reply.ts';
import { route } from '../src/chat/route.ts';
import type { Language, Translate } from '../src/chat/texts.ts';
import type { Question } from '../src/store/questions.ts';
import { defineAction, defineCommand, type Parts } from './command.ts';

const MAX_ID = 2_147_483_647;
const questionId = () => integer({ min: 1, max: MAX_ID, required: true });

export const quiz = defineCommand({
  name: 'quiz',
  topic: 'questions',
  options: { topic: text({ maxLength: 40, suggestions: TOPICS.map((topic) => topic.id) }) },
  acknowledge: 'public',
  examples: ['padding', 'pad:8f3a'],
  async run(ctx, { topic }, parts) {
    return askQuestion(ctx, topic ?? PADDING.id, parts);
  },
  actions: {
    /** A choice was picked. */
    answer: defineAction({
      options: { id: questionId(), value: number({ min: -1e9, max: 1e9, required: true }) },
      acknowledge: 'private',
      async run(ctx, { id, value }, parts) {
        const { question, exercise } = await requireQuestion(id, parts);
        return mark(ctx, question, exercise, value, parts);
      },
    }),
    /** A number was typed into a form. */
    typed: defineAction({
      options: { id: questionId() },
      acknowledge: 'private',
      form: answerForm,
      async run(ctx, { id, form = '' }, parts) {
        const { question, exercise } = await requireQuestion(id, parts);
        const value = readNumber(form);
        // what cannot be read costs nothing
        if (value === undefined) throw new LearnerError('quiz-unreadable', { answer: shown(form) });
        return mark(ctx, question, exercise, value, parts);
      },
    }),
    hint: defineAction({
      options: { id: questionId(), step: integer({ min: 1, max: 2, default: 1 }) },
      acknowledge: 'private',
      async run({ t }, { id, step }, parts) {
        const { exercise } = await requireQuestion(id, parts);
        const more: Button =
          step === 1 ? { label: t('quiz-button-hint-more'), route: route('quiz.hint', { id, step: 2 }) } : solutionButton(t, id);
        return {
          blocks: [paragraph(`${t('quiz-hint')} ${t(`quiz-hint-${exercise.skill.id}-${step}`)}`)],
          buttons: [[more]],
          audience: 'asker',
        };
      },
    }),
    /** Shows how it is done, without a mark; an answer after that is not marked. */
    solution: defineAction({
      options: { id: questionId() },
      acknowledge: 'private',
      async run(ctx, { id }, parts) {
        const { exercise } = await requireQuestion(id, parts);
        await parts.store.questions.reveal(id, ctx.who.key);
        return { blocks: solutionBlocks(ctx, exercise), buttons: [[nextButton(ctx.t, exercise)]], audience: 'asker' };
      },
    }),
    skip: defineAction({
      options: { id: questionId() },
      acknowledge: 'public',
      async run(ctx, { id }, parts) {
        const { question, exercise } = await requireQuestion(id, parts);
        if (question.askedBy === ctx.who.key) await parts.store.questions.close(id);
        return askQuestion(ctx, exercise.topic.id, parts);
      },
    }),
  },
  /** A typed number answers the open question of who asked; any other talk is left alone. */
  async listen(ctx, typed, parts) {
    const value = readNumber(typed);
    if (value === undefined) return undefined;
    const question = await parts.store.questions.open(ctx.who.key, ctx.where.key, ctx.event);
    const exercise = question === undefined ? undefined : exerciseOf(question.code);
    if (question === undefined || exercise === undefined) return undefined;
    return mark(ctx, question, exercise, value, parts);
  },
});

/** Asks a question of a topic, or exactly the one of a code. */
export async function askQuestion(ctx: Context, topicOrCode: string, parts: Parts): Promise<Reply> {
  const code = await codeOf(ctx, topicOrCode, parts);
  const exercise = exerciseOf(code)!;
  const question = await parts.store.questions.ask({
    place: ctx.where.key,
    askedBy: ctx.who.key,
    code,
    skill: exercise.skill.id,
    event: ctx.event,
  });
  // the same event delivered again asks what it asked before
  return questionReply(ctx, question, exerciseOf(question.code) ?? exercise);
}

async function codeOf(ctx: Context, topicOrCode: string, { store }: Parts): Promise<string> {
  const word = topicOrCode.toLowerCase();
  if (word.includes(':')) {
    const exercise = exerciseOf(word);
    if (exercise === undefined) throw new LearnerError('quiz-code-unknown', { code: shown(topicOrCode) });
    return exercise.code;
  }
  const topic = TOPICS.find((candidate) => candidate.id === word || ctx.t(`quiz-topic-${candidate.id}`).toLowerCase() === word);
  if (topic === undefined) {
    const meant = suggestion(
      word,
      TOPICS.map((candidate) => candidate.id),
    );
    const topics = TOPICS.map((candidate) => candidate.id).join(', ');
    throw meant === undefined
      ? new LearnerError('quiz-topic-unknown', { topic: shown(topicOrCode), topics })
      : new LearnerError('quiz-topic-unknown-suggest', { topic: shown(topicOrCode), meant });
  }
  return nextCode(store.questions, ctx.who.key, topic);
}

function questionReply({ t, language }: Context, { id }: Question, exercise: Exercise): Reply {
  const asked = t(`quiz-question-${exercise.skill.id}`, exercise.task.values);
  const choices = exercise.choices.map((value) => ({ label: String(value), route: route('quiz.answer', { id, value }) }));
  return {
    blocks: [
      paragraph(`**${t(`skill-${exercise.skill.id}`)}**  \`${exercise.code}\``),
      paragraph(asked),
      ...(exercise.form === 'number' ? [paragraph(t('quiz-type-number'))] : []),
    ],
    quiz: {
      code: exercise.code,
      question: asked,
      ...(exercise.form === 'choice'
        ? { choices, correct: exercise.choices.indexOf(exercise.task.answer), explanation: solutionOf(exercise, language).at(-1)!.plain }
        : { typed: { route: route('quiz.typed', { id }), label: t('quiz-button-answer'), form: answerForm(t) } }),
    },
    buttons: [
      [
        { label: t('quiz-button-hint'), route: route('quiz.hint', { id }) },
        { label: t('quiz-button-solution'), route: route('quiz.solution', { id }) },
        { label: t('quiz-button-skip'), route: route('quiz.skip', { id }) },
      ],
    ],
    facts: {
      code: exercise.code,
      skill: exercise.skill.id,
      level: exercise.level,
      form: exercise.form,
      question: id,
      values: exercise.task.values,
      choices: exercise.choices,
    },
  };
}

async function mark(ctx: Context, question: Question, exercise: Exercise, value: number, { store }: Parts): Promise<Reply> {
  const given = grade(exercise, value);
  const { first, revealed, answer } = await store.questions.answer({
    question: question.id,
    learner: ctx.who.key,
    skill: exercise.skill.id,
    given: String(value),
    correct: given.correct,
    at: Date.now(),
    event: ctx.event,
    ...(given.misconception === undefined ? {} : { misconception: given.misconception }),
  });
  const { t } = ctx;
  const marked: Grade = first ? given : grade(exercise, Number(answer.given));
  const blocks: Block[] = [
    ...(first ? [] : [paragraph(revealed ? t('quiz-after-solution') : t('quiz-already', { given: Number(answer.given) }))]),
    paragraph(verdict(t, exercise, marked)),
    ...(marked.correct ? [formulaBlock(solutionOf(exercise, ctx.language).at(-1)!)] : solutionBlocks(ctx, exercise)),
  ];
  return {
    blocks,
    buttons: [[nextButton(t, exercise), { label: t('quiz-button-progress'), route: 'progress' }]],
    audience: 'asker',
    facts: {
      code: exercise.code,
      skill: exercise.skill.id,
      correct: marked.correct,
      given: marked.value,
      answer: exercise.task.answer,
      counted: first,
      ...(marked.misconception === undefined ? {} : { misconception: marked.misconception }),
    },
  };
}

function verdict(t: Translate, exercise: Exercise, { correct, misconception, value }: Grade): string {
  if (correct) return t('quiz-right', { answer: exercise.task.answer });
  return `${t('quiz-wrong', { given: value })} ${t(`quiz-mistake-${misconception ?? 'unknown'}`)}`;
}

const solutionOf = (exercise: Exercise, language: Language) => exercise.task.solution.map((formula) => inLanguage(formula, language));
const formulaBlock = ({ latex, plain }: Formula): Block => math(latex, plain);

function solutionBlocks({ t, language }: Context, exercise: Exercise): Block[] {
  return [
    paragraph(`**${t('quiz-solution')}** ${t(`quiz-question-${exercise.skill.id}`, exercise.task.values)}`),
    ...solutionOf(exercise, language).map(formulaBlock),
    paragraph(t('quiz-answer-is', { answer: exercise.task.answer })),
  ];
}

async function requireQuestion(id: number, { store }: Parts): Promise<{ question: Question; exercise: Exercise }> {
  const question = await store.questions.question(id);
  const exercise = question === undefined ? undefined : exerciseOf(question.code);
  if (question === undefined || exercise === undefined) throw new LearnerError('button-old');
  return { question, exercise };
}

function answerForm(t: Translate) {
  return { title: t('quiz-button-answer'), label: t('quiz-form-label'), placeholder: '28', maxLength: 40 };
}

const nextButton = (t: Translate, exercise: Exercise): Button => ({ label: t('quiz-button-next'), route: `quiz ${exercise.topic.id}` });
const solutionButton = (t: Translate, id: number): Button => ({ label: t('quiz-button-solution'), route: route('quiz.solution', { id }) });
