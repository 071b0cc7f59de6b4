import { SingleBar } from 'cli-progress';

const MEGABYTE = 1_000_000;

/** Where there is no terminal to redraw a bar on, one line each time so much more is there. */
const LINE_EVERY = 0.25;

/** Shows how far a transfer is: a bar on a terminal, plain lines elsewhere. */
export function createTransferBar(name: string) {
  const bar = process.stdout.isTTY
    ? new SingleBar({
        format: `${name} [{bar}] {percentage} % · {done} of {all} MB · {eta_formatted} left`,
        barCompleteChar: '█',
        barIncompleteChar: '░',
        hideCursor: true,
      })
    : undefined;
  let started = false;
  let said = 0;
  return {
    show(bytes: number, total: number): void {
      const payload = { done: megabytes(bytes), all: megabytes(total) };
      if (bar !== undefined) {
        if (!started) bar.start(total, 0, payload);
        bar.update(bytes, payload);
      } else if (bytes / total >= said + LINE_EVERY || (bytes === total && said < 1)) {
        said = Math.floor(bytes / total / LINE_EVERY) * LINE_EVERY;
        console.log(`${name}: ${Math.floor((100 * bytes) / total)} %, ${payload.done} of ${payload.all} MB`);
      }
      started = true;
    },
    stop(): void {
      if (started) bar?.stop();
    },
  };
}

const megabytes = (bytes: number) => (bytes / MEGABYTE).toFixed(1);
