import { createElement, type ComponentProps } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { AppPreview } from '../../../src/renderer/components/app-preview/app-preview.tsx';
import { PrivacyContext } from '../../../src/renderer/state/privacy.tsx';
import { isDay } from '../../../src/shared/domain/day.ts';

const dueDay = '2026-12-16';
if (!isDay(dueDay)) throw new Error(dueDay);

const message: ComponentProps<typeof AppPreview> = {
  subject: 'Tassa sui rifiuti (TARI) 2026',
  markdown:
    '---\nit:\n  cta_1:\n    text: Scrivici\n    action: iohandledlink://mailto:tributi@esempio.it\n---\n# Ciao\n\nPaga **subito** o [qui](https://esempio.it).\n\n1. uno\n   - due\n\n| a | b |\n|---|---|\n| nascosto | x |\n\n<script>alert(1)</script>',
  dueDay,
  payment: { cents: 12_830, noticeNumber: '301000000000012373' },
  service: 'TARI',
  ente: 'Comune di Borgo di Sotto',
};

/** Nobody looks on, and nothing was asked to be shown. */
const alone = { sharing: false, setSharing: () => undefined, revealed: false, reveal: () => undefined };

/** What stands on the page, without what it looks like. */
function page(changed: Partial<typeof message> = {}): { readonly html: string; readonly text: string } {
  const html = renderToStaticMarkup(
    createElement(PrivacyContext, { value: alone }, createElement(AppPreview, { ...message, ...changed })),
  );
  return {
    html: html.replaceAll(/ class="[^"]*"/g, ''),
    text: html.replaceAll(/<[^>]*>/g, '·').replaceAll(/·+/g, '·'),
  };
}

it('looks like the message in the app', () => {
  const { html, text } = page();
  expect(html).toContain('<section aria-label="Come si vedrà nell’app IO">');
  expect(text).toContain(
    '·CS·Comune di Borgo di Sotto·TARI·Tassa sui rifiuti (TARI) 2026·Scade il 16/12/2026 alle ore 23:59·',
  );
  expect(html).toContain('<strong>subito</strong>');
  expect(html).toMatch(/<ol start="1"><li><p>uno<\/p><ul><li><p>due<\/p><\/li><\/ul><\/li><\/ol>/);
  expect(text).toContain('·128,30\u00a0€·Comune di Borgo di Sotto·Avviso ·301000000000012373·');
  expect(html).toMatch(
    /<ul aria-label="Bottoni sotto il messaggio"><li data-first="true">Paga<\/li><li>Scrivici<\/li><\/ul>/,
  );
});

it('leaves out what the app leaves out, and says so below', () => {
  const { html, text } = page();
  const [phone = '', below = ''] = text.split('L’app non lo mostra');
  expect(phone).not.toContain('nascosto');
  expect(below).toContain('Tabella, sparisce tutta: «| a | b | |---|---| | nascosto | x |»');
  expect(below).toContain('HTML, sparisce: «&lt;script&gt;');
  expect(html).not.toContain('<script');
  expect(page({ markdown: 'Un testo semplice' }).text).not.toContain('L’app non lo mostra');
});

it('has neither card nor date nor buttons when there are none', () => {
  const { text } = page({ markdown: 'Un testo semplice', dueDay: null, payment: null });
  expect(text).toBe('·CS·Comune di Borgo di Sotto·TARI·Tassa sui rifiuti (TARI) 2026·Un testo semplice·');
});

it('shows nothing of a text whose front matter is broken', () => {
  const { text } = page({ markdown: '---\nit:\n\tcta_1:\n---\nTesto vero' });
  expect(text).toContain('L’app direbbe che questo messaggio non si può mostrare.');
  expect(text).not.toContain('Testo vero');
});
