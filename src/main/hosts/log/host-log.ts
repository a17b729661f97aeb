import { operations } from '../../../shared/contract/operations.ts';
import type { CoreEnvironment } from '../../core.ts';
import { version } from '../identity.ts';
import { createLog, type Log } from './log.ts';
import { errorLine, toldError } from './told-error.ts';

/** What a host gives its core, and what it writes itself. */
export interface HostLog extends Pick<CoreEnvironment, 'onDefect' | 'onAnswer' | 'logTail'> {
  /** The program ends, with this code. */
  ended(code: number): void;
}

/** `sayDefect`: one text for the terminal, in which nobody's name stands. */
export function createHostLog(
  home: string,
  host: 'cli' | 'browser' | 'window',
  now: () => string,
  sayDefect: (text: string) => void,
  what: string | null = null,
): HostLog {
  const log = createLog(home, now);
  const versions: Readonly<Partial<Record<string, string>>> = process.versions;
  const { node, electron = null } = versions;
  const begun = { host, command: what, version: version(), node, electron, system: process.platform };
  log.note({ what: 'start', ...begun });
  return {
    onDefect(incident, operation, error) {
      const told = toldError(error);
      log.note({ what: 'defect', incident, operation, error: told });
      sayDefect(`segnalazione ${incident} (${operation}): ${errorLine(told)}`);
    },
    onAnswer(operation, { ms, problem, input }) {
      if (problem === null && ms < slowMs && isQuestion(operation)) return;
      log.note({ what: 'asked', operation, ms: Math.round(ms), problem, about: aboutOf(input, log) });
    },
    logTail: (lines) => log.tail(lines),
    ended: (code) => log.note({ what: 'end', code }),
  };
}

/** A question that took longer is worth a line. */
const slowMs = 500;

const questions = /\.(read|list|count|names|state|changes|details|revision|recognise|mark|unknown|totals)$/;

function isQuestion(operation: string): boolean {
  const row = Object.entries(operations).find(([name]) => name === operation)?.[1];
  return row !== undefined && row.progress === null && questions.test(operation);
}

const codes: Readonly<Record<string, 'cf' | 'codice'>> = {
  iuv: 'codice',
  noticeNumber: 'codice',
  codiceFiscale: 'cf',
  fiscalCode: 'cf',
};

/** The codes that were asked about, as eight digits of which nobody can read them. */
function aboutOf(input: unknown, log: Log): readonly string[] {
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).flatMap(([key, value]) => {
    const kind = codes[key];
    if (typeof value === 'string' && kind !== undefined) return [log.hide(kind, value.toUpperCase())];
    return typeof value === 'object' && !Array.isArray(value) ? aboutOf(value, log) : [];
  });
}
