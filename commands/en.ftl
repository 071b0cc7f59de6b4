# What commands do (≤ 100 characters: menus are narrow), their names, options and replies.
number = { $value }

command-start = Says hello and shows three things to try
command-start-name = start
command-start-payload = A question's code from a friend
start-title = Hello! I teach convolutional neural networks.
start-what = Send me a photo, a handwritten digit or numbers, and see what a convolution does to them, step by step.
start-photo = A photo with the command /convolve: see its edges, blur or sharpen it.
start-digit = A photo of one handwritten digit with /classify: I read it and show how.
start-quiz = /quiz padding: endless questions, each wrong answer explained.
start-more = Everything else is under /help. Try one now:
start-try-edges = See edges on a sample picture
start-try-digit = Have a digit read
start-try-quiz = Ask me a question
start-language = Русский

command-help = Lists what I can do, or explains one command
command-help-name = help
command-help-about = A command or a topic
help-intro = Every command works with a slash in front. Pictures come with the command, as the message you reply to, or as the last one you sent.
help-topic-pictures = Pictures
help-topic-networks = Networks
help-topic-numbers = Numbers
help-topic-questions = Questions
help-topic-you = You and me
help-more = `/help convolve` explains one command with its options and examples.
help-examples = Try:
help-default = if not given: { $value }
help-unknown = There is no help on “{ $about }”. /help lists all commands and topics.
help-unknown-suggest = There is no help on “{ $about }”. Did you mean /help { $meant }?

command-about = Version, backend and networks of this tutor
command-about-name = about
about-title = Tutor for convolutional networks, version { $version }
about-what = Pictures and numbers are computed on the machine that runs me; nothing is sent anywhere else.
about-backend = Networks run on { $backend }, Node.js { $node }.
about-network = { $name }: { $parameters } parameters, { $percent } % of MNIST's 10,000 test digits read correctly

command-settings = Your language and time zone
command-settings-name = settings
command-settings-language = Language of my answers
command-settings-zone = Your time zone, such as Europe/Moscow or UTC+3
settings-saved = Saved.
settings-language = Language: { $language }
settings-zone = Time zone: { $zone } (it is { $time } there)
settings-zone-button = Time zone
settings-zone-ask = Type your city or zone, for example Europe/Moscow or UTC+3.
settings-zone-unknown = I know no time zone “{ $zone }”. Type a zone such as Europe/Moscow, a large city, or UTC+3.

command-size = Output size of a convolution: the formula with your numbers, and a drawing
command-size-name = size
command-size-n = N: width of the input
command-size-f = F: width of the kernel
command-size-p = P: padding on each side
command-size-s = S: stride
command-size-d = D: dilation (1 is none)
size-result = An input { $n } wide becomes **{ $output }** wide.
size-all-reached = Every column is reached by a window.
size-unreached = { $count ->
    [one] **One column** at the far end is reached by no window: its data is lost.
   *[other] **{ $count } columns** at the far end are reached by no window: their data is lost.
  }
size-does-not-fit = A kernel that spans { $span } does not fit into a padded input { $padded } wide. Padding { $padding } on each side would do, or a kernel of at most { $kernel }.
size-alt = Drawing of an input { $n } wide with padding { $p }, windows { $f } wide at stride { $s }, and { $output } outputs; { $count ->
    [0] every column is reached
    [one] one column is reached by no window
   *[other] { $count } columns are reached by no window
  }.
size-button-quiz = Ask me about sizes

command-convolve = Convolution of your photo or matrix: edges, blur, sharpening or your own kernel
command-convolve-name = convolve
command-convolve-menu = Edges
command-convolve-image = The picture
command-convolve-kernel = A kernel by name, or typed: 1 0 1; 0 1 0; 1 0 1
command-convolve-stride = How far the window moves each time
command-convolve-padding = Zeros around the picture: valid (none), same, or a number
command-convolve-size = Rows and columns of a gaussian or box kernel
command-convolve-sigma = Spread of a gaussian, in pixels
command-convolve-matrix = Numbers in place of a picture, rows apart by “;”
command-convolve-view = Before and after, or only the result
convolve-done = `{ $kernel }`: { $what }
convolve-shape = { NUMBER($inHeight, useGrouping: 0) }×{ NUMBER($inWidth, useGrouping: 0) } → { NUMBER($outHeight, useGrouping: 0) }×{ NUMBER($outWidth, useGrouping: 0) } (height × width); values from { $low } to { $high }.
convolve-alt = Before and after the kernel { $kernel } ({ $what }); the result is { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } pixels.
convolve-result = Only the result of `{ $kernel }`: { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } pixels, nothing scaled.
convolve-typed = typed kernel { $kernel }
convolve-shrunk = The photo has { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } pixels; I worked on a smaller copy.
convolve-first-frame = The picture is animated ({ $frames } frames); this is its first frame.
convolve-constant = Every output value is { $value }: the kernel found nothing to tell apart here.
convolve-matrix-done = A { $input } input and a { $kernel } kernel give a { $output } output. The first window:
convolve-matrix-alt = The { $input } input, the { $kernel } kernel and the output: { $output }.
convolve-unreached = { $columns ->
    [0] No window reaches the last { $rows ->
        [one] row
       *[other] { $rows } rows
      } of the padded input: that data is lost.
   *[other] { $rows ->
        [0] No window reaches the last { $columns ->
            [one] column
           *[other] { $columns } columns
          } of the padded input: that data is lost.
       *[other] No window reaches the last rows ({ $rows }) and columns ({ $columns }) of the padded input: that data is lost.
      }
  }
convolve-button-sample = Use a sample picture
convolve-button-result = Only the result

## The picture book of kernels
command-kernels = A picture book of all kernels: their numbers, and what each does to one photo
command-kernels-name = kernels
command-kernels-page = Which page: all, blur, sharpen, edges or details
command-kernels-image = The photo that they are shown on; a sample if you send none
kernels-page-blur = Blurring
kernels-page-sharpen = Sharpening and relief
kernels-page-edges = Edges
kernels-page-details = Fine lines and stripes
kernels-done = Every kernel with its numbers, and what it does to one photo.
kernels-use = Use one on your own photo by its name: `/convolve kernel=gaussian sigma=3`. Prewitt, Scharr and Roberts also go one direction at a time: `prewitt_x`, `prewitt_y`.
kernels-alt = { $title }: each kernel as a grid of numbers, and beside it the photo after it: { $labels }.
kernels-button-try = Try emboss

## Edges by Canny's method
command-canny = Edges by Canny's method: every stage from the gray photo to thin lines
command-canny-name = canny
command-canny-image = The picture
command-canny-low = Low threshold: above it a gradient may belong to an edge
command-canny-high = High threshold: above it a gradient surely is an edge
command-canny-sigma = Blur before everything else, in pixels (0 is none)
command-canny-norm = How a gradient is measured: l2 √(gx² + gy²), l1 |gx| + |gy|
canny-done = Edges by Canny's method: σ = { $sigma }, thresholds { $low } and { $high } (the largest gradient is { $largest }). { $share } % of the pixels are edges.
canny-strong = { NUMBER($count) } thin pixels above { $high } are strong edges.
canny-weak = { NUMBER($weak) } between { $low } and { $high } are weak; the { NUMBER($kept) } that hang on strong ones were kept.
canny-even = The picture is the same everywhere, so there is no gradient and no edge.
canny-too-high = No gradient is above the high threshold { $high }, the largest is { $largest }: without a strong edge no weak one is kept.
canny-alt = Seven stages of Canny's method: gray, blurred, the gradient's size and direction, its maxima, two thresholds ({ $low } and { $high }), and the edges: { $share } % of the pixels.
canny-button-more = More edges
canny-button-fewer = Fewer edges
canny-button-blur = Other blur
canny-button-sobel = Sobel alone

## Corners by Harris and Stephens
command-harris = Corners by Harris and Stephens, with the response map they come from
command-harris-name = harris
command-harris-image = The picture
command-harris-k = k: how little of an edge passes for a corner, usually 0.04 to 0.06
command-harris-window = The mean around each pixel: gaussian or box
command-harris-sigma = Reach of the gaussian window, in pixels
command-harris-size = Side of the box window, in pixels (odd)
command-harris-quality = Least response of a corner, as a part of the largest
command-harris-count = Corners that are marked at most
harris-done = { $found ->
    [one] One corner found and marked.
   *[other] { $found } corners found and marked, the strongest first.
  }
harris-none = I found no corner here: nothing changes in two directions at once.
harris-how = M holds the means of gx², gx·gy and gy² around a pixel. Where only one direction changes (an edge), R is negative; where both do (a corner), it is large.
harris-alt = The photo with { $found } corners marked by rings, and the response map in two colors: blue at corners, orange along edges.
harris-button-more = More corners
harris-button-fewer = Fewer corners
harris-button-window = Other window
harris-button-canny = Its edges

kernel-sobel = strength of edges in every direction, √(gx² + gy²)
kernel-sobel-x = edges between left and right
kernel-sobel-y = edges between top and bottom
kernel-gaussian = a soft blur that calms noise
kernel-gaussian273 = the lecture's 5×5 blur, whole numbers over 273
kernel-box = the mean of each window
kernel-sharpen = differences to the neighbors made stronger
kernel-unsharp = unsharp mask: what a blur would take away is added once more
kernel-emboss = light from one side, as on a relief
kernel-outline = each pixel against its eight neighbors
kernel-laplacian = second derivative: where brightness changes abruptly
kernel-prewitt = strength of edges, all rows and columns equal
kernel-prewitt-x = edges between left and right, all rows equal
kernel-prewitt-y = edges between top and bottom, all columns equal
kernel-scharr = strength of edges, the same in every direction
kernel-scharr-x = edges between left and right, truer to direction than Sobel
kernel-scharr-y = edges between top and bottom, truer to direction than Sobel
kernel-roberts = strength of edges from the two diagonals of 2×2 pixels
kernel-roberts-x = differences along the falling diagonal
kernel-roberts-y = differences along the rising diagonal
kernel-motion = a blur along a line, as if the camera had moved
kernel-gabor = stripes of one width and direction
kernel-identity = nothing changes
kernel-typed = your own numbers

kernel-too-large = The kernel spans { $kernel } and the padded input only { $input }: it does not fit. Padding { $need } on each side or a kernel of at most { $largest } would do.
kernel-size-even = This kernel needs an odd size so that it has a center; { $size } is even.
kernel-option-unused = “{ $option }” does not go with { $kernel }; it is for { $takers }.

padding-too-large = At most { $limit } zeros of padding are added on each side.

picture-svg = This is an SVG drawing, not a picture of pixels. Please send a PNG or JPEG.
picture-not-a-picture = This file is not a picture that I can read. Please send a PNG, JPEG, WebP or GIF.
picture-format = I cannot read { $format } files. Please send a PNG, JPEG, WebP or GIF.
picture-too-many-pixels = This picture has { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } pixels; I read at most { $limit } million, { NUMBER($side, useGrouping: 0) } on a side. Please send a smaller copy.
picture-too-slow = This picture takes too long to read. Please send a smaller copy.
picture-unreadable = This picture is damaged or cut off, and I cannot read it. Please send it again.

command-classify = Reads one handwritten digit in your photo or drawing, and shows how
command-classify-name = classify
command-classify-menu = Read the digit
command-classify-image = A photo or drawing of one digit
classify-read = I read **{ $digit }**, { $percent } % sure.
classify-second = Second best: { $digit } with { $percent } %.
classify-unprepared-same = Without the preparation the network would have said the same.
classify-unprepared-other = Without the preparation the network would have said { $digit } ({ $percent } %).
classify-none-empty = I found no ink here, so there is no digit to read.
classify-none-several = I see more than one figure; I read one digit at a time.
classify-none-not-a-digit = I found no single digit in this picture.
classify-none-unsure = There is something here, but I am not sure enough that it is a single digit.
classify-tip-one = One digit in the picture, not touching anything.
classify-tip-contrast = Dark on light or light on dark, no strong pattern behind it.
classify-tip-close = The digit at least a tenth of the picture high.
classify-alt = Four steps of preparing the digit, the probabilities of the ten digits as bars, and the answer { $digit } with { $percent } %.
classify-alt-none = The picture as the preparation saw it; no single digit was found.
classify-no-picture = Send me a photo or drawing of one digit with this command.
classify-button-sample = Use a sample digit
classify-button-edges = See its edges

command-quiz = Endless questions on sizes, padding and stride; every wrong answer explained
command-quiz-name = quiz
command-quiz-topic = A topic such as padding, or a question's code
quiz-topic-padding = padding
quiz-topic-unknown = There are no questions on “{ $topic }” yet. Topics: { $topics }.
quiz-topic-unknown-suggest = There are no questions on “{ $topic }”. Did you mean /quiz { $meant }?
quiz-code-unknown = { $code } is no question's code. A code looks like pad:8f3a.
quiz-type-number = Type the number.
quiz-unreadable = “{ $answer }” is not a number, so nothing was marked. Try again, for example 28.
quiz-hint = **Hint:**
quiz-solution = Solution.
quiz-answer-is = The answer: **{ $answer }**.
quiz-right = ✅ Right: { $answer }.
quiz-wrong = ❌ { $given } is not it.
quiz-already = You have answered this one already: { $given }. The first answer counts.
quiz-after-solution = You have seen how it is done, so this one is not marked.
quiz-form-label = Your number
quiz-button-answer = Type the answer
quiz-button-hint = Hint
quiz-button-hint-more = Another hint
quiz-button-solution = Show how
quiz-button-skip = Skip
quiz-button-next = Next question
quiz-button-progress = My progress

command-progress = Your answers, accuracy by skill and streak as a picture
command-progress-name = progress
progress-title = Your progress
progress-empty = No answers yet. The first question is one press away.
progress-summary = { $total ->
    [one] One answer
   *[other] { $total } answers
  }, { $correct } right ({ $share } %). Streak: { $streak ->
    [one] one day
   *[other] { $streak } days
  }.
progress-skill = { $skill }: { $correct } of { $total }
progress-misconception = What trips you up most:
progress-alt = Progress: { $total } answers, { $correct } right, streak { $streak }. Accuracy by skill: { $skills }.
progress-button-first = First question

job-died = The worker that was computing this broke down; a fresh one has taken its place. Please try again.
job-time = This took too long, so I stopped it. A smaller picture will be quicker.
job-memory = This needed too much memory, so I stopped it. A smaller picture will do.
job-canceled = Stopped.
job-busy = Too many people are asking at once. Please try again in a minute.
job-not-started = I could not start this just now. Please try again.
