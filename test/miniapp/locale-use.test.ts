import { describe, expect, it } from 'vitest'
import { zhHans } from '@/locale/zh-hans'
import { staffZhHans } from '@/staff/locale/zh-hans'
import { contentOf, filesIn } from '../support/source-files.ts'

const SOURCES = filesIn('miniapp/src').filter(
  (file) => /\.tsx?$/.test(file) && !/\/locale\/(en|zh-han[st])[./]/.test(file),
)
const words = SOURCES.map(contentOf).join('\n')

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** Keys that stand in the code as they are. */
const literal = new Set([...words.matchAll(/'([a-z][\w-]*(?:\.[\w-]+)+)'/g)].map(([, key]) => key))
/** Keys that are put together: each hole of a template stands for anything. */
const built = [...words.matchAll(/`([a-z][\w-]*\.[^`\n]*\$\{[^`\n]*)`/g)].map(([, template = '']) => {
  const parts = template.split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/).map(escaped)
  return new RegExp(`^${parts.join('.+')}$`)
})

/** Texts that nothing on any screen says. */
function unused(keys: readonly string[]): string[] {
  return keys.filter((key) => !literal.has(key) && !built.some((pattern) => pattern.test(key)))
}

describe('every text', () => {
  it('of the residents is said somewhere', () => expect(unused(Object.keys(zhHans))).toEqual([]))
  it('of the staff is said somewhere', () => expect(unused(Object.keys(staffZhHans))).toEqual([]))

  it('that nothing says would be noticed', () => {
    expect(built.length).toBeGreaterThan(20)
    expect(unused(['home.nobody-says-this'])).toEqual(['home.nobody-says-this'])
  })
})
