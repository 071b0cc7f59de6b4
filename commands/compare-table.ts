import type { Context } from '../src/chat/context.ts';
import { LearnerError } from '../src/chat/errors.ts';
import { type Block, heading, list, paragraph, type Reply, table } from '../src/chat/reply.ts';
import type { Translate } from '../src/chat/texts.ts';
import type { JobInput } from '../src/engine/catalogue.ts';
import type { Parts } from './command.ts';
import type { ListedNetwork } from './network-choice.ts';

/** Networks whose measured numbers say something together: what neighbors are worth (S2), and convolution against a perceptron on MNIST (S39). */
export const COMPARISONS = {
  neighbors: ['mlp-cifar', 'mlp-cifar-shuffled', 'conv-cifar', 'conv-cifar-shuffled'],
  mnist: ['mlp-digits', 'digits-lecture'],
} as const;
export type Comparison = keyof typeof COMPARISONS;

/** Other words for them, that may stand in a network's place. */
const WORDS: Record<string, Comparison> = {
  neighbors: 'neighbors',
  neighbours: 'neighbors',
  s2: 'neighbors',
  mnist: 'mnist',
  s39: 'mnist',
};

export const comparisonNamed = (word: string): Comparison | undefined => WORDS[word.toLowerCase()];

/** Pictures in the test sets of MNIST and CIFAR-10. */
const TEST_PICTURES = 10_000;

interface Measured {
  id: string;
  /** On the test set. */
  accuracy: number;
  loss: number;
  parameters: number;
  /** Mean training loss of each epoch. */
  losses: readonly number[];
}

/**
 * The numbers of a comparison from the networks' cards, as a chart; those that were not measured yet are named.
 * @throws LearnerError `compare-not-measured` {names} where there is none at all
 */
export async function comparisonReply(ctx: Context, name: Comparison, known: readonly ListedNetwork[], { engine }: Parts): Promise<Reply> {
  const { t } = ctx;
  const ids: readonly string[] = COMPARISONS[name];
  const measured = ids.flatMap((id) => measuredOf(known.find((network) => network.id === id)));
  const missing = ids.filter((id) => !measured.some((network) => network.id === id));
  if (measured.length === 0) throw new LearnerError('compare-not-measured', { names: missing.join(', ') });
  const { panels, lines, rows } = name === 'neighbors' ? neighbors(t, measured) : mnist(t, measured);
  const figure = await engine.run('panels', { panels, language: ctx.language, theme: 'light' }, { signal: ctx.signal });
  const blocks: Block[] = [
    heading(t(`compare-${name}-title`)),
    paragraph(t(`compare-${name}-what`)),
    rows,
    ...(lines.length === 0 ? [] : [list(lines)]),
    ...(missing.length === 0 ? [] : [paragraph(t('compare-missing', { count: missing.length, names: missing.join(', ') }))]),
  ];
  return {
    blocks,
    media: [
      {
        ...figure,
        name: `${name}.png`,
        alt: `${t(`compare-${name}-title`)}. ${measured.map((network) => spoken(t, network)).join('; ')}.`,
      },
    ],
    buttons: [
      Object.keys(COMPARISONS)
        .filter((other) => other !== name)
        .map((other) => ({ label: t(`compare-button-${other}`), route: `compare table=${other}` })),
    ],
    facts: {
      table: name,
      networks: measured.map(({ id, accuracy, loss, parameters }) => ({ network: id, accuracy, loss, parameters })),
      missing,
    },
  };
}

function measuredOf(network: ListedNetwork | undefined): Measured[] {
  const { test, parameters, losses = [] } = network?.card ?? {};
  if (network?.state !== 'ready' || test === undefined || parameters === undefined) return [];
  return [{ id: network.id, ...test, parameters, losses }];
}

const spoken = (t: Translate, { id, accuracy, loss }: Measured) => t('compare-spoken', { network: id, percent: 100 * accuracy, loss });

interface Drawn {
  panels: JobInput<'panels'>['panels'];
  /** What the numbers say. */
  lines: string[];
  rows: Block;
}

/** S2: the same two networks on pictures as they are and on pictures with every pixel elsewhere. */
function neighbors(t: Translate, measured: readonly Measured[]): Drawn {
  const order = (id: string) => t(id.endsWith('-shuffled') ? 'compare-pixels-shuffled' : 'compare-pixels-in-place');
  const find = (id: string) => measured.find((network) => network.id === id)?.accuracy;
  const lines = (['mlp-cifar', 'conv-cifar'] as const).flatMap((id) => {
    const [before, after] = [find(id), find(`${id}-shuffled`)];
    if (before === undefined || after === undefined) return [];
    return [
      t('compare-change', {
        network: id,
        before: 100 * before,
        after: 100 * after,
        points: 100 * Math.abs(before - after),
      }),
    ];
  });
  return {
    panels: [
      {
        kind: 'bars',
        caption: t('compare-accuracy', { count: TEST_PICTURES }),
        bars: measured.map(({ id, accuracy }) => ({ label: `${id} · ${order(id)}`, value: percent(accuracy) })),
        unit: '%',
      },
    ],
    lines,
    rows: table(
      [t('compare-network'), t('compare-pixels'), t('compare-accuracy-short'), t('compare-parameters')],
      measured.map(({ id, accuracy, parameters }) => [
        id,
        order(id),
        t('compare-percent', { percent: 100 * accuracy }),
        t('compare-number', { value: parameters }),
      ]),
    ),
  };
}

/** S39: accuracy up, loss down. */
function mnist(t: Translate, measured: readonly Measured[]): Drawn {
  const curves = measured.filter(({ losses }) => losses.length > 1);
  const [mlp, conv] = [measured.find(({ id }) => id === 'mlp-digits'), measured.find(({ id }) => id === 'digits-lecture')];
  const wrong = ({ accuracy }: Measured) => Math.round((1 - accuracy) * TEST_PICTURES);
  return {
    panels: [
      {
        kind: 'bars',
        caption: t('compare-wrong', { count: TEST_PICTURES }),
        bars: measured.map((network) => ({ label: network.id, value: wrong(network) })),
      },
      { kind: 'bars', caption: t('compare-loss'), bars: measured.map(({ id, loss }) => ({ label: id, value: rounded(loss) })) },
      ...(curves.length === 0
        ? []
        : [
            {
              kind: 'curves' as const,
              caption: t('compare-curves'),
              series: curves.map(({ id, losses }) => ({ name: id, points: [...losses] })),
              x: t('compare-epoch'),
              y: t('compare-loss-axis'),
            },
          ]),
    ],
    lines:
      mlp === undefined || conv === undefined
        ? []
        : [
            t('compare-mnist-accuracy', {
              before: 100 * mlp.accuracy,
              after: 100 * conv.accuracy,
              way: wayOf(mlp.accuracy, conv.accuracy),
            }),
            t('compare-mnist-loss', { before: mlp.loss, after: conv.loss, way: wayOf(mlp.loss, conv.loss) }),
          ],
    rows: table(
      [t('compare-network'), t('compare-accuracy-short'), t('compare-loss-short'), t('compare-parameters')],
      measured.map(({ id, accuracy, loss, parameters }) => [
        id,
        t('compare-percent', { percent: 100 * accuracy }),
        t('compare-loss-number', { value: loss }),
        t('compare-number', { value: parameters }),
      ]),
    ),
  };
}

const wayOf = (before: number, after: number) => (after > before ? 'up' : 'down');

/** Bars write their numbers as they get them: they are rounded for them to the digits that the texts round to. */
const rounded = (value: number, digits = 4) => Number(value.toFixed(digits));
const percent = (share: number) => rounded(100 * share, 2);
