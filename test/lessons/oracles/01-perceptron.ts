import type { Oracles } from './oracle.ts';

export const oracles: Oracles = {
  // one by one: a weight for each line, a bias for each neuron that computes
  'dense-parameters': ({ inputs, hidden, outputs }) => {
    let parameters = 0;
    for (const [before, after] of [
      [inputs, hidden],
      [hidden, outputs],
    ])
      for (let neuron = 0; neuron < after; neuron++) parameters += before + 1;
    return parameters;
  },
  // walks through the picture in the vector's order until the pixel is met
  'flatten-place': ({ row, column, height, width, channel }) => {
    let place = 0;
    for (let z = 0; z <= channel; z++)
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++) {
          if (z === channel && y === row && x === column) return place;
          place++;
        }
    return -1;
  },
};
