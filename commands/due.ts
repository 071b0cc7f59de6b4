import { allSkills } from '../lessons/catalogue.ts';
import { dueOf } from '../lessons/memory/schedule.ts';
import { dayFormat } from '../lessons/progress.ts';
import { exerciseOf } from '../lessons/quiz/exercise.ts';
import type { Skill } from '../lessons/quiz/skill.ts';
import type { Context } from '../src/chat/context.ts';
import { LearnerError } from '../src/chat/errors.ts';
import type { Button } from '../src/chat/reply.ts';
import type { SkillState } from '../src/store/reviews.ts';
import type { Parts } from './command.ts';

/** What a question of /review was asked for; the name of the command as well. */
export const DUE = 'review';

/** The learner's skills that can still be asked, those due first in front. */
export async function knownStates(learner: string, { store }: Pick<Parts, 'store'>): Promise<SkillState[]> {
  const known = new Set(allSkills().map(({ id }) => id));
  return (await store.reviews.all(learner)).filter(({ skill }) => known.has(skill));
}

/** Skills to be reviewed now, the longest due first; days are those of the learner's time zone. */
export const dueStates = async (learner: string, timeZone: string, parts: Pick<Parts, 'store' | 'now'>): Promise<SkillState[]> =>
  dueOf(await knownStates(learner, parts), parts.now(), dayFormat(timeZone));

/** The skill to review next: the longest due, but not the one just asked while there are others. @throws LearnerError when nothing is due */
export async function dueSkill({ who, timeZone }: Context, parts: Parts): Promise<Skill> {
  const [due, [latest]] = await Promise.all([dueStates(who.key, timeZone, parts), parts.store.questions.recentCodes(who.key, 1)]);
  const last = latest === undefined ? undefined : exerciseOf(latest)?.skill.id;
  const chosen = due.find(({ skill }) => skill !== last) ?? due[0];
  const skill = allSkills().find(({ id }) => id === chosen?.skill);
  if (skill === undefined) throw new LearnerError('review-nothing-due');
  return skill;
}

/** On to the next review, with how many are due. */
export async function dueButton({ t, who, timeZone }: Context, parts: Parts): Promise<Button> {
  const count = (await dueStates(who.key, timeZone, parts)).length;
  return { label: count === 0 ? t('review-button-when') : t('review-button-next', { count }), route: DUE };
}
