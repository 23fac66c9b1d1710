/** 扫码枪: what a scan led to. */
export const scan = {
  formKept: '刚才的表单还在，已输入的内容没有丢。',
  toForm: '回到表单',
  open: '打开 {{name}}',
  find: '在查找框里找',
  new: '新建客户',
  near: '没有完全等于“{{code}}”的卡、车牌或车架号，最接近的是 {{name}}。',
  checkWrong: '校验位不对，可能没有扫全。',
  several: '“{{code}}”对应多位客户，请选择。',
  none: {
    right: '扫到卡号 {{code}}：号码无误，但本店没有登记这张卡。',
    wrong: '扫到 {{code}}：本店没有这张卡，而且校验位不对，可能没有扫全，请再扫一次。',
    unknown: '扫到“{{code}}”：本店没有这张卡、车牌或车架号。这种号码没有校验位，无法判断是否扫全。',
    vin: '扫到车架号 {{code}}：本店还没有这台车。',
  },
};
