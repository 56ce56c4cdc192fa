import { useI18n } from '@/i18n'
import { Dialog } from '@/ui/dialog'
import { Choice } from '@/ui/field'

const KEYS = [
  ['j', 'shortcut-next'],
  ['k', 'shortcut-previous'],
  ['n', 'shortcut-unread'],
  ['r', 'shortcut-reply'],
  ['?', 'shortcut-help'],
] as const

export function ShortcutsDialog(props: { on: boolean; setOn: (on: boolean) => void; onClose: () => void }) {
  const { t } = useI18n()
  return (
    <Dialog title={t('shortcuts-title')} onClose={props.onClose}>
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
      <Choice type="checkbox" label={t('shortcuts-on')} checked={props.on} onChange={(event) => props.setOn(event.currentTarget.checked)} />
    </Dialog>
  )
}
