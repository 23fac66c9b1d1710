/** What is said of refusals around tasks and contacts; part of `errors`. */
export const taskErrors = {
  reason: {
    'task-not-found': '没有找到要办的事，可能刚刚办完。',
    'task-not-open': '这件事刚刚已经办完或放弃了。请看一下最新的名单。',
    'contact-not-found': '没有找到这次联系的记录。',
    'row-code-unknown': '没有这个行码。请对着回访单再看一遍。',
    'row-entered': '这一行已经补录过了。',
    'sheet-printed': '这张回访单已经打印过，请重新打印一张。',
    'sheet-not-found': '没有找到这张回访单。',
  },
  field: {
    'next-try-missing': '请写明改约到什么时候',
    'next-try-past': '改约的时间已经过了，请改到以后',
    'outcome-of-channel': '这种联系方式没有这个结果',
    'row-code-wrong': '行码不对：请再看一遍六位数字',
    'row-before-print': '打电话的时间早于打印回访单的那天',
    'row-future': '打电话的时间还没到',
  },
};
