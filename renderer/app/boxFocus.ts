const id = 'one-box-input';

/** Names the one box's field, so that a command can put the cursor there. */
export const boxInputId = id;

/** Ctrl K: into the one box, whatever is there selected; with `typed`, as if that had been typed. */
export const focusBox = (typed?: string): void => {
  const input = document.getElementById(id);
  if (!(input instanceof HTMLInputElement)) return;
  input.focus();
  if (typed === undefined) {
    input.select();
    return;
  }
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, typed);
  input.dispatchEvent(new Event('input', { bubbles: true }));
};
