/** What the exit code of a command means. */
export const exitCodes = {
  done: 0,
  /** Refused or failed; the message says why. */
  refused: 1,
  /** No such command or option, or a value that cannot be one. */
  usage: 2,
  notFound: 3,
  notAllowed: 4,
  /** It is there already, or somebody changed it meanwhile. */
  conflict: 5,
  /** The server or the database cannot be reached or started. */
  unreachable: 6,
} as const;

const byStatus: Record<number, number> = {
  401: exitCodes.notAllowed,
  403: exitCodes.notAllowed,
  404: exitCodes.notFound,
  409: exitCodes.conflict,
  412: exitCodes.conflict,
  422: exitCodes.conflict,
  503: exitCodes.unreachable,
};

/** The exit code for a refusal with this HTTP status. */
export function exitCodeOf(status: number): number {
  return byStatus[status] ?? exitCodes.refused;
}

/** For `kith --help`. */
export const exitCodeHelp =
  '0 done · 1 refused or failed · 2 wrong usage · 3 not found · 4 not allowed · 5 conflict · 6 unreachable';
