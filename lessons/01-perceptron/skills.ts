import { denseParameters, flatPlace } from '../arithmetic.ts';
import { panels } from '../quiz/cell-panels.ts';
import { pickOrType, type Skill, type Task } from '../quiz/skill.ts';

/** Weights and biases of a network with one hidden layer. */
export const denseParametersSkill: Skill = {
  id: 'dense-parameters',
  prefix: 'dense',
  lesson: 1,
  forms: [
    ...pickOrType((random, level) => {
      const inputs = level === 1 ? random.whole(3, 8) : level === 2 ? random.pick([64, 100, 196]) : random.pick([784, 1024, 3072]);
      const hidden = level === 1 ? random.whole(2, 6) : level === 2 ? random.pick([5, 10, 20]) : random.pick([50, 100, 128, 200]);
      return parametersTask(inputs, hidden, level === 1 ? random.whole(2, 4) : 10);
    }),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const inputs = random.whole(2, 3 + level);
        const hidden = random.whole(2, 2 + level);
        const outputs = random.whole(1, 3);
        const layer = (count: number, label: string) => ({ count, label });
        return {
          ...parametersTask(inputs, hidden, outputs),
          figure: panels([{ kind: 'neurons', layers: [layer(inputs, '@input'), layer(hidden, '@hidden'), layer(outputs, '@output')] }]),
        };
      },
    },
  ],
};

function parametersTask(inputs: number, hidden: number, outputs: number): Task {
  const answer = denseParameters([inputs, hidden, outputs]);
  const weights = inputs * hidden + hidden * outputs;
  return {
    values: { inputs, hidden, outputs },
    answer,
    mistakes: [
      { id: 'dense-no-bias', value: weights },
      { id: 'dense-first-layer', value: denseParameters([inputs, hidden]) },
      { id: 'dense-hidden-bias', value: weights + hidden },
      { id: 'dense-output-bias', value: weights + outputs },
      { id: 'dense-input-bias', value: answer + inputs },
      { id: 'dense-neurons', value: inputs + hidden + outputs },
      { id: 'dense-product', value: inputs * hidden * outputs },
    ],
    solution: [
      { plain: '(n + 1)·m + (m + 1)·k', latex: '(n + 1) \\cdot m + (m + 1) \\cdot k' },
      {
        plain: `(${inputs} + 1)·${hidden} + (${hidden} + 1)·${outputs} = ${answer}`,
        latex: `(${inputs} + 1) \\cdot ${hidden} + (${hidden} + 1) \\cdot ${outputs} = ${answer}`,
      },
    ],
  };
}

/** Where a pixel lands in the flattened picture. */
export const flattenPlace: Skill = {
  id: 'flatten-place',
  prefix: 'flat',
  lesson: 1,
  forms: [
    ...pickOrType((random, level) => {
      const height = level === 1 ? random.whole(3, 6) : random.whole(8, 32);
      const width = height + random.whole(1, level === 1 ? 3 : 8);
      const pixel = { row: random.whole(1, height - 2), column: random.whole(1, width - 2), height, width };
      return placeTask(pixel, level === 3 ? random.whole(1, 2) : 0);
    }),
    {
      id: 'picture',
      kind: 'choice',
      generate(random, level) {
        const height = random.whole(3, 3 + level);
        const width = height + random.whole(1, 2);
        const pixel = { row: random.whole(1, height - 1), column: random.whole(1, width - 1), height, width };
        const cells = Array.from({ length: height }, (_, row) =>
          Array.from({ length: width }, (_cell, column) =>
            row === pixel.row && column === pixel.column ? '?' : row === 0 && column < 3 ? column : '',
          ),
        );
        return { ...placeTask(pixel, 0), figure: panels([{ kind: 'matrix', values: cells }]) };
      },
    },
  ],
};

function placeTask(pixel: { row: number; column: number; height: number; width: number }, channel: number): Task {
  const { row, column, height, width } = pixel;
  const answer = flatPlace({ ...pixel, channel });
  return {
    values: { row, column, height, width, channel },
    answer,
    mistakes: [
      { id: 'flat-by-columns', value: (channel * width + column) * height + row },
      { id: 'flat-from-one', value: answer + 1 },
      { id: 'flat-times-height', value: (channel * height + row) * height + column },
      { id: 'flat-no-channel', value: flatPlace(pixel) },
      { id: 'flat-one-row-more', value: answer + width },
      { id: 'flat-added', value: row + column },
      { id: 'flat-swapped', value: (channel * height + column) * width + row },
    ],
    solution:
      channel === 0
        ? [
            { plain: 'row·W + column', latex: '\\text{row} \\cdot W + \\text{column}' },
            { plain: `${row}·${width} + ${column} = ${answer}`, latex: `${row} \\cdot ${width} + ${column} = ${answer}` },
          ]
        : [
            { plain: '(channel·H + row)·W + column', latex: '(\\text{channel} \\cdot H + \\text{row}) \\cdot W + \\text{column}' },
            {
              plain: `(${channel}·${height} + ${row})·${width} + ${column} = ${answer}`,
              latex: `(${channel} \\cdot ${height} + ${row}) \\cdot ${width} + ${column} = ${answer}`,
            },
          ],
  };
}
