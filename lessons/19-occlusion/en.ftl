skill-patch-places = Positions of a patch
skill-probability-drop = Drop of a probability
skill-key-patch = The patch that matters most
skill-hot-spot = Size of the spot in the map
skill-patch-fill = What a patch changes

quiz-question-patch-places = A patch of { $patch }×{ $patch } slides over a picture of { $height }×{ $width } pixels with stride { $stride } and never sticks out (sizes are rounded down). At how many positions is the network asked?
quiz-question-patch-places-picture = A picture with the first two places of a patch: the arrow is its step, across and down alike. It never sticks out. At how many positions is the network asked?
quiz-question-probability-drop = With nothing covered a network gives a class { $whole } %. With a patch at { $count } positions it gives: { $list } %. By how many percentage points does the probability fall at most?
quiz-question-probability-drop-picture = With nothing covered a network gives a class { $whole } %. The table: its percent with the patch at each position. By how many percentage points does the probability fall at most?
quiz-question-key-patch = An occlusion map: { $kind ->
    [drop] drops of the class's probability in points
   *[other] probabilities of the class in percent
  } with the patch at each position, row by row: { $list }. At which position does the patch hide what matters most? Count from 1, row by row.
quiz-question-key-patch-picture = An occlusion map: { $kind ->
    [drop] drops of the class's probability in points
   *[other] probabilities of the class in percent
  } with the patch at each position. At which position does the patch hide what matters most? Count from 1, row by row.
quiz-question-key-patch-picture-number = An occlusion map: { $kind ->
    [drop] drops of the class's probability in points
   *[other] probabilities of the class in percent
  } with the patch at each position. At which position does the patch hide what matters most? Count from 1, row by row.
quiz-question-hot-spot = In a picture of { $n }×{ $n } a network decides by { $detail ->
    [1] a single pixel: row { $row }, column { $column }
   *[other] a detail of { $detail }×{ $detail } pixels: upper left corner in row { $row }, column { $column }
  } (from 1). A patch of { $patch }×{ $patch } slides with stride 1, never sticking out. At how many positions does it hide { $detail ->
    [1] this pixel
   *[other] at least one pixel of it
  }?
quiz-question-hot-spot-picture = In a picture of { $n }×{ $n } a network decides by { $detail ->
    [1] a single pixel: row { $row }, column { $column }
   *[other] a detail of { $detail }×{ $detail } pixels: upper left corner in row { $row }, column { $column }
  } (from 1). The patch: { $patch }×{ $patch }, stride 1, its drop noted at its middle. Which map comes out? Bright: large drop; black rim: no middle there.
quiz-question-hot-spot-patch = A network decides by { $detail ->
    [1] a single pixel: hide it
   *[other] a detail of { $detail }×{ $detail } pixels: hide any of it
  }, and the probability falls. The map shows the drops in points, a cell for each position of the patch, stride 1. How many pixels wide was the patch?
quiz-question-patch-fill = Rows of a picture (1 white, 0 black): { $rows }. A patch of { $patch }×{ $patch }, all { $fill ->
    [0] 0 (black)
    [1] 1 (white)
   *[other] { $fill } (gray)
  }, is laid over it, upper left corner in row { $row }, column { $column } (from 1). How many pixels change?
quiz-question-patch-fill-picture = A picture of 1 (white) and 0 (black). The framed patch is filled with { $fill ->
    [0] 0 (black)
    [1] 1 (white)
   *[other] { $fill } (gray)
  }. How many pixels change?

quiz-alt-patch-places-picture = A grid of { $height } by { $width } cells; a frame of { $patch } by { $patch } at its first place and, dashed, at its second, { $stride } further right.
quiz-alt-probability-drop-picture = A table of { $count } whole numbers, the larger the bluer.
quiz-alt-key-patch-picture = A table of whole numbers, the larger the bluer; rows: { $rows }, columns: { $columns }.
quiz-alt-key-patch-picture-number = A table of whole numbers, the larger the bluer; rows: { $rows }, columns: { $columns }.
quiz-alt-hot-spot-picture = Four maps of { $n } by { $n } pixels with dark and bright parts, A to D.
quiz-alt-hot-spot-patch = A table of zeros with a square block of { $side } by { $side } cells that hold { $drop }.
quiz-alt-patch-fill-picture = A table of zeros and ones; a frame of { $patch } by { $patch } cells, its corner in row { $row }, column { $column }.

quiz-hint-patch-places-1 = How many places does the patch have along one side? It is a window like that of a convolution without padding.
quiz-hint-patch-places-2 = ⌊(N − k) / s⌋ + 1 along each side; multiply both.
quiz-hint-probability-drop-1 = Where is the least of the probability left?
quiz-hint-probability-drop-2 = Take the smallest number from { $whole }.
quiz-hint-key-patch-1 = { $kind ->
    [drop] These are drops: what was lost. Much lost means much hidden.
   *[other] These are probabilities: what is left. Little left means much hidden.
  }
quiz-hint-key-patch-2 = { $kind ->
    [drop] Find the largest number
   *[other] Find the smallest number
  }; then count: full rows above it times { $columns }, plus its column.
quiz-hint-hot-spot-1 = Along one side: with its far edge the patch touches the detail early, with its near edge it lets go late.
quiz-hint-hot-spot-2 = m + k − 1 places along one side (m: detail, k: patch), less what the picture's edge forbids; multiply both sides.
quiz-hint-hot-spot-picture-1 = Is large drop bright or dark here? And at how many positions does a { $patch }×{ $patch } patch hide something of the detail?
quiz-hint-hot-spot-picture-2 = The bright block is { $detail } + { $patch } − 1 wide and has its middle on the detail.
quiz-hint-hot-spot-patch-1 = Count how wide the block of { $drop } is.
quiz-hint-hot-spot-patch-2 = Width of the block = m + k − 1, with m = { $detail }. Solve it for k.
quiz-hint-patch-fill-1 = Only what lies under the patch can change. And does all of it?
quiz-hint-patch-fill-2 = Count the pixels under the patch that are not { $fill } already.

quiz-reason-map-right = Every position at which the patch hides part of the detail loses probability: a bright block of { $side }×{ $side } with its middle on the detail.

quiz-mistake-places-one-axis = Those are the places along one side. The patch slides across and down: multiply.
quiz-mistake-places-forgot-one = The + 1 is missing on each side: the first place counts too, before any step.
quiz-mistake-places-no-stride = That is stride 1. With stride { $stride } the patch visits only every { $stride }-th place along each side.
quiz-mistake-places-ceil = That rounds up. A patch that would stick out is not laid, so the division is rounded down.
quiz-mistake-places-patch-ignored = That divides the whole side by the stride. The patch is { $patch } wide, so it can only travel N − { $patch }.
quiz-mistake-places-side-by-side = Those are patches laid side by side like tiles. Here they overlap: the step is { $stride }, not { $patch }.
quiz-mistake-places-added = Every row of places is combined with every column: multiply, do not add.
quiz-mistake-drop-what-is-left = That is what is left of the probability. Asked is what was lost.
quiz-mistake-drop-from-hundred = That starts from 100 %. With nothing covered the network was { $whole } % sure.
quiz-mistake-drop-first = That is the drop at the first position. Another one takes more.
quiz-mistake-drop-between-patches = That compares two patches with each other. A drop is counted from the picture with nothing covered.
quiz-mistake-drop-smallest = That is the smallest drop. Look for the position where the least is left.
quiz-mistake-drop-relative = That is the loss as a share of { $whole } %. Percentage points are simply subtracted.
quiz-mistake-drop-mean = That is the mean drop over all positions. Asked is the largest.
quiz-mistake-key-least-drop = There the least was lost: the patch hid nothing of weight. In a map of drops the large number matters.
quiz-mistake-key-most-probable = There the class stays most probable: the patch hid nothing of weight. In a map of probabilities the small number matters.
quiz-mistake-key-second = That is the second: one position hits harder still.
quiz-mistake-key-down-columns = That counts down the columns. Count along the rows, as one reads.
quiz-mistake-key-from-zero = That counts from 0. The first position is number 1.
quiz-mistake-spot-edge-forgotten = So many it would be far from the edge. Here some of those patches would stick out of the picture.
quiz-mistake-spot-one-place = The patch is { $patch } wide: it hides the pixel not only from one place, but from all that overlap it.
quiz-mistake-spot-patch-only = So many positions hide one given pixel. The detail has more pixels, so more positions touch it.
quiz-mistake-spot-one-axis = That is along one side. Rows and columns multiply.
quiz-mistake-spot-one-more = One too many along each side: m + k − 1, not m + k.
quiz-mistake-spot-detail-only = Those are the pixels of the detail. A patch that only overlaps it hides part of it too.
quiz-mistake-spot-all-of-it = At so many positions the whole detail is hidden. One pixel of it is enough here.
quiz-mistake-spot-every-place = Those are all positions. Most of them do not touch the detail.
quiz-mistake-map-inverted = That is the map of probabilities: dark where the class suffers. In a map of drops these places are bright.
quiz-mistake-map-detail = That shows the detail itself. Patches with their middle beside it hide it as well, so the spot is wider.
quiz-mistake-map-mirrored = The block is as large as it should be, but its middle is not on the detail: count rows from above, columns from the left.
quiz-mistake-patch-as-spot = That is the width of the spot. The detail is { $detail } wide itself, which adds { $detail } − 1.
quiz-mistake-patch-forgot-one = One too few: from m + k − 1 = { $side } follows k = { $side } − m + 1.
quiz-mistake-patch-added = The detail widens the spot, so it is taken off, not added: k = { $side } − m + 1.
quiz-mistake-patch-count = Those are the cells of the spot. Asked is the width of the patch.
quiz-mistake-fill-every-pixel = The patch has so many pixels, but those that hold this value already do not change.
quiz-mistake-fill-unchanged = Those are the pixels that stay as they are: they have this value already.
quiz-mistake-fill-only-white = White pixels change, and black ones too: gray is neither.
quiz-mistake-fill-only-black = Black pixels change, and white ones too: gray is neither.
quiz-mistake-fill-nothing = Gray is neither black nor white: every pixel under the patch changes.
quiz-mistake-fill-whole-picture = That counts the whole picture. Only the pixels under the patch can change.
quiz-mistake-fill-from-zero = That is the patch one row and one column too far: rows and columns count from 1.
quiz-mistake-fill-swapped = Row and column are mixed up: the row counts from above, the column from the left.
