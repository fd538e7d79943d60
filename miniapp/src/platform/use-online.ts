import { useEffect, useState } from 'react'
import { isOnline, onNetworkChange } from './network'

/** Whether the device has a network now; the component follows. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(isOnline)
  useEffect(() => onNetworkChange(setOnline), [])
  return online
}
