import type { Answer } from '../src/store/questions.ts';
import { allSkills } from './catalogue.ts';

/** Days of the chart. */
const CHART_DAYS = 21;
/** Misconceptions before these latest answers may have been mended long ago. */
const LATEST_ANSWERS = 100;

export interface Progress {
  total: number;
  correct: number;
  /** Days in a row with an answer, up to today or yesterday. */
  streak: number;
  skills: { id: string; correct: number; total: number }[];
  /** The last days, the oldest first; dates are the learner's own. */
  days: { date: string; correct: number; wrong: number }[];
  /** The misconception met most often of late, with how often, and the skill and the question where it was met last. */
  misconception?: { id: string; count: number; skill: string; question: number };
}

/** What a learner's answers add up to. `now`: milliseconds since 1970; days begin at midnight in `timeZone` (IANA). */
export function progressOf(answers: readonly Answer[], { timeZone, now }: { timeZone: string; now: number }): Progress {
  const dayOf = dayFormat(timeZone);
  const today = dayOf(now);
  const days = new Map<string, { correct: number; wrong: number }>();
  for (const answer of answers) {
    const date = dayOf(answer.at);
    const day = days.get(date) ?? { correct: 0, wrong: 0 };
    if (answer.correct) day.correct++;
    else day.wrong++;
    days.set(date, day);
  }
  const dates = Array.from({ length: CHART_DAYS }, (_, index) => addDays(today, index - CHART_DAYS + 1));
  return {
    total: answers.length,
    correct: answers.filter((answer) => answer.correct).length,
    streak: streakOf(days, today),
    skills: allSkills().flatMap(({ id }) => {
      const own = answers.filter((answer) => answer.skill === id);
      return own.length === 0 ? [] : [{ id, total: own.length, correct: own.filter((answer) => answer.correct).length }];
    }),
    days: dates.map((date) => ({ date, ...(days.get(date) ?? { correct: 0, wrong: 0 }) })),
    ...commonestSlip(answers.slice(-LATEST_ANSWERS)),
  };
}

/** The date of a moment in a time zone, as `2026-11-23`. */
export function dayFormat(timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return (at) => {
    // part by part: how a language joins them is no promise
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
    return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  };
}

/** Calendar days later; whole days in UTC know no daylight saving. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function streakOf(days: ReadonlyMap<string, unknown>, today: string): number {
  // a day that is not over yet breaks nothing
  let date = days.has(today) ? today : addDays(today, -1);
  let streak = 0;
  while (days.has(date)) {
    streak++;
    date = addDays(date, -1);
  }
  return streak;
}

/** Of several met equally often the one met last. `answers`: the oldest first. */
function commonestSlip(answers: readonly Answer[]): Pick<Progress, 'misconception'> {
  const met = new Map<string, NonNullable<Progress['misconception']>>();
  for (const { misconception: id, skill, question } of answers) {
    if (id === undefined) continue;
    const count = (met.get(id)?.count ?? 0) + 1;
    met.delete(id);
    met.set(id, { id, count, skill, question });
  }
  const [commonest] = [...met.values()].toReversed().sort((a, b) => b.count - a.count);
  return commonest === undefined ? {} : { misconception: commonest };
}
