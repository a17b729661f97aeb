import { isDay } from '../../../../shared/domain/day.ts';
import {
  exportFormats,
  exportNames,
  fileFormats,
  isConsumerName,
  isExportName,
  tellsChanges,
  type ExportFormat,
  type ExportName,
} from '../../../../shared/domain/export.ts';
import { ok } from '../../../../shared/domain/result.ts';
import { WrongUsage, type Command, type CommandContext, type Parsed } from '../command.ts';
import { writeOutgoing, type Filling } from '../write-outgoing.ts';
import { noteProgress } from '../progress.ts';

export const esporta: Command = {
  name: 'esporta',
  usage:
    '<nome> --out <file> [--formato f] [--servizio id] [--dal g] [--al g] [--consumatore nome] [--chiaro]',
  does: `scrive un file: ${exportNames.join(', ')}; «tesoriere» è la cartella Excel, le altre sono per altri programmi`,
  words: [1, 1],
  options: ['out', 'formato', 'servizio', 'dal', 'al', 'consumatore'],
  flags: ['chiaro'],
  async run(parsed, context) {
    const asked = askedBy(parsed);
    return writeOutgoing(context, asked.out, fillFrom(context, asked));
  },
};

function fillFrom(context: CommandContext, { out: _out, ...request }: Asked): Filling {
  return {
    make: () =>
      context.core().call('exports.make', request, {
        signal: context.signal,
        onProgress: noteProgress(context),
      }),
    async afterwards(parcel, written) {
      if (request.consumer === null) return ok(null);
      // Only now: what a consumer never got must come again.
      const confirmed = await context.core().call('exports.confirm', { parcel, written });
      return written && !confirmed.ok ? confirmed : ok(null);
    },
  };
}

interface Asked {
  readonly name: ExportName;
  readonly out: string;
  readonly format: ExportFormat;
  readonly service: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly consumer: string | null;
  readonly clear: boolean;
}

function askedBy({ words: [name = ''], options, flags }: Parsed): Asked {
  if (!isExportName(name))
    throw new WrongUsage(`L'esportazione «${name}» non esiste; ci sono: ${exportNames.join(', ')}`);
  const out = options['out'];
  if (out === undefined) throw new WrongUsage('Manca --out <file>: il file da scrivere');
  const consumer = consumerOf(options['consumatore']);
  if (consumer !== null && !tellsChanges(name))
    throw new WrongUsage(
      `«${name}» si esporta sempre per intero: --consumatore vale per le altre esportazioni`,
    );
  const [from, to] = [dayOf(options['dal']), dayOf(options['al'])];
  if (from !== null && to !== null && from > to)
    throw new WrongUsage(`Il periodo finisce prima di cominciare: dal ${from} al ${to}`);
  return {
    name,
    out,
    format: formatOf(name, options['formato'] ?? extensionOf(out)),
    service: options['servizio'] ?? null,
    from,
    to,
    consumer,
    clear: flags.has('chiaro'),
  };
}

/** As asked; else as the file is called; else the first that this export has. */
function formatOf(name: ExportName, asked: string | null): ExportFormat {
  const formats: readonly ExportFormat[] = exportFormats[name];
  const format = asked === null ? formats[0] : formats.find((known) => known === asked);
  if (format === undefined)
    throw new WrongUsage(`Il formato «${asked}» non esiste; ci sono: ${formats.join(', ')}`);
  return format;
}

function extensionOf(file: string): string | null {
  const extension = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase();
  return fileFormats.find((format) => format === extension) ?? null;
}

function dayOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (!isDay(text)) throw new WrongUsage(`«${text}» non è un giorno: scriverlo come 2026-03-31`);
  return text;
}

function consumerOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (!isConsumerName(text))
    throw new WrongUsage(
      `«${text}» non va bene come nome: lettere e cifre, poi anche punti, trattini e spazi, al più 60`,
    );
  return text;
}
