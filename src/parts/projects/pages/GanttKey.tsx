import { T } from '#web/locale.tsx'

/** What the lines and marks of a schedule mean. */
export function GanttKey() {
  return (
    <p className="gantt-key">
      <span>
        <i className="key-baseline" /> <T zh="基线" en="baseline" />
      </span>
      <span>
        <i className="key-lived" /> <T zh="已过" en="done so far" />
      </span>
      <span>
        <i className="key-expected" /> <T zh="预计" en="expected" />
      </span>
      <span>
        <i className="key-met" /> <T zh="节点已完成" en="milestone met" />
      </span>
      <span>
        <i className="key-open" /> <T zh="节点未到" en="milestone ahead" />
      </span>
      <span>
        <i className="key-was" /> <T zh="节点基线" en="its baseline" />
      </span>
    </p>
  )
}
