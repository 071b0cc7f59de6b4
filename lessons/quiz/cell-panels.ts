import type { Axis } from '../arithmetic.ts';
import type { Drawing } from '../drawing.ts';

export type Panel = Extract<Drawing, { job: 'panels' }>['input']['panels'][number];

/** Panels that are looked at; `lettered`: they are the choices. */
export const panels = (all: Panel[], lettered = false): Drawing => ({ job: 'panels', input: { panels: all, lettered } });

/** A padded input to be counted: `rows` is 1 for a strip; the window lies at its first places along the width. */
export function paddedCells(
  { n, f, p = 0, s = 1, d = 1 }: Omit<Axis, 'q'>,
  { rows = 1, windows = 1, caption }: { rows?: number; windows?: number; caption?: string } = {},
): Panel {
  const high = rows === 1 ? 0 : p;
  return {
    kind: 'cells',
    ...(caption === undefined ? {} : { caption }),
    rows,
    columns: n,
    padding: { top: high, right: p, bottom: high, left: p },
    windows: Array.from({ length: windows }, (_, index) => ({
      row: 0,
      column: index * s,
      rows: rows === 1 ? 1 : f,
      columns: f,
      ...(d > 1 ? { dilation: d } : {}),
    })),
  };
}

/** Plain cells, e.g. an output. */
export const plainCells = (columns: number, caption: string, rows = 1): Panel => ({ kind: 'cells', rows, columns, caption });
