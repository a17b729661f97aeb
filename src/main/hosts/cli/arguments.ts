import { isDay, type Day } from '../../../shared/domain/day.ts';
import type { Command, Parsed } from './command.ts';
import { usageOf, usageOfAll } from './usage.ts';

export interface GlobalOptions {
  readonly archivio: string | undefined;
  readonly oggi: Day | undefined;
  readonly json: boolean;
}

export interface CommandLine {
  readonly type: 'run';
  readonly command: Command;
  readonly parsed: Parsed;
  readonly options: GlobalOptions;
}

export type ParsedLine =
  | CommandLine
  | { readonly type: 'help'; readonly command: Command | null }
  | { readonly type: 'wrong'; readonly message: string; readonly usage: string; readonly json: boolean };

const globalOptions = ['archivio', 'oggi'];
const globalFlags = ['json', 'aiuto', 'help'];

/**
 * Understands a command line. Options may stand anywhere, as `--name value` or `--name=value`; after `--` everything
 * is a word, so that a causale may begin with a dash.
 */
export function parseCommandLine(words: readonly string[], commands: readonly Command[]): ParsedLine {
  const split = splitWords(words, commands);
  const json = split.flags.has('json');
  const command = findCommand(split.words, commands);
  const wrong = (message: string): ParsedLine => ({
    type: 'wrong',
    message,
    usage: command === null ? usageOfAll(commands) : usageOf(command),
    json,
  });
  if (split.flags.has('aiuto') || split.flags.has('help')) return { type: 'help', command };
  if (split.complaint !== null) return wrong(split.complaint);
  if (command === null) {
    const [name] = split.words;
    const begun = commands.filter((candidate) => candidate.name.startsWith(`${name} `));
    if (begun.length > 0)
      return {
        type: 'wrong',
        message: `Il comando «${name}» va completato: ${begun.map((candidate) => `«${candidate.name}»`).join(' o ')}`,
        usage: usageOfAll(begun),
        json,
      };
    return wrong(name === undefined ? 'Manca il comando' : `Il comando «${name}» non esiste`);
  }
  const rest = split.words.slice(command.name.split(' ').length);
  const allowed = new Set([
    ...globalOptions,
    ...globalFlags,
    ...(command.options ?? []),
    ...(command.flags ?? []),
  ]);
  const unknown = [...split.options.keys(), ...split.flags].find((name) => !allowed.has(name));
  if (unknown !== undefined) return wrong(`Il comando «${command.name}» non ha l'opzione --${unknown}`);
  const [min, max] = command.words;
  if (rest.length < min) return wrong(`Al comando «${command.name}» manca un argomento`);
  if (rest.length > max) return wrong(`Il comando «${command.name}» non prende «${rest[max]}»`);
  const oggi = split.options.get('oggi');
  if (oggi !== undefined && !isDay(oggi))
    return wrong(`«${oggi}» non è un giorno: scriverlo come 2026-03-31`);
  return {
    type: 'run',
    command,
    parsed: {
      words: rest,
      options: Object.fromEntries(split.options),
      values: Object.fromEntries(split.values),
      flags: split.flags,
    },
    options: { archivio: split.options.get('archivio'), oggi, json },
  };
}

interface Split {
  readonly words: string[];
  readonly options: Map<string, string>;
  readonly values: Map<string, string[]>;
  readonly flags: Set<string>;
  complaint: string | null;
}

function splitWords(given: readonly string[], commands: readonly Command[]): Split {
  const known = new Set([...globalOptions, ...commands.flatMap((command) => command.options ?? [])]);
  const flags = new Set([...globalFlags, ...commands.flatMap((command) => command.flags ?? [])]);
  const split: Split = {
    words: [],
    options: new Map(),
    values: new Map(),
    flags: new Set(),
    complaint: null,
  };
  for (let i = 0; i < given.length; i++) {
    const word = given[i] ?? '';
    if (word === '--') {
      split.words.push(...given.slice(i + 1));
      break;
    }
    if (!word.startsWith('--')) {
      split.words.push(word);
      continue;
    }
    const [name = '', ...after] = word.slice(2).split('=');
    if (flags.has(name) && after.length > 0) split.complaint ??= `L'opzione --${name} non prende un valore`;
    else if (flags.has(name)) split.flags.add(name);
    else if (!known.has(name)) split.complaint ??= `L'opzione --${name} non esiste`;
    else {
      // A value that looks like an option is one whose value was forgotten; `--cerca=--x` says otherwise.
      const next = given[i + 1]?.startsWith('--') === true ? undefined : given[i + 1];
      const value = after.length > 0 ? after.join('=') : next;
      if (after.length === 0 && next !== undefined) i++;
      if (value === undefined || value === '') split.complaint ??= `All'opzione --${name} manca il valore`;
      else {
        split.options.set(name, value);
        split.values.set(name, [...(split.values.get(name) ?? []), value]);
      }
    }
  }
  return split;
}

/** The longest name that the words begin with. */
function findCommand(words: readonly string[], commands: readonly Command[]): Command | null {
  const [found = null] = commands
    .filter((command) => command.name.split(' ').every((part, i) => words[i] === part))
    .toSorted((a, b) => b.name.length - a.name.length);
  return found;
}
