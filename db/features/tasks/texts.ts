import type { Contract } from '../../contract/index.ts';
import type { ContactChannel } from '../../contract/taskTerms.ts';
import { oneAfterTheOther, scriptText } from '../../domain/tasks/scriptText.ts';
import type { QueryContext, QueryHandler, ReadDb } from '../../store/handler.ts';
import { type Call, callsOf, isListed } from './calls.ts';
import { type Addressee, scriptFactsOf } from './facts.ts';

/** What goes to one customer: everything that is due by the channel, in one text. */
export interface Text extends Addressee {
  readonly call: Call;
  readonly text: string;
}

/** Letters have paragraphs, messages have lines. */
const between: Readonly<Record<ContactChannel, string>> = { call: '\n', message: '\n', letter: '\n\n' };

/** The texts for these customers, of those whom nothing speaks against at this instant; `calls` has the others too. */
export const textsOf = async (
  db: ReadDb,
  channel: ContactChannel,
  customerIds: readonly string[],
  ctx: QueryContext,
): Promise<{ texts: Text[]; calls: Call[]; store: string }> => {
  const calls = await callsOf(db, { channel, customerIds }, ctx);
  const listed = calls.filter(isListed);
  const { store, scriptOf, factsOf, addresseeOf } = await scriptFactsOf(
    db,
    listed.flatMap(({ tasks }) => tasks),
    ctx,
  );
  const texts = listed.map((call) => {
    const parts = oneAfterTheOther(call.tasks.map((task) => ({ text: scriptText(scriptOf(task), factsOf(task)) })));
    const text = parts.map((part) => part.text).join(between[channel]);
    return { ...addresseeOf(call.customerId), call, text };
  });
  return { texts, calls, store };
};

/** 信函与短信: the texts before they are sent, for reading and for print. */
export const texts: QueryHandler<Contract['tasks']['texts']> = async (db, input, ctx) => {
  const found = await textsOf(db, input.channel, input.customerIds, ctx);
  return {
    rows: found.texts.map(({ call, name, salutation, text, address }) => ({
      customerId: call.customerId,
      name,
      salutation,
      taskIds: call.tasks.map(({ id }) => id),
      text,
      address: input.channel === 'letter' ? address : null,
    })),
    store: found.store,
  };
};
