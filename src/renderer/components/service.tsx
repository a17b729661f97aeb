import type { ServiceSource } from '../../shared/domain/service.ts';
import { serviceSourceLabels } from '../../shared/wording/labels.ts';
import classes from './evidence.module.css';

/** A service, and what told it. */
export function Service({ name, source }: { readonly name: string; readonly source: ServiceSource | null }) {
  return (
    <>
      {name}
      {source !== null && <span className={classes['soft']}> {serviceSourceLabels[source]}</span>}
    </>
  );
}
