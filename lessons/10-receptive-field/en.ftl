skill-stacked-field = Field of layers at stride 1
skill-strided-field = Field with strides, pooling, dilation
skill-field-jump = How far apart neighbors look
skill-field-place = Where a cell looks
skill-field-depth = Layers for a field of this size
skill-small-windows = Small windows or one large
skill-field-paths = Ways from a pixel to a cell
skill-effective-field = Effective field

quiz-question-stacked-field = Convolutions follow each other, their windows { $windows } wide, stride 1, no dilation. How wide is the receptive field of one cell of the last layer, in input cells?
quiz-question-stacked-field-picture = Rows of cells from the input (below) to the output (above); no padding. How many input cells does the orange cell see?
quiz-question-strided-field = From the input on: { $chain } (window, stride{ $dilated ->
    [1] , dilation; D = 1 is none
   *[other] , no dilation
  }). How wide is the receptive field of one cell of the last layer, in input cells?
quiz-question-strided-field-picture = Rows of cells from the input (below) to the output (above), each cell over the middle of what it reads{ $dilated ->
    [1] ; D is the dilation, 1 is none
   *[other] {""}
  }. How many input cells wide is the field of the orange cell?
quiz-question-field-jump = From the input on: { $chain } (window, stride). How far apart do the fields of two neighboring cells of the last layer begin, in input cells?
quiz-question-field-jump-picture = From the input on: { $chain } (window, stride; no padding). The strips are the input. Which one shows what cell 0 (solid) and cell 1 (dashed) of the last layer see?
quiz-question-field-place = From the input on: { $chain } (window, stride{ $padded ->
    [1] , padding on each side
   *[other] , no padding
  }). Which is the last input column that cell { $cell } of the last layer sees? All are counted from 0.
quiz-question-field-place-picture = From the input on: { $chain } (window, stride{ $padding ->
    [0] , no padding
   *[other] , padding
  }). The white cells are the input{ $padding ->
    [0] {""}
   *[other] , the hatched ones padding
  }. Which frame is what the cell in column { $column }, row { $row } of the output sees (counted from 0)?
quiz-question-field-depth = { $pooled ->
    [1] After max pooling 2×2 with stride 2 come convolutions of { $f }×{ $f }, all at stride 1. How many convolutions does it take
   *[other] Convolutions of { $f }×{ $f } follow each other, all at stride 1. How many does it take
  } until one cell sees at least { $field }×{ $field } pixels?
quiz-question-field-depth-picture = The frame is what one cell of the last layer must see at least, along one axis. How many convolutions with windows { $f } wide at stride 1 does it take?
quiz-question-small-windows = { $asked ->
    [stack] { $layers } convolutions of { $f }×{ $f } follow each other, each from { $channels } to { $channels } channels, with biases. How many parameters do they have together?
   *[saved] { $layers } convolutions of { $f }×{ $f } replace a single one that sees as much, at stride 1. All go from { $channels } to { $channels } channels, with biases. How many parameters fewer is that?
  }
quiz-question-small-windows-picture = { $asked ->
    [stack] All windows are square, every layer has biases, stride 1. How many parameters do the layers have together?
   *[saved] Both chains see equally much; all windows are square, every layer has biases. How many parameters fewer does the chain of small windows have?
  }
quiz-question-field-paths = Along one axis layers with windows { $windows } wide follow each other, stride 1. { $distance ->
    [0] In how many ways can the input cell in the middle of the field
   *[other] In how many ways can the input cell at distance { $distance } from the middle of the field
  } reach the output cell? (A way goes through one cell of each layer.)
quiz-question-field-paths-picture = One output cell at the top; each row further down is a layer closer to the input, with the number of ways from each cell up to the output. Windows from the top down: { $downward } wide, stride 1. Which number stands in place of a question mark?
quiz-question-effective-field = How strongly each cell of a field reaches the output was measured: { $list }. How wide is the effective field, that is: how many cells have more than 4.55 % of the largest?
quiz-question-effective-field-picture = How strongly each cell of a field reaches the output was measured; the cells follow each other row by row. How wide is the effective field, that is: how many cells have more than 4.55 % of the largest?

quiz-alt-stacked-field-picture = Rows of cells one above the other, windows { $windows } wide between them, stride 1; one cell of the top row is orange.
quiz-alt-strided-field-picture = Rows of cells one above the other, between them from below: { $chain }; one cell of the top row is orange.
quiz-alt-field-jump-picture = Strips of cells, each with a solid frame at the start and a dashed one further on.
quiz-alt-field-place-picture = Grids of cells with a square frame each, at different places.
quiz-alt-field-depth-picture = A strip of cells; a frame holds { $field } of them.
quiz-alt-small-windows-picture = { $asked ->
    [stack] A chain of { $layers } convolutions, F = { $f }, with { $channels } channels from beginning to end.
   *[saved] Two chains with { $channels } channels from beginning to end: { $layers } convolutions with F = { $f }, and one with F = { $large }.
  }
quiz-alt-field-paths-picture = A triangle of numbers with a 1 at the top; in the last row question marks at distance { $distance } from the middle.
quiz-alt-effective-field-picture = Two rows of numbers, first rising, then falling: { $list }.

quiz-hint-stacked-field-1 = The first window sees F cells. What does each further layer add, when neighbors share nearly all they see?
quiz-hint-stacked-field-2 = Begin with 1 and add F − 1 for each layer.
quiz-hint-strided-field-1 = One step of a window is as long as all strides before it, multiplied. A layer’s own stride only helps those after it.
quiz-hint-strided-field-2 = Begin with r = 1, j = 1. For each layer: r grows by { $dilated ->
    [1] D·(F − 1)·j
   *[other] (F − 1)·j
  }, then j is multiplied by S.
quiz-hint-field-jump-1 = With stride 2 neighbors lie 2 cells apart. What does another stride 2 make of these 2?
quiz-hint-field-jump-2 = Multiply all strides. Windows do not matter.
quiz-hint-field-jump-picture-1 = Two numbers decide: how wide the frames are (r), and how far apart they begin (j).
quiz-hint-field-jump-picture-2 = j is the product of all strides; r = 1 + Σ(F − 1)·j of the layers before.
quiz-hint-field-place-1 = The field of cell k begins k jumps after that of cell 0, and is r cells wide.
quiz-hint-field-place-2 = Last column: start + k·j + r − 1. Start is 0 without padding; each layer’s padding moves it by P·j to the left, with the j of the layer before.
quiz-hint-field-place-picture-1 = How large is the field, and how many cells further does the next cell look? Column goes to the right, row down.
quiz-hint-field-place-picture-2 = Go column·j to the right and row·j down from { $padding ->
    [0] the first cell
   *[other] the first hatched cell, where cell 0 begins
  }.
quiz-hint-field-depth-1 = { $pooled ->
    [1] Pooling sees 2 pixels and makes steps of 2. How much does each convolution add then?
   *[other] Each layer adds F − 1. With what does the first one begin?
  }
quiz-hint-field-depth-2 = { $pooled ->
    [1] 2 + n·(F − 1)·2 must reach { $field }. Round n up.
   *[other] 1 + n·(F − 1) must reach { $field }. Round n up.
  }
quiz-hint-small-windows-1 = One layer from C to C channels: C filters, each with C·F² weights and a bias.
quiz-hint-small-windows-2 = { $asked ->
    [stack] { $layers } times C·(C·F² + 1).
   *[saved] The single window is { $layers }·(F − 1) + 1 wide. Subtract { $layers } times C·(C·F² + 1) from its C·(C·F² + 1).
  }
quiz-hint-field-paths-1 = Write down the ways layer by layer: the output has 1. Each cell below gets the sum of all cells above whose window reads it.
quiz-hint-field-paths-2 = The row right below the output holds only ones. From there on slide the next window over the row and add up what lies in it; outside are zeros.
quiz-hint-field-paths-picture-1 = Each cell is read by several cells of the row above: those around it, as many as the window is wide.
quiz-hint-field-paths-picture-2 = Add up the numbers of the row above that lie within the window around a question mark; outside are zeros.
quiz-hint-effective-field-1 = First find the largest number, and 4.55 % of it.
quiz-hint-effective-field-2 = 0.0455·{ $most } = { $limit }. Count the numbers above.

quiz-reason-field-strips = One cell sees { $field }, its neighbor { $jump } further on.
quiz-reason-field-box = The frame is { $field } wide and begins in column { $left }, row { $top } of the input, counted from 0{ $padding ->
    [0] {""}
   *[other] ; below 0 lies padding
  }.
quiz-reason-effective = { $below ->
    [0] All numbers are above { $limit }.
    [one] 1 of { $field } numbers is not above { $limit }.
   *[other] { $below } of { $field } numbers are not above { $limit }.
  }

quiz-mistake-field-multiplied = Windows do not multiply: neighbors share nearly all they see, so each layer adds only F − 1 steps.
quiz-mistake-field-summed = The windows were added. The first gives F, each further one only F − 1 steps.
quiz-mistake-field-first-pixel = One is missing: the steps are right, but the cell they start from counts too.
quiz-mistake-field-last-window = That is what the cell reads of the layer below. Those cells see several cells each.
quiz-mistake-field-largest-window = The largest window alone does not decide; each layer adds its F − 1.
quiz-mistake-field-jump-forgotten = All steps were taken as 1. After a stride neighboring cells lie several input cells apart, so later windows grow faster.
quiz-mistake-field-own-stride = A layer’s stride was applied to its own window. It only lengthens the steps of the layers after it.
quiz-mistake-field-only-last-stride = Only the stride right before each layer was used. Strides multiply: all of them before count.
quiz-mistake-field-dilation-forgotten = The dilation is missing: the F − 1 steps inside the window are D cells long each.
quiz-mistake-field-no-minus-one = From the first cell of a window to its last there are F − 1 steps, not F.
quiz-mistake-field-layer-before = That is the field before the last layer.
quiz-mistake-jump-added = Strides multiply: a step of the second layer is made of whole steps of the first.
quiz-mistake-jump-last = That is the last layer’s stride, counted in cells of the layer before it. Those lie apart already.
quiz-mistake-jump-one = So it would be without strides. Each one takes neighbors further apart.
quiz-mistake-jump-without-last = The last layer’s own stride counts too: its neighbors are asked for.
quiz-mistake-jump-largest = The largest stride alone does not decide; all of them multiply.
quiz-mistake-jump-field = That is how wide a field is, not how far apart neighbors begin.
quiz-mistake-jump-windows = Those are the windows multiplied. How far apart neighbors look depends on the strides only.
quiz-mistake-strip-narrow = The frames are as far apart as they should be, but too narrow: after a stride, windows reach further.
quiz-mistake-strip-apart = Here the fields lie side by side. They only would if the jump were as large as the field.
quiz-mistake-place-no-minus-one = One too far: the first of the r columns counts as well, so it is start + k·j + r − 1.
quiz-mistake-place-first = That is the first column of the field. The last one is asked for.
quiz-mistake-place-from-one = Counted from 1. Cell 0 is the first, so cell k lies k jumps further, not k − 1.
quiz-mistake-place-padding-forgotten = The padding is missing: it moves the field of cell 0 to the left of column 0.
quiz-mistake-place-jump-one = Neighbors were taken to look 1 column apart. It is the product of the strides.
quiz-mistake-place-last-stride = Only the last stride was used. The jump is the product of all.
quiz-mistake-place-last-window = That takes only the last window for the field. Its cells see several columns each.
quiz-mistake-place-side-by-side = The fields were laid side by side. They begin only a jump apart and share columns.
quiz-mistake-box-jump-one = This frame moves one pixel per cell. Strides make it move further.
quiz-mistake-box-swapped = Column and row are exchanged: the column goes to the right, the row down.
quiz-mistake-box-padding-forgotten = This frame starts counting at the first white cell. Cell 0 begins in the padding.
quiz-mistake-box-last-window = The frame is only as wide as the last window. Its cells see several pixels each.
quiz-mistake-box-from-one = Counted from 1. The first cell is cell 0.
quiz-mistake-box-side-by-side = Here the fields lie side by side. They begin a jump apart, not a field.
quiz-mistake-depth-window-each = Divided by F: but each layer adds only F − 1.
quiz-mistake-depth-one-too-many = One less is enough.
quiz-mistake-depth-rounded-down = Rounded down: then the field is still smaller than asked for.
quiz-mistake-depth-powers = That lets the field multiply from layer to layer. At stride 1 it grows by the same amount each time.
quiz-mistake-depth-pooling-forgotten = The pooling is missing: after it each step is 2 pixels long.
quiz-mistake-depth-one-pixel = A layer adds F − 1 pixels, not one.
quiz-mistake-small-one-layer = That is one layer. There are { $layers }.
quiz-mistake-small-no-bias = The weights are right; each filter has a bias, too.
quiz-mistake-small-large = That is one window that sees as much, { $large }×{ $large }.
quiz-mistake-small-channels-once = Each filter sees all { $channels } channels: C·F² weights, and there are C filters.
quiz-mistake-small-not-squared = A square window has F² weights for each channel, not F.
quiz-mistake-saved-one-layer = Only one small layer was subtracted. There are { $layers }.
quiz-mistake-saved-no-bias = That compares the weights alone; the chain of small windows also has more biases.
quiz-mistake-saved-stack = That is what the small windows have. The difference is asked for.
quiz-mistake-saved-large = That is what the large window has. The difference is asked for.
quiz-mistake-saved-channels-once = Each filter sees all { $channels } channels: C·F² weights, and there are C filters.
quiz-mistake-saved-wide = The single window was taken as { $layers }·F wide. It sees as much with { $layers }·(F − 1) + 1 = { $large }.
quiz-mistake-paths-all = That is all ways from all cells together.
quiz-mistake-paths-next = That is the next cell outward.
quiz-mistake-paths-inner = That is the neighbor nearer to the middle.
quiz-mistake-paths-one = Only the outermost cells have a single way.
quiz-mistake-paths-layer-less = That is a layer too few.
quiz-mistake-paths-field = That is how many cells the field has.
quiz-mistake-paths-share = That is the number of layers. A way may turn in each of them.
quiz-mistake-effective-whole = That is the theoretical field: all cells that reach the output at all.
quiz-mistake-effective-half = Those have more than half of the largest. The limit is 4.55 %.
quiz-mistake-effective-left-out = Those are the cells that do not matter.
quiz-mistake-effective-count = Those are above 4.55. The limit is 4.55 percent of the largest.
quiz-mistake-effective-tenth = Those have more than a tenth of the largest. The limit is lower, 4.55 %.
quiz-mistake-effective-ends = Not only the two ends fall away. Compare each number with 4.55 % of the largest.
