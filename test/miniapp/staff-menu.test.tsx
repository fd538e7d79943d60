import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { speak } from '@/locale/translate'
import { StaffMenu } from '@/staff/components/staff-menu'
import { placesOf } from '@/staff/state/staff-places'
import { STAFF_ROLES } from '@shared/domain/actor.ts'
import { axeViolations } from '../support/axe'
import { mendJsdom } from '../support/staff-city.ts'
import { navigateTo } from '../support/taro-stub'

beforeAll(mendJsdom)
beforeEach(() => speak('zh-hans'))
afterEach(cleanup)

it.each(STAFF_ROLES)('leads a %s to each page that is theirs, and to no other', async (role) => {
  render(<StaffMenu forRole={role} here="staff-inbox" />)
  fireEvent.click(screen.getByRole('button', { name: '菜单' }))
  const menu = within(screen.getByRole('dialog'))
  expect(menu.getAllByRole('listitem')).toHaveLength(placesOf(role).length)
  expect(menu.queryByText('操作记录') !== null).toBe(role === 'admin')
  expect(await axeViolations()).toEqual([])
})

it('goes where it says', () => {
  render(<StaffMenu forRole="admin" here="staff-inbox" />)
  fireEvent.click(screen.getByRole('button', { name: '菜单' }))
  fireEvent.click(screen.getByRole('link', { name: /操作记录/ }))
  expect(navigateTo).toHaveBeenCalledWith({ url: '/staff/pages/audit-log/index' })
})
