skill-mix-pixel = Mixing channels at a pixel
skill-one-by-one-shape = The shape after a 1×1 layer
skill-bottleneck-parameters = Parameters of a bottleneck

quiz-question-mix-pixel = At one pixel the { $count } channels hold { $values }. A 1×1 filter has the weights { $weights } (in that order) and the bias { $bias }. What does it put out there?
quiz-question-mix-pixel-picture = Corners of { $count } channels. A 1×1 filter has the weights { $weights } for c = 1, 2, … and the bias { $bias }. What does it put out at the framed pixel?
quiz-question-one-by-one-shape = An input { $c }×{ $h }×{ $w } (channels, height, width) goes through a convolution with { $k } filters of 1×1, stride { $s }, no padding, rounded down. What is the output's shape?
quiz-question-one-by-one-shape-picture = Shapes are channels × height × width. The convolution has { $k } filters, no padding; sizes are rounded down. What is the output's shape?
quiz-question-bottleneck-parameters = A 1×1 convolution brings { $c } channels to { $t }, then a { $f }×{ $f } convolution makes { $k }. Each filter has a bias. How many parameters do both layers have together?
quiz-question-bottleneck-parameters-picture = Two convolutions in a row; C_out is the number of filters, each with a bias. How many parameters do both have together?

quiz-alt-mix-pixel-picture = { $count } small grids of numbers, one below or beside the other; the same cell is framed in each.
quiz-alt-one-by-one-shape-picture = A chain: an input of { $c }×{ $h }×{ $w }; a 1×1 convolution with { $k } filters, stride { $s }; an output of unknown shape.
quiz-alt-bottleneck-parameters-picture = A chain: an input with { $c } channels; a 1×1 convolution with { $t } filters; a { $f }×{ $f } convolution with { $k } filters.

quiz-hint-mix-pixel-1 = The window is one pixel: only the numbers at this place count, one for each channel.
quiz-hint-mix-pixel-2 = Multiply each channel by its own weight, add up, then add the bias.
quiz-hint-one-by-one-shape-1 = Each filter adds up all channels and leaves one map.
quiz-hint-one-by-one-shape-2 = With F = 1: N' = ⌊(N − 1) / S⌋ + 1, which at stride 1 is N.
quiz-hint-bottleneck-parameters-1 = Count the layers one by one: filters · (weights of a filter + 1).
quiz-hint-bottleneck-parameters-2 = C_t·(C_in + 1) + C_out·(C_t·F² + 1).

quiz-mistake-mix-no-bias = The bias is missing: it is added to the weighted sum.
quiz-mistake-mix-no-weights = That adds up the channels as they are. Each is multiplied by its own weight first.
quiz-mistake-mix-signs-lost = A sign was lost: a channel with a negative weight takes away from the sum.
quiz-mistake-mix-first-channel = That is the first channel only. A filter adds up over all channels.
quiz-mistake-mix-strongest = That keeps the largest product only. A convolution adds all of them up; a maximum is pooling's way.
quiz-mistake-mix-sums-multiplied = That multiplies the sum of the values by the sum of the weights. Each value meets only its own weight.
quiz-mistake-point-channels-kept = Those are the input's channels. The output has as many as there are filters.
quiz-mistake-point-channels-multiplied = The numbers of channels are not multiplied: each filter adds all input channels up into one map.
quiz-mistake-point-size-lost = 1×1 is the size of the window, not of the output: the window visits every place.
quiz-mistake-point-size-shrunk = One too few: the formula is N − F, and then + 1 for the window's first place.
quiz-mistake-point-one-map = One map is what one filter leaves; here there are several.
quiz-mistake-point-stride-forgotten = That is the size at stride 1. With a larger stride only every S-th pixel is visited.
quiz-mistake-bottleneck-no-bias = The biases are missing: one for each filter of both layers.
quiz-mistake-bottleneck-direct = That is the wide layer alone, right on the input's channels, without the 1×1 layer before it.
quiz-mistake-bottleneck-second-only = That is the wide layer only. The 1×1 layer has weights of its own.
quiz-mistake-bottleneck-wide-input = The wide layer was counted on the input's channels. It sees only those that the 1×1 layer leaves.
quiz-mistake-bottleneck-side-once = The wide window has F² weights a channel, not F.
quiz-mistake-bottleneck-first-squared = The first layer was counted with the wide window. Its own window is 1×1: one weight a channel.
