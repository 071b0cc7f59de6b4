# Собственные слова веб-чата.
web-title = Тьютор по свёрткам
web-description = Чат-тьютор по свёрточным нейросетям: отправьте снимок, нарисуйте цифру, отвечайте на вопросы.
web-needs-scripts = Для этого чата нужен JavaScript. Включите его и загрузите страницу ещё раз.
web-tutor = Тьютор
web-guest = Гость
web-skip = К полю сообщения
web-conversation = Беседа
web-message-label = Сообщение
web-placeholder = Сообщение или / для команд
web-placeholder-room = Сообщение всем, @тьютор — вопрос тьютору
web-send = Отправить
web-attach = Приложить картинку
web-draw = Нарисовать цифру
web-commands = Команды
web-suggestions = Подсказки
web-remove = Убрать { $name }
web-uploading = Загружается { $name }: { $percent } %
web-file-too-large = { $name } больше { $limit } МБ. Отправьте картинку поменьше.
web-upload-failed = Не удалось загрузить { $name }. Проверьте соединение и попробуйте ещё раз.
web-too-many-files = К сообщению можно приложить не больше { $limit } картинок.
web-text-too-long = В сообщении может быть не больше { $limit } знаков.
web-drop = Отпустите картинку здесь
web-connected = Есть соединение
web-connecting = Соединяемся…
web-offline = Нет соединения. Пробуем снова; написанное уйдёт, как только связь вернётся.
web-sending = Отправляется…
web-not-sent = Не отправлено
web-retry = Отправить ещё раз
web-discard = Убрать
web-theme-dark = Тёмная тема
web-theme-light = Светлая тема
web-other-language = English
web-copy = Копировать
web-copied = Скопировано
web-copy-failed = Браузер не разрешил копирование.
web-spoiler = Показать
web-open-picture = Открыть крупно: { $alt }
web-play-picture = Воспроизвести: { $alt }
web-picture = Картинка
web-close = Закрыть
web-download = Скачать
web-full-size = В натуральную величину
web-fit = По размеру экрана
web-private = Видно только вам
web-working = Тьютор работает
web-working-for = Тьютор отвечает: { $name }
web-new-messages = Новые сообщения
web-today = Сегодня
web-yesterday = Вчера
web-reply = Ответить
web-replying = Ответ на: { $excerpt }
web-cancel-reply = Отменить ответ
web-name-title = Как вас зовут?
web-name-label = Имя
web-name-why = Его увидят рядом с вашими сообщениями все в этой комнате.
web-name-save = Сохранить
web-name-change = Ваше имя: { $name }. Изменить
web-room = Комната { $room }
web-room-open = Учиться вместе
web-room-title = Учиться вместе
web-room-why = Комната — общий чат: сообщения и ответы тьютора видят все, у кого есть ссылка.
web-room-label = Название комнаты
web-room-go = Открыть комнату
web-room-rule = Только буквы, цифры, - и _; первой идёт буква или цифра.
web-room-empty = Здесь пока тихо. Пригласите других кнопкой сверху, дайте команду через / или спросите через @тьютор.
web-room-leave = Мой чат
web-invite = Пригласить
web-invite-copied = Ссылка скопирована: отправьте её тем, с кем хотите учиться.
web-draw-title = Нарисуйте одну цифру
web-draw-canvas = Поле для рисования. Стрелки двигают перо, пробел опускает и поднимает его.
web-draw-help = Пальцем, пером или мышью. С клавиатуры: стрелки двигают, пробел рисует.
web-draw-pen = Толщина пера
web-draw-undo = Отменить штрих
web-draw-clear = Стереть всё
web-draw-read = Распознать
web-draw-attach = Приложить
web-draw-empty = Сначала нарисуйте что-нибудь.
web-drawing-name = рисунок
web-answer-send = Ответить
web-option-required = обязательно
web-option-default = по умолчанию { $value }
web-topic-pictures = Изображения
web-topic-networks = Сети
web-topic-numbers = Размеры и числа
web-topic-questions = Вопросы
web-topic-you = Для вас
web-failed = Не получилось
web-working-state = Выполняется
web-table = Таблица
web-people = { $count ->
    [one] Здесь { $count } человек
    [few] Здесь { $count } человека
   *[many] Здесь { $count } человек
}
web-media-too-large = Файл { $name } слишком велик, чтобы показать его здесь.
web-table-cut = { $rows ->
    [one] … и ещё { $rows } строка
    [few] … и ещё { $rows } строки
   *[many] … и ещё { $rows } строк
}
web-room-invalid = Название комнаты состоит из букв, цифр, - и _, не больше 40 знаков. Пока открыт ваш собственный чат.
web-too-fast = За десять секунд пришло больше { $events } сообщений. Попробуйте через { $seconds ->
    [one] { $seconds } секунду
    [few] { $seconds } секунды
   *[many] { $seconds } секунд
}.
web-too-many-waiting = Ответа ещё ждут { $count ->
    [one] { $count } ваше сообщение
    [few] { $count } ваших сообщения
   *[many] { $count } ваших сообщений
}. Отправьте следующее, когда придёт первый ответ.
web-empty = Напишите что-нибудь или приложите картинку.
web-upload-gone = Этой картинки здесь уже нет. Приложите её ещё раз.
web-upload-too-large = Картинка больше { $limit } МБ. Отправьте поменьше.
web-no-session = Загрузите страницу ещё раз и отправьте картинку снова.
web-bad-frame = Страница прислала то, чего тьютор не понимает. Загрузите её ещё раз.
web-fault = Тьютор не смог принять это сообщение. Попробуйте чуть позже.
