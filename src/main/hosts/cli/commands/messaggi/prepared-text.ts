import type { Output } from '../../../../../shared/contract/api.ts';
import { isTextField } from '../../../../../shared/domain/message/merge-field.ts';
import { many } from '../../../../../shared/wording/figures.ts';
import { sayPreparationWarning, sayRowRefusal } from '../../../../../shared/wording/messages/preparation.ts';
import { answer } from '../../answers.ts';
import { WrongUsage, type CommandContext, type ExitCode, type Parsed } from '../../command.ts';

/** What became of a list, or of the people of a campaign: how many drafts, and of every row that is none why. */
export function answerPrepared(context: CommandContext, prepared: Output<'campaigns.prepare'>): ExitCode {
  const { campaign, rows, ready, refused, warnings } = prepared;
  const told = {
    campaign,
    rows,
    ready,
    refused: refused.map((one) => ({ ...one, message: sayRowRefusal(one) })),
    warnings: warnings.map((one) => ({ ...one, message: sayPreparationWarning(one) })),
  };
  return answer(context, told, () =>
    [
      `Campagna ${campaign}: ${many(rows, 'riga', 'righe')}, ${many(ready, 'messaggio pronto', 'messaggi pronti')}.`,
      ...told.warnings.map(({ message }) => `Attenzione: ${message}`),
      ...told.refused.map(({ message }) => message),
    ].join('\n'),
  );
}

/** What is written once for the whole campaign. */
export function textsOf({ values }: Parsed): Readonly<Record<string, string>> {
  return Object.fromEntries((values['testo'] ?? []).map(readText));
}

/** `cosaFare=Pagare l’altro avviso`. */
function readText(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  const field = text.slice(0, Math.max(at, 0)).trim();
  if (!isTextField(field))
    throw new WrongUsage(`«${text}» non è un testo del modello: scriverlo come campo=valore`);
  return [field, text.slice(at + 1)];
}
