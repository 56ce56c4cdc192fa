import { useId } from 'react'
import { type PlainKey, useI18n } from '@/i18n'
import { COMMAND } from '@/lib/command-key'

type Key = readonly [keys: readonly string[], what: PlainKey]

const TALK: readonly Key[] = [
  [['j'], 'shortcut-next'],
  [['k'], 'shortcut-previous'],
  [['n'], 'shortcut-unread'],
  [['Home'], 'shortcut-oldest'],
  [['End'], 'shortcut-newest'],
  [['r'], 'shortcut-reply'],
  [['q'], 'shortcut-quote'],
  [['e'], 'shortcut-edit'],
  [['u'], 'shortcut-mark-unread'],
]

const EVERYWHERE: readonly Key[] = [
  [['/'], 'search-label'],
  [['g', 'o'], 'shortcut-overview'],
  [['g', 'n'], 'shortcut-notifications'],
  [['?'], 'shortcut-help'],
]

/** While one types; these keep working when the others are off. */
const WRITING: readonly Key[] = [
  [[COMMAND.shown, 'B'], 'mark-bold'],
  [[COMMAND.shown, 'I'], 'mark-italic'],
  [[COMMAND.shown, 'K'], 'mark-link'],
  [[COMMAND.shown, 'Enter'], 'shortcut-send'],
]

/** Every key, and what it does. */
export function Keys() {
  const { t } = useI18n()
  return (
    <div className="np-keys-groups">
      <Group name={t('shortcuts-in-talk')} keys={TALK} between="" />
      <Group name={t('shortcuts-everywhere')} keys={EVERYWHERE} between="" />
      <Group name={t('shortcuts-writing')} keys={WRITING} between="+" />
    </div>
  )
}

function Group({ name, keys, between }: { name: string; keys: readonly Key[]; between: string }) {
  const { t } = useI18n()
  const id = useId()
  return (
    <section className="np-stack np-stack--tight" aria-labelledby={id}>
      <h3 id={id} className="np-keys__title">
        {name}
      </h3>
      <dl className="np-keys">
        {keys.map(([pressed, what]) => (
          <div key={what}>
            <dt>
              {pressed.map((key, at) => (
                <span key={key}>
                  {at > 0 ? ` ${between} ` : null}
                  <kbd>{key}</kbd>
                </span>
              ))}
            </dt>
            <dd>{t(what)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
