import type { DigitNetwork } from '../../../src/network/digits.ts';
import { prepareDigit } from '../../../src/vision/digit/prepare.ts';
import type { Picture, Plane } from '../../../src/vision/picture.ts';
import { sceneRandom, scenes } from './scenes.ts';

/** Digits as planes of 28×28, ink 0…1, with what each is. */
export interface DigitSource {
  count: number;
  digit(index: number): { ink: Plane; label: number };
}

export interface SceneScore {
  scene: string;
  tried: number;
  right: number;
  /** Nothing was read: asked again, but not misled. */
  unread: number;
}

/** Draws a scene `each` times around digits of the source and counts what was read right. */
export async function scoreScene(network: DigitNetwork, source: DigitSource, scene: string, each: number): Promise<SceneScore> {
  const score = { scene, tried: each, right: 0, unread: 0 };
  for (let index = 0; index < each; index++) {
    const random = sceneRandom(scene, index);
    const { ink, label } = source.digit(random.below(source.count));
    const { digit } = await network.classify(prepareDigit(await scenes[scene]!(ink, random)));
    if (digit === null) score.unread++;
    else if (digit === label) score.right++;
  }
  return score;
}

/** The confidences of what was read as a digit though it is none. */
export async function misreadings(
  network: DigitNetwork,
  pictures: AsyncIterable<Picture>,
): Promise<{ tried: number; confidences: number[] }> {
  let tried = 0;
  const confidences: number[] = [];
  for await (const picture of pictures) {
    tried++;
    const { digit, confidence } = await network.classify(prepareDigit(picture));
    if (digit !== null) confidences.push(confidence);
  }
  return { tried, confidences };
}
