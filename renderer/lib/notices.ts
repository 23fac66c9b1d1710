import { create } from 'zustand';

export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'green' | 'red' | 'amber';
  /** 撤销 and the like, beside the text; with the key that does the same */
  readonly action?: {
    readonly label: string;
    readonly key?: string;
    /** number of the command that it takes back, where it does that */
    readonly takesBack?: number;
    readonly perform: () => void | Promise<void>;
  };
  /** until it is sent away */
  readonly stays?: boolean;
}

interface Notices {
  readonly shown: readonly Notice[];
  readonly add: (notice: Omit<Notice, 'id'>) => number;
  readonly drop: (id: number) => void;
  readonly dropOf: (command: number) => void;
}

let lastId = 0;
const mostShown = 3;

/** The newest few; one that stays gives way last. */
const newest = (shown: readonly Notice[]): readonly Notice[] => {
  const staying = shown.filter((notice) => notice.stays).slice(-mostShown + 1);
  const passing = shown.filter((notice) => !notice.stays).slice(staying.length - mostShown);
  return shown.filter((notice) => staying.includes(notice) || passing.includes(notice));
};

export const useNotices = create<Notices>()((set) => ({
  shown: [],
  add: (notice) => {
    lastId += 1;
    const added = { ...notice, id: lastId };
    // saying the same twice helps nobody
    const others = (shown: readonly Notice[]) =>
      shown.filter((one) => one.text !== added.text || one.action !== undefined);
    set((state) => ({ shown: newest([...others(state.shown), added]) }));
    return added.id;
  },
  drop: (id) => set((state) => ({ shown: state.shown.filter((notice) => notice.id !== id) })),
  dropOf: (command) =>
    set((state) => ({ shown: state.shown.filter((notice) => notice.action?.takesBack !== command) })),
}));

/** Says something in the bar at the bottom, with an action where there is one. Gone after 6 s, or 20 s with an action. */
export const notify = (text: string, options: Partial<Pick<Notice, 'tone' | 'action'>> = {}): void => {
  const { add, drop } = useNotices.getState();
  const id = add({ tone: 'plain', ...options, text });
  setTimeout(() => drop(id), options.action ? 20_000 : 6_000);
};

/** The same, until it is used, sent away, or dropped by the number that this gives. */
export const keepNotice = (text: string, action: NonNullable<Notice['action']>): number =>
  useNotices.getState().add({ tone: 'plain', text, action, stays: true });

export const dropNotice = (id: number): void => useNotices.getState().drop(id);

/** A command was taken back: no notice offers to do so any more. */
export const dropNoticesOf = (command: number): void => useNotices.getState().dropOf(command);
