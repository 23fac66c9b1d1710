/** 新手七步, on the sample store. */
export const tour = {
  command: '新手七步',
  start: '新手七步',
  resume: '继续新手七步（第 {{step}} 步）',
  label: '新手七步，第 {{step}} 步，共 {{count}} 步',
  count: '{{step}} / {{count}}',
  next: '下一步',
  skip: '跳过这一步',
  back: '上一步',
  leave: '离开',
  leaveHint: '按 Esc 离开，下次从这里继续',
  copy: '复制这一行',
  finish: '完成',
  done: '做到了',
  finished: '七步走完了。随时按 F1 看本页帮助。',
  line: '京A·{{plate}} {{phone}} 钱多多',
  steps: {
    find: {
      title: '用车牌尾号找人',
      text: '客人报车牌后几位就够了。按 Ctrl K，输入 {{tail}}，回车打开 {{name}}。',
    },
    page: {
      title: '十秒看懂一位客户',
      text: '最上面一条是要先知道的事，下面是车辆和往来，右边每件事都有一个键。看一眼，然后继续。',
    },
    arrive: {
      title: '客人到了，车上看板',
      text: '按 Alt W，输入 {{tail}}，回车选中，再按 Ctrl S。车就在今日看板的“已到店”里，等候从现在算起。',
    },
    undo: {
      title: '做错了就撤销',
      text: '在卡片上按 M，就移到“作业中”，平时一步一步这样走。想退回时按 Ctrl Z，或点底部的“撤销”，试试看。',
    },
    paste: {
      title: '一行粘贴，新建客户',
      text: '先复制下面这一行，按 Alt N，在姓名里按 Ctrl V，再按 Ctrl S。',
    },
    due: {
      title: '谁的保险快到期',
      text: '在今日点上面的“到店与到期”，再点“保险到期”旁的“全部”；或在客户列表里选“保险到期”。',
    },
    help: {
      title: '忘了就按 F1',
      text: 'F1 说明当前这一页，? 列出它的快捷键。按一下 F1 试试。',
    },
  },
};
