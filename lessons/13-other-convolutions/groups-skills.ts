import { type FilterBank, filterParameters, groupedParameters, separableParameters } from '../arithmetic.ts';
import type { Formula } from '../formula.ts';
import { asLatex } from '../parameters.ts';
import { panels } from '../quiz/cell-panels.ts';
import { pickOrType, type Skill, type Task } from '../quiz/skill.ts';

/** C_out·(C_in/G·F² + 1); depthwise has as many groups as channels, separable adds a 1×1 convolution to that. */
export const groupsParameters: Skill = {
  id: 'groups-parameters',
  prefix: 'groups',
  lesson: 13,
  forms: [
    ...pickOrType((random, level) => {
      const channels = random.pick(level === 1 ? [4, 8, 10, 16] : level === 2 ? [16, 24, 32] : [32, 64, 96, 128]);
      const filters = channels * random.pick([1, 2]);
      const f = random.pick([3, 5]);
      const kind = random.pick(level === 1 ? (['depthwise', 'grouped'] as const) : (['grouped', 'separable'] as const));
      if (kind === 'depthwise') return depthwiseTask(channels, f);
      if (kind === 'separable') return separableTask({ channels, filters, f });
      return groupedTask({ channels, filters, f, groups: random.pick(level === 1 ? [2] : [2, 4, 8]) });
    }),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const groups = random.pick(level === 1 ? [3, 4, 5, 6] : level === 2 ? [2, 3] : [2, 3, 4]);
        const channels = level === 1 ? groups : groups * random.pick(groups === 4 ? [2] : level === 2 ? [2] : [2, 3]);
        const filters = level === 1 ? groups : groups * random.pick(groups === 4 ? [1, 2] : [1, 2, 3]);
        const layer = { channels, filters, groups, f: random.pick([3, 5]) };
        return { ...groupedTask(layer), figure: panels([{ kind: 'groups', channels, filters, groups }]) };
      },
    },
  ],
};

const formula = (plain: string): Formula => ({ plain, latex: asLatex(plain) });

function depthwiseTask(channels: number, f: number): Task {
  const answer = groupedParameters({ channels, filters: channels, f, groups: channels });
  return {
    values: { kind: 'depthwise', channels, filters: channels, f, groups: channels },
    answer,
    mistakes: [
      { id: 'groups-forgotten', value: filterParameters({ channels, filters: channels, f }) },
      { id: 'groups-no-bias', value: answer - channels },
      { id: 'groups-one-filter', value: f * f + 1 },
      { id: 'groups-one-bias', value: channels * f * f + 1 },
      { id: 'groups-no-square', value: channels * (f + 1) },
    ],
    solution: [formula('C·(F² + 1)'), formula(`${channels}·(${f}² + 1) = ${answer}`)],
  };
}

function groupedTask({ channels, filters, f, groups }: FilterBank & { groups: number }): Task {
  const answer = groupedParameters({ channels, filters, f, groups });
  return {
    values: { kind: 'grouped', channels, filters, f, groups },
    answer,
    mistakes: [
      { id: 'groups-forgotten', value: filterParameters({ channels, filters, f }) },
      { id: 'groups-only-one', value: answer / groups },
      { id: 'groups-no-bias', value: answer - filters },
      { id: 'groups-one-bias', value: answer - filters + 1 },
      { id: 'groups-multiplied', value: answer * groups },
      { id: 'groups-no-square', value: filters * ((channels / groups) * f + 1) },
    ],
    solution: [formula('C_out·(C_in/G·F² + 1)'), formula(`${filters}·(${channels}/${groups}·${f}² + 1) = ${answer}`)],
  };
}

function separableTask({ channels, filters, f }: FilterBank): Task {
  const answer = separableParameters({ channels, filters, f });
  const depthwise = groupedParameters({ channels, filters: channels, f, groups: channels });
  const pointwise = filterParameters({ channels, filters, f: 1 });
  return {
    values: { kind: 'separable', channels, filters, f, groups: channels },
    answer,
    mistakes: [
      { id: 'groups-forgotten', value: filterParameters({ channels, filters, f }) },
      { id: 'separable-depthwise', value: depthwise },
      { id: 'separable-pointwise', value: pointwise },
      { id: 'groups-no-bias', value: answer - channels - filters },
      { id: 'separable-one-filter', value: f * f + 1 + pointwise },
      { id: 'groups-no-square', value: channels * (f + 1) + pointwise },
    ],
    solution: [formula('C_in·(F² + 1) + C_out·(C_in + 1)'), formula(`${channels}·(${f}² + 1) + ${filters}·(${channels} + 1) = ${answer}`)],
  };
}
