import { create } from 'zustand';

/** What lies over the desk without being a screen: the list of keys, or the help of the screen shown. */
export type Sheet = 'keys' | 'help';

export const useSheet = create<{ readonly sheet: Sheet | null }>()(() => ({ sheet: null }));

/** Shows it; the same again puts it away. */
export const toggleSheet = (sheet: Sheet): void =>
  useSheet.setState((state) => ({ sheet: state.sheet === sheet ? null : sheet }));

export const closeSheet = (): void => useSheet.setState({ sheet: null });
