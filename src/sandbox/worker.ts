import { createEngine } from './engine.js';
import { serveCalls } from './serve-calls.js';

await serveCalls(createEngine);
