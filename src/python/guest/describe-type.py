# Says in words what a value is that JSON cannot carry.
TYPES_IN_WORDS = {
    set: 'a set',
    frozenset: 'a frozenset',
    bytes: 'bytes',
    bytearray: 'a bytearray',
    complex: 'a complex number',
    range: 'a range',
    type: 'a class',
    types.ModuleType: 'a module',
    types.FunctionType: 'a function',
    types.MethodType: 'a method',
    types.BuiltinFunctionType: 'a built-in function',
    types.GeneratorType: 'a generator',
    types.CoroutineType: 'a coroutine',
    types.AsyncGeneratorType: 'an asynchronous generator',
    type(NotImplemented): 'NotImplemented',
    type(...): 'Ellipsis',
}
read_type_name = type.__dict__['__name__'].__get__
read_qualified_name = type.__dict__['__qualname__'].__get__
read_module_name = type.__dict__['__module__'].__get__


def module_of(kind):
    try:
        name = read_module_name(kind)
    except Exception:
        return ''
    return name if type(name) is str else ''


def describe_type(value):
    """A few words for the type of a value, such as `a set` or `an object of class Point`."""
    kind = type(value)
    words = TYPES_IN_WORDS.get(kind) if type(kind) is type else None
    if words is not None:
        return words
    if issubclass(kind, type):
        return 'a class'
    module = module_of(kind)
    if module == PROGRAM_MODULE:
        return 'an object of class ' + cut_text(read_type_name(kind), 100)
    name = read_qualified_name(kind)
    if module not in ('', 'builtins'):
        name = f'{module}.{name}'
    article = 'an' if name[:1].lower() in 'aeiou' else 'a'
    return f'{article} {cut_text(name, 200)}'
