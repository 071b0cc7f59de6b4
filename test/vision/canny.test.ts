import { existsSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/project-root.ts';
import { sectorOf } from '../../src/vision/canny.ts';
import { CANNY_STAGES, cannyStages, STRONG_COLOR, WEAK_COLOR } from '../../src/vision/canny-stages.ts';
import { decodePicture } from '../../src/vision/decode.ts';
import type { Picture } from '../../src/vision/picture.ts';
import { cv, loadOpenCv } from './opencv.ts';
import { createRandom } from './random.ts';

const photos = join(projectRoot, '../shared/data/photos');
const gray = (width: number, height: number, value: (x: number, y: number) => number): Picture => ({
  width,
  height,
  channels: 1,
  data: Uint8Array.from({ length: width * height }, (_, at) => value(at % width, Math.floor(at / width))),
});

/** OpenCV's edges of a picture, after its own gray and blur where a σ is given. */
function openCvEdges({ width, height, channels, data }: Picture, low: number, high: number, l2: boolean, sigma = 0): Uint8Array {
  const source = cv.matFromArray(height, width, channels === 1 ? cv.CV_8UC1 : cv.CV_8UC3, data as unknown as number[]);
  const [plain, edges] = [new cv.Mat(), new cv.Mat()];
  if (channels === 3) cv.cvtColor(source, plain, cv.COLOR_RGB2GRAY);
  else source.copyTo(plain);
  if (sigma > 0) cv.GaussianBlur(plain, plain, new cv.Size(0, 0), sigma);
  cv.Canny(plain, edges, low, high, 3, l2);
  const result = new Uint8Array(edges.data as Uint8Array);
  for (const mat of [source, plain, edges]) mat.delete();
  return result;
}

const share = (found: Uint8Array, expected: Uint8Array) => found.filter((value, at) => value === expected[at]).length / found.length;

describe("agrees with OpenCV's Canny", () => {
  beforeAll(loadOpenCv);

  it.each(['l1', 'l2'] as const)('in every pixel, without a blur: %s', (norm) => {
    const random = createRandom(11);
    const blobs = gray(97, 61, (x, y) => 128 + 60 * Math.sin(x / 5) * Math.cos(y / 7) + 30 * Math.sin((x * y) / 90) + 12 * random());
    const disc = gray(80, 80, (x, y) => ((x - 40) ** 2 + (y - 37) ** 2 < 700 ? 220 : 30));
    const noise = gray(64, 50, () => 256 * random());
    const line = gray(300, 1, (x) => (x > 100 && x < 103 ? 255 : 0));
    for (const picture of [blobs, disc, noise, line, gray(1, 1, () => 9), gray(3, 200, (_x, y) => y)]) {
      for (const [low, high] of [
        [20, 60],
        [100.7, 200.2],
        [0, 5],
        [300, 90],
      ] as const) {
        const { stages } = cannyStages(picture, { sigma: 0, low, high, norm });
        expect(share(stages.edges.data, openCvEdges(picture, low, high, norm === 'l2'))).toBe(1);
      }
    }
  });

  it('in all but a few pixels after a blur', async () => {
    const scene = (await decodePicture(await sharp(join(projectRoot, 'data/samples/scene.png')).png().toBuffer())).picture;
    for (const norm of ['l1', 'l2'] as const)
      for (const sigma of [0.3, 1, 1.4, 2, 5]) {
        const { stages, low, high } = cannyStages(scene, { sigma, norm });
        expect(share(stages.edges.data, openCvEdges(scene, low, high, norm === 'l2', sigma))).toBeGreaterThan(0.999);
      }
  });

  it
    .skipIf(!existsSync(photos))
    .each(['astronaut.png', 'camera.png', 'coffee.png', 'kodim03.png', 'kodim23.png', 'coins.png', 'retina.jpg'])('on %s', async (name) => {
    const { picture } = await decodePicture(await sharp(join(photos, name)).toBuffer(), { maxPixels: 1_000_000 });
    for (const norm of ['l1', 'l2'] as const) {
      const { stages, low, high } = cannyStages(picture, { sigma: 1.4, norm });
      expect(share(stages.edges.data, openCvEdges(picture, low, high, norm === 'l2', 1.4))).toBeGreaterThan(0.999);
    }
  });
});

describe('the stages', () => {
  const step = gray(40, 30, (x) => (x < 20 ? 40 : 200));

  it('of an upright step are a thin line with its direction across', () => {
    const { stages, largest, strong, weak } = cannyStages(step, { sigma: 0, norm: 'l2' });
    expect(largest).toBe(640);
    expect([strong, weak]).toEqual([30, 0]);
    // the tie between the two columns goes to the left one
    expect([...stages.edges.data.subarray(0, 40)]).toEqual(Array.from({ length: 40 }, (_, x) => (x === 19 ? 255 : 0)));
    // orange, as bright as 640 of 800
    expect([...stages.direction.data.subarray(19 * 3, 20 * 3)]).toEqual([186, 129, 0]);
    expect(Object.keys(stages)).toEqual([...CANNY_STAGES]);
    for (const picture of Object.values(stages)) expect([picture.width, picture.height]).toEqual([40, 30]);
  });

  it('keep weak edges only where they hang on strong ones', () => {
    // a step that fades from strong to weak, and a weak step of its own
    const fading = gray(60, 40, (x, y) => (x < 20 ? 0 : 200 - 4 * y) + (x > 50 ? 30 : 0));
    const { stages, weak, kept, strong } = cannyStages(fading, { sigma: 0, norm: 'l2', low: 60, high: 400 });
    expect(strong).toBeGreaterThan(20);
    expect(kept).toBeGreaterThan(10);
    expect(weak - kept).toBeGreaterThan(30);
    const colorAt = (x: number, y: number) => [...stages.thresholds.data.subarray((y * 60 + x) * 3, (y * 60 + x) * 3 + 3)];
    expect([colorAt(20, 5), colorAt(20, 32), colorAt(50, 30)]).toEqual([STRONG_COLOR, WEAK_COLOR, WEAK_COLOR]);
    expect([stages.edges.data[32 * 60 + 20], stages.edges.data[30 * 60 + 50]]).toEqual([255, 0]);
  });

  it('choose thresholds from the gradient, or follow the one that is given', () => {
    const choose = (given: { low?: number; high?: number }) => {
      const { low, high } = cannyStages(step, { sigma: 0, norm: 'l2', ...given });
      return [low, high];
    };
    expect(choose({})).toEqual([64, 128]);
    expect(choose({ high: 100 })).toEqual([50, 100]);
    expect(choose({ low: 90 })).toEqual([90, 180]);
    expect(choose({ low: 200, high: 100 })).toEqual([100, 200]);
  });

  it('of an even picture have no edges', () => {
    const { largest, strong, weak, stages } = cannyStages(
      gray(9, 9, () => 77),
      { sigma: 1.4, norm: 'l1' },
    );
    expect([largest, strong, weak, Math.max(...stages.edges.data)]).toEqual([0, 0, 0, 0]);
  });

  it('tell four directions apart, either end alike', () => {
    for (const [x, y, sector] of [
      [9, 0, 0],
      [9, 3, 0],
      [9, 4, 1],
      [5, 5, 1],
      [4, 9, 1],
      [3, 9, 2],
      [0, 9, 2],
      [-5, 5, 3],
      [5, -5, 3],
      [-9, 0, 0],
      [-7, -7, 1],
    ] as const)
      expect(sectorOf(x, y)).toBe(sector);
  });
});
