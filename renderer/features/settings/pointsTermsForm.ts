import type { PointsTerms } from '../../../db/contract/membershipRules.ts';
import { formReader, type Reading, yuanText } from './formReader.ts';

/** 积分条款 while they are typed. */
export interface PointsTermsForm {
  /** “__ 分值 ¥ __” */
  readonly valuePoints: string;
  readonly value: string;
  readonly breakage: string;
  readonly adjustLimit: string;
  readonly voucherLimit: string;
  readonly whenPaid: boolean;
}

export const pointsTermsForm = (terms: PointsTerms): PointsTermsForm => ({
  valuePoints: String(terms.valuePoints),
  value: yuanText(terms.valueFen),
  breakage: String(terms.breakagePercent),
  adjustLimit: String(terms.adjustLimit),
  voucherLimit: yuanText(terms.voucherLimitFen),
  whenPaid: terms.whenPaid,
});

/** Paths: the form's keys. */
export const readPointsTerms = (form: PointsTermsForm): Reading<PointsTerms> => {
  const reader = formReader();
  const valueFen = reader.fen('value', form.value);
  if (valueFen > 1_000_000) reader.wrong('value', { reason: 'value' });
  return reader.done({
    valueFen,
    valuePoints: reader.whole('valuePoints', form.valuePoints, [1, 1_000_000]),
    breakagePercent: reader.whole('breakage', form.breakage, [0, 100]),
    adjustLimit: reader.whole('adjustLimit', form.adjustLimit, [0, 1_000_000_000]),
    voucherLimitFen: reader.fen('voucherLimit', form.voucherLimit),
    whenPaid: form.whenPaid,
  });
};
