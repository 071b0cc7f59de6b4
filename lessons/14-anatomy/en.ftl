skill-network-shape = The shape through a network
skill-flatten-length = Length of the flattened vector
skill-network-parameters = Parameters of a small network
skill-missing-layer = Which layer is it?

quiz-question-network-shape = A { $c }×{ $n }×{ $n } input passes a convolution ({ $k } filters { $f }×{ $f }, padding { $p }), ReLU, max pooling { $w }×{ $w }{ $stages ->
    [2] {""}
   *[other] , a convolution ({ $k2 } filters { $f2 }×{ $f2 }, padding 0), ReLU
  }{ $stages ->
    [4] , max pooling { $w }×{ $w }
   *[other] {""}
  }. Convolutions: stride 1, no dilation; pooling: stride { $w }, rounded down. What shape comes out?
quiz-question-network-shape-picture = Which shape does the last layer give? C_out is the number of filters. S is the stride, P the padding; where they are not told, S = 1 and P = 0. No dilation; sizes are rounded down.
quiz-question-flatten-length = A { $c }×{ $n }×{ $n } input passes a convolution ({ $k } filters { $f }×{ $f }, padding { $p }), ReLU{ $stages ->
    [1] {""}
   *[other] , max pooling { $w }×{ $w }
  }{ $stages ->
    [4] , a convolution ({ $k2 } filters { $f2 }×{ $f2 }, padding 0), ReLU, max pooling { $w }×{ $w }
   *[other] {""}
  }. Convolutions: stride 1, no dilation{ $stages ->
    [1] {""}
   *[other] ; pooling: stride { $w }, rounded down
  }. Then comes flatten. How long is the vector?
quiz-question-flatten-length-picture = How many numbers does the vector after flatten hold? S is the stride, P the padding; where they are not told, S = 1 and P = 0. No dilation; sizes are rounded down.
quiz-question-network-parameters = A { $c }×{ $n }×{ $n } input passes a convolution ({ $k } filters { $f }×{ $f }, stride 1, no padding), ReLU, { $stages ->
    [1] {""}
   *[other] max pooling 2×2 (stride 2),{" "}
  }flatten, { $h ->
    [0] {""}
   *[other] a fully connected layer with { $h } outputs, ReLU,{" "}
  }a fully connected layer with { $m } outputs. All have biases. How many parameters does the network learn?
quiz-question-network-parameters-picture = How many parameters does this network learn? Every convolution and every fully connected layer has biases.
quiz-question-missing-layer = In a layer table { $given } goes in and { $output } comes out, and the layer has { $parameters ->
    [0] no parameters
    [one] { $parameters } parameter
   *[other] { $parameters } parameters
  }. Which layer is it? (Biases unless said otherwise; stride 1 and no padding unless said.)
quiz-question-missing-layer-picture = One layer of this table has lost its name (?). Which layer is it? Layers have biases unless said otherwise; stride 1 and no padding unless said. A dash means no parameters.
quiz-question-missing-layer-number = A convolution with stride 1 turns { $c }×{ $n }×{ $n } into { $k }×{ $side }×{ $side } and has { $parameters } parameters, biases included. Its window is square, its padding is not told. How wide is the window?
quiz-question-missing-layer-drawn = The convolution has a square window, stride 1 and { $parameters } parameters, biases included; its padding is not told. How wide is its window?

quiz-choice-layer-conv = convolution { $f }×{ $f }, { $k } filters
quiz-choice-layer-conv-other = convolution { $g }×{ $g }, { $k } filters
quiz-choice-layer-conv-same = convolution { $f }×{ $f }, { $k } filters, padding { $p }
quiz-choice-layer-conv-one = convolution 1×1, { $k } filters
quiz-choice-layer-conv-strided = convolution 3×3, { $k } filters, stride 2, padding 1
quiz-choice-layer-max-pool = max pooling 2×2, stride 2
quiz-choice-layer-relu = ReLU
quiz-choice-layer-flatten = flatten
quiz-choice-layer-gap = mean of each map (global average pooling)
quiz-choice-layer-linear = fully connected, { $m } outputs
quiz-choice-layer-linear-bare = fully connected, { $m } outputs, without biases

quiz-alt-network-shape-picture = A network drawn from a { $c }×{ $n }×{ $n } input on; the shape of its last layer is a question mark.
quiz-alt-flatten-length-picture = A network drawn from a { $c }×{ $n }×{ $n } input to a vector whose length is a question mark.
quiz-alt-network-parameters-picture = A network drawn with all its shapes, from a { $c }×{ $n }×{ $n } input to { $m } outputs.
quiz-alt-missing-layer-picture = A table of layers with outputs and parameters; the layer with the output { $output } and { $parameters } parameters has a question mark for a name.
quiz-alt-missing-layer-drawn = A drawn network: { $c }×{ $n }×{ $n }, a convolution with an unknown window to { $k }×{ $side }×{ $side }, then pooling.

quiz-hint-network-shape-1 = Go layer by layer. The last convolution's filters give the channels; ReLU and pooling leave them as they are.
quiz-hint-network-shape-2 = Convolution: N' = N + 2P − F + 1. Pooling: N' = ⌊N / { $w }⌋. ReLU changes no size.
quiz-hint-flatten-length-1 = First find channels, height and width of what is flattened.
quiz-hint-flatten-length-2 = Flatten puts all numbers in a row: C·H·W of them.
quiz-hint-network-parameters-1 = Only convolutions and fully connected layers learn. How many numbers does the first fully connected layer get?
quiz-hint-network-parameters-2 = Convolution: C_out·(C_in·F² + 1). Fully connected: (n + 1)·m. Add them up.
quiz-hint-missing-layer-1 = Compare the shapes: what became of the channels, what of height and width?
quiz-hint-missing-layer-2 = Where two layers give the same shape, the parameters decide: pooling, ReLU, flatten and means have none.
quiz-hint-missing-layer-number-1 = The shapes leave window and padding open together, but the parameters know nothing of padding.
quiz-hint-missing-layer-number-2 = { $parameters } = { $k }·({ $c }·F² + 1). Solve it for F.
quiz-hint-missing-layer-drawn-1 = The shapes leave window and padding open together, but the parameters know nothing of padding.
quiz-hint-missing-layer-drawn-2 = { $parameters } = { $k }·({ $c }·F² + 1). Solve it for F.

quiz-mistake-through-channels-kept = The channels are those of the input. A convolution gives as many maps as it has filters.
quiz-mistake-through-plus-one = The + 1 is missing in each convolution: N' = N + 2P − F + 1.
quiz-mistake-through-no-pool = That leaves the pooling out: with stride { $w } it divides height and width by { $w }.
quiz-mistake-through-channels-multiplied = Filters do not multiply with the channels: each filter sees all channels and gives one map.
quiz-mistake-through-conv-kept = That lets only the pooling shrink the picture. A convolution takes F − 1 away and gives 2P back.
quiz-mistake-through-pool-channels = Pooling works on each map by itself: height and width shrink, the number of channels stays.
quiz-mistake-through-no-padding = The padding is missing: it adds { $p } on both sides before the first convolution.
quiz-mistake-unroll-one-map = That is a single map. Flatten takes the maps of all channels.
quiz-mistake-unroll-one-side = Height and width both count: C·H·W, not C·H.
quiz-mistake-unroll-no-pool = That leaves the pooling out: it divides height and width by { $w }.
quiz-mistake-unroll-plus-one = The + 1 is missing in each convolution: N' = N + 2P − F + 1.
quiz-mistake-unroll-input = Those are the numbers of the input. What is flattened is what the last layer gives.
quiz-mistake-unroll-conv-kept = That leaves out what convolutions do to height and width: N' = N + 2P − F + 1.
quiz-mistake-unroll-input-channels = That takes the input's channels. After a convolution there are as many channels as filters.
quiz-mistake-unroll-added = Channels, height and width are multiplied: every map has H·W numbers.
quiz-mistake-netsum-no-biases = The biases are missing: one for each filter and one for each output of a fully connected layer.
quiz-mistake-netsum-no-pool = That flattens before the pooling, which leaves a quarter of the numbers.
quiz-mistake-netsum-one-map = That flattens one map only. The vector holds the maps of all filters.
quiz-mistake-netsum-no-conv = The convolution's own parameters are missing.
quiz-mistake-netsum-conv-connected = That connects the fully connected layer to the picture itself. It gets what is left after the layers before it.
quiz-mistake-netsum-one-channel = A filter has weights for every channel it sees, here { $c }.
quiz-mistake-netsum-one-filter = That counts a single filter of the convolution; it has { $k }.
quiz-mistake-netsum-one-bias = Every filter has a bias of its own; that counts one for all filters.
quiz-mistake-netsum-no-last = The last layer is missing: it has { $h } inputs and { $m } outputs.
quiz-mistake-missing-layer-conv = Without padding this convolution takes { $f } − 1 cells from height and width. Compare the output.
quiz-mistake-missing-layer-conv-other = A window of { $g } takes { $g } − 1 cells from height and width. Compare the output.
quiz-mistake-missing-layer-conv-same = This padding keeps height and width, and the window brings C_in·{ $f }² weights a filter. Output and parameters do not both fit.
quiz-mistake-missing-layer-conv-one = A 1×1 convolution keeps height and width and has only C_in weights and a bias a filter. Output and parameters do not both fit.
quiz-mistake-missing-layer-conv-strided = This convolution halves height and width too, but it learns: C_in·3² weights and a bias a filter. The parameters tell.
quiz-mistake-missing-layer-max-pool = Pooling halves height and width, keeps the channels and has no parameters. Output and parameters do not both fit.
quiz-mistake-missing-layer-relu = ReLU keeps the shape, but it has nothing to learn. Here there are parameters.
quiz-mistake-missing-layer-flatten = Flatten keeps all numbers, only in a row, and has no parameters. Output and parameters do not both fit.
quiz-mistake-missing-layer-gap = A mean of each map leaves one number a channel and has no parameters. Output and parameters do not both fit.
quiz-mistake-missing-layer-linear = With biases it has (n + 1)·{ $m } parameters. Compare.
quiz-mistake-missing-layer-linear-bare = Without biases it has n·{ $m } parameters. Compare.
quiz-mistake-window-squared = That is F², the cells of the window. The width is its root.
quiz-mistake-window-per-filter = Those are the weights of one filter: C_in·F². Divide by the channels and take the root.
quiz-mistake-window-with-bias = Those are the parameters of one filter with its bias: C_in·F² + 1.
quiz-mistake-window-difference = A window F wide takes F − 1 cells away, so F is one more.
quiz-mistake-window-padding = That assumes that there is no padding, and here there is some. The parameters do not depend on it.
quiz-mistake-window-weights = Those are the weights of all filters. Divide by filters and channels, then take the root.

quiz-reason-missing-layer-conv = Without padding { $f }×{ $f } takes { $f } − 1 from height and width, the { $k } filters give the channels, and with C_in = { $c } there are { $k }·({ $c }·{ $f }² + 1) = { $parameters } parameters.
quiz-reason-missing-layer-conv-same = Height and width are kept, so there is padding; { $k }·({ $c }·{ $f }² + 1) = { $parameters } parameters belong to a window of { $f }×{ $f }.
quiz-reason-missing-layer-conv-one = Height and width are kept, and { $k }·({ $c }·1² + 1) = { $parameters } parameters belong to a window of one cell.
quiz-reason-missing-layer-conv-strided = Height and width are halved, yet there are parameters: { $k }·({ $c }·3² + 1) = { $parameters }. So it is a convolution with stride 2.
quiz-reason-missing-layer-max-pool = Height and width are halved, the channels stay, and nothing is learned: pooling.
quiz-reason-missing-layer-flatten = All numbers of { $given } are there, in a row, and nothing is learned: flatten.
quiz-reason-missing-layer-gap = One number for each of the { $c } channels is left, and nothing is learned: the mean of each map.
quiz-reason-missing-layer-linear = ({ $given } + 1)·{ $m } = { $parameters }: each output has a weight for every input and a bias.
quiz-reason-missing-layer-linear-bare = { $given }·{ $m } = { $parameters }: each output has a weight for every input, and no bias.
