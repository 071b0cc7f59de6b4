skill-filter-pictures = Pictures of a layer's filters
skill-weight-gray = The shade of a weight
skill-channel-sum = All channels of a deep filter

quiz-question-filter-pictures = { $color ->
    [1] A first layer has { $filters } filters of { $f }×{ $f } for color pictures (3 channels). Each filter is drawn as one color picture. How many pictures is that?
   *[other] A layer has { $filters } filters of { $f }×{ $f }, each with { $channels } channels. They are drawn in gray, every channel of every filter as a picture of its own. How many pictures is that?
  }
quiz-question-filter-pictures-picture = The filters of this convolution are drawn in gray, every channel of every filter as a picture of its own. How many pictures is that?
quiz-question-weight-gray = A filter has the weights { $weights }. It is drawn in grays from 0 (black, the smallest weight) to 255 (white, the largest), evenly between. Which gray does the weight { $weight } get?
quiz-question-weight-gray-picture = These weights are drawn in grays from 0 (black, the smallest weight) to 255 (white, the largest), evenly between. Which gray does the framed weight get?
quiz-question-channel-sum = A filter sees { $channels } channels. At one window the products of each channel add up to { $sums }; the bias is { $bias }. What does the filter give there, after ReLU?
quiz-question-channel-sum-picture = Two channels of a window, each with the weights that one filter has for it; the bias is { $bias }. What does the filter give at this window, after ReLU? (No flipping.)

quiz-alt-filter-pictures-picture = Three layers: an input with { $channels } channels, a convolution with windows { $f } wide, and { $filters } feature maps.
quiz-alt-weight-gray-picture = Three rows of weights: { $weights }; a weight of { $weight } is framed.
quiz-alt-channel-sum-picture = Two windows of 2 by 2 numbers, each times 2 by 2 weights, as one filter sees them.

quiz-hint-filter-pictures-1 = How many channels does one filter have, and how many of them does one picture show?
quiz-hint-filter-pictures-2 = One filter has C_in channels. In gray each makes a picture; three channels as red, green and blue make one together.
quiz-hint-weight-gray-1 = How far above the smallest weight does it lie, as a share of the way to the largest?
quiz-hint-weight-gray-2 = 255·(w − min) / (max − min).
quiz-hint-channel-sum-1 = A filter gives one number at a window, however many channels it sees.
quiz-hint-channel-sum-2 = Add the sums of all channels and the bias; only then replace a negative result by zero.

quiz-reason-tiles-color = Red, green and blue of a filter are one picture together, so there are as many pictures as filters.
quiz-reason-tiles-gray = Each filter has a channel for every channel that it sees, and each of them is a picture.

quiz-mistake-tiles-gray = That draws each channel in gray by itself. In color the three channels of a filter make one picture.
quiz-mistake-tiles-three = That is the number of channels of one filter. The question is how many filters there are to draw.
quiz-mistake-tiles-filters = That is one picture a filter. It has several channels, and in gray each needs a picture of its own.
quiz-mistake-tiles-channels = That is one filter only. Each of the filters has all the channels.
quiz-mistake-tiles-added = Filters and channels are not added: every filter has its own set of channels.
quiz-mistake-tiles-weights = That counts single weights. A picture holds F·F of them.
quiz-mistake-tiles-squared = The size of the window says how large a picture is, not how many there are.
quiz-mistake-shade-from-zero = That puts black at zero. Here black is the smallest weight, which is below zero.
quiz-mistake-shade-absolute = That goes by the size without the sign. Here a weight's place between the smallest and the largest counts.
quiz-mistake-shade-inverted = That is turned around: the smallest weight is black (0), the largest white (255).
quiz-mistake-shade-by-largest = The way from the smallest to the largest weight is max − min, longer than max alone.
quiz-mistake-shade-shift-only = That is how far the weight lies above the smallest. It still has to be stretched to 0…255.
quiz-mistake-shade-middle = The middle gray stands halfway between the smallest and the largest weight, and this weight does not.
quiz-mistake-deepsum-no-relu = ReLU comes last: it replaces a negative sum by zero.
quiz-mistake-deepsum-relu-each = That drops negative channels before adding. ReLU is applied once, to the sum of all channels and the bias.
quiz-mistake-deepsum-no-bias = The bias is missing.
quiz-mistake-deepsum-first = That is the first channel alone. The filter adds up all its channels.
quiz-mistake-deepsum-largest = That is the strongest channel alone. The filter adds up all its channels and the bias.
quiz-mistake-deepsum-sizes = Signs count: a negative channel takes away from the sum.
quiz-mistake-deepsum-minus-bias = The bias is added, with its sign.
