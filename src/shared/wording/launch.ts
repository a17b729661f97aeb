/** Why a window cannot reach the program behind it. */
export type LaunchProblem = 'launch-spent' | 'launch-missing' | 'host-silent';

/** What a window says that could not be opened. */
export function sayLaunchProblem(problem: LaunchProblem): string {
  return sentences[problem];
}

const sentences: Readonly<Record<LaunchProblem, string>> = {
  'launch-spent':
    'Questo indirizzo è già stato usato: la sessione è aperta in un’altra finestra. Non è cambiato nulla: usare quella, oppure chiudere il programma e riavviarlo.',
  'launch-missing':
    'Questa finestra non è stata aperta da Tre Pallini, o la sua sessione è finita. Non è cambiato nulla: chiuderla e riavviare il programma.',
  'host-silent':
    'Il programma non risponde: forse è stato chiuso. Quello che era scritto nel registro c’è ancora: riavviare Tre Pallini.',
};
