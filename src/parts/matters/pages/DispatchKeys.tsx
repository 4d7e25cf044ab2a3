import { T } from '#web/locale.tsx'

/** Which keys do what, always in sight: nobody learns keys from a drawer. */
export function DispatchKeys({ kind }: { kind: 'dispatch' | 'confirm' }) {
  return (
    <p className="dispatch-keys">
      <kbd>↓</kbd> <kbd>↑</kbd> <T zh="换一件" en="another" />
      {kind === 'dispatch' && (
        <>
          {' · '}
          <kbd>1</kbd>–<kbd>6</kbd> <T zh="选单位" en="choose a unit" />
        </>
      )}
      {' · '}
      <kbd>↵</kbd> {kind === 'dispatch' ? <T zh="派遣" en="dispatch" /> : <T zh="确认" en="confirm" />}
      {' · '}
      <kbd>R</kbd> <T zh="回退" en="return" />
    </p>
  )
}
