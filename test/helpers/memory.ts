import { createHash } from 'node:crypto';
import type { ChatMemory } from '../../src/chat/memory.ts';
import type { Language } from '../../src/chat/texts.ts';

/** A chat memory that lasts as long as the test, for tests of the router alone. */
export function createTestMemory(): ChatMemory & { activity: string[]; profiles: Map<string, { language?: Language; timeZone?: string }> } {
  const profiles = new Map<string, { language?: Language; timeZone?: string }>();
  const pictures = new Map<string, Uint8Array>();
  const last = new Map<string, { id?: string; ref?: string }>();
  const expected = new Map<string, string>();
  const activity: string[] = [];
  return {
    activity,
    profiles,
    profile: async (learner) => profiles.get(learner) ?? {},
    async keepPicture(_learner, bytes) {
      const id = createHash('sha1').update(bytes).digest('hex').slice(0, 8);
      pictures.set(id, bytes);
      return id;
    },
    picture: async (id) => pictures.get(id),
    lastPicture: async (learner, place) => last.get(`${learner} ${place}`),
    setLastPicture: async (learner, place, picture) => void last.set(`${learner} ${place}`, picture),
    expectation: async (learner, place) => expected.get(`${learner} ${place}`),
    async setExpectation(learner, place, route) {
      if (route === undefined) expected.delete(`${learner} ${place}`);
      else expected.set(`${learner} ${place}`, route);
    },
    logActivity: async (row) => void activity.push(`${row.what} ${row.outcome}`),
  };
}
