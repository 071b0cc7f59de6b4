import { type AxisSight, fieldFormulas, fieldWithNumbers, type Sight } from '../lessons/receptive-field.ts';
import { fewBoxes, pyramidLevels, sightBoxes } from '../lessons/sight-drawing.ts';
import type { Context } from '../src/chat/context.ts';
import { type Block, type Button, type Media, math, paragraph, type Reply, table } from '../src/chat/reply.ts';
import { tryRoute } from '../src/chat/route.ts';
import type { Translate } from '../src/chat/texts.ts';
import { siblingButtons } from './chain-words.ts';
import type { Parts } from './command.ts';
import { pictureNotes } from './picture-notes.ts';
import type { Seen } from './receptive.ts';
import { SAMPLE_PHOTO } from './samples.ts';

/** Formulas that are written out; the table holds every layer. */
const MOST_FORMULAS = 10;

/** One number where all are equal, else all of them. */
const oneOrAll = (values: readonly number[]) => (values.every((value) => value === values[0]) ? values[0]! : [...values]);
const joined = (values: readonly number[]) => [oneOrAll(values)].flat().join('×');
const minus = (text: string) => text.replaceAll('-', '−');

/** What the chosen cell sees: table, formulas, and the pyramid of cells or the photo with boxes. */
export async function receptiveReply(ctx: Context, seen: Seen, parts: Parts): Promise<Reply> {
  const { t } = ctx;
  const { steps, sights, input, end } = seen;
  const columns = sights.at(-1)!;
  const last = columns.layers.at(-1)!;
  const along = (get: (layer: AxisSight) => number) => (index: number) => sights.map(({ layers }) => get(layers[index]!));
  const field = along((layer) => layer.field);
  const jump = along((layer) => layer.jump);
  const start = along((layer) => layer.start);
  const deepest = steps.length - 1;
  const drawn = seen.picture === undefined ? await pyramid(ctx, seen, parts) : await onPhoto(ctx, seen, seen.picture.bytes, parts);
  const whole = sights.some(({ cells, layers }) => layers.at(-1)!.field > cells);
  return {
    blocks: [
      paragraph(
        t('receptive-done', {
          layer: steps.at(-1)!.layer.name,
          field: joined(field(deepest)),
          jump: joined(jump(deepest)),
          count: jump(deepest).at(-1)!,
        }),
      ),
      ...(whole ? [paragraph(t('receptive-whole', { input }))] : []),
      table(
        [t('size-table-layer'), t('size-table-output'), t('size-table-field'), t('receptive-table-jump'), t('receptive-table-start')],
        steps.map(({ layer, output }, index) => [
          layer.name,
          output.sizes.join('×'),
          joined(field(index)),
          joined(jump(index)),
          minus(joined(start(index))),
        ]),
      ),
      ...formulas(columns),
      paragraph(t('receptive-start')),
      paragraph(
        t(columns.effective === last.field ? 'receptive-effective-all' : 'receptive-effective', {
          effective: columns.effective,
          field: last.field,
        }),
      ),
      ...(steps.some(({ layer }) => layer.kind === 'pool') ? [paragraph(t('receptive-max'))] : []),
      ...(end === undefined ? [] : [paragraph(t('receptive-vector', { layer: end }))]),
      ...drawn.blocks,
    ],
    media: [drawn.media],
    buttons: await buttons(t, seen, parts),
    facts: {
      layers: steps.map(({ layer }, index) => ({
        name: layer.name,
        field: oneOrAll(field(index)),
        jump: oneOrAll(jump(index)),
        start: oneOrAll(start(index)),
      })),
      field: oneOrAll(field(deepest)),
      jump: oneOrAll(jump(deepest)),
      effective: oneOrAll(sights.map(({ effective }) => effective)),
      at: sights.map(({ output }) => output),
      seen: sights.map(({ layers }) => [layers[0]!.input.from, layers[0]!.input.to]),
    },
  };
}

function formulas({ layers }: Sight): Block[] {
  const all = [
    ...fieldFormulas(layers.some(({ axis }) => axis.d > 1)),
    ...layers.map((layer, index) => fieldWithNumbers(layer, layers[index - 1])).slice(0, MOST_FORMULAS),
  ];
  return all.map(({ latex, plain }) => math(latex, plain));
}

async function pyramid(
  { t, language, signal }: Context,
  { steps, sights }: Seen,
  { engine }: Parts,
): Promise<{ media: Media; blocks: Block[] }> {
  const seen = sights.at(-1)!;
  const { layers, weights, effective } = seen;
  const levels = pyramidLevels(steps, seen);
  const figure = await engine.run('receptive', { view: 'pyramid', levels, weights, effective, language, theme: 'light' }, { signal });
  const named = layers.map(({ field }, index) => `${steps[index]!.layer.name}: ${field}`).join(', ');
  return {
    media: { ...figure, name: 'receptive.png', alt: t('receptive-alt', { field: layers.at(-1)!.field, layers: named }) },
    blocks: [],
  };
}

async function onPhoto(
  { t, language, signal }: Context,
  { steps, sights, input }: Seen,
  bytes: Uint8Array,
  { engine }: Parts,
): Promise<{ media: Media; blocks: Block[] }> {
  const [rows, columns] = sights as [Sight, Sight];
  const boxes = sightBoxes(
    rows,
    columns,
    steps.map(({ layer }) => layer.name),
  );
  const field = `${rows.layers.at(-1)!.field}×${columns.layers.at(-1)!.field}`;
  const title = t('receptive-photo-title', { layer: steps.at(-1)!.layer.name, field });
  const done = await engine.run(
    'receptive-photo',
    { bytes, boxes: fewBoxes(boxes), rows: rows.weights, columns: columns.weights, title, language, theme: 'light' },
    { signal },
  );
  return {
    media: { ...done.figure, name: 'receptive.jpg', alt: t('receptive-alt-photo', { layers: boxes.map(({ label }) => label).join(', ') }) },
    blocks: [paragraph(t('receptive-stretched', { input })), ...pictureNotes(t, { ...done, shrunk: false })],
  };
}

async function buttons(t: Translate, { words, dims, sights, at, picture }: Seen, parts: Parts): Promise<Button[][]> {
  const to = async (values: Record<string, string | undefined>) =>
    tryRoute(`receptive ${words.join(' ')}`, { ...values, dims }) ??
    tryRoute('receptive.chain', { state: await parts.store.buttonStates.keep(JSON.stringify({ words, dims })), ...values })!;
  const shownOn = picture === undefined ? undefined : `#${picture.id}`;
  const corner = sights
    .map(() => '0')
    .slice(-2)
    .join(',');
  return [
    [
      ...(picture === undefined && sights.length === 2
        ? [{ label: t('receptive-button-photo'), route: await to({ image: `#${SAMPLE_PHOTO}`, at }) }]
        : []),
      ...(picture === undefined ? [] : [{ label: t('receptive-button-cells'), route: await to({ at }) }]),
      ...(at === corner ? [] : [{ label: t('receptive-button-corner'), route: await to({ image: shownOn, at: corner }) }]),
    ],
    await siblingButtons(t, 'receptive', { words, dims, slides: true }, parts),
    [
      { label: 'LeNet', route: 'receptive lenet' },
      { label: 'VGG16', route: 'receptive vgg16' },
    ],
  ];
}
