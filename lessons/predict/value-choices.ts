import { createRandom } from '../quiz/random.ts';
import { arranged, type Choice, seedOf, type WrongChoice } from './choices.ts';

/** A cell of an output: column x, row y, from 0. */
export interface Cell {
  x: number;
  y: number;
}

/** How a window slides, as far as misconceptions are about it. */
export interface Sliding {
  stride: number;
  padded: boolean;
  /** 1: none. */
  dilation: number;
  /** The padding holds something else than zeros. */
  bordered: boolean;
}

/** A wrong way to a cell's number: what is mistaken about the settings, and which cell of that output is then taken. */
export interface Slip {
  id: string;
  change: 'flip' | 'no-padding' | 'zeros' | 'stride-1' | 'dilation-1' | 'ones' | 'other-kind';
  at: Cell;
}

/** The cell that is asked for: any of them, the same one for the same seed. */
export function askedCell({ height, width }: { height: number; width: number }, seed: string): Cell {
  const random = createRandom(seedOf(`cell ${seed}`));
  return { x: random.whole(0, width - 1), y: random.whole(0, height - 1) };
}

/** Wrong ways to a cell of a convolution's output, the commonest first. */
export function convolutionSlips({ stride, padded, dilation, bordered }: Sliding, at: Cell): Slip[] {
  const { x, y } = { x: at.x * stride, y: at.y * stride };
  return [
    { id: 'value-flipped', change: 'flip', at },
    ...(padded ? [{ id: 'value-no-padding', change: 'no-padding' as const, at }] : []),
    ...(padded && bordered ? [{ id: 'value-border-zero', change: 'zeros' as const, at }] : []),
    ...(stride > 1 ? [{ id: 'value-stride-forgotten', change: 'stride-1' as const, at }] : []),
    ...(dilation > 1 ? [{ id: 'value-dilation-forgotten', change: 'dilation-1' as const, at }] : []),
    ...neighbors({ x, y }),
    { id: 'value-not-weighted', change: 'ones', at },
  ];
}

/** Wrong ways to a cell of a pooling's output. */
export function poolingSlips({ stride, padded }: Pick<Sliding, 'stride' | 'padded'>, at: Cell): Slip[] {
  return [
    { id: 'value-other-pooling', change: 'other-kind', at },
    ...(stride > 1 ? [{ id: 'value-stride-forgotten', change: 'stride-1' as const, at }] : []),
    ...(padded ? [{ id: 'value-no-padding', change: 'no-padding' as const, at }] : []),
    ...neighbors({ x: at.x * stride, y: at.y * stride }),
  ];
}

/** Windows that lie one cell beside the true one. */
function neighbors({ x, y }: Cell): Slip[] {
  const cells = [
    { x: x + 1, y },
    { x, y: y + 1 },
    { x: x - 1, y },
    { x, y: y - 1 },
  ];
  return cells.filter((cell) => cell.x >= 0 && cell.y >= 0).map((at) => ({ id: 'value-window-off', change: 'stride-1', at }));
}

/** Numbers are told apart by as many decimals as choices show. */
const SHOWN_DIGITS = 2;
/** Beside the true number, where hardly any misconception makes a difference. */
const NEAR = [1, -1, 2, 3];

/** The true number among those that misconceptions lead to. */
export function valueChoices(answer: number, wrong: readonly WrongChoice<number | undefined>[], seed: string): Choice<number>[] {
  const led = wrong.flatMap(({ id, value }) => (value === undefined ? [] : [{ id, value }]));
  const near = NEAR.map((more) => ({ id: 'unknown', value: answer + more }));
  return arranged(answer, [...led, ...near], seed, (value) =>
    value.toFixed(SHOWN_DIGITS) === '-0.00' ? '0.00' : value.toFixed(SHOWN_DIGITS),
  );
}
