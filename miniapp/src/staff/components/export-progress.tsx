import { useEffect } from 'react'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Progress } from '@/kit/progress'
import { Text } from '@/kit/text'
import { useStaffText } from '../locale/use-staff-text'
import {
  dropExport,
  findLeftExport,
  pauseExport,
  resumeExport,
  saveExport,
  useExportJob,
} from '../state/export-job'

/** How far a list is that is being taken out; on every page of the staff, as long as there is something to tell. */
export function ExportProgress() {
  const { phase } = useExportJob()
  useEffect(findLeftExport, [])
  if (phase === 'idle') return null
  const isStopped = phase === 'failed' || phase === 'left'
  return (
    <Box className="staff-export-frame">
      {phase === 'done' ? <Done /> : isStopped ? <Stopped /> : <UnderWay />}
    </Box>
  )
}

function UnderWay() {
  const t = useStaffText()
  const { phase, total, rows } = useExportJob()
  const isPaused = phase === 'paused'
  const share = total === 0 ? 0 : Math.min(1, rows / total)
  return (
    <Box as="section" label={t('staff.export.title')} gap={2} className="staff-export">
      <Text block strong>
        {t(isPaused ? 'staff.export.paused' : 'staff.export.running', { n: rows, total })}
      </Text>
      <Progress value={share} label={t('staff.export.title')} />
      <Text block size="small" tone="muted">
        {t('staff.export.leave')}
      </Text>
      <Box row wrap gap={2}>
        {isPaused ? (
          <Button small kind="primary" onClick={() => void resumeExport()}>
            {t('staff.export.resume')}
          </Button>
        ) : (
          <Button small onClick={pauseExport}>
            {t('staff.export.pause')}
          </Button>
        )}
        <Button small kind="ghost" icon="close" onClick={dropExport}>
          {t('staff.export.cancel')}
        </Button>
      </Box>
    </Box>
  )
}

function Done() {
  const t = useStaffText()
  const rows = useExportJob((job) => job.rows)
  const actions = (
    <>
      <Button small icon="download" onClick={saveExport}>
        {t('staff.export.again')}
      </Button>
      <Button small kind="ghost" icon="close" onClick={dropExport}>
        {t('common.close')}
      </Button>
    </>
  )
  return (
    <Banner tone="good" title={t('staff.export.done', { n: rows })} actions={actions}>
      {t('staff.export.note')}
    </Banner>
  )
}

/** The network was gone, or the window: it goes on, or begins anew. */
function Stopped() {
  const t = useStaffText()
  const { phase, rows, total, failure } = useExportJob()
  const actions = (
    <>
      <Button small kind="primary" onClick={() => void resumeExport()}>
        {t(rows > 0 ? 'staff.export.resume' : 'staff.export.anew')}
      </Button>
      <Button small kind="ghost" icon="close" onClick={dropExport}>
        {t('staff.export.cancel')}
      </Button>
    </>
  )
  if (phase === 'left') return <Banner tone="wait" title={t('staff.export.left')} actions={actions} />
  return (
    <Banner tone="bad" title={t('staff.export.failed', { n: rows, total })} actions={actions}>
      {failure}
    </Banner>
  )
}
