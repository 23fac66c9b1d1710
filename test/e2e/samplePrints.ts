import type { Call } from './sampleDay.ts';

/** A printer on file with offsets, its test page, a card that was printed twice, and a statement. */
export const samplePrints = async (call: Call, membershipId: string): Promise<void> => {
  const { cards } = await call<{ cards: readonly { id: string }[] }>('members.get', { id: membershipId });
  const cardIds = cards.slice(0, 1).map((card) => card.id);
  const { id: printerId } = await call<{ id: string }>('printing.savePrinter', {
    version: 0,
    name: '前台制卡机',
    offsetXUm: 300,
    offsetYUm: -200,
  });
  await call('printing.record', { document: 'calibration', printerId });
  await call('printing.record', { document: 'card', cardIds, printerId });
  await call('printing.record', { document: 'card', cardIds, printerId, reason: '卡纸' });
  await call('printing.record', { document: 'statementA5', membershipId });
};
