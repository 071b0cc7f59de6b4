# What the router says itself.
chat-help = Help
chat-not-understood = I did not understand that. Commands start with a slash: try /quiz padding, or send a photo and I will show you its edges.
chat-picture-received = Got your picture. What shall I do with it?

command-unknown = There is no command /{ $name }. /help lists what I can do.
command-unknown-suggest = There is no command /{ $name }. Did you mean /{ $meant }?
button-old = This button belongs to something I no longer have. Please ask for it again.
answer-no-question = There is no open question here. /quiz padding asks one.
fault = Something went wrong on my side, and I have logged it under { $reference }. Please try again; nothing of yours is lost.

option-unknown = There is no option “{ $option }”. This command takes: { $options }.
option-unknown-suggest = There is no option “{ $option }”. Did you mean “{ $meant }”?
option-twice = The option “{ $option }” is given twice; give it once.
option-missing = The value “{ $option }” is missing.
option-too-long = The value of “{ $option }” is too long: at most { $limit } characters.
option-not-boolean = “{ $value }” is neither yes nor no for “{ $option }”.
option-not-a-number = “{ $value }” is not a number; “{ $option }” takes one, for example { $option }=2.
option-not-whole = “{ $option }” takes a whole number, and { $value } is not one.
option-out-of-range = “{ $option }” takes { $min } to { $max }, and { $value } is outside.
option-not-a-choice = “{ $value }” does not fit “{ $option }”. It takes: { $values }.
option-not-a-choice-suggest = “{ $value }” does not fit “{ $option }”. Did you mean “{ $meant }”? It takes: { $values }.
arguments-too-many = I do not know what “{ $value }” is for: this command takes { $count ->
    [0] no values
    [one] one value
   *[other] { $count } values
  }, and they are all given.
quote-open = The quote before { $value } is never closed.

matrix-empty = The matrix is empty. Type its rows with “;” between them, for example 1 0 1; 0 1 0; 1 0 1.
matrix-not-a-number = “{ $value }” is not a number, so this is not a matrix. Rows are apart by “;”, for example 1 0 1; 0 1 0; 1 0 1.
matrix-ragged = Row { $row } of the matrix has { $got ->
    [one] one number
   *[other] { $got } numbers
  }, and the first row has { $expected }: all rows must be equally long.
matrix-too-large = The matrix is { $rows }×{ $columns }; at most { $limit }×{ $limit } is read here.

picture-missing = I need a picture for this: send one with the command, or reply with the command to a picture.
picture-gone = I no longer have the picture { $value }. Please send it again.
picture-empty = This file is empty. Please send the picture again.
picture-too-large = This file is too large: I read at most { $limit } MB. A smaller copy will do.
picture-not-fetched = I could not fetch the picture. Please send it once more.
