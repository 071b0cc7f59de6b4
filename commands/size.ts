import { outputSize, samePadding } from '../lessons/arithmetic.ts';
import { type Formula, inLanguage, outputFormula } from '../lessons/formula.ts';
import { type AxisResult, MAX_SIDE, runChain, type WindowLayer } from '../lessons/layer-chain.ts';
import { gridOf, heatmapEnds, heatmapOf, heatmapSentences, shapeLabel, unreadCells, type WindowStep } from '../lessons/size-drawing.ts';
import type { Context } from '../src/chat/context.ts';
import { LearnerError } from '../src/chat/errors.ts';
import { choice, integer, parseValue, shown, text } from '../src/chat/options.ts';
import { type Button, math, paragraph, type Reply } from '../src/chat/reply.ts';
import { tryRoute } from '../src/chat/route.ts';
import type { Translate } from '../src/chat/texts.ts';
import { keptChain } from './chain-words.ts';
import { defineAction, defineCommand, type Parts } from './command.ts';
import { chainReply } from './size-chain.ts';
import { isChain, wordsOf } from './size-words.ts';

const NUMBERS = {
  n: integer({ min: 1, max: MAX_SIDE }),
  f: integer({ min: 1, max: MAX_SIDE }),
  p: integer({ min: 0, max: MAX_SIDE }),
  s: integer({ min: 1, max: MAX_SIDE }),
  d: integer({ min: 1, max: 1000 }),
};
type Numbers = Record<keyof typeof NUMBERS, number>;

export const size = defineCommand({
  name: 'size',
  topic: 'numbers',
  options: {
    // every word that stands alone: up to five numbers, or an input and its layers
    layers: text({
      rest: true,
      maxLength: 400,
      suggestions: ['32 conv5 conv5 pool2', '3x32x32 conv5@6 pool2 conv5@16 pool2 flatten', '32x48 conv3x5s2', '4 tconv3s2p1'],
    }),
    ...NUMBERS,
    view: choice(['grid', 'heatmap', 'chain']),
    dims: integer({ min: 1, max: 3 }),
  },
  acknowledge: 'public',
  examples: ['7 3 0 3', '224 7 3 2', '32 conv5 conv5 pool2', '32x48 conv3x5s2', '4 tconv3s2p1 up2', '7 3 0 3 view=heatmap'],
  async run(ctx, { layers = '', view, dims, ...numbers }, parts) {
    const words = wordsOf(layers);
    if (!isChain(words)) {
      const given = readNumbers(words, numbers);
      if (view === 'chain') return chainReply(ctx, { words: asWords(given), view, dims }, parts);
      return oneLayer(ctx, given, { view: view ?? 'grid', dims: dims ?? 2 }, parts);
    }
    const { n, ...others } = numbers;
    const unused = Object.entries(others).find(([, value]) => value !== undefined);
    if (unused !== undefined) throw new LearnerError('size-either', { option: unused[0] });
    return chainReply(ctx, { words: n === undefined ? words : [String(n), ...words], view: view ?? 'chain', dims }, parts);
  },
  actions: {
    /** A chain that is kept because it is too long for a route. */
    chain: defineAction({
      options: { state: text({ required: true }) },
      acknowledge: 'public',
      async run(ctx, { state }, parts) {
        return chainReply(ctx, { ...(await keptChain(state, parts)), view: 'chain' }, parts);
      },
    }),
  },
});

/** `7 3 0 3` fills N, F, P, S and D in this order; those given by name are passed over. */
function readNumbers(words: readonly string[], named: Partial<Numbers>): Numbers {
  const names = Object.keys(NUMBERS) as (keyof Numbers)[];
  const free = names.filter((name) => named[name] === undefined);
  if (words.length > free.length) throw new LearnerError('arguments-too-many', { value: shown(words[free.length]!), count: names.length });
  const values: Partial<Numbers> = { ...named };
  for (const [index, word] of words.entries()) values[free[index]!] = parseValue(free[index]!, NUMBERS[free[index]!], word) as number;
  const { n, f, p = 0, s = 1, d = 1 } = values;
  if (n === undefined || f === undefined) throw new LearnerError('option-missing', { option: n === undefined ? 'n' : 'f' });
  return { n, f, p, s, d };
}

/** The same layer as it is written in a chain. */
const asWords = ({ n, f, p, s, d }: Numbers) => [
  String(n),
  `conv${f}${s === 1 ? '' : `s${s}`}${p === 0 ? '' : `p${p}`}${d === 1 ? '' : `d${d}`}`,
];

interface Look {
  view: 'grid' | 'heatmap';
  dims: number;
}

/** One layer by the letters of its formula. */
async function oneLayer(ctx: Context, numbers: Numbers, look: Look, { engine }: Parts): Promise<Reply> {
  const { t, language, signal } = ctx;
  const { n, f, p, s, d } = numbers;
  const layer: WindowLayer = { kind: 'conv', name: `conv${f}`, f: [f], p: [p], s: [s], d: [d], op: [0], filters: 1 };
  const { steps, misfit } = runChain({ channels: 1, sizes: new Array<number>(look.dims).fill(n) }, [layer]);
  if (misfit !== undefined) throw new LearnerError('size-does-not-fit', misfit.values);
  const step = steps[0] as WindowStep;
  const axis = step.axes[0]!;
  const { output, exact, unreached } = axis;
  const settings = `F = ${f}, P = ${p}, S = ${s}${d === 1 ? '' : `, D = ${d}`}`;
  const shapes = `${shapeLabel(step.input, false)} → ${shapeLabel(step.output, false)}`;
  const style = { language, theme: 'light' } as const;
  const heatmap = look.view === 'heatmap' ? heatmapOf(step, `${settings} · ${shapes}`, style) : undefined;
  const sentences = heatmap === undefined ? [] : heatmapSentences(t, heatmap);
  const figure = await engine.run('size', heatmap ?? gridOf(step, style), { signal });
  const alt =
    heatmap === undefined
      ? t('size-alt', { n, f, p, s, output, count: unreached })
      : t('size-alt-heatmap', { layer: settings, shapes, numbers: sentences.join(' ') });
  return {
    blocks: [
      paragraph(t('size-result', { n, output })),
      ...outputFormula(numbers).map((formula) => formulaBlock(inLanguage(formula, language))),
      paragraph(whatIsUnread(t, axis)),
      ...sentences.map(paragraph),
    ],
    media: [{ ...figure, name: 'size.png', alt }],
    buttons: buttonsFor(t, numbers, look),
    facts: { output, exact, unreached, ...(heatmap === undefined ? {} : { participation: heatmapEnds(heatmap) }) },
  };
}

const formulaBlock = ({ latex, plain }: Formula) => math(latex, plain);

/** Whose data no window reads, in sentences; zeros of the padding are no loss. */
function whatIsUnread(t: Translate, axis: AxisResult): string {
  const { far, between } = unreadCells(axis);
  const sentences = [
    ...(far > 0 ? [t('size-unreached', { count: far })] : []),
    ...(axis.unreached > 0 && far === 0 ? [t('size-unreached-zeros', { count: axis.unreached })] : []),
    ...(between > 0 ? [t('size-skipped', { count: between })] : []),
  ];
  return sentences.length === 0 ? t('size-all-reached') : sentences.join(' ');
}

/** The other views, and the same layer with another stride or padding. */
function buttonsFor(t: Translate, numbers: Numbers, { view, dims }: Look): Button[][] {
  const { n, f, p, s, d } = numbers;
  const routeTo = (change: Partial<Numbers>, shown: 'grid' | 'heatmap' | 'chain' = view) => {
    const { p: padding, s: stride } = { ...numbers, ...change };
    return tryRoute(`size ${[n, f, padding, stride, ...(d === 1 ? [] : [d])].join(' ')}`, {
      view: shown === 'grid' ? undefined : shown,
      dims: dims === 2 ? undefined : dims,
    });
  };
  const same = samePadding(f, d);
  const buttons = [
    [
      view === 'grid'
        ? { label: t('size-button-heatmap'), route: routeTo({}, 'heatmap') }
        : { label: t('size-button-grid'), route: routeTo({}, 'grid') },
    ],
    [
      ...(p > 0 && outputSize({ ...numbers, p: 0 }).fits ? [{ label: t('size-button-unpadded'), route: routeTo({ p: 0 }) }] : []),
      ...(same !== undefined && same > 0 && same !== p
        ? [{ label: t('size-button-padding', { p: same }), route: routeTo({ p: same }) }]
        : []),
      ...(s > 1 ? [{ label: t('size-button-stride', { s: 1 }), route: routeTo({ s: 1 }) }] : []),
      ...(s === 1 || s > 3 ? [{ label: t('size-button-stride', { s: 2 }), route: routeTo({ s: 2 }) }] : []),
    ],
    [{ label: t('size-button-quiz'), route: 'quiz padding' }],
  ];
  return buttons.map((row) => row.filter((button) => button.route !== undefined) as Button[]).filter((row) => row.length > 0);
}
