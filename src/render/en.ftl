# Words drawn into figures.
convolve-typed = your kernel
convolve-window = stride { $stride } · padding { $padding }
convolve-before = before: { $shape }
convolve-after = after: { $shape }
convolve-range = output values
convolve-least = min { $value }
convolve-most = max { $value }
convolve-display-clip = Shown as they are, cut off below 0 and above 255.
convolve-display-absolute = Shown without their sign: black is 0, white { $most } and more.
convolve-display-shifted = Shown around middle gray: gray is 0.
convolve-display-signed = Orange is below zero, blue above; full color at ±{ $most } and beyond.
convolve-display-fitted = Stretched: black is the smallest value, white the largest.

canny-title = Canny edges
canny-settings = σ = { $sigma }, thresholds { $low } and { $high }
canny-stage-gray = gray
canny-stage-blurred = blurred
canny-stage-magnitude = gradient's size
canny-stage-direction = its direction
canny-stage-thin = maxima only
canny-stage-thresholds = two thresholds
canny-stage-edges = weak edges kept only where they hang on strong ones
canny-what-gray = one number a pixel
canny-what-blurred = noise would make edges
canny-what-thin = lines one pixel wide
canny-white = white: { $white } and more
canny-strong = strong
canny-weak = weak

harris-title = Harris corners
harris-settings-box = k = { $k }, window: box { $size }×{ $size }
harris-settings-gaussian = k = { $k }, window: Gaussian, σ = { $sigma }
harris-corners = corners marked: { $count }
harris-response = response R
harris-colors = Blue: corners (R > 0). Orange: edges (R < 0). White: even areas.
harris-formula = R = det M − { $k } · (trace M)²

book-photo = The photo as it is; beside each kernel what it does to it.

matrix-input = input { $shape }
matrix-kernel = kernel
matrix-output = output { $shape }
matrix-window = Green: the first window and its output. Stride { $stride }.
matrix-unreached = Hatched: reached by no window.
matrix-padded-reflect = Padded { $to } by reflection from { $from }: the hatched numbers mirror the input.
matrix-padded-replicate = Padded { $to } by repeating the edge of { $from }: the hatched numbers are its copies.
matrix-padded-circular = Padded { $to } in a circle from { $from }: the hatched numbers come from the other side.
matrix-flipped = The kernel is drawn turned by 180°, as it is used: true convolution.
window-border-reflect = border: mirrored
window-border-replicate = border: edge repeated
window-border-circular = border: other side
window-flipped = kernel turned by 180°

## Networks and their layers
network-layer-input = input
network-layer-conv = convolution
network-layer-depthwise = depthwise convolution
network-layer-tconv = transposed convolution
network-layer-pool = max pooling
network-layer-avgpool = average pooling
network-layer-flatten = flatten
network-layer-gap = mean of each map
network-layer-linear = fully connected
network-layer-bn = batch normalization
network-brief-input = input
network-brief-conv = conv
network-brief-depthwise = depthwise conv
network-brief-tconv = transposed
network-brief-pool = max pool
network-brief-avgpool = avg pool
network-brief-flatten = flatten
network-brief-gap = mean
network-brief-linear = linear
network-brief-bn = batch norm
layer-table-layer = layer
layer-table-output = output
layer-table-parameters = parameters
layer-table-multiplications = MACs
layer-table-total = total
layer-table-note = MACs: multiplications with a weight. r: receptive field, j: jump between neighboring outputs, both in cells of the input.

## Pooling
pool-title-max = Max pooling { $size }×{ $size }, stride { $stride }
pool-title-average = Average pooling { $size }×{ $size }, stride { $stride }
pool-before = before: { $shape }
pool-after = after: { $shape }
pool-after-enlarged = after, enlarged: { $shape }
pool-true-size = after, at the photo's own scale
pool-kept = { $percent } % of the numbers are left
pool-lost = { $percent } % are thrown away
pool-detail-before = { $size }×{ $size } pixels of the photo
pool-detail-after = their { $size }×{ $size } results
pool-window-max = the largest of { $count } numbers = { $result }
pool-window-average = the mean of { $count } numbers = { $result }

## Channels
channels-title = 3 channels → { $filters ->
    [one] one map
   *[other] { $filters } maps
  }: { $shape }
channels-photo = photo
channels-red = red
channels-green = green
channels-blue = blue
channels-colors = Weights and maps: blue is above 0, orange below, white is 0.
channels-weights = weights: { $shape } (filters × channels × rows × columns)
channels-parameters = parameters: { $formula }

## Step cards
step-place = Output row { NUMBER($row, useGrouping: 0) }, column { NUMBER($column, useGrouping: 0) } (counted from 0)
step-input = input { $shape }
step-covered = rows { $rows }, columns { $columns }
step-output = output { $shape }
step-landed = row { NUMBER($row, useGrouping: 0) }, column { NUMBER($column, useGrouping: 0) }
step-pixels-gray = pixels
step-pixels-red = red pixels
step-pixels-green = green pixels
step-pixels-blue = blue pixels
step-pixels-numbers = numbers
step-products = products
step-cell = (row { $row }, column { $column } of the window)
step-others = all { $count } others: { $value }
step-shown-clip = drawn as level { $level }
step-shown-absolute = without its sign: level { $level }
step-shown-shifted = 128 is zero: { $level }
step-shown-fitted = stretched to { $level }
step-shown-signed = orange below 0, blue above

## The inside of a network as small pictures
tiles-title = { $what }: { $count } × { $shape }
tiles-filters = First layer, its filters
tiles-channels = Second layer, filter { $filter } by channel
tiles-signed = Blue: above zero, orange: below, white: zero. One scale for all.
tiles-signed-own = Blue: above zero, orange: below, white: zero. Each map has its own scale.
tiles-zeros = Black is zero, each map has its own scale. { $percent } % of all numbers are zero. { $silent ->
    [0] No map is zero everywhere.
   *[other] Framed in red: maps that are zero everywhere ({ $silent }).
  }
tiles-unit = Map { $unit }
tiles-patches = Strongest patches, { $size }×{ $size } pixels
tiles-patches-note = Second layer, after pooling and ReLU; the six strongest of { $count } drawn digits for each map.
tiles-neighbors = A digit and its nearest neighbors
tiles-near-pixels = By pixels ({ $size } numbers). Over the whole set { $percent } % of neighbors share the label:
tiles-near-features = By features ({ $size } numbers). Over the whole set { $percent } % share it:
tiles-neighbors-note = { $near } nearest of { $count } drawn digits. Green: the same digit, red: another.
tiles-space-pixels = by pixels
tiles-space-features = by features
tiles-distances = How far apart are the digits?
tiles-distances-note = Rows and columns: the digits 0…9, from the upper left. Black: near, white: far; mean distances of 400 drawn digits.
tiles-influence = Which pixels of { $size }×{ $size } count?
tiles-influence-equal = equal weights: { $percent } %
tiles-influence-measured = measured: { $percent } %
tiles-influence-note = Each pixel around the middle of { $count } drawn digits was moved by half its range. The brighter it is here, the more that changed the second layer’s middle cell. Percent: what the middle { $middle }×{ $middle } pixels hold.

## Occlusion
occlusion-title = What makes it a { $digit }?
occlusion-whole = p({ $digit }) { $percent }
occlusion-drops = drop, patch by patch
occlusion-none = drop 0
occlusion-all = 100 points
occlusion-places = Some of the patches, and what is left:
occlusion-reads = reads { $digit }
occlusion-note = Patch { $patch }×{ $patch }, stride { $stride }, filled with black: { $rows }×{ $columns } = { $count } positions. Each colors the place of its middle; beyond the gray line there are no middles.
occlusion-sizes = Small and large patches on a { $digit }
occlusion-side = { $patch }×{ $patch }
occlusion-sizes-note = Above each patch at its worst place, below its map of drops. Filled with black, stride 1.
occlusion-fills = A { $patch }×{ $patch } patch, filled differently
occlusion-fill-black = black: 0
occlusion-fill-mean = mean: { $value }
occlusion-fill-white = white: 1
occlusion-fills-note = Above each patch at its worst place, below its map of drops. Stride 1.
occlusion-readings = What does it read instead of { $digit }?
occlusion-readings-note = Patch { $patch }×{ $patch }, stride { $stride }: { $rows }×{ $columns } positions. The digit read stands where the patch has its middle; orange: no longer the right one.
occlusion-table-probability = p({ $digit }), %, rounded
occlusion-table-drop = drop: { $whole } − p
occlusion-position = position { $at } of { $count }
occlusion-start = The { $digit } as it is. Now the patch sets out.
occlusion-done = All { $count } positions. The lowest point: p({ $digit }) { $percent }.
## Gradients as explanations
gradient-title = Which pixels move the score?
gradient-score = Score of { $digit }: { $score }
gradient-picture = picture
gradient-photo = photo
gradient-method-gradient = gradient
gradient-method-guided = guided backprop
gradient-signed = Blue: brighter raises the score, orange: brighter lowers it. Each map has its own scale.
gradient-sizes = Size of the gradient: black pixels move nothing, white ones most. Each map has its own scale.
gradient-unit = What moves map { $unit }?
gradient-patches = strongest patches
gradient-unit-note = Second layer, { $count } drawn digits. Blue: brighter raises the activation, orange: lowers it.
gradient-untrained = Score of { $digit }: trained or not?
gradient-alike = { $method }: correlation of sizes { $correlation }
gradient-trained = trained
gradient-random = random weights
gradient-untrained-note = The same picture, the same layers. Blue: above zero, orange: below. Each map has its own scale.
change-pixel = row { $row }, column { $column }
change-tenths = brightness added, tenths
change-score = score of { $digit }
change-foretold = gradient
change-measured = network
cut-title = Cut out by seeds
cut-seeds-title = From saliency to seeds
cut-caption = { $method }: { $onInk } of { $object } object seeds lie on ink
cut-seeds = seeds
cut-out = cut out
cut-seeds-note = Blue: most salient 5 %, surely object. Orange: least salient 30 %, surely background. White: not known yet.
cut-note = Seeds: blue object, orange background. The cut goes by the brightness of the photo.

## Pictures that a network dreams
dreams-classes = What the network dreams of ten digits
dreams-steps = A dream of { $digit }, step by step
dreams-step = step { $step }
dreams-real = White is each picture's largest number, black zero and below. For comparison: { $count } drawn digits { $digit } get a score of { $mean } on average, at most { $most }.
dreams-shades = { $steps } steps each. White is each picture's largest number, black zero and below. S: the class's score.
dreams-decay = A dream of { $digit } with four λ
dreams-shared-scale = One scale for all pictures: white is the largest number, black zero and below.
dreams-regularizers = A dream of { $digit }: what each regularizer does
dreams-all = all of them
dreams-no-decay = no decay
dreams-no-blur = no blur
dreams-no-pixels = small pixels stay
dreams-no-gradients = small slopes stay
dreams-none = none at all
dreams-seeds = Six dreams of { $digit }
dreams-seed = seed { $seed }
dreams-probability = By the score or by the probability
dreams-by-score = Climbing the score S:
dreams-by-probability = Climbing the probability P, with a tenfold rate:
dreams-mean = Dreams around the mean picture
dreams-mean-alone = The mean of { $count } drawn digits:
dreams-mean-change = The dream I, begun at zeros (blue: above zero, orange: below):
dreams-mean-sum = I + mean, what the network saw:
dreams-units = Dreams of the second layer, { $size }×{ $size } pixels
dreams-unit = dream: { $value }
dreams-units-note = First the dream, then the three patches of { $count } drawn digits that excite the map most. Below: the number before ReLU.

## Training, in lessons
cross-entropy-title = Cross-entropy: what each p costs
descent-title = Gradient descent on { $formula }
descent-slow = too small: creeps
descent-good = good: arrives soon
descent-zigzag = large: swings for long
descent-diverges = too large: runs away
two-weights-title = Two ways to the lowest point
two-weights-sgd = SGD, η = { $rate }, { $steps } steps
two-weights-adam = Adam, η = { $rate }, { $steps } steps

## Columns by orientation
oriented-title = { $count } columns by orientation
oriented-photo = photo
oriented-strongest = who answers most, by color
oriented-filters = Each column: a filter for bars and one for edges of one direction (blue excites, orange inhibits).
oriented-maps = Below them where both together answer: black not at all, white strongly.

## Panels of questions and lesson cards
panel-input = input
panel-kernel = kernel
panel-output = output
panel-window = window
panel-padding = padding
panel-stride = stride
panel-dilation = dilation
panel-weights = weights
panel-bias = bias
panel-activation = activation
panel-feature-map = feature map
panel-feature-maps = feature maps
panel-channels = channels
panel-red = red
panel-green = green
panel-blue = blue
panel-filters = filters
panel-photo = photo
panel-original = original
panel-shuffled = pixels shuffled
panel-before = before
panel-after = after
panel-hidden = hidden layer
panel-classes = classes
panel-picture-1 = picture 1
panel-picture-2 = picture 2
panel-pixels = pixels
panel-features = features
panel-classifier = classifier
panel-convolution = convolution
panel-pooling = pooling
panel-max-pooling = max pooling
panel-average-pooling = average pooling
panel-fully-connected = fully connected
panel-flatten = flatten
panel-mlp = MLP
panel-convolution-network = convolutional network
panel-scores = scores
panel-probabilities = probabilities
panel-loss = loss
panel-accuracy = accuracy
panel-error = error
panel-epoch = epoch
panel-training-step = training step
panel-epochs = epochs
panel-training = training
panel-validation = validation
panel-test = test
panel-parameters = parameters
panel-multiplications = multiplications
panel-depth = depth
panel-layer = layer
panel-template = template
panel-fits = fits
panel-fits-not = does not fit
panel-smooth = smooth
panel-noisy = noisy
panel-receptive-field = receptive field
panel-receptors = receptors
panel-bipolar-cells = bipolar cells
panel-weight-ratio = weights: fully connected / convolution
panel-all-connected = fully connected to everything
panel-own-windows = small windows, weights of their own at each place
panel-shared-window = convolution: one set of weights for all places
panel-first-convolution-weights = first convolution: parameters
panel-first-convolution-outputs = first convolution: output for one picture
panel-first-connected-weights = first fully connected layer: parameters
panel-first-connected-outputs = first fully connected layer: output for one picture
panel-uses-of-weight = how often each weight is used for one picture
panel-megabytes = MB
panel-relu-input = into the ReLU
panel-gradient-above = gradient from above
panel-score-gradients = gradients of the scores
panel-gradient = gradient
panel-change = change
panel-saliency = saliency
panel-rule-plain = plain backprop
panel-rule-deconvnet = deconvnet
panel-rule-guided = guided backprop
panel-mlp-in-order = MLP, pixels in order
panel-mlp-shuffled = MLP, pixels shuffled
panel-conv-in-order = convolutional, pixels in order
panel-mistakes-of-10000 = mistakes among 10,000 test digits
panel-conv-shuffled = convolutional, pixels shuffled

## Animations
animation-convolve = Convolution
animation-inserted = Zeros inserted
animation-max = Max pooling
animation-average = Average pooling
animation-transposed = Transposed convolution
animation-window = stride { $stride } · padding { $padding } · dilation { $dilation }
animation-pooling-window = stride { $stride } · padding { $padding }
animation-max-of = the largest of { $count }
animation-average-of = the mean of { $count }
animation-input = input
animation-kernel = kernel
animation-output = output
animation-pixel = pixel
animation-pixels = pixels
animation-pixels-green = pixels (green)
animation-photo-done = Done: this is the whole output. Only some of its windows were shown.
animation-row-sums = sums of the rows:
animation-start-convolve = Each number under the window is multiplied by the kernel's; the sum is one cell of the output.
animation-start-flipped = The kernel has been turned by 180°: this is convolution as mathematics defines it.
animation-start-inserted = The input is spread apart by zeros; the turned kernel then slides over it at stride 1.
animation-start-max = The largest number under the window is one cell of the output.
animation-start-average = The mean of the numbers under the window is one cell of the output.
animation-start-transposed = Each input cell multiplies the whole kernel and adds it to the output.
animation-cut = Hatched: cut off by the padding.
animation-overlap = Where kernels overlap, their numbers have been added up.
animation-done = Done: every window has been added up.

cost-title-layers = What each layer costs
cost-title-designs = Two designs compared
cost-parameters = parameters
cost-multiplications = multiplications (MACs)

sight-title = One cell sees { $field } of the input
sight-input = input
sight-level = { $name }: sees { $field }, jump { $jump }
sight-curve = Below: how strongly each input cell counts when all weights are alike. { $effective } of { $field } have more than 4.55 % of the most: the effective field.
sight-padding = Hatched: padding, zeros outside the input.
sight-heat = How strongly each place counts for this cell:

size-legend = N = { NUMBER($n, useGrouping: 0) }, F = { NUMBER($f, useGrouping: 0) }, P = { $p }, S = { NUMBER($s, useGrouping: 0) }
size-input = Input: { NUMBER($total, useGrouping: 0) } { $total ->
    [one] cell
   *[other] cells
  }
size-input-padded = Padded input: { NUMBER($total, useGrouping: 0) } cells, the hatched ones are zeros
size-windows = { $count ->
    [one] One window
   *[other] { NUMBER($count, useGrouping: 0) } windows
  }
size-spreads = Each input cell spreads over { NUMBER($f, useGrouping: 0) } { $f ->
    [one] cell
   *[other] cells
  } of the output
size-output = Output: { NUMBER($count, useGrouping: 0) } { $count ->
    [one] cell
   *[other] cells
  }
size-output-cut = Output: { NUMBER($count, useGrouping: 0) } { $count ->
    [one] cell
   *[other] cells
  }, the hatched ones are cut off by P
size-unread = { $count ->
    [one] One cell is reached by no window
   *[other] { $count } cells are reached by no window
  }
size-grid-input = Input { $shape }
size-grid-input-padded = Padded input { $shape }
size-grid-output = Output { $shape }
size-grid-marked = four of the windows
size-grid-windows = { $count ->
    [one] The window of a row
   *[other] The { $count } windows of a row
  }
size-grid-unread = In no window: { $rows ->
    [0] {""}
    [one] one row
   *[other] { $rows } rows
  }{ $both ->
    [0] {""}
   *[1] , {""}
  }{ $columns ->
    [0] {""}
    [one] one column
   *[other] { $columns } columns
  }
participation-title = How many windows each cell is in
participation-overlap-title = How many input cells reach each output cell
participation-plain = without padding
participation-padded = with padding { $p } (hatched)
participation-output = the output's cells
participation-slice = the slice in the middle
participation-note = Cells near the edge are in fewer windows: they have less say in the output. Padding gives them more.
participation-overlap-note = Where the numbers differ, a transposed convolution draws a checkerboard.
chain-note-window = the window of the layer that follows
chain-note-unread = read by no window of that layer: lost

digit-title = I read { $digit }, { $percent } sure
digit-none-empty = No ink found
digit-none-several = More than one figure
digit-none-not-a-digit = No single digit found
digit-none-unsure = Not sure enough
digit-step-found = ink found
digit-step-contrast = contrast evened
digit-step-box = fitted into 20×20
digit-step-centered = centered in 28×28
digit-prepared = prepared like this
digit-unprepared = photo merely shrunk

answer-photo = the picture
answer-photo-cut = the picture; the frame is cut out
answer-not-asked = { $network } was not asked
answer-seen = what { $network } is given: { $shape }
answer-seen-none = merely shrunk; { $network } was not asked
answer-seen-shuffled = what { $network } is given: { $shape }, pixels in its other order
class-airplane = airplane
class-automobile = car
class-bird = bird
class-cat = cat
class-deer = deer
class-dog = dog
class-frog = frog
class-horse = horse
class-ship = ship
class-truck = truck

progress-title = My progress
progress-title-of = Progress of { $name }
progress-answers = { $count ->
    [one] answer
   *[other] answers
  }
progress-right = right
progress-wrong = wrong
progress-streak = { $count ->
    [one] day in a row
   *[other] days in a row
  }
progress-lessons = Mastery by lesson
progress-mastery-note = A full bar: you will know it for a month.
progress-none = No answers yet. Every right answer fills one of these bars: /quiz asks the first question, /lesson begins the course.
progress-forecast = Reviews in the next 14 days
progress-days = Answers by day
progress-today = today
progress-slip = What trips you up most
progress-mends = What helps: { $lesson }

loss-title = How { $network } learned
loss-mean = mean loss
loss-epoch = epoch
loss-right = right answers, %
loss-learned = while learning
loss-tested = test pictures

## Templates of a fully connected network
templates-title = Templates that speak for a class
templates-note = Weights of four hidden units each, those with the largest weight into the class. Gray: zero; red, green or blue: more of that color raises the unit.
## A network that learns while one looks on
training-title = { $network }: { $optimizer }, η = { $rate }, batches of { $batch }
training-status-learning = step { $step } of { $steps }
training-status-done = all { $steps } steps done
training-status-stopped = stopped at step { $step } of { $steps }
training-status-time = out of time at step { $step } of { $steps }
training-status-diverged = { $known ->
    [yes] the loss ran away to { $loss } at step { $largest }; stopped at step { $step } of { $steps }
   *[no] the loss became no number after step { $step } of { $steps }
  }
training-loss = loss (pale: each batch)
training-loss-each = loss of each batch
training-accuracy = test digits read correctly
training-guessing = guessing
training-filters = { $of ->
    [before] first layer at step { $at }: { $count } filters { $shape }
   *[now] first layer: { $count } filters { $shape }
  }
training-steps = steps
training-weights = { $of ->
    [before] { $count } units: change of weights by step { $at }
   *[now] how the weights of { $count } units have changed
  }
training-colors = orange: below zero, blue: above
training-picture = { $of ->
    [before] a test digit, read at step { $at }: { $label }
   *[now] a test digit: { $label }
  }
