import type { HelpSection } from './entry.ts';

export const exportHelp: HelpSection = {
  id: 'esportare',
  title: 'File da consegnare',
  entries: [
    {
      id: 'cartella-del-tesoriere',
      title: 'La cartella del tesoriere',
      paragraphs: [
        'Da Esporta si scarica una cartella Excel (.xlsx), che si apre anche con LibreOffice. Può essere di tutto, di un periodo o di un servizio solo.',
        'Il foglio Riepilogo dice ogni cifra due volte: come è nel registro e come la somma degli altri fogli; accanto c’è scritto «quadra» se vanno d’accordo al centesimo.',
        'Il foglio Da regolarizzare divide ogni provvisorio aperto per servizio, capitolo e accertamento; ciò che in un flusso è di altri partner è una riga a parte. I pagamenti dietro una riga sono piegati sotto di essa: si aprono con il segno + al bordo del foglio.',
        'In ogni elenco la prima riga è il totale di ciò che il filtro lascia vedere. Nel foglio Pagamenti i tre pallini sono numeri (4 sì, 3 in attesa, 2 da controllare, 1 problema, 0 non si applica): così si filtrano e si ordinano.',
      ],
      also: [
        'excel',
        'xlsx',
        'foglio di calcolo',
        'esportare',
        'scaricare',
        'regolarizzare',
        'reversali',
        'stampare',
      ],
    },
    {
      id: 'dati-dei-cittadini',
      title: 'I dati dei cittadini nei file esportati',
      paragraphs: [
        'Se non si chiede altro, i nomi e i codici fiscali di chi ha pagato sono coperti: si vedono le iniziali, i primi quattro caratteri e gli ultimi due. Le causali e gli ordinanti restano come li scrive la banca, senza i codici fiscali.',
        'In chiaro vanno esportati solo per chi deve averli; il Riepilogo della cartella lo ricorda.',
      ],
      also: ['privacy', 'codice fiscale', 'in chiaro', 'coperti', 'gdpr'],
    },
  ],
};
