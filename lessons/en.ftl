# Skills, as shown in /progress.
skill-size-plain = Size without padding
skill-size-strided = Size with stride
skill-unreached = What no window reaches
skill-find-stride = Finding the stride
skill-size-chain = Two layers in a row

# Questions. Each states its convention: sizes are rounded down, padding counts on each side. "No dilation" is what PyTorch calls 1 and cs231n 0.
quiz-question-size-plain = An input { $n } wide meets a kernel { $f } wide: no padding, stride 1, no dilation. How wide is the output?
quiz-question-size-strided = N = { $n }, F = { $f }, P = { $p } on each side, S = { $s }, no dilation; the division is rounded down. How wide is the output N'?
quiz-question-unreached = N = { $n }, F = { $f }, P = { $p } on each side, S = { $s }, no dilation. How many columns at the far end of the padded input does no window reach?
quiz-question-find-stride = N = { $n }, F = { $f }, P = { $p } on each side, no dilation, the division rounded down: the output is N' = { $output } wide. What was the stride S?
quiz-question-size-chain = An input { $n } wide goes through two layers: F = { $f1 }, P = { $p1 }, S = { $s1 }, then F = { $f2 }, P = { $p2 }, S = { $s2 } (no dilation, rounded down). How wide is it at the end?

quiz-hint-size-plain-1 = Put the kernel at the left edge. How many steps to the right can it take before it leaves the input?
quiz-hint-size-plain-2 = Without padding and with stride 1 the formula is N' = N − F + 1. The + 1 is the window's first place.
quiz-hint-size-strided-1 = First find how far the window can travel: N + 2P − F. Each step covers S of it.
quiz-hint-size-strided-2 = N' = ⌊(N + 2P − F) / S⌋ + 1: a last step that does not fit is not taken.
quiz-hint-unreached-1 = How far can the window travel in all? Whole strides fit into that way, the rest is left over.
quiz-hint-unreached-2 = It is the remainder of (N + 2P − F) divided by S.
quiz-hint-find-stride-1 = There are N' windows, so the window took N' − 1 steps. How far did it travel in all?
quiz-hint-find-stride-2 = S = ⌊(N + 2P − F) / (N' − 1)⌋.
quiz-hint-size-chain-1 = Take one layer at a time: the output of the first is the input of the second.
quiz-hint-size-chain-2 = After each layer N' = ⌊(N + 2P − F) / S⌋ + 1, with that layer's own F, P and S.

# What went wrong, by the number it leads to.
quiz-mistake-forgot-plus-one = The + 1 is missing: the window's first place counts too, before it takes any step.
quiz-mistake-one-padding = That counts the padding once. It is added on both sides, so it enters as 2P.
quiz-mistake-no-padding = That leaves the padding out. It widens the input by 2P before the kernel slides.
quiz-mistake-ceil = That rounds up. A window that would stick out is not computed, so the division is rounded down.
quiz-mistake-stride-forgotten = That is the size at stride 1. With a larger stride the window visits only every S-th place.
quiz-mistake-kernel-forgotten = That leaves the kernel out. The window has width, so it can only travel N + 2P − F.
quiz-mistake-size-kept = The size stays the same only if 2P = F − 1 and the stride is 1; that is not so here.
quiz-mistake-stride-on-kernel = That multiplies the kernel by the stride. The stride divides the way the window travels; the kernel stays as wide as it is.
quiz-mistake-subtracted-one-too-many = One less than the number of steps: the formula adds 1 to the steps, it does not take 1 away.
quiz-mistake-not-rounded = The + 1 and the division are in place, but a size is a whole number: a window that would stick out is not computed, so the division is rounded down.
quiz-mistake-chain-first-only = That is the size after the first layer; the second one still has to be applied.
quiz-mistake-chain-second-only = That applies only the second layer to the original input. The first one has changed the size already.
quiz-mistake-chain-plus-one-once = The + 1 is missing in one of the layers: each window's first place counts before it takes any step.
quiz-mistake-chain-stride-forgotten = The second layer has a stride of more than 1: its window visits only every S-th place.
quiz-mistake-chain-padding-forgotten = The padding was left out. Each layer adds its own 2P before its kernel slides.
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
quiz-mistake-unknown = Put the numbers into the formula step by step.
