import type { Output } from '../../../../shared/contract/api.ts';
import { usualApiPort } from '../../../../shared/contract/ports.ts';
import { sayPortTrouble } from '../../../../shared/wording/doors.ts';
import { answer, complain, refuse } from '../answers.ts';
import { WrongUsage, type Command } from '../command.ts';
import { printNow, untilStopped } from '../run-on.ts';
import { italianDay } from '../text.ts';

type Program = Output<'programs.list'>['programs'][number];

export const apiConsumatori: Command = {
  name: 'api consumatori',
  usage: '',
  does: 'elenca i programmi che possono leggere il registro con l’API locale',
  words: [0, 0],
  async run(_parsed, context) {
    const listed = await context.core().call('programs.list', {});
    if (!listed.ok) return complain(context, listed.problem);
    return answer(context, listed.value.programs, (all) =>
      all.length === 0 ? 'Nessun programma.' : all.map(programText).join('\n'),
    );
  },
};

export const apiCrea: Command = {
  name: 'api consumatori crea',
  usage: '<nome> [--chiaro]',
  does: 'dà a un programma un token per l’API locale, detto una volta sola; con --chiaro vede anche chi paga',
  words: [1, 1],
  flags: ['chiaro'],
  async run({ words: [name = ''], flags }, context) {
    const created = await context.core().call('programs.create', { name, clear: flags.has('chiaro') });
    if (!created.ok) return complain(context, created.problem);
    return answer(context, created.value, ({ program, token }) =>
      [
        programText(program),
        `Token: ${token}`,
        'Conservarlo ora: non si potrà rivedere. Chi lo ha legge il registro da questo computer.',
      ].join('\n'),
    );
  },
};

export const apiRevoca: Command = {
  name: 'api consumatori revoca',
  usage: '<nome>',
  does: 'toglie a un programma il suo token: da subito non legge più',
  words: [1, 1],
  async run({ words: [name = ''] }, context) {
    const { call } = context.core();
    const listed = await call('programs.list', {});
    if (!listed.ok) return complain(context, listed.problem);
    const wanted = name.toLowerCase();
    const found = listed.value.programs.find(
      (program) => program.revokedAt === null && program.name.toLowerCase() === wanted,
    );
    if (found === undefined) return complain(context, { code: 'not-found', what: 'program', name });
    const revoked = await call('programs.revoke', { id: found.id });
    return revoked.ok ? answer(context, revoked.value, programText) : complain(context, revoked.problem);
  },
};

export const apiServi: Command = {
  name: 'api servi',
  usage: '[--porta numero]',
  does: `risponde ai programmi con l’API locale, su 127.0.0.1 (porta ${usualApiPort}), fino a Ctrl+C`,
  words: [0, 0],
  options: ['porta'],
  async run({ options }, context) {
    const port = portOf(options['porta'] ?? String(usualApiPort));
    const { call } = context.core();
    // A ledger that does not open is told now, not to the first program that asks.
    const ledger = await call('programs.list', {});
    if (!ledger.ok) return complain(context, ledger.problem);
    const about = await call('about.read', {});
    if (about.ok && about.value.policies.off.includes('api'))
      return complain(context, { code: 'off-by-policy', what: 'api' });
    const { serveApi } = await import('../../api/serve-api.ts');
    const opened = await serveApi({ call, port });
    if (!opened.ok) return refuse(context, opened.problem, sayPortTrouble(opened.problem, port));
    const host = opened.value;
    if (ledger.value.programs.every(({ revokedAt }) => revokedAt !== null))
      context.note('Nessun programma ha un token: crearne uno con «api consumatori crea <nome>».');
    printNow(
      context,

      context.json
        ? JSON.stringify({ origin: host.origin })
        : `L’API locale risponde su ${host.origin}/v1 (Ctrl+C per chiudere).`,
    );
    await untilStopped(context);
    await host.close();
    return 0;
  },
};

/** 0 is any that is free. */
function portOf(written: string): number {
  const port = Number(written);
  if (!/^\d{1,5}$/.test(written) || port > 65_535 || (port > 0 && port < 1_024))
    throw new WrongUsage(`«${written}» non è una porta: scriverla come numero da 1024 a 65535`);
  return port;
}

function programText({ name, clear, createdAt, lastUsedOn, revokedAt }: Program): string {
  const told = [
    clear ? 'in chiaro' : 'persone mascherate',
    `dal ${italianDay(createdAt.slice(0, 10))}`,
    lastUsedOn === null ? 'mai usato' : `usato l’ultima volta il ${italianDay(lastUsedOn)}`,
    ...(revokedAt === null ? [] : [`revocato il ${italianDay(revokedAt.slice(0, 10))}`]),
  ];
  return `${name}: ${told.join(', ')}`;
}
