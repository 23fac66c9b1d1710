/** What is said of refusals around tasks and contacts; part of `errors`. */
export const taskErrors = {
  reason: {
    'task-not-found': '没有找到要办的事，可能刚刚办完。',
    'task-not-open': '这件事刚刚已经办完或放弃了。请看一下最新的名单。',
    'contact-not-found': '没有找到这次联系的记录。',
  },
  field: {
    'next-try-missing': '请写明改约到什么时候',
    'next-try-past': '改约的时间已经过了，请改到以后',
    'outcome-of-channel': '这种联系方式没有这个结果',
  },
};
