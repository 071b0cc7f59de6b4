skill-dense-parameters = Parameters of an MLP
skill-flatten-place = A pixel's place in the vector

quiz-question-dense-parameters = A fully connected network: { $inputs } inputs, { $hidden } hidden neurons, { $outputs } outputs; every neuron has a bias. How many parameters are there to learn?
quiz-question-dense-parameters-picture = Every line is a weight, and every hidden and output neuron has a bias. How many parameters does this network have?
quiz-question-flatten-place = { $channel ->
    [0] A gray picture of { $height }×{ $width } (height × width) is flattened row by row. At which place of the vector is the pixel in row { $row }, column { $column }? Rows, columns and places count from 0.
   *[other] A picture of 3×{ $height }×{ $width } (channels × height × width) is flattened channel after channel, row by row. At which place is the pixel of channel { $channel }, row { $row }, column { $column }? All count from 0.
  }
quiz-question-flatten-place-picture = The picture is flattened row by row; the first places of the vector are written in. Which number belongs at the question mark?

quiz-alt-dense-parameters-picture = A network of circles: { $inputs } inputs, { $hidden } hidden neurons, { $outputs } outputs, each joined to all of the layer before.
quiz-alt-flatten-place-picture = A grid of { $height } rows and { $width } columns; 0, 1, 2 stand at the start of the first row, a question mark in row { $row }, column { $column } (from 0).

quiz-hint-dense-parameters-1 = Take one layer at a time. How many weights lead into one hidden neuron, and what else does it have?
quiz-hint-dense-parameters-2 = A layer from n inputs to m neurons has (n + 1)·m parameters.
quiz-hint-flatten-place-1 = How many pixels stand in the vector before this row begins?
quiz-hint-flatten-place-2 = Each row above it fills W places, each channel before it H·W; then come the columns to its left.

quiz-mistake-dense-no-bias = That counts the weights only. Every hidden and every output neuron has a bias as well.
quiz-mistake-dense-first-layer = That is the first layer alone. The outputs have weights and biases too.
quiz-mistake-dense-hidden-bias = The biases of the output neurons are missing.
quiz-mistake-dense-output-bias = The biases of the hidden neurons are missing.
quiz-mistake-dense-input-bias = Inputs have no bias: they are the numbers of the picture, nothing is computed there.
quiz-mistake-dense-neurons = That counts the neurons. What is learned are the weights on the lines between them, and the biases.
quiz-mistake-dense-product = That multiplies all layers at once. Weights join one layer to the next only, so the layers' counts are added.
quiz-mistake-flat-by-columns = That unrolls column by column. Row by row, a whole row comes before the next one begins.
quiz-mistake-flat-from-one = That counts from 1. The first pixel is at place 0.
quiz-mistake-flat-times-height = A row has as many pixels as the picture is wide: multiply by the width, not by the height.
quiz-mistake-flat-no-channel = That is the place within its channel. The channels before it fill H·W places each.
quiz-mistake-flat-one-row-more = One row too many: rows count from 0, so row r has r rows above it.
quiz-mistake-flat-added = Adding row and column leaves out that each row above fills a whole row of places.
quiz-mistake-flat-swapped = Row and column are swapped: the row is multiplied by the width, the column is added.
