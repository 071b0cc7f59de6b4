skill-size-plain = Size without padding
skill-size-chain = Two layers in a row

quiz-question-size-plain = An input { $n } wide meets a kernel { $f } wide: no padding, stride 1, no dilation. How wide is the output?
quiz-question-size-chain = An input { $n } wide goes through two layers: F = { $f1 }, P = { $p1 }, S = { $s1 }, then F = { $f2 }, P = { $p2 }, S = { $s2 } (no dilation, rounded down). How wide is it at the end?

quiz-hint-size-plain-1 = Put the kernel at the left edge. How many steps to the right can it take before it leaves the input?
quiz-hint-size-plain-2 = Without padding and with stride 1 the formula is N' = N − F + 1. The + 1 is the window's first place.
quiz-hint-size-chain-1 = Take one layer at a time: the output of the first is the input of the second.
quiz-hint-size-chain-2 = After each layer N' = ⌊(N + 2P − F) / S⌋ + 1, with that layer's own F, P and S.

quiz-mistake-chain-first-only = That is the size after the first layer; the second one still has to be applied.
quiz-mistake-chain-second-only = That applies only the second layer to the original input. The first one has changed the size already.
quiz-mistake-chain-plus-one-once = The + 1 is missing in one of the layers: each window's first place counts before it takes any step.
quiz-mistake-chain-stride-forgotten = The second layer has a stride of more than 1: its window visits only every S-th place.
quiz-mistake-chain-padding-forgotten = The padding was left out. Each layer adds its own 2P before its kernel slides.

skill-edge-windows = Windows that see a pixel

quiz-question-size-plain-picture = The cells are the input, the frame is the window at its first place; no padding, stride 1, no dilation. How wide is the output?
quiz-question-size-chain-picture = The network from above to below, sizes along one axis; no dilation, rounded down, P on each side. How wide is the output N'?
quiz-question-edge-windows = A { $f }×{ $f } window slides over { $n }×{ $n } pixels with stride 1, without padding and dilation. How many of its places cover the pixel in row { $row }, column { $column } (counted from 1)?
quiz-question-edge-windows-picture = The framed { $f }×{ $f } window slides over all { $n }×{ $n } pixels with stride 1, without padding and dilation. How many of its places cover the pixel marked ×?

quiz-alt-size-plain-picture = A grid of { $n } by { $n } cells with a frame of { $f } by { $f } at the first place.
quiz-alt-size-chain-picture = A chain: an input { $n } wide; F = { $f1 }, P = { $p1 }, S = { $s1 }; F = { $f2 }, P = { $p2 }, S = { $s2 }; an output of unknown width.
quiz-alt-edge-windows-picture = A grid of { $n } by { $n } with a { $f } by { $f } frame at the first place; row { $row }, column { $column } is marked ×.

quiz-hint-edge-windows-1 = Count one direction at a time: in which columns may a window start so that it covers this column?
quiz-hint-edge-windows-2 = Places along the row times places along the column. Windows must lie wholly inside.

quiz-mistake-edge-all = F² is for pixels far from every edge. Here some of those windows would stick out.
quiz-mistake-edge-added = Places down and across were added. Each place down goes with each place across, so they are multiplied.
quiz-mistake-edge-one-way = That counts one direction only. The window moves down as well as across: multiply both counts.
quiz-mistake-edge-coordinates = Row times column holds only near the top left corner: past F cells the count grows no further, and toward the far edges it falls.
quiz-mistake-edge-every-window = That is how many windows there are in all; not all of them cover this pixel.
quiz-mistake-edge-only-one = Only corner pixels are in a single window. This one is in more.
