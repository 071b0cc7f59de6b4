import { describe, expect, it } from 'vitest';
import { cardToMarkdown } from '../../../src/network/training/model-card.ts';
import type { TrainedCard } from '../../../src/network/training/trained-card.ts';

const card: TrainedCard = {
  network: 'two',
  parameters: 1234,
  input: { height: 28, width: 30, channels: 1, range: [-1, 1] },
  classes: ['cat', 'dog'],
  output: 'scores',
  data: 'mnist',
  recipe: {
    data: 'mnist',
    border: 2,
    pixelOrder: 9,
    epochs: 2,
    batch: 64,
    optimizer: { name: 'momentum', rate: 0.1, schedule: 'one-cycle', warmUp: 800, decay: 0.005 },
    smoothing: 0.1,
    average: 0.998,
    change: 'photo',
  },
  seed: 3,
  epochs: 2,
  steps: 1876,
  threads: 2,
  backend: 'wasm',
  minutes: 4.2,
  losses: [0.51234, 0.25],
  batchAccuracies: [0.8, 0.9],
  testAccuracies: [0.85, null],
  pictures: { train: 60_000, test: 10 },
  train: { accuracy: 0.99123, loss: 0.02 },
  test: { accuracy: 0.7, loss: 0.5 },
  confusion: [
    [4, 1],
    [2, 3],
  ],
  command: 'npm run train -- two --epochs 2',
};

describe('a model card', () => {
  it('tells all that was measured', () => {
    expect(cardToMarkdown(card, '## More\n\nWords.\n')).toBe(`# two

1,234 parameters; sees 28×30 pixels in gray, −1…1, answers cat, dog. \`model.json\` and \`weights.bin\` are in TensorFlow.js' Layers format; \`card.json\` says what stands here for programs.

| read right | pictures | share | mean loss |
| --- | --- | --- | --- |
| what it learned from | 60,000 | 99.12 % | 0.0200 |
| test pictures | 10 | 70.00 % | 0.5000 |

![Loss and accuracy by epoch](loss.png)

## How it was trained

|  |  |
| --- | --- |
| data | MNIST (LeCun, Cortes, Burges) |
| border | 2 pixels of black around each picture |
| pixels | in another order, the same one in every picture (seed 9) |
| changes | mirrored left to right, moved by up to 3 pixels |
| epochs, steps | 2, 1,876 |
| pictures a step | 64 |
| optimizer | gradient descent with Nesterov momentum 0.9, learning rate 0.1, rising for 800 steps, then falling in a straight line, weights shrink by 0.005 × the rate at each step |
| label smoothing | 0.1 |
| weights kept | running averages, 0.998 of the old and the rest of the new at each step |
| seed | 3 |
| time | 4.2 minutes on 2 threads, backend wasm |

\`\`\`sh
npm run train -- two --epochs 2
\`\`\`

## Loss by epoch

| epoch | mean loss | right while learning | right of the first test pictures |
| --- | --- | --- | --- |
| 1 | 0.5123 | 80.00 % | 85.00 % |
| 2 | 0.2500 | 90.00 % |  |

## What it takes for what

Rows: what the test picture shows; columns: the answer. Most often it takes dog for cat (2), cat for dog (1).

|  | cat | dog | right |
| --- | --- | --- | --- |
| **cat** | **4** | 1 | 80.00 % |
| **dog** | 2 | **3** | 60.00 % |

## More

Words.
`);
  });

  it('of an earlier version says what it knows', () => {
    const { batchAccuracies: _, testAccuracies: __, pictures: ___, ...earlier } = card;
    const text = cardToMarkdown({
      ...earlier,
      threads: 1,
      recipe: { data: 'mnist', epochs: 2, batch: 64, optimizer: { name: 'adam', rate: 0.001 } },
    });
    expect(text).toContain('| what it learned from | 60,000 | 99.12 % |');
    expect(text).toContain('| test pictures | 10 | 70.00 % |');
    expect(text).toContain('| epoch | mean loss |\n| --- | --- |\n| 1 | 0.5123 |\n');
    expect(text).toContain('| optimizer | Adam, learning rate 0.001, constant |');
    expect(text).toContain('4.2 minutes on 1 thread, backend wasm');
  });
});
