import type { Output } from '../../../shared/contract/api.ts';
import { spanOfCode } from '../../../shared/domain/span-of-code.ts';
import {
  causaleSources,
  confidences,
  extractionKinds,
  toBeSharedOut,
} from '../../../shared/wording/evidence.ts';
import { repairLabels } from '../../../shared/wording/labels.ts';
import { Causale } from '../../components/causale.tsx';
import classes from '../../components/evidence.module.css';
import { Code, Fact, Facts, Section } from '../../components/evidence.tsx';
import { useLinks } from '../../components/links.ts';

type Card = Output<'provvisori.read'>;

/** The causale as it came, what was read in it, and everything that was mended to read it. */
export function ProvvisorioReading({ card }: { readonly card: Card }) {
  const { provvisorio, movement, repairs, candidates, otherIufs, read } = card;
  const { iuf, iuv, prog, kind, confidence, source } = provvisorio.extraction;
  const links = useLinks();
  const codes = [iuf, iuv, ...otherIufs, ...candidates, read?.iuf ?? null, read?.iuv ?? null];
  const others = textsBeside(card).filter(({ text }) =>
    codes.some((code) => code !== null && spanOfCode(text, code) !== null),
  );
  const found = kind === 'iuf' || kind === 'iuv' || kind === 'truncated';
  return (
    <Section
      title="Causale"
      aside={found && <span className={classes['soft']}>{confidences[confidence]}</span>}
    >
      <Causale text={movement.causali.join('\n')} codes={codes} />
      {others.map(({ name, text }) => (
        <div key={`${name} ${text}`} className={classes['beside']}>
          <span className={classes['soft']}>{name}</span>
          <Causale text={text} codes={codes} />
        </div>
      ))}
      <p className={classes['sentence']}>
        {otherIufs.length > 0 && provvisorio.shares.length === 0 && provvisorio.decided === null
          ? toBeSharedOut
          : extractionKinds[kind]}
      </p>
      <Facts>
        <Fact name={kind === 'truncated' ? 'Che cosa resta' : 'IUF letto'}>
          {iuf !== null &&
            (kind === 'truncated' ? <Code text={iuf} /> : <Code text={iuf} href={links.flusso(iuf)} />)}
        </Fact>
        <Fact name="Progressivo">{prog}</Fact>
        <Fact name="IUV letto">{iuv !== null && <Code text={iuv} />}</Fact>
        <Fact name="Dove">
          {source !== null && source !== 'causale' && (causaleSources[source] ?? source)}
        </Fact>
        <Fact name="Per leggerlo">
          {repairs.length > 0 && (
            <ul className={classes['plainList']}>
              {repairs.map((repair, index) => (
                <li key={index}>
                  {repairLabels[repair.code] ?? repair.code}
                  {repair.detail !== undefined && repair.detail !== '' && (
                    <>
                      : «<span className="code">{repair.detail}</span>»
                    </>
                  )}
                </li>
              ))}
            </ul>
          )}
        </Fact>
        <Fact name="Il programma leggeva">{read !== null && <ReadBefore read={read} />}</Fact>
        <Fact name="Può essere">{candidates.length > 0 && <Iufs iufs={candidates} />}</Fact>
        <Fact name="Nomina anche">{otherIufs.length > 0 && <Iufs iufs={otherIufs} />}</Fact>
      </Facts>
    </Section>
  );
}

/** What the program reads by itself, where a person says otherwise. */
function ReadBefore({ read }: { readonly read: NonNullable<Card['read']> }) {
  const code = read.iuf ?? read.iuv;
  return (
    <>
      {code !== null && (
        <>
          <Code text={code} /> ({confidences[read.confidence]}).{' '}
        </>
      )}
      {extractionKinds[read.kind]}
    </>
  );
}

function Iufs({ iufs }: { readonly iufs: readonly string[] }) {
  const links = useLinks();
  return (
    <ul className={classes['plainList']}>
      {iufs.map((iuf) => (
        <li key={iuf}>
          <Code text={iuf} href={links.flusso(iuf)} />
        </li>
      ))}
    </ul>
  );
}

/** The other texts of the line in which something may have been found. */
function textsBeside({ movement }: Card): readonly { readonly name: string; readonly text: string }[] {
  const { endToEnd, reference, bankTexts } = movement;
  return [
    ...(endToEnd === null ? [] : [{ name: 'Riferimento end to end', text: endToEnd }]),
    ...(reference === null ? [] : [{ name: 'Riferimento dell’operazione', text: reference }]),
    ...bankTexts.map((text) => ({ name: 'Dati della banca', text })),
  ];
}
