/** Why there is no position: the person said no, or the device could not tell. */
export class LocationFailure extends Error {
  constructor(readonly reason: 'denied' | 'unavailable') {
    super(reason)
    this.name = 'LocationFailure'
  }
}
