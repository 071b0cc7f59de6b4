skill-cross-entropy = Cross-entropy
skill-softmax = Softmax
skill-sgd-step = One step of SGD
skill-epoch-steps = Batches and epochs
skill-learning-rate = The learning rate

quiz-question-cross-entropy = { $batch ->
    [0] Softmax gave: digit { $a } → { $pa }, { $b } → { $pb }, { $c } → { $pc }. The picture shows the digit { $right }. What is the cross-entropy (natural logarithm)? ln 2 ≈ { $ln2 }, ln 5 ≈ { $ln5 }.
   *[other] In a batch of two pictures the right class got the probability { $first } once and { $second } once. What is the batch's cross-entropy, the mean of both (natural logarithm)? ln 2 ≈ { $ln2 }, ln 5 ≈ { $ln5 }.
  }
quiz-question-cross-entropy-picture = { $batch ->
    [0] The bars are a network's probabilities for three digits. The picture shows the digit { $right }. What is the cross-entropy (natural logarithm)? ln 2 ≈ { $ln2 }, ln 5 ≈ { $ln5 }.
   *[other] Probabilities for the two pictures of a batch. Picture 1 shows the digit { $firstRight }, picture 2 the digit { $secondRight }. What is the mean cross-entropy (natural logarithm)? ln 2 ≈ { $ln2 }, ln 5 ≈ { $ln5 }.
  }
quiz-question-softmax = A network's scores (logits): digit { $a } → { $za }, { $b } → { $zb }, { $c } → { $zc }. Which probability does softmax give the digit { $asked }?
quiz-question-softmax-picture = A network's scores (logits): digit { $a } → { $za }, { $b } → { $zb }, { $c } → { $zc }. Which bars are their softmax?
quiz-question-sgd-step = { $from ->
    [batch] A weight is w = { $weight }. Its gradients for the { $count } pictures of a batch are { $gradients }; SGD takes their mean. What is w after one step with the learning rate { $rate }?
    [score] The weight w = { $weight } leads from the input x = { $input } to the score of { $right ->
        [1] the right class
       *[other] a wrong class
      }, which softmax gives p = { $p }. The loss is cross-entropy. What is w after one step of SGD with the learning rate { $rate }?
   *[other] A weight is w = { $weight }, the gradient of the loss there is { $gradient }. What is w after one step of SGD with the learning rate { $rate }?
  }
quiz-question-sgd-step-picture = Blue is the loss L over one weight w, orange its tangent at the present w (red dot). What is w after one step of SGD with the learning rate { $rate }?
quiz-question-epoch-steps = { $asked ->
    [all] { $pictures } training pictures, batches of { $size }, { $epochs } epochs; the last, smaller batch of an epoch is used too. How many training steps are that?
    [last] { $pictures } training pictures are read in batches of { $size }. How many pictures are in the last batch of an epoch?
   *[other] { $pictures } training pictures, batches of { $size }; the last, smaller batch is used too. How many training steps has an epoch?
  }
quiz-question-epoch-steps-picture = { $asked ->
    [all] Each cell is a training picture, the frame is the first batch; the others follow to its right, and the last, smaller one is used too. How many training steps are { $epochs } epochs?
   *[other] Each cell is a training picture, the frame is the first batch; the others follow to its right, and the last, smaller one is used too. How many training steps has an epoch?
  }
quiz-question-learning-rate-choice = Gradient descent on the loss L = { $curvature }·w² (gradient { $slope }·w) starts at w = { $weight } with the learning rate { $rate }. What will w do?
quiz-question-learning-rate-number = Gradient descent on the loss L = { $curvature }·w² (gradient { $slope }·w) starts at w = { $weight } with the learning rate { $rate }. What is w after { $steps ->
    [1] one step
   *[other] { $steps } steps
  }?
quiz-question-learning-rate-picture = { $count ->
    [3] Three runs from the same start differ only in the learning rate: { $rate1 }, { $rate2 } and { $rate3 }.
   *[other] Four runs from the same start differ only in the learning rate: { $rate1 }, { $rate2 }, { $rate3 } and { $rate4 }.
  } Which loss curve belongs to the rate { $rate }?

quiz-alt-cross-entropy-picture = { $batch ->
    [0] Bars of probabilities: digit { $a }: { $pa }, digit { $b }: { $pb }, digit { $c }: { $pc }.
   *[other] Bars of probabilities for two pictures. In the first the digit { $firstRight } has { $first }, in the second the digit { $secondRight } has { $second }.
  }
quiz-alt-softmax-picture = Four sets of three bars for the digits { $a }, { $b } and { $c }; the sets differ in how long the bars are.
quiz-alt-sgd-step-picture = A parabola with a dot at w = { $weight } and the tangent there; its slope is { $slope }.
quiz-alt-epoch-steps-picture = { $pictures } cells, of which the first { $size } are framed.
quiz-alt-learning-rate-picture = Loss curves over training steps, called by letters: some fall slowly, some fast, some level off high up, some rise.

quiz-hint-cross-entropy-1 = Only the probability of the right class counts.
quiz-hint-cross-entropy-2 = The loss is −ln p; −ln of a fraction such as 1/20 is ln 20 = ln 2 + ln 2 + ln 5. For a batch, take the mean of the losses.
quiz-hint-softmax-1 = Softmax first raises e to each score, and e to the power ln x is x.
quiz-hint-softmax-2 = Then divide by the sum of all three. What is added to every score cancels out.
quiz-hint-sgd-step-1 = The gradient says where the loss grows. The step goes the other way, and the learning rate says how far.
quiz-hint-sgd-step-2 = w − η·g. For the weight of a score, g = (p − y)·x with y = 1 for the right class and 0 for any other.
quiz-hint-epoch-steps-1 = In an epoch every picture is used once, and each batch is one step.
quiz-hint-epoch-steps-2 = ⌈N / B⌉ steps an epoch: whole batches, and one more for what is left.
quiz-hint-learning-rate-1 = One step takes η times the gradient away. What is left of w, as a factor?
quiz-hint-learning-rate-2 = On L = c·w² each step multiplies w by 1 − 2·c·η.
quiz-hint-learning-rate-picture-1 = Compare how fast the curves fall at the very beginning: the larger the rate, the longer each step.
quiz-hint-learning-rate-picture-2 = Too small: creeps. Good: falls fast and ends low. Large: falls at once but stays high. Too large: rises.

quiz-choice-rate-straight = goes to 0 without crossing it
quiz-choice-rate-zigzag = jumps across 0 each time, yet comes closer
quiz-choice-rate-bounces = jumps from side to side, as far away as before
quiz-choice-rate-diverges = jumps from side to side, farther and farther away
quiz-choice-curve-a = A
quiz-choice-curve-b = B
quiz-choice-curve-c = C
quiz-choice-curve-d = D

quiz-reason-rate-straight = The factor 1 − 2·c·η lies between 0 and 1: each step leaves a part of w, on the same side.
quiz-reason-rate-zigzag = The factor 1 − 2·c·η lies between −1 and 0: w changes sides and gets smaller.
quiz-reason-rate-bounces = The factor 1 − 2·c·η is exactly −1: w only changes its sign.
quiz-reason-rate-diverges = The factor 1 − 2·c·η lies below −1: w changes sides and grows with every step.
quiz-reason-rate-curve-small = The smallest rate takes the shortest steps: its curve falls the slowest.
quiz-reason-rate-curve-good = A good rate falls fast and ends the lowest.
quiz-reason-rate-curve-high = A large rate falls at once, but its long steps keep missing the lowest place, so the curve levels off high.
quiz-reason-rate-curve-over = With too large a rate every step lands higher than the one before: the loss rises.

quiz-mistake-entropy-complement = That is 1 − p. Cross-entropy takes the logarithm: −ln p.
quiz-mistake-entropy-other = That is −ln of a wrong class's probability. Only the right class counts, even where another one has more.
quiz-mistake-entropy-log-ten = That takes the logarithm to base 10. Cross-entropy uses the natural one, to base e.
quiz-mistake-entropy-log-two = That takes the logarithm to base 2. Here it is the natural one, to base e.
quiz-mistake-entropy-times-p = That is −p·ln p, a term of the entropy. In the cross-entropy the factor of the right class is 1.
quiz-mistake-entropy-probability = That is the probability itself. The loss is −ln of it.
quiz-mistake-entropy-of-mean = The probabilities were averaged before the logarithm. Each picture has its own loss; then the mean is taken.
quiz-mistake-entropy-sum = That is the sum of both losses. A batch's loss is their mean.
quiz-mistake-entropy-mean-complement = That is 1 minus the mean probability. The loss of each picture is −ln p.
quiz-mistake-entropy-first = That is the loss of the first picture alone. The batch's loss is the mean of both.
quiz-mistake-entropy-second = That is the loss of the second picture alone. The batch's loss is the mean of both.
quiz-mistake-softmax-linear = The scores themselves were divided by their sum. Softmax divides powers of e.
quiz-mistake-softmax-others = That divides by the sum of the other two. The digit's own power belongs into the sum as well.
quiz-mistake-softmax-largest = That divides by the largest power. Softmax divides by the sum of all.
quiz-mistake-softmax-even = That would be so if all scores were equal.
quiz-mistake-softmax-other = That is the probability of another digit.
quiz-mistake-softmax-power = That is the power of e, still to be divided by the sum of all three. No probability is above 1.
quiz-mistake-softmax-panel-linear = These bars share out the scores themselves. Softmax shares out powers of e.
quiz-mistake-softmax-panel-largest = These bars are divided by the largest power, so they do not add up to 1.
quiz-mistake-softmax-panel-hard = Softmax is soft: even the smallest score keeps a share.
quiz-mistake-softmax-panel-turned = The shares are right, but they stand at the wrong digits.
quiz-mistake-sgd-uphill = The step went up the gradient. SGD subtracts it: w − η·g.
quiz-mistake-sgd-no-rate = The whole gradient was subtracted. The learning rate says how much of it counts.
quiz-mistake-sgd-only-step = That is the step alone. It is added to the old w.
quiz-mistake-sgd-no-gradient = Only the learning rate was subtracted. It multiplies the gradient.
quiz-mistake-sgd-scaled = That takes a share of the weight away. The step is a share of the gradient.
quiz-mistake-sgd-sum = That uses the sum of the gradients. SGD takes their mean over the batch.
quiz-mistake-sgd-first = That uses the first picture's gradient alone. SGD takes the mean over the batch.
quiz-mistake-sgd-right-as-wrong = That takes p as the gradient of the score. For the right class it is p − 1.
quiz-mistake-sgd-wrong-as-right = That takes p − 1 as the gradient of the score. For a wrong class it is p.
quiz-mistake-sgd-no-input = That is the gradient of the score. For the weight it is multiplied by the input x.
quiz-mistake-epoch-floor = The last, smaller batch was left out. It is a step too.
quiz-mistake-epoch-joined = That joins the epochs into one long row. Each epoch ends with a smaller batch of its own.
quiz-mistake-epoch-one = That is a single epoch.
quiz-mistake-epoch-one-more = One step an epoch too many: only what is left over adds a batch.
quiz-mistake-epoch-pictures = That counts pictures. A step takes a whole batch of them.
quiz-mistake-epoch-size = That is the number of pictures in a batch, not the number of batches.
quiz-mistake-epoch-last-full = That is a full batch. What is left over for the last one is less.
quiz-mistake-epoch-last-missing = That many are missing from a full batch. Asked is how many are there.
quiz-mistake-epoch-last-steps = That is the number of batches.
quiz-mistake-epoch-last-none = The division leaves a remainder, and those pictures make the last batch.
quiz-mistake-rate-straight = For that the factor 1 − 2·c·η would have to lie between 0 and 1.
quiz-mistake-rate-zigzag = For that the factor 1 − 2·c·η would have to lie between −1 and 0.
quiz-mistake-rate-bounces = For that the factor 1 − 2·c·η would have to be exactly −1.
quiz-mistake-rate-diverges = For that the factor 1 − 2·c·η would have to lie below −1.
quiz-mistake-rate-uphill = The step went up the gradient. It is subtracted.
quiz-mistake-rate-half-gradient = The gradient of c·w² is 2·c·w; that takes half of it.
quiz-mistake-rate-one-step = That is w after one step. The next one starts from there.
quiz-mistake-rate-same-step = That repeats the first step. Each further gradient is taken at the new w.
quiz-mistake-rate-no-weight = That leaves w out of the gradient, which is 2·c·w.
quiz-mistake-rate-only-step = That is the length of the first step. It is subtracted from w.
quiz-mistake-rate-curve-small = This curve falls the slowest: it belongs to the smallest rate.
quiz-mistake-rate-curve-good = This curve falls fast and ends the lowest: neither the smallest nor the largest rate does that.
quiz-mistake-rate-curve-high = This curve falls at once and then levels off high: its steps are long, yet not so long that the loss rises.
quiz-mistake-rate-curve-over = This curve rises: it belongs to the largest rate, which is too large.
