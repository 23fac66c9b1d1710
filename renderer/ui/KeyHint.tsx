/** The key that does the same as the button or line it stands on: `<KeyHint keys="Alt+N" />`. */
export const KeyHint = ({ keys }: { readonly keys: string }) => (
  <span className="key-hint" aria-hidden="true">
    {keys.replaceAll('+', ' ')}
  </span>
);
