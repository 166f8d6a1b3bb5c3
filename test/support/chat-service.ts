import type { ServerResponse } from 'node:http';
import { sendChat, sendError, sendTornChat } from './chat-response.js';
import { createFaultDraw } from './fault-draw.js';
import type { Fault, LoadServerOptions } from './load-server-options.js';
import { createRateGate } from './rate-gate.js';
import type { RequestRecord } from './request-record.js';
import { type SyntheticMessage, syntheticAnswer } from './synthetic-answer.js';

/** Answers the body of one chat request. */
export type ChatService = (body: string, response: ServerResponse) => void;

const serverErrors = [500, 502, 503];

/** Makes a service that treats requests as the options say, and counts them. */
export function createChatService(options: LoadServerOptions, record: RequestRecord): ChatService {
  const { latencyMs = 0, maxConcurrency = Infinity, recordsPrompts = true, faults = {} } = options;
  const drawFault = createFaultDraw(faults);
  const passGate = createRateGate(options.rate);

  return (body, response) => {
    const { messages } = JSON.parse(body) as { messages: readonly SyntheticMessage[] };
    const text = syntheticAnswer(messages, options.wrongTurns);
    if (text === undefined) return sendError(response, 400, 'this is no synthetic task');
    const prompt = record.ask(recordsPrompts ? messages : undefined);
    const refusal = record.inFlight >= maxConcurrency ? {} : passGate();
    if (refusal !== undefined) {
      record.count('rateLimited');
      const refuse = (): void => sendError(response, 429, 'too many requests', refusal);
      return void setTimeout(refuse, options.refusalMs ?? 0);
    }
    const fault = drawFault();
    record.enter();
    let isDone = false;
    const timer = setTimeout(() => {
      if (fault === 'hang') return;
      isDone = true;
      if (fault !== undefined) return strike(response, fault, text, body);
      record.answer(prompt);
      sendChat(response, text, 'stop', body);
    }, latencyMs);
    if (fault !== undefined) record.count(fault);
    response.once('close', () => {
      record.leave();
      clearTimeout(timer);
      if (!isDone && fault !== 'hang') record.count('abandoned');
    });
  };

  function strike(response: ServerResponse, fault: Fault, text: string, body: string): void {
    if (fault === 'length') sendChat(response, text.slice(0, text.length / 2), 'length', body);
    if (fault === 'cutOff') sendTornChat(response);
    if (fault === 'serverError') {
      const status = serverErrors[record.stats().serverError % serverErrors.length] as number;
      sendError(response, status, 'something broke');
    }
    if (fault === 'rateLimited') {
      const waitMs = faults.retryAfterMs;
      const headers = waitMs === undefined ? {} : { 'retry-after-ms': String(waitMs) };
      sendError(response, 429, 'too many requests', headers);
    }
  }
}
