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
