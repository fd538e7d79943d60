/**
 * What people type who do not know a case's title: everyday words for it, in Simplified. By slug; chosen by hand, for
 * the search alone, and shown nowhere.
 */
export const CASE_KEYWORDS: Readonly<Record<string, readonly string[]>> = {
  'credit-for-utilities': ['报装', '用电', '用水', '煤气', '燃气', '开店', '信用报告', '水电气'],
  'police-one-window': ['派出所', '警察', '身份证', '户籍', '户口', '办证', '综合窗口'],
  'people-voice-by-code': ['扫码', '二维码', '联络站', '提意见', '投诉', '建议', '反映'],
  'childcare-network': ['托儿所', '幼儿园', '托管', '婴儿', '幼儿', '带娃', '宝宝', '小孩', '三岁', '生育'],
  'better-homes': ['买房', '房产证', '不动产', '规划', '小区', '住宅', '楼盘'],
  'seamless-medical-payment': ['医院', '医保', '缴费', '排队', '门诊', '看病', '医疗'],
  'campus-city-partnership': ['大学', '高校', '师生', '实习', '人才', '科研'],
  'project-partner': ['工厂', '开工', '审批', '投产', '建设', '容缺'],
  'hong-kong-macao-tax-bridge': ['香港', '澳门', '个税', '社保', '大湾区', '减税', '纳税'],
  'self-funded-rebuilding': ['危房', '旧楼', '拆旧建新', '重建', '加装电梯', '业主', '自建房'],
  'high-school-places': ['普高', '中考', '升学', '上学', '学校', '读书', '高中'],
  'elderly-canteens': ['老人', '食堂', '吃饭', '助餐', '养老', '敬老', '配餐', '社区饭堂'],
  'deputy-snapshot': ['拍照', '照片', '人大', '交办', '监督', '投诉'],
  'old-property-renewal': ['旧厂房', '园区', '闲置', '活化', '盘活', '旧改'],
  'smallest-emergency-circle': ['消防', '火灾', '救援', '城中村', '电动车', '灭火', '应急'],
  'village-gala': ['农村', '春晚', '乡村', '旅游', '表演', '演出', '直播', '烧鸡', '非遗'],
  'three-plus-x-investment': ['招商', '投资', '项目', '首席服务官', '营商环境'],
  'policy-payout': ['补贴', '补助', '免申即享', '惠企', '奖励', '奖金', '资金'],
  'historic-quarters': ['老街', '骑楼', '西关', '永庆坊', '古建筑', '微改造', '旧城'],
  'one-yuan-clinic': ['医院', '村医', '卫生站', '挂号', '一块钱', '乡村', '看病', '打针'],
  'talent-group': ['住房', '公寓', '子女', '入学', '创业', '落户', '招聘'],
}
