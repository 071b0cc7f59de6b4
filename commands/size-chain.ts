import type { Formula } from '../lessons/formula.ts';
import { axisFormula, type ChainStep, numbersIn, type Shape } from '../lessons/layer-chain.ts';
import {
  distinctAxes,
  gridOf,
  heatmapEnds,
  heatmapOf,
  heatmapSentences,
  numbersFormula,
  shapeLabel,
  unreadCells,
  type WindowStep,
} from '../lessons/size-drawing.ts';
import type { Context } from '../src/chat/context.ts';
import { type Block, type Button, list, math, paragraph, type Reply, table } from '../src/chat/reply.ts';
import { tryRoute } from '../src/chat/route.ts';
import type { Translate } from '../src/chat/texts.ts';
import type { JobInput } from '../src/engine/catalogue.ts';
import type { FigureStyle } from '../src/engine/jobs/figure-style.ts';
import { runTyped, siblingButtons } from './chain-words.ts';
import type { Parts } from './command.ts';
import { parseChain, type TypedChain, withSamePadding } from './size-words.ts';

export interface ChainRequest {
  words: string[];
  view: View;
  dims: number | undefined;
}
type View = 'grid' | 'heatmap' | 'chain';

/** Formulas that are written out; the table holds every layer. */
const MOST_FORMULAS = 12;

const slides = (step: ChainStep): step is WindowStep => 'f' in step.layer;

/** Sizes through a chain of layers. */
export async function chainReply(ctx: Context, { words, view, dims }: ChainRequest, parts: Parts): Promise<Reply> {
  const { t, language, signal } = ctx;
  const typed = parseChain(words, dims);
  const steps = runTyped(typed);
  const style = { language, theme: 'light' } as const;
  const first = steps[0]!;
  // what has no window has no grid
  const looked = view !== 'chain' && slides(first) ? first : undefined;
  const layerShapes = `${first.layer.name} · ${shapeLabel(first.input, false)} → ${shapeLabel(first.output, false)}`;
  const heatmap = view === 'heatmap' && looked !== undefined ? heatmapOf(looked, layerShapes, style) : undefined;
  const sentences = heatmap === undefined ? [] : heatmapSentences(t, heatmap);
  const drawing = looked === undefined ? chainDrawing(typed, steps, style) : (heatmap ?? gridOf(looked, style));
  const figure = await parts.engine.run('size', drawing, { signal });
  const shapes = [typed.input, ...steps.map(({ output }) => output)].map((shape) => labelOf(typed, shape));
  return {
    blocks: [
      paragraph(`**${shapes.join(' → ')}**`),
      layerTable(t, typed, steps),
      ...formulaBlocks(steps, language),
      ...remarks(t, typed, steps),
      ...sentences.map(paragraph),
    ],
    media: [{ ...figure, name: 'size.png', alt: altOf(t, { looked, heatmap: sentences, steps, shapes, layerShapes }) }],
    buttons: [
      ...buttonsFor(t, typed, { view: looked === undefined ? 'chain' : view, dims, slides: slides(first) }),
      await siblingButtons(t, 'size', { words: typed.words, dims, slides: slides(first) && first.layer.kind !== 'tconv' }, parts),
    ],
    facts: {
      layers: steps.map((step) => layerFacts(typed, step)),
      output: plainSizes(steps.at(-1)!.output),
      ...(typed.batch === undefined ? {} : { batch: typed.batch }),
      ...(heatmap === undefined ? {} : { participation: heatmapEnds(heatmap) }),
    },
  };
}

/** One number where all are equal, else all of them. */
const oneOrAll = (values: readonly number[]): number | number[] =>
  values.every((value) => value === values[0]) ? values[0]! : [...values];
const plainSizes = ({ channels, sizes }: Shape) => (sizes.length === 0 ? channels : oneOrAll(sizes));

function layerFacts({ channels }: TypedChain, { layer, axes, output }: ChainStep): Record<string, unknown> {
  const vector = axes.length === 0;
  return {
    name: layer.name,
    output: plainSizes(output),
    exact: vector ? output.channels : oneOrAll(axes.map(({ exact }) => exact)),
    unreached: vector ? 0 : oneOrAll(axes.map(({ unreached }) => unreached)),
    ...(channels && !vector ? { channels: output.channels } : {}),
  };
}

/** A shape as it was typed: with the batch and the channels where they were spoken of. */
const labelOf = ({ batch, channels }: Pick<TypedChain, 'batch' | 'channels'>, shape: Shape) =>
  `${batch === undefined ? '' : `${batch}×`}${shapeLabel(shape, channels)}`;

function layerTable(t: Translate, typed: TypedChain, steps: readonly ChainStep[]): Block {
  const joined = (values: readonly number[]) => [oneOrAll(values)].flat().join('×');
  return table(
    [t('size-table-layer'), t('size-table-output'), t('size-table-field'), t('size-table-unreached')],
    [
      ['—', labelOf(typed, typed.input), '1', ''],
      ...steps.map(({ layer, output, field, axes }) => [
        layer.name,
        labelOf(typed, output),
        field === undefined ? '—' : joined(field),
        axes.every(({ unreached }) => unreached === 0) ? '' : joined(axes.map(({ unreached }) => unreached)),
      ]),
    ],
  );
}

/** The general formulas that are used, then each layer's with its numbers. */
function formulaBlocks(steps: readonly ChainStep[], language: FigureStyle['language']): Block[] {
  const general = new Map<string, Formula>();
  const numbers = new Map<string, Formula>();
  for (const step of steps) {
    const { name, kind } = step.layer;
    if (slides(step)) {
      for (const { axis, letter } of distinctAxes(step.axes)) {
        const [formula] = axisFormula(step.layer, axis);
        general.set(formula!.plain, formula!);
        const { latex, plain } = numbersFormula(step, axis, letter, language);
        numbers.set(`${name}: ${plain}`, { plain: `${name}: ${plain}`, latex: `\\text{${name}: } ${latex}` });
      }
    } else if (kind === 'flatten' && step.input.sizes.length > 0) {
      const { channels, sizes } = step.input;
      const factors = [channels, ...sizes];
      const count = numbersIn(step.input);
      numbers.set(name, {
        plain: `${name}: ${factors.join('·')} = ${count}`,
        latex: `\\text{${name}: } ${factors.join(' \\cdot ')} = ${count}`,
      });
    }
  }
  return [...general.values(), ...[...numbers.values()].slice(0, MOST_FORMULAS)].map(({ latex, plain }) => math(latex, plain));
}

function remarks(t: Translate, { layers, channels, batch }: TypedChain, steps: readonly ChainStep[]): Block[] {
  const lost = steps.filter(slides).flatMap((step) =>
    distinctAxes(step.axes).flatMap(({ axis, letter }) => {
      const { far, between } = unreadCells(axis);
      const count = far + between;
      return count === 0
        ? []
        : [t('size-chain-unread', { layer: step.layer.name, input: shapeLabel(step.input, false), axis: letter, count })];
    }),
  );
  const single = layers.findIndex(
    (layer) => (layer.kind === 'conv' || layer.kind === 'tconv') && layer.groups !== 'each' && !layer.name.includes('@'),
  );
  const hasField = steps.some(({ field }) => field !== undefined);
  return [
    ...(lost.length > 0 ? [list(lost)] : []),
    ...(batch === undefined ? [] : [paragraph(t('size-batch', { batch }))]),
    ...(hasField ? [paragraph(t('size-chain-field'))] : []),
    ...(channels && single >= 0 ? [paragraph(t('size-one-filter', { layer: layers[single]!.name }))] : []),
  ];
}

function altOf(
  t: Translate,
  shown: { looked: WindowStep | undefined; heatmap: string[]; steps: readonly ChainStep[]; shapes: string[]; layerShapes: string },
): string {
  const { looked, heatmap, steps, shapes, layerShapes } = shown;
  if (looked === undefined) {
    const chain = steps.map(({ layer }, index) => `${layer.name} → ${shapes[index + 1]}`).join(', ');
    return t('size-alt-chain', { input: shapes[0]!, chain });
  }
  if (heatmap.length > 0) return t('size-alt-heatmap', { layer: looked.layer.name, shapes: layerShapes, numbers: heatmap.join(' ') });
  return t('size-alt-grid', { shapes: layerShapes });
}

function buttonsFor(
  t: Translate,
  typed: TypedChain,
  { view, dims, slides: hasWindow }: { view: View; dims: number | undefined; slides: boolean },
): Button[][] {
  const to = (words: string, other: View) => tryRoute(`size ${words}`, { view: other === 'chain' ? undefined : other, dims });
  const words = typed.words.join(' ');
  const views = (['chain', 'heatmap', 'grid'] as const).filter((other) => other !== view && (other === 'chain' || hasWindow));
  const same = withSamePadding(typed);
  const rows = [
    views.map((other) => ({ label: t(`size-button-${other}`), route: to(words, other) })),
    [
      ...(same === undefined ? [] : [{ label: t('size-button-same'), route: to(same, view) }]),
      { label: t('size-button-quiz'), route: 'quiz padding' },
    ],
  ];
  return rows.map((row) => row.filter(({ route }) => route !== undefined) as Button[]).filter((row) => row.length > 0);
}

/** The chain's figure: every shape, the window of the layer after it, and what that never reads. */
function chainDrawing(typed: TypedChain, steps: readonly ChainStep[], style: FigureStyle): JobInput<'size'> {
  const { input, channels } = typed;
  const shapes = [input, ...steps.map(({ output }) => output)];
  return {
    view: 'chain',
    shapes: shapes.map((shape, index) => {
      const before = steps[index - 1];
      const next = steps[index];
      return {
        label: labelOf(typed, shape),
        channels: channels ? shape.channels : 1,
        sizes: shape.sizes,
        ...(before === undefined ? {} : { layer: named(before) }),
        ...(next !== undefined && slides(next) && next.layer.kind !== 'tconv'
          ? {
              window: next.axes.map(({ d, f }) => d * (f - 1) + 1),
              unread: next.axes.map((axis) => unreadCells(axis).far),
            }
          : {}),
      };
    }),
    ...style,
  };
}

/** A layer's name with its window, and its settings for a line of their own. */
function named({ layer, axes }: ChainStep): { name: string; settings: string } {
  if (!('f' in layer)) return { name: layer.name, settings: '' };
  const kind = /^[a-z]+/.exec(layer.name)![0];
  const of = (values: readonly number[]) => [oneOrAll(values)].flat().join('×');
  const padding = axes.every(({ p, q }) => p === q) ? of(axes.map(({ p }) => p)) : 'same';
  const settings = [
    ['S', of(axes.map(({ s }) => s)), '1'],
    ['P', padding, '0'],
    ['D', of(axes.map(({ d }) => d)), '1'],
  ].flatMap(([letter, value, usual]) => (value === usual ? [] : [`${letter} ${value}`]));
  return { name: `${kind} ${axes.map(({ f }) => f).join('×')}`, settings: settings.join(', ') };
}
