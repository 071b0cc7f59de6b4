import { type Panel, panels } from '../quiz/cell-panels.ts';
import type { Random } from '../quiz/random.ts';
import { type Level, pickOrType, type Skill, type Task } from '../quiz/skill.ts';
import { formula, round, sumOf } from './writing.ts';

/** Why a dream climbs the score and not the probability: the probability also rises when other scores fall. */
export const scoreOrProbability: Skill = {
  id: 'score-or-probability',
  prefix: 'prob',
  lesson: 21,
  forms: [...pickOrType(fallenTask), { id: 'picture', kind: 'choice', generate: bestPicture }],
};

const written = (power: number) => (power === 1 ? '0' : `ln ${power}`);

/** Scores ln a, ln b, ln c; the second falls to ln d: what becomes of the first one's probability? */
function fallenTask(random: Random, level: Level): Task {
  const a = random.whole(1, 4 + 2 * level);
  const d = random.whole(1, level === 1 ? 2 : 4);
  const b = d + random.whole(2, 4 + 2 * level);
  const c = level === 1 ? 1 : random.whole(1, 6);
  const total = a + d + c;
  const answer = round(a / total, 3);
  const part = (value: number) => round(value, 3);
  return {
    values: { a: written(a), b: written(b), c: written(c), d: written(d) },
    answer,
    mistakes: [
      { id: 'prob-before', value: part(a / (a + b + c)) },
      { id: 'prob-gone', value: part(a / (a + c)) },
      { id: 'prob-others', value: part(a / (d + c)) },
      { id: 'prob-other', value: part(d / total) },
      { id: 'prob-third', value: part(1 / 3) },
      { id: 'prob-power', value: a },
    ],
    solution: [
      { plain: 'P₁ = eˢ¹ / Σ eˢ', latex: 'P_1 = \\frac{e^{S_1}}{\\sum_j e^{S_j}}' },
      formula(`${a} / (${a} + ${d} + ${c}) = ${answer}`),
    ],
  };
}

/** ln P of the first class, up to the rounding of computers. */
const logProbability = (scores: readonly number[]) => scores[0]! - Math.log(sumOf(scores.map((score) => Math.exp(score))));

/** Four pictures by their three scores: the one that the score likes best is not the one that the probability likes best. */
function bestPicture(random: Random, level: Level): Task {
  const asked = level === 1 ? 'score' : random.pick(['score', 'probability'] as const);
  for (;;) {
    const digits = random.shuffle([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]).slice(0, 3);
    const candidates = ['one', 'two', 'three', 'four'].map((id) => ({
      id,
      scores: [random.whole(1, 9), random.whole(-6, 9), random.whole(-6, 9)],
    }));
    const first = (by: (scores: readonly number[]) => number) => [...candidates].sort((x, y) => by(y.scores) - by(x.scores)).slice(0, 2);
    const [highest, nextHighest] = first((scores) => scores[0]!);
    const [surest, nextSurest] = first(logProbability);
    const clear =
      highest!.scores[0]! > nextHighest!.scores[0]! &&
      Math.exp(logProbability(surest!.scores)) - Math.exp(logProbability(nextSurest!.scores)) > 0.05;
    if (highest === surest || !clear) continue;
    const [best, other] = asked === 'score' ? [highest!, surest!] : [surest!, highest!];
    const bars = (scores: readonly number[]): Panel => ({
      kind: 'bars',
      bars: scores.map((value, place) => ({ label: String(digits[place]), value })),
    });
    return {
      values: { asked, digit: digits[0]!, best: best.scores[0]!, probability: round(Math.exp(logProbability(best.scores)), 2) },
      answer: best.id,
      mistakes: candidates
        .filter((candidate) => candidate !== best)
        .map(({ id }) => ({
          id: id === other.id ? `prob-panel-by-${asked === 'score' ? 'probability' : 'score'}` : 'prob-panel-less',
          value: id,
        })),
      solution: [],
      reason: `prob-panel-${asked}`,
      panels: (order) =>
        panels(
          order.map((id) => bars(candidates.find((candidate) => candidate.id === id)!.scores)),
          true,
        ),
    };
  }
}
