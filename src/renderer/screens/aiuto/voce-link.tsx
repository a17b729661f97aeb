import type { ReactNode } from 'react';
import { useApi } from '../../state/api.tsx';
import { addressOf } from '../../state/route.ts';
import { reveal } from './voce.ts';

/** A link to an entry; pressed again, it leads there again. */
export function VoceLink(props: {
  readonly voce: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  const { voce, className, children } = props;
  const { ledger } = useApi();
  const address = addressOf({ ledger, screen: 'aiuto', ask: { voce } });
  return (
    <a
      href={address}
      className={className}
      onClick={() => {
        if (window.location.hash === address) reveal(voce);
      }}
    >
      {children}
    </a>
  );
}
