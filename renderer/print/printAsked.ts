/** 投诉登记单 · 到店签到表 · 问卷, on paper to be written on. */
export interface PaperAsked {
  readonly document: 'complaintForm' | 'signInSheet' | 'surveyForm';
  /** the page makes the sheet by this id: its codes are given out only once it is printed */
  readonly sheetId: string;
  /** of a sign-in sheet */
  readonly day: string | null;
  /** of a survey */
  readonly questionnaireId: string | null;
  /** of a survey: whose names stand on it */
  readonly customerIds: readonly string[];
  /** empty forms or rows */
  readonly blanks: number;
}

/** 投保登记单 · 续保登记单 */
export interface PolicySlipAsked {
  readonly document: 'policySlip';
  /** the policy */
  readonly subjectId: string;
  /** whose it is: it stands among that car's policies */
  readonly vehicleId: string;
}

/** What a print page is asked for: it stands behind its #, so that the page can be opened by address. */
export type PrintAsked =
  | { readonly document: 'card'; readonly cardIds: readonly string[]; readonly printerId: string | null }
  | { readonly document: 'slip'; readonly codes: readonly string[] }
  | {
      readonly document: 'statementA5' | 'statement80';
      readonly membershipId: string;
      readonly fromDay: string;
      readonly toDay: string;
    }
  | { readonly document: 'complaint'; readonly complaintId: string }
  | { readonly document: 'servicePlan'; readonly vehicleId: string }
  /** to whom: what is due by letter is what they say */
  | { readonly document: 'letter' | 'envelope'; readonly customerIds: readonly string[] }
  /** the page makes the sheet by this id: the codes of its rows are given out only once it is printed */
  | {
      readonly document: 'callSheet';
      readonly sheetId: string;
      readonly mine: boolean;
      readonly ruleId: string | null;
    }
  | PaperAsked
  /** a job, a rescue or a claim of the club */
  | { readonly document: 'agencySlip' | 'rescueSlip' | 'claimSlip'; readonly subjectId: string }
  | PolicySlipAsked
  | { readonly document: 'calibration'; readonly printerId: string | null };

/** `#/card?ids=ID,ID&printer=ID` */
export const hashOf = (asked: PrintAsked): string => {
  const values = new URLSearchParams();
  switch (asked.document) {
    case 'card':
      values.set('ids', asked.cardIds.join(','));
      if (asked.printerId) values.set('printer', asked.printerId);
      break;
    case 'slip':
      values.set('codes', asked.codes.join(','));
      break;
    case 'statementA5':
    case 'statement80':
      values.set('membership', asked.membershipId);
      values.set('from', asked.fromDay);
      values.set('to', asked.toDay);
      break;
    case 'complaint':
      values.set('complaint', asked.complaintId);
      break;
    case 'servicePlan':
      values.set('vehicle', asked.vehicleId);
      break;
    case 'letter':
    case 'envelope':
      values.set('customers', asked.customerIds.join(','));
      break;
    case 'callSheet':
      values.set('sheet', asked.sheetId);
      if (asked.mine) values.set('mine', '1');
      if (asked.ruleId) values.set('rule', asked.ruleId);
      break;
    case 'complaintForm':
    case 'signInSheet':
    case 'surveyForm':
      values.set('sheet', asked.sheetId);
      values.set('blanks', String(asked.blanks));
      if (asked.day) values.set('day', asked.day);
      if (asked.questionnaireId) values.set('questionnaire', asked.questionnaireId);
      if (asked.customerIds.length > 0) values.set('customers', asked.customerIds.join(','));
      break;
    case 'agencySlip':
    case 'rescueSlip':
    case 'claimSlip':
      values.set('subject', asked.subjectId);
      break;
    case 'policySlip':
      values.set('subject', asked.subjectId);
      values.set('vehicle', asked.vehicleId);
      break;
    case 'calibration':
      if (asked.printerId) values.set('printer', asked.printerId);
      break;
  }
  return `#/${asked.document}?${values.toString()}`;
};

const listIn = (values: URLSearchParams, name: string): readonly string[] =>
  (values.get(name) ?? '').split(',').filter(Boolean);

/** Null where nothing is asked for that can be printed. */
export const readAsked = (hash: string): PrintAsked | null => {
  const [document, query = ''] = hash.replace(/^#\//, '').split('?', 2);
  const values = new URLSearchParams(query);
  const printerId = values.get('printer');
  switch (document) {
    case 'card':
      return { document, cardIds: listIn(values, 'ids'), printerId };
    case 'slip':
      return { document, codes: listIn(values, 'codes') };
    case 'statementA5':
    case 'statement80':
      return {
        document,
        membershipId: values.get('membership') ?? '',
        fromDay: values.get('from') ?? '',
        toDay: values.get('to') ?? '',
      };
    case 'complaint':
      return { document, complaintId: values.get('complaint') ?? '' };
    case 'servicePlan':
      return { document, vehicleId: values.get('vehicle') ?? '' };
    case 'letter':
    case 'envelope':
      return { document, customerIds: listIn(values, 'customers') };
    case 'callSheet':
      return {
        document,
        sheetId: values.get('sheet') ?? '',
        mine: values.get('mine') === '1',
        ruleId: values.get('rule'),
      };
    case 'complaintForm':
    case 'signInSheet':
    case 'surveyForm':
      return {
        document,
        sheetId: values.get('sheet') ?? '',
        day: values.get('day'),
        questionnaireId: values.get('questionnaire'),
        customerIds: listIn(values, 'customers'),
        blanks: Number(values.get('blanks') ?? 0),
      };
    case 'agencySlip':
    case 'rescueSlip':
    case 'claimSlip':
      return { document, subjectId: values.get('subject') ?? '' };
    case 'policySlip':
      return { document, subjectId: values.get('subject') ?? '', vehicleId: values.get('vehicle') ?? '' };
    case 'calibration':
      return { document, printerId };
    default:
      return null;
  }
};
