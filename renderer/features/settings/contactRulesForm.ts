import type { Settings } from '../../../db/contract/settings.ts';
import { timeOrNull } from '../customer/visitDraft.ts';
import { type FormReader, formReader, type Reading } from './formReader.ts';

type ContactRules = Settings['contactRules'];

/** 联系规则 while they are typed. */
export interface ContactRulesForm {
  readonly perMonth: string;
  readonly mostTries: string;
  readonly retryHours: string;
  readonly callsFrom: string;
  readonly callsTo: string;
}

export const contactRulesForm = (rules: ContactRules): ContactRulesForm => ({
  perMonth: String(rules.perMonth),
  mostTries: String(rules.mostTries),
  retryHours: String(rules.retryHours),
  callsFrom: rules.callsFrom,
  callsTo: rules.callsTo,
});

const readTime = (reader: FormReader, path: 'callsFrom' | 'callsTo', text: string): string => {
  const time = timeOrNull(text);
  if (time === null) reader.wrong(path, { reason: text.trim() === '' ? 'required' : 'time' });
  return time ?? '09:00';
};

/** Paths: the form's own keys. */
export const readContactRules = (form: ContactRulesForm): Reading<ContactRules> => {
  const reader = formReader();
  const rules: ContactRules = {
    perMonth: reader.whole('perMonth', form.perMonth, [1, 30]),
    mostTries: reader.whole('mostTries', form.mostTries, [1, 10]),
    retryHours: reader.whole('retryHours', form.retryHours, [1, 72]),
    callsFrom: readTime(reader, 'callsFrom', form.callsFrom),
    callsTo: readTime(reader, 'callsTo', form.callsTo),
  };
  const readable = reader.problems['callsFrom'] === undefined && reader.problems['callsTo'] === undefined;
  if (readable && rules.callsFrom >= rules.callsTo) reader.wrong('callsTo', { reason: 'calls-order' });
  return reader.done(rules);
};
