import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Place } from '#kernel/place.ts'
import { useEndpoint, useSend } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Page } from '#web/kit/Page.tsx'
import { PhotoInput, type SentPhoto } from '#web/kit/PhotoInput.tsx'
import { PlacePicker } from '#web/kit/PlacePicker.tsx'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { newProgressId } from '#web/kit/Progress.tsx'
import { useSay } from '#web/kit/Said.tsx'
import { T, useWords } from '#web/locale.tsx'
import { matterCategories, openOne } from '../desk/open-shapes.ts'
import { type Inflow, inflows, inflowWords } from '../engine/states.ts'
import { SimilarMatters } from './SimilarMatters.tsx'
import './matters.css'
import './new-matter.css'

interface Written {
  inflow: Inflow
  category: string
  standard?: number
  title?: string
  description: string
  address?: string
  reporterName?: string
  reporterPhone?: string
}

/** Opens a matter; like ones close by are told before it is sent. */
export default function NewMatterPage() {
  const t = useWords()
  return (
    <Page
      title={t({ zh: '登记事项', en: 'New matter' })}
      trail={[{ title: t({ zh: '我的待办', en: 'My work' }), to: '/matters' }]}
      sentence={t({
        zh: '写明是什么、在哪里；附近 50 米、24 小时内的同类事项会先列出来，免得重复立案。',
        en: 'Say what it is and where; like matters within 50 m and 24 hours are shown first, so that nothing is registered twice.',
      })}
      help="clerk/matters"
    >
      <NewMatterForm />
    </Page>
  )
}

function NewMatterForm() {
  const t = useWords()
  const say = useSay()
  const go = useNavigate()
  const [form] = Form.useForm<Written>()
  const [place, setPlace] = useState<Place | null>(null)
  const [photos, setPhotos] = useState<readonly SentPhoto[]>([])
  const [busy, setBusy] = useState(false)
  const [key] = useState(newProgressId)
  const category = Form.useWatch('category', form)
  const inflow = Form.useWatch('inflow', form)
  const open = useSend(openOne, {
    onDone: ({ number }) => {
      say(t({ zh: '已登记 {number}', en: '{number} is open' }, { number }))
      go(`/matters/${number}`)
    },
  })
  const send = ({ reporterName, reporterPhone, ...written }: Written) => {
    const reporter = {
      ...(reporterName ? { name: reporterName } : {}),
      ...(reporterPhone ? { phone: reporterPhone } : {}),
    }
    open.mutate({
      body: {
        ...written,
        ...(place ? { place } : {}),
        ...(Object.keys(reporter).length > 0 ? { reporter } : {}),
        photos: photos.map(({ id }) => ({ id, kind: 'near' as const })),
        idempotencyKey: key,
      },
    })
  }
  return (
    <Form<Written>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ inflow: 'patrol' }}
      onFinish={send}
      className="new-matter"
    >
      <div>
        <WhatItIs category={category} onCategory={() => form.resetFields(['standard'])} />
        <Form.Item>
          <PhotoInput
            label={<T zh="照片（可空）" en="Photos (optional)" />}
            photos={photos}
            onChange={setPhotos}
            most={6}
            onBusy={setBusy}
          />
        </Form.Item>
        {(inflow === 'citizen' || inflow === 'enterprise' || inflow === 'hotline') && <Reporter />}
      </div>
      <div>
        <Form.Item label={<T zh="位置" en="Place" />}>
          <PlacePicker value={place} onChange={setPlace} />
        </Form.Item>
        <Form.Item name="address" label={<T zh="地址或方位" en="Address, or how to find it" />}>
          <Input maxLength={300} />
        </Form.Item>
        <SimilarMatters category={category} place={place} />
        <ProblemLine problem={open.error} />
        <p className="new-matter-deeds">
          <Button autoInsertSpace={false} type="primary" htmlType="submit" loading={open.isPending} disabled={busy}>
            <T zh="登记" en="Open it" />
          </Button>
          <Link to="/matters">
            <T zh="返回" en="Back" />
          </Link>
        </p>
      </div>
    </Form>
  )
}

const required = [{ required: true, message: <T zh="请填写" en="Please fill in" /> }]

function WhatItIs({ category, onCategory }: { category: string | undefined; onCategory: () => void }) {
  const t = useWords()
  const categories = useEndpoint(matterCategories, undefined, { staleTime: 600_000 })
  if (categories.error) return <ErrorState problem={categories.error} onRetry={() => void categories.refetch()} />
  const majors = [...new Set(categories.data?.map(({ major }) => t(major)))]
  const options = majors.map((major) => ({
    label: major,
    title: major,
    options: (categories.data ?? [])
      .filter((one) => t(one.major) === major)
      .map(({ code, name, keywords }) => ({ value: code, label: `${t(name)} ${code}`, keywords })),
  }))
  const standards = categories.data?.find(({ code }) => code === category)?.standards ?? []
  return (
    <>
      <Form.Item name="inflow" label={<T zh="来源" en="Source" />} rules={required}>
        <Select options={inflows.map((one) => ({ value: one, label: t(inflowWords[one]) }))} />
      </Form.Item>
      <Form.Item name="category" label={<T zh="类别" en="Category" />} rules={required}>
        <Select
          showSearch={{
            filterOption: (typed, option) =>
              `${String(option?.label)} ${String((option as { keywords?: string } | undefined)?.keywords ?? '')}`
                .toLowerCase()
                .includes(typed.toLowerCase()),
          }}
          options={options}
          onChange={onCategory}
        />
      </Form.Item>
      {standards.length > 0 && (
        <Form.Item
          name="standard"
          label={<T zh="立案标准（可在立案时再定）" en="Standard (may wait until it is registered)" />}
        >
          <Select
            allowClear
            options={standards.map(({ id, condition, limit }) => ({ value: id, label: `${condition}（${t(limit)}）` }))}
          />
        </Form.Item>
      )}
      <Form.Item name="title" label={<T zh="标题（可空，默认用类别名）" en="Title (the category's name if empty)" />}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="description" label={<T zh="情况" en="What is the matter" />} rules={required}>
        <Input.TextArea rows={4} maxLength={4000} />
      </Form.Item>
    </>
  )
}

function Reporter() {
  return (
    <div className="new-matter-pair">
      <Form.Item name="reporterName" label={<T zh="反映人（可空）" en="Reporter (optional)" />}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="reporterPhone" label={<T zh="电话（可空，加密保存）" en="Phone (optional, kept encrypted)" />}>
        <Input maxLength={40} inputMode="tel" autoComplete="off" />
      </Form.Item>
    </div>
  )
}
