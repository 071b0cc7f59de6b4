import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NetworkDefinition } from './network/definition.ts';
import { cardToMarkdown, LOSS_PICTURE } from './network/training/model-card.ts';
import type { TrainedCard } from './network/training/trained-card.ts';
import { writeWhole } from './network/whole-file.ts';
import { drawLossFigure } from './render/loss-figure.ts';
import { encodePng } from './vision/encode.ts';

/** What a person wrote of a network; its README ends with it. */
const NOTES = 'notes.md';

/** Writes what stands beside a network's weights: `card.json`, the picture of its losses, and `README.md`, which tells the same to people. */
export async function describeNetwork(card: TrainedCard, folder: string): Promise<void> {
  const { network, losses, batchAccuracies = [], testAccuracies = [] } = card;
  const notes = await readFile(join(folder, NOTES), 'utf8').catch(() => '');
  await writeWhole(join(folder, 'card.json'), `${JSON.stringify(card, null, 2)}\n`);
  if (losses.length > 0) {
    const figure = drawLossFigure({ network, losses, batchAccuracies, testAccuracies, language: 'en', theme: 'light' });
    await writeWhole(join(folder, LOSS_PICTURE), await encodePng(figure));
  }
  await writeWhole(join(folder, 'README.md'), cardToMarkdown(card, notes));
}

/**
 * Describes a network again from the card in its folder.
 * @throws Error in one sentence where there is no card that says how it was trained
 */
export async function describeAgain({ id, input, classes }: NetworkDefinition, folder: string): Promise<void> {
  const path = join(folder, 'card.json');
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Error(`${path} is missing: train ${id} first`);
  });
  let card: Partial<TrainedCard>;
  try {
    card = JSON.parse(text) as Partial<TrainedCard>;
  } catch {
    throw new Error(`${path} is no JSON: train ${id} again, or mend it`);
  }
  const { losses, train, test, confusion, recipe, parameters } = card;
  if ([losses, train, test, confusion, recipe, parameters].includes(undefined))
    throw new Error(`${path} does not say how ${id} was trained: train it again`);
  await describeNetwork({ ...(card as TrainedCard), network: id, input, classes, output: 'scores' }, folder);
}
