import { Button, TextInput, UnstyledButton } from '@mantine/core';
import { IconEye, IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Chip } from './chips.ts';
import classes from './filter-bar.module.css';
import type { BaseFilter } from './list-ask.ts';

export interface FilterBarProps<Filter extends BaseFilter> {
  readonly filter: BaseFilter;
  readonly chips: readonly Chip<Filter>[];
  readonly searchFor: string;
  /** The search is to be ready for typing. */
  readonly focusSearch: boolean;
  readonly onChange: (part: Partial<Filter> | Partial<BaseFilter>) => void;
  readonly onClear: () => void;
  /** «Filtra», «I miei filtri», «Colonne». */
  readonly menus: ReactNode;
}

/** What the list is narrowed to, and the ways to narrow it. */
export function FilterBar<Filter extends BaseFilter>(props: FilterBarProps<Filter>) {
  const { filter, chips, onChange, onClear } = props;
  return (
    <div className={classes['bar']} role="search" aria-label={`Filtri: ${props.searchFor}`}>
      <div className={classes['line']}>
        <SearchBox
          value={filter.search ?? ''}
          placeholder={props.searchFor}
          focus={props.focusSearch}
          onChange={(text) => onChange({ search: text === '' ? null : text })}
        />
        <Button
          variant={filter.attention ? 'filled' : 'default'}
          aria-pressed={filter.attention}
          leftSection={<IconEye size={17} aria-hidden="true" />}
          onClick={() => onChange({ attention: !filter.attention })}
        >
          Da guardare
        </Button>
        {props.menus}
      </div>
      {chips.length > 0 && (
        <ul className={classes['chips']} aria-label="Filtri attivi">
          {chips.map(({ key, text, without }) => (
            <li key={key}>
              <UnstyledButton
                className={classes['chip']}
                aria-label={`Togli il filtro ${text}`}
                onClick={() => onChange(without)}
              >
                <span className={classes['chipText']}>{text}</span>
                <IconX size={14} aria-hidden="true" className={classes['cross']} />
              </UnstyledButton>
            </li>
          ))}
          <li>
            <Button variant="subtle" size="compact-sm" onClick={onClear}>
              Togli tutti
            </Button>
          </li>
        </ul>
      )}
    </div>
  );
}

const pause = 150;

/** Keeps what is typed while answers come; asks when the typing pauses. */
export function SearchBox(props: {
  readonly value: string;
  readonly placeholder: string;
  readonly focus: boolean;
  readonly onChange: (text: string) => void;
}) {
  const { value, placeholder, focus, onChange } = props;
  const [typed, setTyped] = useState(value);
  const asked = useRef(value);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const box = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (value === asked.current) return;
    asked.current = value;
    setTyped(value);
  }, [value]);
  useEffect(() => {
    if (focus) box.current?.select();
  }, [focus]);
  useEffect(() => () => clearTimeout(waiting.current), []);

  function ask(text: string): void {
    clearTimeout(waiting.current);
    const bare = text.trim().slice(0, 200);
    if (bare === asked.current) return;
    asked.current = bare;
    onChange(bare);
  }

  function change(text: string, after: number): void {
    setTyped(text);
    clearTimeout(waiting.current);
    if (after === 0) ask(text);
    else waiting.current = setTimeout(() => ask(text), after);
  }

  return (
    <TextInput
      ref={box}
      data-search
      className={classes['search']}
      aria-label={`Cerca: ${placeholder}`}
      placeholder={placeholder}
      value={typed}
      maxLength={200}
      autoComplete="off"
      spellCheck={false}
      leftSection={<IconSearch size={17} aria-hidden="true" />}
      rightSection={
        typed === '' ? null : (
          <UnstyledButton
            className={classes['empty']}
            aria-label="Cancella la ricerca"
            onClick={() => {
              change('', 0);
              box.current?.focus();
            }}
          >
            <IconX size={15} aria-hidden="true" />
          </UnstyledButton>
        )
      }
      onChange={(event) => change(event.currentTarget.value, pause)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') ask(typed);
        if (event.key !== 'Escape' || typed === '') return;
        event.preventDefault();
        event.stopPropagation();
        change('', 0);
      }}
    />
  );
}
