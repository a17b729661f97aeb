import type { Call, Input } from '../../../shared/contract/api.ts';
import type { Problem } from '../../../shared/contract/problems.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { WrongUsage } from './command.ts';

type ProvvisorioKey = Input<'provvisori.read'>;
type PaymentKey = Input<'payments.read'>;

/** Something that a person named in one word: `2026/12`, `2026/12/0000100`, an IUV or an IUF. */
export type Named =
  | ({ readonly type: 'provvisorio' } & ProvvisorioKey)
  | ({ readonly type: 'payment' } & PaymentKey)
  | { readonly type: 'flusso'; readonly iuf: string };

/** An IUV is looked for first; one that was paid more than once stands for the first of its payments. */
export async function find(call: Call, word: string): Promise<Result<Named, Problem>> {
  if (provvisorioShape.test(word)) {
    const provvisorio = await findProvvisorio(call, word);
    return provvisorio.ok ? ok({ type: 'provvisorio', ...provvisorio.value }) : provvisorio;
  }
  const payment = await findPayment(call, word);
  if (!payment.ok) return payment;
  if (payment.value !== null) return ok({ type: 'payment', ...payment.value });
  const flusso = await call('flussi.read', { iuf: word });
  return flusso.ok ? ok({ type: 'flusso', iuf: flusso.value.flusso.iuf }) : flusso;
}

const provvisorioShape = /^(?<esercizio>\d{4})\/0*(?<numero>[^/]+)(?:\/(?<conto>.+))?$/;

/** The conto need be told only where two have that number. */
export async function findProvvisorio(call: Call, word: string): Promise<Result<ProvvisorioKey, Problem>> {
  const { esercizio, numero, conto } = provvisorioShape.exec(word)?.groups ?? {};
  if (esercizio === undefined || numero === undefined)
    throw new WrongUsage(`«${word}» non è un provvisorio: scriverlo come 2026/12, o 2026/12/conto`);
  const wanted = { esercizio: Number(esercizio), numero };
  const found: ProvvisorioKey[] = [];
  for await (const page of pagesOf((after) =>
    call('provvisori.list', { filter: { search: `${numero}/${esercizio}` }, after }),
  )) {
    if (!page.ok) return page;
    found.push(
      ...page.value.filter(
        (row) =>
          row.esercizio === wanted.esercizio &&
          row.numero === wanted.numero &&
          (conto === undefined || row.conto === conto),
      ),
    );
  }
  const [only, ...others] = found;
  if (only === undefined)
    return fail({ code: 'not-found', what: 'provvisorio', name: `${numero}/${esercizio}` });
  if (others.length > 0)
    throw new WrongUsage(
      `Il provvisorio ${numero}/${esercizio} c'è in più conti: scriverlo come ${found.map((row) => `${esercizio}/${numero}/${row.conto}`).join(' o ')}`,
    );
  return ok({ ...wanted, conto: only.conto });
}

async function findPayment(call: Call, iuv: string): Promise<Result<PaymentKey | null, Problem>> {
  for await (const page of pagesOf((after) => call('payments.list', { filter: { search: iuv }, after }))) {
    if (!page.ok) return page;
    const found = page.value.find((row) => row.iuv === iuv);
    if (found !== undefined) return ok({ iuv: found.iuv, iur: found.iur, index: found.index });
  }
  return ok(null);
}

async function* pagesOf<Row>(
  page: (
    after: string | null,
  ) => Promise<Result<{ readonly rows: readonly Row[]; readonly next: string | null }, Problem>>,
): AsyncGenerator<Result<readonly Row[], Problem>> {
  for (let after: string | null = null; ;) {
    const answered: Awaited<ReturnType<typeof page>> = await page(after);
    if (!answered.ok) {
      yield answered;
      return;
    }
    yield ok(answered.value.rows);
    if (answered.value.next === null) return;
    after = answered.value.next;
  }
}
