import { focusManager, onlineManager, QueryClient } from '@tanstack/react-query'
import { isOnline, onNetworkChange, onReturn } from '@/platform/network'
import { ApiError } from './api-error'

/** What was read from the API, shared by all screens. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // A call that cannot leave fails at once and says so; nothing waits silently.
      networkMode: 'always',
      retry: (failures, error) => failures < 1 && error instanceof ApiError && error.isNetwork,
      refetchOnWindowFocus: true,
      refetchOnReconnect: true,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

// A mini program has neither window focus nor online events: both come from the platform.
focusManager.setEventListener((tell) => onReturn(() => tell()))
onlineManager.setEventListener((tell) => {
  // The library believes that there is one: an app opened without would not ask again when it comes.
  tell(isOnline())
  return onNetworkChange(tell)
})
