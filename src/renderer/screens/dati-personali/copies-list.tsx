import { Text } from '@mantine/core';
import type { Output } from '../../../shared/contract/api.ts';
import { many, sayMoment } from '../../../shared/wording/figures.ts';
import { sayLeaving } from '../../../shared/wording/personal-data.ts';
import classes from './dati-personali.module.css';

/** The copies that still hold what goes, and when each of them goes by itself. */
export function CopiesList({ copies }: { readonly copies: Output<'privacy.read'>['copies'] }) {
  return (
    <div>
      <Text size="sm">
        {many(copies.length, 'copia di sicurezza contiene', 'copie di sicurezza contengono')} ancora questi
        dati:
      </Text>
      <ul className={classes['copies']}>
        {copies.map(({ file, madeAt, leavesOn }) => (
          <li key={file}>
            {madeAt === null ? (file.split(/[/\\]/).at(-1) ?? file) : sayMoment(madeAt)}:{' '}
            {sayLeaving(leavesOn)}
          </li>
        ))}
      </ul>
    </div>
  );
}
