/** What a city has turned off. Added as told in shell.ts. */
export const turnedOff = {
  'off.opinions': '本市暂时不接收新的反映',
  'off.opinions.text': '您可以先写好，内容会留在这台设备上；恢复以后再送出。',
  'off.contact': '本市现在不收联系方式，您匿名反映就好。凭编号和查询码查进度。',
  'off.public': '公开的反映暂时没有开放',
  'off.public.text': '您自己的反映，仍然可以凭编号和查询码查看。',
} as const
