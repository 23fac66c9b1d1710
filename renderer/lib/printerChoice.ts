import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';

/** Kinds of paper, each with a printer of its own: cards, the 80 mm roll, A5, A4, envelopes. */
export const papers = ['card', 'roll', 'a5', 'a4', 'envelope'] as const;
export type Paper = (typeof papers)[number];

interface PrinterChoices {
  /** whose offsets cards are shifted by, an id of the store's printers; null: none */
  readonly cardPrinterId: string | null;
  /** in the shell: to which printer of this computer silently; left out or '': with the dialog */
  readonly devices: Readonly<Partial<Record<Paper, string>>>;
  readonly chooseCardPrinter: (id: string | null) => void;
  readonly chooseDevice: (paper: Paper, device: string) => void;
}

const known = (kept: unknown): Partial<Pick<PrinterChoices, 'cardPrinterId' | 'devices'>> => {
  if (typeof kept !== 'object' || kept === null) return {};
  const { cardPrinterId, devices } = kept as Record<string, unknown>;
  return {
    ...(typeof cardPrinterId === 'string' ? { cardPrinterId } : {}),
    ...(typeof devices === 'object' && devices !== null
      ? {
          devices: Object.fromEntries(
            Object.entries(devices).filter(
              ([paper, device]) => papers.some((one) => one === paper) && typeof device === 'string',
            ),
          ),
        }
      : {}),
  };
};

/** Which printers this desk uses; kept at the desk, for the next one has others. */
export const usePrinterChoice = create<PrinterChoices>()(
  persist(
    (set) => ({
      cardPrinterId: null,
      devices: {},
      chooseCardPrinter: (cardPrinterId) => set({ cardPrinterId }),
      chooseDevice: (paper, device) => set((state) => ({ devices: { ...state.devices, [paper]: device } })),
    }),
    {
      name: 'caredesk.printers',
      storage: createJSONStorage(() => localStorage),
      partialize: ({ cardPrinterId, devices }) => ({ cardPrinterId, devices }),
      merge: (kept, fresh) => ({ ...fresh, ...known(kept) }),
    },
  ),
);
