import type { Engine } from './engine.ts';
import type { TrainLiveInput, TrainLiveOutput, TrainLivePreview } from './jobs/train-live.ts';

/** Runs that wait for their turn; more are refused at once. A platform shows an answer for a quarter of an hour at most. */
const MAX_WAITING = 8;

export interface TrainingRun {
  /** What buttons know it by. */
  id: string;
  /** Whose it is; a person has one run at a time. */
  owner: string;
  input: TrainLiveInput;
  /** Called when the run waits, and whenever it moves up: 1 is the next. */
  onPlace(place: number): void;
  onPreview(preview: TrainLivePreview): void;
  /** Called when it was asked to stop: the step under way is finished first. */
  onStopping(): void;
}

/** How a run ended for the person: with what the job gave, before it began, or because the tutor stops. */
export type TrainingEnd =
  | { kind: 'output'; output: TrainLiveOutput }
  | { kind: 'left' }
  | { kind: 'closed'; last: TrainLivePreview['learning'] | undefined };

export type Trainings = ReturnType<typeof createTrainings>;

interface Entry extends TrainingRun {
  /** Lets it begin, or ends its waiting. */
  begin(turn: 'run' | 'left' | 'closed'): void;
  stop: AbortController;
  cancel: AbortController;
  running: boolean;
}

/**
 * Live trainings of everyone: so many at a time, first come, first served, one a person. What runs is known here and nowhere else, because it
 * ends with this process.
 * @param slots how many learn at the same time
 */
export function createTrainings(engine: Pick<Engine, 'runLive'>, slots: number) {
  const entries = new Map<string, Entry>();
  let closed = false;
  const all = () => [...entries.values()];
  const waiting = () => all().filter(({ running }) => !running);

  function moveUp(): void {
    const free = slots - all().filter(({ running }) => running).length;
    for (const entry of waiting().slice(0, Math.max(0, free))) {
      entry.running = true;
      entry.begin('run');
    }
    waiting().forEach((entry, index) => {
      entry.onPlace(index + 1);
    });
  }

  async function learn(entry: Entry): Promise<TrainingEnd> {
    let last: TrainLivePreview['learning'];
    try {
      const output = await engine.runLive('train-live', entry.input, {
        stop: entry.stop.signal,
        signal: entry.cancel.signal,
        onPreview(preview) {
          last = preview.learning ?? last;
          if (!entry.stop.signal.aborted) entry.onPreview(preview);
        },
      });
      return { kind: 'output', output };
    } catch (error) {
      if (closed) return { kind: 'closed', last };
      throw error;
    }
  }

  return {
    /** The run of a person, while it waits or learns. */
    of: (owner: string): string | undefined => all().find((entry) => entry.owner === owner)?.id,
    /** Whose a run is; undefined when there is no such run, or no longer. */
    ownerOf: (id: string): string | undefined => entries.get(id)?.owner,
    /** Whether one more would be refused. */
    isFull: (): boolean => waiting().length >= MAX_WAITING,
    /** Waits for its turn and runs. @throws what the engine's runLive throws */
    async run(run: TrainingRun): Promise<TrainingEnd> {
      if (closed) return { kind: 'closed', last: undefined };
      let begin: Entry['begin'] = () => undefined;
      const turn = new Promise<'run' | 'left' | 'closed'>((resolve) => {
        begin = resolve;
      });
      const entry: Entry = { ...run, begin, stop: new AbortController(), cancel: new AbortController(), running: false };
      entries.set(run.id, entry);
      moveUp();
      try {
        const how = await turn;
        if (how === 'run') return await learn(entry);
        return how === 'left' ? { kind: 'left' } : { kind: 'closed', last: undefined };
      } finally {
        entries.delete(run.id);
        moveUp();
      }
    },
    /** Stops a run, or takes it out of the queue. */
    end(id: string): void {
      const entry = entries.get(id);
      if (entry === undefined || entry.stop.signal.aborted) return;
      entry.stop.abort();
      if (entry.running) entry.onStopping();
      else entry.begin('left');
    },
    /** The tutor stops: every run ends now, with what was last shown of it, and none begins. */
    close(): void {
      closed = true;
      for (const entry of all()) {
        entry.begin('closed');
        entry.cancel.abort();
      }
    },
  };
}
