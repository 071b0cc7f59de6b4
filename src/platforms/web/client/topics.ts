import type { PageContext } from './context.ts';
import { element } from './dom.ts';
import type { PageTextKey } from './page-texts.ts';

const TOPIC_TEXTS: Record<string, PageTextKey> = {
  pictures: 'web-topic-pictures',
  networks: 'web-topic-networks',
  numbers: 'web-topic-numbers',
  questions: 'web-topic-questions',
  you: 'web-topic-you',
};

/** The commands by topic beside the conversation, on screens that have room for them. */
export function createTopics({ t, commands }: PageContext, begin: (text: string) => void): HTMLElement {
  const sections = Object.entries(TOPIC_TEXTS).flatMap(([topic, key]) => {
    const own = commands().filter((command) => command.topic === topic);
    if (own.length === 0) return [];
    const items = own.map(({ name, description }) =>
      element(
        'li',
        {},
        element(
          'button',
          { type: 'button', class: 'command', onclick: () => begin(`/${name} `) },
          element('b', {}, `/${name}`),
          element('span', {}, description),
        ),
      ),
    );
    return [element('section', {}, element('h2', {}, t(key)), element('ul', {}, ...items))];
  });
  return element('nav', { class: 'topics', 'aria-label': t('web-commands') }, ...sections);
}
