import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'

type Scheme = 'light' | 'dark'

export function useColorScheme(): Scheme {
  const [scheme, setScheme] = useState<Scheme>(() =>
    Taro.getAppBaseInfo().theme === 'dark' ? 'dark' : 'light',
  )
  useEffect(() => {
    const follow = ({ theme }: { theme: string }) => setScheme(theme === 'dark' ? 'dark' : 'light')
    Taro.onThemeChange(follow)
    return () => Taro.offThemeChange(follow)
  }, [])
  return scheme
}
