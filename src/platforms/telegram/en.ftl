telegram-progress = Working … { $percent } %
telegram-too-large = The file { $name } is larger than Telegram takes (50 MB), so I cannot send it.
