/** Opens the palette of commands, whose library does not stand in the way of the first screen. */
export async function openPalette(): Promise<void> {
  const { openSpotlight } = await import('@mantine/spotlight');
  openSpotlight();
}
