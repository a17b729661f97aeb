import type { Dot, Dots } from '../../shared/domain/verdict.ts';
import { dotOrder, sayDot, sayDots } from '../../shared/wording/dots.ts';
import classes from './pallino.module.css';

/** One dot: a shape of its own for each state, so that colour is never needed. Its word is for the caller to say. */
export function Pallino({ dot, size = 18 }: { readonly dot: Dot; readonly size?: number }) {
  return (
    <svg
      className={classes['pallino']}
      data-dot={dot}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      aria-hidden="true"
    >
      {shapes[dot]}
    </svg>
  );
}

const shapes: Readonly<Record<Dot, React.ReactNode>> = {
  yes: (
    <>
      <circle className={classes['body']} cx="10" cy="10" r="8.5" />
      <path className={classes['ink']} d="M6 10.3 8.9 13.2 14.2 7.3" />
    </>
  ),
  waiting: (
    <>
      <circle className={classes['ring']} cx="10" cy="10" r="7.5" strokeDasharray="3 2.3" />
      <path className={classes['hand']} d="M10 6.4V10l2.4 1.7" />
    </>
  ),
  warning: (
    <>
      <path className={classes['body']} d="M10 1.6 19 17.4a.9.9 0 0 1-.8 1.4H1.8a.9.9 0 0 1-.8-1.4Z" />
      <path className={classes['ink']} d="M10 7.4v5M10 15.4v.1" />
    </>
  ),
  problem: (
    <>
      <path className={classes['body']} d="M6.2 1.2h7.6l5 5v7.6l-5 5H6.2l-5-5V6.2Z" />
      <path className={classes['ink']} d="m6.7 6.7 6.6 6.6m0-6.6-6.6 6.6" />
    </>
  ),
  none: <path className={classes['dash']} d="M5.5 10h9" />,
};

/** The three dots of a payment, always in the same order; together they say one sentence. */
export function Pallini({ dots, size = 18 }: { readonly dots: Dots; readonly size?: number }) {
  return (
    <span className={classes['three']} role="img" aria-label={sayDots(dots)}>
      {dotOrder.map((which) => (
        <span key={which} className={classes['place']} data-tip={sayDot(which, dots[which])}>
          <Pallino dot={dots[which]} size={size} />
        </span>
      ))}
    </span>
  );
}
