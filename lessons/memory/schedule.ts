import { type Card, fsrs, type Grade, Rating } from 'ts-fsrs';
import type { Reviewed, SkillState } from '../../src/store/reviews.ts';

/** A skill that holds this long counts as mastered, days. */
const MASTERED_DAYS = 30;

/** FSRS-6 with its published parameters, 90 % retention and its usual first steps (1 and 10 minutes); without chance, so that it can be checked. */
const scheduler = fsrs({ enable_fuzz: false });

/**
 * How an answer is graded for the schedule: right is Good, right after a hint is Hard, wrong (or the solution shown) is Again.
 * Easy is never given: how fast somebody types says little about how well they know it, and nobody is asked to judge themselves.
 */
export function gradeOf({ correct, hinted }: Pick<Reviewed, 'correct' | 'hinted'>): Grade {
  if (!correct) return Rating.Again;
  return hinted ? Rating.Hard : Rating.Good;
}

/**
 * The skill's state after an answer, by FSRS-6 (Ye et al., 2024; the library ts-fsrs). A clock that was set back counts as one that stood
 * still: the answer is taken to come at the moment of the review before it.
 */
export function reviewed(before: SkillState | undefined, answer: Reviewed): SkillState {
  const at = Math.max(answer.at, before?.lastReview ?? answer.at);
  const { card } = scheduler.next(before === undefined ? newCard(at) : toCard(before), new Date(at), gradeOf(answer));
  return {
    skill: answer.skill,
    due: card.due.getTime(),
    stability: card.stability,
    difficulty: card.difficulty,
    scheduledDays: card.scheduled_days,
    learningSteps: card.learning_steps,
    reps: card.reps,
    lapses: card.lapses,
    state: card.state,
    lastReview: at,
  };
}

/**
 * Skills to be asked now, the longest due first. What was put off by minutes is due at its minute; what was put off by days is due for the
 * whole of its day, or somebody who practices at the same hour every day would always come some minutes too early.
 * @param dayOf the learner's own date of a moment
 */
export function dueOf(states: readonly SkillState[], now: number, dayOf: (at: number) => string): SkillState[] {
  const today = dayOf(now);
  return states
    .filter(({ due, scheduledDays }) => due <= now || (scheduledDays > 0 && dayOf(due) <= today))
    .sort((a, b) => a.due - b.due || (a.skill < b.skill ? -1 : 1));
}

/**
 * How well a skill is known, 0…1: the probability of recalling it now (FSRS' retrievability R), weighed by how long it has come to last:
 * R · min(1, ln(1 + S) / ln(1 + 30)) for a stability of S days. One right answer from the start makes 0.35, two a few days apart 0.7, and what
 * holds for a month is mastered. The weight is our own choice: R alone is 1 after any right answer.
 */
export function mastery(state: SkillState, now: number): number {
  const at = new Date(Math.max(now, state.lastReview));
  const recalled = scheduler.get_retrievability(toCard(state), at, false);
  return recalled * Math.min(1, Math.log1p(state.stability) / Math.log1p(MASTERED_DAYS));
}

/**
 * How many reviews fall on each of these days: what is overdue on the first, every skill once. What comes after those reviews depends on how
 * they go and is not guessed.
 * @param dates the learner's own dates in a row, the first is today
 * @param dayOf the learner's own date of a moment
 */
export function forecast(states: readonly SkillState[], dates: readonly string[], dayOf: (at: number) => string): number[] {
  const counts = dates.map(() => 0);
  for (const { due } of states) {
    const date = dayOf(due);
    const index = date <= dates[0]! ? 0 : dates.indexOf(date);
    if (index >= 0) counts[index]!++;
  }
  return counts;
}

function newCard(at: number): Card {
  const none = { stability: 0, difficulty: 0, elapsed_days: 0, scheduled_days: 0, learning_steps: 0, reps: 0, lapses: 0, state: 0 };
  return { ...none, due: new Date(at) };
}

const toCard = (state: SkillState): Card => ({
  due: new Date(state.due),
  stability: state.stability,
  difficulty: state.difficulty,
  // the library computes it anew from the last review
  elapsed_days: 0,
  scheduled_days: state.scheduledDays,
  learning_steps: state.learningSteps,
  reps: state.reps,
  lapses: state.lapses,
  state: state.state,
  last_review: new Date(state.lastReview),
});
