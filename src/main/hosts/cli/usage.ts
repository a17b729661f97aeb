import type { Command } from './command.ts';

const global = [
  'Opzioni comuni:',
  '  --archivio <cartella>   il registro su cui lavorare (creato se manca)',
  '  --json                  una risposta JSON su stdout, e nient’altro',
  '  --oggi AAAA-MM-GG       ragiona come se oggi fosse quel giorno',
  '  --aiuto                 questa spiegazione',
].join('\n');

export function usageOf(command: Command): string {
  return `Uso: npm run -s cli -- ${synopsis(command)}\n  ${command.does}\n\n${global}`;
}

export function usageOfAll(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => synopsis(command).length));
  const lines = commands.map((command) => `  ${synopsis(command).padEnd(width)}   ${command.does}`);
  return ['Uso: npm run -s cli -- <comando> [opzioni]', '', 'Comandi:', ...lines, '', global].join('\n');
}

function synopsis({ name, usage }: Command): string {
  return usage === '' ? name : `${name} ${usage}`;
}
