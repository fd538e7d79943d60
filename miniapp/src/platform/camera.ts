/** Why there is no picture: the person or the site said no, or there is no camera. */
export type CameraProblem = 'denied' | 'none'

export class CameraFailure extends Error {
  readonly problem: CameraProblem

  constructor(problem: CameraProblem) {
    super(problem)
    this.problem = problem
    this.name = 'CameraFailure'
  }
}

/**
 * The camera at the back, as a stream; end it with `closeCamera`.
 * @throws CameraFailure
 */
export async function openCamera(): Promise<MediaStream> {
  // Absent where the page was not loaded over https.
  const devices = navigator.mediaDevices as MediaDevices | undefined
  if (!devices?.getUserMedia) throw new CameraFailure('none')
  try {
    return await devices.getUserMedia({
      audio: false,
      video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } },
    })
  } catch (error) {
    throw new CameraFailure((error as Error).name === 'NotAllowedError' ? 'denied' : 'none')
  }
}

export function closeCamera(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop()
}
