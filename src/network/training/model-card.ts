import type { NetworkInput } from '../definition.ts';
import type { OptimizerSettings } from './optimizers.ts';
import type { Recipe } from './recipe.ts';
import { DRAWN } from './recipe-data.ts';
import type { TrainedCard } from './trained-card.ts';

/** Sets as a reader knows them; `full`: how many pictures they have. */
const DATA: Record<string, { text: string; full?: { train: number; test: number } }> = {
  mnist: { text: 'MNIST (LeCun, Cortes, Burges)', full: { train: 60_000, test: 10_000 } },
  cifar10: { text: 'CIFAR-10 (Krizhevsky, 2009)', full: { train: 50_000, test: 10_000 } },
  drawn: { text: 'digits that the project draws, with pens and fonts' },
  pictures: { text: 'pictures in a folder of one class each' },
};

/** The picture of the losses, beside the card. */
export const LOSS_PICTURE = 'loss.png';

/**
 * A network's `README.md`, from what its `card.json` says.
 * @param notes what else is known of it, in Markdown; stands at the end
 */
export function cardToMarkdown(card: TrainedCard, notes = ''): string {
  const sections = [
    `# ${card.network}`,
    `${sentenceOf(card)} \`model.json\` and \`weights.bin\` are in TensorFlow.js' Layers format; \`card.json\` says what stands here for programs.`,
    table(
      ['read right', 'pictures', 'share', 'mean loss'],
      (['train', 'test'] as const).map((half) => [
        half === 'train' ? 'what it learned from' : 'test pictures',
        number(picturesOf(card, half)),
        percent(card[half].accuracy),
        card[half].loss.toFixed(4),
      ]),
    ),
    ...(card.losses.length === 0 ? [] : [`![Loss and accuracy by epoch](${LOSS_PICTURE})`]),
    '## How it was trained',
    table(['', ''], recipeRows(card)),
    `\`\`\`sh\n${card.command}\n\`\`\``,
    // a run of long ago may have kept none
    ...(card.losses.length === 0 ? [] : ['## Loss by epoch', epochTable(card)]),
    '## What it takes for what',
    confusionText(card),
    confusionTable(card),
    notes.trim(),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function sentenceOf({ parameters, input, classes }: TrainedCard): string {
  return `${number(parameters)} parameters; sees ${shapeText(input)}, answers ${classes.join(', ')}.`;
}

const shapeText = ({ height, width, channels, range: [low, high] }: NetworkInput) =>
  `${height}×${width} pixels ${channels === 1 ? 'in gray' : 'in color'}, ${signed(low)}…${signed(high)}`;

function picturesOf({ data, pictures, confusion }: TrainedCard, half: 'train' | 'test'): number | undefined {
  if (pictures !== undefined) return pictures[half];
  return half === 'test' ? confusion.flat().reduce((sum, count) => sum + count, 0) : DATA[data]?.full?.train;
}

function recipeRows(card: TrainedCard): string[][] {
  const { recipe, data, seed, epochs, steps, threads, backend, minutes } = card;
  return [
    ['data', DATA[data]?.text ?? data],
    ...pictureRows(recipe),
    ['epochs, steps', `${epochs}, ${number(steps)}`],
    ['pictures a step', String(recipe.batch)],
    ['optimizer', optimizerText(recipe.optimizer)],
    ...(recipe.smoothing === undefined ? [] : [['label smoothing', signed(recipe.smoothing)]]),
    ...(recipe.average === undefined
      ? []
      : [['weights kept', `running averages, ${recipe.average} of the old and the rest of the new at each step`]]),
    ['seed', String(seed)],
    ['time', `${minutes} minutes on ${threads === 1 ? '1 thread' : `${threads} threads`}, backend ${backend}`],
  ];
}

function pictureRows({ border, pixelOrder, change }: Recipe): string[][] {
  const rows: string[][] = [];
  if (border !== undefined) rows.push(['border', `${border} pixels of black around each picture`]);
  if (pixelOrder !== undefined) rows.push(['pixels', `in another order, the same one in every picture (seed ${pixelOrder})`]);
  if (change === 'photo') rows.push(['changes', 'mirrored left to right, moved by up to 3 pixels']);
  if (change === 'hand')
    rows.push([
      'changes',
      `turned, slanted, stretched, bent, thicker or thinner, blurred, noisy; with ${number(DRAWN.digits)} drawn digits and ${number(DRAWN.outliers)} things that are no digits`,
    ]);
  return rows;
}

const NAMES = { sgd: 'stochastic gradient descent', momentum: 'gradient descent with Nesterov momentum 0.9', adam: 'Adam' };
const SCHEDULES = { constant: 'constant', cosine: 'falling along half a cosine', 'one-cycle': 'falling in a straight line' };

function optimizerText({ name, rate, schedule = 'constant', warmUp = 0, decay = 0 }: OptimizerSettings): string {
  const parts = [
    `${NAMES[name]}, learning rate ${rate}`,
    `${warmUp > 0 ? `rising for ${warmUp} steps, then ` : ''}${SCHEDULES[schedule]}`,
    ...(decay > 0 ? [`weights shrink by ${decay} × the rate at each step`] : []),
  ];
  return parts.join(', ');
}

function epochTable({ losses, batchAccuracies, testAccuracies }: TrainedCard): string {
  const columns = [
    { title: 'right while learning', values: batchAccuracies },
    { title: 'right of the first test pictures', values: testAccuracies },
  ].filter(({ values }) => values?.some((value) => value !== null) === true);
  const share = (value: number | null | undefined) => (value === null || value === undefined ? '' : percent(value));
  return table(
    ['epoch', 'mean loss', ...columns.map(({ title }) => title)],
    losses.map((loss, epoch) => [String(epoch + 1), loss.toFixed(4), ...columns.map(({ values }) => share(values?.[epoch]))]),
  );
}

function confusionText({ confusion, classes }: TrainedCard): string {
  const mistakes = confusion.flatMap((row, label) =>
    row.flatMap((count, answer) => (label !== answer && count > 0 ? [{ count, text: `${classes[label]} for ${classes[answer]}` }] : [])),
  );
  const most = mistakes.sort((one, other) => other.count - one.count).slice(0, 3);
  const said = most.map(({ count, text }) => `${text} (${count})`).join(', ');
  return `Rows: what the test picture shows; columns: the answer.${said === '' ? '' : ` Most often it takes ${said}.`}`;
}

function confusionTable({ confusion, classes }: TrainedCard): string {
  const right = (row: number[], label: number) => {
    const all = row.reduce((sum, count) => sum + count, 0);
    return all === 0 ? '' : percent(row[label]! / all);
  };
  return table(
    ['', ...classes, 'right'],
    confusion.map((row, label) => [
      `**${classes[label]}**`,
      ...row.map((count, answer) => (label === answer ? `**${count}**` : count === 0 ? '' : String(count))),
      right(row, label),
    ]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const number = (value: number | undefined) => (value === undefined ? '–' : value.toLocaleString('en'));
const signed = (value: number) => String(value).replace('-', '−');
const percent = (share: number) => `${(share * 100).toFixed(2)} %`;
