/**
 * First halves of community and village names. They sound like Guangzhou and belong to nobody: which street
 * gets which is drawn by lot, and the notice of the demonstration city says so.
 */
export const COMMUNITY_NAMES: readonly string[] =
  `榕荫 木棉 荔景 云山 珠江 文昌 和兴 广福 永安 兴隆 德政 康乐 怡安 翠竹 金穗 锦绣 东华 西园 南苑 北亭 惠泽 仁和
  福源 百子 书院 状元 龙藏 凤鸣 麒麟 白鹭 海印 江畔 桥东 桥西 水荫 竹丝 紫来 清泉 明月 长堤 春晖 华光 同庆 吉祥
  聚龙 富力 学宫 将军 粤秀 宝岗 鹤洲 碧桂 南洲 松涛 梅园 兰圃 菊城 桂香 莲塘 荷塘`.split(/\s+/)

export const VILLAGE_NAMES: readonly string[] =
  `大塘 新围 上塱 下塱 石湖 莲溪 龙岗 田心 水口 坑口 塘头 西岭 东岭 南社 北村 黄田 高塘 岗尾 沙坪 竹园 荔园 梅岭
  横江 江边 海心 白石 大岭 长湴 茶园 松岗 平岗 新联 联星 联丰 民生 五联 仙溪 古楼 罗溪 福和`.split(/\s+/)
