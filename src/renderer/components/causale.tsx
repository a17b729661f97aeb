import { markCodes } from '../../shared/domain/span-of-code.ts';
import classes from './evidence.module.css';

/** A causale as the bank wrote it, with what was found in it marked. */
export function Causale(props: {
  readonly text: string;
  readonly codes: readonly (string | null)[];
  /** In one line of a table. */
  readonly short?: boolean;
}) {
  const { text, codes, short = false } = props;
  const pieces = markCodes(
    text,
    codes.flatMap((code) => code ?? []),
  );
  const Frame = short ? 'span' : 'p';
  return (
    <Frame className={classes[short ? 'oneLine' : 'causale']}>
      {pieces.map((piece, index) =>
        piece.marked ? (
          <mark key={index} className={classes['mark']}>
            {piece.text}
          </mark>
        ) : (
          <span key={index}>{piece.text}</span>
        ),
      )}
    </Frame>
  );
}
