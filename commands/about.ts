import { heading, list, paragraph } from '../src/chat/reply.ts';
import { defineCommand } from './command.ts';

export const about = defineCommand({
  name: 'about',
  topic: 'you',
  options: {},
  acknowledge: 'private',
  examples: [],
  async run({ t }, _values, { engine, version }) {
    const { backend, networks } = await engine.about();
    return {
      blocks: [
        heading(t('about-title', { version })),
        paragraph(t('about-what')),
        paragraph(t('about-backend', { backend, node: process.versions.node })),
        list(
          networks.map((network) =>
            t('about-network', {
              name: network.name,
              parameters: network.parameters,
              data: network.data,
              percent: Math.round(network.accuracy * 10_000) / 100,
            }),
          ),
        ),
      ],
      facts: { version, backend, networks },
    };
  },
});
