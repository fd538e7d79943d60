import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { AnswerTemplate } from '@shared/contract/answer-template.ts'
import type { TemplateAction } from '@shared/domain/answer-template.ts'
import { useState } from 'react'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Heading } from '@/kit/heading'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { LoadState } from '@/kit/load-state'
import { Text } from '@/kit/text'
import { listTemplates } from '../../api/office-work'
import { useStaffText } from '../../locale/use-staff-text'
import { useLocale } from '../../state/use-locale'
import { TemplateSheet } from './template-sheet'
import { useVariableWords } from '../../components/words/use-variable-words'

const KEY = ['staff', 'templates']

/** One's own first, each opens to be changed; then those of the whole city. */
export function Templates({ actions }: { actions: readonly TemplateAction[] }) {
  const t = useStaffText()
  const locale = useLocale()
  const queries = useQueryClient()
  const [open, setOpen] = useState<AnswerTemplate | 'new' | null>(null)
  const [done, setDone] = useState('')
  const query = useQuery({
    queryKey: [...KEY, 'all', locale],
    queryFn: ({ signal }) => listTemplates(undefined, signal),
  })
  const show = (one: AnswerTemplate | 'new') => {
    setDone('')
    setOpen(one)
  }
  const saved = (words: string) => {
    setOpen(null)
    setDone(words)
    // The forms offer them too.
    void queries.invalidateQueries({ queryKey: KEY })
  }
  return (
    <Box gap={4}>
      {done && <Banner tone="good">{done}</Banner>}
      <Button kind="primary" block icon="plus" onClick={() => show('new')}>
        {t('staff.templates.new')}
      </Button>
      <LoadState query={query} skeleton={{ look: 'list', rows: 5 }}>
        {({ items }) => (
          <>
            <Part
              title={t('staff.templates.own')}
              none={t('staff.templates.own.none')}
              items={items.filter(({ own }) => own)}
              onOpen={show}
            />
            <Part
              title={t('staff.templates.city')}
              none={t('staff.templates.city.none')}
              items={items.filter(({ own, action }) => !own && actions.includes(action))}
            />
          </>
        )}
      </LoadState>
      {open !== null && (
        <TemplateSheet
          template={open === 'new' ? null : open}
          actions={actions}
          onSaved={saved}
          onClose={() => setOpen(null)}
        />
      )}
    </Box>
  )
}

interface PartProps {
  title: string
  none: string
  items: readonly AnswerTemplate[]
  onOpen?: (one: AnswerTemplate) => void
}

function Part({ title, none, items, onOpen }: PartProps) {
  const t = useStaffText()
  const { shown } = useVariableWords()
  return (
    <Box as="section" gap={2} label={title}>
      <Heading>{title}</Heading>
      {items.length === 0 ? (
        <Text block tone="muted">
          {none}
        </Text>
      ) : (
        <List label={title}>
          {items.map((one) => (
            <ListItem
              key={one.code}
              title={`${t(`staff.do.${one.action}`)} · ${one.name}`}
              note={shown(one.text)}
              onClick={onOpen && (() => onOpen(one))}
            />
          ))}
        </List>
      )}
    </Box>
  )
}
