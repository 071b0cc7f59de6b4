/** Writes answers one after the other, saying which ones were taken, until it is killed or has written enough. */
import { reviewed } from '../../dist/lessons/memory/schedule.js';
import { openStore } from '../../dist/src/store/store.js';

const [url, question, name, count = '100000'] = process.argv.slice(2);
const store = await openStore(url);
for (let index = 0; index < Number(count); index++) {
  const answer = {
    question: Number(question),
    learner: `${name}:${index}`,
    skill: 'unreached',
    given: '1',
    correct: true,
    at: 1000,
    event: `${name}:e${index}`,
  };
  await store.questions.answer(answer, reviewed);
  process.send(index);
}
await store.close();
process.disconnect();
