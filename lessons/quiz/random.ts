/** A source of numbers that gives the same ones for the same seed, everywhere and for ever: codes of questions rest on it. */
export interface Random {
  /** A whole number in min…max, both included. */
  whole(min: number, max: number): number;
  pick<T>(values: readonly T[]): T;
  shuffle<T>(values: readonly T[]): T[];
}

/** mulberry32: 32 bits of state, good enough to deal numbers, short enough never to change. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    whole,
    pick: (values) => values[whole(0, values.length - 1)]!,
    shuffle(values) {
      const dealt = [...values];
      for (let index = dealt.length - 1; index > 0; index--) {
        const other = whole(0, index);
        [dealt[index], dealt[other]] = [dealt[other]!, dealt[index]!];
      }
      return dealt;
    },
  };
}
