import { expect, it } from 'vitest';
import { aGiornale, aSospeso, anIuf, anOffice, causaleOf } from '../../scenarios/papers.ts';
import { found } from '../figures.ts';

it('R26 giornali whose periods overlap: what both tell is there once, with both as its sources', async () => {
  const lines = Array.from({ length: 120 }, (_, n) =>
    aSospeso(String(n + 1), 1_000 + n, causaleOf(anIuf(n + 1)), { bolletta: String(n + 1) }),
  );
  const office = await anOffice('2026-04-30');
  await office.drop({ 'gennaio-marzo.xml': aGiornale(lines.slice(0, 80), { to: '2026-03-31' }) });
  const { documents } = await office.drop({
    'marzo-aprile.xml': aGiornale(lines.slice(50), { to: '2026-04-30' }),
  });
  expect(documents[0]?.report).toMatchObject({ new: 40, alreadyKnown: 30 });
  const provvisori = await office.provvisori();
  expect(provvisori.map(({ numero }) => Number(numero)).toSorted((a, b) => a - b)).toEqual(
    lines.map((_, n) => n + 1),
  );
  const sources = await Promise.all(
    provvisori.map(async ({ esercizio, numero, conto }) => {
      const { movement } = await office.ask('provvisori.read', { esercizio, numero, conto });
      return 1 + movement.elsewhere.length;
    }),
  );
  expect(sources.filter((count) => count === 2)).toHaveLength(30);
  found('R26', '120 righe, 30 in tutti e due i giornali: 120 provvisori, 30 con due fonti');
});
