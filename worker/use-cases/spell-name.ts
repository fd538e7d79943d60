import { pinyin } from 'pinyin-pro'

/**
 * How a name is spelled in Hanyu Pinyin without tones, and the initials of its syllables: '北京街' gives
 * 'beijingjie bjj'. What is not Chinese stays as it is, in lower case. Never empty for a name that is not.
 */
export function spellName(name: string): string {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).map(
    (syllable) => syllable.replaceAll(/\s+/g, '').toLowerCase(),
  )
  return `${syllables.join('')} ${syllables.map((syllable) => syllable.slice(0, 1)).join('')}`
}
