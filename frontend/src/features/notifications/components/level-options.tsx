import { useI18n } from '@/i18n'
import { LEVEL, LEVELS } from '../words'

export function LevelOptions() {
  const { t } = useI18n()
  return (
    <>
      {LEVELS.map((level) => (
        <option key={level} value={level}>
          {t(LEVEL[level])}
        </option>
      ))}
    </>
  )
}
