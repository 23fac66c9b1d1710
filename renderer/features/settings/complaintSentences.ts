import type { TFunction } from 'i18next';
import type { ComplaintKey, Settings } from '../../../db/contract/settings.ts';
import { addDays } from '../../../db/domain/day.ts';
import { number } from '../../lib/formats.ts';
import { limitWords } from '../complaints/spanWords.ts';
import type { RuleContext } from './ruleSentences.ts';
import { alike, listed, yuan } from './sentenceParts.ts';

type Terms = Settings['complaintTerms'];
type SeverityTerms = Terms['severities'][number];

const limit = (minutes: number, t: TFunction): string => limitWords(minutes * 60_000, t);

/** Both faces, the one that counts first, and who hears of a breach. */
const severityWords = (terms: SeverityTerms, { countedBy }: Terms, { t, names }: RuleContext): string => {
  const other = countedBy === 'natural' ? 'working' : 'natural';
  return t('complaintRules.say.severity', {
    face: t(`complaints.face.${countedBy}`),
    acknowledge: limit(terms.acknowledgeMinutes[countedBy], t),
    solve: limit(terms.solveMinutes[countedBy], t),
    otherFace: t(`complaints.face.${other}`),
    otherAcknowledge: limit(terms.acknowledgeMinutes[other], t),
    otherSolve: limit(terms.solveMinutes[other], t),
    escalate:
      terms.escalateToId === null
        ? t('complaintRules.say.escalateAll')
        : t('complaintRules.say.escalateTo', {
            name: names?.get(terms.escalateToId) ?? t('complaintRules.say.somebody'),
          }),
  });
};

const complaintTerms = (terms: Terms, context: RuleContext): readonly string[] => {
  const { t } = context;
  const said = alike(terms.severities, (one) => severityWords(one, terms, context));
  return [
    ...[...said].map(([phrase, those]) =>
      t('complaintRules.say.severities', {
        severities: listed(
          those.map(({ severity }) => t(`complaints.severity.${severity}`)),
          t,
        ),
        phrase,
      }),
    ),
    t('complaintRules.say.countedBy', { face: t(`complaints.face.${terms.countedBy}`) }),
    t('complaintRules.say.warn', {
      percents: listed(
        terms.warnPercents.map((percent) => t('complaintReports.percent', { share: percent })),
        t,
      ),
    }),
    t('complaintRules.say.twins', { days: terms.twinDays }),
    t('complaintRules.say.defect', { months: terms.defectMonths }),
    t('complaintRules.say.authority', { days: terms.authorityWorkingDays }),
    t('complaintRules.say.limit', { amount: yuan(terms.compensationLimitFen) }),
    terms.askBackAfterDays === 0
      ? t('complaintRules.say.askBackAtOnce')
      : t('complaintRules.say.askBack', { days: terms.askBackAfterDays }),
  ];
};

const complaintCategories = (rows: Settings['complaintCategories'], { t }: RuleContext): readonly string[] =>
  rows.map(({ name, defect, children }) =>
    [
      children.length === 0
        ? t('complaintRules.say.categoryAlone', { name })
        : t('complaintRules.say.category', {
            name,
            children: listed(
              children.map((child) => child.name),
              t,
            ),
          }),
      defect ? t('complaintRules.say.mayBeDefect') : '',
    ].join(''),
  );

const list =
  (key: 'departments' | 'causes') =>
  (rows: readonly { readonly name: string }[], { t }: RuleContext): readonly string[] => [
    t(`complaintRules.say.${key}`, {
      count: rows.length,
      names: listed(
        rows.map(({ name }) => name),
        t,
      ),
    }),
  ];

type Holiday = Settings['holidayYears'][number]['days'][number];

interface HolidaySpan extends Pick<Holiday, 'name' | 'off'> {
  readonly from: string;
  readonly to: string;
}

/** Days on end of one name: 国庆节 10-01 至 10-08 休. */
export const holidaySpans = (days: readonly Holiday[]): readonly HolidaySpan[] => {
  const spans: HolidaySpan[] = [];
  for (const { day, off, name } of days.toSorted((a, b) => (a.day < b.day ? -1 : 1))) {
    const last = spans.at(-1);
    if (last && last.off === off && last.name === name && addDays(last.to, 1) === day) {
      spans[spans.length - 1] = { ...last, to: day };
    } else {
      spans.push({ name, off, from: day, to: day });
    }
  }
  return spans;
};

/** 休 10-01 至 10-08 国庆节 */
export const holidayWords = ({ name, off, from, to }: HolidaySpan, t: TFunction): string =>
  t(off ? 'complaintRules.say.off' : 'complaintRules.say.work', {
    name,
    days: from === to ? from.slice(5) : t('complaintRules.say.fromTo', { from: from.slice(5), to: to.slice(5) }),
  });

const holidayYears = (years: Settings['holidayYears'], { t }: RuleContext): readonly string[] => [
  ...years.map(({ year, days }) =>
    days.length === 0
      ? t('complaintRules.say.yearPlain', { year })
      : t('complaintRules.say.year', {
          year,
          days: holidaySpans(days)
            .map((span) => holidayWords(span, t))
            .join(t('rules.say.and')),
        }),
  ),
  t(years.length === 0 ? 'complaintRules.say.yearsShipped' : 'complaintRules.say.otherYears'),
];

const enquiryTerms = ({ answerHours }: Settings['enquiryTerms'], { t }: RuleContext): readonly string[] => [
  t('complaintRules.say.enquiry', { hours: answerHours }),
];

const contactRules = (rules: Settings['contactRules'], { t }: RuleContext): readonly string[] => [
  t('taskRules.contact.sayMonth', { count: rules.perMonth }),
  t('taskRules.contact.sayTries', { count: rules.mostTries, hours: rules.retryHours }),
  t('taskRules.contact.sayHours', { from: rules.callsFrom, to: rules.callsTo }),
];

type PlanItem = Settings['servicePlan']['items'][number];

const planItemWords = ({ name, everyKm, everyMonths }: PlanItem, t: TFunction): string => {
  const km = everyKm === null ? null : number(everyKm);
  if (km === null) return t('plan.rules.say.months', { name, months: everyMonths });
  return everyMonths === null
    ? t('plan.rules.say.km', { name, km })
    : t('plan.rules.say.both', { name, km, months: everyMonths });
};

const servicePlan = (rules: Settings['servicePlan'], { t }: RuleContext): readonly string[] => {
  const engine = rules.items.filter(({ engineOnly }) => engineOnly).map(({ name }) => name);
  return [
    ...rules.items.map((item) => t('plan.rules.say.items', { items: planItemWords(item, t) })),
    ...(engine.length === 0 ? [] : [t('plan.rules.say.engineOnly', { names: listed(engine, t) })]),
    t('plan.rules.say.severe', { percent: rules.severePercent }),
    t('plan.rules.say.ahead', { months: rules.horizonMonths, km: number(rules.assumedKmPerYear) }),
  ];
};

const deliveryChecklist = (items: Settings['deliveryChecklist'], { t }: RuleContext): readonly string[] => [
  t('deliveries.settings.say', {
    names: listed(
      items.map(({ name }) => name),
      t,
    ),
  }),
  t('deliveries.settings.sayOpen'),
];

const surveyTerms = (terms: Settings['surveyTerms'], { t }: RuleContext): readonly string[] => [
  t('questionnaires.say.bad', { n: terms.badThrough }),
  t('questionnaires.say.satisfied', { n: terms.satisfiedFrom }),
  t('questionnaires.say.targets', { nps: terms.npsTarget, percent: terms.satisfiedPercentTarget }),
];

/** What the rules of complaints say, in plain words. */
export const complaintSentences: {
  readonly [K in ComplaintKey]: (rule: Settings[K], context: RuleContext) => readonly string[];
} = {
  complaintTerms,
  complaintCategories,
  complaintDepartments: list('departments'),
  complaintCauses: list('causes'),
  holidayYears,
  enquiryTerms,
  contactRules,
  servicePlan,
  surveyTerms,
  deliveryChecklist,
};
