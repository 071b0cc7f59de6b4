skill-conv-multiplications = Multiplications of a convolution
skill-connected-cost = A fully connected layer instead
skill-cost-ratio = Weights and work compared
skill-heaviest-layer = The heaviest layer
skill-layer-memory = Memory of a layer
skill-parallel-rounds = Work shared among workers

quiz-question-conv-multiplications = A { $c }×{ $n }×{ $n } input goes through a convolution: { $k } filters of { $f }×{ $f }, padding { $p } on each side, stride { $s }, no dilation, sizes rounded down. How many multiplications does that take for one picture? (Biases only add.)
quiz-question-conv-multiplications-picture = In this table of layers one number of multiplications is missing (?). How large is it? Every filter has a bias, and biases only add.
quiz-question-connected-cost = A convolution with { $k } filters of { $f }×{ $f } (stride 1, no padding) turns { $c }×{ $n }×{ $n } into { $k }×{ $side }×{ $side }. A fully connected layer shall give as many numbers from the same input, each from a neuron with a bias. How many parameters does it have?
quiz-question-connected-cost-picture = A fully connected layer shall take this convolution's place: the same input, as many outputs, each from a neuron with a bias. How many parameters would it have? (No dilation.)
quiz-question-cost-ratio = A { $c }×{ $n }×{ $n } picture goes into a fully connected layer with { $m } neurons, or into a convolution with { $k } filters of { $f }×{ $f }{ $kind ->
    [weights] . How many times as many weights does the fully connected layer have? (Biases left out.)
   *[work] , stride { $s }, padding { $p } on each side, rounded down. How many times as many multiplications does the convolution take?
  }
quiz-question-cost-ratio-picture = One picture, two layers to choose from. { $kind ->
    [weights] How many times as many weights does the fully connected layer with its K neurons have? (Biases left out.)
   *[work] How many times as many multiplications does the convolution take? (P is on each side, no dilation, sizes are rounded down.)
  }
quiz-question-heaviest-layer = A { $c }×{ $n }×{ $n } input passes a 3×3 convolution with { $k } filters, pooling 2×2, a 3×3 convolution with { $k2 }, pooling 2×2, flatten, and two fully connected layers with { $h } and { $m } outputs (convolutions: stride 1, padding 1). Which layer { $kind ->
    [parameters] has the most parameters
   *[multiplications] takes the most multiplications
  }?
quiz-question-heaviest-layer-number = A { $c }×{ $n }×{ $n } input passes a 3×3 convolution with { $k } filters, pooling 2×2, a 3×3 convolution with { $k2 }, pooling 2×2, flatten, two fully connected layers with { $h } and { $m } outputs (convolutions: stride 1, padding 1; biases everywhere). How many { $kind ->
    [parameters] parameters
   *[multiplications] multiplications
  } has the layer with the most?
quiz-question-heaviest-layer-picture = { $kind ->
    [parameters] Which layer of this network has the most parameters?
   *[multiplications] Which layer of this network takes the most multiplications?
  } (Stride 1 in the convolutions.)
quiz-question-layer-memory = A convolution with { $k } filters of { $f }×{ $f }, padded to keep the size, turns { $c }×{ $n }×{ $n } into { $k }×{ $n }×{ $n }. Numbers are float32. How many bytes do its { $kind ->
    [parameters] parameters, biases included, take{ $batch ->
        [1] {""}
       *[other] {" "}while a batch of { $batch } pictures goes through
      }
   *[outputs] outputs for { $batch ->
        [1] one picture
       *[other] a batch of { $batch } pictures
      } take
  }?
quiz-question-layer-memory-picture = These layers go one after the other; numbers are float32. How many bytes do { $kind ->
    [parameters] all their parameters take{ $batch ->
        [1] {""}
       *[other] {" "}while a batch of { $batch } pictures goes through
      }
   *[outputs] all their outputs in the table take for { $batch ->
        [1] one picture
       *[other] a batch of { $batch } pictures
      }
  }?
quiz-question-parallel-rounds = { $kind ->
    [rounds] A convolution's output is { $k }×{ $side }×{ $side }; each number is a sum of { $products } products and needs no other number of the output. A processor has { $workers } workers; in a round each computes one number of the output. How many rounds are needed?
   *[ticks] A convolution with { $k } filters of { $f }×{ $f } turns { $c }×{ $n }×{ $n } into { $k }×{ $side }×{ $side }. Each of { $workers } workers takes one number of the output at a time and does one multiplication a tick; additions are free. After how many ticks are all numbers ready?
  }
quiz-question-parallel-rounds-picture = Every cell is a number of the output and needs no other. In a round each of { $workers } workers computes one of them, in any map. How many rounds are needed for all maps?

quiz-alt-conv-multiplications-picture = A table of layers with outputs, parameters and multiplications; the convolution with the output { $k }×{ $side }×{ $side } and { $parameters } parameters has a question mark.
quiz-alt-connected-cost-picture = A chain: an input of { $c }×{ $n }×{ $n }; a convolution with { $k } filters { $f } wide, stride 1, no padding; its output.
quiz-alt-cost-ratio-picture = Two chains from { $c }×{ $n }×{ $n }: a fully connected layer with { $m } neurons; a convolution with { $k } filters { $f } wide, stride { $s }, padding { $p }.
quiz-alt-heaviest-layer-picture = A network drawn from { $c }×{ $n }×{ $n } through two convolutions with { $k } and { $k2 } filters, each with pooling, to fully connected layers with { $h } and { $m } outputs.
quiz-alt-layer-memory-picture = A table of layers with outputs and parameters.
quiz-alt-parallel-rounds-picture = { $k } grids of { $side } by { $side } cells.

quiz-hint-conv-multiplications-1 = How many products are in one number of the output? And how many numbers does the output have?
quiz-hint-conv-multiplications-2 = C_in·F²·C_out·H'·W', with H' and W' the sides of the output.
quiz-hint-conv-multiplications-picture-1 = The parameters tell how many weights all filters have: take away the bias of each filter. How often does each weight work?
quiz-hint-conv-multiplications-picture-2 = (parameters − filters)·H'·W', with the sides of this layer's output.
quiz-hint-connected-cost-1 = How many numbers go in, and how many come out? Every output has a weight for every input.
quiz-hint-connected-cost-2 = (C·H·W + 1)·(C_out·H'·W'), and H' = H − F + 1.
quiz-hint-cost-ratio-1 = { $kind ->
    [weights] A neuron has C·H·W weights, a filter C·F². How many of each are there?
   *[work] A neuron multiplies C·H·W times; a filter multiplies C·F² times at each of its H'·W' places.
  }
quiz-hint-cost-ratio-2 = { $kind ->
    [weights] H·W·K / (F²·C_out), where K is the number of neurons. C cancels out.
   *[work] F²·C_out·H'·W' / (H·W·K), where K is the number of neurons. C cancels out.
  }
quiz-hint-heaviest-layer-1 = { $kind ->
    [parameters] Flatten gives a long vector, and every output of the layer behind it has a weight for each of its numbers. How many are there?
   *[multiplications] In a convolution each weight works at every place of the output, in a fully connected layer once.
  }
quiz-hint-heaviest-layer-2 = { $kind ->
    [parameters] Convolution: C_out·(C_in·F² + 1). Fully connected: (n + 1)·m. Compare the four layers.
   *[multiplications] Convolution: C_in·F²·C_out·H'·W'. Fully connected: n·m. Compare the four layers.
  }
quiz-hint-layer-memory-1 = First count the numbers: { $kind ->
    [parameters] weights and biases. Does it matter how many pictures go through?
   *[outputs] channels × height × width, for every picture.
  }
quiz-hint-layer-memory-2 = float32 has 32 bits, and that is 4 bytes a number.
quiz-hint-parallel-rounds-1 = How many numbers does the output have, all maps together?
quiz-hint-parallel-rounds-2 = { $kind ->
    [rounds] ⌈numbers / workers⌉: the last round counts even when some workers have nothing left to do.
   *[ticks] ⌈numbers / workers⌉ rounds, and each takes C·F² ticks: one for each product.
  }

quiz-choice-heaviest-conv1 = the first convolution
quiz-choice-heaviest-conv2 = the second convolution
quiz-choice-heaviest-linear1 = the first fully connected layer
quiz-choice-heaviest-linear2 = the last fully connected layer

quiz-reason-heaviest = { $heaviest ->
    [conv1] The first convolution: its maps are the largest, so each weight works most often.
    [conv2] { $kind ->
        [parameters] The second convolution: each of its { $k2 } filters has weights for { $k } channels, and few numbers are left to flatten.
       *[multiplications] The second convolution: each of its { $k2 } filters sees { $k } channels, at every place of its maps.
      }
   *[linear1] { $kind ->
        [parameters] The first fully connected layer: every one of its { $h } outputs has a weight for each flattened number.
       *[multiplications] The first fully connected layer: each weight works once only, but it has so many of them.
      }
  }

quiz-mistake-macs-weights = Those are the weights. Each of them is multiplied again at every place of the output.
quiz-mistake-macs-input-places = That counts a window for every cell of the input. There are as many windows as the output has places.
quiz-mistake-macs-one-channel = The input's channels are missing: a filter has weights for each of them, { $c } here.
quiz-mistake-macs-biases = The biases were counted in. They are added, not multiplied.
quiz-mistake-macs-one-filter = That is one filter. The convolution has { $k }, and each slides over the whole input.
quiz-mistake-macs-operations = That counts the additions too (FLOPs). Asked are multiplications only.
quiz-mistake-macs-one-row = That is one row of places. The window also moves down: H'·W' places.
quiz-mistake-macs-side-once = A window has F² cells in each channel, not F.
quiz-mistake-conn-no-biases = The biases are missing: one for each output.
quiz-mistake-conn-convolution = Those are the convolution's own parameters. A fully connected layer has a weight from every input to every output.
quiz-mistake-conn-neuron-each-filter = That has a neuron for each filter. Each number of the output needs one: C_out·H'·W' neurons.
quiz-mistake-conn-one-map = Those are the outputs of one map. There are { $k } maps.
quiz-mistake-conn-one-channel = That connects one channel of the input only. Flatten takes all of them, { $c } here.
quiz-mistake-conn-one-bias = Each output has a bias of its own; that counts one for all.
quiz-mistake-conn-window = That is a window of weights for each output. Fully connected means: a weight for every number of the input.
quiz-mistake-conn-added = Inputs and outputs are multiplied: each output is joined to each input.
quiz-mistake-ratio-channels = The channels count on both sides: a neuron has weights for all of them, and a filter too. They cancel out.
quiz-mistake-ratio-side = Height and width both count: H·W against F², not H against F.
quiz-mistake-ratio-one-filter = That compares with one filter. The convolution has { $k }.
quiz-mistake-ratio-no-window = The window is missing: a filter has F² weights in each channel, not one.
quiz-mistake-ratio-one-neuron = That compares one neuron with one filter. There are { $m } neurons and { $k } filters.
quiz-mistake-ratio-neurons-only = That compares how many neurons and filters there are. Each neuron has H·W weights a channel, each filter F².
quiz-mistake-ratio-stride = That is stride 1. With stride 2 a quarter of the places is left: half the rows and half the columns.
quiz-mistake-ratio-stride-once = Stride 2 halves the rows and the columns: a quarter of the places is left, not a half.
quiz-mistake-ratio-work-one-neuron = That compares with one neuron. There are { $m }.
quiz-mistake-ratio-work-no-pixels = Each neuron multiplies all H·W numbers of a channel. Divide by them too.
quiz-mistake-ratio-work-weights = That compares the weights, and the other way round. Multiplications: each weight of the convolution works H'·W' times.
quiz-mistake-heaviest-conv1 = { $kind ->
    [parameters] The first convolution has { $conv1 }: only { $c ->
        [one] { $c } channel goes
       *[other] { $c } channels go
      } into its filters. The heaviest layer has { $most }.
   *[multiplications] The first convolution takes { $conv1 }: its maps are large, but only { $c ->
        [one] { $c } channel goes
       *[other] { $c } channels go
      } in. The heaviest layer takes { $most }.
  }
quiz-mistake-heaviest-conv2 = { $kind ->
    [parameters] The second convolution has { $conv2 }, however often it uses them. The heaviest layer has { $most }.
   *[multiplications] The second convolution takes { $conv2 }: after pooling only a quarter of the places is left. The heaviest layer takes { $most }.
  }
quiz-mistake-heaviest-linear1 = { $kind ->
    [parameters] The first fully connected layer has { $linear1 }, as few numbers are left to flatten. The heaviest layer has { $most }.
   *[multiplications] The first fully connected layer takes { $linear1 }: it uses each weight once only. The heaviest layer takes { $most }.
  }
quiz-mistake-heaviest-linear2 = { $kind ->
    [parameters] The last layer has { $linear2 }: only { $h } numbers go in and { $m } come out. The heaviest layer has { $most }.
   *[multiplications] The last layer takes { $linear2 }: only { $h } numbers go in and { $m } come out. The heaviest layer takes { $most }.
  }
quiz-mistake-heaviest-all = Those are all layers together. Asked is the one with the most.
quiz-mistake-heaviest-no-biases = The biases are missing: one for each filter or each output.
quiz-mistake-bytes-numbers = That is how many numbers there are. Each takes 4 bytes.
quiz-mistake-bytes-no-batch = That is one picture. Each picture of the batch has outputs of its own.
quiz-mistake-bytes-batch = Parameters are kept once, whatever the batch: all pictures use the same.
quiz-mistake-bytes-not-parameters = Those are the outputs. Asked are weights and biases.
quiz-mistake-bytes-not-outputs = Those are the parameters. Asked are the numbers that the layer gives.
quiz-mistake-bytes-bits = Those are bits. 8 bits are one byte, so float32 takes 4 bytes.
quiz-mistake-bytes-double = That takes 8 bytes a number, as float64 does. float32 has 4.
quiz-mistake-bytes-no-biases = The biases are missing: one for each filter.
quiz-mistake-bytes-one-map = That is one map. The layer gives { $k }.
quiz-mistake-bytes-input = That is the input. The output has { $k } channels, one for each filter.
quiz-mistake-bytes-last-row = That is the last layer only. Asked are all of them.
quiz-mistake-bytes-first-row = That is the first layer only. Asked are all of them.
quiz-mistake-ticks-rounds = Those are the rounds. In a round a worker does all products of one number, one a tick.
quiz-mistake-ticks-one-channel = A window covers { $c } channels: C·F² products for each number, not F².
quiz-mistake-rounds-floor = That rounds down. What is left over needs one more round.
quiz-mistake-rounds-one-map = That is one map. There are { $k }, and all have to be computed.
quiz-mistake-rounds-map-by-map = Here every map waits for the one before. Maps do not need each other: idle workers can begin with the next one.
quiz-mistake-rounds-one-worker = That is what a single worker needs. Here { $workers } work at a time.
quiz-mistake-rounds-products = That counts products. A worker does all { $products } products of its number within the round.
quiz-mistake-rounds-not-rounded = A part of a round is a round too: round up.
