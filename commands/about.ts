import { heading, list, paragraph } from '../src/chat/reply.ts';
import type { Engine } from '../src/engine/engine.ts';
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
        paragraph(t('about-backend', { backend: backend.name, device: backend.device, node: process.versions.node })),
        ...backend.passedOver.map(({ backend: name, reason, detail }) =>
          paragraph(t('about-passed-over', { backend: name, reason, device: reason === 'software' || reason === 'lost' ? detail : '' })),
        ),
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
      facts: { version, backend: factsOf(backend), networks },
    };
  },
});

/** Errors' messages can name files of the machine: they are for its log alone. */
const factsOf = ({ name, device, gpu, passedOver }: Awaited<ReturnType<Engine['about']>>['backend']) => ({
  name,
  device,
  gpu,
  passedOver: passedOver.map(({ backend, reason }) => ({ backend, reason })),
});
