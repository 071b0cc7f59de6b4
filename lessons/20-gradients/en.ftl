skill-input-gradient = Gradient with respect to a pixel
skill-saliency-pixel = Saliency of a pixel
skill-relu-backward = Three ways back through a ReLU
skill-probability-gradient = Score or probability
skill-score-change = What a gradient foretells
skill-seeds = Seeds from a saliency map

quiz-question-input-gradient = S = { $formula }. The picture has two pixels, now ({ $list }). What is ∂S/∂{ $pixel } there?
quiz-question-input-gradient-picture = h = relu(W·x + b), and the score is S = v·h. What is ∂S/∂{ $pixel } at this x? Each row of W is one hidden unit; x₁ stands above x₂.
quiz-question-saliency-pixel = The gradient of the score at one pixel: red { $red }, green { $green }, blue { $blue }. What is the saliency of this pixel?
quiz-question-saliency-pixel-picture = The gradients of the score for the three channels of a picture. What is the saliency of the pixel in row { $row }, column { $column }? Rows and columns count from 1.
quiz-question-relu-backward = Into a ReLU layer went { $input }. The gradient from above is { $above } (rows separated by slashes). What is the sum of all that goes on { $rule ->
    [plain] in plain backpropagation
    [deconvnet] by the deconvnet rule
   *[guided] in guided backpropagation
  }?
quiz-question-relu-backward-picture = What went into a ReLU layer, and the gradient that comes from above. What is the sum of all that goes on { $rule ->
    [plain] in plain backpropagation
    [deconvnet] by the deconvnet rule
   *[guided] in guided backpropagation
  }?
quiz-question-relu-backward-maps = Into a ReLU layer went { $input }. The gradient from above is { $above } (rows separated by slashes). Which of these goes on { $rule ->
    [plain] in plain backpropagation
    [deconvnet] by the deconvnet rule
   *[guided] in guided backpropagation
  }?
quiz-question-probability-gradient = Softmax gives p(A) = { $pa }, p(B) = { $pb }{ $classes ->
    [3] , p(C) = { $pc }
   *[other] {""}
  }. One pixel’s gradient of the scores: { $ga } for A, { $gb } for B{ $classes ->
    [3] , { $gc } for C
   *[other] {""}
  }. What is this pixel’s gradient of the probability p(A)?
quiz-question-probability-gradient-picture = The probabilities of { $classes } classes after softmax, and one pixel’s gradients of their scores. What is this pixel’s gradient of the probability p(A)?
quiz-question-score-change = A score is { $score }. Its gradient for a few pixels is ({ $slopes }), and these pixels change by ({ $changes }). Which score does the gradient foretell?
quiz-question-score-change-picture = A score is { $score }. Here are its gradient and a change of the picture, pixel by pixel. Which score does the gradient foretell?
quiz-question-seeds = A saliency map in percent of its largest value: { $list }. From { $high } on a pixel is surely object, up to { $low } surely background, both included. How many pixels are { $kind ->
    [object] surely object
    [background] surely background
   *[unknown] neither, so still unknown
  }?
quiz-question-seeds-picture = A saliency map in percent of its largest value. From { $high } on a pixel is surely object, up to { $low } surely background, both included. How many pixels are { $kind ->
    [object] surely object
    [background] surely background
   *[unknown] neither, so still unknown
  }?

quiz-alt-input-gradient-picture = The pixels x as a column, the weights W with a row for each hidden unit, the biases b and the output weights v.
quiz-alt-saliency-pixel-picture = Three grids of numbers with signs: the gradients for red, green and blue.
quiz-alt-relu-backward-picture = Two grids of whole numbers with signs: what went into the ReLU, and the gradient from above.
quiz-alt-relu-backward-maps = Four grids of whole numbers, A to D, with zeros at different places.
quiz-alt-probability-gradient-picture = Bars of { $classes } probabilities, and bars of the gradients of the scores, above and below zero.
quiz-alt-score-change-picture = Two grids of whole numbers: the gradient, and by how much each pixel changes.
quiz-alt-seeds-picture = A grid of { $count } whole numbers from 0 to 100, shaded by size.

quiz-hint-input-gradient-1 = First find which ReLUs are open at this x: those whose sum is above 0. A closed one passes nothing.
quiz-hint-input-gradient-2 = Each open unit adds its output weight times the weight of { $pixel }. The biases and x itself do not appear.
quiz-hint-saliency-pixel-1 = Does it matter for importance in which direction the score moves?
quiz-hint-saliency-pixel-2 = Drop the signs, then take the largest of the three numbers.
quiz-hint-relu-backward-1 = Two signs may count: that of the number that went in, and that of the gradient. Which rule looks at which?
quiz-hint-relu-backward-2 = Plain: the input must be above 0. Deconvnet: the gradient must be above 0. Guided: both.
quiz-hint-probability-gradient-1 = A probability depends on all scores: when B’s score falls, p(A) rises.
quiz-hint-probability-gradient-2 = Take the mean of the gradients, weighted by the probabilities. Subtract it from A’s gradient and multiply by p(A).
quiz-hint-score-change-1 = A gradient says how much the score rises for each unit that the pixel rises.
quiz-hint-score-change-2 = Multiply each gradient by its change, with signs, add the products up, and add that to the old score.
quiz-hint-seeds-1 = Compare each number with the two thresholds, { $low } and { $high }.
quiz-hint-seeds-2 = Object: { $high } or more. Background: { $low } or less. Unknown: all in between.

quiz-reason-rule-plain = Plain backpropagation looks at the forward pass only: where the input was above 0 the gradient goes on as it is, with its sign; elsewhere it becomes 0.
quiz-reason-rule-deconvnet = The deconvnet looks at the gradient only: what is above 0 goes on, what is below becomes 0, whatever went in.
quiz-reason-rule-guided = Guided backpropagation asks both: the input must have been above 0 and the gradient must be above 0. All else becomes 0.

quiz-mistake-igrad-relu-ignored = That counts all units. A ReLU whose sum is below 0 is closed and passes no gradient.
quiz-mistake-igrad-no-outs = That leaves out the numbers in front of the ReLUs. The gradient is multiplied by them on its way back.
quiz-mistake-igrad-value = That is the score itself. Asked is how fast it changes with { $pixel }.
quiz-mistake-igrad-times-input = That is the gradient times the pixel. The gradient alone does not contain the pixel’s value.
quiz-mistake-igrad-other-pixel = That is the gradient with respect to the other pixel.
quiz-mistake-igrad-closed-only = That adds up the closed units. The open ones, with a sum above 0, are those that count.
quiz-mistake-igrad-without-sign = The size is right, the sign is not: here the score falls when the pixel rises.
quiz-mistake-salmax-with-sign = Saliency is a size. Of the channel with the largest size take the number without its sign.
quiz-mistake-salmax-largest = That is the largest number with signs. A strongly negative gradient matters just as much: drop signs first.
quiz-mistake-salmax-sum-sizes = That adds the three sizes up. Saliency keeps only the largest one.
quiz-mistake-salmax-sum = That adds the numbers with their signs, so they cancel. Drop the signs and take the largest.
quiz-mistake-salmax-mean = That is the mean of the sizes. Saliency takes the largest of them.
quiz-mistake-salmax-other-pixel = That is the saliency of a pixel beside it. Check row and column, counted from 1.
quiz-mistake-rule-plain = That is plain backpropagation: it asks only whether the input was above 0.
quiz-mistake-rule-deconvnet = That is the deconvnet’s rule: it asks only whether the gradient is above 0.
quiz-mistake-rule-guided = That is guided backpropagation: it asks for both the input and the gradient to be above 0.
quiz-mistake-rule-everything = That lets the whole gradient through. A ReLU stops part of it.
quiz-mistake-rule-count = That is how many numbers go on. Asked is what they add up to.
quiz-mistake-rule-forward = That is what the ReLU gives in the forward pass. Asked is about the gradient, on its way back.
quiz-mistake-pgrad-score = That is the gradient of the score A. The probability depends on the other scores too.
quiz-mistake-pgrad-times-p = That takes p(A) times A’s gradient and leaves out the mean of all gradients, which must be subtracted.
quiz-mistake-pgrad-alone = That would be right if only A’s score changed. The other scores change with this pixel too.
quiz-mistake-pgrad-difference = The difference is right, but it must still be multiplied by p(A).
quiz-mistake-pgrad-mean = That is the weighted mean of the gradients. Subtract it from A’s gradient and multiply by p(A).
quiz-mistake-pgrad-unweighted = That subtracts the other gradients as they are. Each must be weighted by its probability, and A’s too.
quiz-mistake-pgrad-sign = The sign is wrong: it is A’s gradient minus the mean, not the other way round.
quiz-mistake-foretell-change-only = That is by how much the score changes. Add it to the old score, { $score }.
quiz-mistake-foretell-subtracted = That subtracts the change. The gradient points to where the score rises: the products are added.
quiz-mistake-foretell-sizes = That drops the signs. A product below 0 lowers the score.
quiz-mistake-foretell-gradient-only = That adds the gradient itself. Each number must be multiplied by the change of its pixel.
quiz-mistake-foretell-changes-only = That adds the changes of the pixels. Each must be multiplied by its gradient.
quiz-mistake-foretell-same = That is the old score. The gradient says that this change moves it.
quiz-mistake-seeds-strict = That leaves out pixels exactly on a threshold, or counts them as unknown. Here the thresholds are included.
quiz-mistake-seeds-object = Those are the pixels that are surely object, { $high } or more.
quiz-mistake-seeds-background = Those are the pixels that are surely background, { $low } or less.
quiz-mistake-seeds-unknown = Those are the pixels between the thresholds, still unknown.
quiz-mistake-seeds-rest = Those are all the other pixels.
quiz-mistake-seeds-all = Those are all pixels of the map.
