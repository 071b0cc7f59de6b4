terminal-hint = Введите команду (Tab дополняет), @photo.jpg прикладывает картинку, #1 нажимает кнопку, буква выбирает ответ; Ctrl-D — выход.
terminal-picture = Картинка: { $path }
terminal-progress = { $percent } %
terminal-no-file = Файла { $path }, который можно прочитать, нет.
terminal-not-json = Эта строка — не JSON. Каждая строка — объект вида {"{"}"user":"u1","text":"/help"{"}"}.
terminal-bad-line = Поле { $field } этой строки не подходит: { $problem }
