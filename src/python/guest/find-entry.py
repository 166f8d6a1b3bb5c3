# Finds the function of a program that is to be called.
def find_entry(namespace, path):
    """
    What the entry point names, and for a method that wants an object the class to make it of.
    Raises `NameError` or `TypeError`.
    """
    first, *rest = path.split('.')
    if first not in namespace:
        raise NameError(f'{path} is not defined')
    owner = None
    found = namespace[first]
    for name in rest:
        owner = found
        try:
            found = getattr(owner, name)
        except AttributeError:
            raise NameError(f'{path} is not defined') from None
    if not callable(found):
        raise TypeError(f'{path} is not callable')
    return found, owner if is_method(found, owner, path) else None


def is_method(found, owner, path):
    """Whether a function wants an object of the class that it was found in."""
    if not issubclass(type(owner), type) or type(found) is not types.FunctionType:
        return False
    name = path.rpartition('.')[2]
    for base in type.__dict__['__mro__'].__get__(owner):
        attributes = type.__dict__['__dict__'].__get__(base)
        if name in attributes:
            return type(attributes[name]) is types.FunctionType
    return False


def bind_arguments(fields, names):
    """Positional and named arguments; Python itself says which one is missing."""
    if type(fields) is not dict:
        raise TypeError('the input is not an object')
    if names is None:
        return [], fields
    positional = []
    for name in names:
        if name not in fields:
            break
        positional.append(fields[name])
    rest = names[len(positional) :]
    return positional, {name: fields[name] for name in rest if name in fields}
