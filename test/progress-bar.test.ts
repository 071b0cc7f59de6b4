import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { duration, showProgress, showTransfer } from '../src/progress-bar.ts';

/** A stream that keeps what is written. */
function stream(isTTY: boolean) {
  const written: string[] = [];
  const made = new Writable({
    write(chunk, _, done) {
      written.push(String(chunk));
      done();
    },
  });
  return { stream: Object.assign(made, { isTTY, columns: 80 }) as unknown as NodeJS.WriteStream, written };
}

describe('a progress bar', () => {
  const bar = (out: NodeJS.WriteStream) => showProgress({ total: 25, stream: out, lineEvery: 10, done: (step) => `step ${step}` });

  it('is a line now and then where there is no terminal', () => {
    const { stream: out, written } = stream(false);
    const progress = bar(out);
    for (let step = 1; step <= 25; step++) {
      progress.update(step, `loss ${step}`);
      if (step === 5) progress.say('epoch 1');
    }
    progress.update(25, 'again');
    progress.end();
    expect(written).toEqual(['epoch 1\n', 'step 10, loss 10\n', 'step 20, loss 20\n', 'step 25, loss 25\n']);
  });

  it('is redrawn on a terminal, with lines that stay above it', () => {
    const { stream: out, written } = stream(true);
    const progress = bar(out);
    progress.update(10, 'loss 1.5');
    progress.say('epoch 1');
    progress.end();
    const text = written.join('');
    expect(text).toContain('40 %  loss 1.5');
    expect(text).toContain('\r\u001b[Kepoch 1\n');
  });
});

describe('a transfer', () => {
  it('is told in megabytes, a line for each quarter where there is no terminal', () => {
    const { stream: out, written } = stream(false);
    const transfer = showTransfer('a set', out);
    for (let received = 0; received <= 10_000_000; received += 1_000_000) transfer.update(received, 10_000_000);
    transfer.say('the next address');
    transfer.end();
    expect(written).toEqual([
      '30 %, a set: 3.0 of 10.0 MB\n',
      '60 %, a set: 6.0 of 10.0 MB\n',
      '90 %, a set: 9.0 of 10.0 MB\n',
      '100 %, a set: 10.0 of 10.0 MB\n',
      'the next address\n',
    ]);
  });
});

describe('a duration', () => {
  it.each([
    [0, '0 s'],
    [99, '99 s'],
    [100, '2 min'],
    [3600, '60 min'],
    [12_000, '3 h 20 min'],
  ])('of %i seconds is %s', (seconds, text) => {
    expect(duration(seconds)).toBe(text);
  });
});
