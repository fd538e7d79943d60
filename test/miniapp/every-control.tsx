import { useState } from 'react'
import { Badge } from '@/kit/badge'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Card } from '@/kit/card'
import { Checkbox } from '@/kit/checkbox'
import { Choice } from '@/kit/choice'
import { Definition } from '@/kit/definition'
import { Disclosure } from '@/kit/disclosure'
import { EmptyState } from '@/kit/empty-state'
import { ErrorSummary } from '@/kit/error-summary'
import { FilePick } from '@/kit/file-pick'
import { Form } from '@/kit/form'
import { Heading } from '@/kit/heading'
import { Icon } from '@/kit/icon'
import { iconNames } from '@/kit/icon-paths'
import { Link } from '@/kit/link'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { LiveRegion } from '@/kit/live-region'
import { LoadState } from '@/kit/load-state'
import { Page } from '@/kit/page'
import { Picture } from '@/kit/picture'
import { Progress } from '@/kit/progress'
import { Select } from '@/kit/select'
import { Sheet } from '@/kit/sheet'
import { Skeleton } from '@/kit/skeleton'
import { Steps } from '@/kit/steps'
import { Table } from '@/kit/table'
import { Tabs } from '@/kit/tabs'
import { Text } from '@/kit/text'
import { TextArea } from '@/kit/text-area'
import { TextField } from '@/kit/text-field'
import { Timeline } from '@/kit/timeline'

const kinds = [
  { value: 'lamp', label: '路灯', icon: 'lamp' },
  { value: 'road', label: '道路', icon: 'road', hint: '坑洼、积水' },
  { value: 'tree', label: '绿化', icon: 'tree' },
] as const
const districts = [
  { value: 'yuexiu', label: '越秀区' },
  { value: 'tianhe', label: '天河区' },
]
const dot = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA='
const failed = {
  data: undefined,
  isError: true,
  error: new Error('没有加载出来'),
  isFetching: false,
  refetch: () => undefined,
}

/** One page with every control of the kit: tried with axe and the keyboard, and looked at in screenshots. */
export function EveryControl() {
  return (
    <Page title="所有控件" lead="一页看完" back={{ to: 'home' }} actions={<Button small>长辈版</Button>}>
      <Answers />
      <Shown />
      <Windows />
    </Page>
  )
}

function Answers() {
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [text, setText] = useState('')
  const [kind, setKind] = useState<(typeof kinds)[number]['value'] | ''>('')
  const [district, setDistrict] = useState('')
  const [agreed, setAgreed] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const errors = attempt > 0 && name === '' ? [{ id: 'name', message: '请写下称呼' }] : []
  return (
    <Form label="反映" onSubmit={() => setAttempt(attempt + 1)}>
      <ErrorSummary errors={errors} attempt={attempt} />
      <Steps current={2} total={4} title="在哪里" />
      <TextField
        id="name"
        label="称呼"
        hint="怎么称呼您"
        value={name}
        onChange={setName}
        error={errors[0]?.message}
      />
      <TextField
        id="password"
        label="密码"
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
      />
      <TextArea id="text" label="说说看" max={20} optional value={text} onChange={setText} />
      <Choice id="kind" label="哪一类" layout="tiles" value={kind} options={kinds} onChange={setKind} />
      <Choice
        id="kind-list"
        label="哪一类(列表)"
        hint="选一个"
        value={kind}
        options={kinds}
        onChange={setKind}
      />
      <Select id="district" label="哪个区" value={district} options={districts} onChange={setDistrict} />
      <Checkbox
        id="agreed"
        label="同意公开"
        hint="公开前会去掉您的信息"
        checked={agreed}
        onChange={setAgreed}
      />
      <FilePick label="拍照片" max={9} onPick={() => undefined} />
      <Button kind="primary" block submit>
        提交
      </Button>
    </Form>
  )
}

function Shown() {
  return (
    <>
      <Card as="section" label="卡片">
        <Heading>一条反映</Heading>
        <Box row gap={2} wrap>
          <Badge tone="wait" icon="clock">
            待签收
          </Badge>
          <Badge tone="good">已答复</Badge>
          <Badge tone="bad">已超期</Badge>
          <Badge>第二次办理</Badge>
        </Box>
        <Definition
          label="要点"
          rows={[
            { label: '哪一类', value: '路灯', change: () => undefined },
            { label: '在哪里', value: '北京路 1 号', change: { to: 'home' } },
          ]}
        />
        <Timeline
          label="进度"
          steps={[
            { key: 1, title: '已提交', note: '12月1日 09:12', state: 'done' },
            { key: 2, title: '退回', state: 'done', tone: 'bad', icon: 'alert' },
            { key: 3, title: '办理中', state: 'now', content: <Text tone="muted">灯具已订货</Text> },
            { key: 4, title: '答复', state: 'todo' },
          ]}
        />
        <Picture src={dot} alt="修好的路灯" />
        <Progress value={0.4} label="正在上传" />
        <Table
          caption="每月"
          columns={['月份', '收到', '满意']}
          rows={[
            ['11月', 16720, '97.3%'],
            ['12月', 3, null],
          ]}
        />
      </Card>
      <List label="联络站">
        <ListItem to="home" icon="pin" title="北京路联络站" note="越秀区" aside="350 米" />
        <ListItem onClick={() => undefined} title="可以点" />
        <ListItem title="不能点" note="说明" />
      </List>
      <Banner tone="good" title="谢谢,已收到。">
        最晚 12 月 8 日前给您答复。
      </Banner>
      <Banner tone="wait">现在没有网络</Banner>
      <LoadState query={failed}>{() => null}</LoadState>
      <Skeleton look="list" />
      <EmptyState
        title="还没有反映"
        actions={
          <Link to="home" kind="primary">
            去反映
          </Link>
        }
      >
        扫一扫联络站的码。
      </EmptyState>
      <Box row wrap gap={3}>
        {iconNames.map((name) => (
          <Icon key={name} name={name} size="large" />
        ))}
      </Box>
    </>
  )
}

function Windows() {
  const [tab, setTab] = useState('mine')
  const [open, setOpen] = useState(false)
  const tabs = [
    { value: 'mine', label: '要我办的', count: 3 },
    { value: 'all', label: '全部' },
  ]
  return (
    <>
      <Tabs label="收件箱" value={tab} options={tabs} onChange={setTab}>
        <Text>{tab}</Text>
      </Tabs>
      <Disclosure title="怎样写得清楚">
        <Text>什么时候、在哪里、怎么了。</Text>
      </Disclosure>
      <Box row wrap gap={2}>
        <Button kind="primary" busy>
          正在提交
        </Button>
        <Button kind="danger">撤回</Button>
        <Button kind="ghost" icon="copy">
          复制
        </Button>
        <Button icon="close" label="关闭" />
        <Button disabled>不可用</Button>
        <Button pressed>长辈版开</Button>
        <Button onClick={() => setOpen(true)}>打开</Button>
        <Link href="tel:12345" icon="phone">
          12345
        </Link>
      </Box>
      <Sheet
        open={open}
        title="评价"
        onClose={() => setOpen(false)}
        actions={<Button kind="primary">提交评价</Button>}
      >
        <Text>满意吗?</Text>
      </Sheet>
      <LiveRegion message={open ? '已打开' : ''} />
    </>
  )
}
