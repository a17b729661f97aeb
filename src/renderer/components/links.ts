import { useMemo } from 'react';
import type { ExpectedState } from '../../shared/domain/flusso.ts';
import { useApi } from '../state/api.tsx';
import { addressOf } from '../state/route.ts';
import { nameOfPayment, nameOfProvvisorio } from './list-ask.ts';

/** The addresses of the cards and lists that one card leads to. */
export function useLinks() {
  const { ledger } = useApi();
  return useMemo(
    () => ({
      payment: (key: Parameters<typeof nameOfPayment>[0]) =>
        addressOf({ ledger, screen: 'pagamenti', ask: { open: nameOfPayment(key) } }),
      position: (key: string) => addressOf({ ledger, screen: 'posizioni', ask: { open: key } }),
      flusso: (iuf: string) => addressOf({ ledger, screen: 'flussi', ask: { open: iuf } }),
      expected: (state: ExpectedState) => addressOf({ ledger, screen: 'flussi', ask: { attesi: state } }),
      provvisorio: (key: Parameters<typeof nameOfProvvisorio>[0]) =>
        addressOf({ ledger, screen: 'provvisori', ask: { open: nameOfProvvisorio(key) } }),
      paymentsOfIuf: (iuf: string) => addressOf({ ledger, screen: 'pagamenti', ask: { filter: { iuf } } }),
      paymentsOfProvvisorio: ({ esercizio, numero, conto }: Parameters<typeof nameOfProvvisorio>[0]) =>
        addressOf({
          ledger,
          screen: 'pagamenti',
          ask: { filter: { provvisorio: { esercizio, numero, conto } } },
        }),
      moneyOfIuf: (iuf: string) => addressOf({ ledger, screen: 'provvisori', ask: { filter: { iuf } } }),
    }),
    [ledger],
  );
}
