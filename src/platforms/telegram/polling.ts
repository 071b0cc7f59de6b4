import { setTimeout as wait } from 'node:timers/promises';
import type { Api } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import type { Logger } from '../../chat/context.ts';
import { explain, isWrongToken } from './failures.ts';
import type { Inbox } from './inbox.ts';
import { POLL_GRACE_MS, POLL_SECONDS } from './limits.ts';

const UPDATES = ['message', 'callback_query', 'poll_answer'] as const;
/** The most that one fetch gives. */
const MAX_UPDATES = 100;
/** After a failure to fetch, milliseconds; doubled up to the longest. */
const RETRY_MS = 1000;
const LONGEST_RETRY_MS = 30_000;

export type ConnectionState =
  | { kind: 'connecting'; problem?: string }
  | { kind: 'on'; me: UserFromGetMe }
  | { kind: 'refused'; problem: string };

/**
 * Fetches updates by long polling, for ever: what goes wrong is said once and tried again, but for a wrong token.
 * `onConnected` is called once, before the first update is given out.
 */
export function createPolling(api: Api, inbox: Inbox, log: Logger, stopping: AbortSignal, onConnected: (me: UserFromGetMe) => void) {
  let state: ConnectionState = { kind: 'connecting' };
  let offset: number | undefined;
  let delay = RETRY_MS;
  let trouble: string | undefined;
  let settle: () => void = () => undefined;
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });

  async function connect(): Promise<Update[]> {
    const me = await api.getMe(deadline(POLL_GRACE_MS));
    onConnected(me);
    const left = await inbox.pending(Date.now());
    state = { kind: 'on', me };
    settle();
    return left;
  }

  async function fetchUpdates(batch: number): Promise<Update[]> {
    const limit = Math.max(1, Math.min(MAX_UPDATES, batch));
    const updates = await api.getUpdates(
      { ...(offset === undefined ? {} : { offset }), limit, timeout: POLL_SECONDS, allowed_updates: [...UPDATES] },
      deadline(POLL_SECONDS * 1000 + POLL_GRACE_MS),
    );
    const fresh = await inbox.receive(updates, Date.now());
    // only what is written down may be asked to be forgotten
    const last = updates.at(-1);
    if (last !== undefined) offset = last.update_id + 1;
    return fresh;
  }

  /** A silent connection is given up; so is every one when the adapter stops. */
  const deadline = (ms: number) => AbortSignal.any([stopping, AbortSignal.timeout(ms)]) as never;

  async function failed(error: unknown): Promise<void> {
    const problem = explain(error);
    // the same trouble is said once, however long it lasts
    if (problem !== trouble) log.error({}, problem);
    trouble = problem;
    if (isWrongToken(error)) state = { kind: 'refused', problem };
    else if (state.kind === 'connecting') state = { kind: 'connecting', problem };
    settle();
    if (state.kind === 'refused') {
      await stopped(stopping);
      return;
    }
    await wait(delay, undefined, { signal: stopping }).catch(() => undefined);
    delay = Math.min(delay * 2, LONGEST_RETRY_MS);
  }

  return {
    state: () => state,
    /** Resolves when it is known whether the first attempt succeeded. */
    settled,
    /** The next updates, the ones left by an earlier run first; empty when the adapter stops. */
    async supply(batch: number): Promise<Update[]> {
      while (!stopping.aborted) {
        try {
          const updates = state.kind === 'on' ? await fetchUpdates(batch) : await connect();
          if (trouble !== undefined) log.info({}, 'Telegram: connected again');
          trouble = undefined;
          delay = RETRY_MS;
          return updates;
        } catch (error) {
          if (!stopping.aborted) await failed(error);
        }
      }
      return [];
    },
  };
}

const stopped = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
