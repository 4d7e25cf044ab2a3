import {
  AimOutlined,
  ApartmentOutlined,
  AppstoreOutlined,
  AuditOutlined,
  BankOutlined,
  ClockCircleOutlined,
  ContainerOutlined,
  FileDoneOutlined,
  FileTextOutlined,
  FormOutlined,
  GlobalOutlined,
  GoldOutlined,
  InboxOutlined,
  LineChartOutlined,
  NodeIndexOutlined,
  SafetyCertificateOutlined,
  SafetyOutlined,
  SettingOutlined,
  SnippetsOutlined,
  TableOutlined,
  TeamOutlined,
  UserOutlined,
} from '@ant-design/icons'

const icons = {
  cockpit: AppstoreOutlined,
  target: AimOutlined,
  figure: LineChartOutlined,
  ledger: TableOutlined,
  batch: InboxOutlined,
  form: FormOutlined,
  clock: ClockCircleOutlined,
  train: NodeIndexOutlined,
  parcel: GoldOutlined,
  match: SafetyCertificateOutlined,
  zone: BankOutlined,
  port: ContainerOutlined,
  person: TeamOutlined,
  unit: ApartmentOutlined,
  bulletin: FileTextOutlined,
  check: FileDoneOutlined,
  template: SnippetsOutlined,
  open: GlobalOutlined,
  account: UserOutlined,
  grant: SafetyOutlined,
  audit: AuditOutlined,
  admin: SettingOutlined,
}

export type IconName = keyof typeof icons

/** An icon beside words that already say it, hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  const Drawn = icons[name]
  return <Drawn aria-hidden />
}
