import { lessonText } from '../lessons/cards.ts';
import { allSkills, findLesson, LESSONS, mixedSkills } from '../lessons/catalogue.ts';
import { reviewed } from '../lessons/memory/schedule.ts';
import { type Exercise, exerciseOf } from '../lessons/quiz/exercise.ts';
import { grade } from '../lessons/quiz/grade.ts';
import { nextCode } from '../lessons/quiz/next.ts';
import { readGiven, writtenValue } from '../lessons/quiz/read-given.ts';
import type { Skill } from '../lessons/quiz/skill.ts';
import { type Value, written } from '../lessons/quiz/value.ts';
import type { Context } from '../src/chat/context.ts';
import { LearnerError } from '../src/chat/errors.ts';
import { integer, shown, suggestion, text } from '../src/chat/options.ts';
import { type Block, type Button, paragraph, type Reply } from '../src/chat/reply.ts';
import { route } from '../src/chat/route.ts';
import { LANGUAGES } from '../src/chat/texts.ts';
import type { Question } from '../src/store/questions.ts';
import { defineAction, defineCommand, type Parts } from './command.ts';
import { DUE, dueButton, dueSkill } from './due.ts';
import { answerForm, nextButton, questionReply, solutionBlocks, solutionButton, solutionFigure, verdictReply } from './question-reply.ts';
import { questionTexts } from './question-texts.ts';

const MAX_ID = 2_147_483_647;
const questionId = () => integer({ min: 1, max: MAX_ID, required: true });
/** Words that a learner may say in place of an answer; each language has its own: `quiz-word-stop`. */
const WORDS = ['skip', 'stop', 'explain', 'hint'] as const;

export const quiz = defineCommand({
  name: 'quiz',
  topic: 'questions',
  options: {
    topic: text({ maxLength: 60, rest: true, suggestions: [...LESSONS.map(({ id }) => id), ...allSkills().map(({ id }) => id)] }),
  },
  acknowledge: 'public',
  examples: ['padding', 'pad:8f3a', 'size-chain', 'cram padding'],
  async run(ctx, { topic = '' }, parts) {
    if (['stop', ...LANGUAGES.map((language) => parts.texts.in(language)('quiz-word-stop'))].includes(topic.toLowerCase()))
      return stop(ctx, parts);
    return askQuestion(ctx, topic, parts);
  },
  actions: {
    /** A choice was picked. */
    answer: defineAction({
      options: { id: questionId(), value: text({ maxLength: 60, required: true }) },
      acknowledge: 'private',
      async run(ctx, { id, value: given }, parts) {
        const { question, exercise } = await requireQuestion(id, parts);
        const value = writtenValue(exercise, given);
        if (value === undefined) throw new LearnerError('button-old');
        return mark(ctx, question, exercise, value, parts);
      },
    }),
    /** An answer was typed into a form. */
    typed: defineAction({
      options: { id: questionId() },
      acknowledge: 'private',
      form: answerForm,
      async run(ctx, { id, form = '' }, parts) {
        const { question, exercise } = await requireQuestion(id, parts);
        const value = readGiven(exercise, form);
        // what cannot be read costs nothing
        if (value === undefined) throw unreadable(exercise, form);
        return mark(ctx, question, exercise, value, parts);
      },
    }),
    hint: defineAction({
      options: { id: questionId(), step: integer({ min: 1, max: 2, default: 1 }) },
      acknowledge: 'private',
      async run(ctx, { id, step }, parts) {
        const { exercise } = await requireQuestion(id, parts);
        return hint(ctx, id, exercise, step === 1 ? 1 : 2, parts);
      },
    }),
    /** Shows how it is done, without a mark; an answer after that is not marked. */
    solution: defineAction({
      options: { id: questionId() },
      acknowledge: 'private',
      async run(ctx, { id }, parts) {
        const { question, exercise } = await requireQuestion(id, parts);
        return solve(ctx, question, exercise, parts);
      },
    }),
    skip: defineAction({
      options: { id: questionId() },
      acknowledge: 'public',
      async run(ctx, { id }, parts) {
        const { question } = await requireQuestion(id, parts);
        return skip(ctx, question, parts);
      },
    }),
  },
  /** A typed answer, or a word such as “hint”, goes to the open question of who asked; any other talk is left alone. */
  async listen(ctx, typed, parts) {
    const question = await parts.store.questions.open(ctx.who.key, ctx.where.key, ctx.event);
    const exercise = question === undefined ? undefined : exerciseOf(question.code);
    if (question === undefined || exercise === undefined) return undefined;
    const value = readGiven(exercise, typed);
    if (value !== undefined) return mark(ctx, question, exercise, value, parts);
    switch (wordOf(typed, parts)) {
      case 'skip':
        return skip(ctx, question, parts);
      case 'stop':
        return stop(ctx, parts);
      case 'explain':
        return solve(ctx, question, exercise, parts);
      case 'hint':
        return hint(ctx, question.id, exercise, 1, parts);
    }
    // something like “28 or 30?” was meant as an answer; in a group people talk about it
    if (ctx.where.kind === 'direct' && /\d/.test(typed) && typed.length <= 40) throw unreadable(exercise, typed);
    return undefined;
  },
});

const wordOf = (typed: string, { texts }: Parts) =>
  WORDS.find((word) =>
    LANGUAGES.some((language) => texts.in(language)(`quiz-word-${word}`) === typed.trim().toLowerCase().replace(/[.!]$/, '')),
  );

const unreadable = ({ form }: Exercise, typed: string) =>
  new LearnerError(form.kind === 'shape' ? 'quiz-unreadable-shape' : 'quiz-unreadable', { answer: shown(typed) });

/** Asks a question: of a lesson (its number, id or title), of a skill, exactly the one of a code, or of everything met so far. */
export async function askQuestion(ctx: Context, topicOrCode: string, parts: Parts): Promise<Reply> {
  const practice = practiceOf(topicOrCode, parts);
  const { code, askedFor } = await codeOf(ctx, practice ?? topicOrCode, parts);
  const exercise = exerciseOf(code)!;
  const question = await parts.store.questions.ask({
    place: ctx.where.key,
    askedBy: ctx.who.key,
    code,
    skill: exercise.skill.id,
    askedFor: practice === undefined ? askedFor : `cram ${askedFor}`.trim(),
    cram: practice !== undefined,
    event: ctx.event,
  });
  // the same event delivered again asks what it asked before
  const reply = await questionReply(ctx, question, exerciseOf(question.code) ?? exercise, parts);
  if (!question.cram) return reply;
  return { ...reply, blocks: [...reply.blocks, paragraph(ctx.t('quiz-cram'))], facts: { ...reply.facts, cram: true } };
}

/** What to practise, when the words begin with “cram” in either language; undefined when the answer is to count for the schedule. */
function practiceOf(words: string, { texts }: Parts): string | undefined {
  const [, first = '', rest = ''] = /^\s*(\S*)\s*([\s\S]*)$/.exec(words)!;
  return ['cram', ...LANGUAGES.map((language) => texts.in(language)('quiz-word-cram'))].includes(first.toLowerCase()) ? rest : undefined;
}

async function codeOf(ctx: Context, topicOrCode: string, parts: Parts): Promise<{ code: string; askedFor: string }> {
  const word = topicOrCode.trim().toLowerCase();
  if (word.includes(':')) {
    const exercise = exerciseOf(word);
    if (exercise === undefined) throw new LearnerError('quiz-code-unknown', { code: shown(topicOrCode) });
    return { code: exercise.code, askedFor: exercise.skill.id };
  }
  if (word === DUE) return { code: await nextOf(ctx, await dueSkill(ctx, parts), parts), askedFor: DUE };
  const { questions, lessonPlaces } = parts.store;
  if (word === '') {
    const places = await lessonPlaces.all(ctx.who.key);
    const skills = mixedSkills(new Set(places.map(({ lesson }) => lesson)));
    return { code: await nextCode(questions, ctx.who.key, skills), askedFor: '' };
  }
  const skill = allSkills().find(({ id }) => id === word);
  if (skill !== undefined) return { code: await nextOf(ctx, skill, parts), askedFor: skill.id };
  const lesson =
    findLesson(word) ?? LESSONS.find((candidate) => titles(candidate).some((title) => title.startsWith(word) && word.length > 3));
  if (lesson === undefined) throw unknownTopic(topicOrCode);
  return { code: await nextCode(questions, ctx.who.key, lesson.skills), askedFor: lesson.id };
}

const titles = (lesson: (typeof LESSONS)[number]) => LANGUAGES.map((language) => lessonText(lesson, language).title.toLowerCase());
const nextOf = (ctx: Context, skill: Skill, { store }: Parts) => nextCode(store.questions, ctx.who.key, [skill]);

function unknownTopic(topic: string): LearnerError {
  const topics = LESSONS.map(({ id }) => id);
  const meant = suggestion(topic.toLowerCase(), [...topics, ...allSkills().map(({ id }) => id)]);
  return meant === undefined
    ? new LearnerError('quiz-topic-unknown', { topic: shown(topic), topics: topics.join(', ') })
    : new LearnerError('quiz-topic-unknown-suggest', { topic: shown(topic), meant });
}

async function mark(ctx: Context, question: Question, exercise: Exercise, value: Value, parts: Parts): Promise<Reply> {
  const given = grade(exercise, value);
  const stored = {
    question: question.id,
    learner: ctx.who.key,
    skill: exercise.skill.id,
    given: written(value),
    correct: given.correct,
    at: parts.now(),
    event: ctx.event,
    ...(given.misconception === undefined ? {} : { misconception: given.misconception }),
  };
  const { first, revealed, answer } = await parts.store.questions.answer(stored, reviewed);
  const { t } = ctx;
  const counted = first ? value : (writtenValue(exercise, answer.given) ?? value);
  const { label } = questionTexts(ctx, parts.texts, exercise);
  const before: Block[] = first ? [] : [paragraph(revealed ? t('quiz-after-solution') : t('quiz-already', { given: label(counted) }))];
  const next = [...(await followUps(ctx, question, exercise, parts)), { label: t('quiz-button-progress'), route: 'progress' }];
  const reply = verdictReply(ctx, exercise, grade(exercise, counted), { before, next }, parts);
  const media = reply.facts?.correct === true ? [] : await solutionFigure(ctx, exercise, parts);
  return { ...reply, media, facts: { ...reply.facts, counted: first } };
}

async function hint(ctx: Context, id: number, exercise: Exercise, step: 1 | 2, parts: Parts): Promise<Reply> {
  const { t } = ctx;
  await parts.store.questions.noteHint(id, ctx.who.key, parts.now());
  const more: Button =
    step === 1 ? { label: t('quiz-button-hint-more'), route: route('quiz.hint', { id, step: 2 }) } : solutionButton(t, id);
  return {
    blocks: [paragraph(`${t('quiz-hint')} ${questionTexts(ctx, parts.texts, exercise).hint(step)}`)],
    buttons: [[more]],
    audience: 'asker',
  };
}

async function solve(ctx: Context, question: Question, exercise: Exercise, parts: Parts): Promise<Reply> {
  await parts.store.questions.reveal(question.id, ctx.who.key, parts.now(), reviewed);
  return {
    blocks: solutionBlocks(ctx, exercise, parts),
    media: await solutionFigure(ctx, exercise, parts),
    buttons: [await followUps(ctx, question, exercise, parts)],
    audience: 'asker',
  };
}

async function skip(ctx: Context, question: Question, parts: Parts): Promise<Reply> {
  if (question.askedBy === ctx.who.key) await parts.store.questions.close(question.id);
  return askQuestion(ctx, question.askedFor, parts);
}

/** Ends what is being asked here; nothing is marked. */
async function stop(ctx: Context, parts: Parts): Promise<Reply> {
  const question = await parts.store.questions.open(ctx.who.key, ctx.where.key);
  if (question !== undefined) await parts.store.questions.close(question.id);
  const { t } = ctx;
  return {
    blocks: [paragraph(t(question === undefined ? 'quiz-nothing-to-stop' : 'quiz-stopped'))],
    buttons: [[nextButton(t, question?.askedFor ?? ''), { label: t('quiz-button-progress'), route: 'progress' }]],
    audience: 'asker',
  };
}

/** The next question, and the lesson that was being read when this one was asked. */
async function followUps(ctx: Context, { askedFor }: Question, { skill }: Exercise, parts: Parts): Promise<Button[]> {
  const place = await parts.store.lessonPlaces.latest(ctx.who.key);
  return [
    askedFor === DUE ? await dueButton(ctx, parts) : nextButton(ctx.t, askedFor),
    ...(place?.lesson === skill.lesson ? [{ label: ctx.t('quiz-button-lesson'), route: `lesson ${skill.lesson} ${place.card}` }] : []),
  ];
}

async function requireQuestion(id: number, { store }: Parts): Promise<{ question: Question; exercise: Exercise }> {
  const question = await store.questions.question(id);
  const exercise = question === undefined ? undefined : exerciseOf(question.code);
  if (question === undefined || exercise === undefined) throw new LearnerError('button-old');
  return { question, exercise };
}
