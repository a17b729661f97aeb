import { ownWords } from '../../../shared/domain/scrub.ts';

/** A defect as it may be written down: what was thrown and where, and nothing of what it was about. */
export interface ToldError {
  readonly name: string;
  readonly code: string | null;
  readonly message: string;
  readonly frames: readonly string[];
  readonly cause: ToldError | null;
}

const mostFrames = 20;

/** Messages of libraries repeat what they were given: only the words that are a programmer's stay, and the stack. */
export function toldError(thrown: unknown, depth = 3): ToldError {
  if (!(thrown instanceof Error))
    return { name: typeof thrown, code: null, message: '', frames: [], cause: null };
  // What fell in a thread comes as a text, its own stack inside.
  const lines = `${thrown.message}\n${thrown.stack ?? ''}`.split('\n');
  const frames = lines.filter((line) => /^\s+at /.test(line)).map((line) => ownPath(line.trim()));
  const ends = thrown.message.search(/\n\s+at /);
  const message = ends < 0 ? thrown.message : thrown.message.slice(0, ends);
  const code = 'code' in thrown && typeof thrown.code === 'string' ? ownWords(thrown.code) : null;
  return {
    name: ownWords(thrown.name),
    code,
    message: ownWords(message.slice(0, 2_000)),
    frames: [...new Set(frames)].slice(0, mostFrames),
    cause: depth > 0 && thrown.cause !== undefined ? toldError(thrown.cause, depth - 1) : null,
  };
}

/** One line for the terminal. */
export function errorLine({ name, code, message, frames }: ToldError): string {
  return [
    `${name}${code === null ? '' : ` ${code}`}: ${message}`,
    ...frames.map((frame) => `    ${frame}`),
  ].join('\n');
}

/** Folders above the program's own bear the name of who uses the computer, blanks and all. */
function ownPath(frame: string): string {
  const [, name = '', path = frame] = /^(at (?:async )?[\w.<>[\] ]*\()(.*)\)$/.exec(frame) ?? [
    '',
    'at ',
    frame.slice(3),
  ];
  const inside = /(?:^|[\\/])((?:src|out|node_modules)[\\/].*)$/.exec(path)?.[1];
  const told = inside ?? (path.startsWith('node:') ? path : (path.split(/[\\/]/).at(-1) ?? ''));
  return `${name}${told}${name.endsWith('(') ? ')' : ''}`;
}
