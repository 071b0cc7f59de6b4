discord-progress = Выполняется … { $percent } %
discord-too-large = Файл { $name } больше, чем Discord принимает здесь ({ $limit } МБ), поэтому отправить его нельзя.
