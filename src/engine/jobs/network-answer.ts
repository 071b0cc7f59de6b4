import { type Fit, middleBox, preparedDigit, preparePhoto, readsDigits } from '../../network/prepare-picture.ts';
import { CIFAR10_CLASSES } from '../../network/training/cifar10.ts';
import type { Language } from '../../render/figure.ts';
import { figureTexts } from '../../render/texts.ts';
import type { DigitPreparation, NoDigitReason } from '../../vision/digit/preparation.ts';
import { prepareDigit } from '../../vision/digit/prepare.ts';
import type { Picture } from '../../vision/picture.ts';
import { readyNetwork } from '../networks.ts';

/** Classes that are shown. */
const SHOWN = 5;

/** A class with its probability, the likeliest first. */
export interface RankedClass {
  /** As the network's card has it. */
  id: string;
  /** In the learner's language, where there is a word. */
  name: string;
  probability: number;
}

export interface NetworkAnswer {
  network: string;
  /** The five likeliest; empty where a network that reads digits found none. */
  top: RankedClass[];
  /** Why no digit was found. */
  none?: NoDigitReason;
  /** How many classes there are to choose from. */
  classes: number;
  /** channels, height, width of its input. */
  shape: [number, number, number];
  range: readonly [number, number];
  /** Its input's pixels stood in another order while it learned. */
  shuffled: boolean;
}

interface Answered {
  answer: NetworkAnswer;
  /** What the network was given. */
  seen: Picture;
  /** The part of the picture that it was given, where that is not all. */
  box?: { x: number; y: number; width: number; height: number };
  /** How the digit was found, by networks that read digits. */
  preparation?: DigitPreparation;
  /** Every class's name as the card has it: two networks with the same ones can be compared. */
  classes: readonly string[];
}

/** What a network says of a picture, and what it was given of it. @throws Problem `network-…` */
export async function askNetwork(id: string, picture: Picture, fit: Fit, language: Language): Promise<Answered> {
  const network = await readyNetwork(id);
  const { input, classes } = network.card;
  const preparation = readsDigits(network.card) ? prepareDigit(picture) : undefined;
  const { values, seen } =
    preparation === undefined ? await preparePhoto(picture, input, fit, network.pixelOrder) : preparedDigit(preparation, input);
  const missed = preparation?.found === false;
  const [probabilities] = missed ? [undefined] : await network.probabilities([values]);
  const box = preparation === undefined && fit === 'crop' ? middleBox(picture, input) : undefined;
  return {
    answer: {
      network: id,
      top: probabilities === undefined ? [] : ranked(probabilities, classes, language).slice(0, SHOWN),
      ...(missed ? { none: preparation.reason } : {}),
      classes: classes.length,
      shape: [input.channels, input.height, input.width],
      range: input.range,
      shuffled: network.pixelOrder !== undefined,
    },
    seen,
    ...(box === undefined || (box.width === picture.width && box.height === picture.height) ? {} : { box }),
    ...(preparation === undefined ? {} : { preparation }),
    classes,
  };
}

function ranked(probabilities: Float32Array, classes: readonly string[], language: Language): RankedClass[] {
  const nameOf = isCifar10(classes) ? wordsFor(language) : (id: string) => id;
  return Array.from(probabilities, (probability, at) => ({ id: classes[at]!, name: nameOf(classes[at]!), probability })).sort(
    (one, other) => other.probability - one.probability,
  );
}

const isCifar10 = (classes: readonly string[]) =>
  classes.length === CIFAR10_CLASSES.length && CIFAR10_CLASSES.every((name, index) => name === classes[index]);

/** CIFAR-10's ten classes have words in both languages; ImageNet's thousand are English. */
function wordsFor(language: Language): (id: string) => string {
  const t = figureTexts(language);
  return (id) => t(`class-${id}`);
}
