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
quiz-mistake-unknown = Put the numbers into the formula step by step.
