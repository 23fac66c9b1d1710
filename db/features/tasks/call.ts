import type { Contract } from '../../contract/index.ts';
import type { LeftOutReason } from '../../contract/taskTerms.ts';
import { nextTryAt } from '../../domain/tasks/nextTry.ts';
import { oneAfterTheOther, scriptText } from '../../domain/tasks/scriptText.ts';
import type { QueryHandler } from '../../store/handler.ts';
import { refuseGoneCustomer } from '../customers/refuseGoneCustomer.ts';
import { settingsOn } from '../settings/settings.ts';
import { badAnswers, questionnaireAsked } from './asksIn.ts';
import { callRowsOf } from './callRows.ts';
import { type Call, callsOf } from './calls.ts';
import { scriptFactsOf } from './facts.ts';
import { contactsOf } from './history.ts';

/** These say only that now is not the time: who calls by themselves is told all the same, but for advertising. */
const notNow: readonly LeftOutReason[] = ['hours', 'later'];

const spokenOf = (due: Call | undefined): Call | null => {
  if (!due || due.leftOut === null) return due ?? null;
  const tasks = due.tasks.filter(({ purpose }) => purpose !== 'marketing');
  return notNow.includes(due.leftOut) && tasks.length > 0 ? { ...due, tasks } : null;
};

const mostContacts = 30;

/** What the call screen (通话) needs of a customer. */
export const call: QueryHandler<Contract['tasks']['call']> = async (db, input, ctx) => {
  await refuseGoneCustomer(db, input.customerId);
  const [due] = await callsOf(db, { channel: input.channel, customerIds: [input.customerId] }, ctx);
  const spoken = spokenOf(due);
  const tasks = spoken?.tasks ?? [];
  const { scriptOf, factsOf } = await scriptFactsOf(db, tasks, ctx);
  const { contactRules } = await settingsOn(db, ctx.today());
  const [row] = spoken ? await callRowsOf(db, [spoken], ctx) : [];
  return {
    call: row ?? null,
    leftOut: due?.leftOut ?? null,
    script: oneAfterTheOther(
      tasks.map((task) => ({
        taskId: task.id,
        ruleName: task.ruleName,
        purpose: task.purpose,
        text: scriptText(scriptOf(task), factsOf(task)),
      })),
    ),
    firstCall: tasks.some(({ form }) => form === 'firstCall'),
    questionnaire: await questionnaireAsked(db, tasks),
    bad: await badAnswers(db, tasks),
    history: await contactsOf(db, input.customerId, mostContacts),
    nextTryAt: nextTryAt(ctx.now(), contactRules, ctx.timeZone),
  };
};
