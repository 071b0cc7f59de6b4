skill-channels-window = Окно с несколькими каналами
skill-weight-shape = Форма весов слоя
skill-layer-maps = Фильтры и карты
skill-bank-parameters = Параметры набора фильтров

quiz-question-channels-window = В окне каналов: { $channels }, они разделены точкой с запятой: { $windows }. Фильтр: { $kernels }, не перевёрнут, смещение { $bias }. Строки — через /. Какое число он даст в своей карте?
quiz-question-channels-window-picture = Один фильтр лежит на одном окне, канал на канале, не перевёрнут; смещение { $bias }. Какое число окажется в карте?
quiz-question-weight-shape = Свёртка делает из входа { $channels }×{ $h }×{ $w } выход { $output } (каналы × высота × ширина). Ядра { $f }×{ $f }. Какова форма её весов: фильтры × каналы × строки × столбцы?
quiz-question-weight-shape-shape = Свёртка делает из входа { $channels }×{ $h }×{ $w } выход { $output } (каналы × высота × ширина). Ядра { $f }×{ $f }. Какова форма ОДНОГО её фильтра: каналы × высота × ширина?
quiz-question-weight-shape-picture = Формы: каналы × высота × ширина. Какова форма весов этой свёртки: фильтры × каналы × строки × столбцы?
quiz-question-layer-maps = Вход { $channels }×{ $h }×{ $w } (каналы × высота × ширина) проходит через фильтры { $f }×{ $f }, их { $filters }; дополнение { $p } с каждой стороны, шаг 1, без разрежения. Какова форма выхода?
quiz-question-layer-maps-picture = Формы: каналы × высота × ширина; у свёртки — форма весов: фильтры × каналы × строки × столбцы. Дополнение P — с каждой стороны, без разрежения. Какова форма выхода?
quiz-question-bank-parameters = Вход { $channels }×{ $h }×{ $w } проходит через фильтры { $f }×{ $f }, их { $filters }, у каждого есть смещение; получается { $output } (каналы × высота × ширина). Сколько параметров у слоя?
quiz-question-bank-parameters-picture = Формы: каналы × высота × ширина. У каждого фильтра этой свёртки есть смещение. Сколько параметров у слоя?

quiz-alt-channels-window-picture = Каналы окна (их { $channels }) по строкам: { $windows }; рядом с каждым канал фильтра: { $kernels }.
quiz-alt-weight-shape-picture = Цепочка: вход { $channels }×{ $h }×{ $w }; свёртка { $f }×{ $f } с дополнением { $p }; карты { $output }.
quiz-alt-layer-maps-picture = Цепочка: вход { $channels }×{ $h }×{ $w }; свёртка с весами { $filters }×{ $channels }×{ $f }×{ $f } и дополнением { $p }; карты неизвестной формы.
quiz-alt-bank-parameters-picture = Цепочка: вход { $channels }×{ $h }×{ $w }; свёртка { $f }×{ $f } с дополнением { $p }; карты { $output }.

quiz-hint-channels-window-1 = У каждого канала окна есть свой канал фильтра. Умножайте число на число.
quiz-hint-channels-window-2 = Сложите произведения всех каналов, потом один раз прибавьте смещение.
quiz-hint-weight-shape-1 = Фильтр должен видеть все каналы входа. И каждый фильтр делает одну карту.
quiz-hint-weight-shape-2 = C_out × C_in × F × F: каналы выхода, каналы входа, строки и столбцы ядра.
quiz-hint-weight-shape-shape-1 = Сколько каналов нужно фильтру, чтобы увидеть все каналы входа?
quiz-hint-weight-shape-shape-2 = C_in × F × F: каналы входа, строки и столбцы ядра.
quiz-hint-layer-maps-1 = Каждый фильтр складывает все каналы и даёт одну карту.
quiz-hint-layer-maps-2 = Карт столько, сколько фильтров; высота и ширина — по формуле N' = N + 2P − F + 1.
quiz-hint-bank-parameters-1 = У одного фильтра по весу на каждый канал, строку и столбец и одно смещение.
quiz-hint-bank-parameters-2 = C_out·(C_in·F² + 1). Высота и ширина картинки не важны.

quiz-reason-weight-shape = Карт { $filters } — значит, и фильтров { $filters }; у каждого столько же каналов, сколько у входа ({ $channels }), и в каждом { $f }×{ $f } весов.
quiz-reason-one-filter = Фильтр такой же глубины, как вход: каналов { $channels }, в каждом { $f }×{ $f } весов.

quiz-mistake-rgb-no-bias = Забыто смещение. Его прибавляют один раз, в конце.
quiz-mistake-rgb-bias-each = Смещение прибавлено в каждом канале. У фильтра одно смещение на все каналы.
quiz-mistake-rgb-first-only = Это только первый канал. Суммы всех каналов складываются.
quiz-mistake-rgb-one-kernel = Веса первого канала взяты для всех. У фильтра для каждого канала свои веса.
quiz-mistake-rgb-mean = Каналы усреднены. Их суммы складывают, а не усредняют.
quiz-mistake-rgb-minus-bias = Смещение вычтено. Его прибавляют, с его знаком.
quiz-mistake-rgb-no-weights = Числа окна сложены без весов.
quiz-mistake-wshape-swapped = Фильтры и каналы перепутаны местами: здесь число фильтров стоит первым.
quiz-mistake-wshape-no-channels = Забыты каналы: у каждого фильтра есть веса для каждого канала входа.
quiz-mistake-wshape-flat = Такие фильтры видели бы только один канал. У каждого столько каналов, сколько у входа.
quiz-mistake-wshape-one-filter = Это один фильтр. В слое их столько, сколько карт.
quiz-mistake-wshape-maps = Последние два числа — размер карт. Веса размером с ядро, какой бы ни была картинка.
quiz-mistake-wshape-filter-flat = Плоский фильтр видел бы только один канал. Он такой же глубины, как вход.
quiz-mistake-wshape-filter-count = Это число фильтров. У одного фильтра столько каналов, сколько у входа.
quiz-mistake-wshape-whole = Это веса всех фильтров. Спрашивают об одном.
quiz-mistake-wshape-filter-always-three = 3 канала — у цветного фото. У этого входа число каналов другое.
quiz-mistake-cmaps-channels-kept = Каналы входа в выходе не сохраняются: на каждый фильтр приходится одна карта.
quiz-mistake-cmaps-multiplied = Фильтры и каналы перемножены. Фильтр складывает свои каналы в одну карту.
quiz-mistake-cmaps-one = Столько даёт один фильтр. Здесь их { $filters }.
quiz-mistake-cmaps-no-padding = Забыто дополнение. Оно есть с обеих сторон: N + 2P − F + 1.
quiz-mistake-cmaps-plus-one = Забыта единица: первое положение окна тоже считается.
quiz-mistake-cmaps-size-kept = Высота и ширина сохраняются, только если 2P = F − 1.
quiz-mistake-bank-no-bias = Забыты смещения: по одному на каждый фильтр.
quiz-mistake-bank-no-channels = Забыты каналы входа: на каждый из них у фильтра F² весов.
quiz-mistake-bank-one-bias = Одного смещения мало: у каждого фильтра оно своё.
quiz-mistake-bank-one-filter = Это один фильтр со смещением. В слое их { $filters }.
quiz-mistake-bank-side = У ядра F строк и F столбцов: на каждый канал F² весов, а не F.
quiz-mistake-bank-bias-each-channel = У фильтра одно смещение, а не по одному на канал.
quiz-mistake-bank-places = Веса посчитаны заново для каждого места. Все места карты пользуются одним фильтром.
