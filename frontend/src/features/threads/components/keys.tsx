import { useI18n } from '@/i18n'

const KEYS = [
  ['j', 'shortcut-next'],
  ['k', 'shortcut-previous'],
  ['n', 'shortcut-unread'],
  ['End', 'shortcut-newest'],
  ['r', 'shortcut-reply'],
  ['c', 'shortcut-quote'],
  ['e', 'shortcut-edit'],
  ['u', 'shortcut-mark-unread'],
  ['?', 'shortcut-help'],
] as const

/** Every key of a conversation, and what it does. */
export function Keys() {
  const { t } = useI18n()
  return (
    <dl className="np-keys">
      {KEYS.map(([key, what]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{t(what)}</dd>
        </div>
      ))}
    </dl>
  )
}
