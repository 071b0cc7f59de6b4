skill-ascent-step = One step of gradient ascent on a pixel
skill-dream-objective = The value of S − λ‖I‖²
skill-linear-dream = The best picture of a linear score
skill-score-or-probability = Climbing a score or a probability
skill-regularizer = What each regularizer does
skill-small-zeroed = Small numbers set to zero

quiz-question-ascent-step = A pixel of a dream is I = { $pixel }, its gradient ∂S/∂I = { $gradient }. What is the pixel after one step of gradient ascent with η = { $rate }{ $decay ->
    [0] , without decay?
   *[other] , on S − λ‖I‖² with λ = { $decay }?
  }
quiz-question-ascent-step-picture = Left the picture I, right the gradient of the score. What does the framed pixel become in one step of gradient ascent with η = { $rate }{ $decay ->
    [0] , without decay?
   *[other] , on S − λ‖I‖² with λ = { $decay }?
  }
quiz-question-dream-objective = A picture has the pixels { $pixels } and the score S = { $score }. How large is S − λ‖I‖² with λ = { $decay }?
quiz-question-dream-objective-picture = Four pictures with their scores. For which one is S − λ‖I‖² largest, with λ = { $decay }?
quiz-question-linear-dream = A score is linear, S = w·I, with the weights w = ({ $weights }), and λ = { $decay }. { $asked ->
    [value] How large can S − λ‖I‖² get?
   *[pixel] For which picture is S − λ‖I‖² largest: what is its pixel number { $place }?
  }
quiz-question-linear-dream-picture = A score is linear, S = w·I, with the weights { $weights } (row by row), and λ = { $decay }. For which picture is S − λ‖I‖² largest?
quiz-question-score-or-probability = Three classes have the scores { $a }, { $b } and { $c } (before softmax). A step changes the picture: the second score falls to { $d }, the others stay. What is the first class's probability now?
quiz-question-score-or-probability-picture = Bars: the scores (before softmax) that four pictures get for three digits. { $asked ->
    [score] Gradient ascent climbs the score of { $digit }.
   *[probability] Gradient ascent climbs the probability of { $digit }, behind softmax.
  } Which picture is best by that measure? No decay.
quiz-question-regularizer = { $symptom ->
    [reg-blur] { $telling ->
        [1] A dream has a huge score, but it is all single bright and dark pixels side by side.
       *[other] A dream looks like a swarm of dots: no pixel resembles its neighbors.
      }
    [reg-decay] { $telling ->
        [1] A dream is smooth, but its numbers get larger with every step, without end.
       *[other] A few pixels of a smooth dream have numbers far beyond any real picture's.
      }
    [reg-pixels] { $telling ->
        [1] A dream's stroke is clear, but all of the background holds a faint haze.
       *[other] Besides a clear stroke many pixels hold numbers that are hardly different from zero.
      }
   *[reg-gradients] { $telling ->
        [1] In every step thousands of pixels move a tiny bit although the score hardly depends on them.
       *[other] Each step should move only the pixels that the score really depends on.
      }
  } Which remedy is made for that?
quiz-question-regularizer-number = A pixel of a dream is { $pixel }. Its gradient ∂S/∂I is 0. What is left of it after { $steps ->
    [one] one step
   *[other] { $steps } steps
  } of gradient ascent on S − λ‖I‖² with η = { $rate } and λ = { $decay }?
quiz-question-regularizer-picture = Four pictures, made from one: left as it was, blurred, decayed as a whole, and its small pixels set to zero. { $change ->
    [reg-blur] Which one was blurred?
    [reg-decay] Which one was decayed?
   *[reg-pixels] In which one were the small pixels set to zero?
  } Black is 0.
quiz-question-small-zeroed = The { $percent } % of these { $count } pixels that are nearest to zero, whatever their sign, are set to zero: { $list }. What is the sum of the picture then?
quiz-question-small-zeroed-picture = The { $percent } % of these { $count } pixels that are nearest to zero, whatever their sign, are set to zero. What is the sum of the picture then?

quiz-alt-ascent-step-picture = Two grids of numbers side by side; the same place is framed in both: { $pixel } in the first, { $gradient } in the second.
quiz-alt-dream-objective-picture = Four grids of two by two numbers, A to D, each with its score above.
quiz-alt-linear-dream-picture = Four grids of two by two numbers, A to D.
quiz-alt-score-or-probability-picture = Four bar charts, A to D, each with the scores of three digits.
quiz-alt-regularizer-picture = Four small gray pictures of a stroke, A to D.
quiz-alt-small-zeroed-picture = A grid of { $count } whole numbers, some below zero.

quiz-hint-ascent-step-1 = Ascent goes along the gradient: a step is η times the slope.
quiz-hint-ascent-step-2 = { $decay ->
    [0] New pixel = I + η·∂S/∂I.
   *[other] New pixel = I + η·(∂S/∂I − 2λI): the derivative of λI² is 2λI.
  }
quiz-hint-dream-objective-1 = ‖I‖² is the sum of the squares of all pixels.
quiz-hint-dream-objective-2 = Add up the squares, multiply by λ, and take that away from the score.
quiz-hint-linear-dream-1 = Every pixel can be chosen for itself: it adds w·I − λI². Where is the slope of that zero?
quiz-hint-linear-dream-2 = w − 2λI = 0, so I = w / (2λ). Put in, each pixel gives w² / (4λ).
quiz-hint-score-or-probability-1 = Each score S enters with e to the power of S, and e to the power of ln n is n. e⁰ is 1.
quiz-hint-score-or-probability-2 = Its own power divided by the sum of all three, with the new second score.
quiz-hint-score-or-probability-picture-1 = The score asks for one bar only; the probability asks how far that bar stands above the others.
quiz-hint-score-or-probability-picture-2 = By the score: the longest bar of { $digit }. By the probability: the bar of { $digit } with the largest distance to the bars beside it.
quiz-hint-regularizer-1 = Blur mixes neighbors, decay shrinks all pixels alike, the two others set small numbers to zero.
quiz-hint-regularizer-2 = Think about which pixels would change: those that differ from their neighbors, the large ones, the faint ones, or those with a small slope.
quiz-hint-regularizer-number-1 = With the gradient 0 only the decay is left: I − η·2λI.
quiz-hint-regularizer-number-2 = Each step multiplies the pixel by 1 − 2ηλ.
quiz-hint-regularizer-picture-1 = Look at the background, then at the stroke's edges, then at how bright the stroke is.
quiz-hint-regularizer-picture-2 = Blur softens edges; decay darkens everything alike; zeroing makes most of the background black and leaves the stroke.
quiz-hint-small-zeroed-1 = Small means near to zero: −1 is small, −9 is not.
quiz-hint-small-zeroed-2 = { $gone } numbers become zero: cross out the { $gone } with the smallest size and add up the others with their signs.

quiz-choice-reg-blur = blur every few steps
quiz-choice-reg-decay = decay, λ above 0
quiz-choice-reg-pixels = small pixels to zero
quiz-choice-reg-gradients = small gradients to zero

quiz-reason-reg-blur = A Gaussian blur mixes neighbors: what only a single pixel holds is averaged away, strokes survive.
quiz-reason-reg-decay = −λ‖I‖² makes large numbers costly: the step takes 2ηλ of each pixel, most from the largest.
quiz-reason-reg-pixels = Pixels near zero are set to zero: the haze is gone, the stroke stays.
quiz-reason-reg-gradients = The smallest derivatives are set to zero before the step: only pixels that matter move.
quiz-reason-reg-panel-blur = Its edges are soft and the noise of the background has been evened out: each pixel is a mean of its neighbors.
quiz-reason-reg-panel-decay = Every pixel has shrunk by the same factor: the same pattern, but darker.
quiz-reason-reg-panel-pixels = Nearly all of the background is exactly black, and the stroke is as bright as before.
quiz-reason-prob-panel-score = Its bar for { $digit } is the longest, { $best }. The others do not count.
quiz-reason-prob-panel-probability = Its bar for { $digit } stands farthest above the others: the probability is { $probability }, though another picture has a higher score.

quiz-mistake-ascent-no-two = The 2 is missing: the derivative of λI² is 2λI.
quiz-mistake-ascent-no-decay = That leaves the decay out: it takes 2λI from the slope.
quiz-mistake-ascent-decay-added = λ‖I‖² is taken away from the score, so 2λI is taken away from the slope.
quiz-mistake-ascent-decay-unrated = η multiplies the whole slope, the decay's part too.
quiz-mistake-ascent-gradient = η belongs to the gradient, not to the pixel.
quiz-mistake-ascent-down = That is a step downhill, as in training. A dream climbs: the step is added.
quiz-mistake-ascent-no-rate = That takes the whole slope as the step: η is missing.
quiz-mistake-ascent-step-only = That is the step. It still has to be added to the pixel.
quiz-mistake-objective-sum = That adds up the pixels themselves. ‖I‖² adds up their squares.
quiz-mistake-objective-no-lambda = λ is missing: it says how much the squares cost.
quiz-mistake-objective-root = That takes the length ‖I‖. Asked is its square, without a root.
quiz-mistake-objective-plus = The squares are a cost: they are taken away from the score.
quiz-mistake-objective-square-of-sum = First square each pixel, then add, not the other way round.
quiz-mistake-objective-score = That is the score alone. The picture's brightness costs λ‖I‖².
quiz-mistake-objective-panel-score = Its score is the highest, but its pixels cost more than that brings.
quiz-mistake-objective-panel-pale = Its pixels cost least, but its score is too low.
quiz-mistake-objective-panel-less = Compute S − λ‖I‖² for it: another picture gets more.
quiz-mistake-linear-no-two = The 2 is missing: the slope of λI² is 2λI, so I = w / (2λ).
quiz-mistake-linear-times = Decay makes pixels smaller: divide by 2λ, do not multiply.
quiz-mistake-linear-weight = That is the weight itself. It only is the best pixel if 2λ = 1.
quiz-mistake-linear-sign = The pixel has the sign of its weight: then w·I is above zero.
quiz-mistake-linear-half = That leaves λ out: I = w / (2λ).
quiz-mistake-linear-value-score = That is the score w·I alone. Half of it goes away with λ‖I‖².
quiz-mistake-linear-value-sum = That is the sum of the best pixels. Each still has to be multiplied by its weight, and λ‖I‖² taken away.
quiz-mistake-linear-value-weights = That is ‖w‖². Divide it by 4λ.
quiz-mistake-linear-value-penalty = That is ‖I‖² of the best picture, not what it is worth.
quiz-mistake-linear-value-twice = Far too large: put I = w / (2λ) into w·I − λ‖I‖².
quiz-mistake-linear-panel-no-two = Twice too bright: that is w / λ. There the costs have eaten up the whole gain.
quiz-mistake-linear-panel-turned = Bright where the weights are below zero: its score is as far below zero as it can be.
quiz-mistake-linear-panel-bright = Brightness on weights below zero lowers the score. Those pixels should be below zero too.
quiz-mistake-linear-panel-flat = All pixels alike: that knows nothing of the weights.
quiz-mistake-prob-before = That was the probability before. The second score has fallen since.
quiz-mistake-prob-gone = That leaves the second class out. Its score has fallen, but it still counts.
quiz-mistake-prob-others = The class's own power belongs in the sum, too.
quiz-mistake-prob-other = That is the second class's probability.
quiz-mistake-prob-third = A third each would need three equal scores.
quiz-mistake-prob-power = That is e to the power of its score. Divide it by the sum of all three.
quiz-mistake-prob-panel-by-probability = Its probability is the largest, because the others are low. Its score is not.
quiz-mistake-prob-panel-by-score = Its score is the highest, but other classes come close: its probability is not.
quiz-mistake-prob-panel-less = By that measure another picture is better.
quiz-mistake-not-reg-blur = Blur helps against single pixels that differ from their neighbors.
quiz-mistake-not-reg-decay = Decay helps against numbers that grow too large.
quiz-mistake-not-reg-pixels = That clears away a faint background that is left over.
quiz-mistake-not-reg-gradients = That acts on the step: pixels with a small slope do not move.
quiz-mistake-decay-no-two = The 2 is missing: the derivative of λI² is 2λI.
quiz-mistake-decay-line = Each step takes its share of what is still there, not of the beginning.
quiz-mistake-decay-once = That is after one step.
quiz-mistake-decay-gone = That multiplies by 2ηλ, the share that goes. What stays is 1 − 2ηλ.
quiz-mistake-decay-taken = A share is taken, not a fixed amount: the pixel is multiplied by 1 − 2ηλ.
quiz-mistake-decay-grows = Decay pulls toward zero: 1 − 2ηλ, not 1 + 2ηλ.
quiz-mistake-reg-panel-blur = That one is blurred: its edges are soft.
quiz-mistake-reg-panel-decay = That one is decayed: the same pattern, darker as a whole.
quiz-mistake-reg-panel-pixels = In that one the small pixels are zero: its background is black.
quiz-mistake-reg-panel-original = That is the picture as it was.
quiz-mistake-small-signed = That crosses out the numbers farthest to the left on the number line. Small means near to zero: −9 is large.
quiz-mistake-small-negative = That sets all numbers below zero to zero. Only the small ones go, whatever their sign.
quiz-mistake-small-kept = That keeps as many numbers as should go.
quiz-mistake-small-largest = That keeps the small ones. They are the ones to go.
quiz-mistake-small-no-signs = What stays keeps its sign.
quiz-mistake-small-none = That is the sum before.
