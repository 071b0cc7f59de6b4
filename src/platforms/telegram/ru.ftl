telegram-progress = Выполняется … { $percent } %
telegram-too-large = Файл { $name } больше, чем принимает Telegram (50 МБ), поэтому отправить его нельзя.
