/** A tenant's colours are data: only colours that stay readable reach the page. */
const HEX = /^#[0-9a-f]{6}$/i

function channel(hex: string, at: number): number {
  const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

function luminance(hex: string): number {
  return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5)
}

export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** White text on the colour, and the colour on white, are readable (WCAG 1.4.3). */
export function isReadable(hex: string): boolean {
  return HEX.test(hex) && contrast(hex, '#ffffff') >= 4.5
}
