import { Button, Checkbox } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { euro, italianDay } from '../../shared/wording/figures.ts';
import classes from './filter-bar.module.css';
import type { BaseFilter } from './list-ask.ts';
import { PanelButton } from './panel-button.tsx';
import { TypedField } from './typed-field.tsx';
import { typedAmount, typedDay } from './typed-values.ts';

/** «Filtra»: everything by which a list can be narrowed, at once. */
export function FilterMenu(props: {
  readonly filter: BaseFilter;
  readonly active: number;
  /** What the days of the period are. */
  readonly dayName: string;
  readonly onChange: (part: Partial<BaseFilter>) => void;
  readonly onClear: () => void;
  /** The choices of this list. They are shown, and count, only while the menu is open. */
  readonly choices: () => ReactNode;
  /** Those that stand under the amounts. */
  readonly asideChoices?: (() => ReactNode) | undefined;
}) {
  const { filter, active, onChange } = props;
  return (
    <PanelButton
      icon={IconAdjustmentsHorizontal}
      text={active === 0 ? 'Filtra' : `Filtra (${active})`}
      name="Filtri della lista"
      width={620}
    >
      {(close) => (
        <>
          <div className={classes['panel']}>
            <div>
              <fieldset className={classes['group']}>
                <legend className={classes['legend']}>{props.dayName}</legend>
                <div className={classes['pair']}>
                  <TypedField
                    label="Dal"
                    placeholder="gg/mm/aaaa"
                    shown={italianDay(filter.from)}
                    read={typedDay}
                    wrong="Giorno non valido"
                    onChange={(from) => onChange({ from })}
                  />
                  <TypedField
                    label="Al"
                    placeholder="gg/mm/aaaa"
                    shown={italianDay(filter.to)}
                    read={typedDay}
                    wrong="Giorno non valido"
                    onChange={(to) => onChange({ to })}
                  />
                </div>
              </fieldset>
              <fieldset className={classes['group']}>
                <legend className={classes['legend']}>Importo</legend>
                <div className={classes['pair']}>
                  <TypedField
                    label="Da"
                    placeholder="0,00"
                    shown={filter.centsFrom === null ? '' : euro(filter.centsFrom)}
                    read={typedAmount}
                    wrong="Importo non valido"
                    onChange={(centsFrom) => onChange({ centsFrom })}
                  />
                  <TypedField
                    label="A"
                    placeholder="0,00"
                    shown={filter.centsTo === null ? '' : euro(filter.centsTo)}
                    read={typedAmount}
                    wrong="Importo non valido"
                    onChange={(centsTo) => onChange({ centsTo })}
                  />
                </div>
              </fieldset>
              {props.asideChoices?.()}
            </div>
            <div>{props.choices()}</div>
          </div>
          <div className={classes['panelFoot']}>
            <Button variant="subtle" size="sm" onClick={props.onClear} disabled={active === 0}>
              Togli tutti
            </Button>
            <Button size="sm" onClick={() => close()}>
              Chiudi
            </Button>
          </div>
        </>
      )}
    </PanelButton>
  );
}

/** Choices of which several may be made, each with how many there are where that is known. */
export function FilterChoices<Name extends string>(props: {
  readonly legend: string;
  readonly names: readonly Name[];
  readonly label: (name: Name) => string;
  readonly chosen: readonly Name[];
  readonly count?: ((name: Name) => number | undefined) | undefined;
  readonly onChange: (chosen: readonly Name[]) => void;
}) {
  const { names, label, chosen, count, onChange } = props;
  return (
    <fieldset className={classes['group']}>
      <legend className={classes['legend']}>{props.legend}</legend>
      {names.map((name) => {
        const found = count?.(name);
        return (
          <label key={name} className={classes['choice']}>
            <Checkbox
              size="xs"
              checked={chosen.includes(name)}
              onChange={(event) =>
                onChange(
                  event.currentTarget.checked ? [...chosen, name] : chosen.filter((other) => other !== name),
                )
              }
              aria-label={label(name)}
            />
            <span className={classes['choiceText']}>{label(name)}</span>
            {found !== undefined && (
              <span className={`${classes['choiceCount']} figures`}>{found.toLocaleString('it-IT')}</span>
            )}
          </label>
        );
      })}
    </fieldset>
  );
}
