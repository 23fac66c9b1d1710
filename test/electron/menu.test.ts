import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { contextTemplate, menuTemplate } from '../../electron/main/menu.ts';
import { menuTexts, shellLanguage } from '../../electron/main/menuTexts.ts';
import { commands } from '../../renderer/app/features.ts';

const itemsOf = (template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])]);

const menu = (language: 'zh-CN' | 'en', { mac = false, withDevTools = false } = {}) => {
  const asked: string[] = [];
  const template = menuTemplate({
    texts: menuTexts[language],
    mac,
    withDevTools,
    perform: (command) => asked.push(command),
    openLogs: () => asked.push('logs'),
  });
  return { template, items: itemsOf(template), asked };
};
const named = (items: readonly MenuItemConstructorOptions[]) => items.filter(({ type }) => type !== 'separator');

describe.each([
  { mac: false, withDevTools: false },
  { mac: true, withDevTools: true },
])('the menu %j', (shape) => {
  it('speaks Chinese throughout, and English throughout', () => {
    const labels = (language: 'zh-CN' | 'en') => named(menu(language, shape).items).map(({ label }) => label ?? '');
    for (const label of labels('zh-CN')) expect(label).toMatch(/\p{Script=Han}/u);
    for (const label of labels('en')) expect(label).toMatch(/^[\w\s…]+$/);
    expect(labels('zh-CN')).toHaveLength(labels('en').length);
  });

  it('takes no key that a hand slips to or that the desk uses', () => {
    const { items } = menu('zh-CN', shape);
    expect(items.map(({ role }) => role).filter((role) => role === 'close' || role === 'forceReload')).toEqual([]);
    expect(items.filter(({ accelerator, label }) => accelerator !== undefined || label?.includes('&'))).toEqual([]);
  });

  it('asks for commands that the desk has', () => {
    const { items, asked } = menu('zh-CN', shape);
    for (const { click } of items) (click as (() => void) | undefined)?.();
    const known = new Set(commands.map(({ id }) => id));
    expect(asked).toEqual(expect.arrayContaining(['logs', 'desk.help', 'desk.keys', 'desk.tour', 'imports.open']));
    expect(asked.filter((one) => one !== 'logs' && !known.has(one))).toEqual([]);
  });
});

it('developer tools are for developers', () => {
  const roles = (withDevTools: boolean) => menu('zh-CN', { withDevTools }).items.map(({ role }) => role);
  expect(roles(false)).not.toContain('toggleDevTools');
  expect(roles(true)).toContain('toggleDevTools');
});

describe('the right button', () => {
  const editFlags = { canUndo: true, canCut: false, canCopy: false, canPaste: true } as never;
  const roles = (clicked: Parameters<typeof contextTemplate>[0]) =>
    named(contextTemplate(clicked, menuTexts['zh-CN'])).map(({ role }) => role);

  it('edits in a field, copies marked text, else offers nothing', () => {
    expect(roles({ isEditable: true, selectionText: '', editFlags })).toEqual([
      'undo',
      'cut',
      'copy',
      'paste',
      'selectAll',
    ]);
    expect(roles({ isEditable: false, selectionText: '浙A12345', editFlags })).toEqual(['copy']);
    expect(roles({ isEditable: false, selectionText: ' \n', editFlags })).toEqual([]);
  });
  it('offers what can be done', () => {
    const [, , cut] = contextTemplate({ isEditable: true, selectionText: '', editFlags }, menuTexts.en);
    expect(cut).toMatchObject({ role: 'cut', enabled: false });
  });
});

it('the shell speaks as the desk did last, else as the system', () => {
  expect(shellLanguage('en', 'zh-CN')).toBe('en');
  expect(shellLanguage('zh-CN', 'en-US')).toBe('zh-CN');
  expect(shellLanguage(null, 'en-GB')).toBe('en');
  expect(shellLanguage(null, 'zh-TW')).toBe('zh-CN');
  expect(shellLanguage('fr', 'de')).toBe('zh-CN');
});
