import type { Output } from '../../../shared/contract/api.ts';
import { isCodiceFiscale } from '../../../shared/domain/codice-fiscale.ts';
import { sayEntiSeen } from '../../../shared/wording/ente.ts';
import { EnteForm } from '../../components/ente-form.tsx';
import classes from './importazioni.module.css';

/** Before anybody said who we are: what the files say of it, to be confirmed; then they are looked at again. */
export function WhoseFiles(props: {
  readonly enti: Output<'documents.preview'>['enti'];
  readonly onSaved: () => void;
}) {
  const { enti, onSaved } = props;
  const likely = enti.find(
    ({ codiceFiscale }) => codiceFiscale.length === 11 && isCodiceFiscale(codiceFiscale),
  );
  return (
    <div className={classes['asked']}>
      <h3 className={classes['subtitle']}>Di chi sono questi documenti?</h3>
      <p className={classes['asking']}>{sayEntiSeen(enti)}</p>
      <EnteForm
        {...(likely === undefined
          ? {}
          : {
              proposed: {
                codiceFiscale: likely.codiceFiscale,
                denominazione: likely.denominazione ?? '',
              },
            })}
        action="Siamo noi: continua"
        onSaved={onSaved}
      />
    </div>
  );
}
