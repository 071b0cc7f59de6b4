skill-window-sum = The sum of one window
skill-output-cell = One number of the output
skill-window-rows = Windows as rows of a matrix

quiz-question-window-sum = Rows are divided by semicolons. Window: { $window }. Kernel: { $kernel }, not flipped, no bias. What number does this window give?
quiz-question-window-sum-picture = The kernel lies on the framed window, not flipped; there is no bias. What number does the window give?
quiz-question-output-cell = Rows are divided by semicolons. Input: { $input }. Kernel: { $kernel }, not flipped. Stride 1, no padding, no dilation. What stands in row { $row }, column { $column } of the output (counted from 1)?
quiz-question-output-cell-picture = The kernel is not flipped; stride 1, no padding, no dilation. Which number belongs in the place of the question mark?
quiz-question-window-rows = Each window of an { $n }×{ $n } picture (one channel, F = { $f }, stride 1, no padding, no dilation) is written as a row of a matrix. What is the matrix's shape, rows × columns?
quiz-question-window-rows-picture = Each place of the framed window (stride 1, no padding, no dilation, one channel) is written as a row of a matrix. What is the matrix's shape, rows × columns?

quiz-alt-window-sum-picture = An input, row by row: { $input }; the framed window: { $window }; the kernel: { $kernel }.
quiz-alt-output-cell-picture = The input, row by row: { $input }; the kernel: { $kernel }; the output with a question mark in row { $row }, column { $column }.
quiz-alt-window-rows-picture = A grid of { $n } by { $n } cells with a frame of { $f } by { $f } at the first place.

quiz-hint-window-sum-1 = Each number is multiplied by the weight in the same place.
quiz-hint-window-sum-2 = Add all the products. A weight of 0 leaves its number out; one below zero takes it away.
quiz-hint-output-cell-1 = The window for row { $row }, column { $column } has its top left corner in that row and column of the input.
quiz-hint-output-cell-2 = Multiply the window's numbers by the weights in the same places, and add.
quiz-hint-window-rows-1 = As many rows as there are windows, as many columns as a window has numbers.
quiz-hint-window-rows-2 = There are (N − F + 1)² windows of F² numbers.

quiz-mistake-sum-turned = The kernel was turned by half a turn. Networks lay it on as it is.
quiz-mistake-sum-no-kernel = That adds up the window's numbers without the weights.
quiz-mistake-sum-signs-lost = The signs of the weights were lost: a weight below zero takes its number away.
quiz-mistake-sum-transposed = The kernel's rows and columns were exchanged.
quiz-mistake-sum-last-missing = The product in the bottom right corner is missing.
quiz-mistake-sum-averaged = The sum was divided by the number of weights. A convolution only adds.
quiz-mistake-cell-swapped = Row and column were exchanged. The row comes first and counts downward.
quiz-mistake-cell-counted-from-zero = That is one row and one column too far: here counting begins with 1.
quiz-mistake-cell-beside = That is the neighboring number in the same row of the output. The window stands one column off.
quiz-mistake-cell-above = That is the neighboring number in the same column of the output. The window stands one row off.
quiz-mistake-rows-transposed = Rows and columns are exchanged: each window is a row.
quiz-mistake-rows-each-pixel = Not every pixel begins a window: near the right and lower edges one would stick out.
quiz-mistake-rows-one-way = That counts along one side only. Windows and their numbers both fill squares.
quiz-mistake-rows-side-only = A window has F × F numbers, not F.
quiz-mistake-rows-forgot-plus-one = The + 1 is missing: there are N − F + 1 places along each side.
