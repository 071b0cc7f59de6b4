import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { filterOf, type KernelChoice, windowOf } from '../../src/engine/jobs/convolve.ts';
import { type Panel, panels } from '../../src/engine/jobs/panels.ts';
import { projectRoot } from '../../src/project-root.ts';
import { encodePng } from '../../src/vision/encode.ts';
import { filterPicture } from '../../src/vision/filter-picture.ts';
import { toGray } from '../../src/vision/gray.ts';
import type { Picture } from '../../src/vision/picture.ts';
import { poolPicture } from '../../src/vision/pool-picture.ts';
import { shufflePixels } from '../../src/vision/shuffle.ts';

const style = { language: 'en', theme: 'light' } as const;
const tools = { onProgress: () => undefined };

/** Worked on as it is: it is less than half as wide as a panel. */
const photo: Picture = {
  width: 40,
  height: 30,
  channels: 3,
  data: Uint8Array.from({ length: 40 * 30 * 3 }, (_, index) => (index * index) % 256),
};

async function drawn(list: Panel[], bytes?: Uint8Array) {
  const { bytes: encoded, type } = await panels.run({ panels: list, ...style, ...(bytes === undefined ? {} : { bytes }) }, tools);
  const { data, info } = await sharp(encoded).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, info, type };
}

/** What one photo panel shows: the middle of each of its squares. */
async function shown(panel: Panel, { width, height }: { width: number; height: number }): Promise<number[][]> {
  const { data, info } = await drawn([panel], await encodePng(photo));
  const scale = Math.floor(Math.min(1000 / width, 1000 / height));
  const left = Math.round((1080 - width * scale) / 2);
  return Array.from({ length: width * height }, (_, index) => {
    const [x, y] = [left + (index % width) * scale + (scale >> 1), 40 + Math.floor(index / width) * scale + (scale >> 1)];
    return [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)];
  });
}

/** A JPEG keeps levels about; squares of pixels are larger than its blocks. */
function expectClose(found: number[][], { channels, data }: Picture): void {
  const differences = found.flatMap((pixel, index) =>
    pixel.map((value, channel) => Math.abs(value - data[index * channels + (channels === 3 ? channel : 0)]!)),
  );
  expect(differences.reduce((sum, value) => sum + value, 0) / differences.length).toBeLessThan(6);
}

describe('photo panels', () => {
  const kernels: KernelChoice[] = [
    { name: 'sobel_x' },
    { name: 'gaussian', size: 5 },
    {
      values: [
        [0, -1, 0],
        [-1, 5, -1],
        [0, -1, 0],
      ],
    },
  ];
  it.each(kernels)('equal the filter %j', async (kernel) => {
    const filter = filterOf(kernel);
    const window = windowOf(filter, { stride: 1, padding: 'same', border: 'reflect' });
    const expected = filterPicture(photo, filter, window).picture;
    expect([expected.width, expected.height]).toEqual([40, 30]);
    expectClose(await shown({ kind: 'photo', filter: { kernel } }, expected), expected);
  });

  it('take a stride, a padding and a display', async () => {
    const filter = filterOf({ name: 'sobel_y' });
    const expected = filterPicture(photo, filter, windowOf(filter, { stride: 2, padding: 1, border: 'zero' }), {
      display: 'signed',
    }).picture;
    const choice = { kernel: { name: 'sobel_y' }, stride: 2, padding: 1, border: 'zero', display: 'signed' } as const;
    expectClose(await shown({ kind: 'photo', filter: choice }, expected), expected);
  });

  it('are made gray, shuffled and pooled in this order', async () => {
    const pool = { kind: 'max', size: 3, stride: 2 } as const;
    const expected = poolPicture(shufflePixels(toGray(photo), 9), { ...pool, padding: 0, ceil: false, countPadding: true }).output;
    expectClose(await shown({ kind: 'photo', gray: true, shuffle: 9, pool }, expected), expected);
  });

  it('show the project’s own scene where no photo is given', async () => {
    const scene = new Uint8Array(readFileSync(join(projectRoot, 'data/samples/scene.png')));
    const own = await drawn([{ kind: 'photo' }]);
    expect(own.type).toBe('image/jpeg');
    expect(own.data).toEqual((await drawn([{ kind: 'photo' }], scene)).data);
  });
});

describe('the job', () => {
  it('gives a sharp picture where there is no photo', async () => {
    const { type, info } = await drawn([{ kind: 'matrix', values: [[1, '?']] }]);
    expect(type).toBe('image/png');
    expect(info.width).toBe(1080);
  });

  it('refuses what cannot be drawn or computed', async () => {
    await expect(drawn([])).rejects.toThrow(RangeError);
    await expect(drawn([{ kind: 'matrix', values: [] }])).rejects.toThrow(/no cells/);
    await expect(drawn([{ kind: 'photo', pool: { kind: 'max', size: 5000, stride: 1 } }])).rejects.toThrow(/window-too-large/);
    await expect(drawn([{ kind: 'photo' }], new Uint8Array([1, 2, 3]))).rejects.toThrow(/picture-not-a-picture/);
  });
});
