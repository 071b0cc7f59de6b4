/** What a job is handed besides its input. */
export interface JobTools {
  /** 0…1 and a note's text key; shown to the person by the chat. */
  onProgress(fraction: number): void;
}

/**
 * Heavy work as a pure function of its input: bytes in, bytes and facts out, nothing of chat in it. Jobs run in worker processes.
 * Input and output must survive structured cloning (plain objects, typed arrays).
 */
export interface Job<Input, Output> {
  /** The worker is ended when one run takes longer, milliseconds. */
  timeoutMs: number;
  /** False for a job whose output must not be kept for the next equal input. */
  cached: boolean;
  /**
   * Whether it runs networks: it then goes to the process that holds the GPU, if there is one, where one such job waits for the other. Leave it
   * out for what takes long (training): the workers have networks as well, on WebAssembly.
   */
  usesNetworks?: boolean;
  run(input: Input, tools: JobTools): Promise<Output> | Output;
}

export const job = <Input, Output>(definition: Job<Input, Output>): Job<Input, Output> => definition;

/** What a live job is handed besides its input. */
export interface LiveTools<Preview> extends JobTools {
  /** Shows what there is so far; the job itself decides how often that is worth its time. */
  onPreview(preview: Preview): void;
  /** True once someone has asked the job to end with what it has. It must let messages in now and then (`setImmediate`). */
  stopAsked(): boolean;
}

/**
 * Work that people watch: it takes the processor for long, shows previews and can be asked to stop. It runs in a process of its own that
 * ends with it, so that the workers stay free and nothing of it is left in them. The output is never kept.
 */
export interface LiveJob<Input, Output, Preview> {
  /** The process is ended when the run takes longer, milliseconds. */
  timeoutMs: number;
  run(input: Input, tools: LiveTools<Preview>): Promise<Output>;
}

export const liveJob = <Input, Output, Preview>(definition: LiveJob<Input, Output, Preview>): LiveJob<Input, Output, Preview> => definition;

/** An encoded picture that a job made. */
export interface Rendered {
  bytes: Uint8Array;
  /** `image/png`, `image/jpeg` or `image/gif`. */
  type: string;
  /** Pixels. */
  width: number;
  height: number;
}
