/** Why the browser did not store or read something: the 4xx numbers of src/base/error.h. */
export const StorageErrorCode = { Quota: 401, Refused: 402, Failed: 403 } as const;
export type StorageErrorCode = (typeof StorageErrorCode)[keyof typeof StorageErrorCode];

export class StorageError extends Error {
  /**
   * @param code   what happened, for people
   * @param detail the browser's own name for it, in no language: "QuotaExceededError"
   */
  constructor(readonly code: StorageErrorCode, readonly detail: string) {
    super(`${code}: ${detail}`);
    this.name = "StorageError";
  }
}

const codes: Readonly<Record<string, StorageErrorCode>> = {
  QuotaExceededError: StorageErrorCode.Quota,
  SecurityError: StorageErrorCode.Refused,
  NotAllowedError: StorageErrorCode.Refused,
};

/** Any reason for which a browser's storage fails, as one of our kinds. */
export function storageErrorOf(reason: unknown): StorageError {
  if (reason instanceof StorageError) return reason;
  const name = reason instanceof Error || reason instanceof DOMException ? reason.name : String(reason);
  return new StorageError(codes[name] ?? StorageErrorCode.Failed, name);
}
