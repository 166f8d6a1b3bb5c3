import {
  type Attack,
  lost,
  outOfMemory,
  outputTooLarge,
  returns,
  stepLimit,
  throws,
} from './attack.js';

/** Replaces what the driver answers with a text of the program's own. */
const answering = (name: string, text: string, accepts: Attack['accepts']): Attack => ({
  name: `takes its driver over and answers ${name}`,
  code: `import sys
def attack(canary):
    driver = sys._getframe(1).f_globals
    answer = ${text}
    for name, value in list(driver.items()):
        if name.startswith('report'):
            driver[name] = lambda *all: answer
    return 1`,
  accepts,
});

export const answeringForTheDriver: readonly Attack[] = [
  answering('what is no JSON', `'{"status":'`, [lost]),
  answering('nothing', `''`, [lost]),
  answering('null', `'null'`, [lost]),
  answering('a list', `'[1]'`, [lost]),
  answering('a number in place of a text', '42', [outOfMemory, lost]),
  answering('half a letter', `'{"status":"returned","value":"\\ud800","logs":[]}'`, [
    outOfMemory,
    lost,
  ]),
  answering('letters beyond ASCII', `'{"status":"returned","value":"é","logs":[]}'`, [
    returns(),
    lost,
  ]),
  answering('a status that does not exist', `'{"status":"correct","value":1}'`, [lost]),
  answering('without a value', `'{"status":"returned","logs":[]}'`, [lost]),
  answering('logs that are no texts', `'{"status":"returned","value":1,"logs":[{"a":1}]}'`, [lost]),
  answering(
    'names that cannot be made a text',
    `'{"status":"returned","value":1,"logs":{"toString":1}}'`,
    [lost],
  ),
  answering(
    'fields of an error that cannot be made a text',
    `'{"status":"threw","name":{"toString":1},"message":{"valueOf":{}},"line":{}}'`,
    [throws('')],
  ),
  answering(
    'a list that nests a hundred thousand times',
    `'{"status":"returned","value":' + '[' * 100_000 + ']' * 100_000 + ',"logs":[]}'`,
    [lost],
  ),
  answering(
    'three million letters',
    `'{"status":"returned","value":"' + 'x' * 3_000_000 + '","logs":[]}'`,
    [outputTooLarge],
  ),
  answering(
    'three lines, for the calls after it',
    `'\\n'.join(['{"status":"returned","value":"forged","logs":[]}'] * 3)`,
    [lost],
  ),
  answering('that it has ended for want of steps', `'{"status":"step-limit"}'`, [stepLimit]),
];
