import type { Settings } from '../../../db/contract/settings.ts';
import { formReader, type Reading } from './formReader.ts';

type SurveyTerms = Settings['surveyTerms'];

/** 满意度目标与预警 while they are typed. */
export interface SurveyTermsForm {
  readonly badThrough: string;
  readonly satisfiedFrom: string;
  readonly npsTarget: string;
  readonly satisfiedPercentTarget: string;
}

export const surveyTermsForm = (terms: SurveyTerms): SurveyTermsForm => ({
  badThrough: String(terms.badThrough),
  satisfiedFrom: String(terms.satisfiedFrom),
  npsTarget: String(terms.npsTarget),
  satisfiedPercentTarget: String(terms.satisfiedPercentTarget),
});

/** Paths: the form's own keys. */
export const readSurveyTerms = (form: SurveyTermsForm): Reading<SurveyTerms> => {
  const reader = formReader();
  // a target of NPS may be below nothing
  const plain = form.npsTarget.normalize('NFKC').trim().replace('−', '-');
  const isBelow = plain.startsWith('-');
  const npsTarget = reader.whole('npsTarget', isBelow ? plain.slice(1) : plain.replace('+', ''), [0, 100]);
  const terms: SurveyTerms = {
    badThrough: reader.whole('badThrough', form.badThrough, [1, 3]),
    satisfiedFrom: reader.whole('satisfiedFrom', form.satisfiedFrom, [3, 5]),
    npsTarget: isBelow && npsTarget !== 0 ? -npsTarget : npsTarget,
    satisfiedPercentTarget: reader.whole('satisfiedPercentTarget', form.satisfiedPercentTarget, [0, 100]),
  };
  const readable = reader.problems['badThrough'] === undefined && reader.problems['satisfiedFrom'] === undefined;
  if (readable && terms.badThrough >= terms.satisfiedFrom)
    reader.wrong('satisfiedFrom', { reason: 'satisfied-below-bad' });
  return reader.done(terms);
};
