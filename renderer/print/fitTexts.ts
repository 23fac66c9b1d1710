/** Under this part of its size nobody reads it; what is longer still is cut at its box. */
const least = 0.35;

/**
 * Makes every `[data-fit]` line below `root` fit the width of its box by smaller letters: a long name is printed whole. Fonts must be
 * there. All are measured before any is changed, so two hundred cards are laid out twice and not a thousand times.
 */
export const fitTexts = (root: ParentNode): void => {
  const lines = [...root.querySelectorAll<HTMLElement>('[data-fit]')].flatMap((box) => {
    const words = box.firstElementChild;
    return words instanceof HTMLElement ? [{ box, words }] : [];
  });
  for (const { words } of lines) words.style.fontSize = '';
  const ratios = lines.map(
    ({ box, words }) => box.getBoundingClientRect().width / Math.max(1, words.getBoundingClientRect().width),
  );
  lines.forEach(({ words }, at) => {
    const ratio = ratios[at] ?? 1;
    if (ratio < 1) words.style.fontSize = `${Math.max(least, Math.floor(ratio * 1000) / 1000)}em`;
  });
};
