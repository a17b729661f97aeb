// Named one by one: the others would only make the program larger.
const files = import.meta.glob<string>(
  '../../../../docs/immagini/{anteprima,copie,cruscotto,da-regolarizzare,dati-personali,esporta,flusso,messaggi-coda,pagamento,primo-avvio,primo-giorno-codici,provvisorio,rapporto}-{chiaro,scuro}.png',
  { query: '?url', import: 'default', eager: true },
);

const addresses = new Map(
  Object.entries(files).map(([path, address]) => [path.slice(path.lastIndexOf('/') + 1), address]),
);

/** The address of a picture as the guide names it, or of its twin in the other theme; null when there is none. */
export function addressOfPicture(src: string, theme: 'light' | 'dark'): string | null {
  const name = src.slice(src.lastIndexOf('/') + 1);
  return addresses.get(theme === 'light' ? name : name.replace('-chiaro.', '-scuro.')) ?? null;
}
