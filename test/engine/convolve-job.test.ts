import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { type ConvolveInput, convolveResult } from '../../src/engine/jobs/convolve.ts';
import { convolveMatrix } from '../../src/engine/jobs/convolve-matrix.ts';
import { projectRoot } from '../../src/project-root.ts';

const scene = new Uint8Array(readFileSync(join(projectRoot, 'data/samples/scene.png')));
const tools = { onProgress: () => undefined };
const run = async (input: Partial<ConvolveInput> & { maxBytes?: number }) =>
  convolveResult.run({ bytes: scene, kernel: { name: 'sobel_x' }, stride: 1, padding: 'valid', ...input }, tools);
const flat = async (width: number, height: number, background: string) =>
  new Uint8Array(
    await sharp({ create: { width, height, channels: 3, background } })
      .png()
      .toBuffer(),
  );
/** Pixels from rows of gray levels. */
const rows = async (...levels: number[][]) =>
  new Uint8Array(
    await sharp(Uint8Array.from(levels.flat()), { raw: { width: levels[0]!.length, height: levels.length, channels: 1 } })
      .toColourspace('b-w')
      .png()
      .toBuffer(),
  );

describe('the filtered photo', () => {
  it('says what its black and white stand for', async () => {
    const { display, scale, range, channels } = await run({});
    expect([display, channels, scale[0]]).toEqual(['absolute', 1, 0]);
    expect(scale[1]).toBeLessThanOrEqual(Math.max(-range[0], range[1]) * 1.25);
    expect(await run({ display: 'signed', zero: 'dark' })).toMatchObject({ display: 'signed', scale: [-scale[1], scale[1]] });
    expect(await run({ channels: 'color' })).toMatchObject({ channels: 3 });
  });

  it('goes by dilation, border and flip', async () => {
    expect((await run({ dilation: 3 })).output).toEqual({ width: 714, height: 474 });
    expect((await run({ dilation: 3, padding: 'same', border: 'reflect' })).output).toEqual({ width: 720, height: 480 });
    // an edge at the picture's side is there only when zeros lie around it
    const bytes = await flat(9, 9, '#909090');
    expect((await run({ bytes, padding: 'same' })).range).toEqual([-576, 576]);
    expect((await run({ bytes, padding: 'same', border: 'replicate' })).range).toEqual([0, 0]);
    const step = await rows([0, 0, 9], [0, 0, 9], [0, 0, 9]);
    expect((await run({ bytes: step })).range).toEqual([36, 36]);
    expect((await run({ bytes: step, flip: true })).range).toEqual([-36, -36]);
  });

  it('says what is odd', async () => {
    expect((await run({})).notes).toEqual([]);
    const even = await flat(20, 10, '#336699');
    expect((await run({ bytes: even })).notes).toEqual(['input-constant', 'output-constant']);
    expect((await run({ kernel: { values: [[0, 0]] } })).notes).toEqual(['kernel-zero', 'output-constant']);
    expect((await run({ bytes: await flat(1, 1, '#000000'), padding: 'same' })).notes).toEqual(['input-constant', 'output-constant']);
    await expect(run({ bytes: await flat(2, 2, '#000000'), dilation: 2 })).rejects.toMatchObject({
      learner: { id: 'kernel-too-large', values: { kernel: '5×5', input: '2×2', need: 2, largest: '1×1' } },
    });
  });

  it('is a PNG of every pixel, or a JPEG where that would be too large', async () => {
    const png = (await run({})).result;
    expect(png).toMatchObject({ type: 'image/png', width: 718, height: 478 });
    expect((await run({ maxBytes: png.bytes.length - 1 })).result).toMatchObject({ type: 'image/jpeg', width: 718, height: 478 });
    const large = new Uint8Array(await sharp(scene).resize(3000, 2000).jpeg().toBuffer());
    const { result, shrunk } = await run({ bytes: large, kernel: { name: 'sharpen' } });
    expect([result.type, shrunk]).toEqual(['image/jpeg', false]);
    expect(await sharp(result.bytes).metadata()).toMatchObject({ width: 2998, height: 1998 });
  });
});

describe('a typed matrix', () => {
  it('goes by the same window', async () => {
    const { output } = await convolveMatrix.run(
      {
        input: [[1, 2, 3]],
        kernel: { values: [[1, 10, 100]] },
        stride: 1,
        padding: 'same',
        border: 'circular',
        flip: true,
        language: 'en',
        theme: 'light',
      },
      tools,
    );
    // turned: 100, 10, 1
    expect(output).toEqual([[312, 123, 231]]);
  });
});
