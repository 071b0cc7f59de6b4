skill-size-padded = Size with padding
skill-padding-same = Padding that keeps the size
skill-find-kernel = Finding the kernel
skill-find-padding = Finding the padding

quiz-question-size-padded = An input { $n } wide is padded with { $p } on each side; the kernel is { $f } wide, stride 1, no dilation. How wide is the output?
quiz-question-padding-same = A kernel { $f } wide slides over an input { $n } wide with stride 1 and no dilation. How much padding on each side keeps the width at { $n }?
quiz-question-find-kernel = An input { $n } wide with padding { $p } on each side, stride 1 and no dilation became { $output } wide. How wide is the kernel?
quiz-question-find-padding = A kernel { $f } wide, stride 1, no dilation: an input { $n } wide became { $output } wide. How much padding was there on each side?
quiz-question-size-padded-picture = The white cells are the input, the hatched ones its padding, the frame is the window; stride 1, no dilation. How wide is the output?
quiz-question-padding-same-picture = Four paddings for the same input { $n } wide (white), with the window { $f } wide at its first place; stride 1, no dilation. With which one is the output { $n } wide?
quiz-question-find-kernel-picture = Above the padded input, below the output; stride 1, no dilation. How wide is the kernel?
quiz-question-find-padding-picture = Above the input without its padding, below the output. The kernel is { $f } wide, stride 1, no dilation. How much padding was there on each side?

quiz-alt-size-padded-picture = A grid of { $n } by { $n } white cells with { $p } hatched ones on each side; a frame of { $f } by { $f } at the first place.
quiz-alt-padding-same-picture = Four strips of { $n } white cells with different numbers of hatched cells at both ends, and a frame { $f } wide at the start.
quiz-alt-find-kernel-picture = A strip of { $n } white cells with { $p } hatched ones on each side; below it a strip of { $output } cells.
quiz-alt-find-padding-picture = A strip of { $n } cells; below it a strip of { $output } cells.

quiz-hint-size-padded-1 = Padding is added on both sides, so the input the kernel sees is N + 2P wide.
quiz-hint-size-padded-2 = N' = N + 2P − F + 1.
quiz-hint-padding-same-1 = With stride 1 the kernel takes F − 1 away from the width. Padding has to give exactly that back.
quiz-hint-padding-same-2 = Both sides share it equally: P = (F − 1) / 2.
quiz-hint-find-kernel-1 = Start from N' = N + 2P − F + 1 and solve it for F.
quiz-hint-find-kernel-2 = F = N + 2P − N' + 1.
quiz-hint-find-padding-1 = Without padding the output would be N − F + 1 wide. What both sides added makes the difference.
quiz-hint-find-padding-2 = 2P = N' − 1 + F − N; each side has half of that.

quiz-mistake-padding-both-sides = F − 1 is what both sides need together. P is the padding on each side, half of that.
quiz-mistake-padding-rounded-up = That is (F + 1) / 2. The kernel takes F − 1 away, so each side gives back (F − 1) / 2.
quiz-mistake-padding-none = Without padding the output shrinks by F − 1.
quiz-mistake-padding-as-kernel = With padding as wide as the kernel the output would grow: N + 2F − F + 1 = N + F + 1.
quiz-mistake-padding-always-one = Padding 1 keeps the size only for a kernel 3 wide.
quiz-mistake-backwards-forgot-plus-one = The + 1 is missing: from N' = N + 2P − F + 1 follows F = N + 2P − N' + 1.
quiz-mistake-backwards-one-padding = The padding counts on both sides, so it enters as 2P.
quiz-mistake-backwards-no-padding = The padding was left out: the kernel slid over N + 2P columns.
quiz-mistake-backwards-plus-two = One too many: F = N + 2P − N' + 1.
quiz-mistake-backwards-difference = N − N' alone is not the kernel: padding and the + 1 count too.
quiz-mistake-find-padding-both-sides = That is what both sides add together. P is the padding on each side, half of that.
quiz-mistake-find-padding-difference = N' − N alone is not the padding: the kernel takes F − 1 away as well, and the padding makes up for that too.
quiz-mistake-find-padding-plus-one = One too many: the kernel takes F − 1 away, not F + 1.
quiz-mistake-find-padding-same = (F − 1) / 2 is the padding that keeps the size; here the size has changed.
quiz-mistake-find-padding-none = Without padding the output would be N − F + 1 wide; here it is wider.
quiz-mistake-find-padding-forgot-one = The − 1 is missing: 2P = N' − 1 + F − N.
