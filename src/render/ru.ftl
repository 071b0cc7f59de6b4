# Слова на рисунках.
convolve-typed = ваше ядро
convolve-window = шаг { $stride } · дополнение { $padding }
convolve-before = до: { $shape }
convolve-after = после: { $shape }
convolve-range = значения выхода
convolve-least = мин { $value }
convolve-most = макс { $value }
convolve-display-clip = Показаны как есть, с обрезкой ниже 0 и выше 255.
convolve-display-absolute = Показаны без знака: чёрное — 0, белое — { $most } и больше.
convolve-display-shifted = Показаны вокруг серого: серое — 0.
convolve-display-signed = Оранжевое — ниже нуля, синее — выше; полный цвет — от ±{ $most }.
convolve-display-fitted = Растянуты: чёрное — наименьшее значение, белое — наибольшее.

canny-title = Границы Канни
canny-settings = σ = { $sigma }, пороги { $low } и { $high }
canny-stage-gray = серое
canny-stage-blurred = размытое
canny-stage-magnitude = величина градиента
canny-stage-direction = его направление
canny-stage-thin = только максимумы
canny-stage-thresholds = два порога
canny-stage-edges = слабые границы остались только рядом с сильными
canny-what-gray = одно число на пиксель
canny-what-blurred = иначе границы дал бы шум
canny-what-thin = линии в один пиксель
canny-white = белое: { $white } и больше
canny-strong = сильные
canny-weak = слабые

harris-title = Углы Харриса
harris-settings-box = k = { $k }, окно: box { $size }×{ $size }
harris-settings-gaussian = k = { $k }, окно: гауссово, σ = { $sigma }
harris-corners = отмечено углов: { $count }
harris-response = отклик R
harris-colors = Синее: углы (R > 0). Оранжевое: границы (R < 0). Белое: ровное.
harris-formula = R = det M − { $k } · (trace M)²

book-photo = Фото как есть; рядом с каждым ядром — что оно с ним делает.

matrix-input = вход { $shape }
matrix-kernel = ядро
matrix-output = выход { $shape }
matrix-window = Зелёное: первое окно и его выход. Шаг { $stride }.
matrix-unreached = Штриховка: не попало ни в одно окно.
matrix-padded-reflect = Дополнено до { $to } отражением из { $from }: заштрихованные числа — зеркало входа.
matrix-padded-replicate = Дополнено до { $to } повтором края из { $from }: заштрихованные числа — его копии.
matrix-padded-circular = Дополнено до { $to } по кругу из { $from }: заштрихованные числа взяты с другой стороны.
matrix-flipped = Ядро показано уже повёрнутым на 180°: это свёртка в строгом смысле.
window-border-reflect = край: отражение
window-border-replicate = край: повтор
window-border-circular = край: по кругу
window-flipped = ядро повёрнуто на 180°

## Сети и их слои
network-layer-input = вход
network-layer-conv = свёртка
network-layer-depthwise = свёртка по каналам
network-layer-tconv = транспонированная свёртка
network-layer-pool = пулинг по максимуму
network-layer-avgpool = пулинг по среднему
network-layer-flatten = развёртка в вектор
network-layer-gap = среднее каждой карты
network-layer-linear = полносвязный слой
network-layer-bn = нормализация по батчу
network-brief-input = вход
network-brief-conv = свёртка
network-brief-depthwise = свёртка по каналам
network-brief-tconv = трансп. свёртка
network-brief-pool = макс. пулинг
network-brief-avgpool = сред. пулинг
network-brief-flatten = развёртка
network-brief-gap = среднее
network-brief-linear = полносвязный
network-brief-bn = норм. по батчу
layer-table-layer = слой
layer-table-output = выход
layer-table-parameters = параметры
layer-table-multiplications = MAC
layer-table-total = всего
layer-table-note = MAC — умножения на вес. r — рецептивное поле, j — скачок между полями соседних выходов; оба в клетках входа.

## Пулинг
pool-title-max = Пулинг по максимуму { $size }×{ $size }, шаг { $stride }
pool-title-average = Пулинг по среднему { $size }×{ $size }, шаг { $stride }
pool-before = до: { $shape }
pool-after = после: { $shape }
pool-after-enlarged = после, крупно: { $shape }
pool-true-size = после, в масштабе фото
pool-kept = остаётся { $percent } % чисел
pool-lost = отбрасывается { $percent } %
pool-detail-before = { $size }×{ $size } пикселей фото
pool-detail-after = их результаты: { $size }×{ $size }
pool-window-max = наибольшее из { $count } чисел = { $result }
pool-window-average = среднее { $count } чисел = { $result }

## Каналы
channels-title = 3 канала → { $filters ->
    [one] { $filters } карта
    [few] { $filters } карты
   *[many] { $filters } карт
  }: { $shape }
channels-photo = фото
channels-red = красный
channels-green = зелёный
channels-blue = синий
channels-colors = Веса и карты: синее больше 0, оранжевое меньше, белое — 0.
channels-weights = веса: { $shape } (фильтры × каналы × строки × столбцы)
channels-parameters = параметры: { $formula }

## Карточки шага
step-place = Выход: строка { NUMBER($row, useGrouping: 0) }, столбец { NUMBER($column, useGrouping: 0) } (счёт с 0)
step-input = вход { $shape }
step-covered = строки { $rows }, столбцы { $columns }
step-output = выход { $shape }
step-landed = строка { NUMBER($row, useGrouping: 0) }, столбец { NUMBER($column, useGrouping: 0) }
step-pixels-gray = пиксели
step-pixels-red = красные
step-pixels-green = зелёные
step-pixels-blue = синие
step-pixels-numbers = числа
step-products = произведения
step-cell = (строка { $row }, столбец { $column } окна)
step-others = остальные ({ $count }) в сумме: { $value }
step-shown-clip = на картинке: { $level }
step-shown-absolute = без знака: уровень { $level }
step-shown-shifted = ноль — это 128: { $level }
step-shown-fitted = растянуто до { $level }
step-shown-signed = оранжевое ниже 0, синее выше

## Сеть изнутри маленькими картинками
tiles-title = { $what }: { $count } × { $shape }
tiles-filters = Фильтры первого слоя
tiles-channels = Второй слой, каналы фильтра { $filter }
tiles-signed = Синее — выше нуля, оранжевое — ниже, белое — ноль. Шкала одна для всех.
tiles-signed-own = Синее — выше нуля, оранжевое — ниже, белое — ноль. У каждой карты своя шкала.
tiles-zeros = Чёрное — ноль, у каждой карты своя шкала. Нулей среди всех чисел: { $percent } %. { $silent ->
    [0] Карт из одних нулей нет.
   *[other] В красной рамке карты из одних нулей ({ $silent }).
  }
tiles-unit = Карта { $unit }
tiles-patches = Самые сильные фрагменты, { $size }×{ $size } пикселей
tiles-patches-note = Второй слой, после пулинга и ReLU; для каждой карты шесть самых сильных из { $count } нарисованных цифр.
tiles-neighbors = Цифра и её ближайшие соседи
tiles-near-pixels = По пикселям (чисел: { $size }). Во всём наборе метка совпадает у { $percent } % соседей:
tiles-near-features = По признакам (чисел: { $size }). Во всём наборе метка совпадает у { $percent } %:
tiles-neighbors-note = Ближайшие { $near } из { $count } нарисованных цифр. Зелёная рамка — та же цифра, красная — другая.
tiles-space-pixels = по пикселям
tiles-space-features = по признакам
tiles-distances = Далеко ли цифры друг от друга?
tiles-distances-note = Строки и столбцы — цифры 0…9, с левого верхнего угла. Чёрное — близко, белое — далеко; средние расстояния для 400 нарисованных цифр.
tiles-influence = Какие из { $size }×{ $size } пикселей важны?
tiles-influence-equal = равные веса: { $percent } %
tiles-influence-measured = измерено: { $percent } %
tiles-influence-note = Каждый пиксель вокруг середины у { $count } нарисованных цифр сдвинули на половину шкалы. Чем он здесь светлее, тем сильнее изменилась средняя клетка второго слоя. Проценты — доля средних { $middle }×{ $middle } пикселей.

## Окклюзия
occlusion-title = Почему это { $digit }?
occlusion-whole = p({ $digit }) { $percent }
occlusion-drops = падение для каждой заплатки
occlusion-none = падение 0
occlusion-all = 100 пунктов
occlusion-places = Некоторые заплатки и что осталось:
occlusion-reads = читает { $digit }
occlusion-note = Заплатка { $patch }×{ $patch }, шаг { $stride }, залита чёрным: { $rows }×{ $columns } = { $count } положений. Цветом отмечена её середина; за серой линией середин не бывает.
occlusion-sizes = Маленькая и большая заплатка, цифра { $digit }
occlusion-side = { $patch }×{ $patch }
occlusion-sizes-note = Сверху заплатка в худшем месте, снизу её карта падений. Залита чёрным, шаг 1.
occlusion-fills = Заплатка { $patch }×{ $patch } с разной заливкой
occlusion-fill-black = чёрным: 0
occlusion-fill-mean = средним: { $value }
occlusion-fill-white = белым: 1
occlusion-fills-note = Сверху заплатка в худшем месте, снизу её карта падений. Шаг 1.
occlusion-readings = Что сеть читает вместо { $digit }?
occlusion-readings-note = Заплатка { $patch }×{ $patch }, шаг { $stride }, положений { $rows }×{ $columns }. Прочитанная цифра стоит там, где середина заплатки; на оранжевом — уже не та.
occlusion-table-probability = p({ $digit }), %, округлено
occlusion-table-drop = падение: { $whole } − p
occlusion-position = положение { $at } из { $count }
occlusion-start = Цифра { $digit } как есть. Сейчас по ней поедет заплатка.
occlusion-done = Все положения пройдены, их { $count }. Ниже всего: p({ $digit }) { $percent }.
## Градиенты как объяснения
gradient-title = Какие пиксели сдвигают оценку?
gradient-score = Оценка цифры { $digit }: { $score }
gradient-picture = картинка
gradient-photo = фото
gradient-method-gradient = градиент
gradient-method-guided = guided backprop
gradient-signed = Синее: от яркости оценка растёт, оранжевое: падает. У каждой карты своя шкала.
gradient-sizes = Модуль градиента: чёрные пиксели не сдвигают ничего, белые — сильнее всех. У каждой карты своя шкала.
gradient-unit = Что сдвигает карту { $unit }?
gradient-patches = самые сильные фрагменты
gradient-unit-note = Второй слой, { $count } нарисованных цифр. Синее: от яркости активация растёт, оранжевое: падает.
gradient-untrained = Оценка цифры { $digit }: сеть обучена или нет?
gradient-alike = { $method }: корреляция модулей { $correlation }
gradient-trained = обученная
gradient-random = случайные веса
gradient-untrained-note = Картинка одна, слои одни. Синее — выше нуля, оранжевое — ниже. У каждой карты своя шкала.
change-pixel = строка { $row }, столбец { $column }
change-tenths = прибавка яркости, десятые
change-score = оценка цифры { $digit }
change-foretold = градиент
change-measured = сеть
cut-title = Вырезано по затравкам
cut-seeds-title = От карты важности к затравкам
cut-caption = { $method }: на чернилах { $onInk } из { $object } затравок объекта
cut-seeds = затравки
cut-out = вырезано
cut-seeds-note = Синее — 5 % самых важных пикселей, точно объект. Оранжевое — 30 % наименее важных, точно фон. Белое пока неизвестно.
cut-note = Затравки: синие — объект, оранжевые — фон. Разрез проходит по яркости самой фотографии.

## Картинки, которые снятся сети
dreams-classes = Что снится сети: десять цифр
dreams-steps = Как сети снится { $digit }, шаг за шагом
dreams-step = шаг { $step }
dreams-real = Белое — самое большое число картинки, чёрное — ноль и ниже. Для сравнения: { $count } нарисованных цифр { $digit } получают в среднем оценку { $mean }, самое большее { $most }.
dreams-shades = Шагов: { $steps }. Белое — самое большое число картинки, чёрное — ноль и ниже. S — оценка класса.
dreams-decay = Сети снится { $digit } при четырёх λ
dreams-shared-scale = Шкала одна для всех картинок: белое — самое большое число, чёрное — ноль и ниже.
dreams-regularizers = Сети снится { $digit }: что делает каждый приём
dreams-all = всё вместе
dreams-no-decay = без штрафа
dreams-no-blur = без размытия
dreams-no-pixels = пиксели как есть
dreams-no-gradients = градиент как есть
dreams-none = без всего
dreams-seeds = Шесть снов о цифре { $digit }
dreams-seed = начало { $seed }
dreams-probability = По оценке или по вероятности
dreams-by-score = Растим оценку S:
dreams-by-probability = Растим вероятность P, скорость в десять раз больше:
dreams-mean = Сны вокруг средней картинки
dreams-mean-alone = Средняя из { $count } нарисованных цифр:
dreams-mean-change = Картинка I, начатая с нулей (синее — выше нуля, оранжевое — ниже):
dreams-mean-sum = I + средняя — то, что видела сеть:
dreams-units = Что снится второму слою, { $size }×{ $size } пикселей
dreams-unit = сон: { $value }
dreams-units-note = Сначала сон, потом три фрагмента из { $count } нарисованных цифр, на которые карта отзывается сильнее всего. Под ними число до ReLU.

## Обучение, в уроках
cross-entropy-title = Кросс-энтропия: сколько стоит p
descent-title = Градиентный спуск: { $formula }
descent-slow = мала: еле ползёт
descent-good = годится: скоро у цели
descent-zigzag = велика: долго качается
descent-diverges = слишком велика: уносит прочь
two-weights-title = Два пути к нижней точке
two-weights-sgd = SGD, η = { $rate }, шагов: { $steps }
two-weights-adam = Adam, η = { $rate }, шагов: { $steps }

## Колонки по ориентациям
oriented-title = { $count ->
    [one] { $count } колонка
    [few] { $count } колонки
   *[many] { $count } колонок
  } по ориентациям
oriented-photo = фото
oriented-strongest = кто сильнее, по цвету
oriented-filters = В каждой колонке — фильтр для полосок и фильтр для границ одного направления (синее возбуждает, оранжевое тормозит).
oriented-maps = Под ними — где оба вместе отвечают: чёрное — не отвечают, белое — сильно.

## Панели вопросов и карточек уроков
panel-input = вход
panel-kernel = ядро
panel-output = выход
panel-window = окно
panel-padding = дополнение
panel-stride = шаг
panel-dilation = разрежение
panel-weights = веса
panel-bias = смещение
panel-activation = активация
panel-feature-map = карта активации
panel-feature-maps = карты активации
panel-channels = каналы
panel-red = красный
panel-green = зелёный
panel-blue = синий
panel-filters = фильтры
panel-photo = фото
panel-original = оригинал
panel-shuffled = пиксели перемешаны
panel-before = до
panel-after = после
panel-hidden = скрытый слой
panel-classes = классы
panel-picture-1 = картинка 1
panel-picture-2 = картинка 2
panel-pixels = пиксели
panel-features = признаки
panel-classifier = классификатор
panel-convolution = свёртка
panel-pooling = пулинг
panel-max-pooling = пулинг по максимуму
panel-average-pooling = пулинг по среднему
panel-fully-connected = полносвязный слой
panel-flatten = развёртка в вектор
panel-mlp = MLP
panel-convolution-network = свёрточная сеть
panel-scores = оценки
panel-probabilities = вероятности
panel-loss = потери
panel-accuracy = точность
panel-error = ошибка
panel-epoch = эпоха
panel-training-step = шаг обучения
panel-epochs = эпохи
panel-training = обучение
panel-validation = валидация
panel-test = тест
panel-parameters = параметры
panel-multiplications = умножения
panel-depth = глубина
panel-layer = слой
panel-template = шаблон
panel-fits = похожа
panel-fits-not = не похожа
panel-smooth = плавный
panel-noisy = шумный
panel-receptive-field = рецептивное поле
panel-receptors = рецепторы
panel-bipolar-cells = биполярные клетки
panel-weight-ratio = веса: полносвязный слой / свёртка
panel-all-connected = полносвязный слой: все со всеми
panel-own-windows = небольшие окна, в каждом месте свои веса
panel-shared-window = свёртка: одни веса на все места
panel-first-convolution-weights = первая свёртка: параметры
panel-first-convolution-outputs = первая свёртка: выход для одной картинки
panel-first-connected-weights = первый полносвязный слой: параметры
panel-first-connected-outputs = первый полносвязный слой: выход для одной картинки
panel-uses-of-weight = сколько раз работает каждый вес на одной картинке
panel-megabytes = МБ
panel-relu-input = вход ReLU
panel-gradient-above = градиент сверху
panel-score-gradients = градиенты оценок
panel-gradient = градиент
panel-change = изменение
panel-saliency = карта важности
panel-rule-plain = обычное правило
panel-rule-deconvnet = deconvnet
panel-rule-guided = guided backprop
panel-mlp-in-order = перцептрон, пиксели на местах
panel-mlp-shuffled = перцептрон, пиксели перемешаны
panel-conv-in-order = свёрточная сеть, пиксели на местах
panel-mistakes-of-10000 = ошибки на 10 000 тестовых цифр
panel-conv-shuffled = свёрточная сеть, пиксели перемешаны

## Анимации
animation-convolve = Свёртка
animation-inserted = Вставлены нули
animation-max = Максимум по окнам
animation-average = Среднее по окнам
animation-transposed = Транспонированная свёртка
animation-window = шаг { $stride } · дополнение { $padding } · разрежение { $dilation }
animation-pooling-window = шаг { $stride } · дополнение { $padding }
animation-max-of = наибольшее из { $count }
animation-average-of = среднее из { $count }
animation-input = вход
animation-kernel = ядро
animation-output = выход
animation-pixel = пиксель
animation-pixels = пиксели
animation-pixels-green = пиксели (зелёный)
animation-photo-done = Готово: это весь выход. Показаны лишь некоторые из его окон.
animation-row-sums = суммы строк:
animation-start-convolve = Каждое число под окном умножается на число ядра; сумма — одна клетка выхода.
animation-start-flipped = Ядро повёрнуто на 180°: так свёртку определяет математика.
animation-start-inserted = Вход раздвинут нулями; по нему с шагом 1 скользит перевёрнутое ядро.
animation-start-max = Наибольшее число под окном — одна клетка выхода.
animation-start-average = Среднее чисел под окном — одна клетка выхода.
animation-start-transposed = Каждая клетка входа умножает всё ядро и прибавляет его к выходу.
animation-cut = Штриховка: отрезано дополнением.
animation-overlap = Где ядра перекрылись, их числа сложились.
animation-done = Готово: посчитаны все окна.

cost-title-layers = Сколько стоит каждый слой
cost-title-designs = Сравнение двух вариантов
cost-parameters = параметры
cost-multiplications = умножения (MAC)

sight-title = Одна клетка видит клеток входа: { $field }
sight-input = вход
sight-level = { $name }: видит { $field }, скачок { $jump }
sight-curve = Внизу — насколько важна каждая клетка входа, если все веса одинаковы. Больше 4,55 % от наибольшего у { $effective } из { $field }: это эффективное поле.
sight-padding = Штриховка: дополнение, нули за краем входа.
sight-heat = Насколько важно каждое место для этой клетки:

size-legend = N = { NUMBER($n, useGrouping: 0) }, F = { NUMBER($f, useGrouping: 0) }, P = { $p }, S = { NUMBER($s, useGrouping: 0) }
size-input = Вход: { NUMBER($total, useGrouping: 0) } { $total ->
    [one] клетка
    [few] клетки
   *[many] клеток
  }
size-input-padded = Дополненный вход: { NUMBER($total, useGrouping: 0) } { $total ->
    [one] клетка
    [few] клетки
   *[many] клеток
  }, заштрихованы нули
size-windows = { NUMBER($count, useGrouping: 0) } { $count ->
    [one] окно
    [few] окна
   *[many] окон
  }
size-spreads = Каждая клетка входа даёт { NUMBER($f, useGrouping: 0) } { $f ->
    [one] клетку
    [few] клетки
   *[many] клеток
  } выхода
size-output = Выход: { NUMBER($count, useGrouping: 0) } { $count ->
    [one] клетка
    [few] клетки
   *[many] клеток
  }
size-output-cut = Выход: { NUMBER($count, useGrouping: 0) } { $count ->
    [one] клетка
    [few] клетки
   *[many] клеток
  }, штриховку срезает P
size-unread = { $count } { $count ->
    [one] клетка не попала ни в одно окно
    [few] клетки не попали ни в одно окно
   *[many] клеток не попали ни в одно окно
  }
size-grid-input = Вход { $shape }
size-grid-input-padded = Вход с дополнением { $shape }
size-grid-output = Выход { $shape }
size-grid-marked = четыре окна из всех
size-grid-windows = { $count } { $count ->
    [one] окно
    [few] окна
   *[many] окон
  } одной строки
size-grid-unread = Не входят ни в одно окно: { $rows ->
    [0] {""}
    [one] { $rows } строка
    [few] { $rows } строки
   *[many] { $rows } строк
  }{ $both ->
    [0] {""}
   *[1] , {""}
  }{ $columns ->
    [0] {""}
    [one] { $columns } столбец
    [few] { $columns } столбца
   *[many] { $columns } столбцов
  }
participation-title = В скольких окнах участвует каждая клетка
participation-overlap-title = Сколько клеток входа влияет на клетку выхода
participation-plain = без дополнения
participation-padded = с дополнением { $p } (штриховка)
participation-output = клетки выхода
participation-slice = срез посередине
participation-note = Клетки у края попадают в меньшее число окон и меньше влияют на выход. Дополнение это сглаживает.
participation-overlap-note = Там, где числа разные, транспонированная свёртка рисует «шахматную доску».
chain-note-window = окно следующего слоя
chain-note-unread = не попало ни в одно окно этого слоя: потеряно

digit-title = Это { $digit }, уверенность { $percent }
digit-none-empty = Чернил не видно
digit-none-several = Больше одной фигуры
digit-none-not-a-digit = Отдельной цифры нет
digit-none-unsure = Уверенности не хватает
digit-step-found = найдены чернила
digit-step-contrast = выровнен контраст
digit-step-box = вписано в 20×20
digit-step-centered = центр масс в 28×28
digit-prepared = с такой подготовкой
digit-unprepared = фото просто сжато

answer-photo = картинка
answer-photo-cut = картинка; вырезано то, что в рамке
answer-not-asked = { $network } не спрашивали
answer-seen = что получает { $network }: { $shape }
answer-seen-none = просто уменьшенная; { $network } не спрашивали
answer-seen-shuffled = что получает { $network }: { $shape }, пиксели переставлены
class-airplane = самолёт
class-automobile = автомобиль
class-bird = птица
class-cat = кошка
class-deer = олень
class-dog = собака
class-frog = лягушка
class-horse = лошадь
class-ship = корабль
class-truck = грузовик

progress-title = Мои успехи
progress-title-of = Успехи: { $name }
progress-answers = { $count ->
    [one] ответ
    [few] ответа
   *[many] ответов
  }
progress-right = верно
progress-wrong = неверно
progress-streak = { $count ->
    [one] день подряд
    [few] дня подряд
   *[many] дней подряд
  }
progress-lessons = Освоено по урокам
progress-mastery-note = Полная полоса: вы будете помнить это месяц.
progress-none = Ответов пока нет. Каждый верный ответ заполняет одну из этих полос: /quiz задаст первый вопрос, /lesson начнёт курс.
progress-forecast = Повторения на 14 дней вперёд
progress-days = Ответы по дням
progress-today = сегодня
progress-slip = Что мешает чаще всего
progress-mends = Поможет: { $lesson }

loss-title = Как училась сеть { $network }
loss-mean = средние потери
loss-epoch = эпоха
loss-right = верных ответов, %
loss-learned = при обучении
loss-tested = на проверке

## Templates of a fully connected network
templates-title = Шаблоны, которые голосуют за класс
templates-note = У каждого класса веса четырёх скрытых нейронов, сильнее всего с ним связанных. Серый — ноль; красный, зелёный, синий: чем больше этого цвета, тем выше выход нейрона.
## Сеть учится на глазах
training-title = { $network }: { $optimizer }, η = { $rate }, батч { $batch }
training-status-learning = шаг { $step } из { $steps }
training-status-done = все шаги пройдены: { $steps }
training-status-stopped = остановлено на шаге { $step } из { $steps }
training-status-time = время вышло на шаге { $step } из { $steps }
training-status-diverged = { $known ->
    [yes] потери убежали до { $loss } на шаге { $largest }; остановлено на шаге { $step } из { $steps }
   *[no] после шага { $step } из { $steps } потери уже не число
  }
training-loss = потери (бледно — по батчам)
training-loss-each = потери на каждом батче
training-accuracy = верно прочитано тестовых цифр
training-guessing = наугад
training-filters = { $of ->
    [before] первый слой, шаг { $at }: фильтры { $shape }
   *[now] первый слой: фильтры { $shape }, { $count } шт.
  }
training-steps = шаги
training-weights = { $of ->
    [before] веса нейронов ({ $count }): изменения к шагу { $at }
   *[now] как изменились веса нейронов ({ $count })
  }
training-colors = оранжевое — меньше нуля, синее — больше
training-picture = { $of ->
    [before] тестовая цифра, шаг { $at }: { $label }
   *[now] тестовая цифра: { $label }
  }
