import { draw } from '../lessons/drawing.ts';
import { type Formula, inLanguage } from '../lessons/formula.ts';
import type { Exercise } from '../lessons/quiz/exercise.ts';
import type { Grade } from '../lessons/quiz/grade.ts';
import { written } from '../lessons/quiz/value.ts';
import type { Context } from '../src/chat/context.ts';
import { type Block, type Button, type Media, math, paragraph, type Reply } from '../src/chat/reply.ts';
import { route, tryRoute } from '../src/chat/route.ts';
import type { Translate } from '../src/chat/texts.ts';
import type { Question } from '../src/store/questions.ts';
import type { Parts } from './command.ts';
import { questionTexts } from './question-texts.ts';

/** The question with its figure, choices and buttons. */
export async function questionReply(ctx: Context, { id }: Question, exercise: Exercise, parts: Parts): Promise<Reply> {
  const { t } = ctx;
  const { form, task, choices, skill } = exercise;
  const { question, label, alt, reason } = questionTexts(ctx, parts.texts, exercise);
  const last = solutionOf(ctx, exercise).at(-1)?.plain;
  const offered = choices.map((value) => ({ label: label(value), route: route('quiz.answer', { id, value: written(value) }) }));
  const quiz =
    form.kind === 'choice'
      ? { choices: offered, correct: choices.indexOf(task.answer), explanation: last ?? reason ?? '' }
      : { typed: { route: route('quiz.typed', { id }), label: t('quiz-button-answer'), form: answerForm(t, exercise) } };
  return {
    blocks: [
      paragraph(`**${t(`skill-${skill.id}`)}**  \`${exercise.code}\``),
      paragraph(question),
      ...(form.kind === 'choice' ? [] : [paragraph(t(`quiz-type-${form.kind}`, { count: [task.answer].flat().length }))]),
    ],
    media: await figureOf(ctx, exercise, alt, parts),
    quiz: { code: exercise.code, question, ...quiz },
    buttons: [
      [
        { label: t('quiz-button-hint'), route: route('quiz.hint', { id }) },
        solutionButton(t, id),
        { label: t('quiz-button-skip'), route: route('quiz.skip', { id }) },
      ],
    ],
    facts: {
      code: exercise.code,
      skill: skill.id,
      level: exercise.level,
      form: form.id,
      kind: form.kind,
      question: id,
      values: task.values,
      choices,
    },
  };
}

async function figureOf({ language, signal }: Context, { task, choices }: Exercise, alt: string, { engine }: Parts): Promise<Media[]> {
  const drawing = task.panels?.(choices.map(String)) ?? task.figure;
  if (drawing === undefined) return [];
  const picture = await draw(engine, drawing, { language, theme: 'light' }, signal);
  return [{ ...picture, name: 'question.png', alt }];
}

/** What is said to an answer. `stored`: the value that counts, written. */
export function verdictReply(
  ctx: Context,
  exercise: Exercise,
  marked: Grade,
  { before, next }: { before: Block[]; next: Button[] },
  { texts }: Parts,
): Reply {
  const { t } = ctx;
  const { label, mistake, reason } = questionTexts(ctx, texts, exercise);
  const right = marked.correct;
  const said = right
    ? t('quiz-right', { answer: label(exercise.task.answer) })
    : `${t('quiz-wrong', { given: label(marked.value) })} ${mistake(marked.misconception)}`;
  const last = solutionOf(ctx, exercise).at(-1);
  const why = reason === undefined ? [] : [paragraph(reason)];
  return {
    blocks: [
      ...before,
      paragraph(said),
      ...(right ? [...why, ...(last === undefined ? [] : [formulaBlock(last)])] : solutionBlocks(ctx, exercise, { texts })),
    ],
    buttons: [next],
    audience: 'asker',
    facts: {
      code: exercise.code,
      skill: exercise.skill.id,
      correct: right,
      given: marked.value,
      answer: exercise.task.answer,
      ...(marked.misconception === undefined ? {} : { misconception: marked.misconception }),
    },
  };
}

/** How it is done: the question again, the reason, the formulas with the numbers, the answer. */
export function solutionBlocks(ctx: Context, exercise: Exercise, { texts }: Pick<Parts, 'texts'>): Block[] {
  const { t } = ctx;
  const { question, label, reason } = questionTexts(ctx, texts, exercise);
  return [
    paragraph(`**${t('quiz-solution')}** ${question}`),
    ...(reason === undefined ? [] : [paragraph(reason)]),
    ...solutionOf(ctx, exercise).map(formulaBlock),
    paragraph(t('quiz-answer-is', { answer: label(exercise.task.answer) })),
  ];
}

/** The figure of the worked solution, where it has one. */
export async function solutionFigure(ctx: Context, exercise: Exercise, { engine, texts }: Parts): Promise<Media[]> {
  const { solutionFigure: drawing } = exercise.task;
  if (drawing === undefined) return [];
  const picture = await draw(engine, drawing, { language: ctx.language, theme: 'light' }, ctx.signal);
  const { reason, question } = questionTexts(ctx, texts, exercise);
  return [{ ...picture, name: 'solution.png', alt: reason ?? solutionOf(ctx, exercise).at(-1)?.plain ?? question }];
}

export function answerForm(t: Translate, exercise?: Exercise) {
  const kind = exercise?.form.kind === 'shape' ? 'shape' : 'number';
  const example = kind === 'shape' ? '6×28×28' : '28';
  return { title: t('quiz-button-answer'), label: t(`quiz-form-${kind}`), placeholder: example, maxLength: 40 };
}

export const solutionButton = (t: Translate, id: number): Button => ({
  label: t('quiz-button-solution'),
  route: route('quiz.solution', { id }),
});

/** The next question of what was asked for: a topic, or with none a mixture. */
export function nextButton(t: Translate, askedFor: string): Button {
  return { label: t('quiz-button-next'), route: tryRoute(`quiz ${askedFor}`.trim()) ?? 'quiz' };
}

const solutionOf = ({ language }: Context, { task }: Exercise) => task.solution.map((formula) => inLanguage(formula, language));
const formulaBlock = ({ latex, plain }: Formula): Block => math(latex, plain);
