import { shown } from '../src/chat/options.ts';
import type { Translate } from '../src/chat/texts.ts';
import type { KernelChoice } from '../src/engine/jobs/convolve.ts';

/** How a kernel is called in a sentence. */
export const kernelLabel = (t: Translate, kernel: KernelChoice) =>
  'name' in kernel ? kernel.name : t('convolve-typed', { kernel: shown(kernel.values.map((row) => row.join(' ')).join('; ')) });

/** What it does to a photo. */
export const whatItDoes = (t: Translate, kernel: KernelChoice) => t(`kernel-${'name' in kernel ? kernel.name.replace('_', '-') : 'typed'}`);
