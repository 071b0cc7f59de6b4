import { type ChainStep, runChain } from '../lessons/layer-chain.ts';
import { NETWORKS } from '../lessons/networks.ts';
import { shapeLabel } from '../lessons/size-drawing.ts';
import { LearnerError } from '../src/chat/errors.ts';
import { shown, suggestion } from '../src/chat/options.ts';
import type { Button } from '../src/chat/reply.ts';
import { tryRoute } from '../src/chat/route.ts';
import type { Translate } from '../src/chat/texts.ts';
import type { Parts } from './command.ts';
import { isLayerWord, type TypedChain } from './size-words.ts';

/** Sends every layer its input. @throws LearnerError `size-misfit-*` at the first layer that cannot follow */
export function runTyped({ input, layers, channels }: TypedChain): ChainStep[] {
  const { steps, misfit } = runChain(input, layers);
  if (misfit === undefined) return steps;
  throw new LearnerError(`size-misfit-${misfit.reason}`, {
    ...misfit.values,
    layer: shown(misfit.layer.name),
    place: misfit.index + 1,
    input: shapeLabel(steps.at(-1)?.output ?? input, channels),
  });
}

/** A network's name becomes its layers. @throws LearnerError `chain-network-unknown` {name, names} */
export function withNetwork(words: readonly string[], others: readonly string[] = []): string[] {
  const [name = ''] = words;
  const names = [...Object.keys(NETWORKS), ...others];
  const isName = words.length === 1 && /^\p{L}/u.test(name) && !names.includes(name);
  if (isName && (suggestion(name, names) !== undefined || !isLayerWord(name)))
    throw new LearnerError('chain-network-unknown', { name: shown(name), names: names.join(', ') });
  return words.length === 1 && Object.hasOwn(NETWORKS, name) ? NETWORKS[name as keyof typeof NETWORKS].split(' ') : [...words];
}

/** The commands that say something about a chain; each has an action `chain` for those too long for a button. */
const CHAIN_COMMANDS = ['size', 'params', 'receptive'] as const;
type ChainCommand = (typeof CHAIN_COMMANDS)[number];

/** Buttons from one of these commands to the others, for the same layers. */
export async function siblingButtons(
  t: Translate,
  from: ChainCommand,
  { words, dims, slides }: { words: readonly string[]; dims: number | undefined; slides: boolean },
  { store }: Parts,
): Promise<Button[]> {
  const buttons: Button[] = [];
  for (const command of CHAIN_COMMANDS) {
    // where no window slides there is no field
    if (command === from || (command === 'receptive' && !slides)) continue;
    const direct = tryRoute(`${command} ${words.join(' ')}`, { dims });
    const route = direct ?? `${command}.chain ${await store.buttonStates.keep(JSON.stringify({ words, dims }))}`;
    buttons.push({ label: t(`chain-button-${command}`), route });
  }
  return buttons;
}

/** What such a button was about. @throws LearnerError `button-old` */
export async function keptChain(state: string, { store }: Parts): Promise<{ words: string[]; dims: number | undefined }> {
  const kept = await store.buttonStates.load(state);
  if (kept === undefined) throw new LearnerError('button-old');
  const { words, dims } = JSON.parse(kept) as { words: string[]; dims?: number };
  return { words, dims };
}
