import { SaveMade } from '../../components/save-made.tsx';
import { useApi } from '../../state/api.tsx';

/** Saves the lines of a document that were left out, as a file to send back. */
export function RefusedRowsButton({ id }: { readonly id: number }) {
  const { link } = useApi();
  return (
    <SaveMade size="compact-sm" make={() => link.call('documents.refusedRows', { id })}>
      Scarica le righe scartate
    </SaveMade>
  );
}
