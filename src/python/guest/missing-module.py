# Tells a module that the sandbox lacks from an import that the program got wrong.
read_missing_name = ImportError.name.__get__
read_traceback = BaseException.__dict__['__traceback__'].__get__


def innermost_module(error):
    """The name of the module whose code raised an error."""
    place = read_traceback(error)
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    name = None if place is None else place.tb_frame.f_globals.get('__name__')
    return name if type(name) is str else ''


def find_missing_module(error):
    """The module without which an import failed, or `None`."""
    kind = type(error)
    if not issubclass(kind, ImportError):
        return None
    name = read_missing_name(error)
    if issubclass(kind, ModuleNotFoundError):
        if type(name) is not str or name == '':
            return None
        name = name.partition('.')[0]
        try:
            is_missing = name not in loaded_modules and find_spec(name) is None
        except Exception:
            return None
        return name if is_missing else None
    # Some modules of the standard library can be found, and then say that the platform lacks what
    # they build on.
    name = innermost_module(error).partition('.')[0] if name is None else ''
    return name if name in standard_modules else None
