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
  return `networks run on ${name} (${device})${passedOver.length === 0 ? '' : `: ${reasonsLine(passedOver)}`}`;
}

/** Why backends are not used, for the log. */
export const reasonsLine = (passedOver: readonly PassedOver[]): string =>
  passedOver.map(({ backend, reason, detail }) => `${backend} ${REASONS[reason]} (${detail})`).join('; ');
