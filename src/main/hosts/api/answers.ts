import type { Call, Input, Output } from '../../../shared/contract/api.ts';
import { openApi } from '../../../shared/contract/local-api/openapi.ts';
import {
  isResourcePath,
  resources,
  type ApiAnswer,
  type Query,
  type ResourcePath,
} from '../../../shared/contract/local-api/resources.ts';
import type { Problem } from '../../../shared/contract/problems.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { ApiProblem } from '../../../shared/wording/local-api.ts';
import { cursorsOf } from './cursor.ts';
import { maskPayment, maskProvvisorio } from './mask.ts';
import { readQuery } from './query.ts';

export type Program = NonNullable<Output<'programs.recognise'>['program']>;
type Payment = Output<'payments.list'>['rows'][number];
type ShownProvvisorio = ApiAnswer<'/v1/provvisori'>['rows'][number];
type Answered<T> = Promise<Result<T, ApiProblem | Problem>>;

/** What one program is answered at an address. */
export interface Asked {
  readonly call: Call;
  readonly program: Program;
  /** Path and parameters. */
  readonly url: string;
  /** For the description: where it is asked. */
  readonly origin: string;
}

/** One question of the core for each address; who may not know people is told none. */
export async function answer({ call, program, url, origin }: Asked): Answered<object> {
  const [path = '', ...rest] = url.split('?');
  const search = rest.join('?');
  if (!isResourcePath(path)) return fail({ code: 'no-such-address', known: Object.keys(resources) });
  switch (path) {
    case '/v1/pagamenti': {
      const query = readQuery(resources[path].query, search);
      return query.ok ? payments(call, program, query.value) : query;
    }
    case '/v1/flussi': {
      const query = readQuery(resources[path].query, search);
      return query.ok ? flussi(call, program, query.value) : query;
    }
    case '/v1/provvisori': {
      const query = readQuery(resources[path].query, search);
      return query.ok ? provvisori(call, program, query.value) : query;
    }
    case '/v1/stato': {
      const query = readQuery(resources[path].query, search);
      return query.ok ? dashboard(call) : query;
    }
    case '/v1/openapi.json': {
      const query = readQuery(resources[path].query, search);
      return query.ok ? description(call, origin) : query;
    }
  }
}

async function description(call: Call, origin: string): Answered<object> {
  const about = await call('about.read', {});
  return about.ok ? ok(openApi(origin, about.value.version)) : about;
}

function payments(
  call: Call,
  program: Program,
  query: Query<'/v1/pagamenti'>,
): Answered<ApiAnswer<'/v1/pagamenti'>> {
  const { clear } = program;
  const show = clear ? asItIs<Payment> : maskPayment;
  if (query.cambiatiDal !== undefined)
    return readChanges('/v1/pagamenti', program, query, (asked) => call('payments.changes', asked), show);
  // To know what one person paid is to know who paid.
  if (query.codiceFiscale !== undefined && !clear)
    return Promise.resolve(fail({ code: 'clear-needed', parameter: 'codiceFiscale' }));
  const { iuv, numeroAvviso, codiceFiscale, iuf = null, provvisorio, stato, servizio, dal, al } = query;
  const filter = {
    iuv: iuv?.toUpperCase(),
    noticeNumber: numeroAvviso,
    codiceFiscale,
    iuf,
    provvisorio: provvisorio === undefined ? null : provvisorioOf(provvisorio),
    statuses: listed(stato),
    services: listed(servizio),
    from: dal ?? null,
    to: al ?? null,
  } satisfies Input<'payments.list'>['filter'];
  return readPage('/v1/pagamenti', query, (page) => call('payments.list', { filter, ...page }), show);
}

function flussi(call: Call, program: Program, query: Query<'/v1/flussi'>): Answered<ApiAnswer<'/v1/flussi'>> {
  if (query.cambiatiDal !== undefined)
    return readChanges('/v1/flussi', program, query, (asked) => call('flussi.changes', asked), asItIs);
  const { iuf, stato, dal = null, al = null } = query;
  const filter = { iuf, buckets: listed(stato), from: dal, to: al };
  return readPage('/v1/flussi', query, (page) => call('flussi.list', { filter, ...page }), asItIs);
}

function provvisori(
  call: Call,
  program: Program,
  query: Query<'/v1/provvisori'>,
): Answered<ApiAnswer<'/v1/provvisori'>> {
  const show = program.clear ? asItIs<ShownProvvisorio> : maskProvvisorio;
  if (query.cambiatiDal !== undefined)
    return readChanges('/v1/provvisori', program, query, (asked) => call('provvisori.changes', asked), show);
  const { provvisorio, iuf = null, stato, regolarizzazione, dal = null, al = null } = query;
  const filter = {
    provvisorio: provvisorio === undefined ? undefined : provvisorioOf(provvisorio),
    iuf,
    buckets: listed(stato),
    states: listed(regolarizzazione),
    from: dal,
    to: al,
  };
  return readPage('/v1/provvisori', query, (page) => call('provvisori.list', { filter, ...page }), show);
}

/** Twice the revision: figures and name must be of one ledger, and somebody may write in between. */
async function dashboard(call: Call): Answered<ApiAnswer<'/v1/stato'>> {
  for (;;) {
    const before = await call('ledger.revision', {});
    if (!before.ok) return before;
    const figures = await call('dashboard.read', {});
    if (!figures.ok) return figures;
    const after = await call('ledger.revision', {});
    if (!after.ok) return after;
    const { revision } = after.value;
    if (revision === before.value.revision) return ok({ ...figures.value, revision });
  }
}

async function readPage<Row, Shown>(
  path: ResourcePath,
  {
    dopo,
    limite = 100,
    ...question
  }: { readonly dopo?: string | undefined; readonly limite?: number | undefined },
  ask: (page: {
    readonly after: string | null;
    readonly limit: number;
  }) => Promise<Result<{ readonly rows: readonly Row[]; readonly next: string | null }, Problem>>,
  show: (row: Row) => Shown,
): Answered<{ rows: Shown[]; next: string | null }> {
  const cursors = cursorsOf([path, question]);
  const after = dopo === undefined ? null : cursors.read(dopo);
  if (dopo !== undefined && after === null)
    return fail({
      code: 'bad-parameter',
      parameter: 'dopo',
      complaint: 'non è il «next» di una pagina di questa stessa richiesta',
    });
  const page = await ask({ after, limit: limite });
  if (!page.ok) return page;
  const { rows, next } = page.value;
  return ok({ rows: rows.map(show), next: next === null ? null : cursors.write(next) });
}

/** Begins with every row. */
const beginning = 'inizio';

/**
 * What changed since a cursor. It holds for one list and one program: another one may see people otherwise, and would keep
 * what the first was told.
 */
async function readChanges<Row, Key, Shown>(
  path: ResourcePath,
  program: Program,
  query: { readonly cambiatiDal?: string | undefined; readonly limite?: number | undefined },
  ask: (asked: {
    readonly since: string | null;
    readonly limit: number;
  }) => Promise<Result<Changed<Row, Key>, Problem>>,
  show: (row: Row) => Shown,
): Answered<{ rows: Shown[]; gone: readonly Key[]; cursor: string; more: boolean }> {
  const { cambiatiDal = beginning, limite = 100, ...others } = query;
  const [other] = Object.keys(others);
  if (other !== undefined)
    return badSince(`vale per tutto l’elenco, da solo o con «limite»: togliere «${other}»`);
  const cursors = cursorsOf([path, 'cambiatiDal', program.id]);
  const since = cambiatiDal === beginning ? null : cursors.read(cambiatiDal);
  if (since === null && cambiatiDal !== beginning)
    return badSince(
      'non è «inizio», né il «cursor» di una risposta di questo stesso indirizzo a questo programma',
    );
  const changes = await ask({ since, limit: limite });
  if (!changes.ok) {
    const { problem } = changes;
    return fail(problem.code === 'changes-begin-again' ? { code: 'begin-again' } : problem);
  }
  const { rows, gone, cursor, more } = changes.value;
  return ok({ rows: rows.map(show), gone, cursor: cursors.write(cursor), more });
}

function badSince(complaint: string): Result<never, ApiProblem> {
  return fail({ code: 'bad-parameter', parameter: 'cambiatiDal', complaint });
}

interface Changed<Row, Key> {
  readonly rows: readonly Row[];
  readonly gone: readonly Key[];
  readonly cursor: string;
  readonly more: boolean;
}

function asItIs<T>(row: T): T {
  return row;
}

function listed<T>(wanted: T | undefined): T[] {
  return wanted === undefined ? [] : [wanted];
}

/** `2026/0000123` or `2026/123/conto`: numbers are kept without leading zeros. */
function provvisorioOf(written: string): { esercizio: number; numero: string; conto: string | null } {
  const [esercizio = '', numero = '', ...conto] = written.split('/');
  return {
    esercizio: Number(esercizio),
    numero: numero.replace(/^0+(?=.)/, ''),
    conto: conto.length === 0 ? null : conto.join('/'),
  };
}
