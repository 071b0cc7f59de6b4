import type { Exercise } from '../../../lessons/quiz/exercise.ts';
import type { Oracles } from './oracle.ts';

const numbersOf = (text: string) => text.replaceAll('−', '-').split(/[ /]+/).map(Number);
const drawnOf = (exercise: Exercise) =>
  // biome-ignore lint/suspicious/noExplicitAny: panels of several kinds
  (exercise.task.figure?.input as { panels: any[] } | undefined)?.panels;
/** Panels that are choices, with what they stand for. */
const choicesOf = ({ task, choices }: Exercise) => {
  // biome-ignore lint/suspicious/noExplicitAny: panels of several kinds
  const { panels } = task.panels!(choices as string[]).input as { panels: any[] };
  return panels.map((panel, index) => ({ panel, choice: choices[index] as string }));
};
const largestOf = (answers: { choice: string; value: number }[]) => {
  const most = Math.max(...answers.map(({ value }) => value));
  const best = answers.filter(({ value }) => value === most);
  return best.length === 1 ? best[0]!.choice : `not one: ${best.map(({ choice }) => choice)}`;
};
const dot = (one: number[], other: number[]) => one.reduce((sum, value, index) => sum + value * other[index]!, 0);

export const oracles: Oracles = {
  // the middle nine times minus everything, of the numbers drawn
  'center-surround': ({ patch, kind }, exercise) => {
    if (exercise.form.id === 'spots')
      return largestOf(
        choicesOf(exercise).map(({ panel, choice }) => {
          const light: number[] = panel.data.map((gray: number) => (gray > 128 ? 1 : 0));
          const { x, y, width, height } = panel.box;
          const sum = light.reduce((total, value, at) => {
            const [row, column] = [Math.floor(at / panel.width), at % panel.width];
            const inside = row >= y && row < y + height && column >= x && column < x + width;
            return total + value * (inside ? 8 : -1);
          }, 0);
          return { choice, value: kind === 'on' ? sum : -sum };
        }),
      );
    const drawn = drawnOf(exercise)?.[0];
    if (drawn !== undefined) return dot(drawn.input.flat(), drawn.kernel.flat());
    const cells = numbersOf(patch);
    const value = 9 * cells[4]! - cells.reduce((sum, light) => sum + light, 0);
    return kind === 'on' ? value : -value;
  },
  // the receptors themselves are followed upward, as sets
  'cell-field': ({ reads, spacing }, exercise) => {
    const drawn = drawnOf(exercise);
    const [counts, apart]: [number[], number] =
      drawn === undefined
        ? [String(reads).split(', ').map(Number), spacing]
        : [[drawn[1].windows[0].columns, drawn[0].windows[0].columns], drawn[1].windows[1].column - drawn[1].windows[0].column];
    let cells = Array.from({ length: 100 }, (_, receptor) => new Set([receptor]));
    counts.forEach((count, level) => {
      const step = level === 0 ? apart : 1;
      const above: Set<number>[] = [];
      for (let first = 0; first + count <= cells.length; first += step)
        above.push(new Set(cells.slice(first, first + count).flatMap((seen) => [...seen])));
      cells = above;
    });
    return cells[0]!.size;
  },
  'oriented-response': ({ kernel, patch }, exercise) => {
    if (exercise.form.id === 'patch')
      return largestOf(choicesOf(exercise).map(({ panel, choice }) => ({ choice, value: dot(panel.values.flat(), numbersOf(kernel)) })));
    const drawn = drawnOf(exercise)?.[0];
    return drawn === undefined ? dot(numbersOf(patch), numbersOf(kernel)) : dot(drawn.input.flat(), drawn.kernel.flat());
  },
  // one step of 50 µm after the other
  'orientation-column': ({ start, distance, sense }, exercise) => {
    const bars: { label: string; value: number }[] | undefined = drawnOf(exercise)?.[0].bars;
    let degrees: number =
      bars === undefined ? start : Number(largestOf(bars.map(({ label, value }) => ({ choice: label, value }))).replace('°', ''));
    for (let moved = 0; moved < distance; moved += 50) {
      degrees += sense === 'on' ? 10 : -10;
      if (degrees >= 180) degrees -= 180;
      if (degrees < 0) degrees += 180;
    }
    return degrees;
  },
};
