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
# Predictions before a result, and what went wrong in them.
quiz-mistake-dilation-forgotten = That leaves the dilation out. A dilated window spans D(F − 1) + 1 cells.
quiz-mistake-floor = That rounds down. In ceil mode a last, incomplete window counts too.
quiz-mistake-kernel-direction = The direction is mixed up: a kernel that compares left with right answers to vertical edges, one that compares top with bottom to horizontal ones.
quiz-mistake-kernel-effect = Look at the signs: weights that sum to 0 leave only edges, positive ones blur, a strong center among negative neighbors sharpens.
quiz-mistake-kernel-brightness = Weights that sum to 0 make every flat place black, however bright it was; only where neighbors differ does the result get bright.
quiz-mistake-value-flipped = That is the sum with the kernel turned the other way round, by 180°; it is applied just as it is drawn.
quiz-mistake-value-no-padding = That leaves the padding out: with it the first window begins before the first cell of the input.
quiz-mistake-value-border-zero = That takes zeros for the padding; here the border puts other numbers there.
quiz-mistake-value-stride-forgotten = That is the window without the stride: the window of row i begins i·S cells further on.
quiz-mistake-value-dilation-forgotten = That leaves the dilation out: the kernel's numbers lie D cells apart.
quiz-mistake-value-window-off = That is the window one cell beside the right one.
quiz-mistake-value-not-weighted = That only adds the numbers under the window; each is multiplied by the kernel's first.
quiz-mistake-value-other-pooling = That is the other kind of pooling: max takes the largest number, average their mean.

quiz-mistake-unknown = Put the numbers into the formula step by step.
