import type { turnedOff as source } from '../zh-hans/turned-off'

export const turnedOff: Record<keyof typeof source, string> = {
  'off.opinions': '本市暫時不接收新的反映',
  'off.opinions.text': '您可以先寫好，內容會留在這台設備上；恢復以後再送出。',
  'off.contact': '本市現在不收聯絡方式，您匿名反映就好。憑編號和查詢碼查進度。',
  'off.public': '公開的反映暫時沒有開放',
  'off.public.text': '您自己的反映，仍然可以憑編號和查詢碼查看。',
}
