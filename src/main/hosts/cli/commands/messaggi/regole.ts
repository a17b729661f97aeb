import { basename } from 'node:path';
import type { Output } from '../../../../../shared/contract/api.ts';
import { sayRowRefusal } from '../../../../../shared/wording/messages/preparation.ts';
import {
  ruleLabels,
  sayCardsRead,
  sayCheck,
  sayCheckedRule,
  sayLeftOut,
  sayRuleBlock,
} from '../../../../../shared/wording/messages/rules.ts';
import { answer, complain, refuse } from '../../answers.ts';
import type { Command } from '../../command.ts';
import { readJsonFile } from '../../json-file.ts';
import { isObject } from './servizi.ts';

export const promemoria: Command = {
  name: 'messaggi promemoria',
  usage: '[--esegui] [--comunque]',
  does: 'dice che cosa preparerebbero oggi le regole; con --esegui lo prepara, con --comunque anche i solleciti con dati vecchi',
  words: [0, 0],
  flags: ['esegui', 'comunque'],
  async run({ flags }, context) {
    const checked = await context.core().call('rules.check', {
      dryRun: !flags.has('esegui'),
      acceptStale: flags.has('comunque'),
    });
    if (!checked.ok) return complain(context, checked.problem);
    const { rules } = checked.value;
    const told = {
      ...checked.value,
      rules: rules.map(({ block, leftOut, ...rule }) => ({
        ...rule,
        block: block === null ? null : { ...block, message: sayRuleBlock(block) },
        leftOut: leftOut.map((one) => ({ ...one, message: sayLeftOut(one) })),
      })),
    };
    const aside = flags.has('esegui')
      ? []
      : ['Prova: non è stato preparato niente, con --esegui si prepara.'];
    return answer(context, told, () =>
      [...aside, sayCheck(checked.value), ...rules.map(ruleText)].join('\n'),
    );
  },
};

export const regole: Command = {
  name: 'messaggi regole',
  usage: '[<file.json>]',
  does: 'mostra le regole che preparano messaggi da sole, o le scrive da un file',
  words: [0, 1],
  async run({ words: [file] }, context) {
    const { call } = context.core();
    if (file === undefined) {
      const read = await call('rules.read', {});
      return read.ok
        ? answer(context, read.value, ({ rules }) => JSON.stringify(rules, null, 2))
        : complain(context, read.problem);
    }
    const rules = readJsonFile(context, file, 'Le regole sono come prima');
    if (!rules.ok) return rules.problem;
    if (!isObject(rules.value))
      return refuse(context, 'not-json', `Il file ${file} non è un oggetto JSON. Le regole sono come prima.`);
    const written = await call('rules.write', { rules: rules.value });
    return written.ok
      ? answer(context, written.value, (told) => JSON.stringify(told.rules, null, 2))
      : complain(context, written.problem);
  },
};

export const cie: Command = {
  name: 'messaggi cie',
  usage: '<file>',
  does: 'legge un elenco di carte d’identità con la scadenza: le regole le guardano ogni giorno',
  words: [1, 1],
  async run({ words: [file = ''] }, context) {
    const core = context.core();
    const parcel = core.handOver({ path: context.resolve(file), name: basename(file) });
    const read = await core.call('cie.import', { parcel });
    if (!read.ok) return complain(context, read.problem);
    const { refused } = read.value;
    const told = {
      ...read.value,
      refused: refused.map((one) => ({ ...one, message: sayRowRefusal(one) })),
    };
    return answer(context, told, () =>
      [sayCardsRead(told), ...told.refused.map(({ message }) => message)].join('\n'),
    );
  },
};

function ruleText(rule: Output<'rules.check'>['rules'][number]): string {
  const { service, campaign, leftOut } = rule;
  const where = campaign === null ? '' : ` (campagna ${campaign})`;
  return [
    `${ruleLabels[rule.rule]}, ${service}${where}: ${sayCheckedRule(rule)}`,
    ...leftOut.map((one) => `  ${sayLeftOut(one)}`),
  ].join('\n');
}
