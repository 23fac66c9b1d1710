import type { Translated } from '../translated.ts';
import type { surveyErrors as source } from '../zh-CN/surveyErrors.ts';

export const surveyErrors = {
  reason: {
    'questionnaire-not-found': 'There is no such questionnaire. It may have been removed.',
    'questionnaire-off': 'This questionnaire is switched off and cannot be asked any more.',
    'questionnaire-in-rule':
      'The call rule “{{name}}” asks this questionnaire. Give that rule another one first, or switch it off.',
    'questionnaire-answered':
      'Customers have answered this questionnaire, so it cannot be removed. Switch it off instead.',
    'response-not-found': 'These answers were not found. They may have been removed.',
    'response-followed': 'Somebody has followed these answers up already.',
    'response-not-bad': 'Nobody was dissatisfied here, so there is nothing to follow up.',
    'response-has-complaint': 'A complaint has been made of these answers already.',
  },
  field: {
    'question-twice': 'this question stands there twice',
    'options-missing': 'a choice needs at least two different options',
    'options-needless': 'only a choice has options',
    'question-kind-changed': 'this question has been answered, so its kind stays; add a new question instead',
    'questionnaire-in-rule': 'the call rule “{{name}}” asks this questionnaire; change that rule first',
    'questionnaire-needed': 'choose the questionnaire to ask',
    'questionnaire-needless': 'only the form “questionnaire” needs one',
    'questionnaire-off': 'this questionnaire is switched off; choose another',
    'answer-missing': 'question {{question}} has to be answered',
    'answer-score': 'a score is out of its range',
    'answer-unknown': 'the questionnaire was changed just now and a question is gone; open it again',
    'answers-none': 'no question has been answered yet',
    'survey-ahead': 'answers cannot be later than now',
    'survey-unanswered': 'nobody answers questions unless they were reached; set the outcome to “reached”',
    'satisfied-below-bad': 'what counts as satisfied has to be above what counts as dissatisfied',
  },
  fieldName: {
    questions: 'Question',
    questionnaireId: 'Questionnaire',
  },
} satisfies Translated<typeof source>;
