/** Large enough that no backend leaves it to the processor. */
const SIDE = 64;

/**
 * Multiplies two matrices on the backend in use and reads the result back: some installations load, and fail at the first operation.
 * @throws Error when that fails or the numbers are wrong
 */
export async function tryBackend(): Promise<void> {
  const { fill, matMul } = await import('@tensorflow/tfjs-core');
  const [two, three] = [fill([SIDE, SIDE], 2), fill([SIDE, SIDE], 3)];
  const product = matMul(two, three);
  const values = await product.data();
  for (const used of [two, three, product]) used.dispose();
  if (values.some((value) => value !== 6 * SIDE)) throw new Error('a product of two matrices came out wrong');
}
