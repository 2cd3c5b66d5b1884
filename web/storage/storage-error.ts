import { ErrorCode } from "#generated/abi.ts";

/** Why the browser did not store or read something. */
export type StorageErrorCode = ErrorCode.StoreQuota | ErrorCode.StoreRefused | ErrorCode.StoreFailed;

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
  QuotaExceededError: ErrorCode.StoreQuota,
  SecurityError: ErrorCode.StoreRefused,
  NotAllowedError: ErrorCode.StoreRefused,
};

/** Any reason for which a browser's storage fails, as one of our kinds. */
export function storageErrorOf(reason: unknown): StorageError {
  if (reason instanceof StorageError) return reason;
  const name = reason instanceof Error || reason instanceof DOMException ? reason.name : String(reason);
  return new StorageError(codes[name] ?? ErrorCode.StoreFailed, name);
}
