import { Modal, type ModalProps } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';

/** A dialog that is there only while something is asked: the focus goes back to where it was when it was opened. */
export function Dialog(props: Omit<ModalProps, 'opened'> & { readonly children: ReactNode }) {
  const opener = useRef(document.activeElement);
  useEffect(
    () => () => {
      const { current } = opener;
      setTimeout(() => {
        // Whoever closed it may have sent the focus elsewhere.
        if (document.activeElement !== document.body || !(current instanceof HTMLElement)) return;
        if (current.isConnected) current.focus({ preventScroll: true });
      });
    },
    [],
  );
  return <Modal {...props} opened />;
}
