/** Says how long something takes, such as `48 s`, `12 min 30 s`, `3 h 5 min` or `2 d 4 h`. */
export function durationText(durationMs: number): string {
  const seconds = Math.round(durationMs / 1000);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return parts(seconds, 60, 'min', 's');
  const minutes = Math.round(seconds / 60);
  if (minutes < 1440) return parts(minutes, 60, 'h', 'min');
  return parts(Math.round(minutes / 60), 24, 'd', 'h');
}

function parts(count: number, size: number, large: string, small: string): string {
  const rest = count % size;
  return `${Math.floor(count / size)} ${large}${rest === 0 ? '' : ` ${rest} ${small}`}`;
}
