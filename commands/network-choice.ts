import { LearnerError } from '../src/chat/errors.ts';
import { shown, suggestion, text } from '../src/chat/options.ts';
import type { JobOutput } from '../src/engine/catalogue.ts';
import type { Parts } from './command.ts';

/** Networks that read one digit, and those for photos; the first of each are asked first. */
export const DIGIT_NETWORKS = ['digits', 'lenet', 'mlp-digits', 'digits-lecture'] as const;
export const PHOTO_NETWORKS = ['objects', 'mobilenet', 'conv-cifar', 'mlp-cifar'] as const;

const SUGGESTED = [...DIGIT_NETWORKS, ...PHOTO_NETWORKS, 'mlp-cifar-shuffled', 'conv-cifar-shuffled'];

export type ListedNetwork = JobOutput<'list-networks'>[number];

/** A network by its name; completion offers the tutor's own. */
export const networkOption = () => text({ maxLength: 40, suggestions: SUGGESTED });

export const listNetworks = ({ engine }: Parts): Promise<ListedNetwork[]> => engine.run('list-networks', {});

/** What can be asked now. */
export const readyNames = (known: readonly ListedNetwork[]) => known.filter(({ state }) => state === 'ready').map(({ id }) => id);

/** Buttons to other networks under an answer. */
export const MOST_OTHERS = 3;

/**
 * The network that was typed, however its words are joined.
 * @throws LearnerError `network-unknown` {name, names, absent, missing}, `network-unknown-suggest` {…, meant}, `network-not-trained`, `network-not-installed`,
 *   `network-broken` {name}
 */
export function chosenNetwork(typed: string, known: readonly ListedNetwork[]): string {
  const id = typed.toLowerCase().replace(/[\s_]+/g, '-');
  const network = known.find((candidate) => candidate.id === id);
  if (network?.state === 'ready') return id;
  if (network !== undefined) throw new LearnerError(`network-${network.state}`, { name: id });
  const absent = known.filter(({ state }) => state === 'not-installed').map((candidate) => candidate.id);
  const values = { name: shown(typed), names: readyNames(known).join(', '), absent: absent.join(', '), missing: absent.length };
  const meant = suggestion(
    id,
    known.map((candidate) => candidate.id),
  );
  throw meant === undefined
    ? new LearnerError('network-unknown', values)
    : new LearnerError('network-unknown-suggest', { ...values, meant });
}

/** Ready networks for the same kind of picture, but not this one. */
export function othersLike(id: string, known: readonly ListedNetwork[]): string[] {
  const ready = readyNames(known);
  const digits = (DIGIT_NETWORKS as readonly string[]).includes(id);
  return (digits ? DIGIT_NETWORKS : PHOTO_NETWORKS).filter((other) => other !== id && ready.includes(other));
}
