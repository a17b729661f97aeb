import { basename } from 'node:path';
import type { Output } from '../../../../../shared/contract/api.ts';
import { refusedServices } from '../../../../../shared/wording/messages/reasons.ts';
import { sayLastFour, sourceLabels } from '../../../../../shared/wording/messages/keys.ts';
import { sayTemplateComplaint } from '../../../../../shared/wording/messages/template.ts';
import { many } from '../../../../../shared/wording/figures.ts';
import { answer, complain, refuse } from '../../answers.ts';
import { askSecret } from '../../ask-secret.ts';
import { WrongUsage, type Command } from '../../command.ts';
import { readJsonFile } from '../../json-file.ts';

export const servizi: Command = {
  name: 'messaggi servizi',
  usage: '',
  does: 'elenca i servizi con la loro chiave di IO (solo le ultime quattro lettere) e ciò che li trattiene',
  words: [0, 0],
  async run(_parsed, context) {
    const listed = await context.core().call('messages.services', {});
    if (!listed.ok) return complain(context, listed.problem);
    return answer(context, listed.value, ({ services }) =>
      services.length === 0 ? 'Nessun servizio.' : services.map(serviceText).join('\n'),
    );
  },
};

export const chiave: Command = {
  name: 'messaggi chiave',
  usage: '<servizio> [--secondaria]',
  does: 'conserva la chiave di IO di un servizio, cifrata con una frase di accesso; chiave e frase si scrivono quando vengono chieste',
  words: [1, 1],
  flags: ['secondaria'],
  async run({ words: [service = ''], flags }, context) {
    const { call } = context.core();
    const listed = await call('messages.services', {});
    if (!listed.ok) return complain(context, listed.problem);
    const { vault } = listed.value;
    const passphrase = await askSecret('Frase di accesso alle chiavi di IO: ');
    const key = passphrase === null ? null : await askSecret(`Chiave di IO del servizio «${service}»: `);
    if (passphrase === null || key === null)
      return refuse(context, 'not-asked', 'Nessuna chiave è stata scritta. Non è cambiato nulla.');
    const opened = vault.slots.includes('passphrase')
      ? await call('keys.unlock', { passphrase })
      : await call('keys.passphrase', { old: null, passphrase });
    if (!opened.ok) return complain(context, opened.problem);
    const which = flags.has('secondaria') ? 'secondary' : 'primary';
    const saved = await call('keys.save', { service, key, keep: 'passphrase', which });
    if (!saved.ok) return complain(context, saved.problem);
    return answer(
      context,
      { service, saved: true },
      () => `La chiave del servizio «${service}» è conservata.`,
    );
  },
};

export const impostazioni: Command = {
  name: 'messaggi impostazioni',
  usage: '[<file.json>]',
  does: 'mostra le impostazioni dei messaggi, o le scrive da un file',
  words: [0, 1],
  async run({ words: [file] }, context) {
    const { call } = context.core();
    if (file === undefined) {
      const read = await call('messages.settings.read', {});
      return read.ok
        ? answer(context, read.value, (all) => JSON.stringify(all, null, 2))
        : complain(context, read.problem);
    }
    const settings = readJsonFile(context, file, 'Le impostazioni dei messaggi sono come prima');
    if (!settings.ok) return settings.problem;
    if (!isObject(settings.value))
      return refuse(
        context,
        'not-json',
        `Il file ${file} non è un oggetto JSON. Le impostazioni sono come prima.`,
      );
    const written = await call('messages.settings.write', { settings: settings.value });
    return written.ok
      ? answer(context, written.value, (all) => JSON.stringify(all, null, 2))
      : complain(context, written.problem);
  },
};

export const modelli: Command = {
  name: 'messaggi modelli',
  usage: '',
  does: 'elenca i modelli dei messaggi e i loro difetti',
  words: [0, 0],
  async run(_parsed, context) {
    const listed = await context.core().call('templates.list', {});
    if (!listed.ok) return complain(context, listed.problem);
    return answer(context, listed.value, ({ templates }) =>
      templates
        .flatMap(({ name, title, edited, complaints }) => [
          `${name}: ${title}${edited ? ' (modificato)' : ''}`,
          ...complaints.map((complaint) => `  ${sayTemplateComplaint(complaint)}`),
        ])
        .join('\n'),
    );
  },
};

export const pagatiAltrove: Command = {
  name: 'messaggi pagati',
  usage: '<file> --servizio <id>',
  does: 'legge un elenco di chi ha pagato in altro modo (F24, sportello): a loro non si scrive più',
  words: [1, 1],
  options: ['servizio'],
  async run({ words: [file = ''], options }, context) {
    const service = options['servizio'];
    if (service === undefined) throw new WrongUsage('Indicare --servizio');
    const core = context.core();
    const parcel = core.handOver({ path: context.resolve(file), name: basename(file) });
    const read = await core.call('paidLists.import', { parcel, service });
    if (!read.ok) return complain(context, read.problem);
    return answer(
      context,
      read.value,
      ({ name, rows }) => `${name}: ${many(rows, 'pagamento letto', 'pagamenti letti')}.`,
    );
  },
};

/** What stands in it is checked at the door of the core. */
export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function serviceText({
  id,
  name,
  key,
  hold,
  waiting,
}: Output<'messages.services'>['services'][number]): string {
  const told = [
    key === null ? 'senza chiave' : `chiave ${sayLastFour(key.lastFour)} (${sourceLabels[key.source]})`,
    `${waiting} in coda`,
    ...(hold === null ? [] : [refusedServices[hold.why]]),
  ];
  return `${id}${name === null ? '' : ` (${name})`}: ${told.join(', ')}`;
}
