import type { FlowBucket, ProvvisorioBucket } from '../../shared/domain/bucket.ts';
import type { Dot } from '../../shared/domain/verdict.ts';
import classes from './evidence.module.css';
import { Pallino } from './pallino.tsx';

/** Where a flusso or a provvisorio stands: a shape and a word. */
export function BucketBadge(props: {
  readonly bucket: FlowBucket | ProvvisorioBucket;
  readonly label: string;
  readonly size?: number;
}) {
  const { bucket, label, size = 17 } = props;
  return (
    <span className={classes['badge']}>
      <Pallino dot={bucketDots[bucket]} size={size} />
      <span className={classes['badgeText']}>{label}</span>
    </span>
  );
}

/** The dot that has the same weight for the clerk. */
export const bucketDots: Readonly<Record<FlowBucket | ProvvisorioBucket, Dot>> = {
  reconciled: 'yes',
  partial: 'warning',
  notReported: 'warning',
  otherPartner: 'none',
  inError: 'problem',
  awaiting: 'waiting',
  missing: 'problem',
  notPagoPa: 'none',
  cancelled: 'none',
};
