import { reminderFor } from '../commands/remind.ts';
import { lastDateAt } from '../lessons/memory/wall-clock.ts';
import type { Adapter } from './chat/chat.ts';
import type { Logger } from './chat/context.ts';
import type { Texts } from './chat/texts.ts';
import type { Reminder } from './store/reminders.ts';
import type { Store } from './store/store.ts';

const MINUTE_MS = 60_000;

export interface ReminderParts {
  store: Store;
  texts: Texts;
  /** The time, milliseconds since 1970. */
  now(): number;
  /** Of learners who have chosen none, IANA name. */
  timeZone: string;
  log: Logger;
}

/**
 * Sends the daily reminders of the platforms that run here. Each is claimed before it is sent, so that no second process and no restart sends
 * it again; one whose hour passed while nothing ran is sent once, late.
 * @param platforms by name: how to send there
 */
export function createReminderService(platforms: ReadonlyMap<string, Adapter['deliver']>, parts: ReminderParts) {
  const { store, texts, now, log } = parts;
  let checking: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  async function remind(reminder: Reminder, deliver: Adapter['deliver']): Promise<void> {
    const { learner, minute, language } = reminder;
    const timeZone = reminder.timeZone ?? parts.timeZone;
    const date = lastDateAt(minute, timeZone, now());
    if (reminder.lastDate >= date) return;
    const reply = await reminderFor(learner, { t: texts.in(language), timeZone }, { store, now });
    if (!(await store.reminders.claim(reminder, date)) || reply === undefined) return;
    const id = learner.slice(learner.indexOf(':') + 1);
    // whether one that failed on its way has arrived nobody knows: it stays claimed
    const delivery = await deliver({ id, language }, reply);
    if (delivery === 'later') await store.reminders.release(reminder, date);
    if (delivery === 'closed') {
      await store.reminders.remove(learner);
      log.info({ learner }, 'a reminder is turned off: the person takes no messages');
    }
  }

  async function checkPlatform(platform: string, deliver: Adapter['deliver']): Promise<void> {
    for (const reminder of await store.reminders.of(platform)) {
      await remind(reminder, deliver).catch((error: unknown) =>
        log.error({ err: error, learner: reminder.learner }, 'a reminder could not be sent'),
      );
    }
  }

  /** Sends what is to be sent now; a check that is still going on is not joined by a second one. Never rejects. */
  function check(): Promise<void> {
    checking ??= Promise.all([...platforms].map(([platform, deliver]) => checkPlatform(platform, deliver)))
      .then(() => undefined)
      .catch((error: unknown) => log.error({ err: error }, 'the reminders could not be read; check the database'))
      .finally(() => {
        checking = undefined;
      });
    return checking;
  }

  function sleep(): void {
    if (stopped) return;
    // by the wall: reminders are due at whole minutes
    timer = setTimeout(() => void check().then(sleep), MINUTE_MS - (now() % MINUTE_MS));
    timer.unref();
  }

  return {
    check,
    /** Checks now and at every whole minute. */
    start(): void {
      void check().then(sleep);
    },
    stop(): void {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
