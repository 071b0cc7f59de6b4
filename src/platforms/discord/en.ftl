# What Discord's people read from the adapter itself.
discord-working = Working …
discord-progress = Working … { $percent } %
discord-progress-note = { $note } … { $percent } %
discord-more = More:
discord-too-large = The file { $name } is larger than Discord takes here ({ $limit } MB), so I cannot send it. It shows: { $alt }
discord-no-files = I may not attach files here: someone who manages this server can allow it, or ask me in a direct chat. What they show:
discord-files-too-large = Discord found the files too large, so here is what they show:
discord-no-picture = This message has no picture. Open the menu on one that has, or use the command with a picture of your own.
