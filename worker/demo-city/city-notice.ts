import type { Language } from './city-shape.ts'

/** Shown wherever the demonstration city is shown, so that nobody takes an invented deputy for a real one. */
export const CITY_NOTICE: Record<Language, string> = {
  'zh-Hans':
    '这里是演示城市。广州的11个区和176个街镇用的是真实名称；604个联络站的名称、编号、二维码、地址和位置，7200名代表的姓名、职业和层级，承办单位的名称与分工，工作人员账号，以及全部反映和答复，都是虚构的，与真实的人和单位无关。图片均为演示图。在这里提交的内容不会送到任何政府部门。',
  'zh-Hant':
    '這裏是演示城市。廣州的11個區和176個街鎮用的是真實名稱；604個聯絡站的名稱、編號、二維碼、地址和位置，7200名代表的姓名、職業和層級，承辦單位的名稱與分工，工作人員賬號，以及全部反映和答覆，都是虛構的，與真實的人和單位無關。圖片均為演示圖。在這裏提交的內容不會送到任何政府部門。',
  en: 'This is a demonstration city. The 11 districts and 176 streets and towns of Guangzhou bear their real names. Everything else is made up: the names, numbers, codes, addresses and positions of the 604 liaison stations, the 7,200 deputies with their names, occupations and levels, the names and duties of the responsible bodies, the staff accounts, and every report and answer. The pictures are drawings. Nothing submitted here reaches any public office.',
}
