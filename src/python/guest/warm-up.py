# Makes the interpreter ready for the image: what is created when it is first used is created now.
import gc

WARM_UP_SOURCE = '''
import math
from collections import Counter

class Point:
    def __init__(self, x):
        self.x = x

def main_solution(names, n):
    print('warm')
    if n < 0:
        raise ValueError(f'{n}')
    return {'total': math.fsum([n, 0.5]), 'x': Point(n).x, 'names': sorted(Counter(names).items())}
'''


def warm_up():
    """Makes typical calls, and leaves nothing of them but what they have created on the way."""
    global loaded_program
    request = {'source': WARM_UP_SOURCE, 'entrypoint': 'main_solution'}
    request['parameters'] = ['names', 'n']
    proof = json.loads(handle(json.dumps({'prove': WARM_UP_SOURCE}))).get('proof')
    for n, reuse in ((1, False), (2, True), (-1, False)):
        text = json.dumps({'names': ['a', 'é'], 'n': n})
        rest = {'input': text, 'seed': 1, 'proof': proof, 'reuse': reuse}
        handle(json.dumps({**request, **rest, 'maxOutputCharacters': 1000}))
    loaded_program = None
    for name in (PROGRAM_MODULE, '__main__'):
        loaded_modules.pop(name, None)


install_console()
install_event_loop()
warm_up()
gc.collect()
gc.freeze()
