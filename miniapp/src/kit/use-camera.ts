import { type RefObject, useEffect, useRef, useState } from 'react'
import { CameraFailure, type CameraProblem, closeCamera, openCamera } from '@/platform/camera'
import { readCode } from '@/platform/read-code'
import { useInFront } from '@/platform/use-in-front'

/** Between two looks, ms: a hand holds still longer. */
const EVERY = 250

/** Whether the camera is on its way, looking, or why not. */
export type CameraState = 'opening' | 'looking' | CameraProblem

/**
 * Shows the camera in the `<video>` it gives the ref of while the page is in front and tells every code that it sees, once in a row. Off as soon
 * as the page is left: a light that stays on frightens people.
 */
export function useCamera(onText: (text: string) => void): {
  state: CameraState
  video: RefObject<HTMLVideoElement>
} {
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<CameraState>('opening')
  const inFront = useInFront()
  useEffect(() => {
    const screen = video.current
    if (!inFront || !screen) return
    let over = false
    let stream: MediaStream | null = null
    let timer: ReturnType<typeof setTimeout>
    let last: string | null = null
    const look = async () => {
      const text = await readCode(screen)
      if (over) return
      if (text !== null && text !== last) onText(text)
      last = text ?? last
      timer = setTimeout(() => void look(), EVERY)
    }
    const begin = async () => {
      try {
        stream = await openCamera()
        if (over) return closeCamera(stream)
        screen.srcObject = stream
        await screen.play()
        setState('looking')
        await look()
      } catch (error) {
        // Left while it was opening: the browser interrupts the playing.
        if (!over) setState(error instanceof CameraFailure ? error.problem : 'none')
      }
    }
    void begin()
    return () => {
      over = true
      clearTimeout(timer)
      closeCamera(stream)
    }
  }, [inFront, onText])
  return { state, video }
}
