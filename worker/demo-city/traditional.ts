/**
 * Simplified to Traditional for the words of the demonstration city, and for them alone: 217 characters and the
 * words in which a character goes another way. Taken once from opencc-js (cn to hk, with the
 * usual 啟, 衛 and 峰); a test compares every name with it, so that a new word without its character is noticed.
 */
const CHARACTERS = new Map(
  `
  碍礙 办辦 宝寶 报報 边邊 编編 标標 残殘 厕廁 层層 厂廠 场場 车車 陈陳 虫蟲 厨廚 处處 传傳 从從 单單 党黨 灯燈 邓鄧 递遞 点點 电電 东東 队隊 儿兒 饭飯
  飞飛 费費 丰豐 冯馮 凤鳳 妇婦 负負 盖蓋 干幹 岗崗 个個 宫宮 关關 馆館 广廣 号號 鹤鶴 横橫 后後 护護 华華 话話 坏壞 环環 黄黃 晖暉 辉輝 会會 浑渾 间間 机機
  积積 几幾 计計 记記 坚堅 监監 简簡 见見 将將 锦錦 进進 经經 静靜 军軍 开開 课課 铿鏗 邝鄺 来來 兰蘭 缆纜 乐樂 类類 离離 里裏 莲蓮 联聯 练練 两兩 疗療
  岭嶺 刘劉 龙龍 楼樓 卢盧 鹭鷺 绿綠 乱亂 轮輪 罗羅 络絡 吗嗎 麦麥 贸貿 么麼 没沒 门門 鸣鳴 铭銘 难難 农農 浓濃 欧歐 庞龐 启啟 气氣 强強 墙牆 桥橋 请請
  庆慶 琼瓊 区區 权權 荣榮 软軟 润潤 绍紹 设設 谁誰 声聲 师師 时時 视視 书書 树樹 丝絲 苏蘇 损損 态態 谭譚 涛濤 题題 体體 条條 铁鐵 头頭 图圖 围圍 违違
  伟偉 卫衛 闻聞 问問 无無 吴吳 务務 现現 线線 乡鄉 写寫 谢謝 兴興 绣繡 许許 学學 压壓 烟煙 杨楊 养養 样樣 药藥 业業 叶葉 医醫 仪儀 遗遺 议議 异異 荫蔭
  银銀 饮飲 隐隱 婴嬰 莹瑩 营營 颖穎 与與 员員 园園 愿願 粤粵 云雲 泽澤 责責 盏盞 占佔 张張 长長 钊釗 贞貞 镇鎮 征徵 郑鄭 执執 职職 质質 钟鍾 种種 筑築
  专專 砖磚 装裝 状狀 坠墜 综綜
`
    .trim()
    .split(/\s+/)
    .map((pair) => [...pair] as [string, string]),
)

const PHRASES: ReadonlyMap<string, string> = new Map([
  ['松动', '鬆動'],
  ['制衣', '製衣'],
])
const LONGEST_FIRST = new RegExp([...PHRASES.keys()].join('|'), 'g')

export function toTraditional(text: string): string {
  const phrased = text.replace(LONGEST_FIRST, (phrase) => PHRASES.get(phrase) ?? phrase)
  return [...phrased].map((character) => CHARACTERS.get(character) ?? character).join('')
}
