import { useLayoutEffect } from 'react';
import type { Output } from '../../shared/contract/api.ts';
import { sayPaper } from '../../shared/wording/paper.ts';
import { usePrinting } from '../components/use-printing.ts';

/** Whose paper it is and of which day; dark ink on white, whatever the window wears. */
export function PaperHead(props: {
  readonly ente: string | null;
  readonly about: Output<'about.read'> | null;
  readonly demo: boolean;
}) {
  const { ente, about, demo } = props;
  const printing = usePrinting();
  useLayoutEffect(() => {
    if (!printing) return undefined;
    const { dataset } = document.documentElement;
    const worn = dataset['mantineColorScheme'];
    dataset['mantineColorScheme'] = 'light';
    return () => {
      dataset['mantineColorScheme'] = worn;
    };
  }, [printing]);
  return <p className="only-paper paper-head">{sayPaper({ ente, demo, today: about?.today ?? null })}</p>;
}
