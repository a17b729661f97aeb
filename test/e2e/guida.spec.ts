import { expect, open, test } from './helpers/office.ts';

test.use({ prepared: 'demo' });

test('the guide opens where it is needed, and is searched with the keys alone', async ({ window }) => {
  await open(window, 'Dati personali');
  await window.keyboard.press('F1');
  await expect(window.getByRole('heading', { level: 2, name: 'Dati personali' })).toBeVisible();
  await window.keyboard.press('/');
  await window.keyboard.type('PERCHE due giorni');
  const question = window.getByRole('heading', { name: 'Perché si aspettano due giorni lavorativi?' });
  await expect(question).toBeVisible();
  await expect(question.locator('mark').first()).toHaveText('Perché');
  await window.keyboard.press('Escape');
  await expect(question).toHaveCount(0);

  await open(window, 'Flussi');
  const row = window
    .getByRole('grid', { name: 'Flussi' })
    .getByRole('row')
    .filter({ hasText: /mancante/ });
  await row.first().getByRole('gridcell').first().click();
  await window.getByRole('complementary').getByRole('link', { name: 'Passo per passo nella guida' }).focus();
  await window.keyboard.press('Enter');
  const section = window.locator('#voce-flusso-accredito-mancante');
  await expect(section).toBeFocused();
  await expect(section).toBeInViewport();
  await section.getByRole('link', { name: 'accredito mancante' }).press('Enter');
  await expect(window.locator('#voce-accredito-mancante')).toBeFocused();
});
