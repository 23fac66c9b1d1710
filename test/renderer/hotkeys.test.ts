// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { isHotkey, isTyping } from '../../renderer/lib/hotkeys.ts';

const press = (init: KeyboardEventInit): KeyboardEvent => new KeyboardEvent('keydown', init);

describe('keys', () => {
  test('letters are read by key code, whatever the layout or the input method makes of them', () => {
    expect(isHotkey(press({ code: 'KeyN', key: 'ñ', altKey: true }), 'Alt+N')).toBe(true);
    expect(isHotkey(press({ code: 'KeyV', key: 'Process' }), 'V')).toBe(true);
    expect(isHotkey(press({ code: 'KeyM', key: 'n', altKey: true }), 'Alt+N')).toBe(false);
  });

  test('modifiers are exact, Command stands for Ctrl', () => {
    expect(isHotkey(press({ code: 'KeyS', key: 's', ctrlKey: true }), 'Ctrl+S')).toBe(true);
    expect(isHotkey(press({ code: 'KeyS', key: 's', metaKey: true }), 'Ctrl+S')).toBe(true);
    expect(isHotkey(press({ code: 'KeyS', key: 's', ctrlKey: true, altKey: true }), 'Ctrl+S')).toBe(false);
    expect(isHotkey(press({ code: 'KeyS', key: 's' }), 'Ctrl+S')).toBe(false);
  });

  test('named keys and the question mark of both keyboards', () => {
    expect(isHotkey(press({ key: 'Escape', code: 'Escape' }), 'Escape')).toBe(true);
    expect(isHotkey(press({ key: '?', code: 'Slash', shiftKey: true }), '?')).toBe(true);
    expect(isHotkey(press({ key: '？', code: 'Slash', shiftKey: true }), '?')).toBe(true);
  });

  test('a text box is typed into, a check box and a button are not', () => {
    const element = (html: string): Element | null => {
      document.body.innerHTML = html;
      return document.body.firstElementChild;
    };
    expect(isTyping(element('<input>'))).toBe(true);
    expect(isTyping(element('<textarea></textarea>'))).toBe(true);
    expect(isTyping(element('<input type="checkbox">'))).toBe(false);
    expect(isTyping(element('<button></button>'))).toBe(false);
    expect(isTyping(null)).toBe(false);
  });
});
