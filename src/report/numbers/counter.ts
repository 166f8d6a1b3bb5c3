import type { Conversation } from '../../core/conversation.js';

/** Counts something in conversations that pass by once. */
export interface Counter<Result> {
  add(this: void, conversation: Conversation): void;
  /** What has been counted so far. */
  result(this: void): Result;
}
