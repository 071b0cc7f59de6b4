import { FLOAT32_BYTES } from '../lessons/arithmetic.ts';
import type { Formula } from '../lessons/formula.ts';
import type { ChainStep } from '../lessons/layer-chain.ts';
import { NETWORKS } from '../lessons/networks.ts';
import {
  type LayerCost,
  layerCost,
  multiplicationsWithNumbers,
  parametersFormula,
  parametersWithNumbers,
  totalCost,
} from '../lessons/parameters.ts';
import { slidingSteps } from '../lessons/receptive-field.ts';
import { shapeLabel } from '../lessons/size-drawing.ts';
import type { Context } from '../src/chat/context.ts';
import { LearnerError } from '../src/chat/errors.ts';
import { type Block, type Button, math, paragraph, type Reply, table } from '../src/chat/reply.ts';
import type { Language, Translate } from '../src/chat/texts.ts';
import { runTyped, siblingButtons } from './chain-words.ts';
import type { Parts } from './command.ts';
import type { Design } from './params.ts';

/** Formulas that are written out; the table holds every layer. */
const MOST_FORMULAS = 8;

/** Steps of a design with what each costs. @throws LearnerError `params-too-many` when numbers are no longer exact */
export function costsOf({ typed }: Design): { steps: ChainStep[]; costs: LayerCost[]; total: LayerCost } {
  const steps = runTyped(typed);
  const costs = steps.map(layerCost);
  const total = totalCost(costs);
  if (total.operations > Number.MAX_SAFE_INTEGER || total.weights > Number.MAX_SAFE_INTEGER) throw new LearnerError('params-too-many');
  return { steps, costs, total };
}

/** What each layer of one design costs. */
export async function layersReply(ctx: Context, design: Design, dims: number | undefined, parts: Parts): Promise<Reply> {
  const { t, language, signal } = ctx;
  const { typed, sizeless } = design;
  const { steps, costs, total } = costsOf(design);
  const bars = steps.flatMap(({ layer, output }, index) => {
    const { parameters, multiplications } = costs[index]!;
    const detail = sizeless ? {} : { detail: shapeLabel(output, true), multiplications };
    return parameters + multiplications === 0 ? [] : [{ label: layer.name, parameters, ...detail }];
  });
  // layers without parameters leave nothing to draw
  const media =
    bars.length === 0
      ? []
      : [
          {
            ...(await parts.engine.run('costs', { of: 'layers', bars, language, theme: 'light' }, { signal })),
            name: 'params.png',
            alt: t('params-alt', {
              layers: bars.map(({ label, parameters }) => `${label}: ${parameters}`).join(', '),
              total: total.parameters,
            }),
          },
        ];
  return {
    blocks: [
      paragraph(t('params-total', { parameters: total.parameters })),
      ...(sizeless
        ? [paragraph(t('params-sizeless'))]
        : [paragraph(t('params-operations', { multiplications: total.multiplications, operations: total.operations }))]),
      ...(total.statistics > 0 ? [paragraph(t('params-statistics', { count: total.statistics }))] : []),
      costTable(t, steps, costs, sizeless),
      ...formulas(t, steps, language, sizeless),
      paragraph(t('params-memory', { size: memory(total.parameters + total.statistics, language), times: FLOAT32_BYTES })),
    ],
    media,
    buttons: await buttons(t, { words: typed.words, dims, sizeless, slides: slidingSteps(steps).length > 0 }, parts),
    facts: {
      layers: steps.map(({ layer, output }, index) => layerFacts(layer.name, [output.channels, ...output.sizes], costs[index]!, sizeless)),
      ...costFacts(total, sizeless),
    },
  };
}

/** Numbers of a total as facts; what a size is missing for is left out. */
export function costFacts(cost: LayerCost, sizeless: boolean): Record<string, number> {
  const { weights, biases, parameters, statistics, multiplications, operations } = cost;
  return {
    weights,
    biases,
    parameters,
    ...(statistics === 0 ? {} : { statistics }),
    ...(sizeless ? {} : { multiplications, operations }),
  };
}

const layerFacts = (name: string, output: number[], cost: LayerCost, sizeless: boolean) => ({
  name,
  ...(sizeless ? {} : { output }),
  ...costFacts(cost, sizeless),
});

function costTable(t: Translate, steps: readonly ChainStep[], costs: readonly LayerCost[], sizeless: boolean): Block {
  const number = (value: number) => (value === 0 ? '—' : t('params-number', { value }));
  const optional = (cells: string[]) => (sizeless ? [] : cells);
  return table(
    [
      t('size-table-layer'),
      ...optional([t('size-table-output')]),
      t('params-table-weights'),
      t('params-table-biases'),
      t('params-table-parameters'),
      ...optional([t('params-table-multiplications')]),
    ],
    steps.map(({ layer, output }, index) => {
      const { weights, biases, parameters, multiplications } = costs[index]!;
      return [
        layer.name,
        ...optional([shapeLabel(output, true)]),
        number(weights),
        number(biases),
        number(parameters),
        ...optional([number(multiplications)]),
      ];
    }),
  );
}

/** The general formulas that are used, then each layer's with its numbers; equal lines once. */
function formulas(t: Translate, steps: readonly ChainStep[], language: Language, sizeless: boolean): Block[] {
  const general = new Map<string, Formula>();
  const numbers = new Map<string, Formula>();
  const keep = (name: string, formula: Formula | undefined) => {
    if (formula === undefined) return;
    const plain = `${name}: ${formula.plain}`;
    numbers.set(plain, { plain, latex: `\\text{${name}: } ${formula.latex}` });
  };
  for (const step of steps) {
    const formula = parametersFormula(step);
    if (formula !== undefined) general.set(formula.plain, formula);
    keep(step.layer.name, parametersWithNumbers(step, language));
  }
  const counted = [...numbers.values()].slice(0, MOST_FORMULAS);
  numbers.clear();
  if (!sizeless) for (const step of steps) keep(step.layer.name, multiplicationsWithNumbers(step, language));
  const asMath = ({ latex, plain }: Formula) => math(latex, plain);
  const multiplied = [...numbers.values()].slice(0, MOST_FORMULAS).map(asMath);
  return [
    ...[...general.values(), ...counted].map(asMath),
    ...(multiplied.length > 0 ? [paragraph(t('params-multiplications')), ...multiplied] : []),
  ];
}

/** Kilobytes and megabytes of four-byte numbers. */
function memory(count: number, language: Language): string {
  const bytes = count * FLOAT32_BYTES;
  const [unit, size] =
    bytes < 1e6 ? (['kilobyte', 1e3] as const) : bytes < 1e9 ? (['megabyte', 1e6] as const) : (['gigabyte', 1e9] as const);
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumSignificantDigits: 3 }).format(bytes / size);
}

async function buttons(
  t: Translate,
  { words, dims, sizeless, slides }: { words: string[]; dims: number | undefined; sizeless: boolean; slides: boolean },
  parts: Parts,
): Promise<Button[][]> {
  const known = [
    { label: 'LeNet', name: 'lenet' as const },
    { label: 'VGG16', name: 'vgg16' as const },
  ].flatMap(({ label, name }) => (NETWORKS[name] === words.join(' ') ? [] : [{ label, route: `params ${name}` }]));
  return [
    ...(sizeless ? [] : [await siblingButtons(t, 'params', { words, dims, slides }, parts)]),
    known,
    [
      { label: t('params-button-bottleneck'), route: 'params bottleneck' },
      { label: t('params-button-separable'), route: 'params separable' },
      { label: t('params-button-connected'), route: 'params connected' },
    ],
  ];
}
