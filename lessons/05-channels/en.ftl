skill-channels-window = A window with several channels
skill-weight-shape = Shape of a layer's weights
skill-layer-maps = Filters and maps
skill-bank-parameters = Parameters of a bank of filters

quiz-question-channels-window = A window of { $channels } channels, divided by semicolons: { $windows }. The filter: { $kernels }, not flipped, bias { $bias }. Rows are divided by /. What number does it give in its map?
quiz-question-channels-window-picture = One filter lies on one window, channel by channel, not flipped; its bias is { $bias }. What number stands in the map?
quiz-question-weight-shape = A convolution makes { $output } of an input { $channels }×{ $h }×{ $w } (channels × height × width). Its kernels are { $f }×{ $f }. Which shape have its weights: filters × channels × rows × columns?
quiz-question-weight-shape-shape = A convolution makes { $output } of an input { $channels }×{ $h }×{ $w } (channels × height × width). Its kernels are { $f }×{ $f }. Which shape has ONE of its filters: channels × height × width?
quiz-question-weight-shape-picture = Shapes are channels × height × width. Which shape have the weights of this convolution: filters × channels × rows × columns?
quiz-question-layer-maps = An input { $channels }×{ $h }×{ $w } (channels × height × width) goes through { $filters } filters of { $f }×{ $f }; padding { $p } on each side, stride 1, no dilation. What is the output's shape?
quiz-question-layer-maps-picture = Shapes are channels × height × width; the convolution's is that of its weights, filters × channels × rows × columns. Padding P is on each side, no dilation. What is the output's shape?
quiz-question-bank-parameters = An input { $channels }×{ $h }×{ $w } goes through { $filters } filters of { $f }×{ $f }, each with a bias, and becomes { $output } (channels × height × width). How many parameters does the layer have?
quiz-question-bank-parameters-picture = Shapes are channels × height × width. Each filter of this convolution has a bias. How many parameters does the layer have?

quiz-alt-channels-window-picture = The { $channels } channels of a window, row by row: { $windows }; beside each the filter's channel: { $kernels }.
quiz-alt-weight-shape-picture = A chain: an input of { $channels }×{ $h }×{ $w }; a convolution { $f }×{ $f } with padding { $p }; maps of { $output }.
quiz-alt-layer-maps-picture = A chain: an input of { $channels }×{ $h }×{ $w }; a convolution with weights { $filters }×{ $channels }×{ $f }×{ $f } and padding { $p }; maps of unknown shape.
quiz-alt-bank-parameters-picture = A chain: an input of { $channels }×{ $h }×{ $w }; a convolution { $f }×{ $f } with padding { $p }; maps of { $output }.

quiz-hint-channels-window-1 = Each channel of the window has its own channel of the filter. Multiply number by number.
quiz-hint-channels-window-2 = Add the products of all channels, then the bias once.
quiz-hint-weight-shape-1 = A filter must see all channels of the input. And each filter makes one map.
quiz-hint-weight-shape-2 = C_out × C_in × F × F: the output's channels, the input's channels, the kernel's rows and columns.
quiz-hint-weight-shape-shape-1 = How many channels does a filter need, to see all of the input's?
quiz-hint-weight-shape-shape-2 = C_in × F × F: the input's channels, the kernel's rows and columns.
quiz-hint-layer-maps-1 = Every filter adds all channels up and gives one map.
quiz-hint-layer-maps-2 = As many maps as filters; height and width each follow N' = N + 2P − F + 1.
quiz-hint-bank-parameters-1 = One filter has a weight for each channel, row and column, and one bias.
quiz-hint-bank-parameters-2 = C_out·(C_in·F² + 1). The picture's height and width do not matter.

quiz-reason-weight-shape = { $filters } maps need { $filters } filters, and each has the input's { $channels ->
    [one] one channel
   *[other] { $channels } channels
  } with { $f }×{ $f } weights.
quiz-reason-one-filter = A filter is as deep as the input: { $channels ->
    [one] one channel
   *[other] { $channels } channels
  } with { $f }×{ $f } weights in each.

quiz-mistake-rgb-no-bias = The bias is missing. It is added once, at the end.
quiz-mistake-rgb-bias-each = The bias was added in each channel. A filter has one bias for all its channels.
quiz-mistake-rgb-first-only = That is the first channel only. The sums of all channels are added.
quiz-mistake-rgb-one-kernel = The first channel's weights were used for all. A filter has weights of its own for each channel.
quiz-mistake-rgb-mean = The channels were averaged. Their sums are added, not averaged.
quiz-mistake-rgb-minus-bias = The bias was taken away. It is added, with its sign.
quiz-mistake-rgb-no-weights = The window's numbers were added without the weights.
quiz-mistake-wshape-swapped = Filters and channels are exchanged: the number of filters comes first here.
quiz-mistake-wshape-no-channels = The channels are missing: each filter has weights for every channel of the input.
quiz-mistake-wshape-flat = These filters would see one channel only. Each has as many channels as the input.
quiz-mistake-wshape-one-filter = That is one filter. The layer has one for each map.
quiz-mistake-wshape-maps = The last two numbers are the maps' size. Weights are as large as the kernel, whatever the picture's size.
quiz-mistake-wshape-filter-flat = A flat filter would see one channel only. It is as deep as the input.
quiz-mistake-wshape-filter-count = That is the number of filters. One filter has as many channels as the input.
quiz-mistake-wshape-whole = These are the weights of all filters. Here one filter is asked for.
quiz-mistake-wshape-filter-always-three = 3 channels is what a color photo has. This input has another number of channels.
quiz-mistake-cmaps-channels-kept = The output does not keep the input's channels: it has one map for each filter.
quiz-mistake-cmaps-multiplied = Filters and channels were multiplied. A filter adds its channels up to one map.
quiz-mistake-cmaps-one = That is what one filter gives. Here there are { $filters }.
quiz-mistake-cmaps-no-padding = The padding was left out. It is added on both sides: N + 2P − F + 1.
quiz-mistake-cmaps-plus-one = The + 1 is missing: the window's first place counts too.
quiz-mistake-cmaps-size-kept = Height and width stay only if 2P = F − 1.
quiz-mistake-bank-no-bias = The biases are missing: one for each filter.
quiz-mistake-bank-no-channels = The input's channels were forgotten: a filter has F² weights for each of them.
quiz-mistake-bank-one-bias = One bias is too few: each filter has its own.
quiz-mistake-bank-one-filter = That is one filter with its bias. The layer has { $filters }.
quiz-mistake-bank-side = A kernel has F rows and F columns: F² weights for each channel, not F.
quiz-mistake-bank-bias-each-channel = A filter has one bias, not one for each channel.
quiz-mistake-bank-places = The weights were counted again at each place. All places of a map share one filter.
