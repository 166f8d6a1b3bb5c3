# Loads a program as a fresh module.
class LoadedProgram:
    def __init__(self, namespace, function, owner, keeps_no_state, caches):
        self.namespace = namespace
        self.function = function
        self.owner = owner
        self.keeps_no_state = keeps_no_state
        self.caches = caches


def seed_everything(seed):
    seed_random(seed)
    numbers = loaded_modules.get('numpy.random')
    if numbers is not None:
        numbers.seed(seed)


def load_program(source, entrypoint, prove):
    code = compile(source, PROGRAM_FILE, 'exec', dont_inherit=True)
    proof = prove_stateless(source) if prove else None
    module = types.ModuleType(PROGRAM_MODULE)
    loaded_modules[PROGRAM_MODULE] = loaded_modules['__main__'] = module
    namespace = module.__dict__
    # Otherwise it would be the driver's own.
    namespace['__builtins__'] = builtins_module
    exec(code, namespace)
    function, owner = find_entry(namespace, entrypoint)
    caches = [namespace[name] for name in proof.caches] if proof is not None else []
    return LoadedProgram(namespace, function, owner, proof is not None, caches)
