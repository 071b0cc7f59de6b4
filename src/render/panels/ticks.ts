/** Steps of a power of ten that are easy to read. */
const STEPS = [1, 2, 5, 10];

/** Round numbers, equally far apart, that reach over low…high; `most` of them, about. */
export function niceTicks(low: number, high: number, most: number): number[] {
  const span = high > low ? high - low : Math.max(Math.abs(high), 1);
  const power = 10 ** Math.floor(Math.log10(span / most));
  const step = power * STEPS.find((factor) => factor * power >= (span / most) * (1 - 1e-9))!;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  // sums of steps would gather errors
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** Powers of ten that reach over low…high, both above 0. */
export function powerTicks(low: number, high: number): number[] {
  const first = Math.floor(Math.log10(low) + 1e-9);
  const last = Math.max(first + 1, Math.ceil(Math.log10(high) - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, index) => Number(`1e${first + index}`));
}

/** Steps between the powers of ten that an axis numbers. */
const POWER_STEPS = [1, 2, 5, 10, 20, 50, 100];

/** An axis of powers of ten over low…high, both above 0, told by their exponents: from a whole power to a whole power, numbered at `most` of them. */
export function powerAxis(low: number, high: number, most = 5): { low: number; high: number; ticks: number[] } {
  const powers = powerTicks(low, high).map((power) => Math.round(Math.log10(power)));
  const ticksOf = (step: number) => powers.filter((power) => power % step === 0);
  const step = POWER_STEPS.find((each) => ticksOf(each).length <= most)!;
  return { low: powers[0]!, high: powers.at(-1)!, ticks: ticksOf(step) };
}
