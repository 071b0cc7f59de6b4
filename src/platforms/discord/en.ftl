discord-progress = Working … { $percent } %
discord-too-large = The file { $name } is larger than Discord takes here ({ $limit } MB), so I cannot send it.
