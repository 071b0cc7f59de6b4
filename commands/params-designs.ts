import { savingOf } from '../lessons/designs.ts';
import { shapeLabel } from '../lessons/size-drawing.ts';
import type { Context } from '../src/chat/context.ts';
import { math, paragraph, type Reply, table } from '../src/chat/reply.ts';
import type { Parts } from './command.ts';
import type { Design } from './params.ts';
import { costFacts, costsOf } from './params-layers.ts';

/** Two designs beside each other: what each costs, and the rule for what one saves where there is one. */
export async function designsReply(
  ctx: Context,
  designs: readonly [Design, Design],
  dims: number | undefined,
  { engine }: Parts,
): Promise<Reply> {
  const { t, language, signal } = ctx;
  const sizeless = designs.some((design) => design.sizeless);
  const both = designs.map(costsOf) as [ReturnType<typeof costsOf>, ReturnType<typeof costsOf>];
  const names = designs.map(({ typed }) => typed.layers.map(({ name }) => name).join(' → '));
  const [one, other] = both.map(({ total }) => total) as [(typeof both)[0]['total'], (typeof both)[0]['total']];
  const saving = savingOf(both[0].steps, both[1].steps, language);
  const ends = both.map(({ steps }) => shapeLabel(steps.at(-1)!.output, true));
  const figure = await engine.run(
    'costs',
    {
      of: 'designs',
      bars: both.map(({ total: { parameters, multiplications } }, index) => ({
        label: names[index]!,
        parameters,
        ...(sizeless ? {} : { detail: ends[index]!, multiplications }),
      })),
      language,
      theme: 'light',
    },
    { signal },
  );
  const ratio = (first: number, second: number) => (second === 0 ? undefined : Math.round((1e4 * first) / second) / 1e4);
  const number = (value: number) => t('params-number', { value });
  const compared = {
    parameters: ratio(one.parameters, other.parameters),
    ...(sizeless ? {} : { multiplications: ratio(one.multiplications, other.multiplications) }),
  };
  return {
    blocks: [
      ...(['parameters', ...(sizeless ? [] : ['multiplications'])] as ('parameters' | 'multiplications')[]).flatMap((what) =>
        compared[what] === undefined ? [] : [paragraph(t(`params-ratio-${what}`, { ratio: compared[what] }))],
      ),
      table(
        [t('params-table-design'), t('params-table-parameters'), ...(sizeless ? [] : [t('params-table-multiplications')])],
        both.map(({ total }, index) => [names[index]!, number(total.parameters), ...(sizeless ? [] : [number(total.multiplications)])]),
      ),
      ...(ends[0] === ends[1] || sizeless ? [] : [paragraph(t('params-ends-differ', { one: ends[0]!, other: ends[1]! }))]),
      ...(saving === undefined
        ? []
        : [paragraph(t(`params-saving-${saving.kind}`)), ...saving.formulas.map(({ latex, plain }) => math(latex, plain))]),
    ],
    media: [
      {
        ...figure,
        name: 'params.png',
        alt: t('params-alt-designs', {
          one: names[0]!,
          oneParameters: one.parameters,
          other: names[1]!,
          otherParameters: other.parameters,
        }),
      },
    ],
    buttons: [
      (['bottleneck', 'separable', 'connected'] as const)
        .filter((kind) => kind !== saving?.kind)
        .map((kind) => ({ label: t(`params-button-${kind}`), route: `params ${kind}` })),
      [{ label: 'LeNet', route: 'params lenet' }],
    ],
    facts: {
      designs: both.map(({ total }, index) => ({ name: names[index]!, ...costFacts(total, sizeless) })),
      ratio: compared,
      ...(saving === undefined ? {} : { saving: saving.kind }),
      ...(dims === undefined ? {} : { dims }),
    },
  };
}
