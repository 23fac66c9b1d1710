import { describe, expect, it } from 'vitest';
import { openConnection } from '../../db/store/connection.ts';
import { storeFileOf } from '../../db/store/storeFile.ts';
import { verifyStore } from '../../db/store/verify.ts';
import { openComplaintDesk } from './complaintDesk.ts';
import { questionnaires, rated } from './surveyDesk.ts';

/** A store with a bad answer that was followed up, a good one, and one that was removed. */
const openFilled = async () => {
  const { call, officer, customerId, dataDir } = await openComplaintDesk();
  const damage = (sql: string): void => {
    const connection = openConnection(storeFileOf(dataDir));
    connection.exec(sql);
    connection.close();
  };
  const answer = async (answers: object[]): Promise<string> =>
    (
      await call(
        'surveys.record',
        { questionnaireId: questionnaires.service, channel: 'counter', customerId, answers },
        officer,
      )
    ).id;
  const bad = await answer(rated(1, 3, '等太久'));
  await answer(rated(5, 10));
  await call('surveys.follow', { id: bad, version: 1, note: '已致歉' }, officer);
  await call('surveys.remove', { id: await answer(rated(4, 8)), version: 1, reason: '录错了' });
  const findings = async () => (await verifyStore(dataDir)).findings.map(({ code }) => code);
  return { findings, damage };
};

describe('what customers answered', () => {
  it('adds up', async () => {
    expect(await (await openFilled()).findings()).toEqual([]);
  });

  it.each([
    ['survey-summary', 'UPDATE surveyResponse SET nps = 9 WHERE bad = 1'],
    ['survey-summary', "UPDATE surveyAnswer SET score = 2 WHERE kind = 'satisfaction' AND score = 5"],
    ['survey-summary', 'UPDATE surveyResponse SET bad = 0, followedAt = NULL, followedBy = NULL WHERE bad = 1'],
    ['survey-summary', 'DELETE FROM surveyAnswer'],
    ['survey-followed', 'UPDATE surveyResponse SET followedBy = NULL'],
  ])('%s is found: %s', async (code, sql) => {
    const { findings, damage } = await openFilled();
    damage(sql);
    expect(new Set(await findings())).toEqual(new Set([code]));
  });
});
