# What Telegram's people read from the adapter itself.
# At most 512 characters; shown in a chat that is still empty.
telegram-description = A tutor for convolutional neural networks. Send a photo and see what Sobel finds in it, draw a digit and have a network read it, work through questions on padding and stride. Works in groups too. English and Russian.
# At most 120 characters; shown on the bot's profile.
telegram-short-description = Convolutional networks, tried out on your own photos and digits, with questions that explain themselves.
telegram-progress = Working … { $percent } %
telegram-progress-note = { $note } … { $percent } %
telegram-too-large = The file { $name } is larger than Telegram takes (50 MB), so I cannot send it.
telegram-no-media = I may not send pictures in this group: an administrator can allow it, or ask me in a private chat.
telegram-sent-directly = I have sent it to you in our private chat.
telegram-open-chat = This is for your eyes only: open a private chat with me, press Start, and ask again there.
telegram-choose = What next?
telegram-reply-with-answer = Reply to this message, or press the button: in groups I only see replies.
