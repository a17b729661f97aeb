import type { Typed } from '../../../components/typed-values.ts';

/** `8:30`, `08.30`, `8`: a moment of the day as `HH:MM`. */
export function typedClock(text: string): Typed<string> {
  const bare = text.trim();
  const parts = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(bare);
  const [, hours = '', minutes = '00'] = parts ?? [];
  if (parts === null || Number(hours) > 23 || Number(minutes) > 59) return { ok: false };
  return { ok: true, value: `${hours.padStart(2, '0')}:${minutes}` };
}

/** A number with a decimal comma, from `least` to `most`. */
export function typedNumber(least: number, most: number, whole: boolean): (text: string) => Typed<number> {
  return (text) => {
    const bare = text.trim();
    const value = Number(bare.replace(',', '.'));
    const isGood = /^\d+([.,]\d+)?$/.test(bare) && value >= least && value <= most;
    return isGood && (!whole || Number.isInteger(value)) ? { ok: true, value } : { ok: false };
  };
}
