skill-axis-shape = The shape in 1D and 3D
skill-dilated-kernel = What a dilated kernel spans
skill-dilated-size = Size with dilation
skill-transposed-size = Size of a transposed convolution
skill-transposed-value = A number of a transposed convolution
skill-groups-parameters = Parameters in groups

quiz-question-axis-shape = A { $dims }D convolution: { $filters } filters, F = { $window }, P = { $padding }, S = { $stride }, no dilation, sizes rounded down. The input is { $input }, channels first. What shape is the output?
quiz-question-axis-shape-picture = One of the { $channels } channels of a 1D input: white cells are numbers, hatched ones padding. The solid frame is the window, the dashed one its next place. { $filters } filters, no dilation, rounded down. What shape is the output, channels × length?
quiz-question-dilated-kernel = A kernel { $f } wide with dilation { $d } (1 would be none). How many cells does it span, from its first to its last?
quiz-question-dilated-kernel-picture = Dilation 1 is none. Which grid shows the cells that a kernel { $f }×{ $f } with dilation { $d } reads?
quiz-question-dilated-size = An input { $n } wide, F = { $f }, dilation { $d } (1 would be none), P = { $p } on each side, S = { $s }, rounded down. How wide is the output?
quiz-question-dilated-size-picture = White cells are the input, hatched ones padding. The solid frame is the dilated window at its first place, { $s ->
    [1] and the stride is 1
   *[other] the dashed one its next place
  }; the division is rounded down. How wide is the output?
quiz-question-transposed-size = A transposed convolution takes an input { $n } wide: F = { $f }, S = { $s }, P = { $p }{ $p ->
    [0] {""}
   *[other] {" "}(cut off each side)
  }, { $op ->
    [0] no output padding
   *[other] output padding { $op }
  }, no dilation. How wide is the output?
quiz-question-transposed-size-picture = A transposed convolution done as an ordinary one: zeros already stand between and around the input's numbers. The frame is the kernel, which moves one cell at a time. How many numbers come out?
quiz-question-transposed-value = A 1D transposed convolution: input { $input }, kernel { $kernel }, stride { $stride }, nothing cut off. What number is in the output's cell { $column }, counted from 0?
quiz-question-transposed-value-picture = A transposed convolution with stride { $stride }, nothing cut off: each input number stamps the kernel, times itself, and what overlaps adds up. What number stands where the question mark is?
quiz-question-groups-parameters = { $kind ->
    [depthwise] A depthwise convolution on { $channels } channels: one { $f }×{ $f } filter for each channel. How many parameters has it, biases included?
    [separable] A depthwise separable layer: a depthwise { $f }×{ $f } convolution on { $channels } channels, then a 1×1 convolution to { $filters } channels. How many parameters have both together, biases included?
   *[grouped] A { $f }×{ $f } convolution from { $channels } channels to { $filters }, in { $groups } groups. How many parameters has it, biases included?
  }
quiz-question-groups-parameters-picture = A line joins a filter to each input channel that it sees. Kernels are { $f }×{ $f }, and each filter has a bias. How many parameters has the layer?

quiz-alt-axis-shape-picture = A strip of { $n } white cells{ $p ->
    [0] {""}
    [one] {" "}with one hatched cell at each end
   *[other] {" "}with { $p } hatched ones at each end
  }; a solid frame { $f } wide at the start, a dashed one { $s } further on.
quiz-alt-dilated-kernel-picture = Grids with a frame in the corner each; the cells that the kernel reads are tinted.
quiz-alt-dilated-size-picture = A strip of { $n } white cells{ $p ->
    [0] {""}
    [one] {" "}with one hatched cell at each end
   *[other] {" "}with { $p } hatched ones at each end
  }; in the frame at the start { $f } cells are tinted, each { $d } from the one before{ $s ->
    [1] {""}
   *[other] ; a dashed frame { $s } further on
  }.
quiz-alt-transposed-size-picture = A row of numbers: { $row }; a frame { $f } wide at the start.
quiz-alt-transposed-value-picture = The input, row by row: { $input }; the kernel: { $kernel }; the output with a question mark in row { $row }, column { $column }, counted from 0.
quiz-alt-groups-parameters-picture = { $channels } channels on the left, { $filters } filters on the right, joined in { $groups } separate groups.

quiz-hint-axis-shape-1 = Along each axis N' = ⌊(N + 2P − F) / S⌋ + 1, with that axis's own F, P and S.
quiz-hint-axis-shape-2 = The output has one channel for each filter, whatever the input had.
quiz-hint-dilated-kernel-1 = The kernel has F cells, so F − 1 steps lie between the first and the last.
quiz-hint-dilated-kernel-2 = Each step is D cells long, and the first cell counts too: D·(F − 1) + 1.
quiz-hint-dilated-kernel-picture-1 = Count the tinted cells along one side of the frame: there must be { $f }.
quiz-hint-dilated-kernel-picture-2 = With dilation D one cell is D steps from the next, so D − 1 cells lie untouched between them.
quiz-hint-dilated-size-1 = First find how many cells the window spans: D·(F − 1) + 1.
quiz-hint-dilated-size-2 = Then use the usual formula with that span in the place of F.
quiz-hint-transposed-size-1 = The first number of the input stamps F cells; each of the other N − 1 begins S cells further on.
quiz-hint-transposed-size-2 = N' = (N − 1)·S + F, less P at each end, plus the output padding.
quiz-hint-transposed-size-picture-1 = Count all cells of the row, zeros too, and the cells in the frame.
quiz-hint-transposed-size-picture-2 = At stride 1 there are M − F + 1 places in a row of M cells.
quiz-hint-transposed-value-1 = Input number i puts the kernel's first number into cell i·S, and the others into the cells after it; with two axes the same holds for rows and columns.
quiz-hint-transposed-value-2 = Find every input number whose stamp reaches the cell, and add up those products: input number times kernel number.
quiz-hint-groups-parameters-1 = { $kind ->
    [separable] Two layers: in the first a filter sees one channel, in the second 1×1 cells of all channels.
   *[other] Count what one filter sees: it reads only the channels of its own group.
  }
quiz-hint-groups-parameters-2 = { $kind ->
    [depthwise] C·(F² + 1).
    [separable] C_in·(F² + 1) + C_out·(C_in + 1).
   *[grouped] C_out·(C_in/G·F² + 1).
  }
quiz-hint-groups-parameters-picture-1 = Every line is a kernel with F² weights.
quiz-hint-groups-parameters-picture-2 = Parameters = lines·F² + filters, as each filter has one bias.

quiz-reason-dilated-grid = { $f } cells along each side, each { $d } from the next: the frame spans { $d }·({ $f } − 1) + 1 = { $span } cells.

quiz-mistake-axes-channels-kept = The sizes are right, but a convolution does not keep the channels: each filter reads all of them and gives one.
quiz-mistake-axes-channels-multiplied = A filter adds up what it finds in all channels. So the output has one channel a filter, not one for each pair of channel and filter.
quiz-mistake-axes-settings-turned = F, P and S were used from the last axis to the first. They are listed in the order of the axes: depth, height, width.
quiz-mistake-axes-first-everywhere = The first F, P and S were used on all axes. Each axis has its own.
quiz-mistake-span-product = D·F counts one step too many: between F cells there are F − 1 steps.
quiz-mistake-span-no-plus-one = That is the way from the first cell to the last. The first cell counts as well: + 1.
quiz-mistake-span-gaps = That takes D for the cells left out. In this course, as in PyTorch, dilation D means D steps to the next cell, D − 1 left out.
quiz-mistake-span-plain = That is how many cells it reads. It spans more, as some between them are left out.
quiz-mistake-span-one-gap = That widens one gap only. There is a gap after every cell but the last.
quiz-mistake-span-added = F and D are not added: each of the F − 1 steps is D cells long.
quiz-mistake-grid-gaps = There are { $d } cells left out between two that are read. Dilation { $d } means { $d } steps to the next cell, so one fewer is left out.
quiz-mistake-grid-dense = That kernel spans as much, but reads every cell. A dilated one has no more weights than before.
quiz-mistake-grid-undilated = That is the kernel without dilation: it leaves no cell out.
quiz-mistake-dilated-product = The window was taken to be D·F wide. It spans D·(F − 1) + 1.
quiz-mistake-dilated-gaps = D was taken for the cells left out. Dilation D means D steps to the next cell, so the window spans D·(F − 1) + 1.
quiz-mistake-dilated-as-stride = That takes the dilation for the stride. The stride moves the window; dilation spreads its cells.
quiz-mistake-up-n-times = One step too many: from the first of N numbers to the last there are N − 1 steps of S.
quiz-mistake-up-scaled = N·S is what “S times larger” suggests, but the kernel's width and the padding count too.
quiz-mistake-up-padding-added = Here the padding is not added: it is cut off the output at both ends.
quiz-mistake-up-one-padding = The padding is cut off at both ends, so it enters as 2P.
quiz-mistake-up-no-output-padding = The output padding is missing: it adds cells at the far end.
quiz-mistake-up-forward = That is the ordinary convolution, which shrinks. The transposed one goes the other way.
quiz-mistake-up-kernel-short = One too few: the last number stamps all F cells of the kernel.
quiz-mistake-up-no-kernel = That is the input with zeros between its numbers. What the kernel and the padding change is missing.
quiz-mistake-up-all-cells = Those are the cells the kernel moves over. It has F − 1 fewer places than that.
quiz-mistake-up-inputs-only = Those are the input's numbers. The kernel stops at the zeros as well.
quiz-mistake-stamp-last = The last stamp does not replace the others: where stamps overlap they add up.
quiz-mistake-stamp-first = Another stamp reaches this cell too, and is added.
quiz-mistake-stamp-turned = The kernel was turned around. A stamp puts it down just as it is.
quiz-mistake-stamp-close = The stamps were laid one cell apart. They are S cells apart.
quiz-mistake-stamp-weights = That takes the kernel's numbers alone. Each is multiplied by the input number that stamps it.
quiz-mistake-stamp-inputs = That takes the input's numbers alone. Each is multiplied by the kernel's number that falls on this cell.
quiz-mistake-stamp-next = That is the number one cell further on.
quiz-mistake-stamp-before = That is the number one cell before.
quiz-mistake-groups-forgotten = That is the ordinary convolution, where every filter sees every channel.
quiz-mistake-groups-no-bias = The weights are right; the biases are missing, one a filter.
quiz-mistake-groups-one-bias = The weights are right, but there is a bias for each filter, not one for the layer.
quiz-mistake-groups-one-filter = That is one filter. Each channel has one of its own.
quiz-mistake-groups-no-square = A kernel F×F has F² weights, not F.
quiz-mistake-groups-only-one = That is one group alone. All groups together are asked for.
quiz-mistake-groups-multiplied = That gives every group all the filters. The filters are shared out: each belongs to one group.
quiz-mistake-separable-depthwise = That is the depthwise half. The 1×1 convolution has weights and biases too.
quiz-mistake-separable-pointwise = That is the 1×1 half. The depthwise convolution before it has weights and biases too.
quiz-mistake-separable-one-filter = In the depthwise half there is a filter for each channel, not one for all.
