skill-size-padded = Размер с дополнением
skill-padding-same = Дополнение, сохраняющее размер
skill-find-kernel = Найти размер ядра
skill-find-padding = Найти дополнение

quiz-question-size-padded = Вход шириной { $n } дополнен на { $p } с каждой стороны; ядро шириной { $f }, шаг 1, без разрежения. Какова ширина выхода?
quiz-question-padding-same = Ядро шириной { $f } движется по входу шириной { $n } с шагом 1, без разрежения. Какое дополнение с каждой стороны сохранит ширину { $n }?
quiz-question-find-kernel = Вход шириной { $n } с дополнением { $p } с каждой стороны, шагом 1 и без разрежения стал шириной { $output }. Какова ширина ядра?
quiz-question-find-padding = Ядро шириной { $f }, шаг 1, без разрежения: вход шириной { $n } стал шириной { $output }. Каким было дополнение с каждой стороны?
quiz-question-size-padded-picture = Белые клетки — вход, заштрихованные — дополнение, рамка — окно; шаг 1, без разрежения. Какой ширины выход?
quiz-question-padding-same-picture = Четыре дополнения к одному и тому же входу шириной { $n } (белые клетки); окно шириной { $f } стоит на первом месте; шаг 1, без разрежения. С каким из них ширина выхода — { $n }?
quiz-question-find-kernel-picture = Вверху вход с дополнением, внизу выход; шаг 1, без разрежения. Какой ширины ядро?
quiz-question-find-padding-picture = Вверху вход без дополнения, внизу выход. Ядро шириной { $f }, шаг 1, без разрежения. Сколько клеток добавили с каждой стороны?

quiz-alt-size-padded-picture = Сетка: белые клетки { $n } на { $n }, с каждой стороны заштриховано по { $p }; рамка { $f } на { $f } на первом месте.
quiz-alt-padding-same-picture = Четыре полоски по { $n } белых клеток, с разным числом заштрихованных по краям; в начале рамка шириной { $f }.
quiz-alt-find-kernel-picture = Полоска из { $n } белых клеток, по краям заштриховано по { $p }; под ней полоска из { $output }.
quiz-alt-find-padding-picture = Полоска из { $n } клеток, под ней полоска из { $output }.

quiz-hint-size-padded-1 = Дополнение добавляется с обеих сторон, поэтому вход для ядра имеет ширину N + 2P.
quiz-hint-size-padded-2 = N' = N + 2P − F + 1.
quiz-hint-padding-same-1 = При шаге 1 ядро отнимает от ширины F − 1. Дополнение должно вернуть ровно столько.
quiz-hint-padding-same-2 = Стороны делят это поровну: P = (F − 1) / 2.
quiz-hint-find-kernel-1 = Возьмите N' = N + 2P − F + 1 и выразите F.
quiz-hint-find-kernel-2 = F = N + 2P − N' + 1.
quiz-hint-find-padding-1 = Без дополнения ширина выхода была бы N − F + 1. Разницу добавили обе стороны вместе.
quiz-hint-find-padding-2 = 2P = N' − 1 + F − N; на каждую сторону приходится половина.

quiz-mistake-padding-both-sides = F − 1 нужно обеим сторонам вместе. P — это дополнение с каждой стороны, то есть половина.
quiz-mistake-padding-rounded-up = Это (F + 1) / 2. Ядро отнимает F − 1, поэтому каждая сторона возвращает (F − 1) / 2.
quiz-mistake-padding-none = Без дополнения выход уменьшится на F − 1.
quiz-mistake-padding-as-kernel = С дополнением шириной в ядро выход вырос бы: N + 2F − F + 1 = N + F + 1.
quiz-mistake-padding-always-one = Дополнение 1 сохраняет размер только для ядра шириной 3.
quiz-mistake-backwards-forgot-plus-one = Забыта единица: из N' = N + 2P − F + 1 следует F = N + 2P − N' + 1.
quiz-mistake-backwards-one-padding = Дополнение есть с обеих сторон, поэтому входит как 2P.
quiz-mistake-backwards-no-padding = Дополнение не учтено: ядро шло по N + 2P столбцам.
quiz-mistake-backwards-plus-two = На единицу больше: F = N + 2P − N' + 1.
quiz-mistake-backwards-difference = Одной разности N − N' мало: нужны ещё дополнение и единица.
quiz-mistake-find-padding-both-sides = Столько добавляют обе стороны вместе. P — это дополнение с каждой стороны, то есть половина.
quiz-mistake-find-padding-difference = Одной разности N' − N мало: ещё F − 1 отнимает ядро, и дополнение возмещает и это.
quiz-mistake-find-padding-plus-one = На единицу больше: ядро отнимает F − 1, а не F + 1.
quiz-mistake-find-padding-same = (F − 1) / 2 — это дополнение, сохраняющее размер; здесь размер изменился.
quiz-mistake-find-padding-none = Без дополнения ширина выхода была бы N − F + 1; здесь она больше.
quiz-mistake-find-padding-forgot-one = Не вычтена единица: 2P = N' − 1 + F − N.
