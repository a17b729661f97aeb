import { useEffect, useMemo, useRef, useState } from 'react';
import { useApi } from '../../state/api.tsx';
import { createRowWindow, type LoadPage, type RowStretch } from './row-window.ts';

const nothingYet: RowStretch<never> = {
  rows: [],
  before: 0,
  behind: null,
  hasPrevious: false,
  hasNext: false,
  loading: true,
  problem: null,
  shift: 0,
};

/**
 * The rows of a list: from its beginning whenever the question changes, asked anew whenever the ledger does, or with
 * `aside` whenever something beside it does.
 */
export function useRowWindow<Row>(load: LoadPage<Row>, question: string, aside = false) {
  const api = useApi();
  const edition = aside ? api.asideEdition : api.edition;
  const [stretch, setStretch] = useState<RowStretch<Row>>(nothingYet);
  const latest = useRef(load);
  latest.current = load;
  const rowWindow = useMemo(
    () => createRowWindow<Row>((request, signal) => latest.current(request, signal), setStretch),
    [],
  );
  const asked = useRef('');
  useEffect(() => {
    if (asked.current === question) void rowWindow.refresh();
    else void rowWindow.start();
    asked.current = question;
  }, [rowWindow, question, edition]);
  useEffect(
    () => () => {
      rowWindow.stop();
      asked.current = '';
    },
    [rowWindow],
  );
  return { stretch, rowWindow };
}
