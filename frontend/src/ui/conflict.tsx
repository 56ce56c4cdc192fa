import { useI18n } from '@/i18n'
import { Alert } from './alert'
import { Button } from './button'

/** A part of a text, as two people wrote it. */
export interface Difference {
  name: string
  theirs: string
  mine: string
}

/** Two people changed one text: both are shown, one is chosen, none is lost unseen. */
export function Conflict(props: { differences: readonly Difference[]; onMine: () => void; onTheirs: () => void }) {
  const { t } = useI18n()
  return (
    <Alert kind="error">
      <h2>{t('conflict-title')}</h2>
      <p>{t('conflict-text')}</p>
      {props.differences.map(({ name, theirs, mine }) => (
        <section key={name} className="np-stack np-stack--tight">
          <h3>{name}</h3>
          <p className="np-soft">{t('conflict-theirs')}</p>
          <p className="np-prose np-prose--plain" dir="auto">
            {theirs || t('conflict-nothing')}
          </p>
          <p className="np-soft">{t('conflict-yours')}</p>
          <p className="np-prose np-prose--plain" dir="auto">
            {mine || t('conflict-nothing')}
          </p>
        </section>
      ))}
      <div className="np-row">
        <Button appearance="primary" onClick={props.onMine}>
          {t('conflict-keep-mine')}
        </Button>
        <Button appearance="secondary" onClick={props.onTheirs}>
          {t('conflict-take-theirs')}
        </Button>
      </div>
    </Alert>
  )
}
