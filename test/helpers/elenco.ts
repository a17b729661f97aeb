/** The list of the node with the flussi that it names, as `dataOraFlusso` tells their versions apart. */
export function elencoXml(named: readonly { readonly iuf: string; readonly createdAt?: string }[]): string {
  const entries = named.map(
    ({ iuf, createdAt = '2026-03-11T22:14:05' }) =>
      `<idRendicontazione><identificativoFlusso>${iuf}</identificativoFlusso><dataOraFlusso>${createdAt}</dataOraFlusso></idRendicontazione>`,
  );
  return `<ppt:nodoChiediElencoFlussiRendicontazioneRisposta xmlns:ppt="http://ws.pagamenti.telematici.gov/"><elencoFlussiRendicontazione><totRestituiti>${named.length}</totRestituiti>${entries.join('')}</elencoFlussiRendicontazione></ppt:nodoChiediElencoFlussiRendicontazioneRisposta>`;
}
