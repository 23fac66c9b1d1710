import type { Locator } from 'playwright-core';
import { go, type Stage } from '../stage.ts';
import { dialog, heading, type Screen } from './screen.ts';

/** A card that was printed before. */
const printedCard = async ({ page, subjects }: Stage): Promise<string> => {
  const { cards } = await page.call<{ cards: readonly { id: string }[] }>('members.get', {
    id: subjects.members.rich,
  });
  const [card] = cards;
  if (!card) throw new Error('the member has no card');
  return card.id;
};

const editor = (stage: Stage, tier: string): Promise<void> =>
  go(stage, `/printing/templates?tier=${tier}`, heading(stage, stage.t('printing.templates.title')));
const element = ({ page, t }: Stage, kind: 'name' | 'code128'): Locator =>
  page.getByRole('button', { name: new RegExp(`^${t(`printing.templates.kind.${kind}`)}[，,]`) });

/** Cards waiting for the printer, who printed what, printers, card faces. */
export const printingScreens: readonly Screen[] = [
  {
    name: 'cards to print',
    open: (stage) => go(stage, '/printing/queue', stage.page.getByRole('row').nth(1)),
  },
  {
    name: 'cards to print, being laid out',
    open: async (stage) => {
      const { page, t } = stage;
      // it never gets its cards
      await page.route('**/rpc/printing/cards*', () => {}, { times: 1 });
      await go(stage, '/printing/queue', page.getByRole('row').nth(1));
      await page.keyboard.press('Control+p');
      await page.getByRole('button', { name: t('printing.progress.cancel') }).waitFor();
    },
  },
  {
    name: 'a card printed again without a reason',
    open: async (stage) => {
      const { page, t } = stage;
      const cardId = await printedCard(stage);
      const shown = dialog(stage, t('printing.reprint.title'));
      await go(stage, `/printing/queue?card=${cardId}`, shown);
      await shown.getByRole('textbox').waitFor();
      await page.keyboard.press('Control+p');
      await shown.getByRole('alert').waitFor();
    },
  },
  {
    name: 'print log',
    open: (stage) => go(stage, '/printing/log', stage.page.getByRole('row').nth(1)),
  },
  {
    name: 'printers',
    open: (stage) => go(stage, '/printing/printers', stage.page.getByRole('row').nth(1)),
  },
  {
    name: 'printer, with mistakes',
    open: async (stage) => {
      const { page, t } = stage;
      await go(stage, '/printing/printers', page.getByRole('row').nth(1));
      await page
        .getByRole('button', { name: t('printing.printers.edit'), exact: true })
        .first()
        .click();
      const shown = dialog(stage, t('printing.printers.form.edit'));
      await shown.getByLabel(t('printing.printers.form.x')).fill('99');
      await page.keyboard.press('Control+s');
      await shown.getByText(t('printing.printers.form.range')).waitFor();
    },
  },
  { name: 'card faces: gold', open: (stage) => editor(stage, 'gold') },
  {
    name: 'card faces: diamond, a name chosen',
    open: async (stage) => {
      await editor(stage, 'diamond');
      await element(stage, 'name').focus();
    },
  },
  {
    name: 'card faces: silver, the back with a barcode too narrow',
    open: async (stage) => {
      const { page, t } = stage;
      await editor(stage, 'silver');
      await page.getByRole('button', { name: t('printing.templates.side.back'), exact: true }).click();
      await element(stage, 'code128').focus();
      const width = page.getByLabel(t('printing.templates.properties.width'));
      await width.fill('18');
      await page.getByRole('status').filter({ hasText: '20.5' }).waitFor();
      await width.fill('55');
    },
  },
];
