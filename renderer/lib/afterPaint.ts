/** ms after which a page that paints nothing (another window lies over it) is waited for no longer */
const longest = 50;

/** When what was just drawn is on the screen: work that nobody watches begins then. */
export const afterPaint = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, longest);
    requestAnimationFrame(() => setTimeout(resolve));
  });
