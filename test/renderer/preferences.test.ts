// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';

const key = 'caredesk.preferences';

beforeEach(() => {
  localStorage.clear();
  vi.resetModules();
});

const load = async () => (await import('../../renderer/lib/preferences.ts')).usePreferences;

test('a desk begins in Chinese with the system’s theme', async () => {
  expect((await load()).getState()).toMatchObject({ theme: 'system', language: 'zh-CN' });
});

test('what was chosen is there after a restart', async () => {
  const before = await load();
  before.getState().setTheme('dark');
  before.getState().setLanguage('en');
  vi.resetModules();
  expect((await load()).getState()).toMatchObject({ theme: 'dark', language: 'en' });
});

test('what another version kept, or somebody broke, is left aside', async () => {
  localStorage.setItem(key, JSON.stringify({ state: { theme: 'sepia', language: 'en' }, version: 0 }));
  expect((await load()).getState()).toMatchObject({ theme: 'system', language: 'en' });
  vi.resetModules();
  localStorage.setItem(key, '{');
  expect((await load()).getState()).toMatchObject({ theme: 'system', language: 'zh-CN' });
});
