skill-ascent-step = Один шаг градиентного подъёма
skill-dream-objective = Значение S − λ‖I‖²
skill-linear-dream = Лучшая картинка линейной оценки
skill-score-or-probability = Растить оценку или вероятность
skill-regularizer = Что делает каждый приём
skill-small-zeroed = Обнуление малых чисел

quiz-question-ascent-step = Пиксель картинки I = { $pixel }, его градиент ∂S/∂I = { $gradient }. Каким он станет после шага градиентного подъёма с η = { $rate }{ $decay ->
    [0] , без штрафа?
   *[other] , если растим S − λ‖I‖² и λ = { $decay }?
  }
quiz-question-ascent-step-picture = Слева картинка I, справа градиент оценки. Каким станет пиксель в рамке после шага градиентного подъёма с η = { $rate }{ $decay ->
    [0] , без штрафа?
   *[other] , если растим S − λ‖I‖² и λ = { $decay }?
  }
quiz-question-dream-objective = Пиксели картинки: { $pixels }, её оценка S = { $score }. Чему равно S − λ‖I‖² при λ = { $decay }?
quiz-question-dream-objective-picture = Четыре картинки и их оценки. У какой S − λ‖I‖² больше всего, если λ = { $decay }?
quiz-question-linear-dream = Оценка линейная, S = w·I, веса w = ({ $weights }), λ = { $decay }. { $asked ->
    [value] Какого наибольшего значения достигает S − λ‖I‖²?
   *[pixel] При какой картинке S − λ‖I‖² больше всего: чему равен её пиксель номер { $place }?
  }
quiz-question-linear-dream-picture = Оценка линейная, S = w·I, веса { $weights } (по строкам), λ = { $decay }. При какой картинке S − λ‖I‖² больше всего?
quiz-question-score-or-probability = Оценки трёх классов (до softmax): { $a }, { $b } и { $c }. После шага вторая оценка упала до { $d }, остальные прежние. Какова теперь вероятность первого класса?
quiz-question-score-or-probability-picture = Столбики — оценки (до softmax), которые четыре картинки получили за три цифры. { $asked ->
    [score] Градиентный подъём растит оценку цифры { $digit }.
   *[probability] Градиентный подъём растит вероятность цифры { $digit }, после softmax.
  } Какая картинка по этой мерке лучшая? Штрафа нет.
quiz-question-regularizer = { $symptom ->
    [reg-blur] { $telling ->
        [1] Оценка огромная, а на картинке лишь отдельные светлые и тёмные пиксели вперемешку.
       *[other] Картинка похожа на рой точек: ни один пиксель не похож на соседей.
      }
    [reg-decay] { $telling ->
        [1] Картинка гладкая, но числа в ней с каждым шагом растут, и конца этому нет.
       *[other] У гладкой картинки в нескольких пикселях числа, каких на настоящих не бывает.
      }
    [reg-pixels] { $telling ->
        [1] Штрих виден ясно, но весь фон затянут слабой дымкой.
       *[other] Кроме ясного штриха, есть множество пикселей, едва отличных от нуля.
      }
   *[reg-gradients] { $telling ->
        [1] На каждом шаге чуть-чуть сдвигаются тысячи пикселей, от которых оценка почти не зависит.
       *[other] За шаг должны меняться только те пиксели, от которых оценка и правда зависит.
      }
  } Какой приём придуман для этого?
quiz-question-regularizer-number = Пиксель картинки равен { $pixel }, его градиент ∂S/∂I = 0. Что от него останется, если сделать { $steps } { $steps ->
    [one] шаг
    [few] шага
   *[many] шагов
  } градиентного подъёма по S − λ‖I‖² с η = { $rate } и λ = { $decay }?
quiz-question-regularizer-picture = Четыре картинки получены из одной: её оставили как есть, размыли, ослабили целиком, обнулили малые пиксели. { $change ->
    [reg-blur] Какую размыли?
    [reg-decay] Какую ослабили целиком?
   *[reg-pixels] На какой обнулили малые пиксели?
  } Чёрное — 0.
quiz-question-small-zeroed = Из { $count } пикселей обнулили { $percent } % — тех, что ближе всего к нулю, неважно с каким знаком: { $list }. Чему теперь равна сумма картинки?
quiz-question-small-zeroed-picture = Из { $count } пикселей обнулили { $percent } % — тех, что ближе всего к нулю, неважно с каким знаком. Чему теперь равна сумма картинки?

quiz-alt-ascent-step-picture = Две сетки чисел рядом; в обеих обведено одно и то же место: в первой { $pixel }, во второй { $gradient }.
quiz-alt-dream-objective-picture = Четыре сетки чисел два на два, от A до D, над каждой её оценка.
quiz-alt-linear-dream-picture = Четыре сетки чисел два на два, от A до D.
quiz-alt-score-or-probability-picture = Четыре диаграммы, от A до D, на каждой оценки трёх цифр столбиками.
quiz-alt-regularizer-picture = Четыре маленькие серые картинки со штрихом, от A до D.
quiz-alt-small-zeroed-picture = Сетка целых чисел ({ $count }), некоторые меньше нуля.

quiz-hint-ascent-step-1 = Подъём идёт вдоль градиента: шаг — это η, умноженное на наклон.
quiz-hint-ascent-step-2 = { $decay ->
    [0] Новый пиксель = I + η·∂S/∂I.
   *[other] Новый пиксель = I + η·(∂S/∂I − 2λI): производная λI² равна 2λI.
  }
quiz-hint-dream-objective-1 = ‖I‖² — сумма квадратов всех пикселей.
quiz-hint-dream-objective-2 = Сложите квадраты, умножьте на λ и вычтите из оценки.
quiz-hint-linear-dream-1 = Каждый пиксель выбирают сам по себе: он даёт w·I − λI². Где наклон этого выражения равен нулю?
quiz-hint-linear-dream-2 = w − 2λI = 0, значит, I = w / (2λ). Если подставить, каждый пиксель даст w² / (4λ).
quiz-hint-score-or-probability-1 = Каждая оценка S входит как e в степени S, а e в степени ln n — это n. И e⁰ = 1.
quiz-hint-score-or-probability-2 = Своя степень, делённая на сумму всех трёх, с новой второй оценкой.
quiz-hint-score-or-probability-picture-1 = Для оценки важен только один столбик, для вероятности — насколько он выше остальных.
quiz-hint-score-or-probability-picture-2 = По оценке: самый длинный столбик цифры { $digit }. По вероятности: тот её столбик, который сильнее всего возвышается над соседними.
quiz-hint-regularizer-1 = Размытие смешивает соседей, штраф ослабляет все пиксели одинаково, два других приёма обнуляют малые числа.
quiz-hint-regularizer-2 = Подумайте, какие пиксели должны измениться: непохожие на соседей, большие, едва заметные или те, у которых мал наклон.
quiz-hint-regularizer-number-1 = При нулевом градиенте остаётся один штраф: I − η·2λI.
quiz-hint-regularizer-number-2 = Каждый шаг умножает пиксель на 1 − 2ηλ.
quiz-hint-regularizer-picture-1 = Посмотрите на фон, потом на края штриха, потом на его яркость.
quiz-hint-regularizer-picture-2 = Размытие смягчает края; штраф затемняет всё одинаково; обнуление делает почти весь фон чёрным, а штрих не трогает.
quiz-hint-small-zeroed-1 = Малое — значит близкое к нулю: −1 малое, а −9 нет.
quiz-hint-small-zeroed-2 = Сколько чисел станут нулями: { $gone }. Вычеркните столько самых малых по величине и сложите остальные с их знаками.

quiz-choice-reg-blur = размытие раз в несколько шагов
quiz-choice-reg-decay = штраф, λ больше 0
quiz-choice-reg-pixels = обнулять малые пиксели
quiz-choice-reg-gradients = обнулять малые градиенты

quiz-reason-reg-blur = Размытие по Гауссу смешивает соседей: то, что есть лишь в одном пикселе, усредняется и пропадает, а штрихи остаются.
quiz-reason-reg-decay = Из-за −λ‖I‖² большие числа обходятся дорого: шаг забирает у пикселя долю 2ηλ, у больших больше всего.
quiz-reason-reg-pixels = Пиксели около нуля становятся нулями: дымка исчезает, штрих остаётся.
quiz-reason-reg-gradients = Самые малые производные обнуляют до шага: сдвигаются только важные пиксели.
quiz-reason-reg-panel-blur = Края мягкие, шум фона сглажен: каждый пиксель стал средним своих соседей.
quiz-reason-reg-panel-decay = Все пиксели уменьшились в одно и то же число раз: узор прежний, но темнее.
quiz-reason-reg-panel-pixels = Фон почти весь совсем чёрный, а штрих такой же яркий, как был.
quiz-reason-prob-panel-score = Столбик цифры { $digit } у неё самый длинный: { $best }. Остальные не важны.
quiz-reason-prob-panel-probability = Столбик цифры { $digit } у неё сильнее всего возвышается над другими: вероятность { $probability }, хотя у другой картинки оценка выше.

quiz-mistake-ascent-no-two = Потеряна двойка: производная λI² равна 2λI.
quiz-mistake-ascent-no-decay = Здесь нет штрафа: он отнимает от наклона 2λI.
quiz-mistake-ascent-decay-added = λ‖I‖² вычитают из оценки, поэтому и из наклона 2λI вычитают.
quiz-mistake-ascent-decay-unrated = На η умножают весь наклон, вместе с частью от штрафа.
quiz-mistake-ascent-gradient = η умножают на градиент, а не на пиксель.
quiz-mistake-ascent-down = Это шаг вниз, как при обучении. Здесь подъём: шаг прибавляют.
quiz-mistake-ascent-no-rate = Здесь шагом стал весь наклон: забыта η.
quiz-mistake-ascent-step-only = Это сам шаг. Его ещё нужно прибавить к пикселю.
quiz-mistake-objective-sum = Здесь сложены сами пиксели. В ‖I‖² складывают их квадраты.
quiz-mistake-objective-no-lambda = Забыта λ: она говорит, сколько стоят квадраты.
quiz-mistake-objective-root = Это длина ‖I‖. А нужен её квадрат, без корня.
quiz-mistake-objective-plus = Квадраты — это штраф: их вычитают из оценки.
quiz-mistake-objective-square-of-sum = Сначала каждый пиксель в квадрат, потом складывать, а не наоборот.
quiz-mistake-objective-score = Это одна оценка. Яркость картинки стоит λ‖I‖².
quiz-mistake-objective-panel-score = Оценка у неё самая высокая, но пиксели обходятся дороже.
quiz-mistake-objective-panel-pale = Пиксели у неё самые дешёвые, но и оценка слишком мала.
quiz-mistake-objective-panel-less = Посчитайте для неё S − λ‖I‖²: у другой картинки больше.
quiz-mistake-linear-no-two = Потеряна двойка: наклон λI² равен 2λI, поэтому I = w / (2λ).
quiz-mistake-linear-times = Штраф уменьшает пиксели: на 2λ делят, а не умножают.
quiz-mistake-linear-weight = Это сам вес. Лучшим пикселем он будет, только если 2λ = 1.
quiz-mistake-linear-sign = Знак у пикселя такой же, как у веса: тогда w·I больше нуля.
quiz-mistake-linear-half = Здесь забыта λ: I = w / (2λ).
quiz-mistake-linear-value-score = Это одна оценка w·I. Половину её забирает λ‖I‖².
quiz-mistake-linear-value-sum = Это сумма лучших пикселей. Каждый ещё надо умножить на вес и вычесть λ‖I‖².
quiz-mistake-linear-value-weights = Это ‖w‖². Разделите на 4λ.
quiz-mistake-linear-value-penalty = Это ‖I‖² лучшей картинки, а не то, чего она стоит.
quiz-mistake-linear-value-twice = Слишком много: подставьте I = w / (2λ) в w·I − λ‖I‖².
quiz-mistake-linear-panel-no-two = Вдвое ярче, чем нужно: это w / λ. Там штраф съедает весь выигрыш.
quiz-mistake-linear-panel-turned = Светло там, где веса меньше нуля: ниже оценки при такой яркости не бывает.
quiz-mistake-linear-panel-bright = Яркость на отрицательных весах снижает оценку. Эти пиксели тоже должны быть меньше нуля.
quiz-mistake-linear-panel-flat = Все пиксели одинаковы: о весах эта картинка ничего не знает.
quiz-mistake-prob-before = Такой вероятность была раньше. Вторая оценка с тех пор упала.
quiz-mistake-prob-gone = Здесь пропал второй класс. Оценка у него упала, но в сумме он остаётся.
quiz-mistake-prob-others = В сумму входит и степень самого класса.
quiz-mistake-prob-other = Это вероятность второго класса.
quiz-mistake-prob-third = По трети вышло бы при трёх равных оценках.
quiz-mistake-prob-power = Это e в степени оценки. Разделите на сумму всех трёх.
quiz-mistake-prob-panel-by-probability = У неё самая большая вероятность, потому что остальные оценки низкие. А сама оценка не самая большая.
quiz-mistake-prob-panel-by-score = У неё самая высокая оценка, но другие классы близко: вероятность не самая большая.
quiz-mistake-prob-panel-less = По этой мерке другая картинка лучше.
quiz-mistake-not-reg-blur = Размытие помогает против отдельных пикселей, непохожих на соседей.
quiz-mistake-not-reg-decay = Штраф помогает против чисел, которые слишком выросли.
quiz-mistake-not-reg-pixels = Так убирают слабый фон, который остался на картинке.
quiz-mistake-not-reg-gradients = Это касается шага: пиксели с малым наклоном не сдвигаются.
quiz-mistake-decay-no-two = Потеряна двойка: производная λI² равна 2λI.
quiz-mistake-decay-line = Каждый шаг забирает долю от того, что ещё осталось, а не от начального.
quiz-mistake-decay-once = Столько остаётся после одного шага.
quiz-mistake-decay-gone = Здесь умножено на 2ηλ, на долю, которая уходит. Остаётся 1 − 2ηλ.
quiz-mistake-decay-taken = Отнимают не одно и то же число, а долю: пиксель умножают на 1 − 2ηλ.
quiz-mistake-decay-grows = Штраф тянет к нулю: 1 − 2ηλ, а не 1 + 2ηλ.
quiz-mistake-reg-panel-blur = Эту размыли: края у неё мягкие.
quiz-mistake-reg-panel-decay = Эту ослабили целиком: узор прежний, но всё темнее.
quiz-mistake-reg-panel-pixels = Здесь обнулили малые пиксели: фон чёрный.
quiz-mistake-reg-panel-original = Это исходная картинка.
quiz-mistake-small-signed = Здесь вычеркнуты числа, которые на числовой оси левее. Малое — значит близкое к нулю: −9 большое.
quiz-mistake-small-negative = Здесь обнулены все числа меньше нуля. А уходят только малые, с любым знаком.
quiz-mistake-small-kept = Здесь осталось столько чисел, сколько должно уйти.
quiz-mistake-small-largest = Здесь остались малые. Им-то и надо уйти.
quiz-mistake-small-no-signs = То, что осталось, сохраняет свой знак.
quiz-mistake-small-none = Это сумма до обнуления.
