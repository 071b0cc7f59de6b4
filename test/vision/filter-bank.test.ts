import { describe, expect, it } from 'vitest';
import { BANK_NAMES, type BankName, bankFilter, featureMaps } from '../../src/vision/filter-bank.ts';
import type { Picture } from '../../src/vision/picture.ts';
import { createRandom } from './random.ts';

const flat = (channels: 1 | 3, ...color: number[]): Picture => ({
  width: 3,
  height: 3,
  channels,
  data: Uint8Array.from({ length: 9 * channels }, (_, index) => color[index % channels]!),
});
const answers = (picture: Picture, ...names: BankName[]) =>
  featureMaps(picture, names.map(bankFilter), { stride: 1, padding: 0 }).map(({ data }) => Math.round(data[0]! * 1e4) / 1e4 + 0);

describe('the bank of color filters', () => {
  it('holds filters of shape 3×3×3', () => {
    for (const name of BANK_NAMES) {
      const { channels, denominator } = bankFilter(name);
      expect(channels.map((rows) => rows.map((row) => row.length))).toEqual([
        [3, 3, 3],
        [3, 3, 3],
        [3, 3, 3],
      ]);
      expect(denominator).toBeGreaterThan(0);
    }
  });

  it('finds nothing in a flat gray but its brightness', () => {
    for (const name of BANK_NAMES) expect(answers(flat(3, 90, 90, 90), name)).toEqual([name === 'mean' ? 90 : 0]);
  });

  it('tells colors apart', () => {
    const names = ['mean', 'red_green', 'blue_yellow', 'green_magenta', 'edges_x'] as const;
    expect(answers(flat(3, 255, 0, 0), ...names)).toEqual([85, 255, -127.5, -127.5, 0]);
    expect(answers(flat(3, 0, 255, 0), ...names)).toEqual([85, -255, -127.5, 255, 0]);
    expect(answers(flat(3, 0, 0, 255), ...names)).toEqual([85, 0, 255, -127.5, 0]);
  });

  it('takes a gray photo for three equal channels', () => {
    expect(answers(flat(1, 90), 'mean', 'red_green', 'outline')).toEqual([90, 0, 0]);
  });

  it('sums over all channels, at every stride and padding', () => {
    const random = createRandom(8);
    const [width, height] = [7, 6];
    const photo: Picture = { width, height, channels: 3, data: Uint8Array.from({ length: width * height * 3 }, () => random() * 256) };
    const bank = BANK_NAMES.map(bankFilter);
    const maps = featureMaps(photo, bank, { stride: 2, padding: 1 });
    bank.forEach(({ channels, denominator }, index) => {
      expect(maps[index]).toMatchObject({ width: 4, height: 3 });
      maps[index]!.data.forEach((value, at) => {
        const [top, left] = [2 * Math.floor(at / 4) - 1, 2 * (at % 4) - 1];
        let sum = 0;
        channels.forEach((weights, channel) => {
          weights.forEach((row, i) => {
            row.forEach((weight, j) => {
              const [y, x] = [top + i, left + j];
              if (y >= 0 && y < height && x >= 0 && x < width) sum += weight * photo.data[(y * width + x) * 3 + channel]!;
            });
          });
        });
        expect(value).toBeCloseTo(sum / denominator, 3);
      });
    });
  });
});
