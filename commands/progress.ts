import { type Progress, progressOf } from '../lessons/progress.ts';
import { heading, list, paragraph } from '../src/chat/reply.ts';
import type { Translate } from '../src/chat/texts.ts';
import { defineCommand } from './command.ts';

export const progress = defineCommand({
  name: 'progress',
  topic: 'questions',
  options: {},
  acknowledge: 'public',
  examples: [],
  async run(ctx, _values, { engine, store }) {
    const { t, timeZone, language } = ctx;
    const known = progressOf(await store.questions.answersOf(ctx.who.key), { timeZone, now: Date.now() });
    const skills = known.skills.map((skill) => ({ ...skill, label: t(`skill-${skill.id}`) }));
    const { total, correct, streak, days } = known;
    const input = {
      total,
      correct,
      streak,
      days,
      skills,
      language,
      theme: 'light' as const,
      ...(ctx.who.name === undefined ? {} : { name: ctx.who.name }),
    };
    const figure = await engine.run('progress', input, { signal: ctx.signal });
    return {
      blocks: [heading(t('progress-title')), ...summary(t, known)],
      media: [
        {
          ...figure,
          name: 'progress.png',
          alt: t('progress-alt', { total, correct, streak, skills: skills.map(percent).join(', ') || '—' }),
        },
      ],
      buttons: [[{ label: total === 0 ? t('progress-button-first') : t('quiz-button-next'), route: 'quiz' }]],
      facts: { ...known },
    };
  },
});

function summary(t: Translate, { total, correct, streak, misconception, skills }: Progress) {
  if (total === 0) return [paragraph(t('progress-empty'))];
  return [
    paragraph(t('progress-summary', { total, correct, share: Math.round((100 * correct) / total), streak })),
    list(skills.map((skill) => t('progress-skill', { skill: t(`skill-${skill.id}`), correct: skill.correct, total: skill.total }))),
    ...(misconception === undefined ? [] : [paragraph(`${t('progress-misconception')} ${t(`quiz-mistake-${misconception.id}`)}`)]),
  ];
}

const percent = ({ label, correct, total }: { label: string; correct: number; total: number }) =>
  `${label} ${Math.round((100 * correct) / total)} %`;
