import { join, relative } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { projectRoot } from '../../project-root.ts';
import { trainDigits } from './train-digits.ts';

const program = new Command('train').description('Trains a network that the project ships.');

program
  .command('digits')
  .description("the lecture's network on MNIST; an interrupted run goes on where it was")
  .requiredOption('--data <folder>', "folder of MNIST's four idx files (.gz)")
  .option('--epochs <number>', 'how often every image is shown', wholeNumber, 10)
  .option('--seed <number>', 'makes the run repeatable', wholeNumber, 1)
  .option('--out <folder>', 'where weights and card go', join(projectRoot, 'models', 'digits'))
  .action(async (options: { data: string; epochs: number; seed: number; out: string }) => {
    const checkpoint = join(projectRoot, 'checkpoints', 'digits.checkpoint');
    await trainDigits({ ...options, checkpoint, print: (line) => console.log(line) });
    console.log(`the card is in ${relative(process.cwd(), join(options.out, 'card.json'))}`);
  });

/** Runs the command line `digits --data DIR …`; a failure is one line on the error stream and exit code 1. */
export async function train(args: string[]): Promise<void> {
  await program.parseAsync(args, { from: 'user' }).catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('a whole number from 1 is needed');
  return value;
}
