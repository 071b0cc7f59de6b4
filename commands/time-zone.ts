/**
 * The IANA time zone that a person means: its name in any case, its city (`moscow`), or an offset from UTC in whole hours (`UTC+3`).
 * undefined when there is none.
 */
export function findTimeZone(typed: string): string | undefined {
  const word = typed.trim().toLowerCase().replace(/\s+/g, '_').replaceAll('−', '-');
  const offset = /^(?:utc|gmt)?([+-])(\d{1,2})(?::?00)?$/.exec(word);
  if (offset !== null) return fixedOffset(offset[1] === '-' ? -Number(offset[2]) : Number(offset[2]));
  if (word === 'utc' || word === 'gmt') return 'UTC';
  const zones = Intl.supportedValuesOf('timeZone');
  return (
    zones.find((zone) => zone.toLowerCase() === word) ??
    zones.find((zone) => zone.toLowerCase().endsWith(`/${word}`)) ??
    knownToIntl(typed.trim())
  );
}

/** Etc/GMT zones count the other way round: UTC+3 is Etc/GMT-3. */
function fixedOffset(hours: number): string | undefined {
  if (hours === 0) return 'UTC';
  return hours >= -12 && hours <= 14 ? `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}` : undefined;
}

/** Older names such as `Europe/Kiev` are no longer listed but still understood. */
function knownToIntl(name: string): string | undefined {
  if (!/^[A-Za-z]+\/[A-Za-z_/+-]+$/.test(name)) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
