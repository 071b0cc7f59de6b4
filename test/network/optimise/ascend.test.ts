import { describe, expect, it } from 'vitest';
import { ascend, type Objective } from '../../../src/network/optimise/ascend.ts';

const WEIGHTS = [4, -2, 6, 1];
/** S = w·I. */
const linear: Objective = (pictures) =>
  pictures.map((pixels) => ({
    value: WEIGHTS.reduce((sum, weight, at) => sum + weight * pixels[at]!, 0),
    gradient: Float32Array.from(WEIGHTS),
  }));
const start = (...data: number[]) => ({ width: 2, height: 2, data: Float32Array.from(data) });
const zeros = start(0, 0, 0, 0);

describe('gradient ascent on a picture', () => {
  it('steps along the gradient, and less by the decay', () => {
    const [dream] = ascend(linear, [{ start: start(2, 2, -2, 0), rate: 0.5, decay: 0.25 }], { steps: 1 });
    // I + 0.5·(w − 2·0.25·I)
    expect([...dream!.picture.data]).toEqual([3.5, 0.5, 1.5, 0.5]);
    expect(dream!.values).toEqual([-8, 22.5]);
  });

  it('ends at w / (2λ) for a linear score', () => {
    const [dream] = ascend(linear, [{ start: zeros, rate: 0.2, decay: 1 }], { steps: 100 });
    dream!.picture.data.forEach((pixel, at) => {
      expect(pixel).toBeCloseTo(WEIGHTS[at]! / 2, 5);
    });
  });

  it('leaves out the smallest slopes before a step, and the smallest pixels after it', () => {
    const [slopes, pixels] = ascend(
      linear,
      [
        { start: zeros, rate: 1, decay: 0, smallGradients: 0.5 },
        { start: zeros, rate: 1, decay: 0, smallPixels: 0.25 },
      ],
      { steps: 1 },
    );
    expect([...slopes!.picture.data]).toEqual([4, 0, 6, 0]);
    expect([...pixels!.picture.data]).toEqual([4, -2, 6, 0]);
  });

  it('blurs when it is the turn, and only then', () => {
    const recipe = { start: zeros, rate: 1, decay: 0 };
    const [plain, blurry] = ascend(linear, [recipe, { ...recipe, blur: { sigma: 0.5, every: 2 } }], { steps: 2, keep: [1, 2] });
    expect(blurry!.kept[0]).toEqual(plain!.kept[0]);
    const spread = ({ data }: { data: Float32Array }) => Math.max(...data) - Math.min(...data);
    expect(spread(blurry!.kept[1]!)).toBeLessThan(spread(plain!.kept[1]!));
  });

  it('keeps the pictures asked for, the start and the end among them', () => {
    const [dream] = ascend(linear, [{ start: zeros, rate: 1, decay: 0 }], { steps: 3, keep: [0, 2, 3] });
    expect(dream!.kept.map(({ data }) => data[0])).toEqual([0, 8, 12]);
    expect(dream!.values).toHaveLength(4);
    expect(dream!.picture).toEqual(dream!.kept[2]);
  });
});
