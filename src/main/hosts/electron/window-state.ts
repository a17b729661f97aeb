import type { BrowserWindow, Rectangle } from 'electron';
import { keepIfPossible, readOrSetAside } from '../kept-json.ts';

/** What the window remembers of itself from one time to the next. */
export interface WindowState {
  readonly bounds: Rectangle | null;
  readonly maximized: boolean;
  /** Where the last file was saved. */
  readonly saveFolder: string | null;
}

const blank: WindowState = { bounds: null, maximized: false, saveFolder: null };

/** What was kept; nothing when there is nothing, or nothing that can be understood. */
export function readState(file: string): WindowState {
  const told = readOrSetAside(file, (kept) => kept);
  if (told === null || told === 'damaged') return blank;
  const { bounds, maximized, saveFolder } = told;
  return {
    bounds: isRectangle(bounds) ? bounds : null,
    maximized: maximized === true,
    saveFolder: typeof saveFolder === 'string' ? saveFolder : null,
  };
}

export function keepState(file: string, state: WindowState): void {
  keepIfPossible(file, state);
}

export function stateOf(
  window: Pick<BrowserWindow, 'getNormalBounds' | 'isMaximized'>,
): Pick<WindowState, 'bounds' | 'maximized'> {
  return { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
}

/** Where the window was, when enough of its title bar would be seen there: screens are unplugged. */
export function visibleBounds(bounds: Rectangle | null, areas: readonly Rectangle[]): Partial<Rectangle> {
  if (bounds === null) return {};
  const { x, y, width, height } = bounds;
  const isSeen = areas.some(
    (area) =>
      Math.min(x + width, area.x + area.width) - Math.max(x, area.x) >= graspable.width &&
      y >= area.y &&
      y + graspable.height <= area.y + area.height,
  );
  return isSeen ? bounds : { width, height };
}

/** What a hand with a mouse needs of a title bar. */
const graspable = { width: 120, height: 40 };

function isRectangle(value: unknown): value is Rectangle {
  if (typeof value !== 'object' || value === null) return false;
  const { x, y, width, height }: Partial<Record<keyof Rectangle, unknown>> = value;
  return (
    [x, y, width, height].every((side) => Number.isInteger(side)) && Number(width) > 0 && Number(height) > 0
  );
}
