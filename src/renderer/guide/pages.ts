import { readGuide } from '../../shared/wording/guide/read-guide.ts';

const texts = import.meta.glob<string>('../../../docs/guida/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The guide of this program, read once. */
export const guide = readGuide(
  Object.entries(texts).map(([path, text]) => ({ name: nameOf(path).replace(/\.md$/, ''), text })),
);

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
