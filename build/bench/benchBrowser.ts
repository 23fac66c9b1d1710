import { type Browser, chromium, type Page } from 'playwright-core';
import { demoPassword } from '../../db/store/demo/accounts.ts';
import { findChromium } from '../scripts/chromium.mjs';
import type { DeskProcess } from './deskProcess.ts';

const flags = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

export const startBrowser = async (): Promise<Browser> => {
  const executablePath = await findChromium();
  if (!executablePath) throw new Error('no Chromium: npm test installs one, or set CAREDESK_CHROMIUM');
  return chromium.launch({ executablePath, args: flags });
};

/** The page's desk, as the sample store's reception. */
export const logIn = async (page: Page, desk: DeskProcess): Promise<void> => {
  const response = await page.context().request.post(`${desk.url}/api/session/login`, {
    data: { name: 'qiantai', password: demoPassword },
  });
  if (!response.ok()) throw new Error(`log-in: ${response.status()}`);
};
