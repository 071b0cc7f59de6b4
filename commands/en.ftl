# What commands do (≤ 100 characters: menus are narrow), their names, options and replies.
number = { $value }

command-start = Says hello and shows three things to try
command-start-name = start
command-start-payload = A question's code from a friend
start-title = Hello! I teach convolutional neural networks.
start-what = Send me a photo, a handwritten digit or numbers, and see what a convolution does to them, step by step.
start-photo = A photo with the command /convolve: see its edges, blur or sharpen it.
start-digit = A photo of one handwritten digit with /classify: I read it and show how.
start-quiz = /quiz padding: endless questions, each wrong answer explained.
start-more = Everything else is under /help. Try one now:
start-try-edges = See edges on a sample picture
start-try-digit = Have a digit read
start-try-quiz = Ask me a question
start-language = Русский

command-help = Lists what I can do, or explains one command
command-help-name = help
command-help-about = A command or a topic
help-intro = Every command works with a slash in front. Pictures come with the command, as the message you reply to, or as the last one you sent.
help-topic-pictures = Pictures
help-topic-networks = Networks
help-topic-numbers = Numbers
help-topic-questions = Questions
help-topic-you = You and me
help-more = `/help convolve` explains one command with its options and examples.
help-examples = Try:
help-values = Values: { $values }
help-names = Names: { $values }
help-numbers = Numbers: { $values }
help-range = { $min }…{ $max }
help-yes = yes
help-no = no
help-default = default: { $value }
help-default-only = Default: { $value }
help-unknown = There is no help on “{ $about }”. /help lists all commands and topics.
help-unknown-suggest = There is no help on “{ $about }”. Did you mean /help { $meant }?

command-about = Version, backend and networks of this tutor
command-about-name = about
about-title = Tutor for convolutional networks, version { $version }
about-what = Pictures and numbers are computed on the machine that runs me; nothing is sent anywhere else.
about-network = { $name }: { $parameters } parameters, { $data ->
    [mnist] { $percent } % of MNIST's 10,000 test digits read correctly
   *[cifar10] { $percent } % of CIFAR-10's 10,000 test pictures recognized correctly
  }
about-installed = { $name }: { $parameters } parameters, { $classes } classes; installed here
about-backend = Networks run on { $backend ->
    [tensorflow] TensorFlow
    [webgpu] WebGPU
    [wasm] WebAssembly
   *[cpu] plain JavaScript
  } ({ $device }), Node.js { $node }.
about-passed-over = { $reason ->
    [absent] { $backend ->
        [tensorflow] TensorFlow was asked for, but neither @tensorflow/tfjs-node-gpu nor @tensorflow/tfjs-node is installed.
       *[other] WebGPU is not used: its package is not installed.
      }
    [no-gpu] { $backend ->
        [tensorflow] TensorFlow is not used: it finds no GPU here.
       *[other] WebGPU is not used: it finds no graphics card here.
      }
    [software] WebGPU is not used: it finds no graphics card here, only a program that imitates one ({ $device }).
    [lost] The graphics card ({ $device }) failed several times in a row and is no longer used.
   *[broken] { $backend ->
        [tensorflow] TensorFlow is installed but does not work here; the log says why.
        [webgpu] WebGPU does not work here; the log says why.
       *[other] WebAssembly does not work here; the log says why.
      }
  }

command-settings = Your language and time zone
command-settings-name = settings
command-settings-language = Language of my answers
command-settings-zone = Your time zone, such as Europe/Moscow or UTC+3
settings-saved = Saved.
settings-language = Language: { $language }
settings-zone = Time zone: { $zone } (it is { $time } there)
settings-zone-button = Time zone
settings-zone-ask = Type your city or zone, for example Europe/Moscow or UTC+3.
settings-zone-unknown = I know no time zone “{ $zone }”. Type a zone such as Europe/Moscow, a large city, or UTC+3.

command-size = Sizes of a layer or a whole chain: formula with your numbers, table, drawing
command-size-name = size
command-size-layers = Input and layers: 32 conv5 pool2; or only the numbers N F P S D: 7 3 0 3
command-size-n = N: width of the input
command-size-f = F: width of the kernel
command-size-p = P: padding on each side, 0 if not given
command-size-s = S: stride, 1 if not given
command-size-d = D: dilation, 1 (none) if not given
command-size-view = Windows on a grid (grid), how often each cell is used (heatmap), or sizes in a row (chain)
command-size-dims = Axes of the input: 1 for a signal, 2 for a picture, 3 for a volume
size-result = An input { $n } wide becomes **{ $output }** wide.
size-all-reached = Every column is reached by a window.
size-unreached = { $count ->
    [one] **One column** at the far end is reached by no window: its data is lost.
   *[other] **{ $count } columns** at the far end are reached by no window: their data is lost.
  }
size-unreached-zeros = { $count ->
    [one] The last column is reached by no window, but it is a zero of the padding: no data is lost.
   *[other] The last { $count } columns are reached by no window, but they are zeros of the padding: no data is lost.
  }
size-skipped = The windows lie farther apart than they are wide: { $count ->
    [one] **one column** between them is read by none.
   *[other] **{ $count } columns** between them are read by none.
  }
size-does-not-fit = A kernel that spans { $span } does not fit into a padded input { $padded } wide. Padding { $padding } on each side would do, or a kernel of at most { $kernel }.
size-participation = Without padding a corner cell is in **{ $corner }** { $corner ->
    [one] window
   *[other] windows
  }, a cell in the middle in **{ $middle }**.
size-participation-padded = With padding { $padding } a corner cell is in **{ $corner }** { $corner ->
    [one] window
   *[other] windows
  }, a cell in the middle in **{ $middle }**.
size-overlap = Some output cells are reached by **{ $least }** input { $least ->
    [one] cell
   *[other] cells
  }, others by **{ $most }**: this unevenness shows as a checkerboard in pictures that such layers make.
size-overlap-even = Every output cell is reached by equally many input cells: **{ $most }**.
size-table-layer = layer
size-table-output = output
size-table-field = field
size-table-unreached = unread
size-chain-field = Field: how wide a piece of the input one output cell sees.
size-chain-unread = `{ $layer }` on { $input }: { $axis ->
    [N] along each axis { $count ->
        [one] one cell is
       *[other] { $count } cells are
      }
    [D] along the depth { $count ->
        [one] one cell is
       *[other] { $count } cells are
      }
    [H] along the height { $count ->
        [one] one cell is
       *[other] { $count } cells are
      }
    [W] along the width { $count ->
        [one] one cell is
       *[other] { $count } cells are
      }
   *[L] { $count ->
        [one] one cell is
       *[other] { $count } cells are
      }
  } in no window, that data is lost.
size-batch = The first number, { $batch }, is the batch: so many inputs go through together, each by itself, and no layer changes it.
size-one-filter = `{ $layer }` names no number of filters, so it has one and gives one channel; write for example `conv5@6` for six.
size-alt = Drawing of an input { $n } wide with padding { $p }, windows { $f } wide at stride { $s }, and { $output } outputs; { $count ->
    [0] every column is reached
    [one] one column is reached by no window
   *[other] { $count } columns are reached by no window
  }.
size-alt-grid = Drawing of the windows of { $shapes } on the cells of its input, and of the output they give.
size-alt-heatmap = Heat map of how often each cell is used by { $layer }, { $shapes }. { $numbers }
size-alt-chain = Drawing of the sizes from layer to layer: { $input }, { $chain }.
size-button-quiz = Ask me about sizes
size-button-grid = Windows on the grid
size-button-heatmap = How often each cell is used
size-button-chain = Chain of sizes
size-button-same = With same padding
size-button-padding = Padding { $p }
size-button-unpadded = No padding
size-button-stride = Stride { $s }
size-either = Give either layers or the letters N, F, P, S, D: “{ $option }” does not go with layers. In a layer they are written conv3s2p1d1.
size-input-missing = A chain begins with the size of its input: `{ $example }`.
size-input-unreadable = “{ $word }” is no size of an input. Write 32, 32x48, or with channels 3x32x32.
size-input-axes = “{ $word }” does not give the sizes of an input with { $dims ->
    [one] one axis
   *[other] { $dims } axes
  }. Write 50 or 8x50 with dims=1, 32x48 or 3x32x32 with dims=2, 16x32x32 or 3x16x32x32 with dims=3.
size-layers-missing = Which layers follow? For example `{ $example }`.
size-layers-too-many = These are { $count } layers; at most { $limit } are drawn.
size-number-range = In “{ $word }” the number { NUMBER($value, useGrouping: 0) } is outside of { $min } to { $limit }.
size-layer-unknown = I know no layer “{ $layer }”. There are conv3, 1x1, dw3, sep3, pool2, avgpool2, gap, tconv3, up2, bn, relu, flatten and linear10.
size-layer-unknown-suggest = I know no layer “{ $layer }”. Did you mean { $meant }?
size-layer-unreadable = I cannot read the layer “{ $layer }”. Write it like { $example }: window, then s stride, p padding or same, d dilation, g groups, @ filters, nobias, as far as the layer has them.
size-misfit-window = Layer { $place }, `{ $layer }`, does not fit: its window spans { $span }, and its input { $input } is with padding only { $padded } wide. A window of at most { $kernel } would do, or padding of at least { $padding } on each side.
size-misfit-axes = Layer { $place }, `{ $layer }`, has { $got } numbers where its input { $input } has { $count ->
    [one] one axis
   *[other] { $count } axes
  }.
size-misfit-vector = Layer { $place }, `{ $layer }`, slides a window, but its input is a vector of { $input } numbers without rows and columns. Put it before flatten.
size-misfit-not-flat = Layer { $place }, `{ $layer }`, takes a vector, but its input is { $input }. Put flatten before it.
size-misfit-empty = Layer { $place }, `{ $layer }`: padding { $padding } cuts everything off, as without it the output is only { $whole } wide. Use less padding.
size-misfit-too-large = The output of layer { $place }, `{ $layer }`, would have { $size } cells along an axis or in a vector; at most { $limit } are computed.
size-misfit-pool-padding = Layer { $place }, `{ $layer }`: a pooling window { $window } wide takes padding of at most { $most }, half of it, and { $padding } is more.
size-misfit-groups = Layer { $place }, `{ $layer }`: { $groups } groups must divide both its { $channels } input channels and its { $filters } filters; at most { $most } would do.
size-misfit-output-padding = Layer { $place }, `{ $layer }`: the output padding { $op } must be smaller than the stride or the dilation: at most { $most }.

## What layers cost
command-params = Parameters and multiplications, layer by layer, or two designs compared
command-params-name = params
command-params-layers = Input and layers, a network's name, or two designs with vs between them
command-params-compare = A second design to compare with; it may leave the input out
command-params-dims = Axes of the input: 1 for a signal, 2 for a picture, 3 for a volume
params-number = { NUMBER($value) }
params-total = **{ NUMBER($parameters) }** { $parameters ->
    [one] parameter is learned.
   *[other] parameters are learned.
  }
params-operations = One input takes { NUMBER($multiplications) } multiplications with weights (MACs), together with all else about { NUMBER($operations) } operations (FLOPs): a MAC is one multiplication and one addition.
params-sizeless = How many multiplications depends on the input's size: give its side as a last number, `/params conv3 3 64 32`.
params-statistics = Batch normalization has { NUMBER($count) } more parameters that are measured, not learned: means and variances.
params-memory = At { $times } bytes a number they take { $size }.
params-multiplications = Multiplications: each weight is used once for every place of its filter.
params-table-weights = weights
params-table-biases = biases
params-table-parameters = parameters
params-table-multiplications = MACs
params-table-design = design
params-ratio-parameters = The first design has **{ NUMBER($ratio, maximumFractionDigits: 3) }** times the parameters of the second.
params-ratio-multiplications = It takes **{ NUMBER($ratio, maximumFractionDigits: 3) }** times the multiplications.
params-ends-differ = Their outputs differ: { $one } and { $other }.
params-saving-bottleneck = A 1×1 layer with C_t filters first makes the channels fewer, so the wide window has less to do. About C_t / C_in of the parameters remain:
params-saving-separable = Depthwise, then 1×1: space and channels are mixed one after the other. Of the weights and multiplications this part remains:
params-saving-connected = Fully connected with K neurons against a convolution, biases left out: how many times the weights, then how many times the multiplications. Sharing weights saves memory, not work:
params-alt = Bars of the parameters of each layer: { $layers }; together { NUMBER($total) }.
params-alt-designs = Bars of two designs: { $one } has { NUMBER($oneParameters) } parameters, { $other } has { NUMBER($otherParameters) }.
params-button-bottleneck = 1×1 before 3×3
params-button-separable = Depthwise separable
params-button-connected = Connected or convolution
params-missing = Give an input and layers, for example `/params 3x32x32 conv3@6 flatten linear10`, one layer as `/params conv3 3 64`, or a network as `/params lenet`.
params-two-designs = These are { $count } designs; two can be compared, with one `vs` between them.
params-too-many = These layers would take more operations than can be counted exactly. Make the input or the layers smaller.
chain-network-unknown = I know no network “{ $name }”. There are { $names }; or give an input and layers, such as 32 conv3 pool2.
chain-button-size = Sizes
chain-button-params = Parameters

## What one cell sees
command-receptive = What one cell sees of the input through layers: formula, table, drawing, or on a photo
command-receptive-name = receptive
command-receptive-layers = Input and layers such as 32 conv3 pool2 conv3, or a network's name
command-receptive-image = A photo: what the cell sees of it, layer by layer
command-receptive-at = Column and row of the chosen cell in the last layer's output, from 0: 10,20
command-receptive-dims = Axes of the input: 1 for a signal, 2 for a picture, 3 for a volume
receptive-done = One cell of `{ $layer }` sees **{ $field }** of the input's cells; its neighbor's field lies { $jump } { $count ->
    [one] cell
   *[other] cells
  } farther.
receptive-whole = That is more than the whole input of { $input }: where it reaches beyond the edge there is only padding.
receptive-effective = Not all of these cells count alike: if all weights are alike, { $effective } of { $field } cells along a row have more than 4.55 % of the influence of the strongest. This is the **effective** field; through equal windows at stride 1 it grows only with the root of the depth (Luo et al., 2016).
receptive-effective-all = If all weights are alike, all { $field } cells along a row have more than 4.55 % of the influence of the strongest: the **effective** field is as wide here. It falls behind in deeper chains (Luo et al., 2016).
receptive-max = Max pooling passes on only its largest number; here it is counted like a mean.
receptive-vector = Beyond `{ $layer }` every number sees the whole input, so the field ends there.
receptive-stretched = The photo is taken as an input of { $input }, stretched to fit; each box is what the cell nearest to the middle sees.
receptive-table-jump = jump
receptive-table-start = start
receptive-start = Field: cells of the input that one output cell sees. Jump: how far apart the fields of neighbors lie. Start: where the field of output 0 begins; below 0 it begins in the padding.
receptive-alt = A pyramid of cells: one cell of the last layer at the top, layer by layer down to the { $field } input cells it sees ({ $layers }); below it bars of their influence.
receptive-alt-photo = A photo with nested boxes, what one cell of each layer sees: { $layers }; below it the photo, lit up where it counts.
receptive-photo-title = One cell of { $layer } sees { $field }
receptive-button-photo = On a photo
receptive-button-cells = As cells
receptive-button-corner = The cell in the corner
receptive-missing = Give an input and layers, for example `/receptive 32 conv3 conv3 pool2 conv3`, or a network such as `/receptive vgg16`.
receptive-no-window = No window slides in these layers before `{ $layer }`, so there is no receptive field. Begin with a convolution or pooling, for example 32 conv3 pool2.
receptive-outside = Column { NUMBER($column, useGrouping: 0) }, row { NUMBER($row, useGrouping: 0) } lies outside the output: its columns are 0 to { NUMBER($columns, useGrouping: 0) } and its rows 0 to { NUMBER($rows, useGrouping: 0) }.
receptive-photo-axes = A photo has height and width, and this input has another number of axes ({ $count }). Leave dims out, or leave the photo out.
chain-button-receptive = Receptive field

command-convolve = Convolution of your photo or matrix: edges, blur, sharpening or your own kernel
command-convolve-name = convolve
command-convolve-menu = Edges
command-convolve-image = The picture
command-convolve-kernel = The kernel: a name, or your own numbers such as 1 0 1; 0 1 0; 1 0 1
command-convolve-stride = How far the window moves each time
command-convolve-padding = Zeros around the picture, or what border says: none, as much as keeps the size, or a number
command-convolve-dilation = Cells from one number of the kernel to the next (1: no gaps)
command-convolve-border = What lies in the padding: zeros, a mirror, the edge again, or the other side
command-convolve-flip = Turn the kernel by 180° first: convolution as mathematics defines it
command-convolve-channels = Make the photo gray, or filter each color by itself
command-convolve-display = How numbers become pixels: cut off, without sign, 128 as zero, two colors, stretched
command-convolve-length = Length of motion blur, in pixels
command-convolve-angle = Direction of motion blur or gabor stripes, in degrees
command-convolve-amount = How strongly unsharp sharpens
command-convolve-lambda = Pixels from stripe to stripe of a gabor kernel
command-convolve-gamma = Shape of a gabor kernel's hill (1: round)
command-convolve-psi = Phase of a gabor kernel, in degrees
command-convolve-size = Rows and columns of a gaussian or box kernel
command-convolve-sigma = Spread of a gaussian, in pixels
command-convolve-matrix = Numbers in place of a picture, rows apart by “;”
command-convolve-view = Before and after (compare), or only the result (result)
command-convolve-predict = First ask me what will come out, then show it
convolve-done = `{ $kernel }`: { $what }
convolve-shape = { NUMBER($inHeight, useGrouping: 0) }×{ NUMBER($inWidth, useGrouping: 0) } → { NUMBER($outHeight, useGrouping: 0) }×{ NUMBER($outWidth, useGrouping: 0) } (height × width); values from { $low } to { $high }.
convolve-alt = Before and after the kernel { $kernel } ({ $what }); the result is { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } pixels.
convolve-result = Only the result of `{ $kernel }`: { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } pixels, nothing scaled.
convolve-typed = typed kernel { $kernel }
convolve-shrunk = The photo has { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } pixels; I worked on a smaller copy.
convolve-first-frame = The picture is animated ({ $frames } frames); this is its first frame.
convolve-constant = Every output value is { $value }: the kernel found nothing to tell apart here.
convolve-kernel-zero = Every number of this kernel is 0, so every output value is 0 too: such a kernel forgets the whole picture.
convolve-input-constant = The picture has one color everywhere: no kernel can find an edge in it.
convolve-matrix-done = A { $input } input and a { $kernel } kernel give a { $output } output. The first window:
convolve-matrix-alt = The { $input } input, the { $kernel } kernel and the output: { $output }.
convolve-unreached = { $columns ->
    [0] No window reaches the last { $rows ->
        [one] row
       *[other] { $rows } rows
      } of the padded input: that data is lost.
   *[other] { $rows ->
        [0] No window reaches the last { $columns ->
            [one] column
           *[other] { $columns } columns
          } of the padded input: that data is lost.
       *[other] No window reaches the last rows ({ $rows }) and columns ({ $columns }) of the padded input: that data is lost.
      }
  }
convolve-button-sample = Use a sample picture
convolve-button-result = Only the result

## Predict first
command-pool-predict = Ask me about the result before showing it
predict-button = Predict first
predict-given = Input { $input } (height × width). Kernel { $name }, { $kernel }; stride { $stride }, padding { $padding }, dilation { $dilation }.
predict-given-max = Input { $input } (height × width). Max pooling { $size }×{ $size }, stride { $stride }, padding { $padding }.
predict-given-average = Input { $input } (height × width). Average pooling { $size }×{ $size }, stride { $stride }, padding { $padding }.
predict-given-ceil = The number of windows is rounded up (ceil mode).
predict-question-size = How large will the output be, height × width?
predict-given-bank = Your photo goes through { $count ->
    [one] one filter
   *[other] { $count } filters
  } of { $side }×{ $side }; it has { $channels } channels, and each filter has a bias.
predict-question-parameters = How many parameters is that?
predict-question-which = Which of the four pictures will { $kernel } make?
predict-question-value = What number will stand in row { $row }, column { $column } of the output (counted from 0)?
predict-question-brighter = In which frame will the result be brighter on average?
predict-alt-places = The photo twice, with one place framed in each: A and B.
predict-brighter-reason = Mean gray levels (0 is black, 255 is white): A goes from { $beforeOne } to { $afterOne }, B from { $beforeOther } to { $afterOther }.
predict-alt-which = Four pictures A, B, C, D: the photo through four different kernels.
predict-why-kernel = That one is `{ $kernel }`: { $what }.
predict-effect-blur = { $kernel }: no weight is negative, so neighbors mix and details get softer.
predict-effect-sharpen = { $kernel }: the center is strengthened and its neighbors are taken away, so edges stand out and flat parts stay.
predict-effect-emboss = { $kernel }: opposite sides have opposite signs, so one side of each edge gets light and the other dark.
predict-effect-edges = { $kernel }: the weights sum to 0, so flat parts vanish and edges stay.
predict-effect-edges-x = { $kernel }: left is compared with right, so vertical edges are seen and horizontal ones vanish.
predict-effect-edges-y = { $kernel }: top is compared with bottom, so horizontal edges are seen and vertical ones vanish.
predict-effect-stripes = { $kernel }: it answers to stripes of its own width and direction.
predict-effect-nothing = { $kernel }: there is a single weight, so the picture stays as it is, at most moved or brightened.
convolve-button-pool = Pool it

## Windows: borders and turned kernels
window-border-reflect = What lies outside the input is its mirror image.
window-border-replicate = What lies outside the input is its edge, again and again.
window-border-circular = What lies outside the input is its other side, as on a ring.
window-flipped = The kernel has been turned by 180°: this is convolution as mathematics defines it.

## Step cards and animations
command-step = One window of your picture in numbers: pixels, kernel, products, sum and code
command-step-name = step
command-step-image = The picture
command-step-kernel = The kernel: a name, or your own numbers such as 1 0 1; 0 1 0; 1 0 1
command-step-at = Column and row of the output, counted from 0: 10,20
command-step-stride = How far the window moves each time
command-step-padding = Zeros around the picture: valid (none), same, or a number
command-step-dilation = Cells from one number of the kernel to the next (1: no gaps)
command-step-border = What lies in the padding: zeros, a mirror, the edge again, or the other side
command-step-flip = Turn the kernel by 180° first: convolution as mathematics defines it
command-step-channels = One gray channel (gray), or red, green and blue and their sum (color)
command-step-size = Rows and columns of a gaussian or box kernel
command-step-sigma = Spread of a gaussian, in pixels
command-step-matrix = Numbers in place of a picture, rows apart by “;”
step-done = `{ $kernel }` at **row { NUMBER($row, useGrouping: 0) }, column { NUMBER($column, useGrouping: 0) }** of the output: the window covers rows { $rows } and columns { $columns } of the input, and its { $count } products add up to **{ $value }**.
step-typed = your kernel
step-alt = A window over rows { $rows } and columns { $columns } with the numbers { $numbers }, times the kernel { $kernel }: the sum { $value } lands in row { NUMBER($row, useGrouping: 0) }, column { NUMBER($column, useGrouping: 0) } of the output.
step-progress = Adding up the window
step-next-row = ↵ next row
step-button-animate = Animate
step-button-whole = The whole output
step-place-unreadable = “{ $value }” is no place in the output. Give its column and row, for example at=10,20.
step-outside = Column { NUMBER($column, useGrouping: 0) }, row { NUMBER($row, useGrouping: 0) } lies outside the output: its columns are 0 to { NUMBER($columns, useGrouping: 0) } and its rows 0 to { NUMBER($rows, useGrouping: 0) }.

command-animate = A moving picture: the window slides, the output appears, with the sums
command-animate-name = animate
command-animate-kind = Convolution (convolve), pooling (pool) or transposed convolution (transposed)
command-animate-matrix = The input's numbers, rows apart by “;”
command-animate-size = A square of made-up digits with this side as the input
command-animate-kernel = The kernel: a name, or your own numbers such as 1 0 1; 0 1 0; 1 0 1
command-animate-stride = How far the window moves each time
command-animate-padding = Zeros around the input: valid (none), same, or a number
command-animate-dilation = Cells from one number of the kernel to the next (1: no gaps)
command-animate-border = What lies in the padding: zeros, a mirror, the edge again, or the other side
command-animate-flip = Turn the kernel by 180° first: convolution as mathematics defines it
command-animate-pool = Pooling takes the maximum (max) or the mean (average)
command-animate-window = Side of the pooling window, or of a box or gaussian kernel
command-animate-view = Transposed: the kernel spreads (spread), or zeros are inserted (zeros)
command-animate-sigma = Spread of a gaussian, in pixels
command-animate-image = A photo in place of numbers
animate-progress = Drawing the animation
animate-max = the largest number
animate-average = the mean
animate-done-convolve = The kernel `{ $window }` slides over the { $input } input (stride { $stride }, padding { $padding }, dilation { $dilation }); each sum of products is one cell of the { $output } output:
animate-done-pool = A { $window } window slides over the { $input } input (stride { $stride }, padding { $padding }); { $what } under it is one cell of the { $output } output:
animate-done-transposed = Each cell of the { $input } input adds the whole kernel `{ $window }` to the output (stride { $stride }, padding { $padding }, dilation { $dilation }); where kernels overlap the numbers add up to the { $output } output:
animate-done-photo = The kernel `{ $window }` slides over your photo, { $input } → { $output } (height × width). The numbers under it are its true pixels; only some windows are shown.
animate-done-photo-pool = A { $window } window slides over your photo, { $input } → { $output } (height × width); { $what } of each channel under it is one pixel. Only some windows are shown.
animate-alt-convolve = Animation: a { $window } kernel slides over a { $input } grid of numbers at stride { $stride }, and the output fills with its sums: { $values }.
animate-alt-pool = Animation: a { $window } window slides over a { $input } grid of numbers at stride { $stride }, and the output fills with { $what } of each window: { $values }.
animate-alt-transposed = Animation: each cell of a { $input } grid adds a multiple of the { $window } kernel to the output at stride { $stride }; in the end it is: { $values }.
animate-alt-photo = Animation: a window with the kernel { $window } moves over the photo row by row, with its pixels, the kernel and the sum in numbers; behind it the { $output } output appears.
animate-alt-photo-pool = Animation: a { $window } window moves over the photo row by row, with its pixels in numbers; behind it the { $output } output appears.
animate-button-step = Step card
animate-button-padding = With padding
animate-button-stride = Stride 3
animate-button-dilation = Dilation 2
animate-button-pool = Pooling
animate-button-transposed = Transposed
animate-unused = “{ $option }” does nothing with kind={ $kind }{ $option ->
    [window]  unless the kernel is box or gaussian
    [sigma]  unless the kernel is gaussian
   *[other] {""}
  }. Leave it out, or choose another kind.
animate-photo-transposed = A transposed convolution is animated on numbers only. Give a small matrix, for example matrix="1 2; 3 4".
animate-pool-padding = A pooling window { $window } wide takes padding of at most { $most }, half of it, and { $padding } is more: whole windows would lie outside the input.
animate-too-large = The grid with its padding is { $rows }×{ $columns }; at most { $limit }×{ $limit } can be animated so that its numbers are read. A photo may have any size.
animate-one-kernel = { $kernel } combines two kernels, and a transposed convolution takes one: use { $kernel }_x or { $kernel }_y.
animate-nothing-left = Padding { $padding } cuts everything off: without it the output is only { $size } wide. Use less padding.
animate-zeros-padding = With inserted zeros this kernel takes padding of at most { $most }, and { $padding } is more.

## The picture book of kernels
command-kernels = A picture book of all kernels: their numbers, and what each does to one photo
command-kernels-name = kernels
command-kernels-page = Which page: all, blur, sharpen, edges or details
command-kernels-image = The photo that they are shown on; a sample if you send none
kernels-page-blur = Blurring
kernels-page-sharpen = Sharpening and relief
kernels-page-edges = Edges
kernels-page-details = Fine lines and stripes
kernels-done = Every kernel with its numbers, and what it does to one photo.
kernels-use = Use one on your own photo by its name: `/convolve kernel=gaussian sigma=3`. Prewitt, Scharr and Roberts also go one direction at a time: `prewitt_x`, `prewitt_y`.
kernels-alt = { $title }: each kernel as a grid of numbers, and beside it the photo after it: { $labels }.
kernels-button-try = Try emboss

## Edges by Canny's method
command-canny = Edges by Canny's method: every stage from the gray photo to thin lines
command-canny-name = canny
command-canny-image = The picture
command-canny-low = Low threshold: above it a gradient may belong to an edge
command-canny-high = High threshold: above it a gradient surely is an edge
command-canny-sigma = Blur before everything else, in pixels (0 is none)
command-canny-norm = How a gradient is measured: l2 √(gx² + gy²), l1 |gx| + |gy|
command-canny-view = All stages on one sheet, or one after the other
canny-done = Edges by Canny's method: σ = { $sigma }, thresholds { $low } and { $high } (the largest gradient is { $largest }). { $share } % of the pixels are edges.
canny-strong = { NUMBER($count) } thin pixels above { $high } are strong edges.
canny-weak = { NUMBER($weak) } between { $low } and { $high } are weak; the { NUMBER($kept) } that hang on strong ones were kept.
canny-even = The picture is the same everywhere, so there is no gradient and no edge.
canny-too-high = No gradient is above the high threshold { $high }, the largest is { $largest }: without a strong edge no weak one is kept.
canny-alt = Seven stages of Canny's method: gray, blurred, the gradient's size and direction, its maxima, two thresholds ({ $low } and { $high }), and the edges: { $share } % of the pixels.
canny-button-more = More edges
canny-button-fewer = Fewer edges
canny-button-blur = Other blur
canny-button-sobel = Sobel alone

## Corners by Harris and Stephens
command-harris = Corners by Harris and Stephens, with the response map they come from
command-harris-name = harris
command-harris-image = The picture
command-harris-k = k: how little of an edge passes for a corner, usually 0.04 to 0.06
command-harris-window = The mean around each pixel: gaussian or box
command-harris-sigma = Reach of the gaussian window, in pixels
command-harris-size = Side of the box window, in pixels (odd)
command-harris-quality = Least response of a corner, as a part of the largest
command-harris-count = Corners that are marked at most
harris-done = { $found ->
    [one] One corner found and marked.
   *[other] { $found } corners found and marked, the strongest first.
  }
harris-none = I found no corner here: nothing changes in two directions at once.
harris-how = M holds the means of gx², gx·gy and gy² around a pixel. Where only one direction changes (an edge), R is negative; where both do (a corner), it is large.
harris-alt = The photo with { $found } corners marked by rings, and the response map in two colors: blue at corners, orange along edges.
harris-button-more = More corners
harris-button-fewer = Fewer corners
harris-button-window = Other window
harris-button-canny = Its edges

## /orientations
command-orientations = Six columns by orientation: oriented filters over a photo, as in the visual cortex
command-orientations-name = orientations
command-orientations-image = The picture
orientations-done = Strongest here: bars and edges at { $degrees }°, with { $percent } % of all answers. 0° lies flat, 90° stands upright.
orientations-none = No column answers here: nothing in this picture has a direction.
orientations-share = { $degrees }°: { $percent } %
orientations-how = Each column has a Gabor filter for bars and one for edges of one direction. A place answers √(bar² + edge²), as a complex cell does: it minds the direction, and not where exactly the bar lies.
orientations-alt = The photo; which of six orientations answers most at each place, in colors{ $percent ->
    [0] {""}
   *[other] {" "}(most of all { $degrees }°)
  }; and for each orientation its two filters and the map of its answers.
orientations-button-filter = The strongest filter

kernel-sobel = strength of edges in every direction, √(gx² + gy²)
kernel-sobel-x = edges between left and right
kernel-sobel-y = edges between top and bottom
kernel-gaussian = a soft blur that calms noise
kernel-gaussian273 = the lecture's 5×5 blur, whole numbers over 273
kernel-box = the mean of each window
kernel-sharpen = differences to the neighbors made stronger
kernel-unsharp = unsharp mask: what a blur would take away is added once more
kernel-emboss = light from one side, as on a relief
kernel-outline = each pixel against its eight neighbors
kernel-laplacian = second derivative: where brightness changes abruptly
kernel-prewitt = strength of edges, all rows and columns equal
kernel-prewitt-x = edges between left and right, all rows equal
kernel-prewitt-y = edges between top and bottom, all columns equal
kernel-scharr = strength of edges, the same in every direction
kernel-scharr-x = edges between left and right, truer to direction than Sobel
kernel-scharr-y = edges between top and bottom, truer to direction than Sobel
kernel-roberts = strength of edges from the two diagonals of 2×2 pixels
kernel-roberts-x = differences along the falling diagonal
kernel-roberts-y = differences along the rising diagonal
kernel-motion = a blur along a line, as if the camera had moved
kernel-gabor = stripes of one width and direction
kernel-identity = nothing changes
kernel-typed = your own numbers

kernel-too-large = The kernel spans { $kernel } and the padded input only { $input }: it does not fit. Padding { $need } on each side or a kernel of at most { $largest } would do.
kernel-size-even = This kernel needs an odd size so that it has a center; { $size } is even.
kernel-option-unused = “{ $option }” does not go with { $kernel }; it is for { $takers }.

padding-too-large = At most { $limit } zeros of padding are added on each side.

## Numbers of an operator that do not go together
tensor-axes = A tensor of shape { $shape } does not fit: between { $least } and { $most } axes are needed, batch and channels included.
tensor-empty = A tensor of shape { $shape } holds nothing: every size must be a whole number of at least 1.
tensor-length = A tensor of shape { $shape } needs { $expected } numbers, and there are { $got }.
tensor-too-large = A tensor of shape { $shape } is too large: at most { $limit } million numbers are computed at once.
axes-count = “{ $option }” has { $got } numbers and needs { $expected }, one for each spatial axis.
axes-range = “{ $option }” takes whole numbers from { $least } to { $most }.
window-too-large = The window spans { $window } and the padded input only { $input }: it does not fit. A window of at most { $most } or padding { $need } on each side would do.
filters-axes = The filters have { $filters } axes and the input { $input }; they need equally many.
groups-uneven = { $channels } channels cannot be split into { $groups } equal groups.
channels-unlike = Each filter sees { $got } channels, but there are { $expected }.
bias-length = There are { $got } biases for { $expected } output channels; each channel needs one.
output-too-small = The padding cuts off everything: of { $reached } output cells { $output } would be left.
output-shape-small = An output of { $output } is smaller than the { $least } that input, stride and padding give.
pool-padding = Padding { $padding } is too wide for a pooling window of { $window }: some windows would hold nothing but padding. At most { $most } is possible.

picture-svg = This is an SVG drawing, not a picture of pixels. Please send a PNG or JPEG.
picture-not-a-picture = This file is not a picture that I can read. Please send a PNG, JPEG, WebP or GIF.
picture-format = I cannot read { $format } files. Please send a PNG, JPEG, WebP or GIF.
picture-too-many-pixels = This picture has { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } pixels; I read at most { $limit } million, { NUMBER($side, useGrouping: 0) } on a side. Please send a smaller copy.
picture-too-slow = This picture takes too long to read. Please send a smaller copy.
picture-unreadable = This picture is damaged or cut off, and I cannot read it. Please send it again.

## Pooling
command-pool = Max or average pooling of your photo or matrix: what is kept, and what is thrown away
command-pool-name = pool
command-pool-menu = Pooling
command-pool-image = The picture
command-pool-kind = max: the largest number of each window; average: their mean
command-pool-size = Rows and columns of the window
command-pool-stride = How far the window moves each time; its own size if not given
command-pool-padding = Cells added on each side; less than the size
command-pool-ceil = Whether a last, incomplete window counts (ceil mode)
command-pool-count = Whether averages count the padding as zeros, as PyTorch does
command-pool-matrix = Numbers in place of a picture, rows apart by “;”
pool-done-max = Max pooling { $size }×{ $size } with stride { $stride }: { $input } → { $output }. Each number is the largest of its window; there are no weights to learn.
pool-done-average = Average pooling { $size }×{ $size } with stride { $stride }: { $input } → { $output }. Each number is the mean of its window; there are no weights to learn.
pool-lost = { NUMBER($kept, maximumFractionDigits: 1) } % of the numbers are left, { NUMBER($lost, maximumFractionDigits: 1) } % are thrown away.
pool-channels = Red, green and blue are pooled each by itself: the number of channels stays 3.
pool-first-window = The first window: { $formula }.
pool-unreached = { $columns ->
    [0] No window reaches the last { $rows ->
        [one] row
       *[other] { $rows } rows
      } of the input: that data is lost. `ceil=yes` adds windows for it.
   *[other] { $rows ->
        [0] No window reaches the last { $columns ->
            [one] column
           *[other] { $columns } columns
          } of the input: that data is lost. `ceil=yes` adds windows for it.
       *[other] No window reaches the last rows ({ $rows }) and columns ({ $columns }) of the input: that data is lost. `ceil=yes` adds windows for it.
      }
  }
pool-left-out = With `ceil` one more window would begin behind the input: it is left out, hence the − 1.
pool-constant = The picture has one color only ({ $value }): whatever is pooled, the same comes out.
pool-one-nothing = A window of a single cell at stride 1 changes nothing.
pool-one-every = A window of a single cell keeps one pixel of every { $stride } in each direction and drops the rest.
pool-padding-max = The padding never wins: the maximum is taken over the cells of the input only.
pool-padding-counted = The padding counts as zeros in the averages, as in PyTorch; `count=no` leaves it out.
pool-padding-left-out = The padding is left out of the averages (count_include_pad=False in PyTorch).
pool-alt-max = Before and after max pooling with windows { $size }×{ $size }: { $input } becomes { $output }.
pool-alt-average = Before and after average pooling with windows { $size }×{ $size }: { $input } becomes { $output }.
pool-matrix-alt = The { $input } input with its windows framed in colors, and the output: { $output }.
pool-button-max = Max instead
pool-button-average = Average instead

## Channels
command-channels = Red, green and blue of your photo through several filters: the maps and the weights' shape
command-channels-name = channels
command-channels-menu = Channels
command-channels-image = The picture
command-channels-filters = How many filters (1…8), or their names: edges_x, red_green
command-channels-stride = How far the window moves each time
command-channels-padding = Zeros around the picture: valid (none), same, or a number
command-channels-predict = Ask how many parameters the filters have, before showing the result
channels-done = A photo { $input } (channels × height × width) through { $count ->
    [one] one filter gives one map
   *[other] { $count } filters gives { $count } maps
  }: { $output }.
channels-weights = Each filter sees all three channels, so the layer's weights have the shape **{ $shape }** (filters × channels × rows × columns), and a bias for each filter:
channels-parameters = Parameters: { $formula }
channels-filter-edges-x = brightness: edges between left and right
channels-filter-edges-y = brightness: edges between top and bottom
channels-filter-outline = brightness: each pixel against its eight neighbors
channels-filter-mean = the mean of all 27 numbers: a blurred gray photo
channels-filter-red-green = red minus green: above 0 (blue on the map) where it is redder, below (orange) where it is greener
channels-filter-blue-yellow = blue minus red and green: what is blue against what is yellow
channels-filter-diagonal = brightness: slanted edges
channels-filter-green-magenta = green minus red and blue: what is green against what is magenta
channels-gray = The photo is gray: the same numbers stand in all three channels, and filters that compare colors find nothing.
channels-constant = The picture has one color only, so every map is the same everywhere.
channels-count = Type a number of filters from 1 to { $limit }, or their names.
channels-filter-unknown = I have no filter “{ $name }”. Filters: { $names }.
channels-filter-unknown-suggest = I have no filter “{ $name }”. Did you mean { $meant }? Filters: { $names }.
channels-alt = The photo, its red, green and blue channel, and { $count ->
    [one] one filter with its weights and its map
   *[other] { $count } filters with their weights and their maps
  } ({ $filters }); the output is { $output }.
channels-button-filters = { $count ->
    [one] One filter
   *[other] { $count } filters
  }
channels-button-stride = Stride { $stride }

command-classify = Reads a handwritten digit, or says what a network sees in your photo
command-classify-name = classify
command-classify-menu = Read the digit
command-classify-image = A photo or drawing of one digit; of a thing, for networks that know things
command-classify-network = digits if not given; objects, mobilenet and others for photos of things
command-classify-fit = crop: the middle of the picture; whole: all of it, with gray beside
classify-read = I read **{ $digit }**, { $percent } sure.
classify-second = Second best: { $digit } with { $percent }.
classify-unprepared-same = Without the preparation the network would have said the same.
classify-unprepared-other = Without the preparation the network would have said { $digit } ({ $percent }).
classify-none-empty = I found no ink here, so there is no digit to read.
classify-none-several = I see more than one figure; I read one digit at a time.
classify-none-not-a-digit = I found no single digit in this picture.
classify-none-unsure = There is something here, but I am not sure enough that it is a single digit.
classify-tip-one = One digit in the picture, not touching anything.
classify-tip-contrast = Dark on light or light on dark, no strong pattern behind it.
classify-tip-close = The digit at least a tenth of the picture high.
classify-alt = Four steps of preparing the digit, the probabilities of the ten digits as bars, and the answer { $digit } with { $percent }.
classify-alt-none = The picture as the preparation saw it; no single digit was found.
classify-no-picture = Send me a photo or drawing of one digit with this command.
classify-button-sample = Use a sample digit
classify-button-edges = See its edges

## Networks by name
network-says = { $network } says: **{ $name }**, { $percent }.
network-says-second = { $network } says: **{ $name }**, { $percent }. Second best: { $second } with { $other }.
network-percent-over = over { $percent }
network-percent-under = under { $percent }
network-given = { $how ->
    [digit] It was given { $shape } numbers from { $low } to { $high }: the digit found, brought to MNIST's form.
    [cut] It was given { $shape } numbers from { $low } to { $high }: the middle of your picture, shrunk or enlarged to that size.
   *[whole] It was given { $shape } numbers from { $low } to { $high }: your picture, shrunk or enlarged to that size.
  }
network-shuffled = The pixels were put into the one other order that this network learned with: for it, no pixel has its neighbors beside it.
network-classes = It knows { $count } classes and has to choose among them, whatever the picture shows.
network-alt = The picture, what { $network } was given of it, and its likeliest classes as bars: { $classes }.
network-unknown = I have no network “{ $name }”. There are: { $names }.{ $missing ->
    [0] {""}
    [one] {" "}Not installed here: { $absent }; whoever runs me fetches it with `npm run models -- pull { $absent }`.
   *[other] {" "}Not installed here: { $absent }; whoever runs me fetches one with `npm run models -- pull NAME`.
  }
network-unknown-suggest = I have no network “{ $name }”. Did you mean { $meant }? There are: { $names }.{ $missing ->
    [0] {""}
    [one] {" "}Not installed here: { $absent }; whoever runs me fetches it with `npm run models -- pull { $absent }`.
   *[other] {" "}Not installed here: { $absent }; whoever runs me fetches one with `npm run models -- pull NAME`.
  }
network-not-trained = { $name } has no weights here yet. Whoever runs me makes them with `npm run train -- { $name }`.
network-not-installed = { $name } is not installed here. Whoever runs me fetches it with `npm run models -- pull { $name }`.
network-broken = The files of { $name } are damaged. Whoever runs me can see what is wrong with `npm run models -- list`.
network-picture-small = This picture has { $width }×{ $height } pixels. For this network it needs at least { $least } on its shorter side; less would have to be made up.
network-button-ask = Ask { $network }
network-button-compare = Beside { $network }
network-button-whole = All of the picture
network-button-crop = Its middle only

command-compare = Two networks on the same picture, or measured accuracies side by side
command-compare-name = compare
command-compare-image = The picture that both are asked about
command-compare-a = The first network, such as objects; or a table: neighbors, mnist
command-compare-b = The second network, such as mobilenet
command-compare-table = Measured numbers: neighbors (shuffled pixels), or mnist (convolution against a perceptron)
command-compare-fit = crop: the middle of the picture; whole: all of it, with gray beside
compare-no-picture = Send me a picture with this command, and I ask two networks about it; or choose a table of measured numbers.
compare-title = { $one } and { $other }
compare-agree = They agree.
compare-disagree = They disagree.
compare-picture-small = This picture has { $width }×{ $height } pixels. On its shorter side { $network } needs at least { $least }{ $count ->
    [1] {""}
   *[other] , { $other } at least { $most }
  }; less would have to be made up.
compare-same = This is twice the same network, which always agrees with itself. Others to put beside { $network }: { $names }.
compare-none = { $network } gives no answer. { $reason }
compare-untranslated = The class names of { $network } are English: I cannot translate them.
compare-classes = They know different classes ({ $one } and { $other }), so their answers can only be compared by their meaning.
compare-alt = Side by side what { $one } and { $other } were given of the picture, and their likeliest classes as bars. { $first } { $second }
compare-alt-classes = { $network }: { $classes }.
compare-button-neighbors = Shuffled pixels
compare-button-mnist = Convolution against MLP
compare-not-measured = None of these networks has been trained and measured here yet: { $names }.
compare-missing = { $count ->
    [one] Not trained and measured here yet: { $names }.
   *[other] Not trained and measured here yet: { $names }.
  }
compare-spoken = { $network } { NUMBER($percent, minimumFractionDigits: 2, maximumFractionDigits: 2) } %, loss { NUMBER($loss, minimumFractionDigits: 4, maximumFractionDigits: 4) }
compare-neighbors-title = What neighbors are worth
compare-neighbors-what = Two networks, each trained and tested twice on CIFAR-10: on the pictures as they are, and with the pixels of every picture put into one and the same other order.
compare-mnist-title = Convolution against a perceptron
compare-mnist-what = Both were trained on MNIST's 60,000 digits and tested on the 10,000 others: the multilayer perceptron mlp-digits, and digits-lecture, the lecture's convolutional network.
compare-pixels-in-place = pixels in place
compare-pixels-shuffled = pixels shuffled
compare-change = { $network }: { NUMBER($before, minimumFractionDigits: 2, maximumFractionDigits: 2) } % in place, { NUMBER($after, minimumFractionDigits: 2, maximumFractionDigits: 2) } % shuffled; a difference of { NUMBER($points, minimumFractionDigits: 2, maximumFractionDigits: 2) } points.
compare-accuracy = Accuracy on { $count } test pictures
compare-wrong = Wrong answers on { $count } test digits
compare-loss = Loss on the test digits
compare-curves = Loss while learning
compare-epoch = epoch
compare-loss-axis = mean loss
compare-network = Network
compare-pixels = Pixels
compare-accuracy-short = Accuracy
compare-loss-short = Loss
compare-parameters = Parameters
compare-percent = { NUMBER($percent, minimumFractionDigits: 2, maximumFractionDigits: 2) } %
compare-number = { $value }
compare-loss-number = { NUMBER($value, minimumFractionDigits: 4, maximumFractionDigits: 4) }
compare-mnist-accuracy = { $way ->
    [up] Accuracy goes up: { NUMBER($before, minimumFractionDigits: 2, maximumFractionDigits: 2) } % → { NUMBER($after, minimumFractionDigits: 2, maximumFractionDigits: 2) } %.
   *[down] Accuracy does not go up: { NUMBER($before, minimumFractionDigits: 2, maximumFractionDigits: 2) } % → { NUMBER($after, minimumFractionDigits: 2, maximumFractionDigits: 2) } %.
  }
compare-mnist-loss = { $way ->
    [up] Loss goes up: { NUMBER($before, minimumFractionDigits: 4, maximumFractionDigits: 4) } → { NUMBER($after, minimumFractionDigits: 4, maximumFractionDigits: 4) }.
   *[down] Loss goes down: { NUMBER($before, minimumFractionDigits: 4, maximumFractionDigits: 4) } → { NUMBER($after, minimumFractionDigits: 4, maximumFractionDigits: 4) }.
  }

command-quiz = Endless questions on sizes, padding and stride; every wrong answer explained
command-quiz-name = quiz
command-quiz-topic = A lesson such as padding, a skill, a question's code, or stop
quiz-topic-unknown = There are no questions on “{ $topic }”. Lessons with questions: { $topics }.
quiz-topic-unknown-suggest = There are no questions on “{ $topic }”. Did you mean /quiz { $meant }?
quiz-code-unknown = { $code } is no question's code. A code looks like pad:8f3a.
quiz-type-number = Type the number.
quiz-type-shape = { $count ->
    [2] Type both numbers, for example 6×28.
    [4] Type the shape: channels × depth × height × width, for example 6×8×28×28.
   *[other] Type the shape: channels × height × width, for example 6×28×28.
  }
quiz-unreadable = I can't read “{ $answer }” as a number, so nothing was marked. Try again, for example 28; “hint”, “skip” and “explain” work too.
quiz-unreadable-shape = I can't read “{ $answer }” as a shape, so nothing was marked. Try again, for example 6×28×28; “hint”, “skip” and “explain” work too.
quiz-word-skip = skip
quiz-word-stop = stop
quiz-word-explain = explain
quiz-word-hint = hint
quiz-stopped = Stopped. Nothing was marked; a new question is one press away.
quiz-nothing-to-stop = No question is open here.
quiz-hint = **Hint:**
quiz-solution = Solution.
quiz-answer-is = The answer: **{ $answer }**.
quiz-right = ✅ Right: { $answer }.
quiz-wrong = ❌ { $given } is not it.
quiz-already = You have answered this one already: { $given }. The first answer counts.
quiz-after-solution = You have seen how it is done, so this one is not marked.
quiz-form-number = Your number
quiz-form-shape = Your shape
quiz-button-answer = Type the answer
quiz-button-hint = Hint
quiz-button-hint-more = Another hint
quiz-button-solution = Show how
quiz-button-skip = Skip
quiz-button-next = Next question
quiz-button-progress = My progress
quiz-button-lesson = Back to the lesson

## Reviews
quiz-word-cram = cram
quiz-cram = Practice: the answer leaves your schedule of reviews as it is.
command-review = What is due today: skills come back just before you would forget them
command-review-name = review
review-due = { $count ->
    [one] One review is due.
   *[other] { $count } reviews are due.
}
review-nothing-due = Nothing is due for review now; /review says when the next one comes.
review-none-due = Nothing is due for review now.
review-none-yet = There is nothing to review yet. Every skill you are asked comes back here, with new numbers, just before you would forget it.
review-next-minutes = Next: { $skill }, in { $minutes ->
    [one] one minute.
   *[other] { $minutes } minutes.
}
review-next-today = Next: { $skill }, today at { $time }.
review-next-tomorrow = Next: { $skill }, tomorrow at { $time }.
review-next-date = Next: { $skill }, on { $date }.
review-button-next = Next due ({ $count })
review-button-when = What is due next?
review-button-cram = Practice anyway

## Reminders
command-remind = A reminder once a day at an hour you choose; off unless you ask for it
command-remind-name = remind
command-remind-time = A time such as 19:00, or off; without one, what is set
remind-word-off = off
remind-on = Every day at **{ $time }** ({ $zone }) I'll write to you in our direct chat if there is something to review, or if you have not answered yet that day.
remind-off = Reminders are off. At which hour should I write?
remind-now-off = Reminders are off now.
remind-direct = Open our direct chat and write to me there once, so that I may write to you.
remind-unreadable = I can't read “{ $time }” as a time. Write for example /remind 19:00, or /remind off.
remind-due = 🔔 { $count ->
    [one] One skill is due for review: a minute now saves learning it again later.
   *[other] { $count } skills are due for review: a few minutes now save learning them again later.
}
remind-streak = 🔔 Nothing is due today. One question keeps your streak of { $streak } days going.
remind-nudge = 🔔 Nothing is due today. A question or two would do no harm, though.
remind-button-off = Turn reminders off
remind-button-review = Review
remind-button-quiz = Ask me

## A learner's own data
command-export = Your own answers and schedule of reviews as tables (CSV)
command-export-name = export
export-empty = There is nothing to export yet: you have not answered any question.
export-done = { $answers ->
    [one] One answer
   *[other] { $answers } answers
} and the schedule of { $skills ->
    [one] one skill
   *[other] { $skills } skills
}, as tables for Excel or any spreadsheet. Times are by your clock ({ $zone }).
export-file-answers = Table of your answers, { $count ->
    [one] one row
   *[other] { $count } rows
}.
export-file-schedule = Table of your schedule of reviews, { $count ->
    [one] one row
   *[other] { $count } rows
}.
export-column-time = Time
export-column-code = Question
export-column-lesson = Lesson
export-column-skill = Skill
export-column-given = Your answer
export-column-answer = Right answer
export-column-result = Result
export-column-misconception = What went wrong
export-column-hint = Hint used
export-column-practice = Practice only
export-column-due = Next review
export-column-last = Last review
export-column-mastery = Mastery (0 to 1)
export-column-stability = Stability, days
export-column-difficulty = Difficulty (1 to 10)
export-column-reviews = Reviews
export-column-lapses = Times forgotten
export-right = right
export-wrong = wrong
export-yes = yes
export-no = no
command-forget = Delete everything that I keep about you, after asking once more
command-forget-name = forget
command-forget-who = me: the only one you can have forgotten
forget-ask = This would delete everything that I keep about you on this platform:
forget-answers = { $count ->
    [one] one answer
   *[other] { $count } answers
}
forget-skills = the schedule of { $count ->
    [one] one skill
   *[other] { $count } skills
}
forget-lessons = your place in { $count ->
    [one] one lesson
   *[other] { $count } lessons
}
forget-rest = language, time zone, reminder, your last picture and the log of what you asked
forget-final = It cannot be undone. The button works for { $minutes } minutes, and only for you.
forget-button = Delete everything about me
forget-button-export = Export it first
forget-not-yours = This button is somebody else's. With /forget me you get your own.
forget-too-late = This button is no longer valid, so nothing was deleted. /forget me gives a new one.
forget-done = Deleted:
forget-chat = Messages that Discord or Telegram keep stay in the chat until you delete them there. When you write to me again, we begin anew.

command-train = Train a network right here and watch it learn: curves, filters, one prediction
command-train-name = train
command-train-network = The network: digits (the lecture's convolutional one), lenet or mlp
command-train-rate = Learning rate η, for example 0.001; one that suits the network if not given
command-train-batch = Pictures in each step, 8 to 256
command-train-optimizer = How weights change: adam, momentum (Nesterov) or sgd
command-train-pictures = Drawn digits to learn from, 50 to 4,000
command-train-epochs = How often each of them is shown, 1 to 6
command-train-seed = Makes the first weights and the order of pictures; the same seed repeats the run
train-network-digits = Convolutional network
train-network-lenet = LeNet
train-network-mlp = MLP
train-optimizer-adam = Adam
train-optimizer-momentum = Momentum
train-optimizer-sgd = SGD
train-rate-zero = With a learning rate of 0 no weight ever changes. Try { $rate }.
train-own-run = Your network is still learning: one run a person. Wait for it, or stop it.
train-queue-full = Too many networks are waiting to learn. Please try again in a few minutes.
train-not-yours = This run belongs to whoever started it: only they can stop it. /train starts one of your own.
train-run-over = This run is over already: it was finished, or the tutor was restarted meanwhile.
train-lost = The training broke down, and what it had learned is lost. Please try again.
train-place = { $before ->
    [0] Your network is next: it begins as soon as the one before it has learned.
    [one] One network is to begin before yours.
   *[other] { $before } networks are to begin before yours.
  }
train-drawing = Drawing digits to learn from
train-note-first = Random weights; { $steps } steps to go
train-note = Step { $step } of { $steps }: loss { NUMBER($loss, minimumFractionDigits: 2, maximumFractionDigits: 2) }, { $percent } of the test digits right
train-stopping = Stopping after this step
train-button-stop = ⏹ Stop
train-button-leave = Leave the queue
train-button-again = ↻ Again
train-button-lesson = Lesson: training
train-left = You have left the queue; nothing was trained.
train-restarted = The tutor was restarted while this network was waiting or learning, so the run has ended. Start it again when you like.
train-restarted-at = The tutor is being restarted, so learning ended at step { $step } of { $steps }, with { $percent } of the test digits right. Start it again in a moment.
train-done = after { $steps } { $steps ->
    [one] step
   *[other] steps
  }: { $pictures } drawn digits, each shown { $epochs ->
    [one] once
    [2] twice
   *[other] { $epochs } times
  }, in { $seconds } s
train-stopped = when you stopped it, at step { $step } of { $steps }
train-time = when its time was up, at step { $step } of { $steps } (this machine is busy)
train-stopped-at-once = Stopped before the first step: nothing was learned.
train-reached = **{ $percent }** of { $pictures } test digits read correctly { $how }.
train-loss = Loss: { NUMBER($first, minimumFractionDigits: 2, maximumFractionDigits: 2) } → { NUMBER($last, minimumFractionDigits: 2, maximumFractionDigits: 2) } nats (guessing costs ln 10 ≈ 2.30).
train-stuck = That is no better than guessing. With η = { $rate } it has learned nothing: too few steps or too small a rate hardly move the weights, too large a rate throws them where no gradient is left (dead ReLUs, saturated sigmoids).
train-step = Each step of { $optimizer } with η = { $rate }:
train-diverged = **The loss ran away.** It was largest at step { $largest }: { $loss }; guessing costs only 2.30. η = { $rate } is too large for this network. I watched it a little longer and stopped it at step { $step } of { $steps }.
train-diverged-nan = **The loss ran away.** After step { $step } of { $steps } it was no number any more (NaN), and that ended the run; guessing costs only 2.30. η = { $rate } is too large for this network.
train-diverged-why = Each step jumped over the valley of the loss and landed higher on the other side. There the slope is steeper, so the next jump is longer still. Or one jump lands where every ReLU is silent, and the loss stays at 2.30 for good.
train-diverged-try = Try a tenth of the rate; { $usual } usually works here. The lesson shows this on a parabola.
train-alt = { $network } trained by { $optimizer }, step { $step } of { $steps }: curves of loss and accuracy, the first layer, and the ten probabilities of one test digit. { $percent } of the test digits are right.
train-alt-lost = { $network } trained by { $optimizer }: the loss shoots up until training ends at step { $step } of { $steps }.

command-lesson = The course in 21 short lessons: read, see, try, be asked
command-lesson-name = lesson
command-lesson-lesson = A lesson by number or name; without one, the list
command-lesson-card = The card to open, counted from 1
lesson-contents = Lessons
lesson-done = { $done } of { $all } done.
lesson-at = card { $card } of { $cards }
lesson-title = Lesson { $number }. { $title }
lesson-goals = After this lesson you can
lesson-figure-missing = The picture could not be drawn just now. It shows: { $alt }
lesson-button-draw = Draw the picture
lesson-place = Lesson { $number }, { $title } · { $card } of { $cards }
lesson-button-begin = Begin: { $title }
lesson-button-continue = Go on: { $title }
lesson-button-start = Start ▶
lesson-button-next = Next ▶
lesson-button-back = ◀ Back
lesson-button-contents = Contents
lesson-button-following = Lesson { $number } ▶
lesson-button-ask = ❓ Ask me
lesson-unknown = There is no lesson “{ $lesson }”. Lessons: { $lessons }.
lesson-unknown-suggest = There is no lesson “{ $lesson }”. Did you mean /lesson { $meant }?

command-progress = How much of each lesson you know, what comes back when, and your streak
command-progress-name = progress
progress-title = Your progress
progress-empty = No answers yet. The first question is one press away.
progress-summary = { $total ->
    [one] One answer
   *[other] { $total } answers
  }, { $correct } right ({ $share } %). Streak: { $streak ->
    [one] one day
   *[other] { $streak } days
  }.
progress-mastery = Mastery by lesson
progress-lesson = { $number }. { $title }: { $percent } %
progress-due = { $due ->
    [0] Nothing is due now,
    [one] One review is due now,
   *[other] { $due } reviews are due now,
}
progress-week = { $week ->
    [one] one within a week.
   *[other] { $week } within a week.
}
progress-misconception = What trips you up most:
progress-alt = Progress: { $total } answers, { $correct } right, streak { $streak }. Mastery by lesson: { $lessons }. Reviews within a week: { $week }.
progress-alt-empty = The lessons of the course with empty bars: no answers yet.
progress-button-first = First question

job-died = The worker that was computing this broke down; a fresh one has taken its place. Please try again.
job-time = This took too long, so I stopped it. A smaller picture will be quicker.
job-memory = This needed too much memory, so I stopped it. A smaller picture will do.
job-canceled = Stopped.
job-busy = Too many people are asking at once. Please try again in a minute.
job-not-started = I could not start this just now. Please try again.

## /network
command-network = A network's layers: shapes, parameters, multiplications, what each sees; drawn and as a table
command-network-name = network
command-network-network = Its name, such as lenet; without one, all networks are listed
command-network-view = Drawing, table or both
network-title = Network { $network }
network-summary = **{ NUMBER($parameters) }** parameters and { NUMBER($multiplications) } multiplications (MACs) for one picture of { $input }.
network-statistics = { NUMBER($count) } of the parameters are statistics of batch normalization, means and variances: they are measured, not trained. The other { NUMBER($trained) } are trained.
network-field = One cell of its last map { $whole ->
    [wider] has a field of { $field } pixels, wider than the { $size } input: it sees all of it.
    [yes] sees { $field } pixels: all of the { $size } input.
   *[no] sees { $field } pixels of the { $size } input.
  }
network-measured = Measured on the 10,000 test pictures of { $data ->
    [cifar10] CIFAR-10
   *[mnist] MNIST
  }: { NUMBER($percent, minimumFractionDigits: 2, maximumFractionDigits: 2) } % right.
network-accuracy = { NUMBER($percent, minimumFractionDigits: 1, maximumFractionDigits: 1) } %
network-no-chain = **{ NUMBER($parameters) }** parameters. It is no chain of layers that I can work out in formulas: { $layer } is { $kind }. This is what its file says.
network-drawing-alt = Network { $network } drawn as volumes: input { $input }, then { $shapes }.
network-table-title = Layers of { $network }
network-table-alt = A table of the { $count } layers of { $network }: output shape, parameters, multiplications, receptive field and jump; { NUMBER($parameters) } parameters in all.
network-button-classify = Let it look at a picture
network-button-drawing = Drawing
network-button-all = All networks
network-list-title = Networks
network-list-name = network
network-list-input = input
network-list-parameters = parameters
network-list-accuracy = test accuracy
network-list-note = `/network NAME` shows its layers, `/classify network=NAME` asks it, `/compare` puts two side by side.
network-state-not-trained = not trained yet
network-state-not-installed = not installed
network-state-broken = damaged
