import { addDays } from '../progress.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const DAY_MINUTES = 1440;

/**
 * The first moment at which a clock in the time zone shows this minute of this date or a later one, milliseconds since 1970. An hour that
 * daylight saving leaves out is the moment of the change; one that comes twice is the first of the two.
 * @param date as 2026-11-23
 * @param minute after midnight, 0…1439
 */
function momentOf(date: string, minute: number, timeZone: string): number {
  const wallOf = wallClock(timeZone);
  const wanted = Date.parse(`${date}T00:00:00Z`) + minute * MINUTE_MS;
  // how far the zone's clock is from UTC a day before and a day after: what lies between is the change, if there is one
  const offsets = [wanted - DAY_MS, wanted + DAY_MS].map((at) => wallOf(at) - at);
  const candidates = offsets.map((offset) => wanted - offset).sort((a, b) => a - b);
  const exact = candidates.find((at) => wallOf(at) === wanted);
  if (exact !== undefined) return exact;
  // left out: the change lies between the two, and the clock only goes forward there
  let [before, after] = candidates as [number, number];
  while (after - before > MINUTE_MS) {
    const middle = before + Math.floor((after - before) / (2 * MINUTE_MS)) * MINUTE_MS;
    if (wallOf(middle) >= wanted) after = middle;
    else before = middle;
  }
  return after;
}

/** The date on which a clock in the time zone last came to this minute, at or before `now`. */
export function lastDateAt(minute: number, timeZone: string, now: number): string {
  const today = new Date(wallClock(timeZone)(now)).toISOString().slice(0, 10);
  return momentOf(today, minute, timeZone) <= now ? today : addDays(today, -1);
}

/**
 * Minutes after midnight of a time as people type it: `19:00`, `19`, `7.30`, `7:30 pm`, `at 19:00`, `в 19`; undefined for what is none.
 */
export function readTime(typed: string): number | undefined {
  const match = /^(?:at\s+|в\s+)?(\d{1,2})(?:[:.\-h ](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?$/.exec(typed.trim().toLowerCase());
  if (match === null) return undefined;
  const half = match[3]?.charAt(0);
  const hour = Number(match[1]);
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
  const minutes = (half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0)) * 60 + Number(match[2] ?? 0);
  return Number(match[2] ?? 0) < 60 && minutes < DAY_MINUTES ? minutes : undefined;
}

/** Minutes after midnight as 07:05. */
export const writtenTime = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const clocks = new Map<string, (at: number) => number>();

/** What a clock in the zone shows, as the moment at which one in UTC shows the same; whole minutes. */
function wallClock(timeZone: string): (at: number) => number {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const fields = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  const format = new Intl.DateTimeFormat('en', { timeZone, hourCycle: 'h23', ...fields });
  const read = (at: number) => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    return Date.UTC(parts.get('year')!, parts.get('month')! - 1, parts.get('day')!, parts.get('hour')!, parts.get('minute')!);
  };
  clocks.set(timeZone, read);
  return read;
}
