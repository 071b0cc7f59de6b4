skill-center-surround = Center and surround
skill-cell-field = Receptors that a cell sees
skill-oriented-response = What a simple cell answers
skill-orientation-column = Orientation columns

quiz-question-center-surround = { $kind ->
    [off] An OFF-center cell weighs the light in the middle with −8 and each of its eight neighbors with +1.
   *[on] An ON-center cell weighs the light in the middle with +8 and each of its eight neighbors with −1.
  } It sees these brightnesses (rows are divided by /): { $patch }. What is the weighted sum?
quiz-question-center-surround-picture = The field of { $kind ->
    [off] an OFF-center
   *[on] an ON-center
  } cell (right) lies on a patch of light (left). What is the weighted sum?
quiz-question-center-surround-spots = { $kind ->
    [off] An OFF-center cell: each of the 9 pixels in the frame counts +8 when it is dark, each of the 72 around it −1 when it is dark.
   *[on] An ON-center cell: each of the 9 pixels in the frame counts +8 when it is lit, each of the 72 around it −1 when it is lit.
  } Which patch does it answer most?
quiz-question-cell-field = Receptors stand in a row. A cell of each level reads this many neighbors of the level below, from the first level on: { $reads }. Cells of the first level stand at { $spacing ->
    [1] every receptor
    [2] every second receptor
   *[3] every third receptor
  }; further levels are as dense. How many receptors does a cell of level { $levels } see?
quiz-question-cell-field-picture = Below: receptors, with what two neighboring bipolar cells read. Above: bipolar cells, with what one cell of the next level reads. How many receptors does that cell see?
quiz-question-oriented-response = A simple cell weighs its field with { $kernel } (rows are divided by /). It sees the brightnesses { $patch }. What is the weighted sum?
quiz-question-oriented-response-picture = The field of a simple cell (right) lies on a patch of light (left). What is the weighted sum?
quiz-question-oriented-response-patch = A simple cell weighs its field with { $kernel } (rows are divided by /). The numbers are brightnesses. Which patch does it answer most?
quiz-question-orientation-column = An electrode in the cortex finds a cell that prefers bars at { $start }°. It moves { $distance } µm along the surface; every 50 µm the preferred orientation turns { $sense ->
    [back] back by 10° (it falls)
   *[on] on by 10° (it grows)
  }. Which does it find there, in degrees from 0 to 179?
quiz-question-orientation-column-picture = Impulses per second of a cell for bars at six orientations. From here the electrode moves { $distance } µm along the cortex; every 50 µm the preferred orientation turns { $sense ->
    [back] back by 10° (it falls)
   *[on] on by 10° (it grows)
  }. Which does it find there, in degrees from 0 to 179?

quiz-alt-center-surround-picture = A patch of light, row by row: { $patch }; the field: { $kind ->
    [off] −8 in the middle, +1 around it
   *[on] +8 in the middle, −1 around it
  }.
quiz-alt-center-surround-spots = Four patches of light and dark, 9 by 9 pixels, each with its middle 3 by 3 pixels framed.
quiz-alt-cell-field-picture = Two strips of cells. Below the windows of two neighboring bipolar cells on the receptors, above one window on the bipolar cells. Read from below: { $reads }; bipolar cells stand { $spacing } apart.
quiz-alt-oriented-response-picture = A patch of light, row by row: { $patch }; the field: { $kernel }.
quiz-alt-oriented-response-patch = Four patches of 3 by 3 brightnesses.
quiz-alt-orientation-column-picture = Bars for six orientations: { $chart }.

quiz-hint-center-surround-1 = Middle and surround pull in opposite directions, and eight neighbors weigh as much as the middle.
quiz-hint-center-surround-2 = { $kind ->
    [off] Add the eight neighbors and take 8 times the middle away.
   *[on] Take 8 times the middle and subtract the eight neighbors.
  }
quiz-hint-center-surround-spots-1 = For each patch count what counts inside the frame, and what counts around it.
quiz-hint-center-surround-spots-2 = 8 times the pixels inside minus the pixels around. The perfect patch fills the frame and nothing else.
quiz-hint-cell-field-1 = Neighbors see nearly the same receptors. Ask what each further neighbor adds.
quiz-hint-cell-field-2 = A cell that reads k neighbors sees the field of one of them, and k − 1 times the distance to the next one more.
quiz-hint-oriented-response-1 = The three cells along the line count twice, the other six are taken away once.
quiz-hint-oriented-response-2 = 2 × (sum along the line) − (sum of the other six).
quiz-hint-oriented-response-patch-1 = Look where the weights are 2: light helps there, and hurts everywhere else.
quiz-hint-oriented-response-patch-2 = For each patch: 2 × (sum along the line) − (sum of the other six).
quiz-hint-orientation-column-1 = How many times 50 µm has the electrode moved? Each time is 10°.
quiz-hint-orientation-column-2 = A bar turned by 180° is the same bar: add or take away 180° until the number lies from 0 to 179.
quiz-hint-orientation-column-picture-1 = The longest bar tells what the cell prefers where the electrode starts.
quiz-hint-orientation-column-picture-2 = Each 50 µm is 10°. A bar turned by 180° is the same bar: keep the number from 0 to 179.

quiz-reason-retina-spots = What counts in the frame: { $center } pixels; what counts around it: { $around }. The three other patches fill the frame less, or more of its surround.
quiz-reason-simple-patch = Its brightness lies best on the weights 2 and least on the weights −1; the others light less of the line or more of its sides.

quiz-mistake-retina-other-kind = The signs are exchanged: { $kind ->
    [off] an OFF-center cell is excited by light around the middle, not in it.
   *[on] an ON-center cell is excited by light in the middle, not around it.
  }
quiz-mistake-retina-center-once = The middle was counted once. It weighs 8, as much as its eight neighbors together.
quiz-mistake-retina-all-added = Middle and surround were added. One excites and the other inhibits: they have opposite signs.
quiz-mistake-retina-no-ring = That is the middle alone. The eight neighbors count too, with the opposite sign.
quiz-mistake-retina-plain-sum = That adds up all the light. A cell of this kind weighs it first.
quiz-mistake-retina-spot-spot = This one covers exactly the frame; nothing is better.
quiz-mistake-retina-spot-wide = It fills the frame, but a rim around it as well, and that rim is taken away.
quiz-mistake-retina-spot-bar = The bar fills the frame, but both of its ends lie in the surround and are taken away.
quiz-mistake-retina-spot-line = The line fills only a third of the frame, and its ends are taken away.
quiz-mistake-retina-spot-half = Half a field: what it gains in the frame is nearly lost again around it.
quiz-mistake-retina-spot-whole = Everything is alike: middle and surround cancel, and the sum is 0.
quiz-mistake-retina-spot-aside = The spot lies beside the frame, where it only takes away.
quiz-mistake-retina-spot-ring = This fills only the surround. It is the patch that the cell likes least.
quiz-mistake-cells-multiplied = The numbers were multiplied. Neighboring cells share most of their receptors, so these are counted many times.
quiz-mistake-cells-added = The numbers were added up. The first level gives its k; each further one only k − 1 more steps.
quiz-mistake-cells-spacing-forgotten = The cells of the first level stand apart: each further neighbor moves by that many receptors, not by one.
quiz-mistake-cells-last-only = That is what the cell reads from the level right below it. Each of those cells sees several receptors.
quiz-mistake-cells-first-only = That is what a cell of the first level sees. Further levels see more.
quiz-mistake-cells-no-minus-one = One step too many on each further level: k neighbors are k − 1 steps from the first to the last.
quiz-mistake-cells-first-receptor = One is missing: the steps are right, but the receptor they start from counts too.
quiz-mistake-simple-across = That is the answer of the cell turned by 90°. Look where the 2s are.
quiz-mistake-simple-line-only = The other six cells were left out; each is taken away once.
quiz-mistake-simple-no-two = The line was counted once. Its weight is 2.
quiz-mistake-simple-no-minus = The signs were lost: weights of −1 take their light away.
quiz-mistake-simple-plain-sum = That adds up all the light without the weights.
quiz-mistake-simple-patch-across = At right angles to the line only the middle lies on a 2. Its light is taken away again by the two ends: the sum is 0.
quiz-mistake-simple-patch-slanted = This bar crosses the line in the middle only. Its ends take away what the middle gives: the sum is 0.
quiz-mistake-simple-patch-turned = This bar crosses the line in the middle only. Its ends take away what the middle gives: the sum is 0.
quiz-mistake-simple-patch-beside = No light lies on the line; all of it is taken away.
quiz-mistake-simple-patch-even = Even light gives 0, however bright: the weights add up to 0.
quiz-mistake-column-beyond = Correct, but for the circle: a bar turned by 180° is the same bar, so orientations go from 0 to 179.
quiz-mistake-column-other-way = That turns the other way: here the preferred orientation { $sense ->
    [back] falls
   *[on] grows
  }.
quiz-mistake-column-turn-only = That is how far the orientation turns. It starts from what the first cell prefers.
quiz-mistake-column-unchanged = It stays the same only straight down into the cortex. Along the surface it turns.
quiz-mistake-column-steps-as-degrees = Each 50 µm counts 10°, not 1°.
quiz-mistake-column-one-step-less = One step of 50 µm is missing.
quiz-mistake-column-right-angle = That is at right angles to the right one. The circle of orientations closes after 180°, not after 90°.
