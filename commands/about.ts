import { heading, list, paragraph } from '../src/chat/reply.ts';
import type { Engine } from '../src/engine/engine.ts';
import { defineCommand } from './command.ts';
import { listNetworks } from './network-choice.ts';

export const about = defineCommand({
  name: 'about',
  topic: 'you',
  options: {},
  acknowledge: 'private',
  examples: [],
  async run({ t }, _values, parts) {
    const { engine, version } = parts;
    const [{ backend, networks }, known] = await Promise.all([engine.about(), listNetworks(parts)]);
    const installed = known.flatMap(({ id, place, state, card }) =>
      place === 'installed' && state === 'ready' && card?.parameters !== undefined
        ? [{ name: id, parameters: card.parameters, classes: card.classes.length }]
        : [],
    );
    return {
      blocks: [
        heading(t('about-title', { version })),
        paragraph(t('about-what')),
        paragraph(t('about-backend', { backend: backend.name, device: backend.device, node: process.versions.node })),
        ...backend.passedOver.map(({ backend: name, reason, detail }) =>
          paragraph(t('about-passed-over', { backend: name, reason, device: reason === 'software' || reason === 'lost' ? detail : '' })),
        ),
        list([
          ...networks.map((network) =>
            t('about-network', {
              name: network.name,
              parameters: network.parameters,
              data: network.data,
              percent: Math.round(network.accuracy * 10_000) / 100,
            }),
          ),
          ...installed.map((network) => t('about-installed', network)),
        ]),
      ],
      facts: { version, backend: factsOf(backend), networks, installed },
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
