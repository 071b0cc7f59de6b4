/** Networks and pairs of designs that are known by name, as chains of layers. */

/** Classification networks as their papers or torchvision have them; MACs and sizes are those of the input that stands first. */
export const NETWORKS = {
  /** The lecture's LeNet-5 (LeCun et al., 1998). */
  lenet: '1x32x32 conv5@6 pool2 conv5@16 pool2 flatten linear120 linear84 linear10',
  /** The lecture's network for MNIST, and the tutor's own for digits. */
  digits: '1x28x28 conv3same@32 pool2 conv3same@32 pool2 flatten linear100 linear10',
  /** The lecture's small network. */
  small: '3x32x32 conv3@6 flatten linear100 linear10',
  mlp: '3x32x32 flatten linear100 linear10',
  /** As torchvision has it (Krizhevsky, 2014). */
  alexnet:
    '3x224x224 conv11s4p2@64 pool3s2 conv5p2@192 pool3s2 conv3p1@384 conv3p1@256 conv3p1@256 pool3s2 flatten linear4096 linear4096 linear1000',
  /** Simonyan and Zisserman, 2014: configurations A and D. */
  vgga: vgg([1, 1, 2, 2, 2]),
  vgg16: vgg([2, 2, 3, 3, 3]),
} as const;

/** Two designs with the same work to do. */
export const DESIGNS = {
  bottleneck: '256x28x28 conv1@64 conv3same@256 vs conv3same@256',
  separable: '64x56x56 sep3same@128 vs conv3same@128',
  connected: '3x32x32 flatten linear100 vs conv5@6',
} as const;

function vgg(blocks: readonly number[]): string {
  const layers = blocks.flatMap((convolutions, block) => [
    ...new Array<string>(convolutions).fill(`conv3p1@${Math.min(512, 64 * 2 ** block)}`),
    'pool2',
  ]);
  return ['3x224x224', ...layers, 'flatten', 'linear4096', 'linear4096', 'linear1000'].join(' ');
}
