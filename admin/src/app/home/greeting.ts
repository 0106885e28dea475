/** Which greeting fits the hour. */
export function greetingAt(now: Date): 'morning' | 'day' | 'evening' {
  const hour = now.getHours();
  return hour >= 4 && hour < 11 ? 'morning' : hour >= 11 && hour < 18 ? 'day' : 'evening';
}
