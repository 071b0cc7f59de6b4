/** What lies around a picture: zeros; its mirror image without the edge pixel itself (OpenCV's reflect-101); its edge pixel again and again; its other side. */
export const BORDERS = ['zero', 'reflect', 'replicate', 'circular'] as const;
export type Border = (typeof BORDERS)[number];

/**
 * The cell 0…size−1 that stands in for `index`, however far outside that lies; undefined where zero does.
 * reflect: … 2 1 | 0 1 2 3 | 2 1 …, replicate: 0 0 | 0 1 2 3 | 3 3, circular: 2 3 | 0 1 2 3 | 0 1
 */
export function borderIndex(index: number, size: number, border: Border): number | undefined {
  if (index >= 0 && index < size) return index;
  if (border === 'zero') return undefined;
  if (border === 'replicate') return index < 0 ? 0 : size - 1;
  const modulo = (period: number) => ((index % period) + period) % period;
  if (border === 'circular') return modulo(size);
  if (size === 1) return 0;
  const place = modulo(2 * size - 2);
  return place < size ? place : 2 * size - 2 - place;
}

/** The number at a place of a matrix, or the one that stands in for it outside; undefined where zero does. */
export function numberAt(matrix: readonly (readonly number[])[], row: number, column: number, border: Border = 'zero'): number | undefined {
  const line = matrix[borderIndex(row, matrix.length, border) ?? -1];
  return line?.[borderIndex(column, line.length, border) ?? -1];
}
