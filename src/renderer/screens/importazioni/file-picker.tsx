import { useImperativeHandle, useRef, type ChangeEvent, type Ref } from 'react';
import { filesOfList, type DroppedFile } from '../../state/dropped-files.ts';

/** Opens the system's own windows to choose files. */
export interface Picker {
  files(): void;
  folder(): void;
}

export function FilePicker(props: {
  readonly ref: Ref<Picker>;
  readonly onPick: (files: readonly DroppedFile[]) => void;
}) {
  const { ref, onPick } = props;
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  useImperativeHandle(ref, () => ({
    files: () => files.current?.click(),
    folder: () => folder.current?.click(),
  }));
  function take(event: ChangeEvent<HTMLInputElement>): void {
    const chosen = filesOfList(event.currentTarget.files ?? []);
    // The same file can be chosen again, after it was mended.
    event.currentTarget.value = '';
    onPick(chosen);
  }
  return (
    <>
      <input ref={files} type="file" multiple hidden aria-label="File da importare" onChange={take} />
      <input
        ref={folder}
        type="file"
        hidden
        aria-label="Cartella da importare"
        onChange={take}
        {...{ webkitdirectory: '' }}
      />
    </>
  );
}
