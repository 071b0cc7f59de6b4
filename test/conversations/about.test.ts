import { afterEach, describe, expect, it } from 'vitest';
import { startTestTutor, textOf } from '../helpers/tutor.ts';

type TestTutor = Awaited<ReturnType<typeof startTestTutor>>;
let tutor: TestTutor | undefined;
afterEach(() => tutor?.stop());

describe('somebody asks what runs here', { timeout: 180_000 }, () => {
  it('and hears the backend and the device, in both languages', async () => {
    tutor = await startTestTutor();
    const reply = await tutor.say({ text: '/about' });
    expect(textOf(reply)).toMatch(/^Networks run on WebAssembly \(.+\), Node\.js \d+\.\d+\.\d+\.$/m);
    expect(textOf(await tutor.say({ user: 'bob', lang: 'ru', text: '/about' }))).toMatch(
      /^Сети работают на WebAssembly \(.+\), Node\.js [\d.]+\.$/m,
    );
    expect(reply.facts?.backend).toMatchObject({ name: 'wasm', gpu: false, passedOver: [] });
  });

  it('and hears why TensorFlow, which was asked for, is not used', async () => {
    tutor = await startTestTutor({ TUTOR_BACKEND: 'tensorflow' });
    const reply = await tutor.say({ text: '/about' });
    expect(textOf(reply)).toContain('Networks run on WebAssembly');
    expect(textOf(reply)).toContain(
      'TensorFlow was asked for, but neither @tensorflow/tfjs-node-gpu nor @tensorflow/tfjs-node is installed.',
    );
    expect(textOf(await tutor.say({ user: 'bob', lang: 'ru', text: '/about' }))).toContain('Был запрошен TensorFlow, но ни');
    expect(reply.facts?.backend).toMatchObject({ name: 'wasm', passedOver: [{ backend: 'tensorflow', reason: 'absent' }] });
  });
});
