import type { ExportName } from '../../../shared/domain/export.ts';
import { flussi } from '../../exports/flussi.ts';
import { pagamenti } from '../../exports/pagamenti.ts';
import { provvisori } from '../../exports/provvisori.ts';
import { riconciliazione } from '../../exports/riconciliazione.ts';
import type { Maker } from './maker.ts';
import { openExport } from './open-export.ts';
import { treasurerWorkbook } from './tesoriere/tesoriere.ts';
import { chainRows, flowRows, paymentRows, provvisorioRows } from './rows.ts';

/** How each export is made. */
export const makers: Readonly<Record<ExportName, Maker>> = {
  pagamenti: openExport(pagamenti, paymentRows),
  flussi: openExport(flussi, flowRows),
  provvisori: openExport(provvisori, provvisorioRows),
  riconciliazione: openExport(riconciliazione, chainRows),
  tesoriere: treasurerWorkbook,
};
