import { useQuestion } from '../state/use-question.ts';

/** The name of the document that a list is narrowed to; null until it is known. */
export function useDocumentName(id: number | null): string | null {
  const { value } = useQuestion('documents.read', id === null ? null : { id });
  return value === null || value.id !== id ? null : value.name.slice(value.name.lastIndexOf('/') + 1);
}
