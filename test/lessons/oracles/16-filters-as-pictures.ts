import type { Oracles } from './oracle.ts';

/** Numbers of a text, whose minus is the typographic one. */
const numbersIn = (text: string) => text.replaceAll('−', '-').match(/-?\d+/g)!.map(Number);

export const oracles: Oracles = {
  'filter-pictures': ({ channels, filters, color }) => {
    // one picture after the other, as on paper
    let pictures = 0;
    for (let filter = 0; filter < filters; filter++) {
      if (color === 1) pictures++;
      else for (let channel = 0; channel < channels; channel++) pictures++;
    }
    return pictures;
  },
  'weight-gray': ({ weights, weight }, { task }) => {
    const drawn = task.figure?.input as { panels: { values: number[][]; window: { row: number; column: number } }[] } | undefined;
    const panel = drawn?.panels[0];
    const all = panel === undefined ? numbersIn(weights) : panel.values.flat();
    const asked = panel === undefined ? numbersIn(weight)[0]! : panel.values[panel.window.row]![panel.window.column]!;
    // equal steps up from black, until the weight is reached
    const sorted = [...all].sort((a, b) => a - b);
    const step = 255 / (sorted.at(-1)! - sorted[0]!);
    let shade = 0;
    for (let level = sorted[0]!; level < asked; level++) shade += step;
    return Math.round(shade);
  },
  'channel-sum': ({ sums, bias }, { task }) => {
    const drawn = task.figure?.input as { panels: { input: number[][]; kernel: number[][] }[] } | undefined;
    let total = numbersIn(bias)[0]!;
    if (drawn === undefined) for (const sum of numbersIn(sums)) total += sum;
    else
      for (const { input, kernel } of drawn.panels)
        for (const [y, row] of input.entries()) for (const [x, value] of row.entries()) total += value * kernel[y]![x]!;
    return total > 0 ? total : 0;
  },
};
