/** A line that is said to the tutor; of a list all are said in turn, and what the last one shows counts. */
export type GalleryLine = string | string[];

export interface GallerySection {
  title: string;
  lines: GalleryLine[];
}

const LECTURE = 'matrix="1 1 1 0 0; 0 1 1 1 0; 0 0 1 1 1; 0 0 1 1 0; 0 1 1 0 0" kernel="1 0 1; 0 1 0; 1 0 1"';
const LAST_COLUMN = `matrix="${Array.from({ length: 7 }, () => '1 1 1 1 1 1 99').join('; ')}"`;
/** 16 rows of the numbers 0…255. */
const COUNTED = Array.from({ length: 16 }, (_, row) => Array.from({ length: 16 }, (_, column) => row * 16 + column).join(' ')).join('; ');
const BORDERED = 'matrix="1 2 3; 4 5 6; 7 8 9" kernel="1 2 0; 0 1 0; -1 0 3"';
const POOLED = 'matrix="1 1 2 4; 5 6 7 8; 3 2 1 0; 1 2 3 4"';

/**
 * What the gallery shows: one line for each figure worth looking at, as a learner would type it. Pictures are the project's own
 * samples, `#scene` and `#seven`, or odd ones that are attached (`@pixel`, see `odd-pictures.ts`). A figure that is not here is not looked at before a release.
 */
export const GALLERY: GallerySection[] = [
  {
    title: 'Filters on a photo',
    lines: [
      '/convolve image=#scene kernel=sobel',
      '/convolve image=#scene kernel=sobel_x',
      '/convolve image=#scene kernel=gaussian sigma=3',
      '/convolve image=#scene kernel=sharpen padding=same',
      '/convolve image=#scene kernel=emboss stride=2',
      '/convolve image=#scene kernel=laplacian',
      '/convolve image=#scene kernel="0 -1 0; -1 5 -1; 0 -1 0"',
      '/convolve image=#scene kernel=outline view=result',
      '/convolve image=#scene kernel=gaussian273',
      '/convolve image=#scene kernel=gaussian sigma=5 channels=gray',
      '/convolve image=#scene kernel=box size=9',
      '/convolve image=#scene kernel=gabor lambda=10 angle=45',
      '/convolve image=#scene kernel=scharr_x',
      '/convolve image=#scene kernel=prewitt',
      '/convolve image=#scene kernel=roberts',
      '/convolve image=#scene kernel=motion length=15 angle=30',
      '/convolve image=#scene kernel=unsharp amount=2',
      '/convolve image=#scene kernel=identity',
    ],
  },
  {
    title: 'Settings of a filter on a photo',
    lines: [
      '/convolve image=#scene kernel=sobel_y display=absolute',
      '/convolve image=#scene kernel=sobel_y display=shifted',
      '/convolve image=#scene kernel=sobel_y display=fitted',
      '/convolve image=#scene kernel=sobel_x channels=color',
      '/convolve image=#scene kernel=sobel dilation=4',
      '/convolve image=#scene kernel=box size=31 padding=15',
      '/convolve image=#scene kernel=box size=31 padding=15 border=reflect',
      '/convolve image=#scene kernel="0 0 0 0 1" padding=same border=circular flip=yes',
      '/convolve image=#scene kernel="1 1 1; 1 1 1; 1 1 1" stride=16',
    ],
  },
  {
    title: 'Odd pictures and kernels',
    lines: [
      '/convolve @pixel kernel=sobel padding=same',
      '/convolve @gray kernel=sobel_x',
      '/convolve @gray kernel=gaussian sigma=2',
      '/convolve image=#scene kernel="0 0 0; 0 0 0; 0 0 0"',
      '/convolve @strip kernel=sobel_x',
      '/convolve @column kernel=sharpen',
      '/convolve @clear kernel=gaussian',
      '/step @pixel kernel=sobel_x padding=same',
      '/pool @pixel size=1',
      '/pool @strip size=4',
      '/canny @gray',
      '/canny @pixel',
      '/canny @strip',
      '/harris @gray',
      '/harris @pixel',
      '/orientations @pixel',
      '/orientations @strip',
      '/channels @gray',
      '/channels @column',
      '/kernels @strip page=blur',
      '/classify @pixel',
    ],
  },
  {
    title: 'Numbers',
    lines: [
      `/convolve ${LECTURE}`,
      `/convolve ${LAST_COLUMN} kernel="1 1 1; 1 1 1; 1 1 1" stride=3`,
      '/convolve matrix="1 2; 3 4" kernel="1 1"',
      `/convolve ${BORDERED} padding=1 border=reflect flip=yes`,
      '/convolve matrix="1.5 -2.25 1000; 0.001 3 4; 5 6 7" kernel="0.5 -0.125; 0 1" padding=1',
      '/convolve matrix="1 2 3 4 5; 6 7 8 9 10; 11 12 13 14 15; 16 17 18 19 20; 21 22 23 24 25" kernel=sobel_x padding=1 border=reflect',
      '/convolve matrix="1 2 3 4 5; 6 7 8 9 10; 11 12 13 14 15; 16 17 18 19 20; 21 22 23 24 25" kernel="1 0; 0 -1" dilation=3 flip=yes',
      `/convolve matrix="${COUNTED}" kernel=gaussian273`,
      '/convolve matrix="5 5 5; 5 5 5; 5 5 5" kernel="0 0; 0 0"',
      '/convolve matrix="7" kernel="2"',
    ],
  },
  {
    title: 'Predict first',
    lines: [
      '/convolve image=#scene kernel=sobel_x predict=yes',
      '/convolve image=#scene kernel=sobel predict=yes',
      '/convolve image=#scene kernel=outline predict=yes',
      '/convolve image=#scene kernel=prewitt predict=yes',
      '/convolve image=#scene kernel=gaussian sigma=3 predict=yes',
      `/convolve ${BORDERED} padding=1 predict=yes`,
      `/pool ${POOLED} kind=average predict=yes`,
      '/pool image=#scene size=3 stride=2 predict=yes',
    ],
  },
  {
    title: 'Step cards',
    lines: [
      '/step image=#scene kernel=sobel_x at=240,100',
      '/step image=#scene kernel=sharpen channels=color at=300,200',
      '/step image=#scene kernel=gaussian at=120,60',
      '/step image=#scene kernel=sobel at=240,100',
      `/step ${LECTURE} at=1,1`,
      '/step image=#scene kernel=gaussian sigma=3 at=200,150',
      '/step matrix="1.5 -2.25 1000; 0.001 3 4; 5 6 7" kernel="0.5 -0.125; 0 1" padding=1',
      `/step ${BORDERED} padding=2 border=circular flip=yes`,
      '/step image=#scene kernel=emboss padding=2 border=replicate flip=yes at=0,0',
    ],
  },
  {
    title: 'Animations',
    lines: [
      '/animate',
      '/animate size=6 padding=1',
      '/animate size=8 stride=3',
      '/animate size=7 dilation=2',
      `/animate ${BORDERED} padding=1 border=circular flip=yes`,
      '/animate kind=pool',
      '/animate kind=pool pool=average',
      '/animate kind=transposed stride=2',
      '/animate kind=transposed stride=2 view=zeros',
      '/animate image=#scene kernel=sobel_x',
      '/animate image=#scene kind=pool window=8',
      `/animate ${LECTURE}`,
      '/animate image=#scene kernel=gaussian sigma=2',
    ],
  },
  {
    title: 'Pooling',
    lines: [
      '/pool image=#scene size=8',
      '/pool image=#scene kind=average size=8',
      `/pool ${POOLED}`,
      `/pool ${POOLED} kind=average`,
      `/pool ${POOLED} size=3 stride=2 padding=1`,
    ],
  },
  {
    title: 'Channels',
    lines: [
      '/channels image=#scene',
      '/channels image=#scene filters=8 stride=2',
      '/channels image=#scene filters=1',
      '/channels image=#scene filters=red_green,mean,green_magenta padding=same',
    ],
  },
  {
    title: 'Edges and corners',
    lines: [
      '/canny image=#scene',
      '/canny image=#scene low=50 high=100',
      '/canny image=#scene view=animation',
      '/canny image=#scene low=1000 high=2000',
      '/orientations image=#scene',
      '/harris image=#scene',
      '/harris image=#scene window=box size=7 count=30',
    ],
  },
  { title: 'The picture book of kernels', lines: ['/kernels', '/kernels image=#scene page=edges'] },
  {
    title: 'Sizes: one layer',
    lines: [
      '/size 7 3 0 3',
      '/size 5 3 1 2',
      '/size 9 3 0 1 2',
      '/size 10 2 0 4',
      '/size 17 3 1',
      '/size 224 7 3 2',
      '/size 7 3 0 2 dims=1',
      '/size 12 3 1 2 dims=3',
      '/size 6x10 conv3x5s1x2 view=grid',
      '/size 32x48 conv3x5s2 view=grid',
      '/size 4 tconv3s2p1 view=grid',
      '/size 20x16x50 conv3s2 dims=3 view=grid',
    ],
  },
  {
    title: 'Sizes: how often each cell is used',
    lines: [
      '/size 7 3 view=heatmap',
      '/size 7 3 0 3 view=heatmap',
      '/size 8 5 2 view=heatmap',
      '/size 14 5 view=heatmap',
      '/size 32 5 view=heatmap',
      '/size 12 3 dims=1 view=heatmap',
      '/size 32x48 conv5s2 view=heatmap',
      '/size 6 tconv3s2 view=heatmap',
      '/size 9 conv3 dims=3 view=heatmap',
    ],
  },
  {
    title: 'What layers cost',
    lines: [
      '/params lenet',
      '/params small',
      '/params vgg16',
      '/params conv3 3 64',
      '/params bottleneck',
      '/params separable',
      '/params connected',
      '/params 3x16x16x16 conv3@8 bn relu tconv2s2@4 dims=3',
    ],
  },
  {
    title: 'What one cell sees',
    lines: [
      '/receptive 32 conv3 conv3 pool2 conv3',
      '/receptive 10 conv3p1 conv3p1 at=0,0',
      '/receptive 32 conv3 conv3d2 conv3d4 dims=1',
      '/receptive lenet',
      '/receptive vgg16',
      '/receptive vgg16 image=#scene',
      '/receptive lenet image=#scene at=0,4',
    ],
  },
  {
    title: 'Sizes: chains of layers',
    lines: [
      '/size 32 conv5 conv5',
      '/size 32 conv5 conv5 pool2',
      '/size 3x32x32 conv5@6 pool2 conv5@16 pool2 flatten linear120 linear84 linear10',
      '/size 3x224x224 conv11s4p2@64 pool3s2 conv5p2@192 pool3s2 conv3p1@384 conv3p1@256 conv3p1@256 pool3s2',
      '/size 32x48 conv3x5s2 pool2 conv3same',
      '/size 3x16x112x112 conv3p1@64 pool1x2x2 conv3p1@128 pool2',
      '/size 16x50 conv3s2@33 dims=1',
      '/size 16x10x50x100 conv3x5x2s2x1x1p4x2x0@33',
      '/size 7 tconv3s2p1op1 up2',
    ],
  },
  { title: 'A digit', lines: ['/classify image=#seven', '/classify image=#scene'] },
  {
    title: 'Other convolutions, in their lesson',
    lines: [
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((card) => `/lesson other-convolutions ${card}`),
      ...['axes:81a2b', 'holes:88c11', 'dilated:8e3f7', 'upsize:71a2b', 'stamp:78c11', 'groups:8e3f7'].map((code) => `/quiz ${code}`),
      '/size 20x16x10x50x100 conv3x5x2s2x1x1p4x2x0@33',
    ],
  },
  {
    title: 'The inside of a network, in lessons',
    lines: [
      '/lesson training 2',
      '/lesson training 4',
      '/lesson training 5',
      '/lesson training 8',
      '/lesson training 9',
      '/lesson anatomy 2',
      '/lesson anatomy 6',
      '/lesson anatomy 7',
      '/lesson filters-as-pictures 1',
      '/lesson filters-as-pictures 6',
      '/lesson filters-as-pictures 8',
      '/lesson neighbors 4',
      '/lesson neighbors 6',
      '/lesson activation-maps 1',
      '/lesson activation-maps 3',
      '/lesson activation-maps 4',
      ...[1, 3, 4, 6, 7, 8, 10, 11].map((card) => `/lesson dreams ${card}`),
    ],
  },
  {
    title: 'Progress',
    lines: [
      '/progress',
      ['/quiz same:38f3a', '77', '/quiz size-plain', 'explain', '/quiz stride', 'hint', '5', '/progress'],
      ['/quiz pad:11111', '3', '/quiz pad:33333', '12', '/quiz pad:55555', '28', '/progress'],
    ],
  },
];
