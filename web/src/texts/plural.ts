/** "1 contact", "2 contacts", "10,000 contacts". */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString(navigator.language)} ${count === 1 ? one : many}`;
}
