import type { Exercise } from '../lessons/quiz/exercise.ts';
import type { Value } from '../lessons/quiz/value.ts';
import type { Context } from '../src/chat/context.ts';
import type { TextValues } from '../src/chat/errors.ts';
import type { Texts, Translate } from '../src/chat/texts.ts';

/** The words of one exercise in the learner's language. */
export interface QuestionTexts {
  question: string;
  /** How a value is called: `28`, `6×28×28`, `B`, or what a choice says. */
  label(value: Value): string;
  hint(step: 1 | 2): string;
  /** Why a misconception's value is wrong. */
  mistake(id: string | undefined): string;
  /** Why the answer is right, in words; undefined where formulas say it all. */
  reason?: string;
  /** What the figure shows, for those who cannot see it. */
  alt: string;
}

export function questionTexts({ t }: Pick<Context, 't'>, texts: Texts, exercise: Exercise): QuestionTexts {
  const { skill, form, task, choices } = exercise;
  const values = textValues(t, task.values);
  // a text for this form, else the skill's
  const text = (key: string, end = '') => {
    const own = `${key}-${skill.id}-${form.id}${end}`;
    return t(texts.has('en', own) ? own : `${key}-${skill.id}${end}`, values);
  };
  const label = (value: Value): string => {
    if (typeof value === 'number') return t('number', { value });
    if (typeof value === 'object') return value.map((size) => String(size)).join('×');
    return task.panels === undefined ? t(`quiz-choice-${value}`, values) : 'ABCDEF'.charAt(choices.indexOf(value));
  };
  return {
    question: text('quiz-question'),
    label,
    hint: (step) => text('quiz-hint', `-${step}`),
    mistake: (id = 'unknown') => t(`quiz-mistake-${id}`, values),
    ...(task.reason === undefined ? {} : { reason: t(`quiz-reason-${task.reason}`, values) }),
    alt: task.figure === undefined && task.panels === undefined ? '' : text('quiz-alt'),
  };
}

/** Sizes are written without marks between thousands; decimals as the language writes them. */
function textValues(t: Translate, values: Exercise['task']['values']): TextValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' && !Number.isInteger(value) ? t('number', { value }) : value,
    ]),
  );
}
