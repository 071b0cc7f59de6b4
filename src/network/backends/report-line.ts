import type { BackendReport, PassedOver } from './choice.ts';

const REASONS: Record<PassedOver['reason'], string> = {
  absent: 'is not installed',
  broken: 'does not work',
  'no-gpu': 'finds no GPU',
  software: 'has a software adapter only',
  lost: 'lost its device again and again',
};

/** One line for the log: what networks run on, and why not on something quicker. */
export function reportLine({ name, device, passedOver }: BackendReport): string {
  const reasons = passedOver.map(({ backend, reason, detail }) => `${backend} ${REASONS[reason]} (${detail})`);
  return `networks run on ${name} (${device})${reasons.length === 0 ? '' : `: ${reasons.join('; ')}`}`;
}
