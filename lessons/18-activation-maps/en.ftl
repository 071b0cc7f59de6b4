skill-map-shape = Shape of activation maps
skill-best-patch = The patch that excites a unit most
skill-sparsity = Share of zeros after ReLU
skill-dead-filters = Dead filters

quiz-question-map-shape = A { $channels }×{ $n }×{ $n } input goes through a convolution with { $filters } filters of { $f }×{ $f }, padding { $p } on each side, stride 1{ $pooled ->
    [1] , then through max pooling 2×2 with stride 2 (sizes are rounded down)
   *[other] {""}
  }. Which shape do the maps have: channels × height × width?
quiz-question-map-shape-picture = Which shape do the maps at the end have: channels × height × width? The padding is on each side, no dilation, sizes are rounded down.
quiz-question-best-patch = A unit has the weights { $weights } (row by row, no flipping). Which patch of 3×3 pixels excites it most? Bright is 1, dark is 0.
quiz-question-best-patch-number = A unit has the weights { $weights } (two rows, no flipping), bias 0. It meets three patches: A { $a }, B { $b }, C { $c }. How large is its strongest activation, after ReLU?
quiz-question-best-patch-picture = A unit has the weights { $weights } (row by row, no flipping). Which of these patches excites it most? White is 1, black is 0.
quiz-question-sparsity = A map before ReLU: { $list }. How many percent of its { $count } numbers are zero after ReLU?
quiz-question-sparsity-picture = A map before ReLU. How many percent of its { $count } numbers are zero after ReLU?
quiz-question-dead-filters = The strongest activations of { $filters } filters (separated by a slash) on { $pictures } pictures each, after ReLU: { $list }. How many filters are dead on these pictures?
quiz-question-dead-filters-picture = Each row is a filter, each column a picture, each number the filter's strongest activation there, after ReLU. How many filters are dead on these pictures?

quiz-alt-map-shape-picture = A chain of layers: an input of { $channels }×{ $n }×{ $n }, a convolution with { $filters } filters { $f } wide, padding { $p }{ $pooled ->
    [1] , max pooling 2×2
   *[other] {""}
  }, and maps of unknown shape.
quiz-alt-best-patch-picture = Four patches of 3 by 3 black and white pixels, A to D.
quiz-alt-sparsity-picture = A grid of { $count } whole numbers, some below zero, some zero.
quiz-alt-dead-filters-picture = A table of { $filters } rows and { $pictures } columns of whole numbers, many of them zero.

quiz-hint-map-shape-1 = How many maps are there? One for each filter, whatever the number of input channels.
quiz-hint-map-shape-2 = Width after the convolution: N + 2P − F + 1. Pooling 2×2 with stride 2 halves it, rounded down, and keeps the number of maps.
quiz-hint-best-patch-1 = The activation is a weighted sum: bright pixels collect the weights that they lie on.
quiz-hint-best-patch-2 = Add, for each patch, the weights times the pixels. The largest sum wins.
quiz-hint-sparsity-1 = Which numbers become zero? And which are zero already?
quiz-hint-sparsity-2 = Count all that are zero or below, divide by { $count }, multiply by 100.
quiz-hint-dead-filters-1 = A filter that is silent on one picture may still answer to another.
quiz-hint-dead-filters-2 = Count the filters whose numbers are all zero.

quiz-choice-patch-left = left column bright
quiz-choice-patch-right = right column bright
quiz-choice-patch-top = top row bright
quiz-choice-patch-bottom = bottom row bright
quiz-choice-patch-falling = diagonal from upper left to lower right bright
quiz-choice-patch-rising = diagonal from lower left to upper right bright
quiz-choice-patch-spot = only the middle pixel bright
quiz-choice-patch-flat = all nine pixels bright

quiz-reason-patch-matches = Its bright pixels lie on the largest weights and on no negative one: the sum is { $sum }, more than for any of the others.

quiz-mistake-maps-not-pooled = That is the shape before pooling, which halves height and width.
quiz-mistake-maps-pooled-channels = Pooling works on each map by itself: it shrinks height and width, not the number of maps.
quiz-mistake-maps-channels-kept = That keeps the input's channels. There is one map for each filter.
quiz-mistake-maps-channels-multiplied = Each filter adds up all input channels into one map, so the channels do not multiply.
quiz-mistake-maps-no-padding = That leaves the padding out. It adds 2P to the width before the window slides.
quiz-mistake-maps-size-kept = That takes the convolution to keep the size. It does so only where 2P = F − 1.
quiz-mistake-maps-one-map = That is one filter's map. There are as many maps as filters.
quiz-mistake-patch-no-relu = ReLU comes last: with no sum above zero the activation is 0.
quiz-mistake-patch-not-largest = That is not the strongest activation: another patch gives more, or the sum is negative and ReLU makes it zero.
quiz-mistake-patch-no-signs = That takes all weights as positive. Negative ones take away from the sum.
quiz-mistake-patch-brightest = That is the sum of the pixels themselves. Each must be multiplied by its weight.
quiz-mistake-patch-opposite = Its bright pixels lie on the negative weights: the sum is below zero, and ReLU leaves nothing.
quiz-mistake-patch-weaker = Lay it over the weights: its bright pixels add up to less than those of the best patch.
quiz-mistake-sparse-alive = That is the share of numbers that stay above zero.
quiz-mistake-sparse-below = Numbers that are zero already stay zero, so they count too.
quiz-mistake-sparse-zeros-before = Those are zero already. ReLU makes zeros of all negative numbers as well.
quiz-mistake-sparse-count = That is how many zeros there are. As a share, divide by { $count } and multiply by 100.
quiz-mistake-sparse-count-alive = That is how many numbers stay above zero. Asked is the share of zeros, in percent.
quiz-mistake-dead-any-zero = A filter that is silent on some pictures only is alive. Dead is one that answers to none.
quiz-mistake-dead-alive = That counts the filters that answer to at least one picture. The others are dead.
quiz-mistake-dead-first-picture = Those are silent on the first picture. Some of them answer to another one.
quiz-mistake-dead-last-picture = Those are silent on the last picture. Some of them answer to another one.
quiz-mistake-dead-zeros = That counts single zeros. A dead filter is a whole set of them, one for each picture.
