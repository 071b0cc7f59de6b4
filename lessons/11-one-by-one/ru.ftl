skill-mix-pixel = Смешивание каналов в пикселе
skill-one-by-one-shape = Форма после слоя 1×1
skill-bottleneck-parameters = Параметры с узким местом

quiz-question-mix-pixel = В одном пикселе каналы, а их { $count }, содержат { $values }. У фильтра 1×1 веса { $weights } (в том же порядке) и смещение { $bias }. Что он выдаст в этом месте?
quiz-question-mix-pixel-picture = Уголки каналов, их { $count }. У фильтра 1×1 веса { $weights } для c = 1, 2, … и смещение { $bias }. Что он выдаст в обведённом пикселе?
quiz-question-one-by-one-shape = Вход { $c }×{ $h }×{ $w } (каналы, высота, ширина) проходит через свёртку 1×1; фильтров { $k }, шаг { $s }, без дополнения, округление вниз. Какова форма выхода?
quiz-question-one-by-one-shape-picture = Формы: каналы × высота × ширина. Фильтров { $k }, дополнения нет, размеры округляются вниз. Какова форма выхода?
quiz-question-bottleneck-parameters = Свёртка 1×1 превращает { $c } каналов в { $t }, затем свёртка { $f }×{ $f } делает { $k }. У каждого фильтра есть смещение. Сколько параметров у обоих слоёв вместе?
quiz-question-bottleneck-parameters-picture = Две свёртки подряд; C_out — число фильтров, у каждого есть смещение. Сколько параметров у обеих вместе?

quiz-alt-mix-pixel-picture = Небольшие таблицы чисел, всего { $count }; в каждой обведена одна и та же клетка.
quiz-alt-one-by-one-shape-picture = Цепочка: вход { $c }×{ $h }×{ $w }; свёртка 1×1, фильтров { $k }, шаг { $s }; выход неизвестной формы.
quiz-alt-bottleneck-parameters-picture = Цепочка: вход, каналов { $c }; свёртка 1×1, фильтров { $t }; свёртка { $f }×{ $f }, фильтров { $k }.

quiz-hint-mix-pixel-1 = Окно — один пиксель: важны только числа в этом месте, по одному на канал.
quiz-hint-mix-pixel-2 = Каждый канал умножьте на его вес, сложите и прибавьте смещение.
quiz-hint-one-by-one-shape-1 = Каждый фильтр складывает все каналы и оставляет одну карту.
quiz-hint-one-by-one-shape-2 = При F = 1: N' = ⌊(N − 1) / S⌋ + 1, а при шаге 1 это N.
quiz-hint-bottleneck-parameters-1 = Считайте слои по одному: число фильтров · (веса одного фильтра + 1).
quiz-hint-bottleneck-parameters-2 = C_t·(C_in + 1) + C_out·(C_t·F² + 1).

quiz-mistake-mix-no-bias = Забыто смещение: оно прибавляется к взвешенной сумме.
quiz-mistake-mix-no-weights = Каналы сложены как есть. Сначала каждый умножают на его вес.
quiz-mistake-mix-signs-lost = Потерян знак: канал с отрицательным весом уменьшает сумму.
quiz-mistake-mix-first-channel = Это только первый канал. Фильтр складывает по всем.
quiz-mistake-mix-strongest = Здесь оставлено только наибольшее произведение. Свёртка складывает все; максимум берёт пулинг.
quiz-mistake-mix-sums-multiplied = Сумма значений умножена на сумму весов. А каждое значение умножают только на свой вес.
quiz-mistake-point-channels-kept = Это каналы входа. На выходе их столько, сколько фильтров.
quiz-mistake-point-channels-multiplied = Числа каналов не перемножаются: каждый фильтр складывает все каналы входа в одну карту.
quiz-mistake-point-size-lost = 1×1 — размер окна, а не выхода: окно побывает в каждом месте.
quiz-mistake-point-size-shrunk = На единицу меньше: сначала N − F, а потом + 1 за начальное положение окна.
quiz-mistake-point-one-map = Одну карту оставляет один фильтр, а здесь их несколько.
quiz-mistake-point-stride-forgotten = Это размер при шаге 1. При большем шаге окно встаёт только на каждый S-й пиксель.
quiz-mistake-bottleneck-no-bias = Забыты смещения: по одному на каждый фильтр обоих слоёв.
quiz-mistake-bottleneck-direct = Это один широкий слой прямо по каналам входа, без слоя 1×1 перед ним.
quiz-mistake-bottleneck-second-only = Это только широкий слой. У слоя 1×1 есть и свои веса.
quiz-mistake-bottleneck-wide-input = Широкий слой посчитан по каналам входа. А он видит только те, что оставил слой 1×1.
quiz-mistake-bottleneck-side-once = В широком окне F² весов на канал, а не F.
quiz-mistake-bottleneck-first-squared = Первый слой посчитан с широким окном. Его собственное окно 1×1: один вес на канал.
