import type { Policies } from '../../../shared/domain/policies.ts';
import type { Core } from '../../core.ts';
import { now, today } from '../clock.ts';
import { defaultFolder, whereOneStands } from '../folders.ts';
import type { HostLog } from '../log/host-log.ts';
import { parseCommandLine, type CommandLine } from './arguments.ts';
import { WrongUsage, type CommandContext, type ExitCode } from './command.ts';
import { commands } from './commands/index.ts';
import { flush, note, print, taken } from './streams.ts';
import type * as Program from './program.ts';
import { usageOf, usageOfAll } from './usage.ts';

/** Words to operations, answers to text or JSON. Resolves to the exit code. */
export async function main(words: readonly string[]): Promise<ExitCode> {
  // As an option too, for who is told by telephone what to write.
  const parsed = parseCommandLine(
    words.map((word) => (word === '--diagnosi' ? 'diagnosi' : word)),
    commands,
  );
  if (parsed.type === 'help') {
    print(parsed.command === null ? usageOfAll(commands) : usageOf(parsed.command));
    flush();
    return 0;
  }
  if (parsed.type === 'wrong') return complainOfUsage(parsed.message, parsed.usage, parsed.json);
  return run(parsed);
}

async function run({ command, parsed, options }: CommandLine): Promise<ExitCode> {
  // Who only asks how to write a command does not wait for the program behind it.
  const program = await import('./program.ts');
  const cores = new Map<string, Core>();
  const logs = new Map<string, HostLog>();
  const log = (home: string): HostLog => {
    const known = logs.get(home) ?? program.createHostLog(home, 'cli', now, note, command.name);
    logs.set(home, known);
    return known;
  };
  let code: ExitCode = 1;
  const stop = new AbortController();
  const onInterrupt = (): void => stop.abort();
  for (const signal of signals) process.once(signal, onInterrupt);
  const policies = program.policiesOf(program.author());
  const context = contextFor(
    options,
    { cores, log, program, policies },
    stop.signal,
    options.archivio ?? defaultFolder(process.env, process.platform, policies.archive),
  );
  try {
    return (code = await command.run(parsed, context));
  } catch (error) {
    if (error instanceof WrongUsage)
      return (code = complainOfUsage(error.message, usageOf(command), options.json));
    log(context.folder).onDefect('-', command.name, error);
    return code;
  } finally {
    for (const signal of signals) process.off(signal, onInterrupt);
    flush();
    for (const core of cores.values()) await core.close();
    for (const one of logs.values()) one.ended(code);
  }
}

// Not SIGHUP: whoever starts it with `nohup` wants it to go on, and else the end at once leaves the ledger as it was.
const signals = ['SIGINT', 'SIGTERM'] as const;

function contextFor(
  options: CommandLine['options'],
  open: {
    readonly cores: Map<string, Core>;
    readonly log: (home: string) => HostLog;
    readonly program: typeof Program;
    readonly policies: Policies;
  },
  signal: AbortSignal,
  folder: string,
): CommandContext {
  const day = options.oggi ?? today();
  const { author, built, createCore, createOffice, lookAtPlace, sayNotice, version } = open.program;
  return {
    folder: whereOneStands(folder),
    folderNamed: options.archivio !== undefined,
    today: day,
    json: options.json,
    signal,
    resolve: (path) => whereOneStands(path),
    at: (other) => contextFor(options, open, signal, other),
    print,
    taken,
    note,
    core() {
      const path = whereOneStands(folder);
      const known =
        open.cores.get(path) ??
        createCore({
          ...open.log(path),
          folder: path,
          demo: false,
          place: lookAtPlace(path),
          office: createOffice(path),
          author: author(),
          version: version(),
          built: built(),
          policies: open.policies,
          // Most commands end at once; those that import for days make copies meanwhile.
          backups: {
            everyMs: 10 * 60_000,
            atTheEnd: 'imports',
            tell: (notice) => note(sayNotice(notice)),
          },
          // A window may have this ledger open, and files on their way into it.
          host: 'cli',
          alone: false,
          // Some commands run for days.
          today: () => options.oggi ?? today(),
          now,
        });
      open.cores.set(path, known);
      return known;
    },
  };
}

function complainOfUsage(message: string, usage: string, json: boolean): ExitCode {
  if (json) print(JSON.stringify({ code: 'wrong-usage', message: `${message}.` }));
  flush();
  note(`${message}.\n\n${usage}`);
  return 2;
}
