import type { CDPSession, Page } from 'playwright-core';

interface Sent {
  readonly code: string;
  readonly key: string;
  readonly keyCode: number;
  readonly text?: string;
  readonly shift: boolean;
}

const keyOf = (character: string): Sent => {
  const upper = character.toUpperCase();
  const shift = /[A-Z]/.test(character);
  const mark = character === '.' ? 'Period' : 'Minus';
  const code = /\d/.test(character) ? `Digit${character}` : /[a-zA-Z]/.test(character) ? `Key${upper}` : mark;
  return { code, key: character, keyCode: upper.charCodeAt(0), text: character, shift };
};

const ends = {
  Enter: { code: 'Enter', key: 'Enter', keyCode: 13, text: '\r', shift: false },
  Tab: { code: 'Tab', key: 'Tab', keyCode: 9, shift: false },
} as const;

/** `composing`: an input method has the keys, so the page is told no characters, and a composition lies in the field. */
export interface ScanOptions {
  readonly end?: keyof typeof ends;
  readonly composing?: boolean;
}

/** from one key to the next, ms */
const gap = 4;

/** Types as a scanner does: all keys at once, each with the time that a scanner would press it at. */
export const scan = async (
  page: Page,
  text: string,
  { end = 'Enter', composing = false }: ScanOptions = {},
): Promise<void> => {
  const client = await page.context().newCDPSession(page);
  const begun = Date.now();
  const hidden = (key: Sent): Sent => (composing ? { ...key, key: 'Process', keyCode: 229 } : key);
  const pressed = [...[...text].map(keyOf), ends[end]].map(hidden);
  await Promise.all(
    pressed.flatMap((key, at) => [
      ...send(client, key, composing, (begun + at * gap) / 1000),
      ...(composing && at < text.length ? [compose(client, text.slice(0, at + 1))] : []),
    ]),
  );
  await client.detach();
};

const compose = (client: CDPSession, text: string): Promise<unknown> =>
  client.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });

/** `timestamp`: seconds since 1970 */
const send = (
  client: CDPSession,
  { code, key, keyCode, text, shift }: Sent,
  composing: boolean,
  timestamp: number,
): Promise<unknown>[] => {
  const shared = { code, key, windowsVirtualKeyCode: keyCode, modifiers: shift ? 8 : 0, timestamp };
  const typed = text === undefined || composing ? {} : { text };
  const type = typed.text === undefined ? 'rawKeyDown' : 'keyDown';
  return [
    client.send('Input.dispatchKeyEvent', { ...shared, ...typed, type }),
    client.send('Input.dispatchKeyEvent', { ...shared, type: 'keyUp' }),
  ];
};
