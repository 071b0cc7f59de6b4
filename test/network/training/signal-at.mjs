/** Loaded before a program: sends it the signal SIGNAL when it prints what AT says. */
const { SIGNAL, AT } = process.env;
const { write } = process.stdout;
process.stdout.write = function (text, ...rest) {
  const result = write.call(this, text, ...rest);
  if (AT && String(text).includes(AT)) process.kill(process.pid, SIGNAL);
  return result;
};
