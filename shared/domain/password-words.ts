/** Words of a list, one blank or line end between them. */
function wordsOf(list: string): readonly string[] {
  return list.trim().split(/\s+/)
}

/**
 * What this city is called, whole and in parts, as people write it into a password: Guangzhou, its 11 districts and its
 * 176 streets and towns, without the word for what they are. A test holds them equal to the demonstration city's.
 */
export const PLACE_WORDS: readonly string[] = wordsOf(`
  广州 广州市 广东 羊城 花城 穗城 广府 guangzhou guangzhoushi guangdong canton yangcheng huacheng
  荔湾 越秀 海珠 天河 白云 黄埔 番禺 花都 南沙 从化 增城
  liwan yuexiu haizhu tianhe baiyun huangpu panyu huadu nansha conghua zengcheng
  沙面 岭南 华林 多宝 昌华 逢源 龙津 金花 彩虹 南源 西村 站前 桥中 白鹤洞 冲口 花地 石围塘 茶滘 东漖
  海龙 东沙 中南 洪桥 北京 六榕 流花 光塔 人民 东山 农林 梅花村 黄花岗 华乐 建设 大塘 珠光 大东 白云
  登峰 矿泉 赤岗 新港 昌岗 江南中 滨江 素社 海幢 南华西 龙凤 沙园 南石头 凤阳 瑞宝 江海 琶洲 南洲 华洲
  官洲 五山 员村 车陂 沙河 石牌 沙东 天河南 林和 兴华 棠下 天园 猎德 冼村 元岗 黄村 长兴 龙洞 凤凰 前进
  珠吉 新塘 三元里 松洲 景泰 同德 黄石 棠景 新市 同和 京溪 永平 嘉禾 均禾 石井 金沙 云城 鹤龙 白云湖
  石门 龙归 大源 人和 太和 钟落潭 江高 黄埔 红山 鱼珠 大沙 文冲 穗东 南岗 长洲 夏港 萝岗 云埔 联和 永和
  长岭 九佛 龙湖 新龙 市桥 沙头 东环 桥南 小谷围 大石 洛浦 石壁 钟村 大龙 沙湾 南村 新造 化龙 石楼 石碁
  新华 花城 秀全 新雅 梯面 花山 花东 炭步 赤坭 狮岭 南沙 珠江 龙穴 万顷沙 横沥 黄阁 东涌 大岗 榄核 街口
  江埔 城郊 温泉 良口 吕田 太平 鳌头 荔城 增江 朱村 永宁 荔湖 宁西 石滩 中新 正果 派潭 小楼 仙村
  shamian lingnan hualin duobao changhua fengyuan longjin jinhua caihong nanyuan xicun zhanqian
  qiaozhong baihedong chongkou huadi shiweitang chajiao dongjiao hailong dongsha zhongnan hongqiao
  beijing liurong liuhua guangta renmin dongshan nonglin meihuacun huanghuagang huale jianshe datang
  zhuguang dadong baiyun dengfeng kuangquan chigang xingang changgang jiangnanzhong binjiang sushe
  haichuang nanhuaxi longfeng shayuan nanshitou fengyang ruibao jianghai pazhou nanzhou huazhou
  guanzhou wushan yuancun chebei shahe shipai shadong tianhenan linhe xinghua tangxia tianyuan liede
  xiancun yuangang huangcun changxing longdong fenghuang qianjin zhuji xintang sanyuanli songzhou
  jingtai tongde huangshi tangjing xinshi tonghe jingxi yongping jiahe junhe shijing jinsha yuncheng
  helong baiyunhu shimen longgui dayuan renhe taihe zhongluotan jianggao huangpu hongshan yuzhu dasha
  wenchong suidong nangang changzhou xiagang luogang yunpu lianhe yonghe changling jiufo longhu
  xinlong shiqiao shatou donghuan qiaonan xiaoguwei dashi luopu shibi zhongcun dalong shawan nancun
  xinzao hualong shilou shiqi xinhua huacheng xiuquan xinya timian huashan huadong tanbu chini shiling
  nansha zhujiang longxue wanqingsha hengli huangge dongchong dagang lanhe jiekou jiangpu chengjiao
  wenquan liangkou lyutian taiping aotou licheng zengjiang zhucun yongning lihu ningxi shitan zhongxin
  zhengguo paitan xiaolou
`)

/** What the product and the offices that use it are called. */
export const OFFICE_WORDS: readonly string[] = wordsOf(`
  码上 民意码上说 随手拍 联络站 人大 代表 政府 街道 社区 居委会 办公室 督办 主任
  mashang minyi shuo suishoupai lianluozhan renda daibiao zhengfu jiedao shequ juweihui bangongshi duban zhuren demo
`)

/** What the world's lists of leaked passwords begin with, in English, pinyin and Chinese. */
export const COMMON_WORDS: readonly string[] = wordsOf(`
  password passwd passw passwort pass pwd admin administrator root user guest test default changeme change welcome
  hello login letmein access secret master system server service manager office company qwerty asdf iloveyou love
  sunshine princess football baseball basketball superman batman monkey dragon shadow michael jordan charlie jessica
  freedom whatever trustno starwars pokemon computer internet samsung google wechat weixin huawei summer winter
  spring autumn correct horse battery staple opensesame maytheforce bewithyou thequickbrownfox tobeornottobe
  mima wodemima woaini woai aini wojia baobao laopo laogong zhongguo china beijing shanghai xiaoming
  nihao wangluo diannao gongzuo shengri fuck
  密码 我的密码 管理员 我爱你 爱你 中国 北京 上海 你好 工作 电脑 网络 生日 宝宝 老婆 老公 一路发 发发发
`)

/** Neighbours on a keyboard and in the alphabet. */
export const RUNS: readonly string[] = wordsOf(`
  01234567890123456789 abcdefghijklmnopqrstuvwxyz qwertyuiopasdfghjklzxcvbnm
  1q2w3e4r5t6y7u8i9o0p 1qaz2wsx3edc4rfv5tgb6yhn7ujm qazwsxedcrfvtgbyhnujmikolp qweasdzxc
  一二三四五六七八九十
`)
