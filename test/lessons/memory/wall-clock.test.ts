import { describe, expect, it } from 'vitest';
import { lastDateAt, readTime, writtenTime } from '../../../lessons/memory/wall-clock.ts';

describe('a time as people type it', () => {
  it.each([
    ['19:00', '19:00'],
    ['7:05', '07:05'],
    ['19', '19:00'],
    ['7.30', '07:30'],
    ['at 8', '08:00'],
    ['в 21:45', '21:45'],
    ['7:30 pm', '19:30'],
    ['12am', '00:00'],
    ['12 PM', '12:00'],
    ['0:00', '00:00'],
    ['23:59', '23:59'],
  ])('%s is %s', (typed, written) => {
    expect(writtenTime(readTime(typed)!)).toBe(written);
  });

  it.each(['24:00', '7:60', '13pm', '0am', '-5', 'noon', '', '7:5', '123', '19:00:00', '1e1'])('%s is none', (typed) => {
    expect(readTime(typed)).toBeUndefined();
  });
});

/** The first whole minute from which the clock has shown this time on this date, found by walking. */
function firstMinute(date: string, minute: number, timeZone: string): string {
  const day = Date.parse(`${date}T00:00:00Z`);
  for (let at = day - 16 * 3_600_000; at < day + 40 * 3_600_000; at += 60_000)
    if (lastDateAt(minute, timeZone, at) === date) return new Date(at).toISOString();
  throw new Error('never');
}

describe('the day of the last reminder', () => {
  it('changes at the minute itself, by the clock on the wall', () => {
    expect(firstMinute('2026-11-24', 19 * 60, 'Europe/Moscow')).toBe('2026-11-24T16:00:00.000Z');
    expect(firstMinute('2026-11-24', 0, 'Asia/Kathmandu')).toBe('2026-11-23T18:15:00.000Z');
    expect(firstMinute('2026-11-24', 23 * 60 + 59, 'Pacific/Kiritimati')).toBe('2026-11-24T09:59:00.000Z');
    expect(firstMinute('2026-11-24', 30, 'Pacific/Pago_Pago')).toBe('2026-11-24T11:30:00.000Z');
  });

  it('in spring comes at the change, when that night leaves the hour out', () => {
    // clocks go from 02:00 to 03:00
    expect(firstMinute('2026-03-08', 150, 'America/New_York')).toBe('2026-03-08T07:00:00.000Z');
    expect(firstMinute('2026-03-29', 150, 'Europe/Berlin')).toBe('2026-03-29T01:00:00.000Z');
    // half an hour only
    expect(firstMinute('2026-10-04', 135, 'Australia/Lord_Howe')).toBe('2026-10-03T15:30:00.000Z');
    // the day itself begins at one o'clock
    expect(firstMinute('2026-09-06', 15, 'America/Santiago')).toBe('2026-09-06T04:00:00.000Z');
  });

  it('in autumn comes once, the first time the clock shows it', () => {
    expect(firstMinute('2026-11-01', 90, 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
    expect(firstMinute('2026-10-25', 150, 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
    // and stays the same through the hour that comes again
    for (const at of ['05:30', '05:59', '06:00', '06:15', '06:30', '07:00'])
      expect(lastDateAt(90, 'America/New_York', Date.parse(`2026-11-01T${at}:00Z`))).toBe('2026-11-01');
  });

  it('never goes back as time goes on, in any zone, over a year', () => {
    for (const timeZone of [
      'America/New_York',
      'Europe/London',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
      'Asia/Tehran',
      'America/Nuuk',
    ]) {
      for (const minute of [0, 150]) {
        let last = '';
        let changes = 0;
        for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 97 * 60_000) {
          const date = lastDateAt(minute, timeZone, at);
          expect(date >= last, `${timeZone} ${new Date(at).toISOString()}`).toBe(true);
          if (date !== last) changes++;
          last = date;
        }
        expect(changes).toBeGreaterThanOrEqual(365);
        expect(changes).toBeLessThanOrEqual(367);
      }
    }
  });
});
