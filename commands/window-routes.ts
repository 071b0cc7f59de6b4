import { LearnerError } from '../src/chat/errors.ts';
import { tryRoute } from '../src/chat/route.ts';
import type { KernelChoice } from '../src/engine/jobs/convolve.ts';
import type { StepCardChoice } from '../src/engine/jobs/step-card.ts';
import type { Parts } from './command.ts';
import { typedMatrix } from './window-options.ts';

/** A picture or a matrix, and the window on it: all that the step card, the animation and the whole output need. */
export interface WindowState {
  picture?: string;
  matrix?: number[][];
  choice: Omit<StepCardChoice, 'at'>;
}

/** A button that opens the step card. */
export const stepRoute = (state: WindowState, parts: Parts): Promise<string> =>
  routeOrKept('step', state, { channels: state.choice.channels === 'gray' ? undefined : state.choice.channels }, parts);

/** A button that shows the window moving. */
export const animateRoute = (state: WindowState, parts: Parts): Promise<string> => routeOrKept('animate', state, {}, parts);

/** A button that shows the whole output. */
export const wholeRoute = (state: WindowState, parts: Parts): Promise<string> => routeOrKept('convolve', state, {}, parts);

/** All settings in the route where they fit, else the id under which they are kept. */
async function routeOrKept(
  command: 'step' | 'animate' | 'convolve',
  state: WindowState,
  more: Record<string, string | undefined>,
  parts: Parts,
) {
  const { size, ...settings } = settingsOf(state.choice);
  const side = command === 'animate' ? { window: size } : { size };
  const direct = isRoutable(state.choice.kernel) ? tryRoute(command, { ...numbersOf(state), ...settings, ...more, ...side }) : undefined;
  return direct ?? `${command}.open ${await parts.store.buttonStates.keep(JSON.stringify(state))}`;
}

/** @throws LearnerError `button-old` */
export async function keptWindow(id: string, { store }: Parts): Promise<WindowState> {
  const state = await store.buttonStates.load(id);
  if (state === undefined) throw new LearnerError('button-old');
  return JSON.parse(state) as WindowState;
}

/** @throws LearnerError `picture-gone` */
export async function keptPicture(id: string, parts: Pick<Parts, 'picture'>): Promise<Uint8Array> {
  const bytes = await parts.picture(id);
  if (bytes === undefined) throw new LearnerError('picture-gone', { value: `#${id}` });
  return bytes;
}

const numbersOf = ({ picture, matrix }: WindowState) => (matrix === undefined ? { image: `#${picture}` } : { matrix: typedMatrix(matrix) });

/** The settings of a route; what is as usual is left out. */
function settingsOf({ kernel, ...choice }: WindowState['choice']) {
  return { kernel: 'name' in kernel ? kernel.name : typedMatrix(kernel.values), ...windowSettings({ kernel, ...choice }) };
}

/** The same without the kernel's name or numbers. */
export function windowSettings({ kernel, stride, padding, dilation, border = 'zero', flip = false }: WindowState['choice']) {
  return {
    stride: stride === 1 ? undefined : stride,
    padding: padding === 'valid' ? undefined : padding,
    dilation: dilation === 1 ? undefined : dilation,
    border: border === 'zero' ? undefined : border,
    flip: flip ? 'yes' : undefined,
    ...('name' in kernel ? { size: kernel.size, sigma: kernel.sigma } : { size: undefined, sigma: undefined }),
  };
}

/** Only /convolve takes all that a named kernel may be set to by a route; the others keep it. */
export function isRoutable(kernel: KernelChoice): boolean {
  if ('values' in kernel) return true;
  return [kernel.length, kernel.angle, kernel.amount, kernel.lambda, kernel.gamma, kernel.psi].every((value) => value === undefined);
}
