import { create } from 'zustand';

export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'green' | 'red' | 'amber';
  /** 撤销 and the like, beside the text */
  readonly action?: { readonly label: string; readonly perform: () => void | Promise<void> };
}

interface Notices {
  readonly shown: readonly Notice[];
  readonly add: (notice: Omit<Notice, 'id'>) => number;
  readonly drop: (id: number) => void;
}

let lastId = 0;

export const useNotices = create<Notices>()((set) => ({
  shown: [],
  add: (notice) => {
    lastId += 1;
    const added = { ...notice, id: lastId };
    // saying the same twice helps nobody
    const others = (shown: readonly Notice[]) =>
      shown.filter((one) => one.text !== added.text || one.action !== undefined);
    set((state) => ({ shown: [...others(state.shown), added].slice(-3) }));
    return added.id;
  },
  drop: (id) => set((state) => ({ shown: state.shown.filter((notice) => notice.id !== id) })),
}));

/** Says something in the bar at the bottom, with an action where it can be undone. Gone after 6 s, or 20 s with one. */
export const notify = (text: string, options: Partial<Pick<Notice, 'tone' | 'action'>> = {}): void => {
  const { add, drop } = useNotices.getState();
  const id = add({ tone: 'plain', ...options, text });
  setTimeout(() => drop(id), options.action ? 20_000 : 6_000);
};
