import Taro from '@tarojs/taro'

let online = true

export function isOnline(): boolean {
  return online
}

export function onNetworkChange(tell: (online: boolean) => void): () => void {
  let listens = true
  const listener = ({ isConnected }: { isConnected: boolean }) => {
    online = isConnected
    if (listens) tell(online)
  }
  Taro.onNetworkStatusChange(listener)
  // WeChat tells of changes only: an app that is opened without a network would never hear of it.
  Taro.getNetworkType({
    success: ({ networkType }) => {
      const isConnected = networkType !== 'none'
      if (isConnected !== online) listener({ isConnected })
    },
  })
  return () => {
    listens = false
    Taro.offNetworkStatusChange(listener)
  }
}

export function onReturn(tell: () => void): () => void {
  Taro.onAppShow(tell)
  return () => Taro.offAppShow(tell)
}
