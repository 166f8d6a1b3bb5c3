import { serveCalls } from '../sandbox/serve-calls.js';
import { createPythonEngine } from './python-engine.js';

await serveCalls(createPythonEngine);
