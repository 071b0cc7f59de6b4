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

size-legend = N = { NUMBER($n, useGrouping: 0) }, F = { NUMBER($f, useGrouping: 0) }, P = { $p }, S = { $s }
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
size-output = Выход: { NUMBER($count, useGrouping: 0) } { $count ->
    [one] клетка
    [few] клетки
   *[many] клеток
  }
size-unreached = { $count } { $count ->
    [one] клетка не попала ни в одно окно
    [few] клетки не попали ни в одно окно
   *[many] клеток не попали ни в одно окно
  }

digit-title = Это { $digit }, уверенность { $percent } %
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

progress-title = Мои успехи
progress-title-of = Успехи: { $name }
progress-answers = { $count ->
    [one] ответ
    [few] ответа
   *[many] ответов
  }
progress-right = верно
progress-streak = { $count ->
    [one] день подряд
    [few] дня подряд
   *[many] дней подряд
  }
progress-skills = Точность по навыкам
progress-none = Ответов пока нет: /quiz padding
progress-days = Ответы по дням (зелёные верны, оранжевые нет)
