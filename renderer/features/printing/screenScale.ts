import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';

export const leastScale = 0.5;
export const mostScale = 2.5;

interface ScreenScale {
  /** by how much more than 96 px this screen's inch has */
  readonly scale: number;
  readonly setScale: (scale: number) => void;
}

/** How large a millimetre is on this desk's screen; no browser knows it. */
export const useScreenScale = create<ScreenScale>()(
  persist((set) => ({ scale: 1, setScale: (scale) => set({ scale }) }), {
    name: 'caredesk.screenScale',
    storage: createJSONStorage(() => localStorage),
    partialize: ({ scale }) => ({ scale }),
    merge: (kept, fresh) => {
      const scale: unknown = (kept as { scale?: unknown } | null)?.scale;
      return typeof scale === 'number' && scale >= leastScale && scale <= mostScale ? { ...fresh, scale } : fresh;
    },
  }),
);
