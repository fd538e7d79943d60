import type { ShownCase } from '@shared/contract/reform-case.ts'
import { useState } from 'react'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { ShareButton } from '@/kit/share-button'
import { useText } from '@/locale/use-text'
import { type CanvasPicture, makePicture } from '@/platform/canvas-picture'
import { publicAddress } from '@/platform/public-address'
import { qrModules } from '@/platform/qr-code'
import { useCaseTitle } from '../case-card/use-case-title'
import { coverFigure } from '../case-cover/cover-figure'
import { coverDrawings } from '../case-cover/drawings/cover-drawings'
import { PictureSheet } from '../drawn-picture/picture-sheet'
import { CARD_SIZE, drawCaseCard } from './draw-case-card'

/** A case to send on: as a link, and as a picture with the code that leads to it. */
export function CaseShare({ reformCase }: { reformCase: ShownCase }) {
  const t = useText()
  const title = useCaseTitle(reformCase)
  const { slug, lead, summary, figures, source } = reformCase
  const [picture, setPicture] = useState<CanvasPicture | null>(null)
  const [failed, setFailed] = useState(false)
  const make = async () => {
    setFailed(false)
    const address = publicAddress('case', { slug })
    const modules = address === null ? null : await qrModules(address)
    const figure = coverFigure(slug, figures)
    const words = {
      head: `${t('app.name')} · ${t('cases.title')}`,
      title,
      lead,
      summary,
      figure: figure && { text: figure.text, label: figure.label },
      scan: t('case-share.scan'),
      source: source.publisher,
    }
    setPicture(
      await makePicture(CARD_SIZE, (pen) => drawCaseCard(pen, words, coverDrawings[slug] ?? [], modules)),
    )
  }
  return (
    <Box as="section" label={t('case-share.title')} row wrap gap={2}>
      <ShareButton shared={{ title: t('case-share.send', { title }), to: 'case', query: { slug } }} />
      <Button icon="photo" onClick={() => void make().catch(() => setFailed(true))}>
        {t('case-share.make')}
      </Button>
      {failed && <Banner tone="bad">{t('case-share.failed')}</Banner>}
      {picture && (
        <PictureSheet
          picture={picture}
          name={`mashang-${slug}.png`}
          title={t('case-share.title')}
          alt={t('case-share.alt', { title })}
          save={t('case-share.save')}
          saved={t('case-share.saved')}
          failed={t('case-share.save.failed')}
          onClose={() => setPicture(null)}
        />
      )}
    </Box>
  )
}
