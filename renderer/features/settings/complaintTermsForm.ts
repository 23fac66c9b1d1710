import type { ComplaintTerms } from '../../../db/contract/complaintRules.ts';
import type { Severity } from '../../../db/contract/complaintTerms.ts';
import { complaintSettingProblems } from '../../../db/domain/complaints/settingProblems.ts';
import { type FormReader, formReader, type Reading, yuanText } from './formReader.ts';

/** As the contract has them, lowest first. */
export const severities = ['minor', 'major', 'critical'] as const satisfies readonly Severity[];

/** The terms of one severity as typed: hours. */
interface SeverityText {
  readonly acknowledgeNatural: string;
  readonly acknowledgeWorking: string;
  readonly solveNatural: string;
  readonly solveWorking: string;
  /** '' is every manager */
  readonly escalateToId: string;
}
export type HoursField = Exclude<keyof SeverityText, 'escalateToId'>;
export const hoursFields = ['acknowledgeNatural', 'acknowledgeWorking', 'solveNatural', 'solveWorking'] as const;

/** 投诉时限 while they are typed. */
export interface ComplaintTermsForm extends Readonly<Record<Severity, SeverityText>> {
  readonly countedBy: ComplaintTerms['countedBy'];
  readonly warn: string;
  readonly twinDays: string;
  readonly defectMonths: string;
  readonly authorityDays: string;
  readonly limit: string;
  readonly askBackDays: string;
}

/** 1440 → `24`, 90 → `1.5`, 5 → `0.08`: read again, it is the same minute. */
const hoursText = (minutes: number): string => String(Number((minutes / 60).toFixed(2)));

const severityText = (terms: ComplaintTerms, severity: Severity): SeverityText => {
  const found = terms.severities.find((one) => one.severity === severity);
  const { acknowledgeMinutes, solveMinutes } = found ?? {};
  return {
    acknowledgeNatural: hoursText(acknowledgeMinutes?.natural ?? 120),
    acknowledgeWorking: hoursText(acknowledgeMinutes?.working ?? 120),
    solveNatural: hoursText(solveMinutes?.natural ?? 1440),
    solveWorking: hoursText(solveMinutes?.working ?? 480),
    escalateToId: found?.escalateToId ?? '',
  };
};

export const complaintTermsForm = (terms: ComplaintTerms): ComplaintTermsForm => ({
  minor: severityText(terms, 'minor'),
  major: severityText(terms, 'major'),
  critical: severityText(terms, 'critical'),
  countedBy: terms.countedBy,
  warn: terms.warnPercents.join(', '),
  twinDays: String(terms.twinDays),
  defectMonths: String(terms.defectMonths),
  authorityDays: String(terms.authorityWorkingDays),
  limit: yuanText(terms.compensationLimitFen),
  askBackDays: String(terms.askBackAfterDays),
});

const mostMinutes = 60 * 24 * 90;

/** `24`, `1.5` → minutes; 5 minutes to 90 days. */
const readHours = (reader: FormReader, path: string, text: string): number => {
  const plain = text.normalize('NFKC').trim();
  const minutes = /^\d{1,4}(?:\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 60) : Number.NaN;
  if (minutes >= 5 && minutes <= mostMinutes) return minutes;
  reader.wrong(path, { reason: plain === '' ? 'required' : 'hours' });
  return 60;
};

/** `50、80, 95` → rising, each once. */
const readPercents = (reader: FormReader, text: string): number[] => {
  const parts = text
    .normalize('NFKC')
    .split(/[,、%\s]+/)
    .filter(Boolean);
  const percents = [...new Set(parts.map(Number))].sort((a, b) => a - b);
  const fine =
    percents.length >= 1 &&
    percents.length <= 5 &&
    percents.every((percent) => Number.isInteger(percent) && percent >= 1 && percent <= 99);
  if (fine) return percents;
  reader.wrong('warn', { reason: 'percents' });
  return [50];
};

const problemFields: Readonly<Record<string, HoursField>> = {
  'acknowledgeMinutes.natural': 'acknowledgeNatural',
  'acknowledgeMinutes.working': 'acknowledgeWorking',
  'solveMinutes.natural': 'solveNatural',
  'solveMinutes.working': 'solveWorking',
};

/** Paths: `SEVERITY.FIELD` of the terms, the form's keys of the rest. */
export const readComplaintTerms = (form: ComplaintTermsForm): Reading<ComplaintTerms> => {
  const reader = formReader();
  const terms: ComplaintTerms = {
    severities: severities.map((severity) => {
      const typed = form[severity];
      const minutes = (field: HoursField): number => readHours(reader, `${severity}.${field}`, typed[field]);
      return {
        severity,
        acknowledgeMinutes: { natural: minutes('acknowledgeNatural'), working: minutes('acknowledgeWorking') },
        solveMinutes: { natural: minutes('solveNatural'), working: minutes('solveWorking') },
        escalateToId: typed.escalateToId === '' ? null : typed.escalateToId,
      };
    }),
    countedBy: form.countedBy,
    warnPercents: readPercents(reader, form.warn),
    twinDays: reader.whole('twinDays', form.twinDays, [1, 1095]),
    defectMonths: reader.whole('defectMonths', form.defectMonths, [1, 60]),
    authorityWorkingDays: reader.whole('authorityDays', form.authorityDays, [1, 60]),
    compensationLimitFen: reader.fen('limit', form.limit),
    askBackAfterDays: reader.whole('askBackDays', form.askBackDays, [0, 30]),
  };
  // of hours that cannot be read nothing more is said
  if (Object.keys(reader.problems).length > 0) return reader.done(terms);
  for (const { path, reason } of complaintSettingProblems('complaintTerms', terms)) {
    const [, index = '', ...field] = path.split('.');
    const severity = severities[Number(index)];
    const name = problemFields[field.join('.')];
    if (severity && name && (reason === 'working-longer' || reason === 'acknowledge-longer')) {
      reader.wrong(`${severity}.${name}`, { reason });
    }
  }
  return reader.done(terms);
};
