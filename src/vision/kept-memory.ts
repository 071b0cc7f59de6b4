/** New memory costs more than what a filter does in it: every page of it is first cleared by the system. So the largest pieces are kept. */

export type Allocate = (bytes: number) => Uint8Array;

/** Pieces that are kept when nobody uses them. */
const MOST_KEPT = 3;

let idle: Uint8Array[] = [];

/** Where nothing is kept. What it gives is cleared. */
export const allocateNew: Allocate = (bytes) => new Uint8Array(bytes);

/** Does work with memory that others have used before and will use afterwards: nothing of it may be in what the work gives. It is not cleared. */
export async function withKeptMemory<T>(work: (allocate: Allocate) => Promise<T>): Promise<T> {
  const taken: Uint8Array[] = [];
  try {
    return await work((bytes) => {
      const found = idle.find((piece) => piece.length >= bytes);
      idle = idle.filter((piece) => piece !== found);
      const piece = found ?? new Uint8Array(bytes);
      taken.push(piece);
      return piece.subarray(0, bytes);
    });
  } finally {
    // the smallest first, so that it is found first
    idle = [...idle, ...taken].sort((a, b) => a.length - b.length).slice(-MOST_KEPT);
  }
}
