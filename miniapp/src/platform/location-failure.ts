/** Why there is no position: the person said no, or the device could not tell. */
export class LocationFailure extends Error {
  readonly reason: 'denied' | 'unavailable'

  constructor(reason: 'denied' | 'unavailable') {
    super(reason)
    this.reason = reason
    this.name = 'LocationFailure'
  }
}
