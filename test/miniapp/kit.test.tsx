import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { usePreferences } from '@/state/preferences'
import { axeViolations } from '../support/axe'
import { EveryControl } from './every-control'

const kit = path.resolve(import.meta.dirname, '../../miniapp/src/kit')

beforeAll(() => {
  // jsdom knows <dialog> but cannot open it.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function close() {
    this.open = false
  }
})
beforeEach(() => usePreferences.setState({ locale: 'zh-hans', elder: false, elderSize: 22 }))
afterEach(cleanup)

describe('every control of the kit', () => {
  it('has no axe violation', async () => {
    render(<EveryControl />)
    expect(await axeViolations()).toEqual([])
  })

  it('has none with an error summary and an open sheet either', async () => {
    render(<EveryControl />)
    fireEvent.click(screen.getByRole('button', { name: '提交' }))
    fireEvent.click(screen.getByRole('button', { name: '打开' }))
    expect(screen.getByRole('dialog', { name: '评价' })).toBeTruthy()
    expect(await axeViolations()).toEqual([])
  })

  it('is made of native elements, so that the keyboard works', () => {
    const { container } = render(<EveryControl />)
    const roles = 'button, a[href], input, select, textarea, summary, [role=tab], [role=tabpanel]'
    const reachable = [...container.querySelectorAll<HTMLElement>(roles)]
    expect(reachable.length).toBeGreaterThan(30)
    const clickable = [...container.querySelectorAll('[onclick], [role=button]')]
    expect(clickable).toEqual([])
  })
})

describe('forms', () => {
  it('give the focus to the error summary, and from there to the field', () => {
    render(<EveryControl />)
    fireEvent.submit(screen.getByRole('form', { name: '反映' }))
    const summary = screen.getByText('还有 1 处需要改一改').closest<HTMLElement>('[role=alert]')
    if (!summary) throw new Error('a summary is expected')
    expect(document.activeElement).toBe(summary)
    Element.prototype.scrollIntoView = () => undefined
    fireEvent.click(within(summary).getByRole('link', { name: '请写下称呼' }))
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '称呼' }))
  })

  it('tie hint and error to the field', () => {
    render(<EveryControl />)
    fireEvent.submit(screen.getByRole('form', { name: '反映' }))
    const field = screen.getByRole('textbox', { name: '称呼' })
    expect(field.getAttribute('aria-invalid')).toBe('true')
    const words = field
      .getAttribute('aria-describedby')
      ?.split(' ')
      .map((id) => document.getElementById(id)?.textContent)
    expect(words).toEqual(['怎么称呼您', '请写下称呼'])
  })

  it('count characters, not code units, and keep what is too long', () => {
    render(<EveryControl />)
    const field = screen.getByRole('textbox', { name: /说说看/ })
    fireEvent.change(field, { target: { value: '𠮷'.repeat(21) } })
    expect((field as HTMLTextAreaElement).value).toHaveLength(42)
    expect(screen.getByText('超出 1 个字')).toBeTruthy()
  })

  it('choose one radio button of a group', () => {
    render(<EveryControl />)
    const group = screen.getByRole('group', { name: '哪一类' })
    fireEvent.click(within(group).getByRole('radio', { name: /绿化/ }))
    const chosen = within(group)
      .getAllByRole<HTMLInputElement>('radio')
      .filter((radio) => radio.checked)
    expect(chosen.map((radio) => radio.value)).toEqual(['tree'])
  })
})

describe('windows', () => {
  it('moves between tabs with the arrow keys, around the ends', () => {
    render(<EveryControl />)
    const [first, second] = screen.getAllByRole('tab')
    if (!first || !second) throw new Error('two tabs are expected')
    first.focus()
    fireEvent.keyDown(first, { key: 'ArrowLeft' })
    expect(second.getAttribute('aria-selected')).toBe('true')
    expect(document.activeElement).toBe(second)
    fireEvent.keyDown(second, { key: 'Home' })
    expect(document.activeElement).toBe(first)
    expect(second.tabIndex).toBe(-1)
  })

  it('gives the focus back to what opened a sheet', () => {
    render(<EveryControl />)
    const opener = screen.getByRole('button', { name: '打开' })
    opener.focus()
    fireEvent.click(opener)
    fireEvent.click(screen.getAllByRole('button', { name: '关闭' }).at(-1) as HTMLElement)
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(document.activeElement).toBe(opener)
  })

  it('does nothing when a busy button is pressed', () => {
    render(<EveryControl />)
    const busy = screen.getByRole('button', { name: '正在提交' })
    expect(busy.getAttribute('aria-disabled')).toBe('true')
    expect((busy as HTMLButtonElement).disabled).toBe(false)
  })
})

describe('elder mode', () => {
  it('is one class at the root, with its size', () => {
    usePreferences.setState({ elder: true, elderSize: 26 })
    const { container } = render(<EveryControl />)
    expect(container.querySelector('.k-root.elder.k-size-26')).toBeTruthy()
  })
})

describe('the two targets', () => {
  const exported = (file: string) =>
    [...readFileSync(path.join(kit, file), 'utf8').matchAll(/^export (?:function|const|class) (\w+)/gm)].map(
      ([, name]) => name,
    )
  const pairs = readdirSync(kit).filter((file) => /\.weapp\.tsx?$/.test(file))

  it.each(pairs)('%s exports what its plain file exports', (file) => {
    expect(exported(file).toSorted()).toEqual(exported(file.replace('.weapp', '')).toSorted())
  })
})
