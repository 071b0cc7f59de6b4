import type { Browser, Locator } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserPath, launchBrowser, type OpenOptions, openPage, whyNoBrowser } from './browser.ts';
import {
  CHOOSE_FILE_OF,
  CONTRASTS,
  FITS_ITS_WIDTH,
  GIVE_FILE,
  hasFocus,
  IS_DRAWN,
  IS_INKED,
  PLACEHOLDER_COLOR,
  SMALL_TARGETS,
  UNNAMED,
} from './in-page.ts';
import { picture } from './tutor/commands.ts';
import { startTutor, type Tutor } from './tutor/tutor.ts';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

test.skipIf(browserPath !== undefined)(`the page in a browser: skipped, ${whyNoBrowser}`, (context) => context.skip(whyNoBrowser));

describe.skipIf(browserPath === undefined)('the page in a browser', () => {
  let tutor: Tutor;
  let browser: Browser;
  beforeAll(async () => {
    [tutor, browser] = await Promise.all([startTutor(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await tutor?.stop();
  });

  /** A new person on the page, and what they do there. */
  async function visit(options: OpenOptions = {}) {
    const page = await openPage(browser, tutor.url, options);
    const field = page.getByRole('combobox');
    const log = page.getByRole('log');
    return {
      page,
      field,
      log,
      last: log.getByRole('article').last(),
      async say(text: string) {
        await field.fill(text);
        await field.press('Enter');
      },
      async leave() {
        expect(page.problems).toEqual([]);
        await page.context().close();
      },
    };
  }
  const file = async (name = 'leaf.png') => ({ name, mimeType: 'image/png', buffer: Buffer.from(await picture(320, 240)) });

  test('a learner is welcomed, asks, and sees the answer with its table, formula and picture', async () => {
    const { page, log, last, say, leave } = await visit();
    await log.getByText('Welcome.').waitFor();
    await page.locator('input[type=file]').setInputFiles(await file());
    await page.getByRole('button', { name: 'Remove leaf.png' }).waitFor();
    await say('/convolve kernel=outline');
    await last.getByRole('heading', { name: 'outline, stride 1' }).waitFor();
    expect(await last.getByRole('columnheader').allTextContents()).toEqual(['Kernel', 'Input', 'Output', 'Multiplications']);
    const formulas = last.getByRole('math');
    expect(await formulas.allTextContents()).toEqual(['N′=⌊640+2⋅1−31⌋+1=640', 'место=2⋅W']);
    expect(await last.locator('.math.plain').textContent()).toBe('what cannot be typeset = as text');
    await last.getByRole('button', { name: 'Open large: Edges of leaf.png' }).waitFor();
    expect(await log.locator('.own img').getAttribute('alt')).toBe('leaf.png');
    expect(await page.locator('.attachments li').count()).toBe(0);
    await leave();
  });

  test('Shift+Enter breaks the line, and ↑ brings back what was sent', async () => {
    const { field, log, say, leave } = await visit();
    await field.fill('first');
    await field.press('Shift+Enter');
    await field.pressSequentially('second');
    expect(await field.inputValue()).toBe('first\nsecond');
    await field.press('Enter');
    await log.locator('.own').getByText('first').waitFor();
    await say('/secret');
    await field.press('ArrowUp');
    expect(await field.inputValue()).toBe('/secret');
    await field.press('ArrowUp');
    expect(await field.inputValue()).toBe('first\nsecond');
    await field.press('ArrowDown');
    expect(await field.inputValue()).toBe('/secret');
    await leave();
  });

  test('commands, options and values are completed from the keyboard', async () => {
    const { page, field, last, leave } = await visit();
    await field.pressSequentially('/con');
    const list = page.getByRole('listbox', { name: 'Suggestions' });
    await list.getByRole('option', { name: '/convolve See what a convolution kernel does' }).waitFor();
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    expect(await page.locator(`#${await field.getAttribute('aria-activedescendant')}`).textContent()).toContain('/convolve');
    await field.press('Enter');
    expect(await field.inputValue()).toBe('/convolve ');
    expect(await list.getByRole('option').allTextContents()).toEqual([
      expect.stringContaining('image='),
      'kernel=Which kernel · sobel if left out',
      'stride=Step of the kernel, pixels · 1…8, 1 if left out',
    ]);
    await field.press('ArrowDown');
    await field.press('ArrowDown');
    await field.press('Enter');
    await field.pressSequentially('ga');
    await field.press('Tab');
    expect(await field.inputValue()).toBe('/convolve kernel=gaussian ');
    await field.press('Escape');
    expect(await list.isVisible()).toBe(false);
    await field.press('Enter');
    await last
      .locator('.body')
      .getByText(/picture/i)
      .waitFor();
    await leave();
  });

  test('pictures come by pasting and by dropping, and can be taken back', async () => {
    const { page, field, last, say, leave } = await visit();
    await page.getByText('Welcome.').waitFor();
    const bytes = [...(await picture(64, 64))];
    const give = (kind: 'paste' | 'drop', name: string) => field.evaluate(GIVE_FILE, { kind, name, bytes });
    await give('paste', 'pasted.png');
    await page.getByRole('button', { name: 'Remove pasted.png' }).click();
    expect(await page.locator('.attachments li').count()).toBe(0);
    await give('drop', 'dropped.png');
    await page.getByRole('button', { name: 'Remove dropped.png' }).waitFor();
    await say('/convolve');
    await last.getByText('dropped.png').first().waitFor();
    await leave();
  });

  test.each([
    ['moves', undefined, { button: 'Open large: moving.gif', moving: 1, still: 0 }],
    ['stands still for whoever wants no motion, and moves when opened', 'reduce', { button: 'Play: moving.gif', moving: 0, still: 1 }],
  ] as const)('an animation %s', async (_how, reducedMotion, { button, moving, still }) => {
    const { page, log, say, leave } = await visit(reducedMotion === undefined ? {} : { reducedMotion });
    const frames = await Promise.all([picture(90, 60), picture(90, 60, 60)]);
    const buffer = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    await page.locator('input[type=file]').setInputFiles({ name: 'moving.gif', mimeType: 'image/gif', buffer });
    await page.getByRole('button', { name: 'Remove moving.gif' }).waitFor();
    await say('/classify');
    const opener = log.getByRole('button', { name: button });
    await opener.waitFor();
    expect([await opener.locator('img').count(), await opener.locator('canvas').count()]).toEqual([moving, still]);
    if (still > 0) await expect.poll(() => opener.locator('canvas').evaluate(IS_DRAWN, null)).toBe(true);
    await opener.click();
    expect(await page.getByRole('dialog').locator('img').getAttribute('src')).toMatch(/\.gif$/);
    await leave();
  });

  test('a file above the limit is refused with a sentence before it is sent', async () => {
    const { page, leave } = await visit();
    await page.locator('input[type=file]').evaluate(CHOOSE_FILE_OF, 20 * 1024 * 1024 + 1);
    expect(await page.getByRole('alert').textContent()).toContain('huge.png is larger than 20 MB');
    await leave();
  });

  test('a digit drawn with the pointer is read', async () => {
    const { page, last, leave } = await visit();
    await page.getByRole('button', { name: 'Draw a digit' }).click();
    const dialog = page.getByRole('dialog', { name: 'Draw one digit' });
    await dialog.getByRole('button', { name: 'Read it' }).click();
    expect(await dialog.getByRole('alert').textContent()).toBe('Draw something first.');
    const box = (await dialog.getByRole('application').boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.8, { steps: 8 });
    await page.mouse.up();
    await dialog.getByRole('button', { name: 'Read it' }).click();
    await last.getByText(/Read drawing.png: 560×560, \d channels, paper 2[45]\d, ink (1?\d|2\d)$/).waitFor();
    await leave();
  });

  test('a digit can be drawn from the keyboard, undone and cleared', async () => {
    const { page, leave } = await visit();
    await page.getByRole('button', { name: 'Draw a digit' }).click();
    const dialog = page.getByRole('dialog');
    const pad = dialog.getByRole('application');
    expect(await hasFocus(pad)).toBe(true);
    const inked = () => pad.evaluate(IS_INKED, null);
    await page.keyboard.press('Space');
    for (let step = 0; step < 10; step++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    expect(await inked()).toBe(true);
    await dialog.getByRole('button', { name: 'Undo' }).click();
    expect(await inked()).toBe(false);
    await page.keyboard.press('Escape');
    expect(await dialog.count()).toBe(0);
    expect(await hasFocus(page.getByRole('button', { name: 'Draw a digit' }))).toBe(true);
    await leave();
  });

  test('a quiz is answered by its choices, with a solution to open and a hint that replaces the question', async () => {
    const { page, log, last, say, leave } = await visit();
    await say('/quiz');
    const choice = log.getByRole('button', { name: '6 × 6' });
    await choice.click();
    await last.getByText('Not quite.').waitFor();
    expect(await choice.getAttribute('aria-pressed')).toBe('true');
    expect(await choice.getAttribute('aria-disabled')).not.toBe('true');
    const solution = last.getByText('five places');
    expect(await solution.isVisible()).toBe(false);
    await last.getByText('Show').click();
    expect(await solution.isVisible()).toBe(true);
    // an older button still works
    await log.getByRole('button', { name: '5 × 5' }).click();
    await last.getByText('Right.').waitFor();
    const before = await log.getByRole('article').count();
    await page.getByRole('button', { name: 'Hint' }).click();
    await log.getByText('The hint: it fits first').waitFor();
    expect(await log.getByRole('article').count()).toBe(before);
    await leave();
  });

  test('a typed answer has the focus, its own field, and stays in the conversation', async () => {
    const { page, log, last, say, leave } = await visit();
    await say('/quiz typed');
    const answer = last.getByRole('textbox', { name: 'Width of the output' });
    await answer.waitFor();
    await expect.poll(() => hasFocus(answer)).toBe(true);
    await page.keyboard.type('4');
    await page.keyboard.press('Enter');
    await last.getByText('4 is not it.').waitFor();
    expect(await log.locator('.own .said').last().textContent()).toBe('4');
    await leave();
  });

  test('a button works while its answer is made, and shows how far it is', async () => {
    const { page, field, last, say, leave } = await visit();
    tutor.hold();
    await say('/slow');
    await page.getByText('Epoch 2 of 5').waitFor();
    expect(await page.getByRole('progressbar').getAttribute('value')).toBe('0.4');
    await page.locator('.log').getByRole('button', { name: '/quiz' }).first().click();
    const pressed = page.locator('.log').getByRole('button', { name: '/quiz' }).first();
    expect(await pressed.getAttribute('aria-disabled')).toBe('true');
    tutor.release();
    await last.getByText('How wide').waitFor();
    await expect.poll(() => pressed.getAttribute('aria-disabled')).toBe('false');
    expect(await page.getByRole('progressbar').count()).toBe(0);
    await field.focus();
    await leave();
  });

  test('work that is watched is one message whose picture changes in its place, whose button works, and which becomes the answer', async () => {
    const { page, log, last, say, leave } = await visit();
    await log.getByText('Welcome.').waitFor();
    tutor.hold();
    await say('/watch');
    await last.getByText('Step 1').waitFor();
    const first = await last.locator('img').getAttribute('src');
    const articles = await log.getByRole('article').count();
    await last.getByText('Step 2').waitFor();
    await expect.poll(() => last.locator('img').evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth)).toBe(900);
    expect(await last.locator('img').getAttribute('src')).not.toBe(first);
    await last.getByRole('button', { name: 'Stop' }).click();
    tutor.release();
    await last.getByText('Learned.').waitFor();
    await last.getByRole('button', { name: 'Again' }).waitFor();
    expect(await log.getByRole('article').count()).toBe(articles);
    await expect.poll(() => page.getByRole('progressbar').count()).toBe(0);
    await leave();
  });

  test('a form that a button needs opens as a dialog', async () => {
    const { page, last, say, leave } = await visit();
    await say('/secret');
    await last.getByRole('button', { name: 'Ask me' }).click();
    const dialog = page.getByRole('dialog', { name: 'Answer' });
    await dialog.getByRole('textbox', { name: 'Width of the output' }).fill('5');
    await page.keyboard.press('Enter');
    await last.getByText('Right.').waitFor();
    await leave();
  });

  test('a picture opens large, in its own pixels, and closes on Esc', async () => {
    const { page, last, say, leave } = await visit(PHONE);
    await page.locator('input[type=file]').setInputFiles(await file());
    await say('/convolve');
    await last.getByRole('button', { name: /Open large: Edges/ }).click();
    const dialog = page.getByRole('dialog', { name: 'convolve.png' });
    const shown = dialog.getByRole('img', { name: /Edges of leaf/ });
    await shown.waitFor();
    await dialog.getByRole('button', { name: 'Actual size' }).click();
    await expect.poll(async () => (await shown.boundingBox())?.width).toBe(900);
    expect(await dialog.getByRole('link', { name: 'Download' }).getAttribute('download')).toBe('convolve.png');
    await page.keyboard.press('Escape');
    expect(await dialog.count()).toBe(0);
    await leave();
  });

  test('two people in a room see each other and what is for everyone, not what is private', async () => {
    const anna = await visit({ path: '/?room=cnn' });
    await anna.page.getByRole('dialog', { name: 'What is your name?' }).getByRole('textbox').fill('Anna');
    await anna.page.keyboard.press('Enter');
    const boris = await visit({ path: '/?room=cnn', locale: 'ru-RU' });
    await boris.page.getByRole('dialog', { name: 'Как вас зовут?' }).getByRole('textbox').fill('Борис');
    await boris.page.keyboard.press('Enter');
    await anna.page.getByText('2 people here').waitFor();
    await boris.page.getByText('Здесь 2 человека').waitFor();
    await boris.say('Добрый вечер');
    await anna.log.getByText('Добрый вечер').waitFor();
    expect(await anna.last.locator('.who').textContent()).toContain('Борис');
    await anna.say('/quiz');
    await boris.last.getByRole('button', { name: '5 × 5' }).click();
    await boris.last.getByText('Видно только вам').waitFor();
    await anna.say('Well?');
    await boris.log.getByText('Well?').waitFor();
    expect(await anna.log.getByText('Right.').count()).toBe(0);
    expect(await anna.log.getByRole('button', { name: '5 × 5' }).getAttribute('aria-pressed')).toBe('false');
    await anna.leave();
    await boris.page.getByText('Здесь 1 человек').waitFor();
    await boris.leave();
  });

  test('a reload shows the conversation again, with buttons that work', async () => {
    const { page, log, last, say, leave } = await visit();
    await say('/quiz');
    await last.getByText('How wide').waitFor();
    await page.reload();
    await log.getByRole('button', { name: '5 × 5' }).click();
    await last.getByText('Right.').waitFor();
    await leave();
  });

  test('what is written while the tutor is away is sent once when it is back', async () => {
    const { page, log, last, say, leave } = await visit();
    await say('/quiz');
    await last.getByText('How wide').waitFor();
    const before = tutor.events.length;
    await tutor.restart(async () => {
      await page.getByText('No connection.').waitFor();
      await say('/slow');
      await log.getByText('Sending…').waitFor();
    });
    await last.getByText('Done at last.').waitFor({ timeout: 20_000 });
    expect(await log.getByText('/slow', { exact: true }).count()).toBe(1);
    expect(tutor.events.length - before).toBe(1);
    await log.getByRole('button', { name: '5 × 5' }).click();
    await last.getByText('Right.').waitFor();
    await leave();
  });

  test('the page speaks Russian to a Russian browser, and English at a press', async () => {
    const { page, field, log, say, leave } = await visit({ locale: 'ru-RU' });
    await log.getByText('Здравствуйте.').waitFor();
    expect(await page.title()).toBe('Тьютор по свёрткам');
    expect(await page.locator('html').getAttribute('lang')).toBe('ru');
    await field.fill('набрано');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Русский' }).waitFor();
    expect(await field.inputValue()).toBe('набрано');
    expect(await page.title()).toBe('Convolution Tutor');
    // a choice made in the conversation moves the page, and the page's switch changes that choice
    await say('/settings ru');
    await page.getByRole('button', { name: 'English' }).click();
    await log.getByText('Language: English').waitFor();
    await page.getByRole('button', { name: 'Русский' }).waitFor();
    await leave();
  });

  test('the dark theme follows the system, and a choice stays after a reload', async () => {
    const { page, leave } = await visit({ colorScheme: 'dark' });
    const paper = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    expect(await paper()).toBe('rgb(18, 22, 24)');
    await page.getByRole('button', { name: 'Light theme' }).click();
    expect(await paper()).toBe('rgb(247, 245, 240)');
    await page.reload();
    expect(await paper()).toBe('rgb(247, 245, 240)');
    await leave();
  });

  test('on a narrow phone nothing is wider than the screen, and what is pressed is large enough', async () => {
    const { page, last, say, leave } = await visit({ ...PHONE, locale: 'ru-RU', path: '/?room=cnn' });
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('input[type=file]').setInputFiles(await file('очень-длинное-имя-снимка-без-единого-пробела.png'));
    await say('/convolve');
    await last.getByRole('heading').waitFor();
    await say(`${'длинно'.repeat(40)} ${'x'.repeat(300)}`);
    await say('/quiz');
    await last.locator('.choice').first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    expect(await page.locator('.scroller').evaluate(FITS_ITS_WIDTH, null)).toBe(true);
    const small = await page.locator('button:visible, .button:visible, input:visible').evaluateAll(SMALL_TARGETS, null);
    expect(small).toEqual([]);
    await leave();
  });

  test('markup in a message, a name or a file name stays text', async () => {
    const attack = '<img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script>';
    const anna = await visit({ path: '/?room=attack' });
    await anna.page.getByRole('dialog').getByRole('textbox').fill('<b>A</b>');
    await anna.page.keyboard.press('Enter');
    const boris = await visit({ path: '/?room=attack' });
    await boris.page.getByRole('dialog').waitFor();
    await boris.page.keyboard.press('Escape');
    await anna.page.locator('input[type=file]').setInputFiles(await file('<i>x.png'));
    await anna.say(attack);
    await boris.log.getByText(attack).waitFor();
    expect(await boris.last.locator('.who').textContent()).toContain('<b>A</b>');
    expect(await boris.log.locator('script, img[src="x"], .said b').count()).toBe(0);
    expect(await boris.page.title()).toBe('Room attack · Convolution Tutor');
    await anna.leave();
    await boris.leave();
  });

  test('everything has a name, and the keyboard goes through the page in order', async () => {
    const { page, log, field, leave } = await visit();
    await log.getByText('Welcome.').waitFor();
    for (const name of ['Study together', 'Русский', 'Dark theme', 'Attach a picture', 'Draw a digit', 'Commands', 'Send', 'Reply']) {
      await page.getByRole('button', { name, exact: true }).first().waitFor({ state: 'attached' });
    }
    const unnamed = await page.locator('button, a, input:visible, img:not([alt=""])').evaluateAll(UNNAMED, null);
    expect(unnamed).toEqual([]);
    expect(await log.getAttribute('aria-label')).toBe('Conversation');
    await page.evaluate('document.activeElement.blur()');
    const order: string[] = [];
    for (let step = 0; step < 13; step++) {
      await page.keyboard.press('Tab');
      order.push(await page.evaluate<string>("document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent"));
    }
    const expected = [
      'Skip to the message field',
      'Convolution Tutor',
      'Study together',
      'Русский',
      'Dark theme',
      '/quiz',
      '/convolve',
      'cs231n',
      'Reply',
    ];
    expect(order.slice(0, 13).filter((name) => expected.includes(name))).toEqual(expected);
    await page.locator('.skip').focus();
    await page.keyboard.press('Enter');
    expect(await hasFocus(field)).toBe(true);
    await leave();
  });

  test.each(['light', 'dark'] as const)(
    'text and controls of the %s theme have the contrast that WCAG AA asks for',
    async (colorScheme) => {
      const { page, log, say, last, leave } = await visit({ colorScheme });
      await say('/quiz');
      await log.getByRole('button', { name: '6 × 6' }).click();
      await say('/secret');
      await last.locator('.code').waitFor();
      await say('/nonsense');
      await last.getByText(/nonsense/).waitFor();
      const worst = async (targets: Locator) => Math.min(...(await targets.evaluateAll(CONTRASTS, null)));
      const texts =
        'p:visible, time:visible, .button:visible, .choice:visible, .letter:visible, h1, code:visible, summary:visible, .private:visible, .link:visible';
      expect(await worst(page.locator(texts))).toBeGreaterThanOrEqual(4.5);
      const placeholder = await page.getByRole('combobox').evaluate(PLACEHOLDER_COLOR, null);
      expect(placeholder).toBe(colorScheme === 'light' ? 'rgb(89, 96, 102)' : 'rgb(161, 171, 176)');
      await leave();
    },
  );
});
