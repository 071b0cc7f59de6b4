skill-sobel-response = Sobel at a window
skill-gradient-size = Size of a gradient
skill-hysteresis = Canny's two thresholds

quiz-question-sobel-response = Rows of a window: { $patch }. Rows of the kernel, Sobel { $direction }: { $kernel }. What does cross-correlation (the kernel is not flipped) give there?
quiz-question-sobel-response-picture = The window is multiplied by the Sobel { $direction } kernel as it stands (cross-correlation, no flip). What is the sum?
quiz-question-gradient-size = Sobel gives Gx = { $gx } and Gy = { $gy } at a pixel. How large is the gradient, √(Gx² + Gy²)?
quiz-question-gradient-size-picture = How large is the Sobel gradient √(Gx² + Gy²) in the middle of this window?
quiz-question-hysteresis = Gradient sizes along a thin line: { $line }. Thresholds: low { $low }, high { $high }; each pixel touches the ones on its left and right. How many stay after Canny's hysteresis?
quiz-question-hysteresis-picture = Gradient sizes along a thin line. Thresholds: low { $low }, high { $high }; each pixel touches the ones on its left and right. How many stay after Canny's hysteresis?

quiz-alt-sobel-response-picture = A window with the rows { $patch } and the kernel with the rows { $kernel }.
quiz-alt-gradient-size-picture = A 3×3 window of gray values, even but for two cells: the middle one on the right and the middle one below.
quiz-alt-hysteresis-picture = A row of numbers: { $line }.

quiz-hint-sobel-response-1 = Two of the kernel's sides are weighted 1, 2, 1, once with a minus and once with a plus. The rest is zero.
quiz-hint-sobel-response-2 = Sobel x: right column minus left column. Sobel y: bottom row minus top row. The middle counts twice.
quiz-hint-gradient-size-1 = Gx and Gy are the sides of a right triangle.
quiz-hint-gradient-size-2 = Square both, add, take the root.
quiz-hint-hysteresis-1 = Mark the strong pixels first: the high threshold or more.
quiz-hint-hysteresis-2 = From each strong one go left and right as long as the numbers reach the low threshold.

quiz-mistake-sobel-sign = The sign is turned: Sobel x is right minus left, Sobel y is below minus above.
quiz-mistake-sobel-no-twos = The middle weights are 2 and −2, not 1 and −1.
quiz-mistake-sobel-other-direction = That is the other direction. Sobel x compares columns, Sobel y compares rows.
quiz-mistake-sobel-one-side = That is the side with the plus only; the side with the minus is still to be subtracted.
quiz-mistake-sobel-no-minus = Both sides were added. One of them has negative weights and is subtracted.
quiz-mistake-gradient-sum = Adding Gx and Gy is the L1 norm, which is quicker but another number. Here the root of the squares is asked.
quiz-mistake-gradient-larger = That is only the larger of the two; the other one makes the arrow longer.
quiz-mistake-gradient-no-root = The squares are added, but the root is missing.
quiz-mistake-gradient-difference = The two are not subtracted: they are sides of a right triangle.
quiz-mistake-gradient-no-twos = The middle weights of Sobel are 2: the step of each side counts twice.
quiz-mistake-hysteresis-strong-only = Those are the strong pixels alone. Weak ones connected to them stay too.
quiz-mistake-hysteresis-all-weak = That counts every pixel above the low threshold. Weak ones without a connection to a strong one go.
quiz-mistake-hysteresis-one-step = The connection may lead over several weak pixels in a row, not only to the direct neighbor.
quiz-mistake-hysteresis-dropped = That is how many go. The question is how many stay.
quiz-mistake-hysteresis-weak-only = Those are the weak pixels that stay. The strong ones stay as well.

skill-blurred-value = A pixel, blurred
quiz-question-blurred-value = A window (rows apart by “/”): { $patch }. The Gaussian kernel is 1 2 1 / 2 4 2 / 1 2 1, divided by 16. What does the middle pixel become?
quiz-question-blurred-value-picture = The window is weighted by the Gaussian kernel beside it, which is divided by 16. What does the middle pixel become?
quiz-alt-blurred-value-picture = A window of gray values, { $patch }, and the kernel 1 2 1 / 2 4 2 / 1 2 1 over 16.
quiz-hint-blurred-value-1 = Multiply each gray value by the weight at the same place and add the nine products.
quiz-hint-blurred-value-2 = The weights add up to 16: divide the sum by 16, so that a plain area keeps its brightness.
quiz-mistake-blur-not-divided = That is the weighted sum. It still has to be divided by 16, the sum of the weights.
quiz-mistake-blur-plain-mean = That is the plain mean of the nine pixels, a box blur. Here the middle counts four times, its neighbors beside and above twice.
quiz-mistake-blur-by-nine = That divides by the number of weights. The divisor is their sum, 16.
quiz-mistake-blur-center = That is the middle pixel as it was. Blurring mixes its neighbors in.
quiz-mistake-blur-plain-sixteen = That adds the pixels without their weights before dividing by 16.
quiz-mistake-blur-largest = That is the brightest pixel of the window; a Gaussian gives a weighted mean.
