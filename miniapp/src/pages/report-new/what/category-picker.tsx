import type { Category } from '@shared/contract/category.ts'
import { useState } from 'react'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Card } from '@/kit/card'
import { Field } from '@/kit/field'
import { Heading } from '@/kit/heading'
import { Icon } from '@/kit/icon'
import type { IconName } from '@/kit/icon-paths'
import { iconNames } from '@/kit/icon-paths'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { LiveRegion } from '@/kit/live-region'
import { Pressable } from '@/kit/pressable'
import { Text } from '@/kit/text'
import { TextField } from '@/kit/text-field'
import { useText } from '@/locale/use-text'
import { focusOnId, scrollToId } from '@/platform/scroll'
import { type CategoryGroup, findCategories, groupsOf } from './find-category'

/** The city names its icons; one we have not drawn gets a plain flag. */
function iconOf(name: string): IconName {
  return iconNames.find((known) => known === name) ?? 'flag'
}

interface CategoryPickerProps {
  categories: readonly Category[]
  chosen: Category | undefined
  error?: string
  onChoose: (code: string) => void
}

/** Words or a picture lead to the kind of matter; what was chosen folds into one line. */
export function CategoryPicker({ categories, chosen, error, onChoose }: CategoryPickerProps) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const [groupCode, setGroupCode] = useState('')
  const group = groupsOf(categories).find(({ code }) => code === groupCode)
  const choose = (code: string) => {
    setTyped('')
    setGroupCode('')
    onChoose(code)
    // The button that was pressed is gone with the list.
    setTimeout(() => focusOnId('category'), 0)
  }
  if (chosen) return <Chosen category={chosen} onChange={() => onChoose('')} />
  const open = (code: string) => {
    setGroupCode(code)
    setTimeout(() => scrollToId('category-group'), 0)
  }
  return (
    <Box gap={4}>
      <TextField
        id="category"
        type="search"
        autoComplete="off"
        label={t('report-new.category.search')}
        hint={t('report-new.category.search.hint')}
        error={error}
        value={typed}
        onChange={setTyped}
      />
      {typed.trim() !== '' && <Found found={findCategories(categories, typed)} onChoose={choose} />}
      {group ? (
        <InGroup group={group} categories={categories} onChoose={choose} onBack={() => setGroupCode('')} />
      ) : (
        <Groups groups={groupsOf(categories)} onOpen={open} />
      )}
    </Box>
  )
}

function Chosen({ category, onChange }: { category: Category; onChange: () => void }) {
  const t = useText()
  return (
    <Card look="tint">
      <Box row gap={3} align="center">
        <Icon name={iconOf(category.icon)} size="large" className="what-chosen-icon" />
        <Box grow>
          <Text block size="small" tone="muted">
            {category.group.name}
          </Text>
          <Text block strong>
            {category.name}
          </Text>
        </Box>
        <Button
          id="category"
          small
          label={`${t('common.change')} ${t('report-new.category')}`}
          onClick={onChange}
        >
          {t('common.change')}
        </Button>
      </Box>
      <LiveRegion message={t('report-new.category.chosen', { name: category.name })} />
    </Card>
  )
}

function Found({ found, onChoose }: { found: readonly Category[]; onChoose: (code: string) => void }) {
  const t = useText()
  const words = t(found.length > 0 ? 'report-new.category.found' : 'report-new.category.none')
  return (
    <Box gap={2}>
      <LiveRegion message={words} />
      <Text block tone="muted">
        {words}
      </Text>
      {found.length > 0 && <Categories label={words} categories={found} onChoose={onChoose} />}
    </Box>
  )
}

interface InGroupProps {
  group: CategoryGroup
  categories: readonly Category[]
  onChoose: (code: string) => void
  onBack: () => void
}

function InGroup({ group, categories, onChoose, onBack }: InGroupProps) {
  const t = useText()
  const title = t('report-new.category.in', { group: group.name })
  return (
    <Box gap={2} id="category-group">
      <Heading level={3}>{title}</Heading>
      <Categories
        label={title}
        categories={categories.filter((category) => category.group.code === group.code)}
        onChoose={onChoose}
      />
      <Box>
        <Button kind="ghost" icon="back" onClick={onBack}>
          {t('report-new.category.back')}
        </Button>
      </Box>
    </Box>
  )
}

function Categories({
  label,
  categories,
  onChoose,
}: {
  label: string
  categories: readonly Category[]
  onChoose: (code: string) => void
}) {
  return (
    <List label={label}>
      {categories.map(({ code, name, icon }) => (
        <ListItem key={code} icon={iconOf(icon)} title={name} onClick={() => onChoose(code)} />
      ))}
    </List>
  )
}

function Groups({ groups, onOpen }: { groups: readonly CategoryGroup[]; onOpen: (code: string) => void }) {
  const t = useText()
  return (
    <Field id="category-groups" group label={t('report-new.category.groups')}>
      <Box className="what-groups">
        {groups.map(({ code, name, icon }) => (
          <Pressable key={code} label={name} className="what-group" onClick={() => onOpen(code)}>
            <Icon name={iconOf(icon)} size="huge" className="what-group-icon" />
            <Text>{name}</Text>
          </Pressable>
        ))}
      </Box>
    </Field>
  )
}
