/** A number of bytes as people say it: kilobytes, or megabytes from a million on. */
export function fileSize(locale: string, bytes: number): string {
  const large = bytes >= 1_000_000
  const unit = large ? 1_000_000 : 1000
  return new Intl.NumberFormat(locale, { style: 'unit', unit: large ? 'megabyte' : 'kilobyte', maximumFractionDigits: large ? 1 : 0 }).format(Math.max(bytes / unit, 1))
}
