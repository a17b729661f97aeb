/** The name by which a heading is found, as the sites that show Markdown make it: `Non rendicontato` → `non-rendicontato`. */
export function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');
}
