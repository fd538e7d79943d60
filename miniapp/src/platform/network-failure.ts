/** The request never got an answer; what the server answers, good or bad, is not a failure of the network. */
export class NetworkFailure extends Error {
  readonly reason: 'offline' | 'timeout' | 'aborted'

  constructor(reason: 'offline' | 'timeout' | 'aborted') {
    super(reason)
    this.reason = reason
    this.name = 'NetworkFailure'
  }
}
