import Taro from '@tarojs/taro'

let online = true

export function isOnline(): boolean {
  return online
}

export function onNetworkChange(tell: (online: boolean) => void): () => void {
  const listener = ({ isConnected }: { isConnected: boolean }) => {
    online = isConnected
    tell(online)
  }
  Taro.onNetworkStatusChange(listener)
  return () => Taro.offNetworkStatusChange(listener)
}

export function onReturn(tell: () => void): () => void {
  Taro.onAppShow(tell)
  return () => Taro.offAppShow(tell)
}
