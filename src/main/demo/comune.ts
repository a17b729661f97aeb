import type { Day } from '../../shared/domain/day.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import { demoFiles } from './files.ts';
import type { DemoFile } from './files.ts';
import type { Intended } from './orders.ts';
import { playOrdinaryDays } from './ordinary-days.ts';
import { demoSettings } from './servizi.ts';
import { createStage } from './stage.ts';
import { playSingleTransfers, playWaiting, playWrongMoney } from './stories-money.ts';
import { playDoubtfulFlows, playElsewhere, playWrongRows } from './stories-reported.ts';
import { playRevision, playShares } from './stories-shares.ts';
import { playRegularisations, playStrayMoney } from './stories-treasury.ts';

export type { DemoFile } from './files.ts';
export type { Intended } from './orders.ts';

/** The invented Comune on a day: its papers, its settings, and what each payment is meant to be. */
export interface DemoComune {
  readonly files: readonly DemoFile[];
  readonly settings: Settings;
  readonly intended: readonly Intended[];
}

/**
 * Invents the last weeks of a good small office before `today`: most payments are in order, and every
 * status and every bucket occurs at least once. The same day always gives the same bytes.
 */
export function demoComune(today: Day): DemoComune {
  const stage = createStage(today);
  const received = playOrdinaryDays(stage);
  playElsewhere(stage);
  playWrongRows(stage);
  playDoubtfulFlows(stage);
  playWaiting(stage);
  playWrongMoney(stage);
  playSingleTransfers(stage);
  playShares(stage);
  playRevision(stage);
  playStrayMoney(stage);
  playRegularisations(stage, received);
  return { files: demoFiles(stage), settings: demoSettings, intended: stage.office.intended };
}
