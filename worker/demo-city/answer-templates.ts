import type { AnswerTemplate } from './city-shape.ts'

type Draft = Omit<AnswerTemplate, 'bodyCode' | 'stationNumber' | 'sort' | 'active'> &
  Partial<Pick<AnswerTemplate, 'bodyCode' | 'stationNumber'>>

const DRAFTS: readonly Draft[] = [
  {
    code: 'finish-done',
    action: 'finish',
    name: '已办好',
    nameHant: '已辦好',
    text: '您反映的{place}{category}一事，我们已到现场处理，{date}办好。照片附后。感谢您告诉我们。',
    textHant: '您反映的{place}{category}一事，我們已到現場處理，{date}辦好。照片附後。感謝您告訴我們。',
  },
  {
    code: 'finish-planned',
    action: 'finish',
    name: '已列入计划',
    nameHant: '已列入計劃',
    text: '您反映的{place}{category}一事，我们到现场看过。因需要统一施工，已列入计划，最晚{promisedDate}前再向您说明进展。',
    textHant: '您反映的{place}{category}一事，我們到現場看過。因需要統一施工，已列入計劃，最晚{promisedDate}前再向您說明進展。',
  },
  {
    code: 'finish-lamp',
    action: 'finish',
    name: '路灯修好',
    nameHant: '路燈修好',
    text: '{place}的路灯已于{date}修复，当晚检查亮灯正常。如再次熄灭，请告诉我们编号 {number}。',
    textHant: '{place}的路燈已於{date}修復，當晚檢查亮燈正常。如再次熄滅，請告訴我們編號 {number}。',
    bodyCode: 'yuexiu-housing-construction',
  },
  {
    code: 'ask-number',
    action: 'ask',
    name: '请补充灯杆编号',
    nameHant: '請補充燈杆編號',
    text: '请补充离得最近的门牌或灯杆编号，我们好尽快找到。补充后，最晚{promisedDate}前答复您。',
    textHant: '請補充離得最近的門牌或燈杆編號，我們好儘快找到。補充後，最晚{promisedDate}前答覆您。',
    stationNumber: '0001',
  },
  {
    code: 'decline-elsewhere',
    action: 'decline',
    name: '请到别处办',
    nameHant: '請到別處辦',
    text: '您反映的{category}一事不在联络站受理范围内，请照上面的指引办理。如情况有变化，欢迎再告诉{station}。',
    textHant: '您反映的{category}一事不在聯絡站受理範圍內，請照上面的指引辦理。如情況有變化，歡迎再告訴{station}。',
  },
  {
    code: 'bounce-not-ours',
    action: 'bounce',
    name: '不属本单位管养',
    nameHant: '不屬本單位管養',
    text: '经现场核实，{place}的设施不由{body}管养，建议转交管养单位办理。',
    textHant: '經現場核實，{place}的設施不由{body}管養，建議轉交管養單位辦理。',
  },
  {
    code: 'send-back-photo',
    action: 'send_back',
    name: '照片看不出结果',
    nameHant: '照片看不出結果',
    text: '办理后的照片看不出{place}的问题是否解决，请从相同角度补拍后再报。',
    textHant: '辦理後的照片看不出{place}的問題是否解決，請從相同角度補拍後再報。',
  },
  {
    code: 'extend-parts',
    action: 'extend',
    name: '等待配件',
    nameHant: '等待配件',
    text: '{place}需要的配件已下单，到货后当天安装，申请延期。',
    textHant: '{place}需要的配件已下單，到貨後當天安裝，申請延期。',
  },
]

/** Ready words of the demonstration city. */
export function buildAnswerTemplates(): AnswerTemplate[] {
  return DRAFTS.map((draft, index) => ({
    bodyCode: null,
    stationNumber: null,
    ...draft,
    sort: (index + 1) * 10,
    active: true,
  }))
}
