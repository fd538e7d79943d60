import { pinyin } from 'pinyin-pro'

/** The syllables of a name in Hanyu Pinyin without tones: '北京街' gives bei, jing, jie. What is no Chinese is one. */
export function syllablesOf(name: string): string[] {
  return pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).map((syllable) =>
    syllable.replaceAll(/\s+/g, '').toLowerCase(),
  )
}

/**
 * How a name is spelled in Hanyu Pinyin without tones, and the initials of its syllables: '北京街' gives
 * 'beijingjie bjj'. What is not Chinese stays as it is, in lower case. Never empty for a name that is not.
 */
export function spellName(name: string): string {
  const syllables = syllablesOf(name)
  return `${syllables.join('')} ${syllables.map((syllable) => syllable.slice(0, 1)).join('')}`
}

/** How a station sounds: its name, and the address by which people know where it is. */
export function spellStation({ name, address }: { name: string; address: string }): string {
  return `${spellName(name)} ${spellName(address)}`
}
