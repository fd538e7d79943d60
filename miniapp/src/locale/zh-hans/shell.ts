/**
 * Words that every screen may use; the source language.
 *
 * How to add a text: put it under its area here ('area.name'), then in zh-hant/ and en/, where the
 * compiler asks for exactly the same keys. `{n}` is replaced by a value; `{n|station|stations}`
 * picks the first form when n is 1.
 */
export const shell = {
  'app.name': '码上',
  'common.skip': '跳到正文',
  'common.back': '返回',
  'common.home': '回到首页',
  'common.close': '关闭',
  'common.cancel': '取消',
  'common.change': '修改',
  'common.retry': '再试一次',
  'common.loaded': '又加载了 {n} 条',
  'common.more': '查看更多',
  'common.before': '前面还有 {n} 条',
  'common.after': '后面还有 {n} 条',
  'common.loading': '正在加载',
  'common.optional': '选填',
  'common.choose': '请选择',
  'common.step': '第{n}步/共{total}步',
  'common.errors': '还有 {n} 处需要改一改',
  'common.left': '还可以写 {n} 个字',
  'common.over': '超出 {n} 个字',
  'common.show-password': '显示密码',
  'common.hide-password': '隐藏密码',
  'common.offline.title': '现在没有网络',
  'common.offline.text': '您看到的是上次的内容。连上网络后会自动更新，您写下的不会丢。',
  'common.error.title': '这部分没有加载出来',
  'common.error.text': '您的操作没有丢失。请稍等片刻再试一次。',
  'common.state.done': '已完成',
  'common.state.now': '进行中',
  'common.state.todo': '未开始',
  'common.map.scale': '每格约 {distance}',
  'common.map.closer': '放大',
  'common.map.wider': '缩小',
  'network.offline': '连不上网络。请检查网络后再试，您写下的内容还在。',
  'network.timeout': '网络有点慢，没等到回应。请再试一次。',
  'network.unreadable': '服务器的回应看不懂。请稍后再试一次。',
  'image.unreadable': '这张照片打不开，请换一张。',
  'location.denied': '没有得到定位许可。您可以按名称或地址查找。',
  'location.unavailable': '暂时定不了位。您可以按名称或地址查找。',
} as const
