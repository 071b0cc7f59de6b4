import { describe, expect, it } from 'vitest';
import { digitFrame } from '../../src/vision/digit/frame.ts';
import type { DigitPreparation } from '../../src/vision/digit/preparation.ts';
import type { Picture } from '../../src/vision/picture.ts';

const picture: Picture = { width: 300, height: 200, channels: 1, data: new Uint8Array(60_000) };

describe('the field that the network sees', () => {
  it('lies around the digit as it does in the 28×28 picture', () => {
    // ink in columns 10…15 and rows 4…23: 20 pixels high, as the box of 100 in the photo
    const input = Float32Array.from({ length: 784 }, (_, at) => {
      const [row, column] = [Math.floor(at / 28), at % 28];
      return row >= 4 && row < 24 && column >= 10 && column < 16 ? 1 : 0;
    });
    const steps = [{ id: 'found', picture, box: { x: 120, y: 50, width: 30, height: 100 } }];
    const preparation = { found: true, input, unprepared: input, steps } as unknown as DigitPreparation;
    expect(digitFrame(preparation)).toEqual({ x: 70, y: 30, width: 140, height: 140 });
  });

  it('is the whole photo where no digit was found', () => {
    const preparation: DigitPreparation = {
      found: false,
      reason: 'empty',
      steps: [{ id: 'found', picture }],
      unprepared: new Float32Array(784),
    };
    expect(digitFrame(preparation)).toEqual({ x: 0, y: 0, width: 300, height: 200 });
  });
});
