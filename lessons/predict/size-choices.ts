import { type Axis, outputSize } from '../arithmetic.ts';
import { outputMistakes } from '../quiz/output-mistakes.ts';
import { arranged, type Choice, type WrongChoice } from './choices.ts';

export interface Size {
  height: number;
  width: number;
}

/** Worth a question about the size: a stride, a dilation, or padding that does not just keep the size. */
export function isSizeTelling({ height, width }: { height: Axis; width: Axis }): boolean {
  return [height, width].some(
    ({ n, f, p = 0, q = p, s = 1, d = 1 }) => s > 1 || d > 1 || (p + q > 0 && outputSize({ n, f, p, q, s, d }).output !== n),
  );
}

/** The skill that a question about this size trains. */
export function sizeSkill({ p = 0, s = 1 }: Axis): 'size-plain' | 'size-padded' | 'size-strided' {
  if (s > 1) return 'size-strided';
  return p > 0 ? 'size-padded' : 'size-plain';
}

/** The output's size among sizes that misconceptions lead to, both axes by the same one. `answer`: the true size, of pooling with its ceil mode. */
export function sizeChoices(answer: Size, axes: { height: Axis; width: Axis }, seed: string): Choice<Size>[] {
  const [rows, columns] = [mistakes(axes.height), mistakes(axes.width)];
  const wrong = rows.flatMap(({ id, value: height }): WrongChoice<Size>[] => {
    const width = columns.find((mistake) => mistake.id === id)?.value;
    return width !== undefined && isSize(height) && isSize(width) ? [{ id, value: { height, width } }] : [];
  });
  // where hardly any misconception makes a difference the sizes beside the true one are left
  const near = [1, 2, 3].map((more) => ({ id: 'unknown', value: { height: answer.height + more, width: answer.width + more } }));
  return arranged(answer, [...wrong, ...near], seed, ({ height, width }) => `${height}×${width}`);
}

const isSize = (value: number) => Number.isInteger(value) && value > 0;

function mistakes(axis: Axis): WrongChoice<number>[] {
  const { d = 1 } = axis;
  const { span, output } = outputSize(axis);
  // a dilated window is as wide as its span
  const known = outputMistakes({ ...axis, f: span }).flatMap(({ id, value }) => (typeof value === 'number' ? [{ id, value }] : []));
  return [
    ...(d > 1 ? [{ id: 'dilation-forgotten', value: outputSize({ ...axis, d: 1 }).output }] : []),
    ...known,
    { id: 'floor', value: output },
  ];
}
