import { basename } from 'node:path';
import type { Input, Output } from '../../../../shared/contract/api.ts';
import {
  fieldOf,
  lacks,
  questionsOf,
  type ProfileQuestion,
} from '../../../../shared/domain/profile-draft.ts';
import {
  columnsOf,
  fieldsOfKind,
  profileKinds,
  type ProfileKind,
} from '../../../../shared/domain/profile.ts';
import {
  daysQuestion,
  decimalsQuestion,
  marksQuestion,
  profileFieldLabels,
  profileKindLabels,
  sayDays,
  sayDecimals,
  sayFields,
} from '../../../../shared/wording/profiles.ts';
import { answer, complain } from '../answers.ts';
import { WrongUsage, type Command } from '../command.ts';
import { readJsonFile } from '../json-file.ts';

type Profile = Output<'profiles.save'>;
type Proposal = Output<'profiles.propose'>;

export const profili: Command = {
  name: 'profili',
  usage: '',
  does: 'elenca i profili: come si leggono gli elenchi di ogni banca',
  words: [0, 0],
  async run(_parsed, context) {
    const listed = await context.core().call('profiles.list', {});
    if (!listed.ok) return complain(context, listed.problem);
    return answer(context, listed.value, ({ profiles }) =>
      profiles.length === 0 ? 'Nessun profilo.' : profiles.map(profileText).join('\n'),
    );
  },
};

export const profiliProponi: Command = {
  name: 'profili proponi',
  usage: '<file> [--tipo <tipo>]',
  does: 'propone che cosa sono le colonne di un elenco; non scrive nulla',
  words: [1, 1],
  options: ['tipo'],
  async run({ words: [word = ''], options: { tipo } }, context) {
    if (tipo !== undefined && !isKind(tipo))
      throw new WrongUsage(`«${tipo}» non è un tipo di elenco: ${profileKinds.join(', ')}`);
    const core = context.core();
    const path = context.resolve(word);
    const parcel = core.handOver({ path, name: basename(path) });
    const proposed = await core.call('profiles.propose', { parcel }, { signal: context.signal });
    if (!proposed.ok) return complain(context, proposed.problem);
    return answer(context, proposalJson(proposed.value, tipo ?? proposed.value.what), proposalText);
  },
};

export const profiliScrivi: Command = {
  name: 'profili scrivi',
  usage: '<file.json>',
  does: 'salva un profilo da un file JSON, al posto di quello con lo stesso nome',
  words: [1, 1],
  async run({ words: [file = ''] }, context) {
    const read = readJsonFile(context, file, 'I profili non sono cambiati');
    if (!read.ok) return read.problem;
    // The contract checks it at its door.
    const profile = read.value as Input<'profiles.save'>['profile'];
    const saved = await context.core().call('profiles.save', { profile }, { signal: context.signal });
    return saved.ok ? answer(context, saved.value, profileText) : complain(context, saved.problem);
  },
};

export const profiliTogli: Command = {
  name: 'profili togli',
  usage: '<nome>',
  does: 'toglie un profilo; quello che è stato importato resta',
  words: [1, 1],
  async run({ words: [name = ''] }, context) {
    const removed = await context.core().call('profiles.remove', { name }, { signal: context.signal });
    if (!removed.ok) return complain(context, removed.problem);
    return answer(context, removed.value, (profile) => `Tolto: ${profileText(profile)}`);
  },
};

function isKind(text: string): text is ProfileKind {
  return profileKinds.some((kind) => kind === text);
}

/** The profile is what `profili scrivi` takes, once the open questions have their answers in it. */
function proposalJson({ name, table, drafts, fits }: Proposal, what: ProfileKind) {
  const draft = drafts[what];
  const { fields } = lacks(table.columns, draft);
  return {
    document: name,
    headerRow: table.headerRow,
    columns: table.columns.map(({ header, kind }, index) => ({
      column: index,
      header,
      kind,
      field: fieldOf(draft.columns, index),
      samples: table.samples.map(({ cells }) => cells[index]?.text ?? ''),
    })),
    profile: { name: fits?.profile ?? '', fingerprint: table.fingerprint, ...draft },
    questions: questionsOf(table.columns, draft.columns).map((question) => ({
      ...question,
      message: sayQuestion(question),
    })),
    missing: fields.map((group) => ({ fields: group, message: `Manca la colonna ${sayFields(group)}.` })),
    fits,
  };
}

function sayQuestion(question: ProfileQuestion): string {
  if (question.code === 'decimals')
    return `${decimalsQuestion(question.example)} decimals: ${question.choices.map((form) => `"${form}" ${sayDecimals(form, question.example)}`).join('; ')}.`;
  if (question.code === 'days')
    return `${daysQuestion(question.example)} days: ${question.choices.map((order) => `"${order}" ${sayDays(order, question.example)}`).join('; ')}.`;
  return `${marksQuestion} Dividere fra credits e debits: ${question.values.map((value) => `«${value}»`).join(', ')}.`;
}

function proposalText(proposal: ReturnType<typeof proposalJson>): string {
  const { document, columns, profile, questions, missing, fits } = proposal;
  return [
    `${document}: ${profileKindLabels[profile.what]}`,
    ...columns.map(({ column, header, field, samples }) => {
      const name = header === '' ? '(senza titolo)' : header;
      const is = field === null ? '-' : profileFieldLabels[field];
      return `  ${column}  ${name}  →  ${is}   [${samples.join(' | ')}]`;
    }),
    ...(fits === null
      ? []
      : [`${fits.exactly ? 'È l’elenco' : 'È quasi l’elenco'} del profilo «${fits.profile}».`]),
    ...missing.map(({ message }) => message),
    ...questions.map(({ message }) => message),
    '',
    'Per salvarlo: completare questo JSON, dargli un nome e usare «profili scrivi».',
    JSON.stringify(profile, null, 2),
  ].join('\n');
}

function profileText({ name, what, columns, fingerprint }: Profile): string {
  const named = fieldsOfKind[what].flatMap((field) => {
    const places = columnsOf(columns, field).map((index) =>
      fingerprint.by === 'headers' ? `«${fingerprint.headers[index] ?? ''}»` : `colonna ${index + 1}`,
    );
    return places.length === 0 ? [] : [`${profileFieldLabels[field]} ${places.join(' + ')}`];
  });
  return `${name} (${profileKindLabels[what]}): ${named.join(', ')}`;
}
