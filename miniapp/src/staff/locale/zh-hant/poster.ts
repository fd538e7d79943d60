import type { poster as source } from '../zh-hans/poster'

export const poster: Record<keyof typeof source, string> = {
  'staff.poster.title': '海報和二維碼',
  'staff.poster.lead': '打印出來貼在門口、公告欄和車站，街坊掃一掃就能反映。',
  'staff.poster.only': '這一頁給聯絡站用',
  'staff.poster.only.text': '請用聯絡站的賬號登錄；管理員請從聯絡站的資料裏打開。',
  'staff.poster.alt': 'A4 海報：站名、二維碼和怎麼用',
  'staff.poster.code': '站碼 {code}，掃不了的人可以填它。',
  'staff.poster.save': '保存海報（A4，可打印）',
  'staff.poster.save-code': '只要二維碼',
  'staff.poster.none': '現在沒有能用的碼，街坊掃舊海報會看到附近別的站。',
  'staff.poster.renew': '換一個新碼',
  'staff.poster.renew.ask': '換一個新碼？',
  'staff.poster.renew.text': '舊海報上的碼馬上失效，掃的人會看到說明和附近的站。請儘快把新海報貼上。',
  'staff.poster.renew.done': '已換新碼。請打印新海報，換下舊的。',
  'staff.poster.revoke': '停用這個碼',
  'staff.poster.revoke.ask': '停用這個碼？',
  'staff.poster.revoke.text': '停用後沒有人能再掃它反映問題，直到您換一個新碼。',
  'staff.poster.revoke.done': '已停用。',
  'staff.scans.title': '最近 30 天的掃碼和反映',
  'staff.scans.sum': '掃海報 {scans} 次；本站收到反映 {reports} 件',
  'staff.scans.note':
    '反映件數是本站收到的全部反映，沒有掃海報、從別的入口寫來的也算在內，所以可以比掃碼多。掃碼只記次數，不記是誰。',
  'staff.scans.day': '掃 {scans} 次 · 收到 {reports} 件',
  'staff.scans.nobody': '這個月沒有人掃過。海報是不是貼在看不見的地方？',
  'staff.scans.open': '海報和二維碼',
}
