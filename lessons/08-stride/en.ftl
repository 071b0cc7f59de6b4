skill-size-strided = Size with stride
skill-unreached = What no window reaches
skill-find-stride = Finding the stride

quiz-question-size-strided = N = { $n }, F = { $f }, P = { $p } on each side, S = { $s }, no dilation; the division is rounded down. How wide is the output N'?
quiz-question-unreached = N = { $n }, F = { $f }, P = { $p } on each side, S = { $s }, no dilation. How many columns at the far end of the padded input does no window reach?
quiz-question-find-stride = N = { $n }, F = { $f }, P = { $p } on each side, no dilation, the division rounded down: the output is N' = { $output } wide. What was the stride S?

quiz-hint-size-strided-1 = First find how far the window can travel: N + 2P − F. Each step covers S of it.
quiz-hint-size-strided-2 = N' = ⌊(N + 2P − F) / S⌋ + 1: a last step that does not fit is not taken.
quiz-hint-unreached-1 = How far can the window travel in all? Whole strides fit into that way, the rest is left over.
quiz-hint-unreached-2 = It is the remainder of (N + 2P − F) divided by S.
quiz-hint-find-stride-1 = There are N' windows, so the window took N' − 1 steps. How far did it travel in all?
quiz-hint-find-stride-2 = S = ⌊(N + 2P − F) / (N' − 1)⌋.

quiz-mistake-unreached-n-mod-s = That divides the whole width by the stride. The first window covers F columns before any step: it is the rest, N + 2P − F, that the strides divide.
quiz-mistake-unreached-missing = That many columns would be missing for one more window. The question is how many are left over.
quiz-mistake-unreached-none = Something is left over: N + 2P − F is not divisible by S.
quiz-mistake-unreached-by-kernel = That divides by the kernel. Windows start every S columns, not every F.
quiz-mistake-unreached-always-one = It is not always one column: it is the remainder of (N + 2P − F) divided by S.
quiz-mistake-unreached-s-minus-one = S − 1 is the most that can be left over, not what is left over here.
quiz-mistake-unreached-whole-stride = If a whole stride were left over, one more window would fit.
quiz-mistake-find-stride-counts-windows = That divides the way by the number of windows. There is one step fewer: N' − 1.
quiz-mistake-find-stride-no-kernel = That leaves the kernel out. The window has width, so it travels only N + 2P − F.
quiz-mistake-find-stride-ratio = N / N' leaves out the kernel's width and the first place: the N' − 1 steps go over the way N + 2P − F.
quiz-mistake-find-stride-too-large = With that stride fewer windows fit, and the output would be narrower.
quiz-mistake-find-stride-too-small = With that stride more windows fit, and the output would be wider.
quiz-mistake-find-stride-kernel = That is the kernel's width. How far the window moves in one step is another number.
quiz-mistake-find-stride-not-rounded = Almost: a stride is a whole number. What is left over beyond whole steps no window reaches.

quiz-question-size-strided-picture = White cells are the input, hatched ones its padding. The window goes from the solid frame to the dashed one in one step, and as far down; sizes are rounded down, no dilation. How wide is the output?
quiz-question-unreached-picture = White cells are the input, hatched ones its padding. One step takes the window from the solid frame to the dashed one (no dilation). How many cells at the right end does no window reach?
quiz-question-find-stride-picture = The input (hatched: its padding) with the window at its first place, and the output. No dilation, the size was rounded down. What was the stride?

quiz-alt-size-strided-picture = A grid of { $n } by { $n } white cells with { $p } hatched ones on each side; a frame { $f } wide at the first place, a dashed one { $s } further right.
quiz-alt-unreached-picture = A strip of { $n } white cells with { $p } hatched ones on each side; a frame { $f } wide at the start, a dashed one { $s } further right.
quiz-alt-find-stride-picture = A strip of { $n } white cells with { $p } hatched ones on each side and a frame { $f } wide at the start; below it a strip of { $output } cells.
