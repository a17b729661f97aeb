import type { DocumentProblem } from '../../../shared/domain/document.ts';
import type { GiornaleHeader } from '../../../shared/domain/movimento.ts';
import type { Result } from '../../../shared/domain/result.ts';
import type { ByteSource } from '../bytes.ts';
import { optionalText } from '../check.ts';
import type { Sink } from '../importer.ts';
import { readXml } from '../read-xml.ts';
import { Refusal } from '../refusal.ts';
import { anywhere, byName, clearAll, Field, type Shape } from '../shape.ts';
import type { CrossChecks } from './cross-checks.ts';
import { headerFields } from './header-fields.ts';
import { contoIdentities, flowIdentities, readTotals, totalFields } from './identities.ts';
import { movimentoFields, movimentoShape } from './movimento-fields.ts';
import { toHeader } from './to-header.ts';
import { toMovimento } from './to-movimento.ts';
import { VersionFinder } from './version.ts';

/** What the pages of one giornale have in common while they are read. */
export interface GiornaleProgress {
  readonly checks: CrossChecks;
  /** Movements met, refused ones included: rows are counted over all the pages. */
  rows: number;
  refused: number;
  readonly headers: GiornaleHeader[];
}

/** Reads one page: its header, its movements, its end. */
export function readPage(
  source: ByteSource,
  sink: Sink,
  progress: GiornaleProgress,
): Result<void, DocumentProblem> {
  const fields = headerFields();
  const flowTotals = totalFields(flowIdentities);
  const contoTotals = totalFields(contoIdentities);
  const conto = { name: new Field('conto_evidenza') };
  const movimento = movimentoFields();
  const version = new VersionFinder();
  let signed = false;
  let header: GiornaleHeader | null = null;

  const beginLines = (): GiornaleHeader => {
    if (header !== null) return header;
    const read = toHeader(fields);
    if (!read.ok) throw new Refusal(read.problem);
    for (const warning of read.value.warnings) sink.warning(warning);
    ({ header } = read.value);
    progress.headers.push(header);
    sink.reading({ type: 'giornale', header });
    return header;
  };

  const endMovimento = (): void => {
    const { esercizio } = beginLines();
    progress.rows++;
    version.see(optionalText(movimento.esecuzione) ?? '');
    const read = toMovimento(movimento, { conto: optionalText(conto.name) ?? '', esercizio });
    if (!read.ok) {
      progress.refused++;
      progress.checks.refusedMovimento();
      sink.refusedRow({ row: progress.rows, ...read.problem });
      return;
    }
    for (const { name, value } of read.value.tolerated)
      sink.warning({ code: 'amount-tolerated', row: progress.rows, field: name, value: value ?? '' });
    progress.checks.movimento(read.value.movimento);
    sink.reading({ type: 'movimento', movimento: read.value.movimento });
  };

  const contoShape: Shape = {
    children: {
      ...byName(conto),
      ...byName(contoTotals),
      movimento_conto_evidenza: movimentoShape(movimento, endMovimento),
    },
    open() {
      beginLines();
      progress.checks.beginConto();
    },
    close() {
      if (optionalText(conto.name) === 'string')
        throw new Refusal({ code: 'invalid-field', field: conto.name.name, value: 'string' });
      progress.checks.endConto(optionalText(conto.name) ?? '', readTotals(contoTotals));
      clearAll({ ...conto, ...contoTotals });
    },
  };

  const giornale: Shape = {
    // Some banks put fields of the head outside their block: they are looked for at any depth.
    ...anywhere({
      ...byName(fields),
      ...byName(flowTotals),
      informazioni_conto_evidenza: contoShape,
      Signature: { open: () => void (signed = true) },
    }),
    close() {
      beginLines();
      progress.checks.endPage(readTotals(flowTotals));
      const isDaily = optionalText(fields.day) !== null;
      sink.reading({ type: 'giornale-end', end: { version: version.version(isDaily), signed } });
    },
  };
  return readXml(source, anywhere({ flusso_giornale_di_cassa: giornale }), sink);
}
