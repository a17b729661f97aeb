/** Why the local API is not open although somebody wants it to be. */
export function sayPortTrouble(trouble: 'port-taken' | 'port-refused', port: number): string {
  return trouble === 'port-taken'
    ? `La porta ${port} è di un altro programma: l’API locale non è aperta. Scegliere un’altra porta, o chiudere quel programma.`
    : `Il sistema non concede la porta ${port}: l’API locale non è aperta. Scegliere un’altra porta.`;
}

/** What was on is not known any more. */
export const doorsUnreadable =
  'Il file che ricorda quali accessi erano accesi è danneggiato: l’API locale e la cartella sorvegliata sono spente. Il registro è intatto, e il file è rimasto accanto al registro come «altri-programmi.danneggiato.json». Riaccendere qui ciò che serve.';
