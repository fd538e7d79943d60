export interface LiveRegionProps {
  /** said aloud whenever it changes; '' says nothing */
  message: string
  /** interrupts what is being read */
  urgent?: boolean
}

/** For screen readers only: what those who see the page see anyway. Keep it mounted. */
export function LiveRegion({ message, urgent }: LiveRegionProps) {
  return (
    <div className="k-hidden" role={urgent ? 'alert' : 'status'} aria-live={urgent ? 'assertive' : 'polite'}>
      {message}
    </div>
  )
}
