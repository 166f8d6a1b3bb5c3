"""
Runs functions as Python itself does: one request a line, one answer a line. Each is run in a fork and in
an empty folder, so that nothing which one leaves behind meets the next.

    python3 python-host.py FOLDER SECONDS

FOLDER is where they may write, SECONDS the processor time that each may take.
"""
# What the published checker imports is there for all forks, so that none has to load it.
import ast, bisect, builtins, collections, copy, datetime, functools, heapq, io, itertools, json, math
import operator, os, random, re, resource, shutil, signal, string, sys, time, types, typing

folder = os.path.realpath(sys.argv[1])
seconds = int(sys.argv[2])
answers = os.dup(1)
# A function has no business with any of this, and none has come to answer for it.
refused = (
    'os.exec os.fork os.forkpty os.kill os.posix_spawn os.spawn os.startfile os.system '
    'subprocess.Popen ftplib. smtplib. socket. urllib.Request webbrowser.'
).split()
changing = 'chmod chown link mkdir remove rename rmdir symlink truncate utime'.split()


def is_change(event, arguments):
    if event == 'open':
        _, mode, flags = arguments
        return bool(set(mode or '') & set('wax+') or flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
    return event.startswith('os.') and event[3:] in changing


def is_outside(path):
    if not isinstance(path, (str, bytes, os.PathLike)):
        return False
    place = os.path.realpath(os.fsdecode(path))
    return place != os.devnull and not place.startswith(folder)


def guard(event, arguments):
    if any(event == name or (name[-1] == '.' and event.startswith(name)) for name in refused):
        raise PermissionError(f'{event} refused')
    if event == 'ctypes.dlopen' and arguments[0] is not None:
        raise PermissionError(f'{event} refused')
    if is_change(event, arguments) and any(is_outside(path) for path in arguments):
        raise PermissionError(f'{event} refused')


def add_up(values, /, start=0):
    """`sum` as Python 3.12 and later add up floats: what is lost by rounding is kept and added last."""
    total = start
    lost = 0.0
    for value in values:
        if type(total) is float and type(value) is float:
            after = total + value
            if abs(total) >= abs(value):
                lost += (total - after) + value
            else:
                lost += (value - after) + total
            total = after
        elif type(total) is float and isinstance(value, int):
            total += float(value)
        else:
            if type(total) is float and lost and math.isfinite(lost):
                total += lost
                lost = 0.0
            total = total + value
    return total + lost if lost and math.isfinite(lost) else total


# `set` may be another one by the time it is needed.
plain_set = set


def keep_reordered(method):
    def operate(*arguments):
        result = method(*arguments)
        return ReorderedSet(result) if type(result) is plain_set else result

    return operate


class ReorderedSet(plain_set):
    """A set in another order than usual: Python promises none."""

    def __iter__(self):
        return reversed(list(plain_set.__iter__(self)))

    def pop(self):
        for item in self:
            self.discard(item)
            return item
        return plain_set.pop(self)


for name in (
    'copy difference intersection symmetric_difference union __and__ __or__ __sub__ __xor__ __rand__ '
    '__ror__ __rsub__ __rxor__'
).split():
    setattr(ReorderedSet, name, keep_reordered(getattr(plain_set, name)))


class SetsByName(ast.NodeTransformer):
    """Makes the sets that are written with braces by calling `set`."""

    def visit_Set(self, node):
        items = ast.Tuple(self.generic_visit(node).elts, ast.Load())
        return ast.Call(ast.Name('set', ast.Load()), [items], [])

    def visit_SetComp(self, node):
        node = self.generic_visit(node)
        items = ast.GeneratorExp(node.elt, node.generators)
        return ast.Call(ast.Name('set', ast.Load()), [items], [])


def parse(request):
    tree = ast.parse(request['code'], '<program>')
    if request.get('reordersSets'):
        builtins.set = ReorderedSet
        tree = ast.fix_missing_locations(SetsByName().visit(tree))
    return compile(tree, '<program>', 'exec', dont_inherit=True)


def run(request):
    sys.stdin = io.StringIO()
    sys.stdout = sys.stderr = io.StringIO()
    random.seed(request['seed'])
    if request.get('addsLikeLater'):
        builtins.sum = add_up
    module = types.ModuleType('program')
    sys.modules['program'] = sys.modules['__main__'] = module
    try:
        arguments = json.loads(request['input'])
        exec(parse(request), module.__dict__)
        result = module.__dict__[request['entrypoint']](**arguments)
    except BaseException as error:
        return {'status': 'threw', 'name': type(error).__name__, 'message': str(error)[:200]}
    try:
        return {'status': 'returned', 'value': json.dumps(result)}
    except Exception as error:
        return {'status': 'unserializable', 'message': str(error)[:200]}


def answer(request):
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (2**32, 2**32))
    signal.alarm(10 * seconds)
    time.sleep = lambda _: None
    sys.addaudithook(guard)
    text = json.dumps(run(request)).encode() + b'\n'
    while text:
        text = text[os.write(answers, text) :]


os.environ['TMPDIR'] = '.'
os.chdir(folder)
for line in sys.stdin:
    os.mkdir('call')
    child = os.fork()
    if child == 0:
        try:
            os.chdir('call')
            answer(json.loads(line))
            os._exit(0)
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    if status != 0:
        os.write(answers, b'{"status": "ended"}\n')
    shutil.rmtree('call', ignore_errors=True)
