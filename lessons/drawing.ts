import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JobInput, JobName } from '../src/engine/catalogue.ts';
import type { Engine } from '../src/engine/engine.ts';
import type { Rendered } from '../src/engine/job.ts';
import type { FigureStyle } from '../src/engine/jobs/figure-style.ts';
import { projectRoot } from '../src/project-root.ts';

/** Jobs that draw: their output is a picture, or has one as its `figure` or a moving one as its `gif`. */
export type DrawingJob = { [Name in JobName]: JobInput<Name> extends FigureStyle ? Name : never }[JobName];

type Undrawn<Input> = Input extends unknown ? Omit<Input, keyof FigureStyle | 'bytes'> : never;

/** A figure as data: the job that draws it with its input, and the project's own picture that the job is given. */
export type Drawing = {
  [Name in DrawingJob]: {
    job: Name;
    input: Undrawn<JobInput<Name>>;
    /** For jobs that take a picture's `bytes`. */
    sample?: 'scene' | 'seven';
  };
}[DrawingJob];

/** Draws it in a worker. */
export async function draw(engine: Engine, { job, input, sample }: Drawing, style: FigureStyle, signal?: AbortSignal): Promise<Rendered> {
  const picture = sample === undefined ? {} : { bytes: await samplePicture(sample) };
  // the union of all jobs' inputs is more than the compiler follows; each drawing was checked where it was written
  const output = await engine.run(job, { ...input, ...picture, ...style } as never, signal === undefined ? {} : { signal });
  const { figure, gif } = output as { figure?: Rendered; gif?: Rendered };
  return figure ?? gif ?? (output as unknown as Rendered);
}

const samplePicture = async (name: string) => new Uint8Array(await readFile(join(projectRoot, 'data/samples', `${name}.png`)));
