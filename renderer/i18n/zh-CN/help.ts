/** F1: what the screen is for, in a few sentences. Sentences are parted by line breaks. */
export const help = {
  command: '本页帮助',
  title: '帮助',
  keys: '本页的快捷键',
  fixedKeys: '表单里',
  next: '接下来',
  tour: '新手七步（约三分钟）',
  tourAgain: '再走一遍新手七步',
  tourOnlyDemo: '新手七步只在示例门店里进行，不会动您的真实客户。用 caredesk desk --demo 打开示例门店。',
  topics: {
    today: {
      title: '今日',
      text: '这里是本岗位现在要做的事：谁在店里、谁快到期、今天谁过生日。\n直接打字就开始找人：车牌、手机后四位、姓名、拼音、车架号、卡号都行，回车打开。\n扫会员卡也会直接打开这位客户，不用先点哪里。',
    },
    customers: {
      title: '客户列表',
      text: '点筛选条件缩小范围，可以叠加；常用的组合可以存成“客户群”，下次一点就到。\n“列”里可以选显示哪些列，只影响您自己。\n经理可以把列表导出成 Excel 或 CSV，导出什么由您看到的筛选和列决定，并留下记录。',
    },
    customer: {
      title: '客户页',
      text: '最上面一条是十秒速览：卡级、到期、该提醒的事、是否愿意接电话。\n下面是车辆和全部往来，右边是能做的事，每件都有一个键。\n做错了不要紧：底部的“撤销”或 Ctrl Z 可以退回。',
    },
    customerForm: {
      title: '客户资料',
      text: '先填姓名和手机，别的可以以后再补。\n把“京A·12345 138 0013 8000 王伟”整行粘贴进来，会自动分到各格。\n按 Esc 离开也不会丢，没有保存的内容下次打开还在，断电也一样。',
    },
    imports: {
      title: '导入',
      text: '从原来的系统导出 Excel 或 CSV，拖进来就行。\n先看核对结果：每一行会新增、合并还是跳过，原因写在旁边；确认后才写入。\n写入后整批可以撤销。',
    },
    settings: {
      title: '设置',
      text: '左边选一项，改完按 Ctrl S 保存。\n员工、权限、提醒天数和会员等级只有管理员能改，外观和语言每台电脑自己定。',
    },
    duplicates: {
      title: '重复客户',
      text: '这里列出可能是同一个人的档案，以及为什么这样认为。\n合并时两边的车辆、到店和备注都会保留；几周以后也能撤销。',
    },
    general: {
      title: '关怀台',
      text: '按 Ctrl K 找客户、车辆或任何功能，按 ? 看本页的快捷键。\n做错了可以按 Ctrl Z 撤销，没有保存的内容不会丢。',
    },
  },
};
