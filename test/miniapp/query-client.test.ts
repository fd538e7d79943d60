import { onlineManager } from '@tanstack/react-query'
import { expect, it, vi } from 'vitest'

it('an app that was opened without a network asks again by itself when there is one', async () => {
  const device = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  const { queryClient } = await import('@/api/query-client')
  queryClient.mount()
  const changed = vi.fn<(online: boolean) => void>()
  onlineManager.subscribe(changed)
  expect(onlineManager.isOnline()).toBe(false)
  device.mockReturnValue(true)
  window.dispatchEvent(new Event('online'))
  expect(changed).toHaveBeenCalledWith(true)
  queryClient.unmount()
})
