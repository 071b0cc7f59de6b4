import type { KernelChoice } from '../../src/engine/jobs/convolve.ts';
import type { KernelName } from '../../src/engine/kernel-names.ts';
import { arranged, type Choice } from './choices.ts';

/** What is seen of a kernel in a photo. */
export type Effect = 'blur' | 'sharpen' | 'emboss' | 'edges' | 'edges-x' | 'edges-y' | 'stripes' | 'nothing';

const EFFECTS: Record<KernelName, Effect> = {
  sobel: 'edges',
  sobel_x: 'edges-x',
  sobel_y: 'edges-y',
  gaussian: 'blur',
  gaussian273: 'blur',
  box: 'blur',
  sharpen: 'sharpen',
  unsharp: 'sharpen',
  emboss: 'emboss',
  outline: 'edges',
  laplacian: 'edges',
  prewitt: 'edges',
  prewitt_x: 'edges-x',
  prewitt_y: 'edges-y',
  scharr: 'edges',
  scharr_x: 'edges-x',
  scharr_y: 'edges-y',
  roberts: 'edges',
  roberts_x: 'edges',
  roberts_y: 'edges',
  motion: 'blur',
  gabor: 'stripes',
  identity: 'nothing',
};

/** A kernel for each effect, strong enough to be seen on a phone. */
const SHOWN = {
  blur: { name: 'box', size: 9 },
  sharpen: { name: 'unsharp', sigma: 2, amount: 3 },
  emboss: { name: 'emboss' },
  edges: { name: 'sobel' },
  'edges-x': { name: 'sobel_x' },
  'edges-y': { name: 'sobel_y' },
} satisfies Partial<Record<Effect, KernelChoice & { name: KernelName }>>;

/** Effects that are told from this one at a glance, the likeliest mix-up first. */
const RIVALS: Record<Effect, (keyof typeof SHOWN)[]> = {
  blur: ['sharpen', 'edges', 'emboss'],
  sharpen: ['blur', 'edges', 'emboss'],
  emboss: ['sharpen', 'edges', 'blur'],
  edges: ['sharpen', 'blur', 'emboss'],
  'edges-x': ['edges-y', 'sharpen', 'blur'],
  'edges-y': ['edges-x', 'sharpen', 'blur'],
  stripes: ['edges', 'blur', 'emboss'],
  nothing: ['blur', 'edges', 'emboss'],
};

const NEARLY_ZERO = 1e-9;

/** What a kernel does to a photo, of typed numbers by their sums and signs. */
export function effectOf(kernel: KernelChoice): Effect {
  if ('name' in kernel) return EFFECTS[kernel.name];
  const { values } = kernel;
  const flat = values.flat();
  const scale = Math.max(...flat.map(Math.abs));
  const sum = (numbers: readonly number[]) => numbers.reduce((total, value) => total + value, 0);
  const isNothing = (numbers: readonly number[]) => Math.abs(sum(numbers)) <= NEARLY_ZERO * scale;
  if (isNothing(flat)) {
    const columns = values[0]!.map((_, column) => values.map((row) => row[column]!));
    // each row alone answers to changes from left to right, each column alone to those from top to bottom
    const [across, down] = [values.every(isNothing), columns.every(isNothing)];
    if (across === down) return 'edges';
    return across ? 'edges-x' : 'edges-y';
  }
  if (flat.every((value) => value >= 0)) return flat.filter((value) => value > 0).length === 1 ? 'nothing' : 'blur';
  // light from one side: what lies opposite each other differs
  const isEven = flat.every((value, index) => Math.abs(value - flat[flat.length - 1 - index]!) <= NEARLY_ZERO * scale);
  return isEven ? 'sharpen' : 'emboss';
}

/** The kernel among three of other effects, in the order shown. */
export function kernelChoices(kernel: KernelChoice, seed: string): Choice<KernelChoice>[] {
  const effect = effectOf(kernel);
  const wrong = RIVALS[effect].map((rival) => ({
    id: effect.startsWith('edges-') && rival.startsWith('edges-') ? 'kernel-direction' : 'kernel-effect',
    value: SHOWN[rival] as KernelChoice,
  }));
  return arranged(kernel, wrong, seed, (choice) => JSON.stringify(choice));
}
