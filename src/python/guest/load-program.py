# Loads a program as a fresh module.
class LoadedProgram:
    def __init__(self, namespace, function, owner, proof):
        self.namespace = namespace
        self.function = function
        self.owner = owner
        self.keeps_no_state = proof is not None
        self.has_sets = self.keeps_no_state and proof['hasSets']
        names = proof['caches'] if self.keeps_no_state else []
        self.caches = [namespace[name] for name in names]


def seed_everything(seed):
    seed_random(seed)
    numbers = loaded_modules.get('numpy.random')
    if numbers is not None:
        numbers.seed(seed)


def load_program(source, entrypoint, proof):
    """
    Runs a program. What `prove` has found out about it comes from the host: finding it out right
    before would move what the program creates to other addresses.
    """
    code = compile(source, PROGRAM_FILE, 'exec', dont_inherit=True)
    module = types.ModuleType(PROGRAM_MODULE)
    loaded_modules[PROGRAM_MODULE] = loaded_modules['__main__'] = module
    namespace = module.__dict__
    # Otherwise it would be the driver's own.
    namespace['__builtins__'] = builtins_module
    mark_call()
    exec(code, namespace)
    function, owner = find_entry(namespace, entrypoint)
    return LoadedProgram(namespace, function, owner, proof)
