import { widthsOf } from './shares.ts';
import classes from './share-bar.module.css';

/** Told apart by colour and by pattern. */
export type Ink = 'yes' | 'partly' | 'waiting' | 'other' | 'problem' | 'outside';

interface Share {
  readonly id: string;
  readonly ink: Ink;
  readonly size: number;
  /** What the part says under the pointer. */
  readonly text: string;
}

/** A whole and its parts side by side. The figures stand in the table beside it: `label` says them in one sentence. */
export function ShareBar({ label, shares }: { readonly label: string; readonly shares: readonly Share[] }) {
  const widths = widthsOf(shares.map(({ size }) => size));
  return (
    <div className={classes['bar']} role="img" aria-label={label}>
      {shares.map(({ id, ink, size, text }, index) =>
        size > 0 ? (
          <span
            key={id}
            className={classes['part']}
            data-ink={ink}
            data-tip={text}
            style={{ width: `${widths[index] ?? 0}%` }}
          />
        ) : null,
      )}
    </div>
  );
}

/** The key of one part, to stand beside its word. */
export function Swatch({ ink }: { readonly ink: Ink }) {
  return <span className={`${classes['part']} ${classes['swatch']}`} data-ink={ink} aria-hidden="true" />;
}
