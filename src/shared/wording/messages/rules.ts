import type { CieMoment } from '../../domain/message/cie.ts';
import type { RuleMode, RuleName, RulesFlaw } from '../../domain/message/message-rules.ts';
import type { LeftOutCode } from '../../domain/message/position-audience.ts';
import type {
  CheckedRule,
  LeftOutCount,
  RuleBlock,
  RulesCheck,
  RuleWait,
} from '../../domain/message/rules-check.ts';
import { italianDay, many } from '../figures.ts';
import { say, type Sentences } from '../say.ts';
import { sayBlock } from './blocks.ts';
import { sayPlanProblem } from './tari-plan.ts';

export const ruleLabels: Readonly<Record<RuleName, string>> = {
  positions: 'Avviso a ogni nuova posizione',
  remind: 'Promemoria prima della scadenza',
  welcome: 'Benvenuto',
  cie: 'Carta d’identità in scadenza',
};

export const ruleMeanings: Readonly<Record<RuleName, string>> = {
  positions:
    'A ogni posizione debitoria importata da quando è acceso, un messaggio con il suo avviso alla persona a cui appartiene: una volta sola per avviso.',
  remind: 'A chi, per quanto si sa, non ha ancora pagato. Una volta sola per avviso, e mai dopo la scadenza.',
  welcome: 'A chi ha la sua prima posizione in questo servizio: un fatto suo, non un annuncio a tutti.',
  cie: 'L’elenco dell’anagrafe si importa una volta e si guarda ogni giorno.',
};

export const ruleModeLabels: Readonly<Record<RuleMode, string>> = {
  confirm: 'Da confermare',
  automatic: 'Automatico',
};

export const cieMomentLabels: Readonly<Record<CieMoment, string>> = {
  'month-before': 'Un mese prima',
  'expiry-day': 'Nel giorno della scadenza',
};

export const overSeventyLabels: Readonly<Record<'leave' | 'write', string>> = {
  leave: 'Non scrivere loro',
  write: 'Scrivere anche a loro',
};

/** What an office writes of its own in every message about a card. */
export const cieTextLabels: Readonly<Record<'prenotazione' | 'cosaPortare' | 'avvertenze', string>> = {
  prenotazione: 'Come prenotare',
  cosaPortare: 'Che cosa portare, oltre al solito',
  avvertenze: 'Avvertenze',
};

/** What must be read before the cards are looked at: one paragraph each. */
export const cieWarnings: readonly string[] = [
  'L’anagrafe nazionale (ANPR) scrive già su IO a 180, 90 e 30 giorni dalla scadenza: un mese prima il cittadino riceverebbe due messaggi. IO sconsiglia di ripeterli: acceso, serve solo se il testo dice ciò che vale qui, come prenotare o quanto si aspetta.',
  'Dal 30 luglio 2026 la carta rilasciata a chi ha almeno 70 anni vale cinquant’anni, e il decreto del 2026 proroga quelle rilasciate prima a chi li ha (verificare il testo in vigore): a loro non si scrive che scade, se non si sceglie di farlo.',
  'Le carte di carta non valgono più dal 3 agosto 2026, qualunque data portino stampata: hanno un testo loro. La scadenza è sempre quella dell’elenco, mai calcolata.',
];

export const cieAcknowledgement = 'Ho letto: i messaggi si aggiungono a quelli dell’anagrafe nazionale';

/** Why rules were not kept, and what to do. */
export function sayRulesFlaw(flaw: RulesFlaw): string {
  return `${whatIsWrong(flaw)} Le regole sono come prima.`;
}

function whatIsWrong(flaw: RulesFlaw): string {
  switch (flaw.why) {
    case 'service-twice':
      return `Il servizio «${flaw.service}» ha due volte le sue regole: lasciarne una.`;
    case 'template-missing':
      return `«${ruleLabels[flaw.rule]}» di «${flaw.service}»: il modello «${flaw.template}» non c’è. Sceglierne un altro.`;
    case 'template-other-kind':
      return `«${ruleLabels[flaw.rule]}» di «${flaw.service}»: il modello «${flaw.template}» è per un altro uso. Sceglierne uno adatto.`;
    case 'template-faulty':
      return `«${ruleLabels[flaw.rule]}» di «${flaw.service}»: il modello «${flaw.template}» ha un difetto con cui non si invia. Correggerlo, o sceglierne un altro.`;
    case 'anpr-not-acknowledged':
      return 'Per le carte d’identità va prima confermata la lettura dell’avvertenza: l’anagrafe nazionale scrive già agli stessi cittadini.';
  }
}

/** What a look at the rules came to, in a sentence. */
export function sayCheck({
  before,
  missed,
  rules,
}: Pick<RulesCheck, 'missed' | 'rules'> & { readonly before: string | null }): string {
  const ready = rules.reduce((sum, rule) => sum + rule.ready, 0);
  const queued = rules.reduce((sum, rule) => sum + rule.queued, 0);
  const made =
    ready === 0
      ? 'Nessun messaggio da preparare.'
      : `${many(ready, 'messaggio', 'messaggi')}, ${queued === 0 ? 'nessuno in coda' : `${queued} in coda`}.`;
  if (missed === 0) return made;
  return before === null
    ? `${made} Era il primo controllo.`
    : `${made} L’ultimo controllo era del ${italianDay(before)}: recuperati i giorni in mezzo.`;
}

/** What one rule came to. */
export function sayCheckedRule({ ready, queued, wait, block }: CheckedRule): string {
  if (block !== null) return sayRuleBlock(block);
  if (ready === 0) return 'Nessuno a cui scrivere.';
  const made = many(ready, 'messaggio preparato', 'messaggi preparati');
  if (wait !== null) return `${made}: ${waits[wait]}`;
  return queued === ready ? `${made} e messi in coda.` : `${made}, ${queued} in coda.`;
}

const waits: Readonly<Record<RuleWait, string>> = {
  confirm: 'sono bozze, da guardare e confermare fra le campagne.',
  many: 'sono molti dopo giorni senza controllo, perciò non partono da soli. Guardarli e confermarli fra le campagne.',
};

export function sayRuleBlock(block: RuleBlock): string {
  return say(blocks, block);
}

const blocks: Sentences<RuleBlock> = {
  'evidence-stale': (block) => sayBlock(block),
  'test-mode': () =>
    'È attiva la modalità di prova: le regole non preparano niente, perché quei cittadini risulterebbero già avvisati. Uscire dalla prova e controllare di nuovo.',
  'template-unusable': ({ template }) =>
    `Il modello «${template}» non c’è più, o ha un difetto: non è stato preparato niente. Correggerlo, o sceglierne un altro nelle regole.`,
  'plan-impossible': ({ problem }) => sayPlanProblem(problem),
};

/** Who is not written to, and why. */
export function sayLeftOut({ code, count, examples }: LeftOutCount): string {
  const named = examples.join(', ');
  const others = count - examples.length;
  return `${leftOutLabels[code]}: ${count} (${named}${others > 0 ? ` e altri ${others}` : ''})`;
}

const leftOutLabels: Readonly<Record<LeftOutCode, string>> = {
  'not-a-person': 'Aziende, o senza codice fiscale di una persona: IO non le raggiunge',
  'cf-wrong': 'Codice fiscale sbagliato: correggerlo nel programma che fa le posizioni',
  'no-notice': 'Senza numero avviso: non si può pagare dall’app',
  'rate-undecided':
    'Rata unica e rate che non si possono mettere in fila: preparare una campagna da elenco e scegliere come chiederle',
  'asked-otherwise': 'Già scritto con un altro importo o un’altra scadenza: forse serve una errata corrige',
  'other-part-paid': 'Ha già pagato un’altra parte dello stesso debito',
  'not-composable': 'Manca un dato che il testo richiede, come la scadenza',
  'over-70-fifty-years': 'Da 70 anni in su, carta rilasciata dal 30 luglio 2026: vale cinquant’anni',
  'over-70-extended': 'Da 70 anni in su: la validità può essere prorogata',
};

/** When a window looks, for who asks why nothing happened. */
export const whenChecked =
  'Si controlla quando si apre la finestra e ogni giorno alle 9. Se il computer era spento si recuperano i giorni passati, al massimo trenta: ogni messaggio una volta sola.';

/** What a list of identity cards said. */
export function sayCardsRead({
  rows,
  cards,
  known,
  paper,
  past,
  refused,
  withoutExpiry,
}: {
  readonly rows: number;
  readonly cards: number;
  readonly known: number;
  readonly paper: number;
  readonly past: number;
  readonly refused: readonly unknown[];
  readonly withoutExpiry: readonly number[];
}): string {
  const told = [
    `${many(rows, 'riga', 'righe')}, ${many(cards, 'carta', 'carte')}`,
    ...(known === 0 ? [] : [`già presenti ${known}`]),
    ...(paper === 0 ? [] : [`${paper} di carta`]),
    ...(past === 0 ? [] : [`${past} scadute da più di un mese, non conservate`]),
    ...(withoutExpiry.length === 0 ? [] : [`${withoutExpiry.length} senza scadenza`]),
    ...(refused.length === 0 ? [] : [many(refused.length, 'riga rifiutata', 'righe rifiutate')]),
  ];
  return `${told.join('; ')}.`;
}
