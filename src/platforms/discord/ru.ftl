# Слова самого адаптера Discord.
discord-working = Считаю…
discord-progress = Считаю… { $percent } %
discord-progress-note = { $note }… { $percent } %
discord-more = Ещё:
discord-too-large = Файл { $name } больше, чем Discord принимает здесь ({ $limit } МБ), поэтому отправить его нельзя. На нём: { $alt }
discord-no-files = Здесь мне нельзя прикреплять файлы: это может разрешить тот, кто управляет сервером. Или спросите в личном чате. Вот что на них:
discord-files-too-large = Discord счёл файлы слишком большими; вот что на них:
discord-no-picture = В этом сообщении нет картинки. Откройте меню на сообщении с картинкой или вызовите команду со своей.
