import { useState } from 'react'
import { isProblem } from '@/api/problems'
import { useMutation } from '@/api/use-mutation'
import type { Locale } from '@/i18n/catalogue'
import { useI18n } from '@/i18n'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { Choice, Fieldset, Select } from '@/ui/field'
import { toast } from '@/ui/toast'
import { choosePreference, type Level, type Preference, type Topic } from '../settings-api'
import { HOURS, TOPIC, TOPICS, WEEKDAYS, weekdayName } from '../words'
import { LevelOptions } from './level-options'
import '../notifications.css'

interface Props {
  preference: Preference
  /** The language in which mails come. */
  language: Locale
  onLanguage: (language: Locale) => Promise<unknown>
  onSaved: (saved: Preference) => void
}

/** How soon for what, when overviews come, and in which language. */
export function LevelsForm(props: Props) {
  const { t } = useI18n()
  const [wanted, setWanted] = useState(props.preference)
  const [language, setLanguage] = useState(props.language)
  const save = useMutation({
    mutationFn: async () => {
      if (language !== props.language) await props.onLanguage(language)
      return choosePreference(wanted)
    },
    onSuccess: (saved) => {
      toast(t('preferences-saved'))
      props.onSaved(saved)
    },
  })
  const choose = (topic: Topic, level: Level) => setWanted({ ...wanted, levels: { ...wanted.levels, [topic]: level } })
  return (
    <form
      className="np-stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (!save.isPending) save.mutate()
      }}
    >
      <div className="np-levels">
        {TOPICS.map((topic) => (
          <Select key={topic} label={t(TOPIC[topic].name)} hint={t(TOPIC[topic].about)} value={wanted.levels[topic]} onChange={(event) => choose(topic, event.currentTarget.value as Level)}>
            <LevelOptions />
          </Select>
        ))}
      </div>
      <Overview wanted={wanted} onChange={setWanted} />
      <Fieldset legend={t('preferences-language')}>
        <Choice type="radio" name="mail-language" label={t('language-nl')} checked={language === 'nl'} onChange={() => setLanguage('nl')} />
        <Choice type="radio" name="mail-language" label={t('language-en')} checked={language === 'en'} onChange={() => setLanguage('en')} />
      </Fieldset>
      {save.error ? <Alert kind="error">{isProblem(save.error) ? save.error.detail : t('offline-text')}</Alert> : null}
      <div>
        <Button appearance="primary" type="submit" busy={save.isPending}>
          {t('action-save')}
        </Button>
      </div>
    </form>
  )
}

/** Asked only of who chose an overview for something. */
function Overview({ wanted, onChange }: { wanted: Preference; onChange: (wanted: Preference) => void }) {
  const { t, locale } = useI18n()
  const chosen = Object.values(wanted.levels)
  const weekly = chosen.includes('weekly')
  if (!weekly && !chosen.includes('daily')) return null
  return (
    <Fieldset legend={t('preferences-overview')} hint={t('preferences-overview-hint')}>
      <div className="np-levels">
        <Select label={t('preferences-hour')} value={wanted.hour} onChange={(event) => onChange({ ...wanted, hour: Number(event.currentTarget.value) })}>
          {HOURS.map((hour) => (
            <option key={hour} value={hour}>
              {t('preferences-hour-at', { hour })}
            </option>
          ))}
        </Select>
        {weekly ? (
          <Select label={t('preferences-weekday')} value={wanted.weekday} onChange={(event) => onChange({ ...wanted, weekday: Number(event.currentTarget.value) })}>
            {WEEKDAYS.map((weekday) => (
              <option key={weekday} value={weekday}>
                {weekdayName(locale, weekday)}
              </option>
            ))}
          </Select>
        ) : null}
      </div>
    </Fieldset>
  )
}
