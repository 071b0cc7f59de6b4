import type { SkillState } from '../../src/store/reviews.ts';
import { LESSONS } from '../catalogue.ts';
import type { Lesson } from '../lesson.ts';
import { mastery } from './schedule.ts';

/** How much of a lesson is known. */
export interface LessonMastery {
  lesson: Lesson;
  /** 0…1: the mean over all its skills, those never asked count as 0; undefined when none was asked. */
  mastery?: number;
}

/** Mastery of every lesson, in the order of the course. `now`: milliseconds since 1970. */
export function masteryByLesson(states: readonly SkillState[], now: number): LessonMastery[] {
  const known = new Map(states.map((state) => [state.skill, mastery(state, now)]));
  return LESSONS.map((lesson) => {
    const own = lesson.skills.flatMap(({ id }) => known.get(id) ?? []);
    return own.length === 0 ? { lesson } : { lesson, mastery: own.reduce((sum, share) => sum + share, 0) / lesson.skills.length };
  });
}
