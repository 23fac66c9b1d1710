/** so much time between two pieces, ms: the desk stays free for keys */
const pause = 40;

/**
 * Fetches the pieces of the screen font while nobody waits. The font comes in a hundred pieces by character; without
 * this, the first name with a rare character would be laid out twice, late, in the middle of someone's typing.
 */
export const warmFonts = async (): Promise<void> => {
  const rest = (): Promise<void> =>
    new Promise((resolve) => setTimeout(() => requestIdleCallback(() => resolve()), pause));
  for (const face of document.fonts) {
    if (face.status !== 'unloaded') continue;
    try {
      await face.load();
    } catch {
      // the system's own font shows the piece instead
    }
    await rest();
  }
};
