import type { Context } from '../src/chat/context.ts';
import type { Media } from '../src/chat/reply.ts';
import type { Panel } from '../src/engine/jobs/panels.ts';
import type { Parts } from './command.ts';

/** Kernels with more rows or columns, or longer numbers, are not drawn: the words name them. */
const MOST_DRAWN = 7;
const LONGEST_DRAWN = 6;
/** The same for a matrix. */
const MOST_MATRIX = 12;

/** Panels as a picture of a reply; `bytes`: the photo that photo panels show. */
export async function drawnPanels(
  ctx: Pick<Context, 'language' | 'signal'>,
  panels: Panel[],
  { name, alt, lettered, bytes }: { name: string; alt: string; lettered?: true; bytes?: Uint8Array },
  { engine }: Parts,
): Promise<Media> {
  const input = { panels, language: ctx.language, theme: 'light' as const };
  const picture = await engine.run(
    'panels',
    { ...input, ...(lettered === undefined ? {} : { lettered }), ...(bytes === undefined ? {} : { bytes }) },
    { signal: ctx.signal },
  );
  return { ...picture, name, alt };
}

/** The numbers of a filter's kernels as panels, where they can be read. */
export function kernelPanels(name: string, kernels: readonly { values: number[][]; denominator: number }[]): Panel[] {
  if (!kernels.every(({ values }) => isDrawn(values, MOST_DRAWN))) return [];
  return kernels.map(({ values, denominator }, index) => {
    const own = name === 'typed' ? '@kernel' : kernels.length === 1 ? name : `${name}_${index === 0 ? 'x' : 'y'}`;
    return { kind: 'matrix', values, heat: true, caption: denominator === 1 ? own : `${name} · 1/${denominator}` };
  });
}

/** A matrix as a panel, where it can be read. */
export const matrixPanels = (values: number[][]): Panel[] =>
  isDrawn(values, MOST_MATRIX) ? [{ kind: 'matrix', values, caption: '@input' }] : [];

function isDrawn(values: number[][], most: number): boolean {
  const isShort = values.flat().every((value) => String(Math.round(value * 100) / 100).length <= LONGEST_DRAWN);
  return isShort && values.length <= most && values[0]!.length <= most;
}
