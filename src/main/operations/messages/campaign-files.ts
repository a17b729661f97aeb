import type { Handlers, Output } from '../../../shared/contract/api.ts';
import type { Problem } from '../../../shared/contract/problems.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { paperCsv, paperSheet } from '../../exports/messaggi/carta.ts';
import { inClear } from '../../exports/messaggi/people.ts';
import { refusedCsv, refusedOf } from '../../exports/messaggi/rifiutate.ts';
import { safeName } from '../../exports/safe-name.ts';
import { writeWorkbook } from '../../exports/workbook/write-workbook.ts';
import { campaignById, type Campaign } from '../../ledger/messages/campaigns.ts';
import type { ReadableLedger } from '../../ledger/open.ts';
import { readSettings } from '../../ledger/settings.ts';
import type { Environment } from '../environment.ts';
import type { DepartingFile } from '../exports/departing-file.ts';
import { tellLeft } from '../exports/tell-left.ts';
import { onSnapshot, Stopped, wholeFiles } from '../exports/whole-file.ts';
import { peopleOnPaper } from './paper.ts';
import { campaignWorkbook } from './report.ts';

export type CampaignFile = 'campaigns.report' | 'campaigns.paper' | 'campaigns.refused';

type Leaving = Promise<Result<Output<CampaignFile>, Problem>>;

/** What leaves the messages for people: reports, letters to write, rows to send back. */
export function campaignFileHandlers(environment: Environment): Pick<Handlers, CampaignFile> {
  /** `fill` writes a file that waits beside the ledger, and tells its rows. */
  function leave(what: CampaignFile, name: string, fill: (file: DepartingFile) => Promise<number>): Leaving {
    return wholeFiles(environment, async (newFile) => {
      const file = await newFile();
      const rows = await fill(file);
      await file.close();
      await tellLeft(environment, { path: file.path, name, rows }, { export: what });
      return ok({ parcel: environment.parcels.offer({ name, path: file.path }), name, rows });
    });
  }

  function withCampaign(id: number, use: (campaign: Campaign, ledger: ReadableLedger) => Leaving): Leaving {
    return onSnapshot(environment, async (ledger) => {
      const campaign = campaignById(ledger, id);
      return campaign === null
        ? fail({ code: 'not-found', what: 'campaign', name: String(id) })
        : use(campaign, ledger);
    });
  }

  function leavePaper(ledger: ReadableLedger, campaign: Campaign | null, format: 'xlsx' | 'csv'): Leaving {
    const people = peopleOnPaper(ledger, campaign?.id ?? null, environment.today());
    return leave(
      'campaigns.paper',
      `${safeName(campaign?.name ?? 'messaggi')}-carta.${format}`,
      async (file) => {
        if (format === 'csv') for (const line of paperCsv(people)) await file.write(line);
        else {
          const workbook = {
            title: 'Avvisi da mandare su carta',
            ente: readSettings(ledger).ente?.denominazione ?? '',
            created: environment.now(),
            sheets: [paperSheet(inClear, people)],
          };
          await writeWorkbook(workbook, (bytes) => file.write(bytes));
        }
        return people.length;
      },
    );
  }

  return {
    'campaigns.report': ({ id, clear }, { signal, onProgress }) =>
      withCampaign(id, (campaign, ledger) =>
        leave('campaigns.report', `${safeName(campaign.name)}-rapporto.xlsx`, async (file) => {
          const { workbook, rows } = campaignWorkbook(ledger, {
            campaign,
            clear,
            today: environment.today(),
            now: environment.now(),
            async breathe(done, total) {
              onProgress?.({ step: 'export', done, total, unit: 'items', file: null });
              await new Promise((resolve) => setImmediate(resolve));
              if (signal?.aborted === true) throw new Stopped();
            },
          });
          await writeWorkbook(workbook, (bytes) => file.write(bytes));
          return rows;
        }),
      ),
    'campaigns.paper': ({ id, format }) =>
      id === null
        ? onSnapshot(environment, (ledger) => leavePaper(ledger, null, format))
        : withCampaign(id, (campaign, ledger) => leavePaper(ledger, campaign, format)),
    'campaigns.refused': ({ id }) =>
      withCampaign(id, ({ name, listName, findings }) =>
        leave('campaigns.refused', `${safeName(name)}-righe-rifiutate.csv`, async (file) => {
          const refused = refusedOf(findings.refused, findings.warnings);
          for (const line of refusedCsv(listName ?? name, refused)) await file.write(line);
          return refused.length;
        }),
      ),
  };
}
