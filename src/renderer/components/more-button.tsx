import { Button, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';

/** Reads a list on; keeps the focus where the reader was. */
export function MoreButton(props: {
  readonly goesOn: boolean;
  readonly loading: boolean;
  readonly onMore: () => void;
  readonly label: string;
}) {
  const { goesOn, loading, onMore, label } = props;
  const end = useRef<HTMLParagraphElement>(null);
  const asked = useRef(false);
  useEffect(() => {
    if (!goesOn && asked.current) end.current?.focus();
  }, [goesOn]);
  return goesOn ? (
    <Button
      mt="sm"
      variant="default"
      size="sm"
      loading={loading}
      onClick={() => {
        asked.current = true;
        onMore();
      }}
    >
      {label}
    </Button>
  ) : (
    asked.current && (
      <Text ref={end} tabIndex={-1} mt="sm" size="sm" c="dimmed">
        L’elenco finisce qui.
      </Text>
    )
  );
}
