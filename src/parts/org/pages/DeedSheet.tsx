import { Button, ConfigProvider, Form, type FormInstance } from 'antd'
import type { ReactNode } from 'react'
import { SideSheet } from '#web/kit/SideSheet.tsx'
import { T } from '#web/locale.tsx'
import type { Problem } from '#web/problem.ts'

interface DeedSheetProps<Values> {
  title: ReactNode
  /** what will be so afterwards, in plain words */
  meaning: ReactNode
  deed: ReactNode
  initial: Partial<Values>
  onDeed: (values: Values) => void
  onClose: () => void
  pending: boolean
  problem: Problem | null
  form?: FormInstance<Values>
  danger?: boolean
  children: ReactNode
}

/** One deed of the office on a sheet: what it means, what it needs, and why it was refused if it was. */
export function DeedSheet<Values extends object>(props: DeedSheetProps<Values>) {
  return (
    <SideSheet title={props.title} onClose={props.onClose}>
      {/* The sheet lies above the page, and so must the lists that open from its fields. */}
      <ConfigProvider
        button={{ autoInsertSpace: false }}
        getPopupContainer={(field) => field?.parentElement ?? document.body}
      >
        <p className="org-meaning">{props.meaning}</p>
        <Form<Values>
          {...(props.form ? { form: props.form } : {})}
          layout="vertical"
          requiredMark="optional"
          initialValues={props.initial}
          onFinish={props.onDeed}
        >
          {props.children}
          {props.problem && <Refused problem={props.problem} />}
          <div className="org-deeds">
            <Button type="primary" htmlType="submit" loading={props.pending} danger={props.danger ?? false}>
              {props.deed}
            </Button>
            <Button onClick={props.onClose}>
              <T zh="取消" en="Cancel" />
            </Button>
          </div>
        </Form>
      </ConfigProvider>
    </SideSheet>
  )
}

/** Why it was refused, and what to do. */
export function Refused({ problem }: { problem: Problem }) {
  return (
    <div className="org-refused" role="alert">
      <strong>{problem.detail || problem.title}</strong>
      <p>{problem.cure}</p>
    </div>
  )
}
