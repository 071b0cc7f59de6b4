skill-pool-window = Pooling one window
skill-pool-shape = The shape after pooling

quiz-question-pool-window = The numbers of a { $side }×{ $side } window, row by row: { $window }. What does { $kind ->
    [max] max
   *[average] average
  } pooling make of them?
quiz-question-pool-window-picture = { $kind ->
    [max] Max
   *[average] Average
  } pooling, without padding. What number comes out of the framed { $side }×{ $side } window?
quiz-question-pool-shape = An input { $c }×{ $h }×{ $w } (channels, height, width) goes through pooling with F = { $f }, S = { $s }, no padding, no dilation, rounded down. What is the output's shape?
quiz-question-pool-shape-picture = Shapes are channels × height × width. The pooling has no padding and no dilation, sizes are rounded down. What is the output's shape?

quiz-alt-pool-window-picture = A matrix, row by row: { $input }; a frame of { $side } by { $side } around { $window }.
quiz-alt-pool-shape-picture = A chain: an input of { $c }×{ $h }×{ $w }; pooling with F = { $f }, S = { $s }; an output of unknown shape.

quiz-hint-pool-window-1 = A whole window becomes one number. There are no weights.
quiz-hint-pool-window-2 = { $kind ->
    [max] Take the largest number; any number above zero is larger than one below.
   *[average] Add all numbers up, then divide by how many there are.
  }
quiz-hint-pool-shape-1 = Each channel is pooled by itself.
quiz-hint-pool-shape-2 = Height and width each follow N' = ⌊(N − F) / S⌋ + 1.

quiz-mistake-pool-averaged = That is the mean. Max pooling keeps the largest number alone.
quiz-mistake-pool-summed = That is the sum. Max pooling adds nothing up; it picks the largest.
quiz-mistake-pool-least = That is the smallest number. Max pooling keeps the largest.
quiz-mistake-pool-first = That is the number in the window's first cell. Max pooling looks for the largest in all of the window.
quiz-mistake-pool-absolute = Signs count: the maximum is the largest number, not the one farthest from zero.
quiz-mistake-pool-whole = That is the largest of the whole matrix. Pooling looks into the framed window only.
quiz-mistake-pool-not-divided = That is the sum. For the mean, divide it by how many numbers the window has.
quiz-mistake-pool-took-most = That is the maximum. Average pooling takes the mean of all numbers.
quiz-mistake-pool-divided-by-side = The sum was divided by the window's side. The window has side × side numbers.
quiz-mistake-pool-middle = That is halfway between the largest and the smallest. The mean counts every number.
quiz-mistake-pool-cut-off = The mean was rounded down. Averages keep their decimals.
quiz-mistake-pool-shape-channels = The channels were divided too. Pooling works within each channel, so there are as many as before.
quiz-mistake-pool-shape-one-channel = That would be one channel. A convolution's filter adds the channels up; pooling keeps them apart.
quiz-mistake-pool-shape-divided = The width was just divided by S. The window has a width too: ⌊(N − F) / S⌋ + 1.
quiz-mistake-pool-shape-ceil = That rounds up. A window that would stick out is left out here.
quiz-mistake-pool-shape-stride-one = That is the size at stride 1. This window moves by S.
quiz-mistake-pool-shape-plus-one = The + 1 is missing: the window's first place counts too.
quiz-mistake-pool-shape-kept = Pooling with this stride makes height and width smaller; only the channels stay.
