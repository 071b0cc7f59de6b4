skill-network-shape = Форма на пути через сеть
skill-flatten-length = Длина развёрнутого вектора
skill-network-parameters = Параметры небольшой сети
skill-missing-layer = Что это за слой?

quiz-question-network-shape = Вход { $c }×{ $n }×{ $n } проходит свёртку ({ $k } { $k ->
    [one] фильтр
    [few] фильтра
   *[other] фильтров
  } { $f }×{ $f }, P = { $p }), ReLU, пулинг по максимуму { $w }×{ $w }{ $stages ->
    [2] {""}
   *[other] , свёртку ({ $k2 } { $k2 ->
        [one] фильтр
        [few] фильтра
       *[other] фильтров
      } { $f2 }×{ $f2 }, P = 0), ReLU
  }{ $stages ->
    [4] , такой же пулинг
   *[other] {""}
  }. Свёртки: шаг 1, без разрежения; пулинг: шаг { $w }, с округлением вниз. Какая форма на выходе?
quiz-question-network-shape-picture = Какую форму даёт последний слой? C_out — число фильтров, S — шаг, P — дополнение; где не указано, S = 1 и P = 0. Без разрежения, размеры округляются вниз.
quiz-question-flatten-length = Вход { $c }×{ $n }×{ $n } проходит свёртку ({ $k } { $k ->
    [one] фильтр
    [few] фильтра
   *[other] фильтров
  } { $f }×{ $f }, P = { $p }), ReLU{ $stages ->
    [1] {""}
   *[other] , пулинг { $w }×{ $w }
  }{ $stages ->
    [4] , свёртку ({ $k2 } { $k2 ->
        [one] фильтр
        [few] фильтра
       *[other] фильтров
      } { $f2 }×{ $f2 }, P = 0), ReLU, такой же пулинг
   *[other] {""}
  } и развёртку. Свёртки: шаг 1, без разрежения{ $stages ->
    [1] {""}
   *[other] ; пулинг: шаг { $w }, с округлением вниз
  }. Какой длины вектор?
quiz-question-flatten-length-picture = Сколько чисел в векторе после развёртки? S — шаг, P — дополнение; где не указано, S = 1 и P = 0. Без разрежения, размеры округляются вниз.
quiz-question-network-parameters = Вход { $c }×{ $n }×{ $n } проходит свёртку ({ $k } { $k ->
    [one] фильтр
    [few] фильтра
   *[other] фильтров
  } { $f }×{ $f }, шаг 1, без дополнения), ReLU, { $stages ->
    [1] {""}
   *[other] пулинг 2×2 (шаг 2),{" "}
  }развёртку, { $h ->
    [0] {""}
   *[other] полносвязный слой на { $h } { $h ->
        [one] выход
        [few] выхода
       *[other] выходов
      }, ReLU,{" "}
  }полносвязный слой на { $m } { $m ->
    [one] выход
    [few] выхода
   *[other] выходов
  }. У всех слоёв есть смещения. Сколько параметров учит сеть?
quiz-question-network-parameters-picture = Сколько параметров учит эта сеть? У каждой свёртки и каждого полносвязного слоя есть смещения.
quiz-question-missing-layer = В таблице слоёв на входе { $given }, на выходе { $output }, { $parameters ->
    [0] параметров нет
   *[other] параметров { $parameters }
  }. Что это за слой? (Смещения есть, шаг 1, дополнения нет, если не сказано иное.)
quiz-question-missing-layer-picture = Один слой этой таблицы потерял имя (?). Что это за слой? Смещения есть, шаг 1, дополнения нет, если не сказано иное. Прочерк — параметров нет.
quiz-question-missing-layer-number = Свёртка с шагом 1 превращает { $c }×{ $n }×{ $n } в { $k }×{ $side }×{ $side }; параметров вместе со смещениями — { $parameters }. Окно квадратное, дополнение не названо. Какой ширины окно?
quiz-question-missing-layer-drawn = У свёртки квадратное окно, шаг 1, а параметров вместе со смещениями — { $parameters }; дополнение не названо. Какой ширины её окно?

quiz-choice-layer-conv = свёртка { $f }×{ $f }, фильтров: { $k }
quiz-choice-layer-conv-other = свёртка { $g }×{ $g }, фильтров: { $k }
quiz-choice-layer-conv-same = свёртка { $f }×{ $f }, фильтров: { $k }, дополнение { $p }
quiz-choice-layer-conv-one = свёртка 1×1, фильтров: { $k }
quiz-choice-layer-conv-strided = свёртка 3×3, фильтров: { $k }, шаг 2, дополнение 1
quiz-choice-layer-max-pool = пулинг по максимуму 2×2, шаг 2
quiz-choice-layer-relu = ReLU
quiz-choice-layer-flatten = развёртка в вектор
quiz-choice-layer-gap = среднее каждой карты (глобальный пулинг)
quiz-choice-layer-linear = полносвязный слой, выходов: { $m }
quiz-choice-layer-linear-bare = полносвязный слой без смещений, выходов: { $m }

quiz-alt-network-shape-picture = Нарисованная сеть от входа { $c }×{ $n }×{ $n }; вместо формы последнего слоя вопросительный знак.
quiz-alt-flatten-length-picture = Нарисованная сеть от входа { $c }×{ $n }×{ $n } до вектора; вместо его длины вопросительный знак.
quiz-alt-network-parameters-picture = Нарисованная сеть со всеми формами, от входа { $c }×{ $n }×{ $n } до выхода; чисел на выходе: { $m }.
quiz-alt-missing-layer-picture = Таблица слоёв с выходами и числом параметров; у одного слоя (выход { $output }, параметров { $parameters }) вместо имени вопросительный знак.
quiz-alt-missing-layer-drawn = Нарисованная сеть: { $c }×{ $n }×{ $n }, свёртка с неизвестным окном, { $k }×{ $side }×{ $side }, затем пулинг.

quiz-hint-network-shape-1 = Идите слой за слоем. Число каналов задают фильтры последней свёртки; ReLU и пулинг его не меняют.
quiz-hint-network-shape-2 = Свёртка: N' = N + 2P − F + 1. Пулинг: N' = ⌊N / { $w }⌋. ReLU размеров не меняет.
quiz-hint-flatten-length-1 = Сначала найдите каналы, высоту и ширину того, что разворачивают.
quiz-hint-flatten-length-2 = Развёртка выписывает все числа подряд: их C·H·W.
quiz-hint-network-parameters-1 = Учатся только свёртки и полносвязные слои. Сколько чисел получает первый полносвязный слой?
quiz-hint-network-parameters-2 = Свёртка: C_out·(C_in·F² + 1). Полносвязный слой: (n + 1)·m. Сложите всё.
quiz-hint-missing-layer-1 = Сравните формы: что стало с каналами, что — с высотой и шириной?
quiz-hint-missing-layer-2 = Если форму дают два разных слоя, решает число параметров: у пулинга, ReLU, развёртки и среднего их нет.
quiz-hint-missing-layer-number-1 = По формам окно и дополнение не разделить, но число параметров от дополнения не зависит.
quiz-hint-missing-layer-number-2 = { $parameters } = { $k }·({ $c }·F² + 1). Выразите F.
quiz-hint-missing-layer-drawn-1 = По формам окно и дополнение не разделить, но число параметров от дополнения не зависит.
quiz-hint-missing-layer-drawn-2 = { $parameters } = { $k }·({ $c }·F² + 1). Выразите F.

quiz-mistake-through-channels-kept = Здесь каналов столько же, сколько на входе. А свёртка даёт столько карт, сколько в ней фильтров.
quiz-mistake-through-plus-one = В каждой свёртке потеряна единица: N' = N + 2P − F + 1.
quiz-mistake-through-no-pool = Пулинг не учтён: с шагом { $w } он делит высоту и ширину на { $w }.
quiz-mistake-through-channels-multiplied = Фильтры на каналы не умножаются: каждый фильтр видит все каналы и даёт одну карту.
quiz-mistake-through-conv-kept = Здесь размер уменьшает только пулинг. Но свёртка отнимает F − 1 и возвращает 2P.
quiz-mistake-through-pool-channels = Пулинг берёт каждую карту отдельно: высота и ширина уменьшаются, а каналов остаётся столько же.
quiz-mistake-through-no-padding = Забыто дополнение: перед первой свёрткой с каждой стороны добавляется { $p }.
quiz-mistake-unroll-one-map = Это одна карта. Разворачивают карты всех каналов.
quiz-mistake-unroll-one-side = Считаются и высота, и ширина: C·H·W, а не C·H.
quiz-mistake-unroll-no-pool = Пулинг не учтён: он делит высоту и ширину на { $w }.
quiz-mistake-unroll-plus-one = В каждой свёртке потеряна единица: N' = N + 2P − F + 1.
quiz-mistake-unroll-input = Столько чисел на входе сети. Разворачивают то, что дал последний слой.
quiz-mistake-unroll-conv-kept = Не учтено, что свёртки меняют высоту и ширину: N' = N + 2P − F + 1.
quiz-mistake-unroll-input-channels = Взяты каналы входа. После свёртки каналов столько, сколько фильтров.
quiz-mistake-unroll-added = Каналы, высоту и ширину перемножают: в каждой карте H·W чисел.
quiz-mistake-netsum-no-biases = Забыты смещения: по одному на каждый фильтр и на каждый выход полносвязного слоя.
quiz-mistake-netsum-no-pool = Здесь развёрнуто то, что было до пулинга, а он оставляет четверть чисел.
quiz-mistake-netsum-one-map = Здесь развёрнута только одна карта. В векторе карты всех фильтров.
quiz-mistake-netsum-no-conv = Забыты параметры самой свёртки.
quiz-mistake-netsum-conv-connected = Здесь полносвязный слой получает саму картинку. А он получает то, что осталось после слоёв перед ним.
quiz-mistake-netsum-one-channel = У фильтра есть веса для каждого канала, который он видит; каналов здесь { $c }.
quiz-mistake-netsum-one-filter = Здесь сосчитан один фильтр свёртки, а всего их { $k }.
quiz-mistake-netsum-one-bias = У каждого фильтра своё смещение, а здесь сосчитано одно на всех.
quiz-mistake-netsum-no-last = Забыт последний слой: входов у него { $h }, выходов { $m }.
quiz-mistake-missing-layer-conv = Без дополнения эта свёртка отнимает у высоты и ширины { $f } − 1. Сравните с выходом.
quiz-mistake-missing-layer-conv-other = Окно шириной { $g } отнимает у высоты и ширины { $g } − 1. Сравните с выходом.
quiz-mistake-missing-layer-conv-same = Это дополнение сохраняет высоту и ширину, а весов на фильтр приходится C_in·{ $f }². Выход и параметры вместе не сходятся.
quiz-mistake-missing-layer-conv-one = Свёртка 1×1 сохраняет высоту и ширину, а на фильтр у неё лишь C_in весов и смещение. Выход и параметры вместе не сходятся.
quiz-mistake-missing-layer-conv-strided = Эта свёртка тоже уменьшает высоту и ширину вдвое, но она учится: на фильтр C_in·3² весов и смещение. Её выдают параметры.
quiz-mistake-missing-layer-max-pool = Пулинг уменьшает высоту и ширину вдвое, каналы сохраняет, параметров не имеет. Выход и параметры вместе не сходятся.
quiz-mistake-missing-layer-relu = ReLU сохраняет форму, но учить в ней нечего. А здесь параметры есть.
quiz-mistake-missing-layer-flatten = Развёртка сохраняет все числа, только в ряд, и параметров не имеет. Выход и параметры вместе не сходятся.
quiz-mistake-missing-layer-gap = Среднее каждой карты оставляет по числу на канал и параметров не имеет. Выход и параметры вместе не сходятся.
quiz-mistake-missing-layer-linear = Со смещениями параметров (n + 1)·{ $m }. Сравните.
quiz-mistake-missing-layer-linear-bare = Без смещений параметров n·{ $m }. Сравните.
quiz-mistake-window-squared = Это F², число клеток окна. Ширина — корень из него.
quiz-mistake-window-per-filter = Это веса одного фильтра: C_in·F². Разделите на число каналов и извлеките корень.
quiz-mistake-window-with-bias = Это параметры одного фильтра вместе со смещением: C_in·F² + 1.
quiz-mistake-window-difference = Окно шириной F отнимает F − 1 клеток, так что F на единицу больше.
quiz-mistake-window-padding = Так было бы без дополнения, а оно здесь есть. Число параметров от него не зависит.
quiz-mistake-window-weights = Это веса всех фильтров. Разделите на число фильтров и каналов и извлеките корень.

quiz-reason-missing-layer-conv = Без дополнения окно { $f }×{ $f } отнимает { $f } − 1, число каналов задают фильтры ({ $k }), и при C_in = { $c } параметров { $k }·({ $c }·{ $f }² + 1) = { $parameters }.
quiz-reason-missing-layer-conv-same = Высота и ширина сохранились, значит, есть дополнение; { $k }·({ $c }·{ $f }² + 1) = { $parameters } — столько параметров у окна { $f }×{ $f }.
quiz-reason-missing-layer-conv-one = Высота и ширина сохранились, а { $k }·({ $c }·1² + 1) = { $parameters } — столько параметров у окна в одну клетку.
quiz-reason-missing-layer-conv-strided = Высота и ширина уменьшились вдвое, но параметры есть: { $k }·({ $c }·3² + 1) = { $parameters }. Значит, это свёртка с шагом 2.
quiz-reason-missing-layer-max-pool = Высота и ширина уменьшились вдвое, каналы остались, учить нечего: это пулинг.
quiz-reason-missing-layer-flatten = Все числа из { $given } на месте, только в ряд, и учить нечего: это развёртка.
quiz-reason-missing-layer-gap = Осталось по числу на канал (каналов { $c }), и учить нечего: это среднее каждой карты.
quiz-reason-missing-layer-linear = ({ $given } + 1)·{ $m } = { $parameters }: у каждого выхода вес для каждого входа и смещение.
quiz-reason-missing-layer-linear-bare = { $given }·{ $m } = { $parameters }: у каждого выхода вес для каждого входа, смещений нет.
