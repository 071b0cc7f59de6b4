import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chosenNetwork, type ListedNetwork } from '../../commands/network-choice.ts';
import { learnerMessage } from '../../src/chat/errors.ts';
import { LANGUAGES, loadTexts } from '../../src/chat/texts.ts';
import { projectRoot } from '../../src/project-root.ts';

const texts = loadTexts([join(projectRoot, 'commands')]);
const network = (id: string, state: ListedNetwork['state']): ListedNetwork => ({ id, place: 'shipped', state });

/** What is answered to a name, in English and in Russian. */
function answered(typed: string, known: ListedNetwork[]): string[] {
  try {
    return [chosenNetwork(typed, known)];
  } catch (error) {
    const { id, values } = learnerMessage(error)!;
    return LANGUAGES.map((language) => texts.in(language)(id, values));
  }
}

describe('a network that is not known', () => {
  const ready = [network('digits', 'ready'), network('objects', 'ready')];

  it('is answered with those that are, and with how the one that is not installed is fetched', () => {
    expect(answered('rabbit', [...ready, network('mobilenet', 'not-installed')])).toEqual([
      'I have no network “rabbit”. There are: digits, objects. Not installed here: mobilenet; whoever runs me fetches it with `npm run models -- pull mobilenet`.',
      'Сети «rabbit» нет. Есть: digits, objects. Не установлена mobilenet: тот, у кого запущен бот, скачает её командой `npm run models -- pull mobilenet`.',
    ]);
    expect(answered('digitz', [...ready, network('mobilenet', 'not-installed')])[0]).toMatch(
      /^I have no network “digitz”\. Did you mean digits\? There are: digits, objects\. Not installed here: mobilenet;/,
    );
  });

  it('is answered with no more than those that are, where everything is installed', () => {
    expect(answered('rabbit', [...ready, network('mobilenet', 'ready')])).toEqual([
      'I have no network “rabbit”. There are: digits, objects, mobilenet.',
      'Сети «rabbit» нет. Есть: digits, objects, mobilenet.',
    ]);
  });
});
