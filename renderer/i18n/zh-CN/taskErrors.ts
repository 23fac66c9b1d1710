/** What is said of refusals around tasks and contacts; part of `errors`. */
export const taskErrors = {
  reason: {
    'task-not-found': '没有找到要办的事，可能刚刚办完。',
    'task-not-open': '这件事刚刚已经办完或放弃了。请看一下最新的名单。',
    'contact-not-found': '没有找到这次联系的记录。',
    'row-code-unknown': '没有这个行码。请对着单子再看一遍。',
    'row-entered': '这一行已经补录过了。',
    'sheet-printed': '这张单子已经打印过，请重新打印一张。',
    'sheet-not-found': '没有找到这张单子。',
  },
  field: {
    'next-try-missing': '请写明改约到什么时候',
    'next-try-past': '改约的时间已经过了，请改到以后',
    'outcome-of-channel': '这种联系方式没有这个结果',
    'row-code-wrong': '行码不对：请再看一遍条码下面的数字',
    'row-before-print': '时间早于打印这张单子的那天',
    'row-future': '这个时间还没到',
  },
};
