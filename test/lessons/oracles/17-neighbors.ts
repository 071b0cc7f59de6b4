import type { Oracles } from './oracle.ts';

const numbersIn = (text: string) => text.match(/\d+/g)!.map(Number);

/** By the law of cosines' terms: |a|² + |b|² − 2·a·b. */
function squared(a: number[], b: number[]): number {
  const dot = (u: number[], v: number[]) => {
    let sum = 0;
    for (let at = 0; at < u.length; at++) sum += u[at]! * v[at]!;
    return sum;
  };
  return dot(a, a) + dot(b, b) - 2 * dot(a, b);
}

export const oracles: Oracles = {
  'vector-distance': ({ a, b }, { task }) => {
    const drawn = task.figure?.input as { panels: { values: number[][] }[] } | undefined;
    const [first, second] = drawn === undefined ? [numbersIn(a), numbersIn(b)] : drawn.panels.map(({ values }) => values.flat());
    const sum = squared(first!, second!);
    let length = 0;
    while (length * length < sum) length++;
    return length;
  },
  'nearest-neighbor': (values, { task, form, choices }) => {
    if (task.panels !== undefined) {
      const { panels } = task.panels(choices.map(String)).input as { panels: { values: number[][] }[] };
      const [query, ...others] = panels.map(({ values: rows }) => rows.flat()) as [number[], ...number[][]];
      const nearest = others.reduce((best, each) => (squared(each, query) < squared(best, query) ? each : best));
      return choices[others.indexOf(nearest)]!;
    }
    const query = numbersIn(values.query);
    let best = '';
    let least = Number.POSITIVE_INFINITY;
    for (const name of ['a', 'b', 'c', 'd']) {
      const distance = squared(numbersIn(values[name]), query);
      if (distance < least) [best, least] = [name, distance];
    }
    return form.id === 'number' ? least : best;
  },
  'neighbor-labels': ({ label, k, list }, { task }) => {
    const drawn = task.figure?.input as { panels: { values: number[][] }[] } | undefined;
    const flat: number[] = drawn === undefined ? numbersIn(list) : [];
    const [labels, distances] = drawn === undefined ? [0, 1].map((odd) => flat.filter((_, at) => at % 2 === odd)) : drawn.panels[0]!.values;
    // near is who has fewer than k others before it
    return labels!.filter((each, at) => each === label && distances!.filter((distance) => distance < distances![at]!).length < k).length;
  },
};
