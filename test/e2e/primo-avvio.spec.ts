import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { inventedEnte } from '../../src/main/demo/invented-ente.ts';
import { openCore } from './helpers/core.ts';
import { drop, expect, open, test, today, type Desk } from './helpers/office.ts';

test.use({ prepared: 'empty' });

/** Clicks, fields and keys that a person needs; what they drop is one of them. */
function counted() {
  let steps = 0;
  const step = <Arguments extends readonly unknown[]>(act: (...given: Arguments) => Promise<void>) => {
    return async (...given: Arguments): Promise<void> => {
      steps += 1;
      await act(...given);
    };
  };
  return {
    steps: () => steps,
    click: step((target: Locator) => target.click()),
    write: step((target: Locator, text: string) => target.fill(text)),
    press: step((window: Page, key: string) => window.keyboard.press(key)),
    drop: step(drop),
  };
}

/** What the office's own ledger says, asked when the window is closed. */
async function kept(window: Page, desk: Desk) {
  // A page whose program is gone would complain.
  await window.goto('about:blank');
  await desk.host.stop();
  const core = openCore(desk.home, today);
  const [settings, about, documents] = [
    await core.call('settings.read', {}),
    await core.call('about.read', {}),
    await core.call('documents.list', { limit: 1000 }),
  ];
  await core.close();
  if (!settings.ok || !about.ok || !documents.ok) throw new Error('the ledger does not answer');
  return { settings: settings.value, empty: about.value.empty, documents: documents.value.rows };
}

const finished = (window: Page) => window.getByText('Importazione finita');
const owner = (window: Page, codice: string) =>
  window.getByRole('combobox', { name: `Di chi è il codice ${codice}` });

test('from an empty ledger to the first report in six steps', async ({ window, desk }) => {
  const person = counted();
  const form = window.getByRole('form', { name: 'Il nostro ente' });
  const codiceFiscale = form.getByLabel('Codice fiscale dell’ente');
  // Two digits were swapped: it says so while one is still there.
  await codiceFiscale.fill('90901230367');
  await expect(form.getByText('Le cifre non tornano fra loro')).toBeVisible();
  await person.write(codiceFiscale, inventedEnte.codiceFiscale);
  await person.write(form.getByLabel('Denominazione'), 'Comune di Prova Vera');
  await person.press(window, 'Enter');
  await expect(window.getByText('Siamo Comune di Prova Vera')).toBeVisible();

  await person.drop(window, [desk.papers]);
  await expect(window.getByText(/ricevute ci pagano con codice 01: sembra nostro/)).toBeVisible();
  await expect(owner(window, '01')).toHaveValue('È nostro');
  await expect(owner(window, '05')).toHaveValue('È di un altro partner');
  await person.press(window, 'Enter');
  await expect(finished(window)).toBeVisible();
  await expect(window.locator('main')).toContainText(/di un altro Partner Tecnologico/i);
  expect(person.steps()).toBeLessThanOrEqual(6);

  await open(window, 'Cruscotto');
  await expect(window.getByText(/Tutto riconciliato a meno di/)).toBeVisible();
  await expect(window.getByText('Non è ancora detto quali codici sono nostri')).toHaveCount(0);
  const { settings } = await kept(window, desk);
  expect(settings.ente).toEqual({
    codiceFiscale: inventedEnte.codiceFiscale,
    denominazione: 'Comune di Prova Vera',
  });
  expect(settings.codiciPropri).toEqual(['01']);
  expect(settings.altriPartner.map(({ codice }) => codice)).toContain('05');
});

test('files that come before everything else say whose they are: three steps', async ({ window, desk }) => {
  const person = counted();
  await person.drop(window, [desk.papers]);
  await expect(window.getByRole('heading', { name: 'Di chi sono questi documenti?' })).toBeVisible();
  const form = window.getByRole('form', { name: 'Il nostro ente' });
  await expect(form.getByLabel('Codice fiscale dell’ente')).toHaveValue(inventedEnte.codiceFiscale);
  await expect(window.getByText(/\d+ rifiutat/)).toHaveCount(0);
  await person.click(form.getByRole('button', { name: 'Siamo noi: continua' }));
  await expect(owner(window, '01')).toHaveValue('È nostro');
  await person.click(window.getByRole('button', { name: /^Conferma i codici e importa \d+ documenti/ }));
  await expect(finished(window)).toBeVisible();
  expect(person.steps()).toBeLessThanOrEqual(3);
});

test('what is skipped is asked for again, and confirmed with one click', async ({ window, desk }) => {
  await drop(window, [desk.papers]);
  await window.getByRole('button', { name: 'Siamo noi: continua' }).click();
  await window.getByRole('button', { name: 'Importa, i codici dopo' }).click();
  await expect(finished(window)).toBeVisible();
  await open(window, 'Cruscotto');
  await window.getByRole('link', { name: 'Confermarli con un clic' }).click();
  const section = window.locator('#sezione-codici');
  await expect(section.getByText(/ricevute ci pagano con codice 01/)).toBeVisible();
  await section.getByRole('button', { name: 'Conferma' }).click();
  await expect(section.getByText('ancora di nessuno')).toHaveCount(0);
  await open(window, 'Cruscotto');
  await expect(window.getByText(/Tutto riconciliato a meno di/)).toBeVisible();
  await expect(window.getByText('Non è ancora detto quali codici sono nostri')).toHaveCount(0);
  expect((await kept(window, desk)).settings.codiciPropri).toEqual(['01']);
});

test('the invented data are one click away, and nothing of them is in the ledger of the office', async ({
  window,
  desk,
}) => {
  expect(existsSync(join(desk.home, 'prova'))).toBe(false);
  await window.getByRole('link', { name: 'Prova con dati finti' }).click();
  await expect(window.getByText('Dati finti.')).toBeVisible();
  await expect(window.getByText(/Tutto riconciliato a meno di/)).toBeVisible();
  await window.getByRole('button', { name: 'Torna al vostro registro' }).click();
  await expect(window.getByRole('heading', { level: 1, name: 'Per cominciare' })).toBeVisible();
  await expect(window.getByRole('form', { name: 'Il nostro ente' })).toBeVisible();
  const { settings, empty, documents } = await kept(window, desk);
  expect({ ente: settings.ente, codici: settings.codiciPropri, empty, documents }).toEqual({
    ente: null,
    codici: [],
    empty: true,
    documents: [],
  });
});
