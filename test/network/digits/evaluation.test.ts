import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { loadDigitNetwork } from '../../../src/network/digits.ts';
import { loadMnist } from '../../../src/network/training/mnist.ts';
import { createDigitPool } from '../../../src/network/training/pool.ts';
import { createRandom } from '../../../src/network/training/random.ts';
import { projectRoot } from '../../../src/project-root.ts';
import { cropPicture } from '../../../src/vision/digit/resample.ts';
import type { Picture } from '../../../src/vision/picture.ts';
import { type DigitSource, misreadings, scoreScene } from './evaluation.ts';
import { decoded, emptyScenes, sceneRandom, scenes } from './scenes.ts';

/** MNIST's test images and photos, where they are present. */
const shared = join(projectRoot, '..', 'shared', 'data');
/** Pictures a scene: few in a test, `SCENES=40 npx vitest run test/network/digits` for the figures of the network's README. */
const each = Number(process.env.SCENES ?? 3);
const network = await loadDigitNetwork();

function sourceOf(images: Uint8Array, labels: Uint8Array): DigitSource {
  return {
    count: labels.length,
    digit: (index) => ({
      ink: { width: 28, height: 28, data: Float32Array.from(images.subarray(index * 784, (index + 1) * 784), (level) => level / 255) },
      label: labels[index]!,
    }),
  };
}

async function mnist(): Promise<DigitSource> {
  const { images, labels } = await loadMnist(join(shared, 'mnist'), 't10k');
  return sourceOf(images, labels);
}

/** Digits that the project draws itself, with another seed than the training's. */
function drawn(): DigitSource {
  const { images, labels } = createDigitPool(200, createRandom(77));
  return sourceOf(images, labels);
}

async function* photos(): AsyncIterable<Picture> {
  for (const name of readdirSync(join(shared, 'photos'))) {
    if (/\.(png|jpg)$/.test(name)) yield decoded(join(shared, 'photos', name));
  }
}

/** Squares cut out of photos. */
async function* crops(): AsyncIterable<Picture> {
  const random = createRandom(5);
  for await (const photo of photos()) {
    for (let i = 0; i < Math.ceil(each / 2); i++) {
      const side = Math.min(photo.width, photo.height, Math.round(random.between(60, 400)));
      const [x, y] = [random.below(photo.width - side + 1), random.below(photo.height - side + 1)];
      yield cropPicture(photo, { x, y, width: side, height: side });
    }
  }
}

/** The first test pictures of CIFAR-10, 32×32. */
async function* cifar(): AsyncIterable<Picture> {
  for (let index = 0; index < each * 10; index++) {
    const tile = { left: (index % 40) * 32, top: Math.floor(index / 40) * 32, width: 32, height: 32 };
    yield decoded(await sharp(join(shared, 'cifar10/test-00.jpg')).extract(tile).png().toBuffer());
  }
}

async function* pages(): AsyncIterable<Picture> {
  const nothing = { width: 28, height: 28, data: new Float32Array(784) };
  for (const [name, scene] of Object.entries(emptyScenes)) {
    for (let index = 0; index < Math.ceil(each / 3); index++) yield scene(nothing, sceneRandom(name, index));
  }
}

describe('the digit network', () => {
  it('reads digits as people draw and photograph them', async () => {
    const source = drawn();
    let [right, tried] = [0, 0];
    for (const scene of [
      'black on white, clean',
      'white on black, clean',
      'mouse drawing',
      'scan of 16×16, filled',
      'screenshot in a frame',
    ]) {
      const score = await scoreScene(network, source, scene, 12);
      right += score.right;
      tried += score.tried;
    }
    expect(right / tried).toBeGreaterThan(0.9);
  });

  it('reads nothing on an empty page', async () => {
    expect((await misreadings(network, pages())).confidences).toEqual([]);
  });
});

const present = existsSync(join(shared, 'mnist'));

describe.skipIf(!present)('the digit network on data of others', async () => {
  // the body of a skipped suite is run all the same
  const source = present ? await mnist() : drawn();

  it.each(Object.keys(scenes))('%s', { timeout: 300_000 }, async (scene) => {
    const { right, unread, tried } = await scoreScene(network, source, scene, each);
    console.log(`${scene}: ${right} of ${tried} right, ${unread} not read`);
    // with three pictures one may be missed
    expect(right).toBeGreaterThanOrEqual(Math.floor(tried * 0.8) - 1);
  });

  it.each([
    ['photos', photos],
    ['squares cut out of photos', crops],
    ['pictures of CIFAR-10', cifar],
  ])('hardly ever takes %s for a digit', { timeout: 300_000 }, async (name, pictures) => {
    const { tried, confidences } = await misreadings(network, pictures());
    console.log(`${name}: ${confidences.length} of ${tried} taken for a digit`);
    expect(confidences.length).toBeLessThanOrEqual(Math.max(1, tried * 0.2));
  });
});
