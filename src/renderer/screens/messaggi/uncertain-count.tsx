import { Badge } from '@mantine/core';

/** How many messages wait for a person’s decision. */
export function UncertainCount({ count }: { readonly count: number }) {
  return (
    <Badge size="sm" my={-4} color="red" variant="filled">
      {count.toLocaleString('it-IT')}
      <span className="visually-hidden"> da decidere</span>
    </Badge>
  );
}
