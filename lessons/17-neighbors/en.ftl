skill-vector-distance = Distance of two vectors
skill-nearest-neighbor = The nearest neighbor
skill-neighbor-labels = Neighbors that share a label

quiz-question-vector-distance = Two pictures have the features { $a } and { $b }. What is their Euclidean distance?
quiz-question-vector-distance-picture = Two pictures of four pixels with their numbers. What is their Euclidean distance in pixel space?
quiz-question-nearest-neighbor = A picture has the features { $query }. Which of these is its nearest neighbor (Euclidean distance)?
quiz-question-nearest-neighbor-number = A picture has the features { $query }; four others have A { $a }, B { $b }, C { $c }, D { $d }. What is the SQUARED Euclidean distance to its nearest neighbor?
quiz-question-nearest-neighbor-picture = Pictures of { $side }×{ $side } pixels, each 0 or 1. Which of A–D is nearest to the one with the question mark by pixels, that is, differs from it in the fewest pixels?
quiz-question-neighbor-labels = A picture shows the digit { $label }. Other pictures, each with its label and in brackets its distance: { $list }. How many of the { $k } nearest share its label?
quiz-question-neighbor-labels-picture = A picture shows the digit { $label }. The figure gives { $count } others: above their labels, below their distances from it. How many of the { $k } nearest share its label?

quiz-alt-vector-distance-picture = Two pictures of 2 by 2 pixels; row by row A is { $a }, B is { $b }.
quiz-alt-nearest-neighbor-picture = Five pictures of { $side } by { $side } pixels, each 0 or 1: one with a question mark, and A to D.
quiz-alt-neighbor-labels-picture = Two rows of { $count } numbers, labels and distances.

quiz-hint-vector-distance-1 = Begin with the differences, place by place.
quiz-hint-vector-distance-2 = Square each difference, add the squares, take the root of the sum.
quiz-hint-nearest-neighbor-1 = Compare each with the query place by place. The root changes no order, so squared distances will do.
quiz-hint-nearest-neighbor-2 = For each: square the differences and add them. The smallest sum is the nearest.
quiz-hint-nearest-neighbor-picture-1 = Do not go by how alike they look. Lay each over the one with the question mark.
quiz-hint-nearest-neighbor-picture-2 = Count, for each, the pixels that are 1 in one of the two and 0 in the other.
quiz-hint-neighbor-labels-1 = First find the { $k } smallest distances; only then look at labels.
quiz-hint-neighbor-labels-2 = Among those { $k }, count the label { $label }.

quiz-choice-a = { $a }
quiz-choice-b = { $b }
quiz-choice-c = { $c }
quiz-choice-d = { $d }

quiz-reason-nearest-squares = Of the sums of squared differences its is the smallest.
quiz-reason-nearest-pixels = It differs in the fewest pixels ({ $least }). Whether it looks alike is not asked in pixel space.

quiz-mistake-dist-no-squares = That adds the differences as they are. Euclid squares them first and takes the root of the sum.
quiz-mistake-dist-no-root = That is the squared distance. The root is missing.
quiz-mistake-dist-largest = That is the largest difference alone. All places count.
quiz-mistake-dist-sums = That compares the sums of the two vectors. Differences are taken place by place, so that they cannot cancel.
quiz-mistake-dist-half = The sum of squares is not halved: its square root is taken.
quiz-mistake-nearest-one-number = It agrees with the query in a number, but all of them count, and the others are too far off.
quiz-mistake-nearest-farther = Its differences, squared and added, make more than those of the nearest.
quiz-mistake-nearest-other = That is the squared distance to another one, which lies farther away.
quiz-mistake-nearest-no-squares = That adds the differences to the nearest as they are. For the squared distance each is squared first.
quiz-mistake-nearest-rooted = That is the distance itself. Its square was asked for.
quiz-mistake-nearest-moved = It is the same stroke, moved by one column. To the eye that is close; by pixels the old places and the new ones count as different.
quiz-mistake-nearest-more-pixels = It differs from the query in more pixels than the nearest does.
quiz-mistake-share-all = That counts all pictures in the list. Only the { $k } nearest are asked for.
quiz-mistake-share-as-listed = Those are the first { $k } as they are listed. The nearest are the ones with the smallest distances.
quiz-mistake-share-others = That is how many of the { $k } nearest have another label.
quiz-mistake-share-farthest = Those are the farthest. A small distance means near.
quiz-mistake-share-k = Not all of the { $k } nearest share the label.
quiz-mistake-share-one-more = That takes one neighbor too many.
quiz-mistake-share-one-fewer = That takes one neighbor too few.
