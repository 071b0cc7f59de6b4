import type { Context } from '../src/chat/context.ts';
import { LearnerError } from '../src/chat/errors.ts';
import { choice, shown, text } from '../src/chat/options.ts';
import { list, paragraph, type Reply } from '../src/chat/reply.ts';
import { LANGUAGES, type Language, type Translate } from '../src/chat/texts.ts';
import { defineAction, defineCommand, type Parts } from './command.ts';
import { findTimeZone } from './time-zone.ts';

/** The languages in their own words, so that each finds theirs. */
const LANGUAGE_NAMES = { en: 'English', ru: 'Русский' } as const;

export const settings = defineCommand({
  name: 'settings',
  topic: 'you',
  options: {
    language: choice(LANGUAGES, { aliases: { english: 'en', английский: 'en', russian: 'ru', русский: 'ru' } }),
    zone: text({ maxLength: 60, suggestions: ['Europe/Moscow', 'Europe/London', 'Asia/Yekaterinburg', 'America/New_York', 'UTC'] }),
  },
  acknowledge: 'private',
  examples: ['language=ru', 'zone=Europe/Moscow'],
  run: applySettings,
  actions: {
    zone: defineAction({
      options: {},
      acknowledge: 'private',
      form: (t) => ({ title: t('settings-zone-button'), label: t('settings-zone-ask'), placeholder: 'Europe/Moscow', maxLength: 60 }),
      run: (ctx, { form }, parts) => applySettings(ctx, { zone: form }, parts),
    }),
  },
});

/** Saves what is given and shows what is set. */
async function applySettings(
  ctx: Context,
  { language, zone }: { language?: Language; zone?: string },
  { store, texts }: Parts,
): Promise<Reply> {
  const timeZone = zone === undefined ? undefined : requireTimeZone(zone);
  if (language !== undefined || timeZone !== undefined) await store.learners.update(ctx.who.key, { language, timeZone });
  // the answer already speaks the language just chosen
  const now = { language: language ?? ctx.language, timeZone: timeZone ?? ctx.timeZone };
  const t: Translate = texts.in(now.language);
  const changed = language !== undefined || timeZone !== undefined;
  return {
    blocks: [
      ...(changed ? [paragraph(t('settings-saved'))] : []),
      list([
        t('settings-language', { language: LANGUAGE_NAMES[now.language] }),
        t('settings-zone', { zone: now.timeZone, time: clock(now.timeZone, now.language) }),
      ]),
    ],
    buttons: [
      LANGUAGES.map((tag) => ({ label: LANGUAGE_NAMES[tag], route: `settings language=${tag}` })),
      [{ label: t('settings-zone-button'), route: 'settings.zone' }],
    ],
    audience: 'asker',
    facts: now,
  };
}

function requireTimeZone(typed: string): string {
  const zone = findTimeZone(typed);
  if (zone === undefined) throw new LearnerError('settings-zone-unknown', { zone: shown(typed) });
  return zone;
}

const clock = (timeZone: string, language: string) =>
  new Intl.DateTimeFormat(language, { timeZone, hour: '2-digit', minute: '2-digit' }).format(new Date());
