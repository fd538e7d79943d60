import { useText } from '@/locale/use-text'
import { readCodeInFile } from '@/platform/read-code'
import { FilePick } from './file-pick'
import { useCamera } from './use-camera'

export interface CodeReaderProps {
  /** what it read, of whatever kind; the same function on every render */
  onText: (text: string) => void
  /** the picture that was chosen has no code */
  onNothing: () => void
}

/** Reads QR codes with the camera, or in a picture from the album. */
export function CodeReader({ onText, onNothing }: CodeReaderProps) {
  const t = useText()
  const { state, video } = useCamera(onText)
  return (
    <div className="k-reader">
      <div className={state === 'looking' ? 'k-reader-frame' : 'k-reader-frame k-reader-dark'}>
        <video className="k-reader-video" ref={video} muted playsInline aria-hidden="true" />
        <output className="k-reader-words">{t(`scan.camera.${state}`)}</output>
      </div>
      <FilePick
        label={t('scan.album')}
        source="album"
        onPick={([image]) => {
          if (!(image?.file instanceof Blob)) return
          void readCodeInFile(image.file).then((text) => (text === null ? onNothing() : onText(text)))
        }}
      />
    </div>
  )
}
