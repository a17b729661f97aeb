import { expect, test } from '@playwright/test';
import { join } from 'node:path';
import type { Day } from '../../src/shared/domain/day.ts';
import { service } from '../fakes/io-service/services.ts';
import { openMessagesDesk } from './helpers/messages.ts';

const lists = join(import.meta.dirname, '..', 'main', 'importers', 'recipients');

/** The whole way of the TARI, as an office goes it once a year. */
test('a list and its properties become messages, of which one nobody knows, and a report', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const desk = await openMessagesDesk(1, undefined, '2026-03-31' as Day);
  try {
    const open = async (part: string | RegExp): Promise<void> => {
      await page.getByRole('tab', { name: part }).click();
    };
    await page.goto(desk.host.url);
    await page.getByRole('link', { name: 'Messaggi IO' }).click();
    await open('Servizi e chiavi');
    await page.getByRole('button', { name: 'Incolla la chiave di TARI' }).click();
    const paste = page.getByRole('dialog', { name: 'Chiave di TARI' });
    await paste.getByLabel('Chiave', { exact: true }).fill(service('tari').primary);
    await paste.getByRole('radio', { name: 'Solo per questa sessione' }).check();
    await paste.getByRole('button', { name: 'Tieni la chiave' }).click();
    await paste.getByRole('button', { name: 'Ho finito' }).click();

    await open('Campagne');
    await page.getByRole('button', { name: 'Nuova campagna' }).click();
    await page.getByLabel('Servizio che scrive').selectOption({ label: 'TARI' });
    await page.getByLabel('Modello del messaggio').selectOption({ label: 'TARI, avviso di pagamento' });
    const choose = (slot: string, file: string): Promise<void> =>
      page.getByLabel(slot).locator('input').setInputFiles(join(lists, file));
    await choose('Elenco delle persone', 'tari-2026.csv');
    await choose('Elenco degli immobili (facoltativo)', 'immobili-2026.csv');
    await page.getByRole('button', { name: 'Leggi l’elenco' }).click();
    await expect(page.getByRole('status', { name: 'Che cosa dice l’elenco' })).toContainText('6 pronti');
    const phone = page.getByRole('region', { name: 'Come si vedrà nell’app IO' });
    await expect(phone.getByText('128,30 €').first()).toBeVisible();

    await page.getByRole('button', { name: 'Metti in coda la prova della riga 1' }).click();
    await expect(page.getByText(/La prova della riga 1 è in coda/)).toBeVisible();
    await page.getByRole('button', { name: 'Metti in coda 6 messaggi del servizio TARI' }).click();
    await expect(page.getByText('6 messaggi sono in coda')).toBeFocused();

    // Of each debt the whole, and the test: instalments wait for their day, and what was confirmed months ago for a person.
    desk.io.faults.script('message', 'ok', 'store-close');
    await open('Coda');
    await page.getByRole('button', { name: 'Invia', exact: true }).click();
    await expect.poll(() => desk.io.stored.length).toBe(3);
    const bodies = desk.io.stored.map(({ body }) => body);
    expect(bodies.filter((body) => body.includes('PROVA – ') && !body.includes('payment_data'))).toHaveLength(
      1,
    );
    await page.getByRole('button', { name: 'Ferma' }).click();

    await open(/^Esiti incerti 1/);
    const item = page.getByRole('article', { name: /^Esito incerto/ });
    await item.getByRole('button', { name: 'Usa un altro canale' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Usa un altro canale' }).click();
    await expect(page.getByRole('heading', { name: 'Nessun esito incerto' })).toBeVisible();
    expect(desk.io.stored).toHaveLength(3);

    await open('Campagne');
    await page.getByRole('link', { name: 'TARI, avviso di pagamento, tari-2026.csv', exact: true }).click();
    const [report] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Rapporto (Excel)' }).click(),
    ]);
    expect(report.suggestedFilename()).toMatch(/rapporto\.xlsx$/);
  } finally {
    await desk.close();
  }
});
