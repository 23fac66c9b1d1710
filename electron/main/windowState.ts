/** Of a window or of a display, in its pixels. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How the window was left, kept between runs. */
export interface WindowState {
  readonly bounds: Bounds;
  readonly maximized: boolean;
}

export interface Placed {
  readonly bounds: Bounds;
  readonly maximized: boolean;
}

/** Under this the desk's columns no longer fit. */
export const leastSize = { width: 1024, height: 640 } as const;
const usualSize = { width: 1440, height: 900 } as const;
/** So much of the title bar must be on a screen for somebody to take hold of the window. */
const grip = { width: 120, height: 40 } as const;

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);

/** What an earlier run has left, however old or damaged; null where it is no use. */
export const parseWindowState = (text: string | null): WindowState | null => {
  let value: unknown;
  try {
    value = JSON.parse(text ?? '');
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { bounds, maximized } = value as Partial<WindowState>;
  if (typeof bounds !== 'object' || bounds === null) return null;
  const { x, y, width, height } = bounds;
  if (![x, y, width, height].every(isWhole) || width <= 0 || height <= 0) return null;
  return { bounds: { x, y, width, height }, maximized: maximized === true };
};

const overlap = (from: number, length: number, otherFrom: number, otherLength: number): number =>
  Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom);

/** Whether somebody can take hold of the window on this screen: its title bar is its upper edge. */
const isWithinReach = ({ x, y, width }: Bounds, screen: Bounds): boolean =>
  overlap(x, width, screen.x, screen.width) >= grip.width &&
  y >= screen.y &&
  y + grip.height <= screen.y + screen.height;

const fitted = (size: { width: number; height: number }, screen: Bounds) => ({
  width: Math.min(Math.max(size.width, Math.min(leastSize.width, screen.width)), screen.width),
  height: Math.min(Math.max(size.height, Math.min(leastSize.height, screen.height)), screen.height),
});

const centred = (size: { width: number; height: number }, screen: Bounds): Bounds => {
  const { width, height } = fitted(size, screen);
  return {
    x: screen.x + Math.round((screen.width - width) / 2),
    y: screen.y + Math.round((screen.height - height) / 2),
    width,
    height,
  };
};

/**
 * Where the window goes: where it was, if a screen is still there; else in the middle of the first one. A first window on a small
 * screen, a reception's usual one, fills it.
 * `screens`: work areas, the primary one first.
 */
export const placeWindow = (state: WindowState | null, screens: readonly Bounds[]): Placed => {
  const first = screens[0] ?? { x: 0, y: 0, ...usualSize };
  if (!state) {
    return {
      bounds: centred(usualSize, first),
      maximized: first.width <= usualSize.width || first.height <= usualSize.height,
    };
  }
  const { bounds, maximized } = state;
  const back = screens
    .map((screen) => ({ screen, bounds: { x: bounds.x, y: bounds.y, ...fitted(bounds, screen) } }))
    .find((one) => isWithinReach(one.bounds, one.screen));
  return { bounds: back?.bounds ?? centred(bounds, first), maximized };
};
