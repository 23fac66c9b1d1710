import type { EnquiryPage, EnquiryRow } from '../../db/contract/enquiries.ts';
import { openComplaintDesk } from './complaintDesk.ts';
import { refusal } from './openTestStore.ts';

type Deed = 'answer' | 'handOver' | 'close' | 'reopen' | 'update';

/** A store with an officer, a manager and a customer with a car, and short ways to ask. */
export const openEnquiryDesk = async () => {
  const desk = await openComplaintDesk();
  const { call, officer, customerId } = desk;
  const question = '首次保养什么时候做，要多少钱';
  const ask = async (input: object = {}): Promise<string> =>
    (await call('enquiries.add', { customerId, question, topic: 'service', ...input }, officer)).id;
  const page = (id: string): Promise<EnquiryPage> => call('enquiries.get', { id }, officer);
  const deed = async (id: string, verb: Deed, input: object = {}) =>
    call(`enquiries.${verb}`, { id, version: (await page(id)).version, ...input }, officer);
  const refused = async (call: Promise<unknown>): Promise<string> => {
    const { reason, fields } = await refusal(call);
    return fields?.[0] ?? reason ?? '';
  };
  const found = async (input: object = {}): Promise<string[]> =>
    (await call('enquiries.list', input, officer)).rows.map((row: EnquiryRow) => row.number);
  const keep = async (input: object = {}): Promise<string> => {
    const enquiryId = await ask({ answer: '三个月或 5,000 公里，首次免费' });
    const facts = { question: '首保多少钱', answer: '三个月或 5,000 公里内免费', topic: 'service' };
    return (await call('enquiries.keepAnswer', { enquiryId, ...facts, ...input }, officer)).id;
  };
  const suggest = async (text: string, input: object = {}): Promise<string[]> =>
    (await call('enquiries.suggest', { text, ...input }, officer)).rows.map(
      (row: { question: string }) => row.question,
    );
  return { ...desk, question, ask, page, deed, refused, found, keep, suggest };
};
