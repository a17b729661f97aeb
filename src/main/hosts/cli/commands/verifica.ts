import type { Output } from '../../../../shared/contract/api.ts';
import { sayFinding } from '../../../../shared/wording/findings.ts';
import { answer, complain } from '../answers.ts';
import type { Command } from '../command.ts';

export const verifica: Command = {
  name: 'verifica',
  usage: '',
  does: 'controlla che il registro sia integro e che i pallini tornino',
  words: [0, 0],
  async run(_parsed, context) {
    const verified = await context.core().call('ledger.verify', {}, { signal: context.signal });
    if (!verified.ok) return complain(context, verified.problem);
    const { ok, findings, digest } = verified.value;
    const told = findings.map((finding) => ({ ...finding, message: sayFinding(finding) }));
    answer(context, { ok, findings: told, digest }, verificationText);
    return ok ? 0 : 3;
  },
};

interface Told extends Omit<Output<'ledger.verify'>, 'findings'> {
  readonly findings: readonly { readonly message: string }[];
}

function verificationText({ ok, findings, digest }: Told): string {
  if (ok) return `Il registro è integro.\nImpronta: ${digest}`;
  return ['Il registro ha dei danni:', ...findings.map(({ message }) => `  ✗ ${message}`)].join('\n');
}
