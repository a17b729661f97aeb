import { addressOf } from '../state/route.ts';
import { useRoute } from '../state/use-route.ts';

/** Leads to the section of the guide that says more. */
export function GuideLink(props: { readonly voce: string; readonly children?: string }) {
  const { voce, children = 'Passo per passo nella guida' } = props;
  const { ledger } = useRoute();
  return <a href={addressOf({ ledger, screen: 'aiuto', ask: { voce } })}>{children}</a>;
}
