/** A draft of the page that the register of processing has for this program, as it stands in the documents too. */
export const processingRegister = `docs/registro-trattamenti.md\`. */
export const processingRegister = \`# Scheda per il registro dei trattamenti

Testo da completare con il responsabile della protezione dei dati (RPD). Le parti fra parentesi quadre le scrive l'ente;
il resto descrive ciò che il programma fa davvero. Art. 30 del Regolamento (UE) 2016/679.

| Voce                        | Testo                                                                                         |
| --------------------------- | --------------------------------------------------------------------------------------------- |
| Trattamento                 | Riconciliazione dei pagamenti pagoPA e avvisi ai cittadini con l'app IO                       |
| Titolare                    | [Comune di …, indirizzo, PEC]                                                                 |
| RPD                         | [nome, contatti]                                                                              |
| Finalità                    | Riscontro dei versamenti, regolarizzazione degli incassi, avvisi di pagamento e scadenze      |
| Base giuridica              | Art. 6, par. 1, lett. c) ed e), del Regolamento; art. 2-ter D.Lgs. 196/2003; D.Lgs. 267/2000  |
| Interessati                 | Cittadini e imprese che devono o pagano somme all'ente; intestatari di carte d'identità       |
| Categorie di dati           | Nome, codice fiscale, importi, date, IUV, causali; per i messaggi anche testo ed esito        |
| Dati particolari            | Non richiesti; le causali libere possono contenerne: si coprono con la condivisione schermo   |
| Da dove vengono             | Nodo pagoPA e partner tecnologico, tesoreria, gestionali dell'ente                            |
| Destinatari                 | Tesoriere, ragioneria; PagoPA S.p.A. per i messaggi IO; [programmi a cui è data l'API locale] |
| Trasferimenti fuori dall'UE | Nessuno                                                                                       |
| Responsabili (art. 28)      | Nessuno: il programma gira sui computer dell'ente. [Assistenza tecnica, se c'è]               |
| Conservazione               | [10 anni, o il massimario di scarto]; poi minimizzazione: restano importi, date e IUV         |
| Scarto                      | Solo con autorizzazione della Soprintendenza (artt. 20 e 21 D.Lgs. 42/2004), atto registrato  |
| Copie di sicurezza          | Tre di oggi, una al giorno per 14 giorni, una al mese per 12 mesi                             |

## Misure (art. 32)

- Dati su un solo computer, senza server; la porta locale risponde a questo computer soltanto, e la pagina non chiama fuori.
- Il file del registro non è cifrato: **il disco deve esserlo** (BitLocker o simile). [Sì / no, chi lo verifica]
- Chiavi dei servizi IO cifrate, fuori dal registro e dalle copie.
- Codici fiscali coperti sullo schermo, mostrati per 30 secondi; modalità condivisione schermo.
- Esportazioni per altri programmi mascherate, se non si chiede altro.
- Registro eventi senza nomi, codici fiscali e IUV; diagnosi senza dati di persone.
- Cancellazioni con riscrittura del file; copie precedenti elencate con la loro scadenza.
- Indice delle ricerche (\`ricerca.db\`, accanto al registro): ripete nomi, codici fiscali e causali dei pagamenti; non entra
  nelle copie, si vuota a ogni minimizzazione o scarto e si può cancellare in ogni momento: si rifà da solo.

## Diritti degli interessati

- Accesso (art. 15): «Dati personali», _Estratto per il cittadino_, o il comando \`estratto\`.
- Rettifica (art. 16): nei gestionali che sono la fonte; poi si importa il documento corretto.
- Cancellazione (art. 17): limitata dall'obbligo di legge (par. 3, lett. b) e dalle norme sugli archivi; minimizzazione e scarto.

## Violazioni (artt. 33 e 34)

Per dire che cosa c'era nel registro: \`diagnosi\` (conteggi), \`importazioni\` (documenti), \`estratto\` (una persona). L'ultima copia
verificata dice come stava.
`;
