/** What is said of refusals around questionnaires and answers; part of `errors`. */
export const surveyErrors = {
  reason: {
    'questionnaire-not-found': '没有找到这份问卷。可能已被移除。',
    'questionnaire-off': '这份问卷已经停用，不能再用来提问。',
    'questionnaire-in-rule': '回访规则“{{name}}”正在用这份问卷。请先让那条规则改用别的问卷，或停用那条规则。',
    'questionnaire-answered': '这份问卷已经有客户的答卷，不能移除。不再用的话，请改为停用。',
    'response-not-found': '没有找到这份答卷。可能已被移除。',
    'response-followed': '这份答卷已经有人跟进过了。',
    'response-not-bad': '这份答卷没有不满意，不用跟进。',
    'response-has-complaint': '这份答卷已经转成投诉了。',
  },
  field: {
    'question-twice': '这道题重复了',
    'options-missing': '单选题至少要有两个不同的选项',
    'options-needless': '只有单选题才有选项',
    'question-kind-changed': '这道题已经有人答过，不能改题型。请另加一道新题',
    'questionnaire-in-rule': '回访规则“{{name}}”正在用这份问卷，请先改那条规则',
    'questionnaire-needed': '请选择要问的问卷',
    'questionnaire-needless': '通话表单选“问卷”时才需要问卷',
    'questionnaire-off': '这份问卷已经停用，请换一份',
    'answer-missing': '第 {{question}} 题必答，还没有回答',
    'answer-score': '有一题的分数超出了范围',
    'answer-unknown': '问卷刚刚改过，有一题已经不在里面。请重新打开问卷再答',
    'answers-none': '一道题都还没有回答',
    'survey-ahead': '答卷时间不能晚于现在',
    'survey-unanswered': '没有接通就没有答卷，请把结果改成“接通”',
    'satisfied-below-bad': '算满意的分数要高于算不满意的分数',
  },
  fieldName: {
    questions: '题目',
    questionnaireId: '问卷',
  },
};
