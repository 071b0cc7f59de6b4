/** What networks can run on, the first that works and is a GPU before the others. */
export const BACKENDS = ['tensorflow', 'webgpu', 'wasm', 'cpu'] as const;
export type BackendName = (typeof BACKENDS)[number];

/** What can be asked for: one by name, or the quickest that is here. */
export const BACKEND_CHOICES = ['auto', ...BACKENDS] as const;
export type BackendChoice = (typeof BACKEND_CHOICES)[number];

/** A backend that was wanted and is not used, and why. */
export interface PassedOver {
  backend: BackendName;
  /**
   * `absent`: not installed; `broken`: installed, but does not load or computes nothing; `no-gpu`: works, and there is no GPU for it;
   * `software`: the only adapter is a program on the processor; `lost`: the GPU was lost again and again.
   */
  reason: 'absent' | 'broken' | 'no-gpu' | 'software' | 'lost';
  /** An error's message or an adapter's name, for the log. */
  detail: string;
}

/** What networks run on here. */
export interface BackendReport {
  name: BackendName;
  /** The card's or the processor's name. */
  device: string;
  /** Whether the device is a GPU, not a program or a processor. */
  gpu: boolean;
  passedOver: readonly PassedOver[];
}

/** A backend that has been started in this process. */
export interface Backend extends BackendReport {
  /** Resolves, with what was said of it, when the device is lost: nothing can be computed in this process any more. */
  lost: Promise<string>;
}

/** How the start of a backend ended: with its device, or not. */
export type Attempt = Pick<Backend, 'device' | 'gpu' | 'lost'> | Omit<PassedOver, 'backend'>;

/** For backends that live as long as their process. */
export const NEVER_LOST: Promise<string> = new Promise(() => undefined);

/** The first line of what was thrown. */
export const messageOf = (error: unknown): string =>
  String(error instanceof Error ? error.message : error)
    .split('\n')[0]!
    .trim();
