import { Button } from 'antd'
import { Link } from 'react-router'
import { downloadOf } from '#web/client.ts'
import { FileDrop } from '#web/kit/FileDrop.tsx'
import { NoPermission } from '#web/kit/NoPermission.tsx'
import { Page, Part } from '#web/kit/Page.tsx'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { T, useWords } from '#web/locale.tsx'
import { useMay } from '#web/session.ts'
import { trainListTemplate } from '../trains/list-shapes.ts'
import { TrainListTold } from './TrainListTold.tsx'
import { type TrainListWork, useTrainList } from './use-train-list.ts'
import './train-list.css'

/** Brings in the operator's list of a train: its containers, and from them the train itself. */
export default function TrainListPage() {
  const t = useWords()
  const may = useMay()
  const work = useTrainList()
  const page = {
    title: t({ zh: '导入班列清单', en: 'Import a train list' }),
    trail: [{ title: t({ zh: '班列', en: 'Trains' }), to: '/opening/trains' }],
    help: 'clerk/train-list',
  } as const
  if (!may('ledgers/import'))
    return (
      <Page {...page}>
        <NoPermission />
      </Page>
    )
  const sentence = t({
    zh: '班列公司发来的装车清单直接导入：集装箱逐箱登记，班列的箱数、标箱、货重、货值由它们合计。先试运行，看清再导入。',
    en: "Bring in the operator's loading list as it came: every container is registered, and the train's boxes, TEU, weight and value are their sums. It is tried first.",
  })
  return (
    <Page {...page} sentence={sentence}>
      <div className="train-list" aria-busy={work.state.busy !== null}>
        {work.state.done ? <Done work={work} /> : <Choose work={work} />}
      </div>
    </Page>
  )
}

function Choose({ work }: { work: TrainListWork }) {
  const t = useWords()
  const { file, busy, tried, problem } = work.state
  return (
    <>
      <Part title={t({ zh: '1. 选择清单', en: '1. Choose the list' })} deeds={<Templates />}>
        <FileDrop
          accept=".xlsx,.csv"
          disabled={busy === 'importing'}
          onFiles={([chosen]) => chosen && work.choose(chosen)}
        >
          <T
            zh="xlsx：一列一张工作表（上方写车次、日期、方向），或一箱一行；CSV：一箱一行。吨或千克、美元或万美元按表头换算。"
            en="xlsx with a sheet a train (number, day and direction above the list) or a row a container; CSV with a row a container. Tonnes or kilograms, dollars or ten thousands are read from the headings."
          />
        </FileDrop>
        {file && (
          <p className="train-list-file" role="status">
            <strong>{file.name}</strong>{' '}
            {busy === 'trying' && <T zh="正在试运行，不改动数据…" en="Trying it; nothing is changed…" />}
            {busy === 'importing' && <T zh="正在导入…" en="Importing…" />}
          </p>
        )}
        <ProblemLine problem={problem} />
      </Part>
      {tried && !busy && (
        <Part title={t({ zh: '2. 看清会改动什么', en: '2. See what will change' })}>
          <TrainListTold list={tried} />
          <Deeds work={work} />
        </Part>
      )}
    </>
  )
}

function Templates() {
  return (
    <span className="train-list-templates">
      <a href={downloadOf(trainListTemplate, { params: { form: 'sheet' } })} download>
        <T zh="下载模板：一列一表" en="Template: a sheet a train" />
      </a>
      <a href={downloadOf(trainListTemplate, { params: { form: 'rows' } })} download>
        <T zh="下载模板：一箱一行" en="Template: a row a container" />
      </a>
    </span>
  )
}

function Deeds({ work }: { work: TrainListWork }) {
  const t = useWords()
  const { containers, trainRows, known } = work.state.tried!
  const changed = containers.accepted + containers.corrected + (trainRows?.accepted ?? 0) + (trainRows?.corrected ?? 0)
  const nothing = known || changed + containers.rejected === 0
  return (
    <>
      {containers.rejected > 0 && (
        <p className="train-list-hint">
          <T
            zh="可以现在就导入：退回的箱随后可下载成工作簿，附原因和办法，改好再送来，班列的合计会随之更新。"
            en="You may import now: the boxes sent back can then be downloaded as a workbook with reason and cure; mend it and send it, and the train's sums follow."
          />
        </p>
      )}
      <div className="train-list-deeds">
        <Button type="primary" size="large" disabled={nothing} onClick={work.importIt}>
          {nothing
            ? t({ zh: '没有要导入的改动', en: 'Nothing to import' })
            : t({ zh: '导入清单', en: 'Import the list' })}
        </Button>
        <Button size="large" onClick={work.startOver}>
          <T zh="换一个文件" en="Choose another file" />
        </Button>
      </div>
    </>
  )
}

function Done({ work }: { work: TrainListWork }) {
  const t = useWords()
  const list = work.state.done!
  const { containers, trainRows } = list
  return (
    <Part title={t({ zh: '已导入 {file}', en: '{file} is in' }, { file: list.file })}>
      <TrainListTold list={list} done />
      <div className="train-list-deeds">
        {containers.batch !== null && (
          <Link to={`/batches/${containers.batch}`}>
            {t({ zh: '集装箱批次 {batch}', en: 'Batch {batch} of containers' }, { batch: containers.batch })}
          </Link>
        )}
        {trainRows?.batch && (
          <Link to={`/batches/${trainRows.batch}`}>
            {t({ zh: '班列批次 {batch}', en: 'Batch {batch} of trains' }, { batch: trainRows.batch })}
          </Link>
        )}
        <Button onClick={work.startOver}>
          <T zh="再导入一份清单" en="Import another list" />
        </Button>
      </div>
    </Part>
  )
}
