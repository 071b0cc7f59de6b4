# Что делают команды (не больше 100 знаков: меню узкие), их имена, параметры и ответы.
number = { $value }

command-start = Приветствие и три вещи, которые стоит попробовать
command-start-name = старт
command-start-payload = Код вопроса от друга
start-title = Здравствуйте! Я учу свёрточным нейронным сетям.
start-what = Пришлите фото, рукописную цифру или числа — и посмотрите по шагам, что делает с ними свёртка.
start-photo = Фото с командой /convolve: границы, размытие, резкость.
start-digit = Фото одной рукописной цифры с командой /classify: прочитаю её и покажу как.
start-quiz = /quiz padding: бесконечные вопросы, каждая ошибка объясняется.
start-more = Всё остальное — в /help. Попробуйте прямо сейчас:
start-try-edges = Границы на примере картинки
start-try-digit = Прочитать цифру
start-try-quiz = Задать вопрос
start-language = English

command-help = Список команд или объяснение одной из них
command-help-name = справка
command-help-about = Команда или тема
help-intro = Все команды начинаются с косой черты. Картинка берётся из сообщения с командой, из сообщения, на которое вы отвечаете, или последняя из присланных вами.
help-topic-pictures = Картинки
help-topic-networks = Сети
help-topic-numbers = Числа
help-topic-questions = Вопросы
help-topic-you = Вы и я
help-more = `/help convolve` объясняет одну команду: её параметры и примеры.
help-examples = Попробуйте:
help-default = если не указано: { $value }
help-unknown = Справки по «{ $about }» нет. Все команды и темы: /help.
help-unknown-suggest = Справки по «{ $about }» нет. Может быть, /help { $meant }?

command-about = Версия, вычислитель и сети этого тьютора
command-about-name = инфо
about-title = Тьютор по свёрточным сетям, версия { $version }
about-what = Картинки и числа обрабатываются на той машине, где я запущен, и никуда больше не отправляются.
about-backend = Сети работают на { $backend }, Node.js { $node }.
about-network = { $name }: параметров — { $parameters }, верно прочитано { $percent } % из 10 000 тестовых цифр MNIST

command-settings = Ваш язык и часовой пояс
command-settings-name = настройки
command-settings-language = Язык моих ответов
command-settings-zone = Ваш часовой пояс, например Europe/Moscow или UTC+3
settings-saved = Сохранено.
settings-language = Язык: { $language }
settings-zone = Часовой пояс: { $zone } (там сейчас { $time })
settings-zone-button = Часовой пояс
settings-zone-ask = Введите город или пояс, например Europe/Moscow или UTC+3.
settings-zone-unknown = Часового пояса «{ $zone }» нет. Введите пояс вида Europe/Moscow, крупный город латиницей или UTC+3.

command-size = Размер выхода свёртки: формула с вашими числами и чертёж
command-size-name = размер
command-size-n = N: ширина входа
command-size-f = F: ширина ядра
command-size-p = P: дополнение с каждой стороны
command-size-s = S: шаг
command-size-d = D: разрежение (dilation), 1 — без него
size-result = Вход шириной { $n } станет шириной **{ $output }**.
size-all-reached = Окно достигает каждого столбца.
size-unreached = { $count ->
    [one] **{ $count } столбец** в конце не попадает ни в одно окно: его данные теряются.
    [few] **{ $count } столбца** в конце не попадают ни в одно окно: их данные теряются.
   *[many] **{ $count } столбцов** в конце не попадают ни в одно окно: их данные теряются.
  }
size-does-not-fit = Ядро занимает { $span } и не помещается в дополненный вход шириной { $padded }. Подойдёт дополнение { $padding } с каждой стороны или ядро не больше { $kernel }.
size-alt = Чертёж: вход шириной { $n } с дополнением { $p }, окна шириной { $f } с шагом { $s }, выходов — { $output }; { $count ->
    [0] окно достигает каждого столбца
   *[other] столбцов, не попавших ни в одно окно, — { $count }
  }.
size-button-quiz = Вопрос о размерах

command-convolve = Свёртка вашего фото или матрицы: границы, размытие, резкость или своё ядро
command-convolve-name = свёртка
command-convolve-menu = Границы
command-convolve-image = Картинка
command-convolve-kernel = Ядро по имени или числами: 1 0 1; 0 1 0; 1 0 1
command-convolve-stride = На сколько сдвигается окно
command-convolve-padding = Нули вокруг картинки: valid (нет), same или число
command-convolve-size = Строк и столбцов у ядра gaussian или box
command-convolve-sigma = Разброс гауссова ядра в пикселях
command-convolve-matrix = Числа вместо картинки, строки через «;»
command-convolve-view = До и после (compare) или только результат (result)
convolve-done = `{ $kernel }`: { $what }
convolve-shape = { NUMBER($inHeight, useGrouping: 0) }×{ NUMBER($inWidth, useGrouping: 0) } → { NUMBER($outHeight, useGrouping: 0) }×{ NUMBER($outWidth, useGrouping: 0) } (высота × ширина); значения от { $low } до { $high }.
convolve-alt = До и после ядра { $kernel } ({ $what }); размер результата — { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } пикселей.
convolve-result = Только результат `{ $kernel }`: { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } пикселей без масштабирования.
convolve-typed = своё ядро { $kernel }
convolve-shrunk = В фото { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } пикселей; обработана уменьшенная копия.
convolve-first-frame = Картинка анимированная (кадров: { $frames }); это первый кадр.
convolve-constant = Все значения на выходе равны { $value }: ядру здесь нечего различать.
convolve-matrix-done = Вход { $input } и ядро { $kernel } дают выход { $output }. Первое окно:
convolve-matrix-alt = Вход { $input }, ядро { $kernel } и выход: { $output }.
convolve-unreached = { $columns ->
    [0] Ни одно окно не достигает последних строк дополненного входа (их { $rows }): эти данные теряются.
   *[other] { $rows ->
        [0] Ни одно окно не достигает последних столбцов дополненного входа (их { $columns }): эти данные теряются.
       *[other] Ни одно окно не достигает последних строк ({ $rows }) и столбцов ({ $columns }) дополненного входа: эти данные теряются.
      }
  }
convolve-button-sample = Взять пример картинки
convolve-button-result = Только результат

## Книга ядер с картинками
command-kernels = Книга всех ядер с картинками: их числа и что каждое делает с одним фото
command-kernels-name = ядра
command-kernels-page = Какая страница: all (все), blur, sharpen, edges или details
command-kernels-image = Фото, на котором их показать; если не прислать — пример
kernels-page-blur = Размытие
kernels-page-sharpen = Резкость и рельеф
kernels-page-edges = Границы
kernels-page-details = Тонкие линии и полосы
kernels-done = Каждое ядро с его числами и то, что оно делает с одним фото.
kernels-use = Примените любое к своему фото по имени: `/convolve kernel=gaussian sigma=3`. У Превитта, Щарра и Робертса есть и отдельные направления: `prewitt_x`, `prewitt_y`.
kernels-alt = { $title }: каждое ядро как таблица чисел и рядом фото после него: { $labels }.
kernels-button-try = Попробовать emboss

## Границы методом Канни
command-canny = Границы методом Канни: все этапы от серого фото до тонких линий
command-canny-name = канни
command-canny-image = Картинка
command-canny-low = Нижний порог: выше него градиент может быть границей
command-canny-high = Верхний порог: выше него градиент точно граница
command-canny-sigma = Размытие перед всем остальным, в пикселях (0 — без него)
command-canny-norm = Как измерять градиент: l2 √(gx² + gy²), l1 |gx| + |gy|
canny-done = Границы методом Канни: σ = { $sigma }, пороги { $low } и { $high } (наибольший градиент — { $largest }). Границами стали { $share } % пикселей.
canny-strong = Сильных тонких пикселей (выше { $high }): { NUMBER($count) }.
canny-weak = Слабых (от { $low } до { $high }): { NUMBER($weak) }, из них рядом с сильными и потому оставлены: { NUMBER($kept) }.
canny-even = Картинка везде одинакова: градиента нет, и границ тоже.
canny-too-high = Ни один градиент не выше верхнего порога { $high }, наибольший — { $largest }: без сильной границы не остаётся и слабых.
canny-alt = Семь этапов метода Канни: серое, размытое, величина и направление градиента, его максимумы, два порога ({ $low } и { $high }) и границы: { $share } % пикселей.
canny-button-more = Больше границ
canny-button-fewer = Меньше границ
canny-button-blur = Другое размытие
canny-button-sobel = Только Собель

## Углы по Харрису и Стивенсу
command-harris = Углы по Харрису и Стивенсу и карта отклика, из которой они взяты
command-harris-name = харрис
command-harris-image = Картинка
command-harris-k = k: чем больше, тем реже граница сойдёт за угол; обычно 0,04–0,06
command-harris-window = Среднее вокруг пикселя: gaussian или box
command-harris-sigma = Размах гауссова окна в пикселях
command-harris-size = Сторона окна box в пикселях (нечётная)
command-harris-quality = Наименьший отклик угла как доля наибольшего
command-harris-count = Сколько углов отметить самое большее
harris-done = { $found ->
    [one] Найден и отмечен { $found } угол.
    [few] Найдено и отмечено { $found } угла, начиная с самых сильных.
   *[many] Найдено и отмечено { $found } углов, начиная с самых сильных.
  }
harris-none = Углов здесь нет: нигде яркость не меняется сразу в двух направлениях.
harris-how = В M стоят средние gx², gx·gy и gy² вокруг пикселя. Где меняется только одно направление (граница), R отрицательно; где оба (угол), R велико.
harris-alt = Фото с отмеченными кольцами углами (их { $found }) и карта отклика в двух цветах: синее — углы, оранжевое — границы.
harris-button-more = Больше углов
harris-button-fewer = Меньше углов
harris-button-window = Другое окно
harris-button-canny = Его границы

kernel-sobel = сила границ во всех направлениях, √(gx² + gy²)
kernel-sobel-x = границы между левым и правым
kernel-sobel-y = границы между верхом и низом
kernel-gaussian = мягкое размытие, которое гасит шум
kernel-gaussian273 = размытие 5×5 из лекции: целые числа, делённые на 273
kernel-box = среднее по каждому окну
kernel-sharpen = усиление отличий от соседей
kernel-unsharp = нерезкое маскирование: то, что убрало бы размытие, добавляется ещё раз
kernel-emboss = свет с одной стороны, как на рельефе
kernel-outline = каждый пиксель против восьми соседей
kernel-laplacian = вторая производная: где яркость меняется резко
kernel-prewitt = сила границ, все строки и столбцы равны
kernel-prewitt-x = границы между левым и правым, все строки равны
kernel-prewitt-y = границы между верхом и низом, все столбцы равны
kernel-scharr = сила границ, одинаковая во всех направлениях
kernel-scharr-x = границы между левым и правым, направление точнее, чем у Собеля
kernel-scharr-y = границы между верхом и низом, направление точнее, чем у Собеля
kernel-roberts = сила границ по двум диагоналям квадрата 2×2
kernel-roberts-x = разности вдоль нисходящей диагонали
kernel-roberts-y = разности вдоль восходящей диагонали
kernel-motion = размытие вдоль линии, будто камера сдвинулась
kernel-gabor = полосы одной ширины и направления
kernel-identity = ничего не меняется
kernel-typed = ваши числа

kernel-too-large = Ядро занимает { $kernel }, а дополненный вход — только { $input }: оно не помещается. Подойдёт дополнение { $need } с каждой стороны или ядро не больше { $largest }.
kernel-size-even = Этому ядру нужен нечётный размер, чтобы у него был центр; { $size } — чётное.
kernel-option-unused = «{ $option }» не подходит к { $kernel }; этот параметр есть у { $takers }.

padding-too-large = С каждой стороны добавляется не больше { $limit } нулей дополнения.

picture-svg = Это рисунок SVG, а не картинка из пикселей. Пришлите, пожалуйста, PNG или JPEG.
picture-not-a-picture = Этот файл не похож на картинку, которую можно прочитать. Пришлите PNG, JPEG, WebP или GIF.
picture-format = Файлы { $format } не читаются. Пришлите PNG, JPEG, WebP или GIF.
picture-too-many-pixels = В этой картинке { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } пикселей, а читается не больше { $limit } миллионов, { NUMBER($side, useGrouping: 0) } по стороне. Пришлите уменьшенную копию.
picture-too-slow = Чтение этой картинки занимает слишком много времени. Пришлите уменьшенную копию.
picture-unreadable = Картинка повреждена или обрезана, прочитать её не удалось. Пришлите её ещё раз.

command-classify = Читает одну рукописную цифру на фото или рисунке и показывает как
command-classify-name = цифра
command-classify-menu = Прочитать цифру
command-classify-image = Фото или рисунок одной цифры
classify-read = Это **{ $digit }**, уверенность { $percent } %.
classify-second = На втором месте — { $digit }: { $percent } %.
classify-unprepared-same = Без подготовки сеть ответила бы так же.
classify-unprepared-other = Без подготовки сеть ответила бы { $digit } ({ $percent } %).
classify-none-empty = Чернил здесь не видно, так что читать нечего.
classify-none-several = Здесь больше одной фигуры, а читаю я по одной цифре.
classify-none-not-a-digit = Отдельной цифры на этой картинке не нашлось.
classify-none-unsure = Что-то здесь есть, но уверенности, что это одна цифра, не хватает.
classify-tip-one = Одна цифра на картинке, которая ничего не касается.
classify-tip-contrast = Тёмное на светлом или светлое на тёмном, без яркого узора на фоне.
classify-tip-close = Высота цифры — хотя бы десятая часть картинки.
classify-alt = Четыре шага подготовки цифры, вероятности десяти цифр столбиками и ответ: { $digit }, { $percent } %.
classify-alt-none = Картинка, какой её увидела подготовка; отдельной цифры не нашлось.
classify-no-picture = Пришлите с этой командой фото или рисунок одной цифры.
classify-button-sample = Взять пример цифры
classify-button-edges = Посмотреть границы

command-quiz = Бесконечные вопросы о размерах, дополнении и шаге; каждая ошибка объясняется
command-quiz-name = вопрос
command-quiz-topic = Тема, например padding, или код вопроса
quiz-topic-padding = дополнение
quiz-topic-unknown = Вопросов на тему «{ $topic }» пока нет. Темы: { $topics }.
quiz-topic-unknown-suggest = Вопросов на тему «{ $topic }» нет. Может быть, /quiz { $meant }?
quiz-code-unknown = { $code } — не код вопроса. Код выглядит так: pad:8f3a.
quiz-type-number = Введите число.
quiz-unreadable = «{ $answer }» — не число, поэтому ничего не засчитано. Попробуйте ещё раз, например 28.
quiz-hint = **Подсказка:**
quiz-solution = Решение.
quiz-answer-is = Ответ: **{ $answer }**.
quiz-right = ✅ Верно: { $answer }.
quiz-wrong = ❌ { $given } — не тот ответ.
quiz-already = На этот вопрос вы уже ответили: { $given }. Засчитывается первый ответ.
quiz-after-solution = Решение уже показано, поэтому ответ не засчитывается.
quiz-form-label = Ваше число
quiz-button-answer = Ввести ответ
quiz-button-hint = Подсказка
quiz-button-hint-more = Ещё подсказка
quiz-button-solution = Показать решение
quiz-button-skip = Пропустить
quiz-button-next = Следующий вопрос
quiz-button-progress = Мои успехи

command-progress = Ваши ответы, точность по навыкам и серия дней на одной картинке
command-progress-name = успехи
progress-title = Ваши успехи
progress-empty = Ответов пока нет. До первого вопроса — одно нажатие.
progress-summary = { $total ->
    [one] { $total } ответ
    [few] { $total } ответа
   *[many] { $total } ответов
  }, верных — { $correct } ({ $share } %). Серия: { $streak ->
    [one] { $streak } день
    [few] { $streak } дня
   *[many] { $streak } дней
  }.
progress-skill = { $skill }: { $correct } из { $total }
progress-misconception = Чаще всего мешает вот что:
progress-alt = Успехи: ответов — { $total }, верных — { $correct }, серия — { $streak }. Точность по навыкам: { $skills }.
progress-button-first = Первый вопрос

job-died = Процесс, который это вычислял, сломался; его место занял новый. Попробуйте ещё раз.
job-time = Это заняло слишком много времени и было остановлено. С картинкой поменьше выйдет быстрее.
job-memory = На это понадобилось слишком много памяти, и вычисление остановлено. Подойдёт картинка поменьше.
job-canceled = Остановлено.
job-busy = Сейчас слишком много запросов. Попробуйте через минуту.
job-not-started = Сейчас не получилось начать. Попробуйте ещё раз.
