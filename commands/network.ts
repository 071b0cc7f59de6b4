import { type Shape as ChainShape, type ChainStep, runChain } from '../lessons/layer-chain.ts';
import { foldedRows, layerTable } from '../lessons/network-drawing.ts';
import { layerCost, totalCost } from '../lessons/parameters.ts';
import type { Context } from '../src/chat/context.ts';
import { choice } from '../src/chat/options.ts';
import { type Block, type Button, heading, type Media, paragraph, type Reply, table } from '../src/chat/reply.ts';
import { tryRoute } from '../src/chat/route.ts';
import type { JobOutput } from '../src/engine/catalogue.ts';
import { defineCommand, type Parts } from './command.ts';
import { chosenNetwork, DIGIT_NETWORKS, type ListedNetwork, listNetworks, networkOption, othersLike } from './network-choice.ts';
import { SAMPLE_DIGIT, SAMPLE_PHOTO } from './samples.ts';

/** A longer chain is drawn only when the drawing is asked for, and its table has no rows for batch normalization: small screens are low. */
const LONG = 20;

type View = 'both' | 'drawing' | 'table';

export const network = defineCommand({
  name: 'network',
  topic: 'networks',
  options: { network: networkOption(), view: choice(['both', 'drawing', 'table'], { default: 'both' }) },
  acknowledge: 'public',
  examples: ['lenet', 'digits', 'objects', ''],
  async run(ctx, { network: name, view }, parts): Promise<Reply> {
    const known = await listNetworks(parts);
    return name === undefined ? listReply(ctx, known) : networkReply(ctx, chosenNetwork(name, known), view as View, known, parts);
  },
});

/** Every network with what it takes, its size and what was measured. */
function listReply({ t }: Context, known: readonly ListedNetwork[]): Reply {
  const number = (value: number | undefined) => (value === undefined ? '—' : t('params-number', { value }));
  const ready = known.filter(({ state }) => state === 'ready');
  return {
    blocks: [
      heading(t('network-list-title')),
      table(
        [t('network-list-name'), t('network-list-input'), t('network-list-parameters'), t('network-list-accuracy')],
        known.map(({ id, state, card }) => [
          id,
          card === undefined ? '—' : `${card.input.channels}×${card.input.height}×${card.input.width}`,
          number(card?.parameters),
          state !== 'ready'
            ? t(`network-state-${state}`)
            : card?.test === undefined
              ? '—'
              : t('network-accuracy', { percent: 100 * card.test.accuracy }),
        ]),
      ),
      paragraph(t('network-list-note')),
    ],
    buttons: [ready.slice(0, 4).map(({ id }) => ({ label: id, route: `network ${id}` }))],
    facts: { networks: known.map(({ id, state, card }) => ({ id, state, parameters: card?.parameters, accuracy: card?.test?.accuracy })) },
  };
}

async function networkReply(ctx: Context, id: string, view: View, known: readonly ListedNetwork[], parts: Parts): Promise<Reply> {
  const { t } = ctx;
  const description = await parts.engine.run('network-layers', { network: id }, { signal: ctx.signal });
  const listed = known.find((candidate) => candidate.id === id)!;
  if ('stranger' in description) return strangerReply(ctx, id, description);
  const { steps } = runChain(description.input, description.layers);
  const cost = totalCost(steps.map(layerCost));
  const { rows, total } = countedTable(description.input, steps);
  const folded = foldedRows(rows);
  const isLong = folded.length > LONG;
  const field = steps.findLast((step) => step.field !== undefined)?.field;
  const input = shapeText(description.input);
  const media = await pictures(ctx, { id, view, input: description.input, rows: rows.length > LONG ? folded : rows, folded, total }, parts);
  const blocks: Block[] = [
    heading(t('network-title', { network: id })),
    paragraph(t('network-summary', { parameters: total.parameters, multiplications: cost.multiplications, input })),
    ...(cost.statistics > 0 ? [paragraph(t('network-statistics', { count: cost.statistics, trained: cost.parameters }))] : []),
    ...(field === undefined ? [] : [paragraph(t('network-field', fieldValues(field, description.input)))]),
    ...measured(ctx, listed),
  ];
  return {
    blocks,
    media,
    buttons: buttonsOf(ctx, id, known, view !== 'drawing' && isLong),
    facts: {
      network: id,
      parameters: total.parameters,
      ...(cost.statistics > 0 ? { trained: cost.parameters, statistics: cost.statistics } : {}),
      multiplications: cost.multiplications,
      layers: layerFacts(steps, rows),
    },
  };
}

/**
 * The table of layers with all parameters that lie in the weights file, as frameworks and cards count them: also the statistics of batch
 * normalization, which are measured and not trained.
 */
function countedTable(input: ChainShape, steps: readonly ChainStep[]): ReturnType<typeof layerTable> {
  const statistics = steps.filter(({ layer }) => layer.kind !== 'activation').map((step) => layerCost(step).statistics);
  const { rows, total } = layerTable(input, steps);
  return {
    rows: rows.map((row, index) => ({ ...row, parameters: Number(row.parameters) + statistics[index]! })),
    total: { ...total, parameters: total.parameters + statistics.reduce((sum, count) => sum + count, 0) },
  };
}

const shapeText = ({ channels, sizes }: ChainShape) => [channels, ...sizes].join('×');

/** What the last map's cells see, and whether that is the whole input, or even wider than it. */
function fieldValues(field: readonly number[], { sizes }: ChainShape) {
  const covers = field.every((side, axis) => side >= sizes[axis]!);
  const wider = field.some((side, axis) => side > sizes[axis]!);
  return { field: field.join('×'), size: sizes.join('×'), whole: covers ? (wider ? 'wider' : 'yes') : 'no' };
}

interface Shown {
  id: string;
  view: View;
  input: ChainShape;
  rows: ReturnType<typeof foldedRows>;
  folded: ReturnType<typeof foldedRows>;
  total: ReturnType<typeof layerTable>['total'];
}

async function pictures(
  { t, language, signal }: Context,
  { id, view, input, rows, folded, total }: Shown,
  { engine }: Parts,
): Promise<Media[]> {
  const style = { language, theme: 'light' as const };
  const drawn = view === 'drawing' || (view === 'both' && folded.length <= LONG);
  const layers = [{ kind: 'input' as const, shape: [input.channels, ...input.sizes] }, ...folded.map(({ layer }) => layer)];
  const told = folded.map(({ layer }) => layer.shape.join('×')).join(', ');
  const media: Media[] = [];
  if (drawn) {
    const figure = await engine.run('network', { view: 'drawing', title: id, layers, ...style }, { signal });
    media.push({ ...figure, name: `${id}.png`, alt: t('network-drawing-alt', { network: id, input: shapeText(input), shapes: told }) });
  }
  if (view !== 'drawing') {
    const figure = await engine.run(
      'network',
      { view: 'table', title: t('network-table-title', { network: id }), rows, total, ...style },
      { signal },
    );
    media.push({
      ...figure,
      name: `${id}-layers.png`,
      alt: t('network-table-alt', { network: id, count: rows.length, parameters: total.parameters }),
    });
  }
  return media;
}

/** What the card says was measured. */
function measured({ t }: Context, { card, data }: ListedNetwork): Block[] {
  if (card?.test === undefined || data === undefined) return [];
  return [paragraph(t('network-measured', { data, percent: 100 * card.test.accuracy }))];
}

function buttonsOf({ t }: Context, id: string, known: readonly ListedNetwork[], offersDrawing: boolean): Button[][] {
  const sample = (DIGIT_NETWORKS as readonly string[]).includes(id) ? SAMPLE_DIGIT : SAMPLE_PHOTO;
  const classify = tryRoute(`classify image=#${sample} network=${id}`);
  const drawing = tryRoute(`network ${id} view=drawing`);
  return [
    [
      ...(classify === undefined ? [] : [{ label: t('network-button-classify'), route: classify }]),
      ...(offersDrawing && drawing !== undefined ? [{ label: t('network-button-drawing'), route: drawing }] : []),
      { label: t('network-button-all'), route: 'network' },
    ],
    othersLike(id, known)
      .slice(0, 3)
      .map((other) => ({ label: other, route: `network ${other}` })),
  ].filter((row) => row.length > 0);
}

/** A network that is no chain: what the library knows of its layers. */
function strangerReply({ t }: Context, id: string, { stranger, rows }: Extract<JobOutput<'network-layers'>, { stranger: unknown }>): Reply {
  const parameters = rows.reduce((sum, row) => sum + row.parameters, 0);
  return {
    blocks: [
      heading(t('network-title', { network: id })),
      paragraph(t('network-no-chain', { layer: stranger.name, kind: stranger.kind, parameters })),
      table(
        [t('size-table-layer'), t('size-table-output'), t('params-table-parameters')],
        rows.map(({ name, shape, parameters: count }) => [name, shape.join('×'), count === 0 ? '—' : t('params-number', { value: count })]),
      ),
    ],
    facts: { network: id, parameters, layers: rows },
  };
}

function layerFacts(steps: readonly ChainStep[], rows: ReturnType<typeof layerTable>['rows']) {
  return steps
    .filter(({ layer }) => layer.kind !== 'activation')
    .map(({ layer, output }, index) => {
      const { parameters, multiplications, field, jump } = rows[index]!;
      return {
        name: layer.name,
        kind: layer.kind,
        output: [output.channels, ...output.sizes],
        parameters,
        multiplications,
        ...(field === undefined ? {} : { field, jump }),
      };
    });
}
