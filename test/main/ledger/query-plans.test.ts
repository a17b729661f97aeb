import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { demoComune } from '../../../src/main/demo/comune.ts';
import { openWritable, type ReadableLedger, type WritableLedger } from '../../../src/main/ledger/open.ts';
import type { ProvvisorioKey } from '../../../src/main/ledger/provvisori.ts';
import { all } from '../../../src/main/ledger/statements.ts';
import { sharingsForProvvisorio } from '../../../src/main/operations/sharings.ts';
import {
  suggestionsForFlusso,
  suggestionsForProvvisorio,
  togetherForFlusso,
} from '../../../src/main/operations/suggestions.ts';
import type { Jobs } from '../../../src/main/worker/jobs.ts';
import { runJob } from '../../../src/main/worker/run-job.ts';
import type { Day } from '../../../src/shared/domain/day.ts';
import type { Decision } from '../../../src/shared/domain/decision.ts';
import { keepPositions } from '../../helpers/positions.ts';
import { readHere } from '../../helpers/read-here.ts';

/**
 * A new day must cost what the day brings, not what the ledger holds: on a million payments one scan in the wrong
 * place turns milliseconds into seconds, and no small test would be slow.
 */
it('one more day reads no whole table, whatever it touches', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-plans-'));
  const opened = openWritable(folder);
  if (!opened.ok) throw new Error(opened.problem.code);
  const ledger = opened.value;
  onTestFinished(() => {
    ledger.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const { files, settings } = demoComune('2026-03-31' as Day);
  run(ledger, 'settings', { settings });
  const papers = files.map(({ path, bytes }, i) => {
    const at = join(folder, `${i}`);
    writeFileSync(at, bytes);
    return { path: at, name: path };
  });
  const elenco = join(folder, 'elenco');
  writeFileSync(
    elenco,
    '{"data":[{"fdr":"2026-03-31BINVIT9X-1","pspId":"BINVIT9X","revision":1,"created":"2026-03-31T21:00:00Z"}]}',
  );
  run(ledger, 'import', { files: papers.slice(0, 30) });

  // Statements are prepared once per connection: a new one prepares all it needs.
  const second = openWritable(folder);
  if (!second.ok) throw new Error(second.problem.code);
  const watched = second.value;
  onTestFinished(() => void watched.close());
  const statements = new Set<string>();
  const prepare = watched.prepare.bind(watched);
  watched.prepare = (sql: string) => {
    statements.add(sql);
    return prepare(sql);
  };
  run(watched, 'import', { files: [...papers.slice(30), { path: elenco, name: 'elenco.json' }] });
  const positions = keepPositions(watched, 'posizioni.csv', [
    { iud: 'a' },
    { iud: 'a', iuv: null },
    { iuv: null },
  ]);
  run(watched, 'undo', { id: positions });
  run(watched, 'undo', { id: 3 });
  decideEverything(watched, ledger);

  const plans = [...statements].filter((sql) => /^\s*(SELECT|INSERT|UPDATE|DELETE)/i.test(sql));
  expect(plans.length).toBeGreaterThan(40);
  const scans = plans.flatMap((sql) =>
    prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...Array.from({ length: sql.split('?').length - 1 }, () => null), ...namedParameters(sql))
      .filter(({ detail }) => wholeTable.test(detail))
      .map(({ detail }) => `${detail}: ${sql.replaceAll(/\s+/g, ' ').trim().slice(0, 120)}`),
  );
  expect(scans).toEqual([]);
});

/** Every kind of decision, one taken back, and what the cards propose. */
function decideEverything(ledger: WritableLedger, looking: ReadableLedger): void {
  const [key = null] = all<ProvvisorioKey>(
    looking,
    `SELECT esercizio, numero, conto FROM provvisori p JOIN quote q ON q.provvisorio_id = p.id
     WHERE state = 'open' LIMIT 1`,
  );
  const [flow = null] = all<{ iuf: string }>(looking, `SELECT iuf FROM flow_states LIMIT 1`);
  const [payment = null] = all<{ iuv: string; iur: string; index: number }>(
    looking,
    `SELECT iuv, iur, idx AS "index" FROM payments LIMIT 1`,
  );
  if (key === null || flow === null || payment === null) throw new Error('nothing to decide about');
  const decisions: readonly Decision[] = [
    { kind: 'unlink', provvisorio: key, note: '' },
    { kind: 'link', provvisorio: key, iuf: flow.iuf, note: '' },
    { kind: 'share', provvisorio: key, shares: [{ iuf: flow.iuf, cents: 1 }], note: '' },
    { kind: 'correct', provvisorio: key, reading: { kind: 'iuv', iuv: payment.iuv }, note: '' },
    { kind: 'partner', target: { type: 'flusso', ...flow }, partner: 'Altro', note: '' },
    { kind: 'partner', target: { type: 'payment', ...payment }, partner: 'Altro', note: '' },
    { kind: 'note', target: { type: 'payment', ...payment }, text: 'visto' },
  ];
  for (const decision of decisions) run(ledger, 'decide', { decision, author: 'chi prova' });
  run(ledger, 'undecide', { id: 2 });
  const today = '2026-03-31' as Day;
  for (const { iufKey } of all<{ iufKey: string }>(looking, `SELECT iuf_key AS iufKey FROM flow_states`)) {
    suggestionsForFlusso(ledger, iufKey, today);
    togetherForFlusso(ledger, iufKey, today);
  }
  for (const one of all<ProvvisorioKey>(looking, `SELECT esercizio, numero, conto FROM provvisori`)) {
    suggestionsForProvvisorio(ledger, one, today);
    sharingsForProvvisorio(ledger, one, today);
  }
}

const wholeTable =
  /\bSCAN (movimenti|m|o|coperture|c|flussi|flussi_attesi|a|f|v|righe|r|ricevute|transfers|x|provvisori|p|payments|posizioni|position_states|q|l|w|flow_states|s|quote|documents|d|document_parts|files|u)\b(?! USING (COVERING )?INDEX \w+_irregular)/;

function namedParameters(sql: string): object[] {
  const names = [...sql.matchAll(/@(\w+)/g)].map((match) => match[1] ?? '');
  return names.length === 0 ? [] : [Object.fromEntries(names.map((name) => [name, null]))];
}

function run<Name extends keyof Jobs>(ledger: WritableLedger, name: Name, input: Jobs[Name]['input']): void {
  const output = runJob(ledger, name, input, {
    now: '2026-03-31T10:00:00.000Z',
    isStopped: () => false,
    progress: () => undefined,
    reader: readHere,
  });
  if ('stopped' in output || !output.ok) throw new Error(JSON.stringify(output));
}
