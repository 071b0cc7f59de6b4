import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDigitNetwork } from '../../../src/network/digits.ts';
import { drawDigits } from '../../../src/network/drawn-digits.ts';
import { projectRoot } from '../../../src/project-root.ts';

const network = await loadDigitNetwork();
const [digit, other] = drawDigits(2, 5).map(({ input }) => input) as [Float32Array, Float32Array];
/** The file as it lies there: first the kernel 3×3×1×32, then its biases. */
const file = readFileSync(join(projectRoot, 'models/digits/weights.bin'));
const stored = new Float32Array(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
const COUNT = 32;

describe('the inside of the digit network', () => {
  it('has the filters of its file', async () => {
    const filters = await network.filters('conv1');
    expect(filters).toHaveLength(COUNT);
    filters.forEach(([plane, ...more], filter) => {
      expect(more).toEqual([]);
      expect([...plane!.data]).toEqual([...Array(9).keys()].map((at) => stored[at * COUNT + filter]));
    });
    const deeper = await network.filters('conv2');
    expect([deeper.length, deeper[0]!.length]).toEqual([COUNT, COUNT]);
    // behind the first kernel and its 32 biases: row, column, channel, filter
    expect(deeper[7]![3]!.data[5]).toBe(stored[288 + 32 + (5 * COUNT + 3) * COUNT + 7]);
  });

  it('has the maps that loops over weights, windows and pools give', async () => {
    const [, maps] = (await network.maps([other, digit], 'relu1')) as [unknown, Awaited<ReturnType<typeof network.maps>>[number]];
    const pixel = (row: number, column: number) => (row < 0 || column < 0 || row > 27 || column > 27 ? 0 : digit[row * 28 + column]!);
    for (const filter of [0, 9, 31]) {
      const sum = (row: number, column: number) => {
        let total = stored[288 + filter]!;
        for (let at = 0; at < 9; at++) total += stored[at * COUNT + filter]! * pixel(row + Math.floor(at / 3) - 1, column + (at % 3) - 1);
        return total;
      };
      const { width, height, data } = maps[filter]!;
      expect([width, height]).toEqual([14, 14]);
      data.forEach((value, at) => {
        const [row, column] = [2 * Math.floor(at / 14), 2 * (at % 14)];
        const most = Math.max(sum(row, column), sum(row, column + 1), sum(row + 1, column), sum(row + 1, column + 1), 0);
        expect(value).toBeCloseTo(most, 4);
      });
    }
  });

  it('ends in 100 features, none below zero, the same alone and among others', async () => {
    const [first] = (await network.features([digit])) as [Float32Array];
    const [, second] = (await network.features([other, digit])) as [Float32Array, Float32Array];
    expect(first).toHaveLength(100);
    expect(Math.min(...first)).toBeGreaterThanOrEqual(0);
    first.forEach((value, at) => {
      expect(second[at]).toBeCloseTo(value, 4);
    });
  });
});
