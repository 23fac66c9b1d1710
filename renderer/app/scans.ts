type ScanListener = () => void;
const listeners = new Set<ScanListener>();

/** Hears that a scan has just ended, before its customer is looked up: the one box puts away the keys that went into it. */
export const onScan = (listener: ScanListener): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const tellScan = (): void => {
  for (const listener of listeners) listener();
};
