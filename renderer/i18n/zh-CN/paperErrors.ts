/** What is said of refusals around sheets to write on (纸质单) and entering them; part of `errors`. */
export const paperErrors = {
  reason: {
    'row-not-found': '没有找到这一行。',
    'row-not-unused': '这一行没有标过“未使用”，不用恢复。',
    'row-code-given-out': '这个行码后来又印给了别的单子，不能恢复。有内容的话，请直接登记。',
    'booking-decided': '这个预约后来已经到店或取消了。如果确实来过，请在客户页登记到店，再把这一行标为未使用。',
    'visit-that-day': '这台车那天已经有一次到店记录，不再登记第二次。请把这一行标为未使用。',
  },
  field: {
    'paper-empty': '没有要印的行：请填要几行空白',
    'row-of-other-paper': '这是另一种单子的行码',
  },
  fieldName: {
    code: '行码',
    paperCode: '行码',
    blanks: '空白行数',
    at: '时间',
  },
};
