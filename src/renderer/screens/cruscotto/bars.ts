/** The sides of a drawing, in pixels. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Group {
  /** The whole place of the group, for the pointer. */
  readonly x: number;
  readonly width: number;
  readonly bars: readonly Bar[];
}

/** Steps of 1, 2 or 5 with zeros, from nought to just above the highest value; money is in cents. */
export function ticksOf(highest: number, most = 4): number[] {
  if (highest <= 0) return [0];
  const rough = highest / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(100, ([1, 2, 5].find((n) => n * power >= rough) ?? 10) * power);
  return Array.from({ length: Math.ceil(highest / step) + 1 }, (_, index) => index * step);
}

/** Bars side by side in groups, all standing on the same line; `top` is the value at the upper edge. */
export function groupsOf(values: readonly (readonly number[])[], top: number, frame: Frame): Group[] {
  const room = frame.width - frame.left - frame.right;
  const place = room / Math.max(1, values.length);
  // A single month is not drawn as three barn doors.
  const inside = Math.min(place * 0.72, 108);
  return values.map((group, index) => {
    const x = frame.left + index * place;
    const width = inside / Math.max(1, group.length);
    return {
      x,
      width: place,
      bars: group.map((value, at) => {
        const y = heightAt(value, top, frame);
        return {
          x: x + (place - inside) / 2 + at * width,
          y,
          width: Math.max(1, width - 2),
          height: frame.height - frame.bottom - y,
        };
      }),
    };
  });
}

/** Where a value stands, from above. Something that is there is at least a pixel high. */
export function heightAt(value: number, top: number, frame: Frame): number {
  const floor = frame.height - frame.bottom;
  const height = top <= 0 ? 0 : (Math.max(0, value) / top) * (floor - frame.top);
  return floor - (value > 0 ? Math.max(1, height) : 0);
}
