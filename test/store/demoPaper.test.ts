import { expect, it } from 'vitest';
import type { PaperRow, PaperSheet } from '../../db/contract/paper.ts';
import { openStore } from '../../db/store/openStore.ts';
import { verifyStore } from '../../db/store/verify.ts';
import { demoStore, desk, today } from './demoStore.ts';

const demo = demoStore();
const now = () => Date.parse(`${today}T11:00:00+08:00`);

it('a demo store has a paper of each kind, half entered, and verifies', async () => {
  const store = await openStore(demo.dir, { create: false, now });
  const { rows: sheets } = (await store.call('paper.sheets', { open: false }, desk)) as { rows: PaperSheet[] };
  const states = new Map<string, string[]>();
  for (const { id, kind } of sheets) {
    const { rows } = (await store.call('paper.rows', { sheetId: id }, desk)) as { rows: PaperRow[] };
    states.set(kind, [...new Set(rows.map(({ state }) => state))].sort());
    expect(rows.some(({ enteredAt }) => (enteredAt ?? 0) > now())).toBe(false);
  }
  await store.close();
  expect([...states.keys()].sort()).toEqual(['complaint', 'signIn', 'survey']);
  expect(sheets.every(({ open, at }) => open > 0 && at < now())).toBe(true);
  expect(states.get('complaint')).toEqual(['entered', 'open', 'unused']);
  expect(states.get('survey')).toEqual(['entered', 'open']);
  expect((await verifyStore(demo.dir)).findings).toEqual([]);
});
