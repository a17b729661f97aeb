/** What is wrong with a port that somebody wrote; null when nothing is. */
export function complainOfPort(written: string): string | null {
  if (!/^\d{1,5}$/.test(written.trim())) return 'È un numero da 1024 a 65535.';
  const port = Number(written);
  return port < 1_024 || port > 65_535 ? 'È un numero da 1024 a 65535.' : null;
}
