import { SingleBar } from 'cli-progress';

/** Shows how far a long run is. */
export interface ProgressBar {
  /** @param note what is known now, behind the bar */
  update(done: number, note: string): void;
  /** Prints a line that stays, above the bar. */
  say(line: string): void;
  end(): void;
}

export interface ProgressBarSettings {
  total: number;
  stream?: NodeJS.WriteStream;
  /** Where there is no terminal to redraw one on, a line is printed each time that so much more is done, and at the end. */
  lineEvery: number;
  /** What such a line begins with. */
  done(value: number): string;
}

const BAR = 24; // characters
const CLEAR_LINE = '\r\u001b[K';

/** A bar that is redrawn in place on a terminal, and a line now and then elsewhere. */
export function showProgress({ total, stream = process.stdout, lineEvery, done: text }: ProgressBarSettings): ProgressBar {
  if (stream.isTTY !== true) {
    let shown = 0;
    return {
      update(done, note) {
        if (done < total ? done < shown + lineEvery : done === shown) return;
        shown = done;
        stream.write(`${text(done)}, ${note}\n`);
      },
      say: (line) => void stream.write(`${line}\n`),
      end() {},
    };
  }
  const bar = new SingleBar({
    stream,
    format: '{bar} {percentage} %  {note}',
    barsize: BAR,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    clearOnComplete: true,
    // who runs it decides what an interrupt does
    gracefulExit: false,
    // line wrapping would leave a trail of bars in a narrow window
    linewrap: false,
  });
  let begun = false;
  return {
    update(done, note) {
      if (begun) bar.update(done, { note });
      else bar.start(total, done, { note });
      begun = true;
    },
    say: (line) => void stream.write(`${CLEAR_LINE}${line}\n`),
    end() {
      if (begun) bar.stop();
    },
  };
}

const MEGABYTE = 1e6;

/** Shows how far a transfer is, from its first bytes on. */
export function showTransfer(title: string, stream: NodeJS.WriteStream = process.stdout) {
  let bar: ProgressBar | undefined;
  return {
    /** @param received @param total bytes */
    update(received: number, total: number): void {
      bar ??= showProgress({ total, stream, lineEvery: total / 4, done: (bytes) => `${Math.floor((100 * bytes) / total)} %` });
      bar.update(received, `${title}: ${megabytes(received, total)} of ${megabytes(total, total)} MB`);
    },
    /** Prints a line that stays, above the bar. */
    say(line: string): void {
      if (bar === undefined) console.error(line);
      else bar.say(line);
    },
    end: () => bar?.end(),
  };
}

const megabytes = (bytes: number, total: number) => (bytes / MEGABYTE).toFixed(total < 100 * MEGABYTE ? 1 : 0);

/** A time as a person says it: `45 s`, `12 min`, `3 h 20 min`. */
export function duration(seconds: number): string {
  if (seconds < 99.5) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 100 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
