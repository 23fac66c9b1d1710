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
    case 'calibration':
      return { document, printerId };
    default:
      return null;
  }
};
