import { Button, Popover } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

/** A button above a list that opens a panel, which holds the focus until it is closed and gives it back. */
export function PanelButton(props: {
  readonly icon: Icon;
  readonly text: string;
  /** How a screen reader names the panel. */
  readonly name: string;
  readonly width: number;
  /** The side of the button that the panel stands under. */
  readonly side?: 'start' | 'end';
  readonly children: (close: () => void) => ReactNode;
}) {
  const { icon: Sign, text, name, width, side = 'start', children } = props;
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position={`bottom-${side}`}
      width={width}
      trapFocus
      returnFocus
      shadow="md"
      withinPortal
    >
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<Sign size={17} aria-hidden="true" />}
          onClick={() => setOpened(!opened)}
        >
          {text}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={name}>
        <Panel of={children} close={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** Asked for only while the panel stands: what it shows may have to be counted. */
function Panel(props: { readonly of: (close: () => void) => ReactNode; readonly close: () => void }) {
  return props.of(props.close);
}
