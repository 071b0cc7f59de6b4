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
help-values = Значения: { $values }
help-names = Имена: { $values }
help-numbers = Числа: { $values }
help-range = { $min }…{ $max }
help-yes = да
help-no = нет
help-default = по умолчанию: { $value }
help-default-only = По умолчанию: { $value }
help-unknown = Справки по «{ $about }» нет. Все команды и темы: /help.
help-unknown-suggest = Справки по «{ $about }» нет. Может быть, /help { $meant }?

command-about = Версия, вычислитель и сети этого тьютора
command-about-name = инфо
about-title = Тьютор по свёрточным сетям, версия { $version }
about-what = Картинки и числа обрабатываются на той машине, где я запущен, и никуда больше не отправляются.
about-network = { $name }: параметров — { $parameters }, верно { $data ->
    [mnist] прочитано { $percent } % из 10 000 тестовых цифр MNIST
   *[cifar10] распознано { $percent } % из 10 000 тестовых картинок CIFAR-10
  }
about-installed = { $name }: параметров — { $parameters }, классов — { $classes }; установлена здесь
about-backend = Сети работают на { $backend ->
    [tensorflow] TensorFlow
    [webgpu] WebGPU
    [wasm] WebAssembly
   *[cpu] чистом JavaScript
  } ({ $device }), Node.js { $node }.
about-passed-over = { $reason ->
    [absent] { $backend ->
        [tensorflow] Был запрошен TensorFlow, но ни @tensorflow/tfjs-node-gpu, ни @tensorflow/tfjs-node не установлен.
       *[other] WebGPU не используется: его пакет не установлен.
      }
    [no-gpu] { $backend ->
        [tensorflow] TensorFlow не используется: он не нашёл здесь видеокарты.
       *[other] WebGPU не используется: видеокарта здесь не найдена.
      }
    [software] WebGPU не используется: видеокарты здесь нет, есть только программа, которая её изображает ({ $device }).
    [lost] Видеокарта ({ $device }) несколько раз подряд отказала и больше не используется.
   *[broken] { $backend ->
        [tensorflow] TensorFlow установлен, но здесь не работает; причина записана в журнале.
        [webgpu] WebGPU здесь не работает; причина записана в журнале.
       *[other] WebAssembly здесь не работает; причина записана в журнале.
      }
  }

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

command-size = Размеры слоя или цепочки слоёв: формула с вашими числами, таблица и чертёж
command-size-name = размер
command-size-layers = Вход и слои: 32 conv5 pool2, или только числа N F P S D: 7 3 0 3
command-size-n = N: ширина входа
command-size-f = F: ширина ядра
command-size-p = P: дополнение с каждой стороны, без указания — 0
command-size-s = S: шаг, без указания — 1
command-size-d = D: разрежение (dilation), без указания — 1, то есть нет
command-size-view = Окна на сетке (grid), как часто используется клетка (heatmap) или цепочка размеров (chain)
command-size-dims = Сколько осей у входа: 1 — сигнал, 2 — картинка, 3 — объём
size-result = Вход шириной { $n } станет шириной **{ $output }**.
size-all-reached = Окно достигает каждого столбца.
size-unreached = { $count ->
    [one] **{ $count } столбец** в конце не попадает ни в одно окно: его данные теряются.
    [few] **{ $count } столбца** в конце не попадают ни в одно окно: их данные теряются.
   *[many] **{ $count } столбцов** в конце не попадают ни в одно окно: их данные теряются.
  }
size-unreached-zeros = { $count ->
    [one] { $count } столбец в конце не попадает ни в одно окно, но это нули дополнения: данные не теряются.
    [few] { $count } столбца в конце не попадают ни в одно окно, но это нули дополнения: данные не теряются.
   *[many] { $count } столбцов в конце не попадают ни в одно окно, но это нули дополнения: данные не теряются.
  }
size-skipped = Шаг больше ширины окна: { $count ->
    [one] **{ $count } столбец** между окнами не читает ни одно из них.
    [few] **{ $count } столбца** между окнами не читает ни одно из них.
   *[many] **{ $count } столбцов** между окнами не читает ни одно из них.
  }
size-does-not-fit = Ядро занимает { $span } и не помещается в дополненный вход шириной { $padded }. Подойдёт дополнение { $padding } с каждой стороны или ядро не больше { $kernel }.
size-participation = Без дополнения угловая клетка попадает в **{ $corner }** { $corner ->
    [one] окно
    [few] окна
   *[many] окон
  }, а клетка в середине — в **{ $middle }**.
size-participation-padded = С дополнением { $padding } угловая клетка попадает в **{ $corner }** { $corner ->
    [one] окно
    [few] окна
   *[many] окон
  }, а клетка в середине — в **{ $middle }**.
size-overlap = На одни клетки выхода влияет клеток входа: **{ $least }**, на другие — **{ $most }**. Из-за этой неравномерности на картинках таких слоёв видна «шахматная доска».
size-overlap-even = На каждую клетку выхода влияет одинаковое число клеток входа: **{ $most }**.
size-table-layer = слой
size-table-output = выход
size-table-field = поле
size-table-unreached = мимо
size-chain-field = Поле — ширина куска входа, который видит одна клетка выхода; «мимо» — сколько клеток в конце не попало в окна.
size-chain-unread = `{ $layer }` на входе { $input }: { $axis ->
    [N] по каждой оси
    [D] по глубине
    [H] по высоте
    [W] по ширине
   *[L] в конце
  } { $count ->
    [one] { $count } клетка не попадает ни в одно окно, её данные теряются.
    [few] { $count } клетки не попадают ни в одно окно, их данные теряются.
   *[many] { $count } клеток не попадают ни в одно окно, их данные теряются.
  }
size-batch = Первое число, { $batch }, — размер пакета (batch): столько входов проходит вместе, каждый сам по себе, и ни один слой его не меняет.
size-one-filter = В `{ $layer }` число фильтров не указано, поэтому фильтр один и канал на выходе один; шесть фильтров записываются так: `conv5@6`.
size-alt = Чертёж: вход шириной { $n } с дополнением { $p }, окна шириной { $f } с шагом { $s }, выходов — { $output }; { $count ->
    [0] окно достигает каждого столбца
   *[other] столбцов, не попавших ни в одно окно, — { $count }
  }.
size-alt-grid = Чертёж: окна слоя { $shapes } на клетках входа и выход, который они дают.
size-alt-heatmap = Тепловая карта: как часто слой { $layer } использует каждую клетку, { $shapes }. { $numbers }
size-alt-chain = Чертёж: размеры от слоя к слою: { $input }, { $chain }.
size-button-quiz = Вопрос о размерах
size-button-grid = Окна на сетке
size-button-heatmap = Как часто используется клетка
size-button-chain = Цепочка размеров
size-button-same = С дополнением same
size-button-padding = Дополнение { $p }
size-button-unpadded = Без дополнения
size-button-stride = Шаг { $s }
size-either = Укажите либо слои, либо числа N, F, P, S, D: «{ $option }» со слоями не сочетается. В слое они пишутся так: conv3s2p1d1.
size-input-missing = Цепочка начинается с размера входа: `{ $example }`.
size-input-unreadable = «{ $word }» — не размер входа. Напишите 32, 32x48 или с каналами 3x32x32.
size-input-axes = «{ $word }» не задаёт размеры входа, если осей { $dims }. Пишите 50 или 8x50 с dims=1, 32x48 или 3x32x32 с dims=2, 16x32x32 или 3x16x32x32 с dims=3.
size-layers-missing = Какие слои идут дальше? Например, `{ $example }`.
size-layers-too-many = Слоёв здесь { $count }, а на чертёж помещается не больше { $limit }.
size-number-range = В «{ $word }» число { NUMBER($value, useGrouping: 0) } вне пределов от { $min } до { $limit }.
size-layer-unknown = Слоя «{ $layer }» нет. Есть conv3, 1x1, dw3, sep3, pool2, avgpool2, gap, tconv3, up2, bn, relu, flatten и linear10.
size-layer-unknown-suggest = Слоя «{ $layer }» нет. Может быть, { $meant }?
size-layer-unreadable = Не получилось прочитать слой «{ $layer }». Пишите так: { $example } — окно, затем s шаг, p дополнение или same, d разрежение, g группы, @ число фильтров, nobias (что у слоя есть).
size-misfit-window = Слой { $place }, `{ $layer }`, не помещается: его окно занимает { $span }, а ширина входа { $input } вместе с дополнением — только { $padded }. Подойдёт окно не больше { $kernel } или дополнение не меньше { $padding } с каждой стороны.
size-misfit-axes = У слоя { $place }, `{ $layer }`, чисел { $got }, а осей у его входа { $input } — { $count }.
size-misfit-vector = Слой { $place }, `{ $layer }`, двигает окно, а на его входе вектор из { $input } чисел, без строк и столбцов. Поставьте этот слой перед flatten.
size-misfit-not-flat = Слой { $place }, `{ $layer }`, принимает вектор, а его вход — { $input }. Поставьте перед ним flatten.
size-misfit-empty = Слой { $place }, `{ $layer }`: дополнение { $padding } срезает всё, потому что без него ширина выхода — только { $whole }. Уменьшите дополнение.
size-misfit-too-large = На выходе слоя { $place }, `{ $layer }`, получилось бы { $size } клеток по оси или чисел в векторе, а вычисляется не больше { $limit }.
size-misfit-pool-padding = Слой { $place }, `{ $layer }`: окно пулинга шириной { $window } допускает дополнение не больше { $most }, половины окна, а указано { $padding }.
size-misfit-groups = Слой { $place }, `{ $layer }`: на число групп { $groups } должны делиться и каналы входа ({ $channels }), и фильтры ({ $filters }); подойдёт не больше { $most }.
size-misfit-output-padding = Слой { $place }, `{ $layer }`: дополнение выхода { $op } должно быть меньше шага или разрежения, то есть не больше { $most }.

## What layers cost
command-params = Параметры и умножения по слоям или сравнение двух вариантов сети
command-params-name = параметры
command-params-layers = Вход и слои, имя сети или два варианта через vs
command-params-compare = Второй вариант для сравнения; вход можно не повторять
command-params-dims = Сколько осей у входа: 1 — сигнал, 2 — картинка, 3 — объём
params-number = { NUMBER($value) }
params-total = Обучаемых параметров: **{ NUMBER($parameters) }**.
params-operations = На один вход уходит умножений на веса (MAC): { NUMBER($multiplications) }, а всего операций (FLOP) примерно { NUMBER($operations) }: в одном MAC умножение и сложение.
params-sizeless = Число умножений зависит от размера входа: укажите его сторону последним числом, `/params conv3 3 64 32`.
params-statistics = У пакетной нормализации есть ещё параметры, которые измеряют, а не обучают, — средние и дисперсии: { NUMBER($count) }.
params-memory = Если на число отвести байтов: { $times }, они займут { $size }.
params-multiplications = Умножения: каждый вес используется один раз в каждом положении своего фильтра.
params-table-weights = веса
params-table-biases = смещения
params-table-parameters = параметры
params-table-multiplications = умножения
params-table-design = вариант
params-ratio-parameters = Параметры первого варианта относятся к параметрам второго как **{ NUMBER($ratio, maximumFractionDigits: 3) } : 1**.
params-ratio-multiplications = Умножения — как **{ NUMBER($ratio, maximumFractionDigits: 3) } : 1**.
params-ends-differ = Выходы у вариантов разные: { $one } и { $other }.
params-saving-bottleneck = Слой 1×1 с C_t фильтрами сначала уменьшает число каналов, и большому окну остаётся меньше работы. От параметров остаётся примерно C_t / C_in:
params-saving-separable = Сначала по каналам отдельно (depthwise), потом 1×1: пространство и каналы смешиваются по очереди. От весов и умножений остаётся такая доля:
params-saving-connected = Полносвязный слой с K нейронами против свёртки, без смещений: во сколько раз больше весов, затем во сколько раз больше умножений. Общие веса экономят память, а не работу:
params-alt = Столбики с числом параметров по слоям: { $layers }; всего { NUMBER($total) }.
params-alt-designs = Столбики двух вариантов: у { $one } параметров { NUMBER($oneParameters) }, у { $other } — { NUMBER($otherParameters) }.
params-button-bottleneck = 1×1 перед 3×3
params-button-separable = Раздельная свёртка
params-button-connected = Полносвязный или свёртка
params-missing = Укажите вход и слои, например `/params 3x32x32 conv3@6 flatten linear10`, один слой: `/params conv3 3 64` или сеть: `/params lenet`.
params-two-designs = Здесь вариантов { $count }, а сравнить можно два, с одним `vs` между ними.
params-too-many = Операций у этих слоёв больше, чем можно точно сосчитать. Уменьшите вход или слои.
chain-network-unknown = Сети «{ $name }» нет. Есть { $names }; или укажите вход и слои, например 32 conv3 pool2.
chain-button-size = Размеры
chain-button-params = Параметры

## What one cell sees
command-receptive = Что видит одна клетка выхода через слои: формула, таблица, чертёж или рамки на фото
command-receptive-name = рецептивное
command-receptive-layers = Вход и слои, например 32 conv3 pool2 conv3, или имя сети
command-receptive-image = Фото: что видит на нём клетка, слой за слоем
command-receptive-at = Столбец и строка клетки на выходе последнего слоя, счёт с 0: 10,20
command-receptive-dims = Сколько осей у входа: 1 — сигнал, 2 — картинка, 3 — объём
receptive-done = Одна клетка слоя `{ $layer }` видит клеток входа: **{ $field }**; поле соседней клетки сдвинуто на { $jump } { $count ->
    [one] клетку
    [few] клетки
   *[many] клеток
  }.
receptive-whole = Это больше всего входа { $input }: там, где поле выходит за край, лежит только дополнение.
receptive-effective = Эти клетки важны не одинаково: если все веса равны, влияние больше 4,55 % от самого сильного имеют { $effective } из { $field } клеток строки. Это **эффективное** поле; через одинаковые окна с шагом 1 оно растёт лишь как корень из глубины (Luo et al., 2016).
receptive-effective-all = Если все веса равны, влияние больше 4,55 % от самого сильного имеют все клетки строки, их { $field }: **эффективное** поле здесь такое же широкое. В более глубоких цепочках оно отстаёт (Luo et al., 2016).
receptive-max = Максимальный пулинг пропускает только наибольшее число; здесь он учтён как средний.
receptive-vector = После `{ $layer }` каждое число видит весь вход, поэтому поле на этом слое заканчивается.
receptive-stretched = Фото растянуто до входа { $input }; каждая рамка — то, что видит ближайшая к середине клетка слоя.
receptive-table-jump = скачок
receptive-table-start = начало
receptive-start = Поле — сколько клеток входа видит одна клетка выхода; скачок — на сколько сдвинуты поля соседних клеток; начало — где начинается поле клетки 0: меньше 0 — значит, в дополнении.
receptive-alt = Пирамида клеток: вверху одна клетка последнего слоя, ниже слой за слоем до клеток входа, которые она видит, их { $field } ({ $layers }); под ними столбики влияния.
receptive-alt-photo = Фото с вложенными рамками: что видит одна клетка каждого слоя ({ $layers }); ниже то же фото, освещённое там, где оно важно.
receptive-photo-title = Клетка слоя { $layer } видит { $field }
receptive-button-photo = На фото
receptive-button-cells = По клеткам
receptive-button-corner = Клетка в углу
receptive-missing = Укажите вход и слои, например `/receptive 32 conv3 conv3 pool2 conv3`, или сеть: `/receptive vgg16`.
receptive-no-window = В этих слоях до `{ $layer }` окно не скользит, и рецептивного поля нет. Начните со свёртки или пулинга, например 32 conv3 pool2.
receptive-outside = Столбец { NUMBER($column, useGrouping: 0) }, строка { NUMBER($row, useGrouping: 0) } — вне выхода: столбцы там от 0 до { NUMBER($columns, useGrouping: 0) }, строки от 0 до { NUMBER($rows, useGrouping: 0) }.
receptive-photo-axes = У фото есть высота и ширина, а осей у этого входа { $count }. Не указывайте dims или не отправляйте фото.
chain-button-receptive = Рецептивное поле

command-convolve = Свёртка вашего фото или матрицы: границы, размытие, резкость или своё ядро
command-convolve-name = свёртка
command-convolve-menu = Границы
command-convolve-image = Картинка
command-convolve-kernel = Ядро: имя или свои числа, например 1 0 1; 0 1 0; 1 0 1
command-convolve-stride = На сколько сдвигается окно
command-convolve-padding = Дополнение вокруг картинки (нули или то, что задаёт border): нет, сохраняя размер или число
command-convolve-dilation = Сколько клеток от числа ядра до следующего (1: без промежутков)
command-convolve-border = Что лежит в дополнении: нули, отражение, повтор края или другая сторона
command-convolve-flip = Сначала повернуть ядро на 180°: свёртка, как её определяет математика
command-convolve-channels = Сделать фото серым или фильтровать каждый цвет отдельно
command-convolve-display = Как числа становятся пикселями: обрезать, без знака, ноль — 128, два цвета, растянуть
command-convolve-length = Длина смаза при движении, в пикселях
command-convolve-angle = Направление смаза или полос Габора, в градусах
command-convolve-amount = Насколько сильно повышает резкость unsharp
command-convolve-lambda = Пикселей от полосы до полосы у ядра Габора
command-convolve-gamma = Форма холма у ядра Габора (1: круглый)
command-convolve-psi = Фаза ядра Габора, в градусах
command-convolve-size = Строк и столбцов у ядра gaussian или box
command-convolve-sigma = Разброс гауссова ядра в пикселях
command-convolve-matrix = Числа вместо картинки, строки через «;»
command-convolve-view = До и после (compare) или только результат (result)
command-convolve-predict = Сначала спросить, что получится, потом показать
convolve-done = `{ $kernel }`: { $what }
convolve-shape = { NUMBER($inHeight, useGrouping: 0) }×{ NUMBER($inWidth, useGrouping: 0) } → { NUMBER($outHeight, useGrouping: 0) }×{ NUMBER($outWidth, useGrouping: 0) } (высота × ширина); значения от { $low } до { $high }.
convolve-alt = До и после ядра { $kernel } ({ $what }); размер результата — { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } пикселей.
convolve-result = Только результат `{ $kernel }`: { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } пикселей без масштабирования.
convolve-typed = своё ядро { $kernel }
convolve-shrunk = В фото { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } пикселей; обработана уменьшенная копия.
convolve-first-frame = Картинка анимированная (кадров: { $frames }); это первый кадр.
convolve-constant = Все значения на выходе равны { $value }: ядру здесь нечего различать.
convolve-kernel-zero = Все числа этого ядра равны 0, поэтому и на выходе всюду 0: такое ядро забывает всю картинку.
convolve-input-constant = Картинка всюду одного цвета: никакое ядро не найдёт в ней границ.
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

## Сначала предскажите
command-pool-predict = Спросить о результате, прежде чем показать его
predict-button = Сначала предсказать
predict-given = Вход { $input } (высота × ширина). Ядро { $name }, { $kernel }; шаг { $stride }, дополнение { $padding }, разрежение { $dilation }.
predict-given-max = Вход { $input } (высота × ширина). Max pooling { $size }×{ $size }, шаг { $stride }, дополнение { $padding }.
predict-given-average = Вход { $input } (высота × ширина). Average pooling { $size }×{ $size }, шаг { $stride }, дополнение { $padding }.
predict-given-ceil = Число окон округляется вверх (ceil mode).
predict-question-size = Какого размера будет выход, высота × ширина?
predict-given-bank = Фото идёт через { $count ->
    [one] { $count } фильтр
    [few] { $count } фильтра
   *[many] { $count } фильтров
  } { $side }×{ $side }; каналов у него { $channels }, у каждого фильтра есть смещение.
predict-question-parameters = Сколько это параметров?
predict-question-which = Какую из четырёх картинок сделает { $kernel }?
predict-question-value = Какое число будет в строке { $row }, столбце { $column } выхода (счёт с 0)?
predict-question-brighter = В какой рамке результат будет в среднем светлее?
predict-alt-places = Фото дважды, на каждом одно место в рамке: A и B.
predict-brighter-reason = Средний уровень серого (0 — чёрный, 255 — белый): в A был { $beforeOne }, стал { $afterOne }; в B был { $beforeOther }, стал { $afterOther }.
predict-alt-which = Четыре картинки A, B, C, D: фото через четыре разных ядра.
predict-why-kernel = Это `{ $kernel }`: { $what }.
predict-effect-blur = { $kernel }: отрицательных весов нет, соседи смешиваются, детали становятся мягче.
predict-effect-sharpen = { $kernel }: центр усилен, соседи вычтены — границы выделяются, ровное остаётся.
predict-effect-emboss = { $kernel }: у противоположных сторон разные знаки — один край границы светлеет, другой темнеет.
predict-effect-edges = { $kernel }: веса в сумме дают 0 — ровное исчезает, границы остаются.
predict-effect-edges-x = { $kernel }: левое сравнивается с правым — видны вертикальные границы, горизонтальные исчезают.
predict-effect-edges-y = { $kernel }: верх сравнивается с низом — видны горизонтальные границы, вертикальные исчезают.
predict-effect-stripes = { $kernel }: отклик на полосы своей ширины и направления.
predict-effect-nothing = { $kernel }: вес всего один — картинка остаётся прежней, разве что сдвинется или станет ярче.
convolve-button-pool = Пулинг

## Окна: края и повёрнутые ядра
window-border-reflect = За краем входа — его зеркальное отражение.
window-border-replicate = За краем входа снова и снова повторяется его край.
window-border-circular = За краем входа — его противоположная сторона, как на кольце.
window-flipped = Ядро повёрнуто на 180°: так свёртку определяет математика.

## Карточки шага и анимации
command-step = Одно окно вашей картинки в числах: пиксели, ядро, произведения, сумма и код
command-step-name = шаг
command-step-image = Картинка
command-step-kernel = Ядро: имя или свои числа, например 1 0 1; 0 1 0; 1 0 1
command-step-at = Столбец и строка выхода, счёт с 0: 10,20
command-step-stride = На сколько сдвигается окно
command-step-padding = Нули вокруг картинки: valid (нет), same или число
command-step-dilation = Клеток от одного числа ядра до следующего (1 — без пропусков)
command-step-border = Что лежит в дополнении: нули, отражение, повтор края или другая сторона
command-step-flip = Сначала повернуть ядро на 180°: свёртка, как её определяет математика
command-step-channels = Один серый канал (gray) или красный, зелёный, синий и их сумма (color)
command-step-size = Строк и столбцов у ядра gaussian или box
command-step-sigma = Разброс гауссова ядра в пикселях
command-step-matrix = Числа вместо картинки, строки через «;»
step-done = `{ $kernel }`, **строка { NUMBER($row, useGrouping: 0) }, столбец { NUMBER($column, useGrouping: 0) }** выхода: окно накрывает строки { $rows } и столбцы { $columns } входа, сумма произведений (их { $count }) равна **{ $value }**.
step-typed = ваше ядро
step-alt = Окно на строках { $rows } и столбцах { $columns } с числами { $numbers }, умноженными на ядро { $kernel }: сумма { $value } попадает в строку { NUMBER($row, useGrouping: 0) }, столбец { NUMBER($column, useGrouping: 0) } выхода.
step-progress = Складываю числа под окном
step-next-row = ↵ следующая строка
step-button-animate = Анимация
step-button-whole = Весь выход
step-place-unreadable = «{ $value }» — не место на выходе. Укажите столбец и строку, например at=10,20.
step-outside = Столбец { NUMBER($column, useGrouping: 0) }, строка { NUMBER($row, useGrouping: 0) } — за пределами выхода: столбцы там от 0 до { NUMBER($columns, useGrouping: 0) }, строки от 0 до { NUMBER($rows, useGrouping: 0) }.

command-animate = Движущаяся картинка: окно скользит, выход растёт, суммы видны
command-animate-name = анимация
command-animate-kind = Свёртка (convolve), пулинг (pool) или транспонированная свёртка (transposed)
command-animate-matrix = Числа входа, строки через «;»
command-animate-size = Вход — квадрат из придуманных цифр с такой стороной
command-animate-kernel = Ядро: имя или свои числа, например 1 0 1; 0 1 0; 1 0 1
command-animate-stride = На сколько сдвигается окно
command-animate-padding = Нули вокруг входа: valid (нет), same или число
command-animate-dilation = Клеток от одного числа ядра до следующего (1 — без пропусков)
command-animate-border = Что лежит в дополнении: нули, отражение, повтор края или другая сторона
command-animate-flip = Сначала повернуть ядро на 180°: свёртка, как её определяет математика
command-animate-pool = Пулинг берёт наибольшее (max) или среднее (average)
command-animate-window = Сторона окна пулинга либо ядра box или gaussian
command-animate-view = Транспонированная: ядро растекается (spread) или вставлены нули (zeros)
command-animate-sigma = Разброс гауссова ядра в пикселях
command-animate-image = Фото вместо чисел
animate-progress = Рисую анимацию
animate-max = наибольшее из чисел
animate-average = среднее чисел
animate-done-convolve = Ядро `{ $window }` скользит по входу { $input } (шаг { $stride }, дополнение { $padding }, разрежение { $dilation }); каждая сумма произведений — одна клетка выхода { $output }:
animate-done-pool = Окно { $window } скользит по входу { $input } (шаг { $stride }, дополнение { $padding }); { $what } под ним — одна клетка выхода { $output }:
animate-done-transposed = Каждая клетка входа { $input } прибавляет к выходу всё ядро `{ $window }` (шаг { $stride }, дополнение { $padding }, разрежение { $dilation }); где ядра перекрываются, числа складываются. Выход { $output }:
animate-done-photo = Ядро `{ $window }` скользит по вашему фото, { $input } → { $output } (высота × ширина). Числа под ним — настоящие пиксели; показаны лишь некоторые окна.
animate-done-photo-pool = Окно { $window } скользит по вашему фото, { $input } → { $output } (высота × ширина); { $what } каждого канала под ним — один пиксель. Показаны лишь некоторые окна.
animate-alt-convolve = Анимация: ядро { $window } скользит по сетке чисел { $input } с шагом { $stride }, и выход заполняется суммами: { $values }.
animate-alt-pool = Анимация: окно { $window } скользит по сетке чисел { $input } с шагом { $stride }; клетка выхода — { $what } под окном: { $values }.
animate-alt-transposed = Анимация: каждая клетка сетки { $input } прибавляет к выходу кратное ядра { $window } с шагом { $stride }; в конце на выходе: { $values }.
animate-alt-photo = Анимация: окно с ядром { $window } идёт по фото строка за строкой, рядом числа — пиксели, ядро и сумма; за окном проявляется выход { $output }.
animate-alt-photo-pool = Анимация: окно { $window } идёт по фото строка за строкой, рядом его пиксели числами; за окном проявляется выход { $output }.
animate-button-step = Карточка шага
animate-button-padding = С дополнением
animate-button-stride = Шаг 3
animate-button-dilation = Разрежение 2
animate-button-pool = Пулинг
animate-button-transposed = Транспонированная
animate-unused = «{ $option }» ничего не меняет при kind={ $kind }{ $option ->
    [window] , если ядро не box и не gaussian
    [sigma] , если ядро не gaussian
   *[other] {""}
  }. Уберите этот параметр или выберите другой вид.
animate-photo-transposed = Транспонированная свёртка анимируется только на числах. Дайте небольшую матрицу, например matrix="1 2; 3 4".
animate-pool-padding = Окно пулинга шириной { $window } допускает дополнение не больше { $most } (половина окна), а { $padding } — больше: целые окна легли бы вне входа.
animate-too-large = Сетка с дополнением — { $rows }×{ $columns }; чтобы числа читались, анимируется не больше { $limit }×{ $limit }. Фото может быть любым.
animate-one-kernel = { $kernel } сочетает два ядра, а транспонированной свёртке нужно одно: возьмите { $kernel }_x или { $kernel }_y.
animate-nothing-left = Дополнение { $padding } отрезает всё: без него ширина выхода — лишь { $size }. Уменьшите дополнение.
animate-zeros-padding = Со вставленными нулями это ядро допускает дополнение не больше { $most }, а { $padding } — больше.

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
command-canny-view = Все этапы на одном листе или один за другим
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

## /orientations
command-orientations = Шесть колонок по ориентациям: ориентированные фильтры на фото, как в зрительной коре
command-orientations-name = ориентации
command-orientations-image = Картинка
orientations-done = Сильнее всего здесь полоски и границы под углом { $degrees }°: { $percent } % всех ответов. 0° — лежит, 90° — стоит.
orientations-none = Здесь не отвечает ни одна колонка: направления на картинке нет ни у чего.
orientations-share = { $degrees }°: { $percent } %
orientations-how = В каждой колонке фильтр Габора для полосок и ещё один для границ одного направления. Место отвечает √(полоска² + граница²), как сложная клетка: важно направление, а не то, где именно лежит полоска.
orientations-alt = Фото; какая из шести ориентаций сильнее в каждом месте, цветом{ $percent ->
    [0] {""}
   *[other] {" "}(чаще всего { $degrees }°)
  }; и для каждой ориентации два её фильтра и карта ответов.
orientations-button-filter = Самый сильный фильтр

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

## Числа операции, которые не подходят друг к другу
tensor-axes = Тензор формы { $shape } не подходит: нужно от { $least } до { $most } осей, считая пакет и каналы.
tensor-empty = Тензор формы { $shape } пуст: каждый размер — целое число не меньше 1.
tensor-length = Тензору формы { $shape } нужно чисел: { $expected }, а дано: { $got }.
tensor-too-large = Тензор формы { $shape } слишком велик: за один раз обрабатывается не больше { $limit } млн чисел.
axes-count = В «{ $option }» чисел: { $got }, а нужно { $expected } — по одному на каждую пространственную ось.
axes-range = «{ $option }» — целые числа от { $least } до { $most }.
window-too-large = Окно занимает { $window }, а дополненный вход — только { $input }: оно не помещается. Подойдёт окно не больше { $most } или дополнение { $need } с каждой стороны.
filters-axes = У фильтров осей: { $filters }, а у входа: { $input }; их должно быть поровну.
groups-uneven = Каналы ({ $channels }) не делятся на равные группы (их { $groups }).
channels-unlike = Каждый фильтр видит каналов: { $got }, а их { $expected }.
bias-length = Смещений: { $got }, а выходных каналов: { $expected }; каждому каналу нужно своё.
output-too-small = Дополнение отрезает всё: из { $reached } клеток выхода останется { $output }.
output-shape-small = Выход { $output } меньше, чем { $least } — столько дают вход, шаг и дополнение.
pool-padding = Дополнение { $padding } слишком широко для окна пулинга { $window }: в некоторые окна попало бы одно дополнение. Подойдёт не больше { $most }.

picture-svg = Это рисунок SVG, а не картинка из пикселей. Пришлите, пожалуйста, PNG или JPEG.
picture-not-a-picture = Этот файл не похож на картинку, которую можно прочитать. Пришлите PNG, JPEG, WebP или GIF.
picture-format = Файлы { $format } не читаются. Пришлите PNG, JPEG, WebP или GIF.
picture-too-many-pixels = В этой картинке { NUMBER($width, useGrouping: 0) }×{ NUMBER($height, useGrouping: 0) } пикселей, а читается не больше { $limit } миллионов, { NUMBER($side, useGrouping: 0) } по стороне. Пришлите уменьшенную копию.
picture-too-slow = Чтение этой картинки занимает слишком много времени. Пришлите уменьшенную копию.
picture-unreadable = Картинка повреждена или обрезана, прочитать её не удалось. Пришлите её ещё раз.

## Пулинг
command-pool = Максимум или среднее по окнам вашего фото или матрицы: что остаётся и что теряется
command-pool-name = пулинг
command-pool-menu = Пулинг
command-pool-image = Картинка
command-pool-kind = max: наибольшее число каждого окна; average: среднее
command-pool-size = Строк и столбцов в окне
command-pool-stride = На сколько сдвигается окно; если не указано — на свой размер
command-pool-padding = Клеток дополнения с каждой стороны; меньше размера окна
command-pool-ceil = Считать ли последнее неполное окно (ceil mode)
command-pool-count = Считать ли в среднем дополнение нулями, как PyTorch
command-pool-matrix = Числа вместо картинки, строки через «;»
pool-done-max = Пулинг по максимуму (max pooling) { $size }×{ $size }, шаг { $stride }: { $input } → { $output }. Каждое число — наибольшее в своём окне; весов, которые надо учить, нет.
pool-done-average = Пулинг по среднему (average pooling) { $size }×{ $size }, шаг { $stride }: { $input } → { $output }. Каждое число — среднее по своему окну; весов, которые надо учить, нет.
pool-lost = Остаётся { NUMBER($kept, maximumFractionDigits: 1) } % чисел, { NUMBER($lost, maximumFractionDigits: 1) } % отбрасывается.
pool-channels = Красный, зелёный и синий каналы обрабатываются каждый отдельно: каналов остаётся 3.
pool-first-window = Первое окно: { $formula }.
pool-unreached = { $columns ->
    [0] Ни одно окно не достигает последних строк входа (их { $rows }): эти данные теряются. Окна для них добавит `ceil=yes`.
   *[other] { $rows ->
        [0] Ни одно окно не достигает последних столбцов входа (их { $columns }): эти данные теряются. Окна для них добавит `ceil=yes`.
       *[other] Ни одно окно не достигает последних строк ({ $rows }) и столбцов ({ $columns }) входа: эти данные теряются. Окна для них добавит `ceil=yes`.
      }
  }
pool-left-out = При `ceil` ещё одно окно началось бы за пределами входа: оно отбрасывается, отсюда − 1.
pool-constant = В картинке всего один цвет ({ $value }): какие окна ни взять, выходит он же.
pool-one-nothing = Окно из одной клетки с шагом 1 ничего не меняет.
pool-one-every = Окно из одной клетки с шагом { $stride } оставляет каждый { $stride }-й пиксель строки и столбца, остальные отбрасывает.
pool-padding-max = Дополнение никогда не побеждает: максимум берётся только по клеткам входа.
pool-padding-counted = Дополнение считается в средних нулями, как в PyTorch; `count=no` его исключает.
pool-padding-left-out = Дополнение в средних не учитывается (в PyTorch — count_include_pad=False).
pool-alt-max = До и после пулинга по максимуму с окнами { $size }×{ $size }: { $input } превращается в { $output }.
pool-alt-average = До и после пулинга по среднему с окнами { $size }×{ $size }: { $input } превращается в { $output }.
pool-matrix-alt = Вход { $input } с окнами в цветных рамках и выход: { $output }.
pool-button-max = Взять максимум
pool-button-average = Взять среднее

## Каналы
command-channels = Красный, зелёный и синий каналы фото через несколько фильтров: карты и форма весов
command-channels-name = каналы
command-channels-menu = Каналы
command-channels-image = Картинка
command-channels-filters = Сколько фильтров (1…8) или их имена: edges_x, red_green
command-channels-stride = На сколько сдвигается окно
command-channels-padding = Нули вокруг картинки: valid (нет), same или число
command-channels-predict = Сначала спросить, сколько у фильтров параметров, и потом показать результат
channels-done = Фото { $input } (каналы × высота × ширина) и { $count ->
    [one] { $count } фильтр дают { $count } карту
    [few] { $count } фильтра дают { $count } карты
   *[many] { $count } фильтров дают { $count } карт
  }: { $output }.
channels-weights = Каждый фильтр видит все три канала, поэтому форма весов слоя — **{ $shape }** (фильтры × каналы × строки × столбцы), и у каждого фильтра есть смещение:
channels-parameters = Параметры: { $formula }
channels-filter-edges-x = яркость: границы между левым и правым
channels-filter-edges-y = яркость: границы между верхом и низом
channels-filter-outline = яркость: каждый пиксель против восьми соседей
channels-filter-mean = среднее всех 27 чисел: размытое серое фото
channels-filter-red-green = красное минус зелёное: больше 0 (на карте синее), где краснее, и меньше 0 (оранжевое), где зеленее
channels-filter-blue-yellow = синее минус красное и зелёное: синее против жёлтого
channels-filter-diagonal = яркость: наклонные границы
channels-filter-green-magenta = зелёное минус красное и синее: зелёное против пурпурного
channels-gray = Фото серое: во всех трёх каналах одни и те же числа, и фильтрам, которые сравнивают цвета, сравнивать нечего.
channels-constant = В картинке всего один цвет, поэтому каждая карта везде одинакова.
channels-count = Введите число фильтров от 1 до { $limit } или их имена.
channels-filter-unknown = Фильтра «{ $name }» нет. Фильтры: { $names }.
channels-filter-unknown-suggest = Фильтра «{ $name }» нет. Может быть, { $meant }? Фильтры: { $names }.
channels-alt = Фото, его красный, зелёный и синий каналы и { $count ->
    [one] { $count } фильтр с весами и картой
    [few] { $count } фильтра с весами и картами
   *[many] { $count } фильтров с весами и картами
  } ({ $filters }); размер выхода — { $output }.
channels-button-filters = { $count ->
    [one] { $count } фильтр
    [few] { $count } фильтра
   *[many] { $count } фильтров
  }
channels-button-stride = Шаг { $stride }

command-classify = Читает рукописную цифру или говорит, что сеть видит на вашем фото
command-classify-name = распознать
command-classify-menu = Прочитать цифру
command-classify-image = Фото или рисунок одной цифры; для сетей, которые знают предметы, — предмета
command-classify-network = Без неё — digits; для фото предметов — objects, mobilenet и другие
command-classify-fit = crop — середина картинки, whole — вся, с серым по краям
classify-read = Это **{ $digit }**, уверенность { $percent }.
classify-second = На втором месте — { $digit }: { $percent }.
classify-unprepared-same = Без подготовки сеть ответила бы так же.
classify-unprepared-other = Без подготовки сеть ответила бы { $digit } ({ $percent }).
classify-none-empty = Чернил здесь не видно, так что читать нечего.
classify-none-several = Здесь больше одной фигуры, а читаю я по одной цифре.
classify-none-not-a-digit = Отдельной цифры на этой картинке не нашлось.
classify-none-unsure = Что-то здесь есть, но уверенности, что это одна цифра, не хватает.
classify-tip-one = Одна цифра на картинке, которая ничего не касается.
classify-tip-contrast = Тёмное на светлом или светлое на тёмном, без яркого узора на фоне.
classify-tip-close = Высота цифры — хотя бы десятая часть картинки.
classify-alt = Четыре шага подготовки цифры, вероятности десяти цифр столбиками и ответ: { $digit }, { $percent }.
classify-alt-none = Картинка, какой её увидела подготовка; отдельной цифры не нашлось.
classify-no-picture = Пришлите с этой командой фото или рисунок одной цифры.
classify-button-sample = Взять пример цифры
classify-button-edges = Посмотреть границы

## Сети по именам
network-says = { $network } отвечает: **{ $name }**, { $percent }.
network-says-second = { $network } отвечает: **{ $name }**, { $percent }. На втором месте — { $second }: { $other }.
network-percent-over = больше { $percent }
network-percent-under = меньше { $percent }
network-given = { $how ->
    [digit] На вход пошёл массив { $shape } с числами от { $low } до { $high }: найденная цифра, приведённая к виду MNIST.
    [cut] На вход пошёл массив { $shape } с числами от { $low } до { $high }: середина вашей картинки, приведённая к этому размеру.
   *[whole] На вход пошёл массив { $shape } с числами от { $low } до { $high }: ваша картинка, приведённая к этому размеру.
  }
network-shuffled = Пиксели переставлены в том единственном порядке, на котором сеть училась: соседних пикселей рядом для неё нет.
# 1000 классов — это ImageNet: их английские названия тьютор не переводит.
network-classes = { $count ->
    [one] Она знает { $count } класс и должна выбрать его, что бы ни было на картинке.
    [few] Она знает { $count } класса и должна выбрать из них, что бы ни было на картинке.
    [1000] Она знает { $count } классов и должна выбрать из них, что бы ни было на картинке. Их названия английские: перевести их я не могу.
   *[many] Она знает { $count } классов и должна выбрать из них, что бы ни было на картинке.
  }
network-alt = Картинка, то, что получила { $network }, и самые вероятные классы столбиками: { $classes }.
network-unknown = Сети «{ $name }» нет. Есть: { $names }.{ $missing ->
    [0] {""}
    [1] {" "}Не установлена { $absent }: тот, у кого запущен бот, скачает её командой `npm run models -- pull { $absent }`.
   *[other] {" "}Не установлены { $absent }: тот, у кого запущен бот, скачает любую командой `npm run models -- pull ИМЯ`.
  }
network-unknown-suggest = Сети «{ $name }» нет. Может быть, { $meant }? Есть: { $names }.{ $missing ->
    [0] {""}
    [1] {" "}Не установлена { $absent }: тот, у кого запущен бот, скачает её командой `npm run models -- pull { $absent }`.
   *[other] {" "}Не установлены { $absent }: тот, у кого запущен бот, скачает любую командой `npm run models -- pull ИМЯ`.
  }
network-not-trained = Весов сети { $name } здесь ещё нет. Тот, у кого запущен бот, получит их командой `npm run train -- { $name }`.
network-not-installed = Сеть { $name } здесь не установлена. Тот, у кого запущен бот, скачает её командой `npm run models -- pull { $name }`.
network-broken = Файлы сети { $name } повреждены. Что с ними не так, тот, у кого запущен бот, увидит командой `npm run models -- list`.
network-picture-small = В этой картинке { $width }×{ $height } пикселей. Этой сети нужно хотя бы { $least } по короткой стороне: недостающее пришлось бы выдумать.
network-button-ask = Спросить { $network }
network-button-compare = Рядом с { $network }
network-button-whole = Вся картинка
network-button-crop = Только середина

command-compare = Две сети на одной картинке или измеренная точность рядом
command-compare-name = сравнить
command-compare-image = Картинка, о которой спросят обе сети
command-compare-a = Первая сеть, например objects, или таблица: neighbors, mnist
command-compare-b = Вторая сеть, например mobilenet
command-compare-table = Измеренные числа: neighbors (переставленные пиксели) или mnist (свёртка и перцептрон)
command-compare-fit = crop — середина картинки, whole — вся, с серым по краям
compare-no-picture = Пришлите с этой командой картинку, и я спрошу о ней две сети; или выберите таблицу измеренных чисел.
compare-title = { $one } и { $other }
compare-agree = Их ответы совпали.
compare-disagree = Их ответы разошлись.
compare-picture-small = В этой картинке { $width }×{ $height } пикселей. По короткой стороне сети { $network } нужно хотя бы { $least }{ $count ->
    [1] {""}
   *[other] , а сети { $other } — хотя бы { $most }
  }: недостающее пришлось бы выдумать.
compare-same = Это дважды одна и та же сеть: сама с собой она всегда согласна. Рядом с { $network } можно поставить { $names }.
compare-none = { $network } не даёт ответа. { $reason }
compare-untranslated = Названия классов у { $network } английские: перевести их я не могу.
compare-classes = Классы у них разные ({ $one } и { $other }), так что ответы можно сравнить только по смыслу.
compare-alt = Рядом: что получили { $one } и { $other } и их самые вероятные классы столбиками. { $first } { $second }
compare-alt-classes = { $network }: { $classes }.
compare-button-neighbors = Переставленные пиксели
compare-button-mnist = Свёртка и перцептрон
compare-not-measured = Ни одна из этих сетей здесь ещё не обучена и не измерена: { $names }.
compare-missing = { $count ->
    [one] Ещё не обучена и не измерена здесь: { $names }.
   *[other] Ещё не обучены и не измерены здесь: { $names }.
  }
compare-spoken = { $network }: { NUMBER($percent, minimumFractionDigits: 2, maximumFractionDigits: 2) } %, потери { NUMBER($loss, minimumFractionDigits: 4, maximumFractionDigits: 4) }
compare-neighbors-title = Чего стоят соседи
compare-neighbors-what = Две сети, каждую дважды обучили и проверили на CIFAR-10: на картинках как есть и на картинках, где все пиксели переставлены в одном и том же порядке.
compare-mnist-title = Свёртка и перцептрон
compare-mnist-what = Обе сети учились на 60 000 цифрах MNIST и проверены на 10 000 других: многослойный перцептрон mlp-digits и digits-lecture — свёрточная сеть из лекции.
compare-pixels-in-place = пиксели на местах
compare-pixels-shuffled = пиксели переставлены
compare-change = { $network }: { NUMBER($before, minimumFractionDigits: 2, maximumFractionDigits: 2) } % на местах, { NUMBER($after, minimumFractionDigits: 2, maximumFractionDigits: 2) } % после перестановки; разница — { NUMBER($points, minimumFractionDigits: 2, maximumFractionDigits: 2) } пункта.
compare-accuracy = Точность на { $count } { $count ->
    [one] тестовой картинке
   *[other] тестовых картинках
  }
compare-wrong = Неверные ответы на { $count } { $count ->
    [one] тестовой цифре
   *[other] тестовых цифрах
  }
compare-loss = Потери на тестовых цифрах
compare-curves = Потери во время обучения
compare-epoch = эпоха
compare-loss-axis = средние потери
compare-network = Сеть
compare-pixels = Пиксели
compare-accuracy-short = Точность
compare-loss-short = Потери
compare-parameters = Параметры
compare-percent = { NUMBER($percent, minimumFractionDigits: 2, maximumFractionDigits: 2) } %
compare-number = { $value }
compare-loss-number = { NUMBER($value, minimumFractionDigits: 4, maximumFractionDigits: 4) }
compare-mnist-accuracy = { $way ->
    [up] Точность растёт: { NUMBER($before, minimumFractionDigits: 2, maximumFractionDigits: 2) } % → { NUMBER($after, minimumFractionDigits: 2, maximumFractionDigits: 2) } %.
   *[down] Точность не растёт: { NUMBER($before, minimumFractionDigits: 2, maximumFractionDigits: 2) } % → { NUMBER($after, minimumFractionDigits: 2, maximumFractionDigits: 2) } %.
  }
compare-mnist-loss = { $way ->
    [up] Потери растут: { NUMBER($before, minimumFractionDigits: 4, maximumFractionDigits: 4) } → { NUMBER($after, minimumFractionDigits: 4, maximumFractionDigits: 4) }.
   *[down] Потери падают: { NUMBER($before, minimumFractionDigits: 4, maximumFractionDigits: 4) } → { NUMBER($after, minimumFractionDigits: 4, maximumFractionDigits: 4) }.
  }

command-quiz = Бесконечные вопросы о размерах, дополнении и шаге; каждая ошибка объясняется
command-quiz-name = вопрос
command-quiz-topic = Урок, например padding, навык, код вопроса или stop
quiz-topic-unknown = Вопросов на тему «{ $topic }» нет. Уроки с вопросами: { $topics }.
quiz-topic-unknown-suggest = Вопросов на тему «{ $topic }» нет. Может быть, /quiz { $meant }?
quiz-code-unknown = { $code } — не код вопроса. Код выглядит так: pad:8f3a.
quiz-type-number = Введите число.
quiz-type-shape = { $count ->
    [2] Введите оба числа, например 6×28.
    [4] Введите форму: каналы × глубина × высота × ширина, например 6×8×28×28.
   *[other] Введите форму: каналы × высота × ширина, например 6×28×28.
  }
quiz-unreadable = Не могу прочитать «{ $answer }» как число, поэтому ничего не засчитано. Попробуйте ещё раз, например 28; можно сказать «подсказка», «пропустить» или «объясни».
quiz-unreadable-shape = Не могу прочитать «{ $answer }» как форму, поэтому ничего не засчитано. Попробуйте ещё раз, например 6×28×28; можно сказать «подсказка», «пропустить» или «объясни».
quiz-word-skip = пропустить
quiz-word-stop = стоп
quiz-word-explain = объясни
quiz-word-hint = подсказка
quiz-stopped = Остановились. Ничего не засчитано; новый вопрос — одно нажатие.
quiz-nothing-to-stop = Открытого вопроса здесь нет.
quiz-hint = **Подсказка:**
quiz-solution = Решение.
quiz-answer-is = Ответ: **{ $answer }**.
quiz-right = ✅ Верно: { $answer }.
quiz-wrong = ❌ { $given } — не тот ответ.
quiz-already = На этот вопрос вы уже ответили: { $given }. Засчитывается первый ответ.
quiz-after-solution = Решение уже показано, поэтому ответ не засчитывается.
quiz-form-number = Ваше число
quiz-form-shape = Ваша форма
quiz-button-answer = Ввести ответ
quiz-button-hint = Подсказка
quiz-button-hint-more = Ещё подсказка
quiz-button-solution = Показать решение
quiz-button-skip = Пропустить
quiz-button-next = Следующий вопрос
quiz-button-progress = Мои успехи
quiz-button-lesson = Вернуться к уроку

## Reviews
quiz-word-cram = тренировка
quiz-cram = Тренировка: ответ не меняет расписание повторений.
command-review = Что пора повторить: навыки возвращаются незадолго до того, как забудутся
command-review-name = повторение
review-due = { $count ->
    [one] Пора повторить { $count } навык.
    [few] Пора повторить { $count } навыка.
   *[many] Пора повторить { $count } навыков.
}
review-nothing-due = Сейчас повторять нечего; когда следующее повторение, скажет /review.
review-none-due = Сейчас повторять нечего.
review-none-yet = Повторять пока нечего. Каждый навык, о котором вас спросили, вернётся сюда с новыми числами незадолго до того, как забудется.
review-next-minutes = Следующий навык — «{ $skill }», через { $minutes ->
    [one] { $minutes } минуту.
    [few] { $minutes } минуты.
   *[many] { $minutes } минут.
}
review-next-today = Следующий навык — «{ $skill }», сегодня в { $time }.
review-next-tomorrow = Следующий навык — «{ $skill }», завтра в { $time }.
review-next-date = Следующий навык — «{ $skill }», { $date }.
review-button-next = Дальше ({ $count })
review-button-when = Когда следующее?
review-button-cram = Потренироваться сейчас

## Reminders
command-remind = Напоминание раз в день в выбранный час; выключено, пока вы его не включите
command-remind-name = напоминание
command-remind-time = Время, например 19:00, или выкл; без него — что установлено
remind-word-off = выкл
remind-on = Каждый день в **{ $time }** ({ $zone }) я напишу вам в личный чат, если есть что повторить или если в этот день вы ещё не отвечали.
remind-off = Напоминания выключены. В котором часу писать?
remind-now-off = Напоминания теперь выключены.
remind-direct = Откройте наш личный чат и напишите мне там один раз, чтобы я мог писать вам.
remind-unreadable = Не могу прочитать «{ $time }» как время. Напишите, например, /remind 19:00 или /remind выкл.
remind-due = 🔔 Пора повторить { $count ->
    [one] { $count } навык
    [few] { $count } навыка
   *[many] { $count } навыков
}: несколько минут сейчас — и не придётся учить заново.
remind-streak = 🔔 Сегодня повторять нечего. Один вопрос продолжит вашу серию: { $streak ->
    [one] { $streak } день
    [few] { $streak } дня
   *[many] { $streak } дней
} подряд.
remind-nudge = 🔔 Сегодня повторять нечего. Но пара вопросов не помешает.
remind-button-off = Выключить напоминания
remind-button-review = Повторить
remind-button-quiz = Задать вопрос

## A learner's own data
command-export = Ваши ответы и расписание повторений в виде таблиц (CSV)
command-export-name = выгрузка
export-empty = Выгружать пока нечего: вы ещё не ответили ни на один вопрос.
export-done = Ваши данные в таблицах для Excel или любого табличного редактора: ответов — { $answers }, навыков в расписании — { $skills }. Время — по вашим часам ({ $zone }).
export-file-answers = Таблица ваших ответов, строк: { $count }.
export-file-schedule = Таблица расписания повторений, строк: { $count }.
export-column-time = Время
export-column-code = Вопрос
export-column-lesson = Урок
export-column-skill = Навык
export-column-given = Ваш ответ
export-column-answer = Верный ответ
export-column-result = Результат
export-column-misconception = В чём ошибка
export-column-hint = Была подсказка
export-column-practice = Тренировка
export-column-due = Следующее повторение
export-column-last = Последнее повторение
export-column-mastery = Освоено (от 0 до 1)
export-column-stability = Прочность, дней
export-column-difficulty = Трудность (от 1 до 10)
export-column-reviews = Повторений
export-column-lapses = Сколько раз забыто
export-right = верно
export-wrong = неверно
export-yes = да
export-no = нет
command-forget = Удалить всё, что я о вас храню; сначала переспрошу
command-forget-name = забудь
command-forget-who = меня: забыть можно только себя
forget-ask = Будет удалено всё, что я храню о вас на этой платформе:
forget-answers = { $count ->
    [one] { $count } ответ
    [few] { $count } ответа
   *[many] { $count } ответов
}
forget-skills = расписание повторений: { $count ->
    [one] { $count } навык
    [few] { $count } навыка
   *[many] { $count } навыков
}
forget-lessons = место в уроках: { $count ->
    [one] { $count } урок
    [few] { $count } урока
   *[many] { $count } уроков
}
forget-rest = язык, часовой пояс, напоминание, ваша последняя картинка и журнал ваших запросов
forget-final = Отменить это нельзя. Кнопка действует { $minutes ->
    [one] { $minutes } минуту
    [few] { $minutes } минуты
   *[many] { $minutes } минут
} и только для вас.
forget-button = Удалить всё обо мне
forget-button-export = Сначала выгрузить
forget-not-yours = Это чужая кнопка. Свою вы получите командой /forget me.
forget-too-late = Эта кнопка больше не действует, ничего не удалено. Новую даст /forget me.
forget-done = Удалено:
forget-chat = Сообщения, которые хранят Discord и Telegram, останутся в чате, пока вы не удалите их там. Если напишете мне снова, начнём с чистого листа.

command-train = Обучить сеть прямо здесь и смотреть: кривые, фильтры, одно предсказание
command-train-name = обучить
command-train-network = Сеть: digits (свёрточная из лекции), lenet или mlp
command-train-rate = Скорость обучения η, например 0.001; если не указана — подходящая для сети
command-train-batch = Картинок в одном шаге (батч), от 8 до 256
command-train-optimizer = Как меняются веса: adam, momentum (Нестеров) или sgd
command-train-pictures = Сколько нарисованных цифр показать сети, от 50 до 4000
command-train-epochs = Сколько раз показать каждую, от 1 до 6
command-train-seed = Задаёт начальные веса и порядок картинок; с тем же числом всё повторится
train-network-digits = Свёрточная сеть
train-network-lenet = LeNet
train-network-mlp = Перцептрон
train-optimizer-adam = Adam
train-optimizer-momentum = Momentum
train-optimizer-sgd = SGD
train-rate-zero = При скорости обучения 0 веса не меняются вовсе. Попробуйте { $rate }.
train-own-run = Ваша сеть ещё учится, а запуск у каждого один. Дождитесь её или остановите.
train-queue-full = Слишком много сетей ждут своей очереди. Попробуйте через несколько минут.
train-not-yours = Остановить обучение может только тот, кто его начал. Своё запускает /train.
train-run-over = Это обучение уже закончилось: дошло до конца, или тьютор за это время перезапускался.
train-lost = Обучение сломалось, и выученное потеряно. Пожалуйста, попробуйте ещё раз.
train-place = { $before ->
    [0] Ваша сеть следующая: начнёт, как только доучится предыдущая.
    [one] Перед вашей сетью в очереди ещё { $before } сеть.
    [few] Перед вашей сетью в очереди ещё { $before } сети.
   *[many] Перед вашей сетью в очереди ещё { $before } сетей.
  }
train-drawing = Рисую цифры для обучения
train-note-first = Веса пока случайные; шагов впереди: { $steps }
train-note = Шаг { $step } из { $steps }: потери { NUMBER($loss, minimumFractionDigits: 2, maximumFractionDigits: 2) }, верно { $percent } тестовых цифр
train-stopping = Доделываю шаг и останавливаюсь
train-button-stop = ⏹ Стоп
train-button-leave = Выйти из очереди
train-button-again = ↻ Ещё раз
train-button-lesson = Урок «Обучение»
train-left = Вы вышли из очереди; ничего не обучалось.
train-restarted = Тьютор перезапустился, пока эта сеть ждала или училась, поэтому обучение прервано. Его можно начать заново.
train-restarted-at = Тьютор перезапускается, поэтому обучение прервано на шаге { $step } из { $steps }: верно { $percent } тестовых цифр. Через минуту его можно начать заново.
train-done = после { $steps } { $steps ->
    [one] шага
   *[other] шагов
  }: нарисованных цифр { $pictures }, каждая показана { $epochs } { $epochs ->
    [few] раза
   *[other] раз
  }; время — { $seconds } с
train-stopped = к моменту остановки, на шаге { $step } из { $steps }
train-time = к концу отведённого времени, на шаге { $step } из { $steps } (компьютер занят)
train-stopped-at-once = Остановлено до первого шага: сеть ничему не научилась.
train-reached = Верно прочитано **{ $percent }** тестовых цифр (всего их { $pictures }) { $how }.
train-loss = Потери: { NUMBER($first, minimumFractionDigits: 2, maximumFractionDigits: 2) } → { NUMBER($last, minimumFractionDigits: 2, maximumFractionDigits: 2) } ната (угадывание стоит ln 10 ≈ 2,30).
train-stuck = Это не лучше угадывания: при η = { $rate } сеть ничему не научилась. Если шагов мало или скорость мала, веса почти не сдвигаются, а слишком большая скорость забрасывает их туда, где градиента нет (умершие ReLU, насыщенные сигмоиды).
train-step = Каждый шаг { $optimizer } при η = { $rate }:
train-diverged = **Потери убежали вверх.** Больше всего они на шаге { $largest }: { $loss }, а угадывание стоит всего 2,30. η = { $rate } слишком велика для этой сети. Ещё несколько шагов видно, чем это кончается; на шаге { $step } из { $steps } обучение остановлено.
train-diverged-nan = **Потери убежали вверх.** После шага { $step } из { $steps } это уже не число (NaN), и обучение на этом закончилось, а угадывание стоит всего 2,30. η = { $rate } слишком велика для этой сети.
train-diverged-why = Каждый шаг перескакивал дно оврага и попадал на другой склон ещё выше. Там круче, и следующий прыжок ещё длиннее. Или первый же прыжок приводит туда, где все ReLU молчат, и потери навсегда остаются около 2,30.
train-diverged-try = Попробуйте скорость в десять раз меньше; здесь обычно годится { $usual }. В уроке это видно на параболе.
train-alt = { $network }, оптимизатор { $optimizer }, шаг { $step } из { $steps }: кривые потерь и точности, первый слой и десять вероятностей для одной тестовой цифры. Верно { $percent } тестовых цифр.
train-alt-lost = { $network }, оптимизатор { $optimizer }: потери взлетают, обучение остановлено на шаге { $step } из { $steps }.

command-lesson = Курс из 21 короткого урока: прочитать, увидеть, попробовать, ответить
command-lesson-name = урок
command-lesson-lesson = Урок по номеру или имени; без него — список
command-lesson-card = Какую карточку открыть, счёт с 1
lesson-contents = Уроки
lesson-done = Пройдено { $done } из { $all }.
lesson-at = карточка { $card } из { $cards }
lesson-title = Урок { $number }. { $title }
lesson-goals = После этого урока вы сможете
lesson-figure-missing = Рисунок сейчас не получился. Вот что на нём: { $alt }
lesson-button-draw = Нарисовать
lesson-place = Урок { $number }, { $title } · { $card } из { $cards }
lesson-button-begin = Начать: { $title }
lesson-button-continue = Продолжить: { $title }
lesson-button-start = Начать ▶
lesson-button-next = Дальше ▶
lesson-button-back = ◀ Назад
lesson-button-contents = Содержание
lesson-button-following = Урок { $number } ▶
lesson-button-ask = ❓ Вопрос
lesson-unknown = Урока «{ $lesson }» нет. Уроки: { $lessons }.
lesson-unknown-suggest = Урока «{ $lesson }» нет. Может быть, /lesson { $meant }?

command-progress = Что освоено по урокам, что и когда вернётся на повторение, серия дней
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
progress-mastery = Освоено по урокам
progress-lesson = { $number }. { $title }: { $percent } %
progress-due = { $due ->
    [0] Сейчас повторять нечего,
    [one] Сейчас пора повторить { $due } навык,
    [few] Сейчас пора повторить { $due } навыка,
   *[many] Сейчас пора повторить { $due } навыков,
}
progress-week = за неделю — { $week }.
progress-misconception = Чаще всего мешает вот что:
progress-alt = Успехи: ответов — { $total }, верных — { $correct }, серия — { $streak }. Освоено по урокам: { $lessons }. Повторений за неделю: { $week }.
progress-alt-empty = Уроки курса с пустыми полосами: ответов пока нет.
progress-button-first = Первый вопрос

job-died = Процесс, который это вычислял, сломался; его место занял новый. Попробуйте ещё раз.
job-time = Это заняло слишком много времени и было остановлено. С картинкой поменьше выйдет быстрее.
job-memory = На это понадобилось слишком много памяти, и вычисление остановлено. Подойдёт картинка поменьше.
job-canceled = Остановлено.
job-busy = Сейчас слишком много запросов. Попробуйте через минуту.
job-not-started = Сейчас не получилось начать. Попробуйте ещё раз.

## /network
command-network = Слои сети: формы, параметры, умножения, что видит каждый; рисунок и таблица
command-network-name = сеть
command-network-network = Имя сети, например lenet; без имени будет список всех
command-network-view = Рисунок, таблица или и то и другое
network-title = Сеть { $network }
network-summary = Параметров **{ NUMBER($parameters) }**, умножений (MAC) на одну картинку { $input } — { NUMBER($multiplications) }.
network-statistics = Среди параметров есть статистики пакетной нормализации, средние и дисперсии: их { NUMBER($count) }, и их измеряют, а не обучают. Обучаемых параметров — { NUMBER($trained) }.
network-field = { $whole ->
    [wider] Поле одной клетки последней карты — { $field } пикселей: оно шире входа { $size }, так что клетка видит его целиком.
    [yes] Одна клетка последней карты видит { $field } пикселей, то есть весь вход { $size }.
   *[no] Одна клетка последней карты видит { $field } пикселей входа { $size }.
  }
network-measured = Проверено на 10 000 тестовых картинках { $data ->
    [cifar10] CIFAR-10
   *[mnist] MNIST
  }: верно { NUMBER($percent, minimumFractionDigits: 2, maximumFractionDigits: 2) } %.
network-accuracy = { NUMBER($percent, minimumFractionDigits: 1, maximumFractionDigits: 1) } %
network-no-chain = Параметров **{ NUMBER($parameters) }**. Это не цепочка слоёв, которую я умею разложить по формулам: { $layer } — это { $kind }. Вот что сказано в её файле.
network-drawing-alt = Сеть { $network } в виде объёмов: вход { $input }, дальше { $shapes }.
network-table-title = Слои сети { $network }
network-table-alt = Таблица слоёв сети { $network }, строк { $count }: форма выхода, параметры, умножения, рецептивное поле и скачок; всего параметров { NUMBER($parameters) }.
network-button-classify = Показать ей картинку
network-button-drawing = Рисунок
network-button-all = Все сети
network-list-title = Сети
network-list-name = сеть
network-list-input = вход
network-list-parameters = параметры
network-list-accuracy = точность на тесте
network-list-note = `/network ИМЯ` показывает слои, `/classify network=ИМЯ` спрашивает сеть, `/compare` ставит две рядом.
network-state-not-trained = ещё не обучена
network-state-not-installed = не установлена
network-state-broken = повреждена
