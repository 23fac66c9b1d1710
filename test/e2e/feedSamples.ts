import { readFileSync } from 'node:fs';
import { vi } from 'vitest';
import type { ImportKind, ImportState } from '../../db/contract/imports.ts';
import type { DeskPage } from './journey.ts';

const samples: readonly (readonly [kind: ImportKind, file: string])[] = [
  ['customers', 'dms-customers-gb18030.csv'],
  ['members', 'members-old-system.xlsx'],
  ['service-orders', 'service-orders.csv'],
];

/** A file as it was checked: uploaded and staged by the API. */
export const stageFile = async (
  page: DeskPage,
  kind: ImportKind,
  fileName: string,
  bytes: Buffer,
): Promise<ImportState> => {
  const sent = await page.request.post('/api/files', {
    data: bytes,
    headers: { 'content-type': 'application/octet-stream' },
  });
  const { uploadId }: { uploadId: string } = await sent.json();
  const { importId } = await page.call<{ importId: string }>('imports.stage', { uploadId, kind, fileName });
  return vi.waitFor(
    async () => {
      const state = await page.call<ImportState>('imports.state', { importId });
      if (state.state === 'staging') throw new Error(`${fileName} is still being read`);
      return state;
    },
    { timeout: 30_000, interval: 100 },
  );
};

export const sampleFile = (name: string): Buffer =>
  readFileSync(new URL(`../fixtures/samples/${name}`, import.meta.url));

/** The old systems' files by the API, as whoever is logged in at the page; the imports' own journey uses the screens. */
export const feedSamples = async (page: DeskPage): Promise<void> => {
  for (const [kind, file] of samples) {
    const { id } = await stageFile(page, kind, file, sampleFile(file));
    await page.call('imports.apply', { importId: id });
  }
};
