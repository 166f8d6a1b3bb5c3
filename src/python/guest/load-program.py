# Loads a program as a fresh module.
class LoadedProgram:
    def __init__(self, function, owner, proof, compiled):
        self.function = function
        self.owner = owner
        self.keeps_no_state = proof is not None
        self.has_sets = self.keeps_no_state and proof['hasSets']
        self.proof = proof
        self.compiled = compiled


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
    compiled = None if proof is None else dump_code(code)
    return run_program(code, entrypoint, proof, compiled)


def load_again(program, entrypoint):
    """Runs a program anew: the interpreter adapts code that has run, and then counts less."""
    return run_program(load_code(program.compiled), entrypoint, program.proof, program.compiled)


def run_program(code, entrypoint, proof, compiled):
    module = types.ModuleType(PROGRAM_MODULE)
    loaded_modules[PROGRAM_MODULE] = loaded_modules['__main__'] = module
    namespace = module.__dict__
    # Otherwise it would be the driver's own.
    namespace['__builtins__'] = builtins_module
    mark_call()
    exec(code, namespace)
    function, owner = find_entry(namespace, entrypoint)
    return LoadedProgram(function, owner, proof, compiled)
