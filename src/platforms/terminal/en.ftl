terminal-hint = Type a command (Tab completes), @photo.jpg attaches a picture, #1 presses a button, a letter picks a choice; Ctrl-D ends.
terminal-picture = Picture: { $path }
terminal-progress = { $percent } %
terminal-no-file = There is no file { $path } that I could read.
terminal-not-json = This line is not JSON. Each line is an object such as {"{"}"user":"u1","text":"/help"{"}"}.
terminal-bad-line = The field { $field } of this line does not fit: { $problem }
