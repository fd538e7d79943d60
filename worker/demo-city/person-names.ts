import type { SeededRandom } from './seeded-random.ts'
import { toTraditional } from './traditional.ts'

/** Surnames as Guangdong has them; the frequent ones stand here more than once. */
const SURNAMES = [
  ...'陈陈陈陈陈梁梁梁黄黄黄黄李李李李林林何何张张刘刘吴吴罗罗冯谭麦邓郑谢曾叶苏潘郭杨周徐朱蔡许邝关霍卢钟温彭江黎胡简区欧方邱石庞凌',
]
/**
 * Given names are drawn in two halves. Characters that would compose a name the papers know
 * (国, 家, 兆, 慧, 雅, 碧 and others) were left out on purpose: no deputy here is anybody.
 */
const GIVEN_NAMES = [
  { first: [...'志永嘉浩锦铭启绍润伟庆树景泽子'], second: [...'强辉荣昌铿添材权泉浓钊棠洪坚培'] },
  {
    first: [...'淑玉秀婉思惠佩美月宝素妙巧静彩颖桂'],
    second: [...'仪珍霞芳萍娟燕莹琼婷嫦容贞好妍仙芬盈苗荷'],
  },
]

/** A made-up name that is not in `taken` yet, in both scripts. */
export function makeUpName(taken: Set<string>, random: SeededRandom): { name: string; nameHant: string } {
  const { first, second } = random.pick(GIVEN_NAMES)
  const name = random.pick(SURNAMES) + random.pick(first) + random.pick(second)
  if (taken.has(name)) return makeUpName(taken, random)
  taken.add(name)
  return { name, nameHant: toTraditional(name) }
}
