import Taro from '@tarojs/taro'
import type { Position } from './location'
import { LocationFailure } from './location-failure'

export async function locate(): Promise<Position> {
  try {
    // wgs84 is what the API speaks; only the <map> component wants GCJ-02.
    const { latitude, longitude, accuracy } = await Taro.getLocation({ type: 'wgs84', isHighAccuracy: true })
    return { lat: latitude, lng: longitude, accuracy }
  } catch (error) {
    const message = (error as { errMsg?: string }).errMsg ?? ''
    throw new LocationFailure(/auth|deny|denied/.test(message) ? 'denied' : 'unavailable')
  }
}
