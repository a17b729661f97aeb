import type { ReactNode } from 'react';
import { useApi } from '../../state/api.tsx';
import { addressOf } from '../../state/route.ts';
import { reveal } from './voce.ts';

/** A link to an entry; pressed again, it leads there again. */
export function VoceLink(props: {
  readonly voce: string;
  readonly className?: string | undefined;
  /** It leads to what is being read. */
  readonly current?: boolean;
  readonly children: ReactNode;
}) {
  const { voce, className, current = false, children } = props;
  const { ledger } = useApi();
  const address = addressOf({ ledger, screen: 'aiuto', ask: { voce } });
  return (
    <a
      href={address}
      className={className}
      aria-current={current ? 'page' : undefined}
      onClick={() => {
        if (window.location.hash === address) reveal(voce);
      }}
    >
      {children}
    </a>
  );
}
