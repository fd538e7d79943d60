import type { ReactNode } from 'react'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Heading } from '@/kit/heading'
import { canPrint, printPage } from '@/platform/print'
import { useStaffText } from '../locale/use-staff-text'

interface PaperProps {
  /** names it for screen readers */
  label: string
  children: ReactNode
}

/** A sheet that is read on a screen and printed on A4: nothing else of the page goes onto paper. */
export function Paper({ label, children }: PaperProps) {
  return (
    <Box as="section" className="paper" label={label}>
      {children}
    </Box>
  )
}

interface OffPaperProps {
  /** what the way to the printer is called, where it is no finished document */
  print?: string
  children: ReactNode
}

/** What belongs to the screen alone: choices, forms, the way to the printer. */
export function OffPaper({ print, children }: OffPaperProps) {
  const t = useStaffText()
  return (
    <Box gap={4} className="off-paper">
      {children}
      {canPrint && (
        <Button kind="primary" block icon="print" onClick={printPage}>
          {print ?? t('staff.paper.print')}
        </Button>
      )}
    </Box>
  )
}

/** A numbered part of a document. */
export function PaperPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box gap={3} className="paper-section">
      <Heading level={3} className="paper-part">
        {title}
      </Heading>
      {children}
    </Box>
  )
}
